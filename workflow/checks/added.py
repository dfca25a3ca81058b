"""Check the English for words that nothing in the Chinese explains: a death, last year, a wife, a country behind a body."""

import re
from collections.abc import Iterator

from workflow.checks import steps
from workflow.checks.base import Check, each, each_translated
from workflow.constrain import Terms
from workflow.constrain.homes import homes
from workflow.constrain.offices import with_article
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

OF_COUNTRY = re.compile(
    rf",? of (?:the )?({'|'.join(sorted(map(re.escape, set(homes().countries.values())), key=len, reverse=True))})\b"
)


def added(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every such word that nothing in the Chinese explains, nor a name that the English must have."""
    for words in steps.unexplained(unit, check):
        if words not in steps.strangers(unit):
            yield check.finding(unit, N_("nothing in the Chinese says “{en}”"), words, en=words)


def other_country(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for a body to which the English gives a country oftener than the Chinese names that."""
    for c in unit.constraints:
        if not c.at or c.kind != "term":
            continue
        match = OF_COUNTRY.match(unit.target, c.at[1])
        if not match or match[1] == "China" or with_article(c.target) == c.target:
            continue
        country = match[1]
        named = {entry.zh for entry in terms.glossary.of_kind("place") if country in entry.targets}
        signs = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
        short = homes().short_forms.get(country)
        pattern = "|".join(filter(None, (signs, f"[{short}]" if short else "")))
        times = len(re.findall(pattern, unit.source)) if pattern else 1
        if times < len(re.findall(rf"\b{re.escape(country)}\b", unit.target)):
            words = unit.target[c.at[0] : match.end()]
            message = N_("“{zh}” is not said to be of {en}")
            yield check.finding(
                unit, message, words, fix=words.removesuffix(match[0]), zh=c.source, en=country
            )


CHECKS: tuple[Check, ...] = (
    Check(
        "word-added",
        N_("The English speaks of a death, a relative, a month or a year of which the Chinese says nothing"),
        Severity.ERROR,
        each_translated(added),
        N_("wrong where the Chinese says it in a figure of speech"),
        0.9,
    ),
    Check(
        "country-added",
        N_("The English gives a body to a country that the Chinese does not name there"),
        Severity.ERROR,
        each(other_country),
        N_("wrong where the English names the country again to be clear"),
        0.8,
    ),
)
