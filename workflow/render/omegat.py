"""The edition as a project of OmegaT, zipped: the XLIFF, the drafts as a memory, what is known as a glossary.

OmegaT up to 5 translates what stands in an XLIFF target, so the Chinese stands there; the English comes from
`tm/auto`, which fills the segments and marks them as filled. Its file of the same name in `target/` is what comes
back. Formats: OmegaT's manual, chapters "Files and folders", "Translation memories" and "Glossaries".
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from workflow.render.brand import Brand
from workflow.render.options import RenderOptions
from workflow.render.view import View
from workflow.render.wordxml import legal
from workflow.render.xliff import AUTHOR, EN, ZH, sayings_of, version1
from workflow.units import Unit

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_FOLDERS = ("source", "target", "omegat", "tm/auto", "glossary", "dictionary")
# One unit is one segment; the tokenizers are those that OmegaT brings for the two languages.
_PROJECT = f"""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>{ZH.upper()}</source_lang>
    <target_lang>{EN.upper()}</target_lang>
    <source_tok>org.omegat.tokenizer.LuceneSmartChineseTokenizer</source_tok>
    <target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
"""
_MEMORY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    f'<header creationtool="{AUTHOR}" creationtoolversion="1" segtype="sentence" o-tmf="{AUTHOR}" '
    f'adminlang="{EN}" srclang="{ZH}" datatype="plaintext"/>\n<body>\n'
)


def render(view: View, brand: Brand, options: RenderOptions) -> bytes:  # noqa: ARG001 - every renderer takes a brand
    """Return the zipped project, one folder of the edition's name; notes in the language of the options."""
    units = [piece.unit for piece in view.pieces]
    files = {
        "omegat.project": _PROJECT.encode(),
        f"source/{view.name}.xlf": version1(view, sayings_of(view, options.lang), source_as_target=True),
        f"tm/auto/{view.name}.tmx": memory(units, f"{view.name}.xlf"),
        f"glossary/{AUTHOR}.utf8": glossary(units),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for folder in _FOLDERS:
            package.writestr(zipfile.ZipInfo(f"{view.name}/{folder}/", _ZIP_TIME), b"")
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(f"{view.name}/{name}", _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def memory(units: Sequence[Unit], file: str) -> bytes:
    """Return the English of a file's units as TMX 1.4; where one Chinese has several, each is bound to its place."""
    english: dict[str, set[str]] = {}
    for unit in units:
        english.setdefault(legal(unit.source), set()).add(unit.target)
    listed: dict[str, None] = {}
    for number, unit in enumerate(units):
        source = legal(unit.source)
        if unit.target:
            around = _place(units, number, file) if len(english[source]) > 1 else ""
            listed[f"<tu>{around}{_variant(ZH, source)}{_variant(EN, legal(unit.target))}</tu>\n"] = None
    return f"{_MEMORY}{''.join(listed)}</body>\n</tmx>\n".encode()


def _place(units: Sequence[Unit], number: int, file: str) -> str:
    """Return the properties by which OmegaT tells segments of one source apart: file, the source before, the one after."""
    before = legal(units[number - 1].source) if number else ""
    after = legal(units[number + 1].source) if number + 1 < len(units) else ""
    return "".join(
        f"<prop type={quoteattr(name)}>{escape(text)}</prop>"
        for name, text in (("file", file), ("prev", before), ("next", after))
        if text
    )


def _variant(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{escape(text)}</seg></tuv>'


def glossary(units: Sequence[Unit]) -> bytes:
    """Return what is known of the units' English as OmegaT's own table: source, target, kind, parted by tabs."""
    return "".join(f"{line}\n" for line in dict.fromkeys(_lines(units))).encode()


def _lines(units: Sequence[Unit]) -> Iterator[str]:
    for unit in units:
        for one in unit.constraints:
            yield "\t".join(
                " ".join(cell.split()) for cell in (legal(one.source), legal(one.target), one.kind)
            )
