"""Sources of every container that hold a picture."""

from pathlib import Path

from tests.readers.picture_made import picture
from tests.readers.word_made import inside, word_file
from tests.test_lossless import check_lossless, check_placed
from workflow.bulletin import BodyBlock, Document
from workflow.clean import clean
from workflow.structure import parse

HEAD, ONE, TWO = (
    "会议召开",
    "2024年5月28日，座谈会在岭州召开，近百名代表参会。",
    "会议由云岭流域合作中心主办，持续两天。",
)
CAPTION = "图1 会场（张三摄）"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def drawing(key: str = "idpic", alt: str = "会场全景", size: str = "", crop: str = "") -> str:
    """Return a run with a picture as Word writes it: 120 by 80 points."""
    extent = size or '<wp:extent cx="1524000" cy="1016000"/>'
    return (
        f'<w:r><w:drawing><wp:inline {WP}>{extent}<wp:docPr id="1" name="图片 1" descr="{alt}"/>'
        f'<a:graphic><a:graphicData><pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="{key}"/>{crop}'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def docx(path: Path, *body: str, data: bytes | None = None, target: str = "media/p.png") -> Path:
    members = {"word/media/p.png": picture() if data is None else data}
    return word_file(path, "".join(body), relations=inside("idpic", target), members=members)


def saved_page(
    folder: Path, shown: str = '<img src="a_files/p.png" alt="会场全景">', name: str = "a.html"
) -> Path:
    (folder / "a_files").mkdir(exist_ok=True)
    (folder / "a_files" / "p.png").write_bytes(picture())
    body = f"<h1>{HEAD}</h1><p>{ONE}</p><p>{shown}</p><p align=center>{CAPTION}</p><p>{TWO}</p>"
    (folder / name).write_text(
        f"<html><head><title>{HEAD}</title></head><body>{body}</body></html>", encoding="utf-8"
    )
    return folder / name


def blocks(document: Document) -> list[BodyBlock]:
    check_lossless(document)
    cleaned = clean(document)
    check_lossless(cleaned)
    check_placed(cleaned)
    return [block for section in parse(cleaned).bulletin.sections for block in section.blocks]


def kinds(document: Document) -> list[str]:
    return [f"{block.type} {block.texts[0] if block.texts else ''}".strip() for block in blocks(document)]
