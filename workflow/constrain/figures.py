"""English figures: digits, words, millions, ordinals and fractions, in the forms that print accepts."""

from decimal import Decimal
from functools import lru_cache

from workflow.constrain.articles import takes_an

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_WORDS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
BIG = (("trillion", Decimal(10**12)), ("billion", Decimal(10**9)), ("million", Decimal(10**6)))
LONGEST_DECIMALS = 4
# By value: ROMAN[4] is IV.
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


def spelled(number: int) -> str:
    """Return a whole number from 0 to 999 in words."""
    if number < 20:
        return WORDS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS_WORDS[tens - 2] + (f"-{WORDS[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{WORDS[hundreds]} hundred" + (f" and {spelled(rest)}" if rest else "")


def ordinal_word(number: int) -> str:
    """Return an ordinal from 1 to 999 in words: fifteenth, twenty-sixth."""
    head, mark, last = _split_last(spelled(number))
    if last in ORDINAL_WORDS:
        return head + mark + ORDINAL_WORDS[last]
    return head + mark + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _split_last(words: str) -> tuple[str, str, str]:
    cut = max(words.rfind("-"), words.rfind(" "))
    return (words[:cut], words[cut], words[cut + 1 :]) if cut >= 0 else ("", "", words)


def ordinal_digits(number: int) -> str:
    """Return an ordinal in figures: 1st, 12th, 22nd."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@lru_cache(maxsize=1024)
def ordinal_forms(number: int) -> tuple[str, ...]:
    """Return the accepted ordinals, the house form first: words up to tenth, figures above."""
    if not 1 <= number <= 999:
        return (ordinal_digits(number), f"{number:,}{ordinal_digits(number)[-2:]}")
    forms = (ordinal_word(number), ordinal_digits(number))
    return forms if number <= 10 else forms[::-1]


def grouped(value: Decimal) -> str:
    """Return a value in figures with thousands separators, its decimals kept."""
    return f"{value:,f}"


def figure_forms(value: Decimal, words_first: bool = False) -> tuple[str, ...]:
    """Return the accepted English forms of a value, the house form first.

    House style: words up to ten where `words_first` (counted things), figures otherwise (measures and
    money), millions and billions from 1,000,000 on.
    """
    if value < 0:
        return tuple(
            f"{sign}{form}" for sign in ("-", "minus ", "−") for form in figure_forms(-value, words_first)
        )
    # 5.0 and 5 are equal and written in two ways.
    return _figure_forms(str(value), words_first)


@lru_cache(maxsize=4096)
def _figure_forms(written: str, words_first: bool) -> tuple[str, ...]:
    value = Decimal(written)
    whole = value == value.to_integral_value()
    small = [spelled(int(value))] if whole and 0 <= value <= 100 else []
    figures = [grouped(value)]
    if value >= 10**6:
        scaled = _scaled_forms(value)
        short = scaled and len(scaled[0].split()[0].partition(".")[2]) <= LONGEST_DECIMALS
        figures = scaled + figures if short else figures + scaled
    elif whole and value >= 1000 and value % 1000 == 0:
        figures += _in_words(value, 1000, "thousand")
    elif whole and 100 <= value < 1000 and value % 100 == 0:
        figures += _in_words(value, 100, "hundred")
    if 0 < value < 100 and value.as_tuple().exponent == -1 and not whole:
        figures.append(f"{spelled(int(value))} point {spelled(int(value * 10 % 10))}")
    if value % 1 == Decimal("0.5") and value < 20:
        figures.append(f"{spelled(int(value))} and a half")
    if small and words_first and value <= 10:
        return tuple(small + figures)
    return tuple(dict.fromkeys(figures + small))


def _in_words(value: Decimal, unit: int, name: str) -> list[str]:
    count = int(value) // unit
    forms = [f"{spelled(count)} {name}", f"{count} {name}"] if unit > 100 else [f"{spelled(count)} {name}"]
    return forms + ([f"a {name}"] if count == 1 else [])


def _scaled_forms(value: Decimal) -> list[str]:
    forms = []
    for name, size in BIG:
        scaled = value / size
        if Decimal("0.1") <= scaled < 10_000 and (scaled >= 1 or name != "million"):
            forms.append((scaled, name))
    forms.sort(key=lambda form: (form[0] < 1, form[0]))
    written = [f"{_plain(scaled)} {name}" for scaled, name in forms]
    whole = [(scaled, name) for scaled, name in forms if 1 <= scaled <= 10 and scaled == int(scaled)]
    in_words = [f"{spelled(int(scaled))} {name}" for scaled, name in whole]
    return written + in_words + [f"a {name}" for scaled, name in whole if scaled == 1]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def fraction_forms(numerator: int, denominator: int) -> tuple[str, ...]:
    """Return the accepted English forms of a fraction: two-thirds, one quarter, half."""
    if denominator > 999:
        whole = spelled(denominator // 1000) if denominator % 1000 == 0 and denominator < 10**6 else ""
        named = [f"{count} {whole}-thousandth" for count in ("one", "a")] if whole and numerator == 1 else []
        return (f"{numerator}/{denominator}", f"{numerator} in {denominator:,}", *named)
    if (numerator, denominator) == (1, 2):
        return ("half", "one-half", "one half", "1/2", "50%", "50 percent")
    names = ["quarter", ordinal_word(denominator)] if denominator == 4 else [ordinal_word(denominator)]
    forms = []
    count = spelled(numerator) if numerator <= 10 else str(numerator)
    for name in names:
        tail = name if numerator == 1 else f"{name}s"
        forms += [f"{count}-{tail}"]
        if numerator == 1:
            forms += [f"an {tail}" if takes_an(tail) else f"a {tail}", f"another {tail}"]
    if denominator <= 100:
        forms += [f"{count} in {spelled(denominator)}", f"{count} out of {spelled(denominator)}"]
    forms += [f"{count} in {denominator}", f"{numerator}/{denominator}", f"{numerator} in {denominator}"]
    percent = Decimal(numerator * 100) / Decimal(denominator)
    if percent == percent.quantize(Decimal("0.01")):
        forms += percent_forms(percent.normalize())
    return tuple(forms)


def percent_forms(value: Decimal) -> tuple[str, ...]:
    """Return the accepted forms of a percentage: 42%, 42 percent, 42 per cent."""
    figure = f"{value:,f}"
    forms = [f"{figure}%", f"{figure} percent", f"{figure} per cent"]
    if value == value.to_integral_value() and 0 < value <= 100:
        forms.append(f"{spelled(int(value))} percent")
    if value == 50:
        forms += ["half", "one half"]
    return tuple(forms)
