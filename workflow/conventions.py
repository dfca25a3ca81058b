"""The house's conventions of English as data: US spelling, English punctuation, short forms.

Step 7 mends by them what an engine wrote; step 8 reports by them what a human may have missed. US spelling
follows Merriam-Webster's first form of each word, which the Chicago Manual of Style (7.1) takes as its rule;
official names keep the spelling that their owners gave them (8.61 and after).
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workflow.constrain.english_words import runs_of_letters
from workflow.constrain.glossary import Entry, package_glossary
from workflow.units import HAN

BODY = re.compile(r"^sections/\d+/(?:paragraphs|blocks)/")
RUNNING = re.compile(r"^(?:sections/\d+/(?:paragraphs|blocks|heading)|about|title)(?:/|$)")
STYLE_FILE = "style.toml"

_ISE = (
    "agon anonym antagon apolog author capital categor central character civil colon commercial container critic "
    "crystall custom decentral democrat digital digit econom emphas energ equal familiar fertil final formal "
    "fossil galvan general global harmon homogen hospital human hypothes ideal immun incentiv individual industrial "
    "initial institutional internal international item jeopard legal legitim liberal local magnet marginal "
    "material maxim mechan memor minim mobil modern monopol moral motor national natural neutral normal operational "
    "optim organ oxid personal philosoph polar popular pressur priorit privat public rational real recogn regular "
    "reorgan revital scrutin sensit social special stabil standard steril subsid summar symbol sympath synchron "
    "synthes systemat tantal theor token urban util vandal visual"
)
_ISE_ENDINGS = "ise ises ised ising iser isers isation isations isational isable".split()
_YSE = {"anal": "analyse analysed analysing", "catal": "catalyse catalysed catalysing catalyses"} | {
    "paral": "paralyse paralysed paralysing paralyses",
    "hydrol": "hydrolyse hydrolysed hydrolysing hydrolyses",
}
_OUR = (
    "armour behaviour behaviours behavioural colour colours coloured colourful colouring endeavour endeavours "
    "endeavoured endeavouring favour favours favoured favouring favourable favourably favourite favourites flavour "
    "flavours harbour harbours harbouring honour honours honoured honouring honourable humour labour labours "
    "labourer labourers neighbour neighbours neighbouring neighbourhood neighbourhoods odour odours parlour rumour "
    "rumours savour splendour tumour tumours unfavourable vapour vapours vigour"
)
_DOUBLED = (
    "cancelled cancelling channelled channelling counselling counsellor counsellors dialled dialling equalled "
    "fuelled fuelling labelled labelling levelled levelling marshalled modelled modelling panelled signalled "
    "signalling totalled totalling travelled travelling traveller travellers tunnelling"
)
_SINGLE = (
    "aeroplane:airplane aeroplanes:airplanes ageing:aging aluminium:aluminum amongst:among artefact:artifact "
    "artefacts:artifacts calibre:caliber centimetre:centimeter centimetres:centimeters centre:center centred:centered "
    "centres:centers centring:centering cheque:check cheques:checks cosy:cozy defence:defense defences:defenses "
    "enrol:enroll enrolment:enrollment enrolments:enrollments fibre:fiber fibres:fibers foetus:fetus fulfil:fulfill "
    "fulfils:fulfills fulfilment:fulfillment grey:gray greys:grays haemoglobin:hemoglobin instalment:installment "
    "instalments:installments jewellery:jewelry judgement:judgment judgements:judgments kerb:curb "
    "kilogramme:kilogram kilogrammes:kilograms kilometre:kilometer kilometres:kilometers learnt:learned "
    "licence:license licences:licenses litre:liter litres:liters lustre:luster manoeuvre:maneuver "
    "manoeuvres:maneuvers marvellous:marvelous meagre:meager metre:meter metres:meters millilitre:milliliter "
    "millilitres:milliliters millimetre:millimeter millimetres:millimeters mould:mold moulds:molds mouldy:moldy "
    "offence:offense offences:offenses paediatric:pediatric plough:plow ploughed:plowed ploughing:plowing "
    "ploughs:plows practise:practice practised:practiced practising:practicing programme:program "
    "programmes:programs sceptical:skeptical scepticism:skepticism skilful:skillful skilfully:skillfully "
    "smoulder:smolder sombre:somber storey:story storeys:stories sulphate:sulfate sulphates:sulfates "
    "sulphide:sulfide sulphur:sulfur sulphuric:sulfuric theatre:theater theatres:theaters tyre:tire tyres:tires "
    "whilst:while wilful:willful woollen:woolen"
)
US_SPELLING: dict[str, str] = {
    **{stem + end: stem + end.replace("is", "iz", 1) for stem in _ISE.split() for end in _ISE_ENDINGS},
    **{word: stem + "yz" + word[len(stem) + 2 :] for stem, words in _YSE.items() for word in words.split()},
    **{word: word.replace("our", "or", 1) if word[:3] != "our" else word for word in _OUR.split()},
    **{word: re.sub(r"ll(?=e|i|o)(?!.*ll)", "l", word) for word in _DOUBLED.split()},
    **dict(pair.split(":") for pair in _SINGLE.split()),
}
JOINING = r"(?:(?:of|for|on|and|the|in|to) )*"
CAPITAL_AFTER = re.compile(rf"[ -]{JOINING}[A-Z]")
CAPITAL_BEFORE = re.compile(rf"\b(?!The\b)[A-Z][\w'’-]*[ -]{JOINING}$")

# Marks of Chinese text and the English for them; between letters a blank follows or comes before.
ENGLISH_MARKS = {
    "，": ", ", "、": ", ", "。": ". ", "；": "; ", "：": ": ", "？": "? ", "！": "! ", "（": " (", "）": ") ",
    "《": ' "', "》": '" ', "〈": ' "', "〉": '" ', "【": " [", "】": "] ", "「": ' "', "」": '" ', "『": ' "', "』": '" ',
    "％": "%", "～": "-", "\u3000": " ",
}  # fmt: skip
# The letters, figures and marks of full width stand 0xFEE0 above their ASCII.
FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in ENGLISH_MARKS}
CHINESE_MARKS = re.compile(f"[{''.join(ENGLISH_MARKS)}{''.join(map(chr, FULL_WIDTH))}]")
_SPACES = (
    (re.compile(r" {2,}"), " "),
    (re.compile(r" (?=[,.;:?!)\]])|(?<=[(\[]) "), ""),
    (re.compile(r'(?<=[,.;:?!)]) (?=["”])(?=.\s|.$)|(?<=\d[,.:]) (?=\d)'), ""),
)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Hold what glossary/style.toml says of names: short forms without an article, those known to all, joined pairs."""

    no_article: frozenset[str]
    known_to_all: frozenset[str]
    hyphenated: tuple[str, ...]


@cache
def house_style() -> HouseStyle:
    """Return the house's style of names."""
    table = tomllib.loads((package_glossary() / STYLE_FILE).read_text(encoding="utf-8"))
    known = frozenset(table["known_to_all"])
    return HouseStyle(frozenset(table["no_article"]), known, tuple(table["hyphenated"]))


def hyphenated(text: str) -> str:
    """Return English with the house's pairs of names joined by a hyphen, whatever stood between them."""
    for pair in house_style().hyphenated:
        first, second = pair.split("-")
        if first in text and second in text:
            text = re.sub(rf"\b{first}(?: ?[/‐‑‒–—−-] ?| ){second}\b", pair, text)
    return text


def english_marks(text: str) -> str:
    """Return the text with the marks, letters and figures of Chinese text in their English form and spacing."""
    if not CHINESE_MARKS.search(text):
        return text
    text = "".join(ENGLISH_MARKS.get(character, character) for character in text).translate(FULL_WIDTH)
    for pattern, after in _SPACES:
        text = pattern.sub(after, text)
    return text.strip()


def british_words(text: str, names: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, US spelling) of the British spellings of a text that are no part of a name.

    Names are the given ones, and what has a capital beside another capital: official names keep their spelling.
    """
    if US_SPELLING.keys().isdisjoint(runs_of_letters(text)):
        return []
    covered = [m.span() for name in names for m in re.finditer(re.escape(name), text, re.IGNORECASE)]
    return [
        (*m.span(), _like(m[0], US_SPELLING[m[0].lower()]))
        for m in re.finditer(r"[A-Za-z]+", text)
        if m[0].lower() in US_SPELLING
        and not any(start <= m.start() and m.end() <= end for start, end in covered)
        and not (
            m[0][0].isupper()
            and (CAPITAL_AFTER.match(text, m.end()) or CAPITAL_BEFORE.search(text, 0, m.start()))
        )
    ]


def _like(model: str, word: str) -> str:
    """Return the word with the capitals of the model."""
    return word.upper() if model.isupper() else word.capitalize() if model[0].isupper() else word


# A sentence may begin with these as they are written: pH, eDNA, iPhone, e-waste, de Vries, an address, (iv), a).
_SMALL_BY_NATURE = re.compile(
    r"[a-z]{1,2}[A-Z]|[a-z]-|(?:al|de|van|von|da|di)[ -][A-Z]|www\.|https?:|\S+@|(?:[a-z]|[ivx]+)[).]"
)
_OPENING = re.compile(r"[\"'“‘(\[]*(?=[a-z])")
_HAN = re.compile(f"[{HAN}]")


def small_initial(source: str, english: str) -> int | None:
    """Return the place of a small letter at the start of the English of a sentence or heading, or None.

    English that is written small everywhere, and that of a source without Chinese, is left alone.
    """
    opening = _OPENING.match(english)
    if opening is None or _SMALL_BY_NATURE.match(english, opening.end()) or not _HAN.search(source):
        return None
    return opening.end()


def short_form(entry: Entry) -> str:
    """Return the short form that stands for an entry after its first mention, or nothing.

    Entries that bind have one, of organizations, programs and documents; none that drops a figure (2030 …).
    """
    named = entry.status == "preferred" and entry.kind in ("organization", "program", "document")
    return entry.en_short if entry.en_short and named and not re.search(r"\d", entry.en) else ""
