"""Source queries: what an editor would ask about the Chinese before it is translated."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from workflow.bulletin import Bulletin, Document
from workflow.findings import Finding, Severity
from workflow.i18n import N_
from workflow.structure.patterns import ASIDE, ENTRY, LATIN_NAME, SENTENCE, number
from workflow.structure.picture_queries import pictures

# Two to four characters said twice; what Chinese doubles on purpose stands in REDUPLICATIONS and DISTRIBUTIVE.
DOUBLED = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,4})(?P=word)")
REDUPLICATIONS = frozenset(
    """研究 讨论 商量 考虑 学习 打听 切磋 交流 休息 锻炼 介绍 观察 体验 感受 了解 见识 尝试 许多 各种 方方 面面
    碧绿 雪白 通红 乌黑 漆黑 笔直 冰凉 滚烫""".split()
)
# One by one (一户一户, 一个螺丝一个螺丝), two by two, and what goes on until something else begins (走着走着); a
# preposition in 着 is none of these.
DISTRIBUTIVE = re.compile(r"一[\u4e00-\u9fff]{1,3}|两[\u4e00-\u9fff]|[^随沿朝向本为有]着")
# Function words and verbs that never double; the characters before or after which they may.
DOUBLED_FUNCTION_WORD = re.compile(
    r"(?<!目)的的(?!确)|了了(?!解)|和和(?![平谐睦])|与与(?!会)|(?<!行)(?<!作)(?<!认)为为(?!期)|将将|把把|被被|从从|向向|及及(?!时|格)|(?<!属)(?<!关)(?<!由)(?<!等)于于|在在|到到|对对|(?<!自)(?<!理)由由|是是(?!非)"
)
# Characters that begin no sentence by themselves, and the words that they do begin.
BOUND_STARTS: dict[str, tuple[str, ...]] = {
    "议": ("议程", "议题", "议会", "议员", "议案", "议定", "议事", "议论", "议长", "议决"),
    "们": (),
    "的": ("的确",),
    "了": ("了解",),
    "着": ("着力", "着眼", "着手", "着重", "着实", "着陆"),
    "过": ("过去", "过程", "过渡", "过于", "过半", "过境", "过度"),
    "及": ("及时", "及早", "及格"),
    "和": ("和平", "和谐", "和睦", "和解", "和合", "和田", "和声", "和美"),
    "与": (
        "与会",
        "与此",
        "与其",
        "与之",
        "与去年",
        "与上",
        "与以",
        "与传统",
        "与同",
        "与中",
        "与往",
        "与各",
        "与世",
    ),
    "之": ("之后", "之前", "之所以", "之一"),
    "性": ("性别", "性能", "性质", "性状"),
    "化": ("化学", "化工", "化石", "化解", "化肥"),
    "率": ("率先", "率领", "率团", "率队"),
    "域": ("域外", "域内", "域名"),
    "际": (),
    "员": ("员工",),
    "展": ("展望", "展示", "展览", "展开", "展会", "展出", "展区", "展现"),
    "作": ("作为", "作品", "作用", "作出", "作业", "作者", "作物"),
    "境": ("境内", "境外"),
    "者": (),
    "等": ("等待", "等到", "等级"),
}
PUNCTUATION_START = re.compile(r"^[，。、；：！？”’）》]")
# An e-mail address or a website at the end of a line ends it as well.
ENDED = re.compile(r"(?:[。！？；：…!?.][”’）)》]*|[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+)$", re.ASCII)
PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"))
TITLE = re.compile(r"《([^《》]{4,60})》")
YEARS = re.compile(r"(?:19|20)\d{2}")
ANNOUNCED = re.compile(r"(?P<count>[二两三四五六七八九])(?:个)?(?:方面|点|项|条|大)[^。：]{0,12}[：:]\s*一是")
ITEM = re.compile(r"(?P<n>[一二三四五六七八九十])是(?=[^，。]{2})")
# Private-use characters between Han, and what a decoder put in place of broken bytes.
LOST_CHARACTER = re.compile(
    r"(?P<before>[\u4e00-\u9fff]{1,4})(?:[\ue000-\uf8ff]+(?=[\u4e00-\u9fff])|\ufffd+)(?P<after>[\u4e00-\u9fff]{0,4})"
)
SIMILAR_TITLES = 0.8
LONG_TEXT = 20
PICTURE_GAP = 3
# Notices of a reader that an editor must act on: the text may not be final, or not whole.
GRAVE_NOTICES = frozenset({"tracked-changes", "not-read", "picture-unreadable"})

Query = Callable[[Document, Bulletin], Iterator[Finding]]


def find(document: Document, bulletin: Bulletin) -> tuple[Finding, ...]:
    """Return the queries on a source; `quote` is the text that each is about, for finding its unit."""
    return tuple(finding for query in QUERIES for finding in query(document, bulletin))


def query(check: str, severity: Severity, message: str, quote: str = "", **args: str) -> Finding:
    """Return a finding on the source."""
    return Finding(f"source.{check}", severity, message, None, "source", tuple(args.items()), quote)


def paragraphs(bulletin: Bulletin) -> list[str]:
    """Return every paragraph and item of the body, and the about text."""
    texts = [text for section in bulletin.sections for _path, _type, text in section.paths()]
    return texts + ([bulletin.about] if bulletin.about else [])


def missing_parts(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask for the title, issue number and date where the source has none."""
    for value, message, option in (
        (bulletin.title, N_("missing title"), "--title"),
        (bulletin.issue, N_("missing issue number"), "--issue"),
        (bulletin.date, N_("missing date"), "--date"),
    ):
        if value is None:
            yield query("missing-" + option[2:], Severity.WARNING, message)


def doubled_words(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a word that stands twice in a row."""
    for text in [*paragraphs(bulletin), bulletin.title or ""]:
        for match in DOUBLED.finditer(text):
            if not _may_be_doubled(match["word"]):
                yield query(
                    "doubled-word", Severity.WARNING, N_("doubled word: {text}"), match[0], text=match[0]
                )
        for match in DOUBLED_FUNCTION_WORD.finditer(text):
            if not _doubled_pair(text, match.start()):
                yield query(
                    "doubled-word", Severity.WARNING, N_("doubled word: {text}"), match[0], text=match[0]
                )


def _may_be_doubled(word: str) -> bool:
    """Tell whether right Chinese says a word twice in a row."""
    return word in REDUPLICATIONS or len(set(word)) == 1 or DISTRIBUTIVE.fullmatch(word) is not None


def _doubled_pair(text: str, at: int) -> bool:
    """Tell whether the doubled character at a place is half of an AABB word such as 实实在在."""
    return any(text[i : i + 1] == text[i + 1 : i + 2] != "" for i in (at - 2, at + 2) if i >= 0)


def broken_paragraphs(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a paragraph that begins or ends in the middle of a sentence."""
    for section in bulletin.sections:
        for _path, kind, text in section.paths():
            if kind != "paragraph" or len(text) < LONG_TEXT or ASIDE.fullmatch(text):
                continue
            words = BOUND_STARTS.get(text[0])
            if PUNCTUATION_START.match(text) or (words is not None and not text.startswith(words)):
                message = N_("paragraph begins in the middle of a sentence: {text}")
                yield query("begins-mid-sentence", Severity.WARNING, message, text[:8], text=text[:8])
            if not ENDED.search(text) and not ENTRY.fullmatch(text):
                message = N_("paragraph ends in the middle of a sentence: {text}")
                yield query("ends-mid-sentence", Severity.WARNING, message, text[-8:], text=text[-8:])


def unbalanced_marks(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a quotation mark or bracket without its partner."""
    for text in [*paragraphs(bulletin), bulletin.title or ""]:
        for opener, closer in PAIRS:
            spot = _unpaired(text, opener, closer)
            if spot is not None:
                quote = text[spot : spot + 9] if text[spot] == opener else text[max(0, spot - 8) : spot + 1]
                yield query(
                    "unbalanced-mark", Severity.WARNING, N_("unbalanced quote: {text}"), quote, text=quote
                )


def _unpaired(text: str, opener: str, closer: str) -> int | None:
    """Return the place of the first mark without partner."""
    open_at: list[int] = []
    for i, c in enumerate(text):
        if c == opener:
            open_at.append(i)
        elif c == closer:
            if not open_at:
                return i
            open_at.pop()
    return open_at[0] if open_at else None


def names_two_ways(document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a Latin name whose letters differ in case only; capitals are title-cased for print."""
    text = "\n".join(block.text for block in document.blocks)
    names = [s.speaker.name for s in bulletin.sections if s.speaker and s.speaker.name.isascii()]
    names += [m[0] for m in LATIN_NAME.finditer(text) if " " in m[0]]
    for name in {n.casefold(): n for n in reversed(names)}.values():
        forms = Counter(m[0] for m in re.finditer(re.escape(name), text, re.IGNORECASE))
        for other in sorted(set(forms) - {name}):
            message = N_("name written two ways: {one} / {other}")
            yield query("two-ways", Severity.WARNING, message, other, one=name, other=other)


def titles_two_ways(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about document titles that differ in a word or two but name the same years."""
    counts = Counter(m[1] for text in paragraphs(bulletin) for m in TITLE.finditer(text))
    forms: dict[str, str] = {}
    for title in counts:
        forms.setdefault(_title_key(title), title)
    titles = list(forms.items())
    for i, (key, title) in enumerate(titles):
        for other_key, other in titles[i + 1 :]:
            if YEARS.findall(key) == YEARS.findall(other_key) and _one_title(key, other_key):
                message = N_("document written two ways: 《{one}》 / 《{other}》")
                yield query("two-ways", Severity.WARNING, message, f"《{other}", one=title, other=other)


def _title_key(title: str) -> str:
    return re.sub(r"[\s（）()—–－-]", "", title)


def _one_title(one: str, other: str) -> bool:
    """Tell whether two titles are one written two ways: most letters shared, nothing merely added."""
    if one in other or other in one:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    changed = [(a, b, c, d) for op, a, b, c, d in matcher.get_opcodes() if op != "equal"]
    numbers = any(re.search(r"[\d一二三四五六七八九十]", one[a:b] + other[c:d]) for a, b, c, d in changed)
    return matcher.ratio() >= SIMILAR_TITLES and len(changed) <= 2 and not numbers


def figures_that_disagree(_document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a number announced (三方面：) that differs from the items counted (一是 … 二是 …)."""
    for text in paragraphs(bulletin):
        for match in ANNOUNCED.finditer(text):
            items = [number(m["n"]) or 0 for m in ITEM.finditer(text, match.start())]
            said = number(match["count"])
            if items and max(items) != said:
                message = N_("{said} announced, {counted} listed: {text}")
                args = {"said": str(said), "counted": str(max(items)), "text": match[0]}
                yield query("figure-disagrees", Severity.WARNING, message, match[0], **args)
    if bulletin.issue and bulletin.date and bulletin.issue.year != int(bulletin.date[:4]):
        message = N_("issue of {year}, but dated {date}")
        yield query(
            "figure-disagrees", Severity.WARNING, message, year=str(bulletin.issue.year), date=bulletin.date
        )


def text_after_contact(document: Document, bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about running text that stands behind the contact block and is not the about text."""
    if not bulletin.contact or not bulletin.contact.postcode:
        return
    lines = [i for i, b in enumerate(document.blocks) if bulletin.contact.postcode in b.text]
    for block in document.blocks[lines[-1] + 1 :] if lines else ():
        text = block.text.strip()
        if (
            block.look.picture is None
            and SENTENCE.search(text)
            and not (bulletin.about and bulletin.about[:20] in text)
        ):
            yield query(
                "after-contact",
                Severity.WARNING,
                N_("text after the contact block: {text}"),
                text[:12],
                text=text[:12],
            )


def lost_pictures(document: Document, _bulletin: Bulletin) -> Iterator[Finding]:
    """Note runs of blank lines inside the text, where an export may have lost a picture."""
    gaps = [
        block
        for above, block in pairwise(document.blocks)
        if block.look.blank_before >= PICTURE_GAP
        and above.look.picture is None
        and block.look.picture is None
    ]
    if gaps:
        message = N_("{count} runs of blank lines, the first above line {line}: pictures may be missing")
        yield query("lost-picture", Severity.NOTE, message, count=str(len(gaps)), line=str(gaps[0].line))


def lost_characters(document: Document, _bulletin: Bulletin) -> Iterator[Finding]:
    """Ask about a character inside a word that only its own computer can show, or that was broken already."""
    for block in document.blocks:
        for match in LOST_CHARACTER.finditer(block.raw):
            message = N_("a character cannot be read: {text}")
            text = f"{match['before']}□{match['after']}"
            yield query("lost-character", Severity.WARNING, message, match["before"], text=text)


def notices(document: Document, _bulletin: Bulletin) -> Iterator[Finding]:
    """Tell what the reader did with what text cannot hold."""
    for notice in document.notices:
        severity = Severity.WARNING if notice.check in GRAVE_NOTICES else Severity.NOTE
        yield query(notice.check, severity, notice.message, notice.quote, **dict(notice.args))


QUERIES: tuple[Query, ...] = (
    missing_parts,
    doubled_words,
    broken_paragraphs,
    unbalanced_marks,
    names_two_ways,
    titles_two_ways,
    figures_that_disagree,
    text_after_contact,
    lost_pictures,
    pictures,
    lost_characters,
    notices,
)
