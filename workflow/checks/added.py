"""Check the English for words that nothing in the Chinese explains: a death, last year, a wife, a country behind a body."""

import re
from collections.abc import Iterator

from workflow.checks import steps
from workflow.checks.base import Check, each, held_in
from workflow.constrain import COPIED, Terms
from workflow.constrain.homes import homes
from workflow.constrain.offices import with_article
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Unit

# English words, and the Chinese one of which explains them, in as wide a sense as right translations show.
WORDS: tuple[tuple[str, str], ...] = (
    (
        r"died|dies|dead|deaths?|killed|killing|kills",
        "[死亡殁逝丧毙殉杀葬尸墓命绝灭枯害烈祭遗歿弑屠宰捕猎渔]|遇难|牺牲|故去|生前|身后|病故|过世|去世|送终|一片|静|熄|断|没气|黄泉|终身|末|没电|夭",
    ),
    (
        r"last year",
        "去年|上[年届]|上一[年届]|同期|同比|往年|前一年|年前|去岁|较上|头年|旧年|[去上]一?[个]?[年冬夏秋春]",
    ),
    (r"next year", "[明来次翌转下]年|下一年|第二年|[明来][春夏秋冬]|年后|[两二]年"),
    (r"last month", "上个?月|前一?月|环比|头个?月|末月|最后一个?月"),
    (r"next month", "下个?月|次月|月后|翌月|来月"),
    (r"last week", "上个?(?:星期|礼拜|周)|前一?周|环比"),
    (r"next week", "下个?(?:星期|礼拜|周)|一周后"),
    (r"yesterday", "昨|前[天日]|日前|往日|从前"),
    (r"tomorrow", "明|次日|翌日|未来|将来|日后"),
    (r"tonight", "今[晚夜宵夕]|[晚夜]"),
    (r"this month", "[本这当同今]个?月|月内|月份|个月"),
    (r"this week", "[本这当]个?(?:周|星期|礼拜)|周"),
    (r"wife|wives", "妻|太太|夫[人妇]|老婆|爱人|媳|嫂|婆|内人|两口|夫家|伉俪|主妇"),
    (r"husbands?", "夫|老公|爱人|男人|先生|婆家|当家的|老伴|两口|伉俪|公婆|家里的"),
    (r"daughters?", "[女闺囡妮媳]|千金|子女|孩|儿"),
    (r"sons?", "[子儿娃崽孙]|小伙|后代|后裔"),
    (r"fathers?", "[父爸爹爷祖]|家长|老汉|岳|公|老人"),
    (r"mothers?", "[母妈娘婆妇]|家长|奶|姆"),
    (r"Mr\.", "先生|[君男他翁爷]|老师|同志|总|公|阁下"),
    (r"Ms\.|Mrs\.", "女士|小姐|夫人|[她女妇]|太太|老师|同志"),
)
# A time may begin the sentence; Son and Mother are parts of names there.
TIME = re.compile("last|next|this|yesterday|tomorrow|tonight")
TABLE = tuple(
    (re.compile(rf"\b(?:{en})(?!\w)", re.IGNORECASE if TIME.match(en) else 0), re.compile(zh))
    for en, zh in WORDS
)
QUICK = re.compile("|".join(f"(?:{en})" for en, _zh in WORDS), re.IGNORECASE)
OF_COUNTRY = re.compile(
    rf",? of (?:the )?({'|'.join(sorted(map(re.escape, set(homes().countries.values())), key=len, reverse=True))})\b"
)


def added(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every such word that nothing in the Chinese explains, nor a name that the English must have."""
    if not unit.target or COPIED.search(unit.slot) or not QUICK.search(unit.target):
        return
    held = held_in(unit)
    for english, chinese in TABLE:
        match = english.search(unit.target)
        told = match is None or chinese.search(unit.source) or any(a <= match.start() < b for a, b in held)
        if match and not told and match[0] not in steps.strangers(unit):
            yield check.finding(unit, N_("nothing in the Chinese says “{en}”"), match[0], en=match[0])


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
        N_("The English speaks of a death, a relative or a year of which the Chinese says nothing"),
        Severity.ERROR,
        each(added),
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
