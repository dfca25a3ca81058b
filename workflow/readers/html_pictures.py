"""Pictures of a page: the files saved beside it, those inside it, the parts of a web archive; nothing is fetched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from workflow.i18n import N_
from workflow.readers.pictures import DECORATION, FURNITURE, Pictures, data_address, file_beside

if TYPE_CHECKING:
    from email.message import Message

PICTURE = N_("picture of the page")
# Where pages keep a picture's address until it is scrolled to.
LATE = ("data-src", "data-original", "data-lazy-src", "_src")
# An icon's size, where a page states it, in pixels of the screen.
ICON = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold a picture of a page: the address to name, what it says, its number in the document or why it has none."""

    address: str
    alt: str
    number: int | None = None
    reason: str = PICTURE


@dataclass(frozen=True, slots=True)
class Finder:
    """Find the pictures of one page: in its folder, or among the parts of its archive, whose own address is `base`."""

    folder: Path | None = None
    parts: Mapping[str, bytes] = field(default_factory=dict)
    base: str = ""
    pictures: Pictures = field(default_factory=Pictures)

    def shown(self, node: Any) -> Shown:  # noqa: ANN401 - lxml's element has no public type
        """Return what an img element of a page shows."""
        alt = " ".join((node.get("alt") or "").split())
        late = [address for name in LATE if (address := node.get(name))]
        addresses = [*late, *([node.get("src")] if node.get("src") else [])]
        named = next((one for one in addresses if not one.startswith("data:")), "")
        words = f"{named.rpartition('/')[2]} {alt} {node.get('class') or ''} {node.get('id') or ''}"
        if FURNITURE.search(words) or _is_icon(node):
            return Shown(named, alt, reason=DECORATION)
        for address in addresses:
            data = self._bytes(address)
            if data:
                number, reason = self.pictures.take(data, named or "data:")
                if number is not None or reason != DECORATION or address == addresses[-1]:
                    return Shown(named, alt, number, reason or PICTURE)
        return Shown(named, alt)

    def _bytes(self, address: str) -> bytes | None:
        if self.pictures.full:
            return None
        if address.startswith("data:"):
            return data_address(address)
        for one in (address, urljoin(self.base, address)) if self.parts else ():
            if one in self.parts:
                return self.parts[one]
        return file_beside(self.folder, address) if self.folder else None


def _is_icon(node: Any) -> bool:  # noqa: ANN401 - lxml's element
    sizes = [node.get(side) or "" for side in ("width", "height")]
    stated = [int(size) for size in sizes if size.isascii() and size.isdigit() and len(size) < 6]
    return bool(stated) and max(stated) <= ICON


def parts_of(archive: "Message") -> dict[str, bytes]:
    """Return the pictures of a web archive by the addresses that its page may call them by (RFC 2557)."""
    found: dict[str, bytes] = {}
    for part in archive.walk():
        data = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(data, bytes):
            location, key = part.get("Content-Location"), part.get("Content-ID")
            found |= {str(location).strip(): data} if location else {}
            found |= {f"cid:{str(key).strip().strip('<>')}": data} if key else {}
    return found
