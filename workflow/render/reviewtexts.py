"""The fixed words of the review DOCX, Chinese and English side by side: both stand in every file."""

from workflow.units import Kind, State

TITLE = ("双语审校稿", "Bilingual review copy")
HEADS = (("编号", "Id"), ("中文", "Chinese"), ("英文", "English"), ("状态", "State"))
# The drop-down's value and text; a state between two counts as the lower.
STATES: tuple[tuple[State, str, str], ...] = (
    (State.DRAFT, "draft", "草稿 Draft"),
    (State.NEEDS_WORK, "needs-work", "需修改 Needs work"),
    (State.REVIEWED, "reviewed", "已审 Reviewed"),
)
KEY = ("译文中须保留的词语：", "Words whose English is fixed:")
READ_FIRST = ("最没有把握的行，由低到高：", "The rows most in doubt, the most doubtful first:")
# First part of a slot → what the separator row says.
SECTIONS: dict[str, tuple[str, str]] = {
    "masthead": ("报头", "Masthead"),
    "issue": ("报头", "Masthead"),
    "date": ("报头", "Masthead"),
    "title": ("标题", "Title"),
    "sections": ("第 {number} 节", "Section {number}"),
    "contact": ("联系方式", "Contact"),
    "about": ("机构简介", "About"),
}
KINDS: dict[Kind, tuple[str, str]] = {
    "term": ("术语", "term"),
    "person": ("人名", "person"),
    "date": ("日期", "date"),
    "quantity": ("数量", "quantity"),
    "document": ("文件名", "document"),
    "verbatim": ("照录", "verbatim"),
}
MARKED = (
    ("Constraint doubtful", ("读法待确认", "reading to confirm")),
    ("Constraint lost", ("译文中缺失", "missing")),
)
# First part of a unit's origin → what the state cell says below the state.
_ORIGINS = {
    "label": "固定 label",
    "parsed": "规则 parsed",
    "memory": "记忆库 memory",
    "engine": "机器 machine",
    "human": "人工 human",
}
_HOW_TO = (
    (
        "只改“英文”一栏；中文和编号已锁定。请勿增删、合并或移动表格的行。修订痕迹和批注均可使用。",
        (
            "Change the English column only; the Chinese and the ids are locked. Do not add, delete, merge or move "
            "rows. Tracked changes and comments are welcome."
        ),
    ),
    (
        "看过一行，在“状态”栏选“已审”；改动过的行即算已审。拿不准的选“需修改”。",
        (
            "When you have read a row, set its state to Reviewed; a row that you changed counts as reviewed. Where "
            "you are not sure, choose Needs work."
        ),
    ),
    (
        "先看有底色的行：‼ 有差错，! 有提醒或机器把握小；原因见批注。不成问题的，把批注标为“已解决”。",
        (
            "Look first at the shaded rows: ‼ has an error, ! has a warning or the machine was least sure; the "
            "comment says why. Where it is no fault, mark the comment as resolved."
        ),
    ),
    (
        "改完存为 .docx（Word、WPS、LibreOffice 均可），发回给英文版的制作人。",
        "Save as .docx (Word, WPS or LibreOffice) and send it back to the producer of the English edition.",
    ),
)


def how_to(file: str) -> tuple[tuple[str, str], ...]:
    """Return the instructions, a line in Chinese and English each, for a review file of this name."""
    return tuple((zh.replace("{file}", file), en.replace("{file}", file)) for zh, en in _HOW_TO)


def state_choice(state: State) -> tuple[str, str]:
    """Return the drop-down's value and text for a state."""
    below = [(value, shown) for floor, value, shown in STATES if floor <= state]
    return below[-1] if below else STATES[0][1:]


def origin_words(origin: str, score: float | None) -> str:
    """Return where a unit's English came from, with the memory's percentage; "" where that is not known."""
    kind = origin.partition(":")[0]
    percent = f" {score:.0f}%" if kind == "memory" and score is not None else ""
    return _ORIGINS[kind] + percent if kind in _ORIGINS else ""
