"""Checks on terms, names, dates, numbers and titles."""

import re
from collections.abc import Iterator, Sequence

from workflow.checks.base import Check, Span, each, overlaps
from workflow.checks.number_pairs import differences, is_shown
from workflow.checks.rivals import is_common, misspelt, rivals
from workflow.constrain import Terms, by_human, is_copied
from workflow.constrain.avoided import avoided
from workflow.constrain.place_shapes import FOREIGN_CHARS
from workflow.constrain.splitting import split
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.units import Constraint, Unit

# 研究院, 相关学会, 各大银行 are no names; a name has more before its ending.
MOST_OF_A_COMMON_NOUN = 5
COMPANY = ("公司", "集团")
ORGANIZATION = re.compile(
    r"[\u4e00-\u9fff·（）]{2,20}?(?:有限公司|有限责任公司|股份公司|集团|基金会|协会|学会|联合会|研究院|研究所|大学|学院|银行)"
)
# A name begins behind these words: 考上了林学院 is 林学院, 农民只要学会 nothing.
# 能源, 对外 and 为 in a name are parts of it.
NO_PART_OF_A_NAME = re.compile(
    "[了着们要已只就都才也还把被让给从在与和及是将由的]|能(?![源量动化])|对(?!外)|向(?!日葵)|(?<![有华])为|经过|学会了|上学"
)
# A place of two or three characters where a word can begin; with these last characters it is a common noun: 城市,
# 各省, 节省.
PLACE = re.compile(
    r"(?:^|(?<=[，。；：、在于至赴由从和与及（“]))(?![走来到进赴去回抵离入访游])[\u4e00-\u9fff]{1,2}"
    r"(?![城全各两二三四五六七八九十百超互乡能节可电本个某布由地都闹小辖该我外跨单年月日座吨钱真约向商夜股门上下"
    r"沿江邻周多数几贫大的集区在天请就与工等])[\u4e00-\u9fff]"
    r"[市县省](?![场民长区级委镇域内])"
)
# A place abroad in characters that transcribe its sound; behind a province of its own one will do: 占巴塞省孔县.
SOUNDS = "".join(sorted(FOREIGN_CHARS - set("大山来于因让他")))
LEVEL = "(?:[县郡府州省邦乡市]|(?<!古)镇|(?<![社地库温采留能育土林山景校])区)(?![场级域政情桥下去])"
TRANSCRIBED = re.compile(f"(?P<name>[{SOUNDS}]{{2,6}})(?<![三本全]){LEVEL}")
BEHIND_PROVINCE = re.compile(f"(?P<name>[{SOUNDS}]{{1,6}})(?<![三本全]){LEVEL}")
TITLE = re.compile(r"《[^《》]+》")
INTRODUCED = re.compile(r"(?:简称|下称)(?:为)?“?(《[^《》]+》)")
# A title and its short form end with the same two characters, 》 not counted: (倡议》); years in brackets go.
LAST = 3
IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)](?=》)")
PROGRAM = re.compile(
    r"“[^“”《》]{2,16}”(?:系列)?(?:计划|倡议|行动|项目|工程|论坛|活动)"
    r"|(?<=“)[^“”《》，。；、]{2,20}(?<!的)(?:计划|倡议|行动|项目|工程|论坛|平台|网络|机制|奖|周|日)(?=”)"
)
# What has no quotes is a name behind another: 南屿湾 + 红树林论坛.
NO_PART_OF_A_PROGRAM = re.compile("[该此本某各]|代表|盛赞|支持|参加|启动|提出|发起|宣布|通过|签署|落实|会上")
NAMED_PROGRAM = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:行动计划|合作计划|伙伴计划|计划|倡议|工程|论坛|对话会|博览会|基金|平台|奖)"
    r"(?![\u4e00-\u9fff]?[书划会组者性量项署])(?![师与总局学院])"
)


def lost(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every constraint that does not stand in the English at a place that fits.

    The words quoted are those that stand for it: its own misspelt, else another term. A human says a common term in
    other words too; there it is lost where another term stands for it. A figure in whose place the checks on numbers
    show another is told there.
    """
    gone = [c for c in unit.constraints if not c.kept and unit.target]
    others = list(rivals(unit, terms)) if any(c.kind in ("term", "document") for c in gone) else []
    told = gone and not is_copied(unit.slot)
    pairs = differences(unit.source, unit.target, unit.constraints) if told else ()
    for c in gone:
        if is_common(c) and by_human(unit) and not others:
            continue
        if c.doubtful and by_human(unit):
            continue  # name-doubtful says it: its reading need not stand
        if is_shown(c, pairs) or _is_said_before(c, unit):
            continue
        quote = misspelt(c, unit.target) or (others[0] if others and c.kind in ("term", "document") else "")
        message = N_("“{zh}” must be “{en}” and is not")
        yield check.finding(unit, message, quote, fix=c.target if quote else "", zh=c.source, en=c.target)


def _is_said_before(c: Constraint, unit: Unit) -> bool:
    """Tell whether a short form in brackets stands for the name before them: the FAO for 联合国粮农组织（FAO）."""
    return unit.source[c.start - 1 : c.start] in ("（", "(") and any(
        other.at and other.end == c.start - 1 and unit.target[slice(*other.at)] in c.targets
        for other in unit.constraints
    )


def unknown_titles(units: Sequence[Unit], _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first mention of every 《title》 that the glossary does not have.

    What the bulletin introduces as a short form, or calls a title of before in short, is none.
    """
    short = {match[1] for unit in units for match in INTRODUCED.finditer(unit.source)}
    before: list[str] = []
    told: set[str] = set()
    for unit in units:
        for match in TITLE.finditer(unit.source):
            title = match[0]
            known = any(c.kind == "document" and c.start <= match.start() < c.end for c in unit.constraints)
            if not (known or by_human(unit) or title in short | told or _is_short_of(title, before)):
                told.add(title)
                yield check.finding(
                    unit, N_("the title {title} is not in the glossary; check its English"), title=title
                )
            before.append(title)


def _is_short_of(title: str, longer: Sequence[str]) -> bool:
    """Tell whether a title is another without some of its characters: 《昆明倡议》 of 《昆明大气治理合作倡议》."""
    return any(len(title) < len(other) and _is_within(title, other) for other in longer)


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short) and short[-LAST:] == IN_BRACKETS.sub("", long)[-LAST:]


def unknown_program(unit: Unit, _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every initiative, project or forum that no constraint covers: quoted, or behind another name."""
    if by_human(unit):
        return
    spans = [match.span() for match in PROGRAM.finditer(unit.source)]
    for c in unit.constraints:
        match = (
            NAMED_PROGRAM.match(unit.source, c.end) if c.target[:1].isupper() and c.kind == "term" else None
        )
        if match and not (NO_PART_OF_A_NAME.search(match[0]) or NO_PART_OF_A_PROGRAM.search(match[0])):
            spans.append((c.start, match.end()))
    for start, end in spans:
        name = unit.source[start:end]
        # The quoted name is enough of “澜湄周”活动.
        first, last = (start + 1, unit.source.find("”", start)) if name[0] == "“" else (start, end)
        whole = any(c.start <= first and last <= c.end for c in unit.constraints)
        titled = any(match.start() < start < match.end() for match in TITLE.finditer(unit.source))
        if not whole and not titled:
            message = N_("the name {name} is not in the glossary; check its English")
            yield check.finding(unit, message, name=name)


def discouraged(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for English that the glossary discourages for a term of the source."""
    for entry, words in avoided(unit.target, terms.matcher.entries(unit.source)):
        message = N_("“{words}” is discouraged for “{zh}”; use “{en}”")
        yield check.finding(unit, message, words, words=words, zh=entry.zh, en=entry.en)


def unknown_organization(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every name that ends as an organization's does and whose end no constraint covers."""
    for match in () if by_human(unit) else ORGANIZATION.finditer(unit.source):
        last = match.end() - 1
        if not any(c.start <= last < c.end for c in unit.constraints):
            before = [c for c in unit.constraints if match.start() < c.end <= last]
            # A common word may stand in a company's name: 深圳能源环保公司.
            company = match[0].endswith(COMPANY)
            inside = max((c.end for c in before if not (company and is_common(c))), default=0)
            name = NO_PART_OF_A_NAME.split(unit.source[max(inside, match.start()) : match.end()])[-1]
            place = next((c for c in before if c.end == match.end() - len(name)), None)
            entry = terms.glossary.preferred(place.source) if place else None
            if entry and entry.kind == "place":
                name = entry.zh + name
            if len(name) > MOST_OF_A_COMMON_NOUN:
                message = N_("the name {name} is not in the glossary; check its English")
                yield check.finding(unit, message, name=name)


def unknown_place(unit: Unit, terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for every place that no constraint covers: those whose reading is refused, and what looks like one.

    A place that a sentence names twice is told once.
    """
    if by_human(unit):
        return
    spans = [(place.start, place.end) for place in terms.matcher.unlisted(unit.source)]
    spans += [match.span() for match in PLACE.finditer(unit.source)]
    spans += _transcribed(unit)
    told = [(c.start, c.end) for c in unit.constraints]
    names: set[str] = set()
    for start, end in spans:
        if unit.source[start:end] not in names and not overlaps((start, end), told):
            told.append((start, end))
            names.add(unit.source[start:end])
            message = N_("the place {name} is not in the glossary; check its English")
            yield check.finding(unit, message, name=unit.source[start:end])


def _transcribed(unit: Unit) -> Iterator[Span]:
    """Yield what looks like a place abroad whose name sounds like its own: its beginning is no Chinese word."""
    for c in unit.constraints:
        if c.source[-1] in "省府州邦国" and (match := BEHIND_PROVINCE.match(unit.source, c.end)):
            yield match.span()
    for match in TRANSCRIBED.finditer(unit.source):
        words = split(match["name"])
        if len(words) > 1 and len(words[0][1]) == 1:
            yield match.span()


def read_places(units: Sequence[Unit], _terms: Terms, check: Check) -> Iterator[Finding]:
    """Yield a finding for the first mention of every place that is in no list and whose reading an engine was given."""
    told: set[str] = set()
    for unit in units:
        for c in unit.constraints:
            if c.doubtful and c.kind == "term" and c.source not in told and not by_human(unit):
                told.add(c.source)
                quote = unit.target[slice(*c.at)] if c.at else ""
                message = N_("“{zh}” is in no list; “{en}” is how its characters are read: check the name")
                yield check.finding(unit, message, quote, zh=c.source, en=c.target)


CHECKS: tuple[Check, ...] = (
    Check(
        "constraint-lost",
        N_("A term, name, date, number or title is not in the English"),
        Severity.CRITICAL,
        each(lost),
        N_("wrong where the English says it in words that the glossary does not list"),
    ),
    Check(
        "discouraged",
        N_("The English uses words that the glossary discourages"),
        Severity.ERROR,
        each(discouraged),
    ),
    Check(
        "title-unknown",
        N_("A document title is not in the glossary"),
        Severity.WARNING,
        unknown_titles,
        N_("right as a reminder: only a listed title is sure to be the official one"),
    ),
    Check(
        "name-unknown",
        N_("An organization is not in the glossary"),
        Severity.WARNING,
        each(unknown_organization),
        N_("wrong for common nouns such as research institutes in general"),
    ),
    Check(
        "program-unknown",
        N_("An initiative, a project or a forum is not in the glossary"),
        Severity.WARNING,
        each(unknown_program),
        N_("right as a reminder; wrong for a plan or a project in general"),
    ),
    Check(
        "place-unknown",
        N_("A place is not in the glossary"),
        Severity.WARNING,
        each(unknown_place),
        N_("wrong for words that only look like a place"),
    ),
    Check(
        "place-read",
        N_("A place is in no list and its English is only a reading"),
        Severity.WARNING,
        read_places,
        N_("right as a reminder: a place abroad or an older name may be spelled otherwise"),
    ),
)
