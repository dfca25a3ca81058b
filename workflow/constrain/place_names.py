"""Write the English of a Chinese place from its reading and its class: 岭州市 Lingzhou, 上澄县 Shangcheng County."""

from functools import lru_cache

from workflow.constrain.gazetteer import readings_of, spelt
from workflow.constrain.place_words import CLASSES
from workflow.constrain.transcription import pinyin

# Classes that stand behind a feature's own: 丹霞山国家级自然保护区 is Danxiashan National Nature Reserve.
WITH_PINYIN = ("Reserve", "Park")


@lru_cache(maxsize=2048)
def forms(stem: str, kind: str, behind: str = "") -> tuple[str, ...]:
    """Return the English accepted for a place, the house's first: its stem, its class, what stands behind that.

    A city goes by its bare name, a stem of one syllable keeps its class in pinyin (攸县 Youxian County, 沘江 Bijiang
    River) as the national standard for place names (GB/T 17733) has it. The bare name is accepted for every class.
    """
    found: list[str] = []
    for name in readings_of(stem):
        found += _with_class(name, stem, kind) if kind else [name]
    if behind:
        found = _behind(found, stem, kind, behind)
    return tuple(dict.fromkeys(found))


def _with_class(name: str, stem: str, kind: str) -> list[str]:
    joined = _joined(name, kind)
    english = CLASSES[kind]
    if kind == "市":
        return [name, *(f"{name} {word}" for word in english), f"{name} Municipal", f"City of {name}"]
    named = [f"{name} {word}" for word in english]
    doubled = [f"{joined} {word}" for word in english]
    if kind == "山":
        named += [f"Mount {name}", f"Mt. {name}"]
    if kind == "湖":
        named.append(f"Lake {name}")
    if kind == "州":
        named += [f"{name} Autonomous Prefecture"]
    both = [*doubled, *named] if len(stem) == 1 else [*named, *doubled]
    of = [f"{word} of {name}" for word in english[:1]]
    bare = [name] if len(stem) > 1 else []
    return [*both, *of, joined, *bare]


def _behind(found: list[str], stem: str, kind: str, behind: str) -> list[str]:
    """Return the names of what lies at a place: a river's basin, a bay's wetland, a mountain's reserve."""
    classes = CLASSES[behind]
    bases = found
    if kind and classes[0].endswith(WITH_PINYIN):
        bases = [*(_joined(name, kind) for name in readings_of(stem)), *found]
        if len(kind) > 1:
            bases = found
    named = [f"{base} {word}" for base in bases for word in classes]
    of = [f"{word.lower()} of the {base}" for base in found[:2] for word in classes]
    return [*named, *of]


def _joined(name: str, kind: str) -> str:
    """Return a name with its class in pinyin, one word: Bijiang."""
    syllables = [name, *(pinyin(char) for char in kind)]
    return spelt(syllables)
