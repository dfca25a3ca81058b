"""Print editions in every brand and layout: pages, bytes and time of each, and their pages as pictures to look at.

    python benchmarks/print_pages.py build/*/edition.json [--out build/pages] [--dpi 150]

Time is the processor's own, after a first page that loads the libraries.
"""

import argparse
import time
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2

from workflow import store
from workflow.render import RENDERERS
from workflow.render.brand import available_brands, load_brand
from workflow.render.options import LAYOUTS, PDF_SUFFIXES, RenderOptions
from workflow.render.view import View, view


def main() -> None:
    """Print what was asked for as one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("editions", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/pages"))
    parser.add_argument("--dpi", type=int, default=150)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    print("| edition | brand | layout | for | pages | kB | seconds | a page |")
    print("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |")
    for path in asked.editions:
        shown = view(store.load(path))
        _printed(replace(shown, sections=()), "center", RenderOptions())
        for brand, layout in product(sorted(available_brands()), LAYOUTS):
            for purpose in PDF_SUFFIXES if layout == "facing" else ("screen",):
                data, seconds = _printed(shown, brand, RenderOptions(layout=layout, pdf=purpose))
                name = asked.out / f"{shown.name}-{brand}-{layout}-{purpose}"
                pages = _pictures(data, name, asked.dpi if purpose == "screen" else 0)
                row = (shown.name, brand, layout, purpose, pages, len(data) // 1000, f"{seconds:.2f}")
                print("|", " | ".join(map(str, row)), f"| {seconds / pages:.2f} |", flush=True)


def _printed(shown: View, brand: str, options: RenderOptions) -> tuple[bytes, float]:
    start = time.process_time()
    data = RENDERERS["pdf"].render(shown, load_brand(brand), options)
    return data, time.process_time() - start


def _pictures(data: bytes, name: Path, dpi: int) -> int:
    """Draw the pages where `dpi` is not 0, and return how many there are."""
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document if dpi else (), 1):
        page.render(scale=dpi / 72).to_pil().save(f"{name}-{number}.png")
    count = len(document)
    document.close()
    return count


if __name__ == "__main__":
    main()
