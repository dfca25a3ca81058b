"""Check the ranks of offices: deputy, senior, chief, former and acting stand in both languages or in none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.checks.base import Check, each_translated
from workflow.constrain import Terms
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

OFFICE = (
    "主任|司长|局长|厅长|处长|科长|署长|院长|所长|校长|部长|市长|省长|县长|州长|镇长|区长|会长|理事长|秘书长|董事长|行长|站长"
    "|队长|组长|团长|台长|总裁|总经理|总干事|总工|主席|主编|教授|研究员|书记|大臣|总理|首相|总统|代表|大使|总领事|执行"
)
HEADS = (
    r"(?:Executive )?(?:Directors?(?:-General)?|Ministers?|Governors?|Mayors?|Presidents?"
    r"|Chair(?:man|woman|person)?s?|Secretar(?:y|ies)(?:-General)?"
    r"|Professors?|Researchers?|Managers?|Deans?|Heads?|Chiefs?|Editors?|Engineers?|Principals?|Leaders?|Commissioners?)"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """Hold a word of rank: where the Chinese has it, by what English, and what the English stands before."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    head: re.Pattern[str]
    word: str
    # Chinese that may bring the English without the word itself.
    also: re.Pattern[str] = re.compile("(?!)")


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RANKS = (
    Rank(
        re.compile(f"副(?:{OFFICE}|总)"),
        _words(r"\b(?:deputy|deputies|vice|associates?|assistants?|sub|under)\b"),
        re.compile(rf"\b{HEADS}\b", re.IGNORECASE),
        "Deputy",
        re.compile("副|助理|助教|协理|次长|代办|陪|辅|襄"),
    ),
    Rank(
        re.compile("助理(?=工程师|研究员|教授|司长|局长|总干事|秘书长|经理|主任)"),
        _words(r"\b(?:assistants?|associates?|aide|junior|deputy|vice)\b"),
        re.compile(rf"\b{HEADS}\b", re.IGNORECASE),
        "Assistant",
    ),
    Rank(
        re.compile("(?:高级|资深)(?=[^，。、与和]{0,4}(?:[师员官家]|顾问|经理|主管|管理|职称|编辑|记者))"),
        _words(r"\b(?:senior|high|advanced|principal|veteran|seasoned|top|professor|highly)\b"),
        re.compile(
            r"\b(?:engineer|research\w*|management|titles?|economist|lawyer|agronomist|livestock|technician|official|officer|adviser|advisor|expert|specialist|economist|lecturer|editor|reporter|manager|planner|analyst|fellow)s?\b",
            re.IGNORECASE,
        ),
        "Senior",
    ),
    Rank(
        re.compile("首席|总工|总规划师|总经济师"),
        _words(
            r"\b(?:chief|lead|leading|principal|head|first|top|foremost|primary|premier|prime|cto|ceo|cfo|coo|cio|best|general|master|executive|resident|country)\b"
        ),
        re.compile(
            r"\b(?:engineer|scientist|expert|specialist|economist|adviser|advisor|analyst|officer|planner|representative|technical|designer)s?\b",
            re.IGNORECASE,
        ),
        "Chief",
    ),
    Rank(
        re.compile(
            "(?<![以之提目当眼跟])(?<![\u4e00-\u9fff]年)(?:前任|原任|(?:^|(?<=[，。、；：（“ 的任部会院局省市国]))"
            f"(?:原(?!告)|前)(?=[^，。、；]{{0,10}}(?:{OFFICE}|官员|参赞)))"
        ),
        _words(
            r"\b(?:former\w*|ex|previous\w*|past|then|old|original\w*|once|late|retired|before|used|had)\b"
        ),
        re.compile(rf"\b{HEADS}\b", re.IGNORECASE),
        "former",
    ),
    Rank(
        re.compile(
            "(?<![一当现时世年后二三替取])代(?:理)?(?=主任|局长|市长|省长|部长|总理|主席|处长|院长|校长|厅长|县长)"
        ),
        _words(r"\b(?:acting|interim|agent|proxy|caretaker)\b"),
        re.compile(rf"\b{HEADS}\b", re.IGNORECASE),
        "Acting",
    ),
)
# What a word of rank has, for a quick look.
ANY = re.compile("[副高资首总原前代助]")
LOWERED = ("eputy", "ice ", "ssociate", "ssistant", "former")
LOWER = re.compile(rf"\b(?:deputy|vice|associate) {HEADS}\b", re.IGNORECASE)
# Deputies by their Chinese and their English, told apart where a sentence has several.
DEPUTIES = tuple(
    (re.compile(zh), re.compile(en, re.IGNORECASE))
    for zh, en in (
        ("副教授|助理教授|副高", r"\b(?:associate|assistant|adjunct) professors?\b"),
        ("副秘书长|助理秘书长", r"\b(?:deputy|vice|assistant) secretar(?:y|ies)-general\b"),
        ("副(?:市|州|省|专)|副(?:府尹|主席|行长)", r"\b(?:deputy|vice) (?:mayor|governor)s?\b"),
        ("副(?:部|大臣|司法|国)|次长|副.{0,6}部长", r"\b(?:deputy|vice) ministers?\b"),
    )
)
FORMER = re.compile(rf"\bformer(?: [A-Z][\w-]+){{0,2}} {HEADS}\b")
WAS = re.compile("原|前|曾|时任|老|退休|历任|卸任|过去|以往|旧|昔|已故|离任|退任")


MORE_HEADS = "Secretary of State|Chair|Mayor|Premier|Captain|Counsell?or|Representative"
# Words of rank, where they stand before an office, and the Chinese each of which explains one.
ADDED = tuple(
    (
        tuple(en.split("|")),
        re.compile(rf"\b(?:{en})[ -](?:{HEADS}|{MORE_HEADS})\b"),
        re.compile(zh),
    )
    for en, zh in (
        ("Deputy|Vice|deputy|vice", "副|次长|助理|代表?理?|二把手|协理|国务秘书|襄理|辅"),
        ("Under|Assistant|assistant", "助理|次长|副|助手|助教|协理|帮办|辅"),
        ("Associate|associate", "副|助理|准|会员|协理"),
        ("Acting|acting|Interim|interim", "代|署理|临时|暂|过渡|看守"),
    )
)


def rank(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding where deputy, senior, chief, former or acting stands in one language only."""
    for one in RANKS if ANY.search(unit.source) else ():
        said = one.zh.search(unit.source)
        if said and not one.en.search(unit.target):
            head = one.head.search(unit.target)
            if head:
                message = N_("“{zh}” has a word of rank that “{words}” lacks: {word}")
                fix = f"{one.word} {head[0]}"
                zh = _title_at(unit.source, said.start())
                yield check.finding(unit, message, head[0], fix=fix, zh=zh, words=head[0], word=one.word)
    more = _added(unit)
    if more:
        yield from _too_many(unit, check, more)
    if more or not any(word in unit.target for word in LOWERED):
        return
    for deputy_zh, deputy in DEPUTIES:
        many = deputy.search(unit.target)
        if many and not deputy_zh.search(unit.source) and RANKS[0].zh.search(unit.source):
            yield from _too_many(unit, check, many[0])
    lower = LOWER.search(unit.target)
    if lower and not RANKS[0].also.search(unit.source):
        yield from _too_many(unit, check, lower[0])
    former = FORMER.search(unit.target)
    if former and not WAS.search(unit.source):
        yield from _too_many(unit, check, former[0])


def _added(unit: Unit) -> str:
    """Return an office with a word of rank where the English has more of that word than the Chinese, else ""."""
    for words, english, chinese in ADDED:
        found: list[str] = english.findall(unit.target) if any(one in unit.target for one in words) else []
        if found and len(found) > len(chinese.findall(unit.source)):
            return found[-1]
    return ""


def _too_many(unit: Unit, check: Check, words: str) -> Iterator[Finding]:
    message = N_("“{words}” has a word of rank that the Chinese lacks")
    yield check.finding(unit, message, words, fix=re.split("[ -]", words, maxsplit=1)[1], words=words)


def _title_at(source: str, start: int) -> str:
    match = re.compile(f"[\u4e00-\u9fff]{{1,3}}?[\u4e00-\u9fff]{{0,4}}?(?:{OFFICE}|师|家|员|专家)").match(
        source, start
    )
    return match[0] if match else source[start : start + 4]


CHECKS: tuple[Check, ...] = (
    Check(
        "rank",
        N_("Deputy, senior, chief, former or acting stands in one language only"),
        Severity.ERROR,
        each_translated(rank),
        N_("wrong where the English says the rank in another word"),
        confidence=0.95,
    ),
)
