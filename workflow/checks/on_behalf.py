"""Find the verb 代表 lost or said as a noun: representatives of the hosts spoke for 他代表主办方发言."""

import re
from collections.abc import Iterator

from workflow.checks.base import Check, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

REPRESENT = re.compile("代表(?![团们处性作人机权大、，。；：）和与等及])")
# Who does something in the name of another: pronouns and ends of offices; those of many, such as 专家代表, are left out.
WHO = re.compile(
    "(?:[我他她谨并A-Za-z]|[部厅局司处院校会行市省州县区馆团队村组站科社所]长|主[任席]|书记|秘书|大使|参赞|总[理统裁]|经理|领事|女士|先生)$"
)
# What is done in another's name, in the same sentence.
ACT = re.compile(
    "[^。；！？]{2,40}?(?:发言|讲话|致[辞词以谢]|致.{0,3}[辞词]|签[字署约订]|宣[布读誓]|感谢|表示|领[奖取]|接[受过]|出席|移交|提[出交议请]|收下|捐赠|赴|"
    "向|对|欢迎|祝贺|作了?|参加|慰问|颁)"
)
# Others, and no name: 局长代表武氏芳.
OTHERS = re.compile("[方国府部委会团院体家业组民司位心构局厅处署社校员众村全]")
SAID = re.compile(
    r"\b(?:behalf|represent(?:s|ed|ing)?|in the name of|sp(?:eak\w*|oken?) for|stands? for)\b", re.IGNORECASE
)
NOUN = re.compile(r"\b(?:representatives?|delegates?)\b", re.IGNORECASE)


def unsaid(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where somebody acts for others in the Chinese and for nobody in the English."""
    if "代表" not in unit.source or SAID.search(unit.target):
        return
    found = list(REPRESENT.finditer(unit.source))
    verbs = [match for match in found if _is_verb(unit, match)]
    if not verbs:
        return
    zh = verbs[0][0]
    nouns = list(NOUN.finditer(unit.target))
    if len(nouns) > len(found) - len(verbs):
        en = nouns[0][0]
        yield check.finding(unit, N_("“{en}” for the verb “{zh}”: on behalf of"), en, en=en, zh=zh)
    else:
        yield check.finding(unit, N_("the English has no “on behalf of” for “{zh}”"), zh=zh)


def _is_verb(unit: Unit, match: re.Match[str]) -> bool:
    """Tell whether a person or an office does something in the name of what follows; a name that follows is the one who does."""
    start, end = match.span()
    persons = [c for c in unit.constraints if c.kind == "person"]
    act = ACT.match(unit.source, end)
    if not act or any(c.start == end for c in persons):
        return False
    if any(c.end == start for c in persons):
        return True
    return WHO.search(unit.source, 0, start) is not None and OTHERS.search(act[0]) is not None


CHECKS: tuple[Check, ...] = (
    Check(
        "on-behalf",
        N_("Somebody acts on behalf of others, and the English does not say so"),
        Severity.ERROR,
        each_translated(unsaid),
        N_("wrong where the English says in whose name in other words"),
        confidence=0.9,
    ),
)
