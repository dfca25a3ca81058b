"""What is exchanged in a reviewed sentence, and where it would be wrong to: hard cases first."""

from collections.abc import Callable

import pytest

from workflow.memory.entries import Entry, masked
from workflow.memory.lookup import EXCHANGED, remembered
from workflow.memory.store import Memory
from workflow.memory.swap import GUARDS, changes
from workflow.units import Unit

Remember = Callable[..., Entry]
MakeUnit = Callable[[str], Unit]

# (name, Chinese and English in the memory, the new Chinese, its English or "" where it must be left to the engine).
RIGHT = [
    (
        "every kind at once",
        "2023年5月7日，周军在昆明市表示，项目投资70亿美元，覆盖30公顷湿地。",
        "On May 7, 2023, Zhou Jun said in Kunming that the project had invested US$7 billion and covered 30 hectares of wetland.",
        "2024年6月12日，李红在保山市表示，项目投资3000万美元，覆盖1200公顷湿地。",
        "On June 12, 2024, Li Hong said in Baoshan that the project had invested US$30 million and covered 1,200 hectares of wetland.",
    ),
    (
        "figures that stand in another order than in the Chinese",
        "该项目覆盖13个村庄和25个城市。",
        "The project covers 25 cities and 13 villages.",
        "该项目覆盖40个村庄和18个城市。",
        "The project covers 18 cities and 40 villages.",
    ),
    (
        "two equal figures that become two other equal ones",
        "培训覆盖30个村庄和30所学校。",
        "The training reached 30 villages and 30 schools.",
        "培训覆盖45个村庄和45所学校。",
        "The training reached 45 villages and 45 schools.",
    ),
    (
        "a figure inside another",
        "2023年共监测30个断面，采样300次。",
        "In 2023, 30 sections were monitored and 300 samples taken.",
        "2024年共监测45个断面，采样600次。",
        "In 2024, 45 sections were monitored and 600 samples taken.",
    ),
    (
        "a word for a figure where the house writes one",
        "代表团访问了15个村庄。",
        "The delegation visited 15 villages.",
        "代表团访问了8个村庄。",
        "The delegation visited eight villages.",
    ),
    (
        "a range of days",
        "6月30日至7月2日，论坛在昆明市举行。",
        "The forum was held in Kunming from June 30 to July 2.",
        "8月1日至8月3日，论坛在昆明市举行。",
        "The forum was held in Kunming from August 1 to August 3.",
    ),
    ("a code with another number", "各方在COP15上达成一致。", "The parties reached agreement at COP15.", "各方在COP16上达成一致。", "The parties reached agreement at COP16."),
    ("a ministry", "水利部发布了公告。", "The Ministry of Water Resources issued the announcement.", "财政部发布了公告。", "The Ministry of Finance issued the announcement."),
    ("a heading", "15分钟内通报下游", "Notify Downstream within 15 Minutes", "18分钟内通报下游", "Notify Downstream within 18 Minutes"),
    ("a mark in brackets", "综合评级：满意（5分）", "Overall rating: Satisfactory (5)", "综合评级：满意（8分）", "Overall rating: Satisfactory (8)"),
    (
        "a number in a row",
        "第三次会议在昆明市举行。",
        "The third meeting was held in Kunming.",
        "第五次会议在昆明市举行。",
        "The fifth meeting was held in Kunming.",
    ),
    (
        "a share",
        "森林覆盖率达到42%。",
        "Forest coverage reached 42 percent.",
        "森林覆盖率达到58.5%。",
        "Forest coverage reached 58.5 percent.",
    ),
]  # fmt: skip

# (name, Chinese and English in the memory, the new Chinese, the guard that refuses, "" where no form is known).
WRONG = [
    (
        "one ton becomes three",
        "管道泄漏1吨原油。",
        "The pipeline leaked one ton of crude oil.",
        "管道泄漏3吨原油。",
        "_same_number",
    ),
    ("one percent becomes three", "产量下降1%。", "A mere 1 percent was lost.", "产量下降3%。", "_same_number"),
    (
        "two equal figures that part",
        "培训覆盖30个村庄和30所学校。",
        "The training reached 30 villages and 30 schools.",
        "培训覆盖45个村庄和60所学校。",
        "_told_apart",
    ),
    (
        "a pronoun",
        "周军表示支持该项目。",
        "Zhou Jun said that he supported the project.",
        "李红表示支持该项目。",
        "_no_pronoun",
    ),
    (
        "the surname alone",
        "周军介绍了项目情况并感谢各方。",
        "Zhou Jun presented the project, and Zhou thanked all sides.",
        "李红介绍了项目情况并感谢各方。",
        "_no_remnant",
    ),
    (
        "a weekday that the translator added",
        "会议于2023年5月7日闭幕。",
        "The meeting closed on Sunday, May 7, 2023.",
        "会议于2024年6月12日闭幕。",
        "_no_weekday",
    ),
    (
        "a sum that the translator reckoned",
        "项目覆盖20个村庄和30所学校。",
        "The project covers 20 villages and 30 schools, 50 places in all.",
        "项目覆盖25个村庄和40所学校。",
        "_no_reckoning",
    ),
    (
        "an article before a vowel",
        "产量增长18%。",
        "Output saw an 18 percent increase.",
        "产量增长12%。",
        "_articles_fit",
    ),
    (
        "a country that takes an article",
        "项目在泰国启动。",
        "The project was launched in Thailand.",
        "项目在菲律宾启动。",
        "_articles_fit",
    ),
    (
        "a document that takes another article",
        "会议讨论了《巴黎协定》。",
        "The meeting discussed the Paris Agreement.",
        "会议讨论了《关于消耗臭氧层物质的蒙特利尔议定书》。",
        "_articles_fit",
    ),
    (
        "a month where a day stood",
        "会议将于5月7日举行。",
        "The meeting will be held on May 7.",
        "会议将于2024年5月举行。",
        "",
    ),
    (
        "a sentence that begins with a word",
        "十二个国家参加了会议。",
        "Twelve countries attended the meeting.",
        "150个国家参加了会议。",
        "_begins_well",
    ),
    ("another currency", "投资达70亿美元。", "Investment reached US$7 billion.", "投资达70亿元。", ""),
    ("another unit", "种植了30公顷红树。", "They planted 30 hectares of mangroves.", "种植了30吨红树。", ""),
    (
        "a name said once where the Chinese says it twice",
        "昆明市代表参观了昆明市的学校。",
        "The delegates from Kunming visited its schools.",
        "保山市代表参观了保山市的学校。",
        "",
    ),
    (
        "a name whose spelling a human must confirm",
        "会上，老挝代表本塔翁表示感谢。",
        "At the meeting, Lao representative Bentaweng expressed thanks.",
        "会上，老挝代表坎塔翁表示感谢。",
        "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "new", "english"), [r[1:] for r in RIGHT], ids=[r[0] for r in RIGHT])
def test_exchanged(
    memory: Memory, remember: Remember, unit: MakeUnit, zh: str, en: str, new: str, english: str
) -> None:
    remember(zh, en)
    done = remembered(unit(new), "", "", memory)
    assert (done.target, done.origin, done.score) == (english, "memory", EXCHANGED)
    assert all(c.kept and c.way == "memory" for c in done.constraints)


@pytest.mark.parametrize(("zh", "en", "new", "guard"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_left_to_the_engine(
    memory: Memory, remember: Remember, unit: MakeUnit, zh: str, en: str, new: str, guard: str
) -> None:
    entry, wanted = remember(zh, en), unit(new)
    assert entry.masked == masked(new, wanted.constraints), "they differ in their constraints alone"
    found = changes(entry, wanted)
    assert ([one.__name__ for one in GUARDS if not one(entry, found)] if found else [""])[0] == guard
    done = remembered(wanted, "", "", memory)
    assert (done.target, [s.text for s in done.suggestions]) == ("", [en])
