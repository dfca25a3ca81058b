"""Mine the lists of the checks on unknown words: how often right English says a word, and the terms of right pairs.

    .venv/bin/python benchmarks/mine_words.py ../shared/corpus workflow/checks/data

It takes the pairs of the folder but those of its heldout.txt. words.tsv has for each word of the dictionary: how often it
stands in the Chinese, how often the English has no word for it, how often it is a part of a term, and the English stems
that terms have beside it more than the dictionary knows. terms.tsv has the terms of the pairs that the
glossary does not bind, with their English; names of persons are left out, since a name is one person's.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.mine_lexicon import Pair, english, read
from workflow.checks import wordbook
from workflow.checks.unsaid import says
from workflow.checks.words import roots
from workflow.constrain import glossary as glossaries
from workflow.constrain.glossary import Glossary
from workflow.constrain.surnames import COMPOUND_SURNAMES, SURNAMES, VIETNAMESE

RUN = re.compile("[\u4e00-\u9fff]+")
MARKS = "《》“”\"'"
LONGEST_NAME = 4
LEAST_PAIRS = 4
PERSON = re.compile(r"(?:[A-Z][\w'’.-]*)(?: [A-Z][\w'’.-]*)+")
CLASSES = re.compile(
    r"\b(?:Province|County|City|Town|Township|Village|District|River|Lake|Port|Island|Bay)\b"
)


def is_person(zh: str, en: str) -> bool:
    """Tell whether a term is a person's name: capitalised words, no class of a place, a surname or a middle dot."""
    if not PERSON.fullmatch(en) or CLASSES.search(en):
        return False
    surname = zh[:1] in SURNAMES or zh[:1] in VIETNAMESE or zh[:2] in COMPOUND_SURNAMES or zh[:1] in "吴杜"
    return "·" in zh or (surname and len(zh) <= LONGEST_NAME and zh not in wordbook.vocabulary())


def terms_of(pairs: Iterable[Pair], glossary: Glossary) -> dict[str, list[str]]:
    """Return the terms of the pairs that the glossary does not bind, with their English, the most frequent first."""
    found: dict[str, Counter[str]] = {}
    for pair in pairs:
        for zh, en in pair.get("terms", ()):
            bare, target = zh.strip(MARKS), en.strip(MARKS)
            if RUN.fullmatch(bare) and 2 <= len(bare) <= wordbook.LONGEST and not is_person(bare, target):
                found.setdefault(bare, Counter())[target] += 1
    return {
        zh: [form for form, _count in forms.most_common()]
        for zh, forms in sorted(found.items())
        if not glossary.preferred(zh)
    }


def parts_of(terms: dict[str, list[str]], glossary: Glossary) -> dict[str, frozenset[str]]:
    """Return the stems that terms and entries of the glossary have beside a run of two to four characters in them."""
    pairs = [(zh, roots(en)) for zh, forms in terms.items() for en in forms]
    pairs += [
        (zh, roots(row.en)) for zh, rows in glossary.entries.items() if RUN.fullmatch(zh) for row in rows
    ]
    everywhere = Counter(one for _zh, english_stems in pairs for one in english_stems)
    places: dict[str, list[int]] = {}
    for number, (zh, _stems) in enumerate(pairs):
        for gram in {zh[i : i + n] for n in (2, 3, 4) for i in range(len(zh) - n + 1)}:
            places.setdefault(gram, []).append(number)
    found = {
        gram: english([pairs[i][1] for i in where], everywhere, len(pairs))
        for gram, where in places.items()
        if len(where) >= LEAST_PAIRS
    }
    return {gram: frozenset(mined[1]) for gram, mined in found.items() if mined}


def count(pairs: Iterable[Pair], parts: dict[str, frozenset[str]]) -> Iterator[str]:
    """Yield the rows of words.tsv."""
    seen, missed, inside = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs:
        zh, english_stems = pair["zh"], roots(pair["en"])
        covered: set[int] = set()
        for term, _en in pair.get("terms", ()):
            at = zh.find(term)
            covered.update(range(at, at + len(term)) if at >= 0 else ())
        for run in RUN.finditer(zh):
            for start, word in wordbook.split(run[0], False):
                if len(word) > 1:
                    place = run.start() + start
                    seen[word] += 1
                    inside[word] += covered.issuperset(range(place, place + len(word)))
                    known = wordbook.sense(word).usual | parts.get(word, frozenset())
                    missed[word] += not says(english_stems, known)
    for word in sorted(seen.keys() | (parts.keys() & wordbook.vocabulary())):
        more = sorted(parts.get(word, frozenset()) - wordbook.sense(word).usual)
        yield f"{word}\t{seen[word]}\t{missed[word]}\t{inside[word]}\t{' '.join(more)}\n"


def main() -> None:
    """Write the two lists."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    pairs = list(read(given.corpus))
    glossary = glossaries.load((glossaries.package_glossary(),))
    head = "# mined by: .venv/bin/python benchmarks/mine_words.py ../shared/corpus workflow/checks/data\n"
    for path in (wordbook.WORDS, wordbook.TERMS):
        path.touch()
    terms = terms_of(pairs, glossary)
    listed = [f"{zh}\t{' | '.join(forms)}\n" for zh, forms in terms.items()]
    counted = list(count(pairs, parts_of(terms, glossary)))
    (given.folder / "terms.tsv").write_text("".join([head, "# term, English\n", *listed]), encoding="utf-8")
    words = "# word, sentences, those without its English, those where it is part of a term, more stems\n"
    (given.folder / "words.tsv").write_text("".join([head, words, *counted]), encoding="utf-8")


if __name__ == "__main__":
    main()
