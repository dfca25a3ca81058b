"""Read and write edition.json; its JSON Schema is docs/edition.schema.json."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from workflow.bulletin import (
    BodyBlock,
    Bulletin,
    Contact,
    Issue,
    Masthead,
    Picture,
    Removed,
    Section,
    Speaker,
)
from workflow.edition import VERSION, Edition, Manifest
from workflow.errors import InputError, MissingPartError
from workflow.findings import Dismissal, Finding, Severity
from workflow.i18n import _
from workflow.units import Constraint, State, Suggestion, Unit

FILE = "edition.json"
# The folder beside edition.json that keeps its pictures, each named by its digest.
PICTURES = "pictures"
_PICTURE = re.compile(r"[0-9a-f]{32}\.(?:png|jpg)")
# From version n to n + 1; reading applies them in turn.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def dump(edition: Edition) -> bytes:
    """Return an edition as the bytes of its edition.json: UTF-8, sorted as the schema lists, LF."""
    b = edition.bulletin
    data = {
        "version": VERSION,
        "name": edition.name,
        "script": edition.script,
        "original": [{"hans": hans, "hant": hant} for hans, hant in edition.original],
        "bulletin": {
            "masthead": asdict(b.masthead),
            "issue": asdict(b.issue) if b.issue else None,
            "date": b.date,
            "title": b.title,
            "sections": [_section(section) for section in b.sections],
            "contact": asdict(b.contact) if b.contact else None,
            "about": b.about,
        },
        "units": [unit_data(unit) for unit in edition.units],
        "findings": [_finding(finding) for finding in edition.findings],
        "removed": [{"text": r.text, "reason": r.reason} for r in edition.removed],
        "manifest": {
            **asdict(edition.manifest),
            "inputs": dict(edition.manifest.inputs),
            "versions": dict(edition.manifest.versions),
            "options": dict(edition.manifest.options),
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def load(path: Path) -> Edition:
    """Return the edition of a folder or of an edition.json; raises InputError for one that cannot be read."""
    file = path / FILE if path.is_dir() else path
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        version = int(data["version"])
        if version > VERSION:
            raise InputError(
                _("'{path}' was written by a newer version ({version}); update bulletin-workflow.").format(
                    path=file, version=version
                )
            )
        while version < VERSION:
            data = MIGRATIONS[version](data)
            version = int(data["version"])
        return _edition(data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            _("'{path}' cannot be read as an edition ({reason}); build the bulletin again.").format(
                path=file, reason=getattr(error, "strerror", None) or error
            )
        ) from None


def picture_files(bulletin: Bulletin, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that an edition's pictures are kept in beside edition.json, by their names below its folder."""
    return {f"{PICTURES}/{one.file}": files[one.file] for one in bulletin.pictures}


def load_pictures(folder: Path, bulletin: Bulletin) -> dict[str, bytes]:
    """Return the bytes of an edition's pictures by file; raises MissingPartError for one that is gone or another now."""
    found: dict[str, bytes] = {}
    for one in bulletin.pictures:
        path = folder / PICTURES / one.file
        try:
            found[one.file] = path.read_bytes()
        except OSError:
            found[one.file] = b""
        if sha256(found[one.file]).hexdigest()[: len(path.stem)] != path.stem:
            raise MissingPartError(
                _(
                    "the picture '{path}' is missing or was changed; put it back, or build the bulletin again."
                ).format(path=path)
            )
    return found


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "speaker": asdict(section.speaker) if section.speaker else None,
        "paragraphs": list(section.paragraphs),
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: BodyBlock) -> dict[str, Any]:
    data: dict[str, Any] = {"type": block.type, "texts": list(block.texts)}
    if block.columns:
        data |= {"columns": block.columns, "merged": [list(one) for one in block.merged]}
    if block.picture:
        data["picture"] = asdict(block.picture)
    return data


def unit_data(unit: Unit) -> dict[str, Any]:
    """Return a unit as edition.json spells it."""
    return {
        "id": unit.id,
        "slot": unit.slot,
        "source": unit.source,
        "target": unit.target,
        "shown": unit.shown,
        "state": unit.state.name,
        "origin": unit.origin,
        "score": unit.score,
        "by": unit.by,
        "confidence": unit.confidence,
        "constraints": [
            {
                "kind": c.kind,
                "source": c.source,
                "target": c.target,
                "targets": list(c.targets),
                "start": c.start,
                "end": c.end,
                "doubtful": c.doubtful,
                "kept": c.kept,
                "at": list(c.at) if c.at else None,
                "way": c.way,
            }
            for c in unit.constraints
        ],
        "suggestions": [asdict(s) for s in unit.suggestions],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "check": finding.check,
        "severity": finding.severity.label,
        "unit": finding.unit,
        "message": finding.text,
        "template": finding.message,
        "args": dict(finding.args),
        "quote": finding.quote,
        "on": finding.on,
        "fix": finding.fix,
        "confidence": finding.confidence,
        "dismissed": asdict(finding.dismissed) if finding.dismissed else None,
    }


def _edition(data: Mapping[str, Any]) -> Edition:
    b, m = data["bulletin"], data["manifest"]
    bulletin = Bulletin(
        masthead=Masthead(**b["masthead"]),
        issue=Issue(**b["issue"]) if b["issue"] else None,
        date=b["date"],
        title=b["title"],
        sections=tuple(
            Section(
                s["heading"],
                Speaker(**s["speaker"]) if s["speaker"] else None,
                tuple(_body_block(block) for block in s["blocks"]),
            )
            for s in b["sections"]
        ),
        contact=_contact(b["contact"]) if b["contact"] else None,
        about=b["about"],
    )
    return Edition(
        name=data["name"],
        bulletin=bulletin,
        units=tuple(unit_of(u) for u in data["units"]),
        findings=tuple(_read_finding(f) for f in data["findings"]),
        removed=tuple(Removed(r["text"], r["reason"]) for r in data["removed"]),
        manifest=Manifest(
            **{**m, **{name: tuple(m.get(name, {}).items()) for name in ("inputs", "versions", "options")}}
        ),
        script=data["script"],
        original=tuple((pair["hans"], pair["hant"]) for pair in data["original"]),
    )


def _body_block(block: Mapping[str, Any]) -> BodyBlock:
    merged = tuple((cell, rows, columns) for cell, rows, columns in block.get("merged", ()))
    p = block.get("picture")
    if p and not _PICTURE.fullmatch(p["file"]):
        raise ValueError(p["file"])
    picture = Picture(p["file"], tuple(p["pixels"]), tuple(p["points"]), p["alt"]) if p else None
    return BodyBlock(block["type"], tuple(block["texts"]), block.get("columns", 0), merged, picture)


def _contact(c: Mapping[str, Any]) -> Contact:
    listed = {name: tuple(c.get(name, ())) for name in ("emails", "organizations", "others")}
    return Contact(**{**c, **listed})


def unit_of(u: Mapping[str, Any]) -> Unit:
    """Return the unit that edition.json spells so."""
    constraints = tuple(
        Constraint(
            c["start"],
            c["end"],
            c["source"],
            tuple(c["targets"]),
            c["kind"],
            c["doubtful"],
            c["kept"],
            (c["at"][0], c["at"][1]) if c["at"] else None,
            c["way"],
        )
        for c in u["constraints"]
    )
    return Unit(
        id=u["id"],
        slot=u["slot"],
        source=u["source"],
        target=u["target"],
        state=State[u["state"]],
        origin=u["origin"],
        score=u["score"],
        by=u["by"],
        confidence=u["confidence"],
        constraints=constraints,
        suggestions=tuple(Suggestion(**s) for s in u["suggestions"]),
        shown=u["shown"],
    )


def _read_finding(f: Mapping[str, Any]) -> Finding:
    return Finding(
        check=f["check"],
        severity=Severity[f["severity"].upper()],
        message=f["template"],
        unit=f["unit"],
        on=f["on"],
        args=tuple(f["args"].items()),
        quote=f["quote"],
        dismissed=Dismissal(**f["dismissed"]) if f["dismissed"] else None,
        fix=f.get("fix", ""),
        confidence=f.get("confidence", 1.0),
    )
