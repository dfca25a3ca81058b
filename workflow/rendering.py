"""Step 9 for a whole edition: every output that the settings ask for, each rendered once for what it is made from."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from workflow import digests, store
from workflow.cache import Cache
from workflow.checks import CHECKS
from workflow.config import Settings
from workflow.edition import Edition
from workflow.errors import UsageError
from workflow.i18n import MESSAGES, _
from workflow.render import RENDERERS, suffix
from workflow.render.brand import Brand
from workflow.render.imprint import completed
from workflow.render.options import Attached, RenderOptions
from workflow.render.view import View, view
from workflow.review import log
from workflow.units import State

FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
KIND = "outputs"


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold the cache and what a run's results are made from besides each source.

    `everything` is the digest of all of it, `rendering` of what step 9 alone depends on: code, packages, fonts, brands.
    """

    cache: Cache
    everything: str
    rendering: str


def render(
    edition: Edition,
    settings: Settings,
    brand: Brand,
    entries: Sequence[log.Entry] = (),
    *,
    draft: bool | None = None,
    source: bytes = b"",
    pictures: Mapping[str, bytes] | None = None,
    kept: Kept | None = None,
) -> dict[str, bytes]:
    """Return the bytes of every output of an edition by file name, edition.json the first, its pictures next.

    The questions that are open in the review log's `entries` go into the review DOCX. `draft` marks every page as
    such; None leaves it to the units' states. `source` is the bulletin's, which an archive PDF takes in; `pictures` are the
    bytes of the edition's pictures by file; `kept` is where outputs are kept, None where they are not.
    """
    pictures = pictures or {}
    files = {store.FILE: store.dump(edition), **store.picture_files(edition.bulletin, pictures)}
    archived = settings.pdf == "archive" and "pdf" in settings.formats
    options = RenderOptions(
        layout=settings.layout,  # type: ignore[arg-type]  # config.CHOICES admits the literals only
        page=settings.page,  # type: ignore[arg-type]  # the same
        script=settings.script,  # type: ignore[arg-type]  # the same
        lang=MESSAGES.language,
        clock=clock(edition.bulletin.date),
        draft=any(unit.state < State.FINAL for unit in edition.units) if draft is None else draft,
        signature=edition.manifest.signature,
        attached=_attached(edition, files[store.FILE], source) if archived else (),
        xliff=settings.xliff,  # type: ignore[arg-type]  # the same
        pdf=settings.pdf,  # type: ignore[arg-type]  # the same
        check_titles={one.id: one.title for one in CHECKS},
        questions=log.as_comments(entries),
        pictures=pictures,
    )
    shown = completed(view(edition, options.script), brand)
    for name in settings.formats:
        files[edition.name + suffix(name, options.pdf)] = _rendered(name, shown, brand, options, kept)
    return files


def _attached(edition: Edition, dumped: bytes, source: bytes) -> tuple[Attached, ...]:
    (name, _digest), *_others = edition.manifest.inputs
    return Attached(name, source, "Source"), Attached(store.FILE, dumped, "Data")


def clock(date: str | None) -> datetime:
    """Return the one time that outputs carry: SOURCE_DATE_EPOCH, else the issue date, else 2000-01-01."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (OverflowError, ValueError, OSError):
            raise UsageError(
                _("SOURCE_DATE_EPOCH '{value}' is no time; unset it or give seconds.").format(value=epoch)
            ) from None
    return datetime.fromisoformat(date).replace(tzinfo=UTC) if date else FIRST_DAY


def _rendered(name: str, shown: View, brand: Brand, options: RenderOptions, kept: Kept | None) -> bytes:
    """Return one output, from the cache where it was rendered of the same before."""
    if kept is None:
        return RENDERERS[name].render(shown, brand, options)
    files = {**options.pictures, **{one.name: one.data for one in options.attached}}
    told = repr(replace(options, pictures={}, attached=()))
    parts = [f"{file} {sha256(data).hexdigest()}" for file, data in sorted(files.items())]
    key = digests.of(kept.rendering, name, brand.name, repr(shown), told, *parts)
    data = kept.cache.get(KIND, key)
    if data is None:
        data = RENDERERS[name].render(shown, brand, options)
        kept.cache.put(KIND, key, data)
    return data
