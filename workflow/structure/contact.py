"""Read the contact block: labelled lines, lines that carry on the field above, organizations and the address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workflow.bulletin import Block, Contact
from workflow.structure.patterns import ORGANIZATION_END, SENTENCE, is_name, tidy, unspaced

HEADING = re.compile(r"^(?:联系我们|联络我们|联系方式|联系信息|联系人及方式|Contact [Uu]s)\s*[：:]?$")
LABELS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^(?:{label})\s*[：:]\s*(?P<value>.*)$", re.IGNORECASE), name)
    for label, name in (
        (r"电\s*话\s*[/、及和]?\s*传\s*真|tel\s*/\s*fax", "phone and fax"),
        (r"(?:通讯|通信|联系|办公|单位)?地\s*址|address", "address"),
        (r"邮\s*编|邮政编码|postal code", "postcode"),
        (r"(?:联系|办公|咨询|服务|值班|热线|举报|监督)?电\s*话|手\s*机|热\s*线|tel|phone", "phone"),
        (r"传\s*真|fax", "fax"),
        (r"(?:电子|投稿|联系)?邮\s*箱|电子邮件|电邮|邮件|e-?mail", "emails"),
        (r"(?:官方)?网\s*[址站]|官网|website", "website"),
        (r"微信(?:公众)?号?|公众号|wechat", "wechat"),
        (r"(?:主办|编辑|编印|承办)(?:单位|部门)?|单位", "organizations"),
    )
)
# Labels of who made the issue and who gets it: such a line may begin the block.
IMPRINT = re.compile(
    r"^(?:联系人|责任编辑|责\s*编|执行主编|主\s*编|总\s*编|编\s*[辑审]|审\s*[核校定]|校\s*对|撰\s*稿|供\s*稿|统\s*稿|摄\s*影|翻\s*译|签\s*发|报\s*送|抄\s*送|发\s*送|报|送|发)\s*[：:]\s*\S"
)
# Lines of another label that stand among these are kept whole (Contact.others); these labels say that the block is over.
OTHER_LABEL = re.compile(
    r"^(?!附件?|备?注|来源|时间|日期|地点|主题|摘要|提要)(?:[A-Za-z\u4e00-\u9fff]\s?){1,6}\s*[：:]\s*(?!//)\S"
)
NEXT_LABEL = re.compile(
    r"[\s，,；;]+(?=(?:邮\s*编|邮政编码|(?:联系)?电\s*话|传\s*真|(?:电子)?邮\s*箱|e-?mail|网\s*[址站]|官网|地\s*址|tel|fax)\s*[：:])"
    r"|\s+(?=(?:[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff])\s*[：:]\s*\S)",
    re.IGNORECASE,
)
MOST_LINES_ABOVE = 3
# Such a line at the head of a bulletin is no part of the contact.
NEAR_THE_END = 6
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(
    r"(?:省|市|区|县|州|道|路|街|巷|胡同|里).*(?:\d|号|楼|层|室|大厦|中心\d)|P\.?O\.? ?Box", re.IGNORECASE
)
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a contact block, the indices of its blocks, and the slot of each."""

    contact: Contact
    blocks: dict[int, str] = field(default_factory=dict)


def find(blocks: Sequence[Block]) -> Found | None:
    """Return the contact block of a bulletin, or None.

    It begins at its heading (联系我们), else at the first of two labelled lines in a row or of a line of several
    labels, or at the organization and the address that stand without a label above them.
    """
    start = next((i for i, b in enumerate(blocks) if HEADING.match(b.text.strip())), None)
    used: dict[int, str] = {}
    if start is not None:
        used[start] = "contact/heading"
        start += 1
    else:
        near = len(blocks) - NEAR_THE_END
        whole = {i for i, b in enumerate(blocks) if _several(b.text) or (i >= near and _credits(b.text))}
        labelled = [i for i, b in enumerate(blocks) if i in whole or label_of(b.text)]
        start = next((i for i in labelled if i in whole or i + 1 in labelled or i + 2 in labelled), None)
        if start is None:
            return None
        start = _above(blocks, start)
    contact = Contact()
    last = ""
    for i in range(start, len(blocks)):
        slot, contact = _take(blocks[i].text.strip(), last, contact)
        if slot is None:
            break
        used[i] = f"contact/{slot}"
        last = slot
    return Found(contact, used) if contact != Contact() else None


def _above(blocks: Sequence[Block], start: int) -> int:
    """Return where the lines without a label begin that belong to the labelled line at `start`."""
    first = start
    while first > 0 and start - first < MOST_LINES_ABOVE:
        text = blocks[first - 1].text.strip()
        if SENTENCE.search(text) or len(text) > LONGEST_LINE or not _unlabelled(text):
            return first
        first -= 1
    return first


def _several(text: str) -> bool:
    """Tell whether a line holds several labelled fields and nothing else: 电话 and 邮箱, or 联系人 and 电话."""
    pieces = NEXT_LABEL.split(text.strip())
    fields = [label_of(piece) for piece in pieces]
    known = all(field or IMPRINT.match(piece) for field, piece in zip(fields, pieces, strict=True))
    return len(pieces) > 1 and len(text) <= 3 * LONGEST_LINE and known and any(fields)


def _credits(text: str) -> bool:
    """Tell whether a line names several who made the issue: 主编：李霞 责任编辑：王强."""
    pieces = NEXT_LABEL.split(text.strip())
    return len(pieces) > 1 and len(text) <= 3 * LONGEST_LINE and all(map(IMPRINT.match, pieces))


def _unlabelled(text: str) -> bool:
    return bool(ORGANIZATION_END.search(text) or ADDRESS.search(text) or IMPRINT.match(text))


def label_of(text: str) -> tuple[str, str] | None:
    """Return (field, value) of a labelled contact line, or None."""
    for pattern, name in LABELS:
        match = pattern.match(text.strip())
        if match:
            return name, match["value"].strip()
    return None


def _take(text: str, last: str, contact: Contact) -> tuple[str | None, Contact]:
    """Return the slot that a line fills (None where the block ends) and the contact with it."""
    pieces = NEXT_LABEL.split(text)
    begins = (
        label_of(pieces[0])
        or OTHER_LABEL.match(pieces[0])
        or (ADDRESS.search(pieces[0]) and contact.address is None)
    )
    if len(pieces) > 1 and begins and len(text) <= 3 * LONGEST_LINE:
        slot: str | None = last
        for piece in pieces:
            slot, contact = _take(piece, last, contact)
        return slot or last, contact
    labelled = label_of(text)
    if labelled:
        name, value = labelled
        person = is_name(re.split("[、，/ ]", value)[0]) and not ORGANIZATION_END.search(value)
        if name == "organizations" and person:  # 编辑：李霞 edits, and is no body
            return "others", replace(contact, others=(*contact.others, tidy(text)))
        return name.partition(" ")[0], _fill(contact, name, value)
    if OTHER_LABEL.match(text) and not SENTENCE.search(text) and len(text) <= LONGEST_LINE:
        return "others", replace(contact, others=(*contact.others, tidy(text)))
    if EMAIL.fullmatch(text):
        return "emails", replace(contact, emails=(*contact.emails, text))
    if SENTENCE.search(text) or "：" in text or len(text) > LONGEST_LINE:
        return None, contact
    if re.fullmatch(r"https?://\S+|www\.\S+", text):
        return "website", replace(contact, website=text)
    if ADDRESS.search(text) and contact.address is None:
        return "address", replace(contact, address=unspaced(text))
    if last in ("", "organizations", "others", "heading") and contact.postcode is None:
        return "organizations", replace(contact, organizations=(*contact.organizations, tidy(text)))
    if re.fullmatch(r"[+\d][\d\s/()-]{5,}", text) and last in ("phone", "fax"):
        return last, _fill(contact, last, text)
    return None, contact


def _fill(contact: Contact, name: str, value: str) -> Contact:
    if name == "phone and fax":
        return _fill(_fill(contact, "phone", value), "fax", value)
    if name == "emails":
        rest = re.sub(r"[\s，,；;、/]", "", EMAIL.sub("", value))
        found = [value] if rest else EMAIL.findall(value)
        return replace(contact, emails=(*contact.emails, *found))
    if name == "organizations":
        return replace(contact, organizations=(*contact.organizations, tidy(value)))
    before = getattr(contact, name)
    joint, told = ("；", unspaced(value)) if name == "address" else (", ", tidy(value))
    changes: dict[str, Any] = {name: joint.join(filter(None, (before, told))) or None}
    return replace(contact, **changes)
