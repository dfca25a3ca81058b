"""What an engine leaves wrong around English that it was fed, and what a copy editor leaves alone."""

import pytest

from workflow import seams
from workflow.constrain.verify import verify
from workflow.units import Constraint

CENTER = "Lancang-Mekong Environmental Cooperation Center"
TREATY = "ASEAN Agreement on Transboundary Haze Pollution"
MINISTRY = "Ministry of Environment of Cambodia"

# Chinese, English, mended.
SEAMS = [
    ("2022年9月29日，会议召开。", "September 29, 2022, the meeting was held.", "On September 29, 2022, the meeting was held."),
    ("2024年5月28日至30日，会议召开。", "May 28-30, 2024, the meeting was held.", "On May 28-30, 2024, the meeting was held."),
    ("2022年9月，会议召开。", "September 2022, the meeting was held.", "In September 2022, the meeting was held."),
    ("2022年，会议召开。", "2022, the meeting was held.", "In 2022, the meeting was held."),
    ("2022年，会议召开。", "On 2022, the meeting was held.", "In 2022, the meeting was held."),
    ("会议于2022年9月29日召开。", "It was held in September 29, 2022.", "It was held on September 29, 2022."),
    ("中心于2017年11月成立。", "It was founded on November 2017.", "It was founded in November 2017."),
    ("会议召开。", "It was held by the the Center.", "It was held by the Center."),
    ("会议召开。", "The the Center met.", "The Center met."),
    ("司长讲话。", "He spoke of the of the Department.", "He spoke of the Department."),
    ("司长讲话。", "He is a the Director.", "He is the Director."),
    ("周先生讲话。", "Mr. Mr. Zhou spoke.", "Mr. Zhou spoke."),
    ("中心成立。", "The Center (LMEC) (LMEC) met.", "The Center (LMEC) met."),
    ("亚洲论坛召开。", "It was a Asian forum.", "It was an Asian forum."),
    ("联合国会议召开。", "It was an United Nations meeting, an one-day event.", "It was a United Nations meeting, a one-day event."),
    ("11万吨。", "An 110,000-ton ship, a 11,000,000-yuan fund and an 1,100-seat hall.", "A 110,000-ton ship, an 11,000,000-yuan fund and a 1,100-seat hall."),
    ("增长8%。", "A 8% rise, a 11-day trip and a 18,000-ton ship.", "An 8% rise, an 11-day trip and an 18,000-ton ship."),
    ("老实说。", "A honest hour is an half.", "An honest hour is a half."),
    ("会议召开。", "It met , and ended .", "It met, and ended."),
    ("会议召开。", "It met,, and ended;.", "It met, and ended."),
    ("会议召开。", "It ended..", "It ended."),
    ("以此为契机，加强交流。", "It will use this to, further strengthen exchanges.", "It will use this to further strengthen exchanges."),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "mended"), SEAMS, ids=[en for _, en, _ in SEAMS])
def test_mended(zh: str, en: str, mended: str) -> None:
    assert seams.mended(en, zh) == mended
    assert seams.mended(mended, zh) == mended


RIGHT = [
    "He had had enough, and that that was said is so.",
    "It was held on May 28, 2024, and on March 5.",
    "On March nights, kapok flowers fall.",
    "Class A unit tests and a Class A entry.",
    "A feed company in An Giang Province and A Luoi District.",
    "An FAO project, a UNESCO site, an MoU and a UN office.",
    "A unique European use, a one-way road, a Ukrainian user, an unimportant unit and an uninvited guest.",
    "A urine test; an hour; a historic day; an $8 toll; a 1,100-ton ship.",
    "The in-in method, and what the river is is known.",
    "See www.lmec.org.cn ... and so on.",
    "Samples were taken prior to, during and after the flood, and what it led to, experts say, is known.",
    "It is similar to, but not the same as, the plan.",
]


@pytest.mark.parametrize("en", RIGHT)
def test_left_alone(en: str) -> None:
    assert seams.mended(en, "会议召开。") == en


# English, the name in it, mended.
NAMES = [
    (f"It was hosted by {CENTER}.", CENTER, f"It was hosted by the {CENTER}."),
    (f"Officials of {MINISTRY} came.", MINISTRY, f"Officials of {MINISTRY} came."),
    (f"It was signed with {MINISTRY} in May.", MINISTRY, f"It was signed with the {MINISTRY} in May."),
    (f"{CENTER} was founded.", CENTER, f"The {CENTER} was founded."),
    (f"Haze has eased since {TREATY} entered into force.", TREATY, f"Haze has eased since the {TREATY} entered into force."),
    (f"Five countries signed {TREATY}.", TREATY, f"Five countries signed the {TREATY}."),
    (f"{TREATY} has ten parties.", TREATY, f"The {TREATY} has ten parties."),
    (f"They spoke of {TREATY} targets.", TREATY, f"They spoke of {TREATY} targets."),
    ("It is bound by The Paris Protocol.", "The Paris Protocol", "It is bound by the Paris Protocol."),
    (f"Zhou Jun, Director, {CENTER}", CENTER, f"Zhou Jun, Director, {CENTER}"),
    (f"He thanked his {CENTER}.", CENTER, f"He thanked his {CENTER}."),
    ("It was led by Thailand's Ministry of Commerce.", "Thailand's Ministry of Commerce", "It was led by Thailand's Ministry of Commerce."),
    ("It was funded by Peking University.", "Peking University", "It was funded by Peking University."),
    ("They applied for Green Climate Fund projects.", "Green Climate Fund", "They applied for Green Climate Fund projects."),
    ("They fished the Mekong River River.", "Mekong River", "They fished the Mekong River."),
    ("It lies in Yunnan Province province.", "Yunnan Province", "It lies in Yunnan Province."),
    ("In the next step, The Asia Foundation will help.", "The Asia Foundation", "In the next step, the Asia Foundation will help."),
    ("It ended. The Asia Foundation helped.", "The Asia Foundation", "It ended. The Asia Foundation helped."),
    ("He met Premier Premier Li Qiang.", "Premier Li Qiang", "He met Premier Li Qiang."),
    ("He saw the water water wheel.", "water", "He saw the water water wheel."),
]  # fmt: skip


@pytest.mark.parametrize(("en", "name", "mended"), NAMES, ids=[en for en, _, _ in NAMES])
def test_names_get_their_article_and_stand_once(en: str, name: str, mended: str) -> None:
    (constraint,) = verify((Constraint(0, 2, "名称", (name,), "term"),), en, "名称")
    for start, end, after in sorted(seams.named(en, [constraint]), reverse=True):
        en = en[:start] + after + en[end:]
    assert en == mended


HEADLINES = [
    (
        "Green Initiative: knowledge sharing on low-carbon growth held in Yunnan",
        "Green Initiative: Knowledge Sharing on Low-Carbon Growth Held in Yunnan",
    ),
    ("what we saw: the river and after", "What We Saw: The River and After"),
    ("an eDNA survey of pH at www.example.org", "An eDNA Survey of pH at www.example.org"),
    ("Talks over water between the two countries", "Talks over Water between the Two Countries"),
]


@pytest.mark.parametrize(("en", "headline"), HEADLINES, ids=[en for en, _ in HEADLINES])
def test_headline(en: str, headline: str) -> None:
    assert seams.headline(en) == headline
    assert seams.headline(headline) == headline
