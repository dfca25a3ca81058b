"""Tables of the language of offices: local bodies, heads of bodies, embassies, countries' adjectives."""

import re

from workflow.constrain.homes import homes

COUNTRY_ADJECTIVES = {
    "China": "Chinese",
    "Viet Nam": "Vietnamese",
    "Thailand": "Thai",
    "Lao PDR": "Lao",
    "Cambodia": "Cambodian",
    "Myanmar": "Myanmar",
    "Japan": "Japanese",
    "Republic of Korea": "Korean",
    "Malaysia": "Malaysian",
    "Indonesia": "Indonesian",
    "Singapore": "Singaporean",
    "Philippines": "Philippine",
    "India": "Indian",
    "Russia": "Russian",
    "Germany": "German",
    "France": "French",
    "United Kingdom": "British",
    "United States": "U.S.",
    "Australia": "Australian",
    "Sweden": "Swedish",
    "Norway": "Norwegian",
    "Netherlands": "Dutch",
    "Switzerland": "Swiss",
    "Canada": "Canadian",
}
MORE_ADJECTIVES = {
    "Argentina": "Argentine",
    "Austria": "Austrian",
    "Bangladesh": "Bangladeshi",
    "Belgium": "Belgian",
    "Brazil": "Brazilian",
    "Brunei Darussalam": "Brunei",
    "Chile": "Chilean",
    "Denmark": "Danish",
    "Egypt": "Egyptian",
    "Ethiopia": "Ethiopian",
    "European Union": "European",
    "Finland": "Finnish",
    "Hungary": "Hungarian",
    "Iran": "Iranian",
    "Israel": "Israeli",
    "Italy": "Italian",
    "Kenya": "Kenyan",
    "Mexico": "Mexican",
    "Mongolia": "Mongolian",
    "Nepal": "Nepali",
    "Pakistan": "Pakistani",
    "Peru": "Peruvian",
    "Poland": "Polish",
    "Serbia": "Serbian",
    "South Africa": "South African",
    "Spain": "Spanish",
    "Sri Lanka": "Sri Lankan",
    "Türkiye": "Turkish",
    "United States": "American",
}
# The classes of places in English: of provinces; those that a place's English may leave out where the sentence has them (the
# Mekong, Yunnan); those before which a name in pinyin is most likely Chinese (an island is often abroad); all of them.
PROVINCES = ("Province", "State", "Region", "Prefecture")
LEFT_OUT = (*PROVINCES, "River", "Lake", "Mountains", "Basin", "Island")
CHINESE = tuple(
    "Province Prefecture City County District Township Town Village River Lake Mountain Reservoir Dam Bridge Port Station".split()
)
PLACE_CLASSES = tuple(
    dict.fromkeys((*LEFT_OUT, *CHINESE, "Bay", "Delta", "Plain", "Plateau", "Gulf", "Road", "Street"))
)
# What is called by a name of its own, not after what it does for whom: no adjective for a country in it.
OWN_NAMES = frozenset(
    "University Bank Academy Institute Association Society Party League Corporation Company Group Foundation Museum"
    " Federation College School".split()
)
WITH_ARTICLE = frozenset(
    {"Republic of Korea", "Philippines", "United Kingdom", "United States", "Netherlands"}
)

# The departments of Chinese local governments, after the name of a province, city, prefecture or county.
LOCAL_BODIES = {
    "生态环境": "Ecology and Environment",
    "水利": "Water Resources",
    "农业农村": "Agriculture and Rural Affairs",
    "自然资源": "Natural Resources",
    "林业和草原": "Forestry and Grassland",
    "林业": "Forestry",
    "商务": "Commerce",
    "财政": "Finance",
    "科学技术": "Science and Technology",
    "科技": "Science and Technology",
    "教育": "Education",
    "交通运输": "Transport",
    "住房和城乡建设": "Housing and Urban-Rural Development",
    "文化和旅游": "Culture and Tourism",
    "应急管理": "Emergency Management",
    "工业和信息化": "Industry and Information Technology",
    "环境保护": "Environmental Protection",
    "公安": "Public Security",
    "卫生健康": "Health",
    "水务": "Water Affairs",
    "统计": "Statistics",
    # of provinces of the Mekong countries
    "自然资源与环境": "Natural Resources and Environment",
    "农业与环境": "Agriculture and Environment",
    "农林": "Agriculture and Forestry",
    "工业与贸易": "Industry and Trade",
    "工贸": "Industry and Trade",
    "计划与投资": "Planning and Investment",
}
# Local bodies that are called by one name at every level.
LOCAL_COMMISSIONS = {
    "气象局": "Meteorological Bureau",
    "发展和改革委员会": "Development and Reform Commission",
    "发展改革委": "Development and Reform Commission",
    "发改委": "Development and Reform Commission",
    "外事办公室": "Foreign Affairs Office",
    "外事办": "Foreign Affairs Office",
    "河长制办公室": "River Chief Office",
    "人民政府": "People's Government",
    "人民委员会": "People's Committee",
    "政府": "Government",
    "人民代表大会常务委员会": "People's Congress Standing Committee",
}
LEVELS = {"市": "Municipal", "州": "Prefectural", "县": "County", "区": "District"}

# How the head of a body is called, by the end of its Chinese name; the first is fed, the others are accepted.
HEADS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("合作中心|交流中心|发展中心", "主任", ("Director-General", "Director")),
    ("秘书处", "主任", ("Director-General", "Director")),
    ("委员会|委|理事会", "主任", ("Chair", "Chairman", "Chairperson", "Director")),
    ("代表处|办事处|办公室", "代表", ("Representative", "Head")),
    ("", "主任", ("Director", "Director-General", "Head")),
    ("院|所|中心|站|大学", "研究员", ("Researcher", "Research Fellow", "researcher")),
    ("[省市州县区党]委", "书记", ("Secretary", "Party Secretary")),
    ("[省市州县区党]委", "常委", ("Member of the Standing Committee", "Standing Committee Member")),
    ("大学.*学院|大学.*院", "院长", ("Dean",)),
    ("学院", "院长", ("President", "Dean")),
    ("法院", "院长", ("President",)),
    ("", "院长", ("President", "Director", "Dean")),
    ("", "所长", ("Director", "Head", "President")),
    ("", "馆长", ("Director", "Curator")),
    ("大学|学院", "校长", ("President",)),
    ("", "校长", ("Principal", "President")),
    ("", "会长", ("President", "Chairman", "Chairperson", "Head")),
    ("", "理事长", ("Chairperson", "Chairman", "Chair", "President")),
    ("", "主席", ("Chair", "Chairman", "Chairperson", "President")),
    ("部|省|院", "部长", ("Minister",)),
    ("国家.*局|总局|中国.*局", "局长", ("Director-General", "Administrator", "Director")),
    ("市.*局|县.*局|州.*局|区.*局", "局长", ("Director", "Director-General", "Head")),
    ("缉私局", "局长", ("Director", "Director-General", "Head")),
    ("", "局长", ("Director-General", "Director", "Head")),
    ("", "处长", ("Director", "Head", "Chief")),
    ("", "科长", ("Section Chief", "Head", "Chief")),
    ("", "司长", ("Director-General",)),
    ("", "厅长", ("Director-General",)),
    ("省", "省长", ("Governor",)),
    ("市", "市长", ("Mayor",)),
)
DEPUTIES = {
    "Chair": ("Vice Chair",),
    "Chairman": ("Vice Chairman",),
    "Chairperson": ("Vice Chairperson",),
    "President": ("Vice President",),
    "Dean": ("Vice Dean", "Associate Dean", "Deputy Dean"),
    "Minister": ("Vice Minister", "Deputy Minister"),
    "Governor": ("Vice Governor", "Deputy Governor"),
    "Mayor": ("Vice Mayor", "Deputy Mayor"),
    "Principal": ("Vice Principal",),
    "Researcher": ("Associate Researcher", "Associate Research Fellow"),
    "Research Fellow": ("Associate Research Fellow",),
    "researcher": ("associate researcher",),
}

MISSIONS = {
    "大使馆": ("Embassy of {0} in {1}", "{adjective} Embassy in {1}", "Embassy of {0} to {1}"),
    "使馆": ("Embassy of {0} in {1}", "{adjective} Embassy in {1}", "Embassy of {0} to {1}"),
    "总领事馆": ("Consulate General of {0} in {1}", "{adjective} Consulate General in {1}"),
    "总领馆": ("Consulate General of {0} in {1}", "{adjective} Consulate General in {1}"),
    "领事馆": ("Consulate of {0} in {1}", "{adjective} Consulate in {1}"),
    "特命全权大使": (
        "Ambassador Extraordinary and Plenipotentiary of {0} to {1}",
        "{adjective} Ambassador Extraordinary and Plenipotentiary to {1}",
    ),
    "大使": ("Ambassador of {0} to {1}", "{adjective} Ambassador to {1}"),
    "总领事": ("Consul General of {0} in {1}", "{adjective} Consul General in {1}"),
}

_ARTICLE = re.compile(
    r"(Republic|Department|Directorate|Ministry|Office|Division|Bureau|Embassy|Consulate|Center|Centre|Institute|Academy|Association"
    r"|Agency|Administration|Commission|Committee|Secretariat|Bank|Fund|Federation|Council|Society|Foundation"
    r"|Union|Organization|Government|School|College|Laboratory|Panel|Programme|Program|Faculty|Station|Authority)\b"
    r"|^University of\b|Nations\b|Forum$"
)
_COMMA = re.compile(", ")


def with_article(name: str) -> str:
    """Return a body's or country's English with "the" before it where running text has one."""
    if name.startswith(("The ", "the ")) or not (name in WITH_ARTICLE or _ARTICLE.search(name)):
        return name
    return "the " + name


def head_titles(body: str, position: str) -> tuple[str, ...]:
    """Return what the head of a Chinese body is called in English, or nothing where no rule speaks of it.

    A position with 副 before it is the deputy of the rule's head.
    """
    deputy = position.startswith("副")
    title = position.removeprefix("副")
    for ending, name, english in HEADS:
        if name == title and re.search(f"(?:{ending})$", body):
            return english if not deputy else tuple(deputy for word in english for deputy in deputies(word))
    return ()


def deputies(title: str) -> tuple[str, ...]:
    """Return what the deputy of an English title is called."""
    return DEPUTIES.get(title, (f"Deputy {title}",))


def other_orders(name: str) -> tuple[str, ...]:
    """Return the other word orders of a body's English: a department's, a country's, a province's.

    "Department of Forestry, Ministry of Agriculture of Thailand" may also have "of the" for its comma and
    ", Thailand" for its end; "Department of Finance of Yunnan Province" may begin with "Yunnan Provincial".
    """
    forms = []
    part, comma, whole = _part_of(name)
    if comma:
        forms += [f"{part} of {with_article(whole)}", f"{whole}'s {part}"]
    body, of, place = name.rpartition(" of ")
    place = place.removeprefix("the ")
    if of and place in COUNTRY_ADJECTIVES:
        forms += [f"{body}, {place}", f"{place}'s {body}"]
        forms += [f"{COUNTRY_ADJECTIVES[place]} {body}"] if OWN_NAMES.isdisjoint(body.split()) else []
    if of and place.endswith(" Province") and not comma:
        forms += [
            f"{place.removesuffix(' Province')} Provincial {body}",
            f"{place} {body}",
            f"{body}, {place}",
        ]
    forms += [name.replace(level, " ") for level in (" Municipal ", " Provincial ") if level in name]
    return tuple(forms)


def _part_of(name: str) -> tuple[str, str, str]:
    """Return a part, the comma behind it and its body; the first comma that a body stands behind, else the first."""
    comma = next((one.start() for one in _COMMA.finditer(name) if _ARTICLE.match(name, one.end())), None)
    return name.partition(", ") if comma is None else (name[:comma], ", ", name[comma + 2 :])


def place_forms(zh: str, name: str) -> tuple[str, ...]:
    """Return the further English accepted for a place: its adjective, its bare name, its name with its level."""
    forms = [table[name] for table in (COUNTRY_ADJECTIVES, MORE_ADJECTIVES) if name in table]
    for ending in LEFT_OUT:
        bare = name.removesuffix(f" {ending}")
        if bare != name and bare not in homes().never_bare:
            forms += [bare, f"{bare} Provincial"] if ending == "Province" else [bare]
    if zh.endswith("市") and name.endswith(" City"):
        forms.append(name.removesuffix(" City"))
    elif zh.endswith("市"):
        forms += [f"{name} City", f"{name} Municipality", f"{name} Municipal"]
    return tuple(forms)
