"""Characters of symbol fonts, which have places of their own there, as Unicode has them."""

from itertools import chain

# What editors meet: the Greek and the mathematics of Symbol; of Wingdings the marks, and what Word puts in for arrows
# and faces typed as marks. Source: Adobe's Symbol encoding; Word's AutoCorrect list.
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_MARKS = "2D− 7E~ A2′ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠ BB≈ BC… D2® D3© D4™ D7· E5∑"
_DINGBATS = "4A☺ 4C☹ 6C● 6E■ A7▪ A8◻ D8➢ DF← E0→ E7⇦ E8⇨ F3⬄ FB✗ FC✓ FE☑"


def _places(words: str) -> dict[int, str]:
    return {int(word[:2], 16): word[2:] for word in words.split()}


_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x7E)},
    **dict(zip(chain(range(0x41, 0x5B), range(0x61, 0x7B)), "".join(_GREEK), strict=True)),
    **_places(_MARKS),
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _places(_DINGBATS)}


def symbol(font: str, code: str) -> str:
    """Return the character at a place (hexadecimal) of a font, itself where its meaning is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not (0x20 <= place < 0xD800 or 0xE000 <= place < 0xFFFE):
        return ""
    known = _FONTS.get(font.strip().lower(), {})
    return known.get(place & 0xFF if 0xF000 <= place <= 0xF0FF else place, chr(place))
