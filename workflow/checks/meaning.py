"""Checks on meaning: what is denied, which way something goes, and who is meant."""

from workflow.checks import direction, exchanged, polarity, pronouns
from workflow.checks.base import Check, each, each_translated
from workflow.findings import Severity
from workflow.i18n import N_

CHECKS: tuple[Check, ...] = (
    Check(
        "polarity",
        N_("A denial of the Chinese is not in the English"),
        Severity.ERROR,
        each(polarity.lost),
        N_("wrong where the English says it in positive words that are right all the same"),
        0.95,
    ),
    Check(
        "negation-added",
        N_("The English denies what the Chinese does not deny"),
        Severity.ERROR,
        each(polarity.added),
        N_("wrong where the Chinese implies the negation"),
        0.95,
    ),
    Check(
        "direction",
        N_("The English goes the other way than the Chinese"),
        Severity.ERROR,
        each(direction.any_way),
        N_("wrong where the opposite word belongs to something else in the sentence"),
        0.95,
    ),
    Check(
        "pronoun",
        N_("The English says he for she, or she for he"),
        Severity.ERROR,
        each(pronouns.confused),
        N_("wrong where the pronoun of the English is about somebody whom the Chinese names"),
        0.9,
    ),
    Check(
        "term-exchanged",
        N_("A term of the English stands in place of another"),
        Severity.ERROR,
        each_translated(exchanged.exchanged),
        N_("wrong where the Chinese means the term without naming it"),
        0.95,
    ),
)
