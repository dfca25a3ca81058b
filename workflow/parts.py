"""Parts of an edition that no step alone makes: what the caller says, fixed English, queries at their places, the manifest."""

import importlib.metadata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from workflow import __version__
from workflow.bulletin import Bulletin, Document, Removed
from workflow.config import Settings
from workflow.constrain import Terms
from workflow.edition import Manifest
from workflow.engines.base import Engine
from workflow.findings import Finding
from workflow.memory import Memory
from workflow.steps import Given
from workflow.units import Unit


def override(bulletin: Bulletin, given: Given) -> Bulletin:
    """Return a bulletin with what the caller says of it over what its source says."""
    return replace(
        bulletin,
        title=given.title or bulletin.title,
        issue=given.issue or bulletin.issue,
        date=given.date or bulletin.date,
    )


def own_name(bulletin: Bulletin) -> dict[str, str]:
    """Return the publisher's name as the masthead gives it in both languages."""
    zh, en = bulletin.masthead.name_zh, bulletin.masthead.name_en
    return {zh: en} if zh and en else {}


def labels(bulletin: Bulletin, terms: Terms) -> dict[str, str]:
    """Return the fixed English of slots: the masthead as the source gives it, the series."""
    fixed: dict[str, str] = {}
    if bulletin.masthead.name_en:
        fixed["masthead/name"] = bulletin.masthead.name_en
    entry = terms.glossary.preferred(bulletin.masthead.series or "")
    if entry:
        fixed["masthead/series"] = entry.en
    return fixed


def anchored(findings: Sequence[Finding], units: Sequence[Unit]) -> tuple[Finding, ...]:
    """Return source queries, each on a unit that holds the words it is about: the second on the second such unit."""
    seen: Counter[tuple[str, str]] = Counter()
    placed: list[Finding] = []
    for finding in findings:
        places = [unit.id for unit in units if finding.quote and finding.quote in unit.source]
        number = seen[finding.check, finding.quote]
        seen[finding.check, finding.quote] += 1
        placed.append(replace(finding, unit=places[min(number, len(places) - 1)]) if places else finding)
    return tuple(placed)


def removed_from(document: Document) -> tuple[Removed, ...]:
    """Return what was taken out: whole blocks, and the text that edits deleted from blocks that stayed."""
    deleted = [
        Removed(edit.before, edit.reason, block.spans)
        for block in document.blocks
        for edit in block.edits
        if edit.before.strip() and not edit.after and block.look.picture is None
    ]
    return (*document.removed, *deleted)


def manifest(
    source: Path, terms: Terms, engine: Engine, memory: Memory | None, settings: Settings, revision: int
) -> Manifest:
    """Return what an edition is made from and with."""
    libraries = ("ctranslate2", "weasyprint")
    versions = {
        "bulletin-workflow": __version__,
        **{name: importlib.metadata.version(name) for name in libraries},
    }
    glossary = terms.glossary.digest
    signature = f"{engine.signature}|glossary:{glossary[:8]}|v:{__version__}"
    return Manifest(
        signature=signature,
        inputs=((source.name, sha256(source.read_bytes()).hexdigest()),),
        model=engine.name,
        glossary=glossary,
        memory=memory.digest if memory else "",
        versions=tuple(versions.items()),
        revision=revision,
        options=(
            *(
                (name, str(getattr(settings, name)))
                for name in ("brand", "layout", "page", "script", "xliff", "pdf")
            ),
            ("formats", ",".join(settings.formats)),
        ),
    )
