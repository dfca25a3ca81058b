"""Each difference between the numbers of both sides is one finding, at its words, with the right English."""

import pytest

from workflow.checks import numbers
from workflow.constrain import Terms, find
from workflow.constrain.verify import verify
from workflow.findings import Finding, Severity
from workflow.units import State, Unit


def found(terms: Terms, source: str, target: str, slot: str = "sections/0/paragraphs/0/0") -> list[Finding]:
    constraints = verify(find(source, terms), target, source)
    unit = Unit("0" * 12, slot, source, target, State.REVIEWED, "human", constraints=constraints)
    return [finding for check in numbers.CHECKS for finding in check.run([unit], terms, check)]


# check, Chinese, English, the words at fault, what would be right
REPORTED = [
    ("magnitude", "投入5000万元。", "RMB 5 million was invested.", "5 million", "50 million"),
    ("magnitude", "受益人口1.2亿人。", "It benefits 12 million people.", "12 million", "120 million"),
    ("magnitude", "惠及5万余名村民。", "It benefits more than 5,000 villagers.", "5,000", "50,000"),
    ("magnitude", "装机300万千瓦。", "The capacity is 30 gigawatts.", "30", "3"),
    ("magnitude", "贷款三百亿元。", "Loans came to RMB 3 billion.", "3 billion", "30 billion"),
    ("number-changed", "共有12个项目。", "There are 13 projects.", "13", "12"),
    ("number-changed", "来自23个机构的代表。", "Representatives of 32 institutions.", "32", "23"),
    ("number-changed", "六国签署协议。", "The seven countries signed the agreement.", "seven", "six"),
    ("number-changed", "减少三成。", "It fell by 40%.", "40", "30"),
    ("number-changed", "每户分到八百六十元。", "Each household received RMB 867.", "867", "860"),
    ("number-changed", "升温1.5摄氏度。", "It warmed by 1.7 degrees Celsius.", "1.7", "1.5"),
    ("number-lost", "污染指数200以上为重度污染。", "A high index means heavy pollution.", "", ""),
    ("number-invented", "专家参加会议。", "A total of 38 experts attended the meeting.", "38", ""),
    ("number-invented", "会议通过决定。", "The meeting of 2011 adopted the decision.", "2011", ""),
    ("date-shifted", "会议于2022年12月7日举行。", "The meeting was held on December 17, 2022.",
     "December 17, 2022", "December 7, 2022"),
    ("date-shifted", "会议于2022年12月7日举行。", "It was held on 7 November 2022.", "7 November 2022", "7 December 2022"),
    ("date-shifted", "项目于2019年启动。", "The project began in 2020.", "2020", "2019"),
    ("date-shifted", "去年4月发布。", "It was released last May.", "May", "April"),
    ("date-shifted", "2018-2022年实施。", "It ran from 2018 to 2023.", "2023", "2022"),
    ("date-shifted", "周三下午讨论。", "They met on Thursday afternoon.", "Thursday", "Wednesday"),
    ("date-shifted", "3月5日至8日考察。", "They visited from March 5 to 9.", "March 5 to 9", "March 5 to 8"),
    ("ordinal", "第四次会议闭幕。", "The third meeting closed.", "third", "fourth"),
    ("ordinal", "第26届大会召开。", "The 27th conference was held.", "27th", "26th"),
    ("ordinal", "首次评估完成。", "The second assessment is complete.", "second", "first"),
    ("ordinal", "第一批设备运抵。", "The second shipment of equipment arrived.", "second", "first"),
    ("ordinal", "第二天恢复供水。", "Water was restored on the fourth day.", "fourth", "second"),
    ("ordinal", "成立五周年。", "It marked the sixth anniversary.", "sixth", "fifth"),
    ("unit-changed", "修复6公顷湿地。", "It restored 6 acres of wetland.", "6 acres", "6 hectares"),
    ("unit-changed", "投入500元。", "It cost US$500.", "US$500", "500 yuan"),
    ("unit-changed", "全长190公里。", "It is 190 miles long.", "190 miles", "190 kilometers"),
    ("unit-changed", "提高1.2个百分点。", "It rose by 1.2%.", "1.2%", "1.2 percentage points"),
    ("unit-changed", "减少四成。", "It fell by 40 percentage points.", "40 percentage points", "40%"),
    ("unit-changed", "晚点四十分钟。", "It was 40 hours late.", "40 hours", "40 minutes"),
    ("unit-changed", "合同为期三年。", "The contract runs for three months.", "three months", "three years"),
    ("unit-changed", "装机300万千瓦。", "The capacity is 3 million megawatts.", "3 million megawatts", "3 million kilowatts"),
    ("unit-changed", "资助20万至80万元。", "Grants of US$200,000 to RMB 800,000.", "US$200,000", "200,000 yuan"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "source", "target", "quote", "fix"), REPORTED, ids=[f"{c} {s}" for c, s, *_ in REPORTED]
)
def test_reported_once(terms: Terms, check: str, source: str, target: str, quote: str, fix: str) -> None:
    (finding,) = found(terms, source, target)
    assert (finding.check, finding.quote, finding.fix) == (check, quote, fix)
    assert finding.quote in target
    assert finding.text


CLEAN = [
    ("查扣越南盾4.5亿元、美元3.7万元。", "VND 450 million and US$37,000 were seized."),  # the currency before the figure
    ("年过花甲的他仍在巡山。", "At over 60, he still patrols the mountains."),
    ("水质由Ⅲ类提升至Ⅱ类。", "Water quality rose from Class 3 to Class 2."),
    ("二十一世纪初开始治理。", "Work began at the opening of the 21st century."),
    ("骑着二八自行车进城。", "He rode a 28-inch bicycle to town."),
    ("台风占六个百分点。", "Typhoons made up 6%."),
    ("来自23个机构的80余名代表。", "More than 80 representatives from 23 institutions."),
    ("投入5000万元。", "RMB 50 million was invested."),
    ("面积3.6万亩。", "It covers 2,400 hectares."),
    ("装机300万千瓦。", "The capacity is 3 gigawatts."),
    ("沉积加快了1.8倍。", "Sedimentation has increased by a factor of 2.8."),
    ("价格上涨两倍半。", "Prices rose by 250%."),
    ("实现“3030”目标。", "Achieving the 30 by 30 target."),
    ("比例尺为1:5万。", "The scale is 1:50,000."),
    ("资助3000至1.5万美元。", "Grants of US$3,000 to US$15,000."),
    ("第六条第四款机制。", "The Article 6.4 mechanism."),
    ("14时30分开始。", "It starts at 2:30 p.m."),
    ("上世纪八十年代引入。", "Introduced in the 1980s."),
    ("疫情期间停办。", "It was suspended during the COVID-19 pandemic."),
    ("六国签署文件。", "The countries signed documents."),
    ("每投入1元。", "For every yuan invested."),
    ("为期24个月。", "It runs for two years."),
    ("第一次试验失败。", "The initial trial failed."),
    ("2022年12月7日", "7 December 2022"),
    ("两平方公里样区。", "A two-square-kilometer sample area."),
    ("全部使用绿电。", "100% green electricity is used."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), CLEAN, ids=[source for source, _ in CLEAN])
def test_right_english_is_not_reported(terms: Terms, source: str, target: str) -> None:
    assert [finding.text for finding in found(terms, source, target)] == []


def test_copied_fields_and_empty_units_are_skipped(terms: Terms) -> None:
    assert found(terms, "010-12345678", "010-87654321", "contact/phone") == []
    assert found(terms, "共有12个项目。", "") == []


def test_a_wrong_number_blocks_publishing() -> None:
    grave = {check.id for check in numbers.CHECKS if check.severity == Severity.CRITICAL}
    assert grave == {check.id for check in numbers.CHECKS} - {"number-invented", "figures-swapped"}
