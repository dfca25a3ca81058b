"""What a good engineer in a hurry would write: the same model, for each file three files out, nothing checked.

    .venv/bin/python benchmarks/baseline.py FILE... OUT (--model FOLDER [--batch] | --argos FOLDER)

Splits sentences, asks the model for each (one call a sentence; with --batch all of a file in one call), writes PDF, DOCX
and a review DOCX. With --argos it asks Argos Translate. benchmarks/bench.py measures the product beside it.
"""

import argparse
import html
import re
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
from docx import Document
from tokenizers import Tokenizer
from weasyprint import HTML

PROMPT = "<|im_start|>user\n{}<|im_end|>\n<|im_start|>assistant\n"
HAN = re.compile("[一-鿿]")
CSS = """
@page { size: A4; margin: 2cm; @bottom-center { content: counter(page) } }
body { font: 10.5pt "Noto Serif", "Noto Serif CJK SC", serif }
td { width: 50%; vertical-align: top; padding: 2mm }
"""


class Model:
    """Hold the model and its tokenizer."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.generator = ctranslate2.Generator(str(folder), device="cpu", compute_type="int8")

    def prompt(self, sentence: str) -> list[str]:
        """Return the tokens that a sentence is asked with."""
        tokens: list[str] = self.tokenizer.encode(PROMPT.format(sentence)).tokens
        return tokens

    def translate(self, sentences: Sequence[str], most: int = 0) -> list[str]:
        """Return the English of sentences from one call, in batches of at most `most`; 0 is one batch."""
        results = self.generator.generate_batch(
            [self.prompt(sentence) for sentence in sentences],
            max_batch_size=most,
            max_length=256,
            include_prompt_in_result=False,
            end_token="<|im_end|>",  # noqa: S106 - no password
        )
        return [self.tokenizer.decode(result.sequences_ids[0]).strip() for result in results]


class Argos:
    """Hold an Argos package, asked through Argos Translate itself; its own splitter, which wants the network, is left out."""

    def __init__(self, folder: Path) -> None:
        from argostranslate.package import Package
        from argostranslate.translate import Language, PackageTranslation

        self.package = Package(folder)
        self.translation = PackageTranslation(
            Language("zh", "Chinese"), Language("en", "English"), self.package
        )
        self.translation.sentencizer = self

    @staticmethod
    def split_sentences(text: str) -> list[str]:
        """Leave a sentence whole."""
        return [text]

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the English of sentences, one call each."""
        return [self.translation.translate(sentence) for sentence in sentences]


def paragraphs_of(text: str) -> list[list[str]]:
    """Return the sentences of every paragraph, a paragraph being a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [[part for part in re.split("(?<=[。！？])(?![”’」』）])", line) if part] for line in lines]


def write(pairs: Sequence[tuple[str, str]], folder: Path, name: str) -> None:
    """Write the paragraphs as PDF and DOCX in two columns, and as a DOCX for review with a column for edits."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"<tr><td>{html.escape(zh)}</td><td>{html.escape(en)}</td></tr>" for zh, en in pairs)
    page = f"<html><style>{CSS}</style><table>{rows}</table></html>"
    HTML(string=page).write_pdf(folder / f"{name}.pdf")
    for suffix, columns in ((".docx", 2), (".review.docx", 3)):
        document = Document()
        table = document.add_table(rows=0, cols=columns)
        for pair in pairs:
            cells = table.add_row().cells
            for cell, text in zip(cells, pair, strict=False):
                cell.text = text
        document.save(str(folder / f"{name}{suffix}"))


def main() -> None:
    """Translate the files one after another."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--model", type=Path, help="an installed house model's folder")
    which.add_argument("--argos", type=Path, help="an unpacked Argos package")
    parser.add_argument("--batch", action="store_true", help="all sentences of a file in one call")
    given = parser.parse_args()
    model = Argos(given.argos) if given.argos else Model(given.model)
    for file in given.files:
        paragraphs = paragraphs_of(file.read_text(encoding="utf-8"))
        chinese = [sentence for paragraph in paragraphs for sentence in paragraph if HAN.search(sentence)]
        calls = [chinese] if given.batch else [[sentence] for sentence in chinese]
        english = dict(zip(chinese, (text for call in calls for text in model.translate(call)), strict=True))
        pairs = [("".join(part), " ".join(english.get(one, one) for one in part)) for part in paragraphs]
        write(pairs, given.out, file.stem)


if __name__ == "__main__":
    main()
