"""Dates, ranges, parts of years and times of day."""

from itertools import pairwise

import pytest

from workflow.constrain import dates

CASES = [
    ("上午十点零八分检票", "上午十点零八分", "10:08 a.m.", "10:08am"),
    ("二十三时后关灯", "二十三时", "11 p.m.", "23:00"),
    ("窗口定在11月至次年2月", "11月至次年2月", "November to February",
     "between November and February of the following year"),
    ("七月的糙米", "七月", "July", "seventh lunar month"),
    ("援助到2024年底结束", "2024年底", "the end of 2024", "the close of 2024"),
    ("2023年3月28日至29日、4月3日", "2023年3月28日至29日", "March 28 to 29, 2023", "28-29 March 2023"),
    ("定于3月22日上午9：30", "上午9：30", "9:30 a.m.", "9:30 am"),
    ("2023年12月30日晚", "2023年12月30日", "December 30, 2023", "30 December 2023"),
    ("截至10月1日零时", "10月1日", "October 1", "1 October"),
    ("2035年前建成", "2035年前", "by 2035", "before 2035"),
    ("十月中旬开幕", "十月中旬", "mid-October", "the middle of October"),
    ("20世纪末", "20世纪末", "the end of the 20th century", "late 20th century"),
    ("星期五下午", "星期五", "Friday", "Fridays"),
    ("5月6、7、8日", "5月6、7、8日", "May 6, 7 and 8", "May 6, 7, and 8"),
    ("会议于2022年12月7日在北京举行", "2022年12月7日", "December 7, 2022", "7 December 2022"),
    ("2019年3月22日（星期五）揭牌", "2019年3月22日（星期五）", "Friday, March 22, 2019", "March 22, 2019 (Friday)"),
    ("二〇二四年五月八日通过", "二〇二四年五月八日", "May 8, 2024", "8 May 2024"),
    ("自2021-06-05起执行", "2021-06-05", "June 5, 2021", "2021-06-05"),
    ("发布于2021.6.5", "2021.6.5", "June 5, 2021", "5 June 2021"),
    ("培训于6月30日至7月2日举行", "6月30日至7月2日", "June 30 to July 2", "30 June to 2 July"),
    ("2024年6月30日至7月2日", "2024年6月30日至7月2日", "June 30 to July 2, 2024", "June 30-July 2, 2024"),
    ("3月5日至8日赴河内", "3月5日至8日", "March 5 to 8", "5-8 March"),
    ("2023年3月5日—8日", "2023年3月5日—8日", "March 5 to 8, 2023", "March 5-8, 2023"),
    ("3月5-8日考察", "3月5-8日", "March 5 to 8", "March 5-8"),
    ("2022年12月30日至2023年1月3日休会", "2022年12月30日至2023年1月3日", "December 30, 2022 to January 3, 2023",
     "30 December 2022 to 3 January 2023"),
    ("5月20日和21日", "5月20日和21日", "May 20 and 21", "May 20-21"),
    ("5月20、21日分组讨论", "5月20、21日", "May 20 and 21", "20 and 21 May"),
    ("2016年3月启动", "2016年3月", "March 2016", "March of 2016"),
    ("去年4月正式发布", "4月", "April", "April"),
    ("3至5月降水偏少", "3至5月", "March to May", "March through May"),
    ("2022年9月至2023年5月", "2022年9月至2023年5月", "September 2022 to May 2023", "September 2022-May 2023"),
    ("11月至次年4月为旱季", "11月至次年4月", "November to April", "November to April of the following year"),
    ("11月下旬放流", "11月下旬", "late November", "late November"),
    ("2024年5月中旬", "2024年5月中旬", "mid-May 2024", "the middle of May 2024"),
    ("4月初开工", "4月初", "early April", "the beginning of April"),
    ("截至6月底", "6月底", "the end of June", "end of June"),
    ("到2023年完成", "2023年", "2023", "2023"),
    ("2020年度报告", "2020年度", "2020", "2020"),
    ("一九九八年的洪水", "一九九八年", "1998", "1998"),
    ("2018-2022年", "2018-2022年", "2018-2022", "2018 to 2022"),
    ("2018年至2022年实施", "2018年至2022年", "2018-2022", "between 2018 and 2022"),
    ("合作框架2023—2027", "2023—2027", "2023-2027", "2023 to 2027"),
    ("2030可持续发展目标", "2030", "2030", "2030"),
    ("2023年底建成", "2023年底", "the end of 2023", "late 2023"),
    ("2024年初", "2024年初", "early 2024", "the beginning of 2024"),
    ("2023年上半年", "2023年上半年", "first half of 2023", "first half 2023"),
    ("上半年放归50条", "上半年", "first half of the year", "first half"),
    ("2024年第三季度", "2024年第三季度", "third quarter of 2024", "Q3 2024"),
    ("明年第一季度", "第一季度", "first quarter", "Q1"),
    ("前三季度", "前三季度", "first three quarters", "first three quarters"),
    ("2020年春季", "2020年春季", "spring 2020", "spring of 2020"),
    ("20世纪90年代", "20世纪90年代", "1990s", "1990s"),
    ("上世纪八十年代引入", "八十年代", "1980s", "1980s"),
    ("20世纪70年代末", "20世纪70年代末", "the end of the 1970s", "late 1970s"),
    ("二十一世纪初的", "二十一世纪初", "early 21st century", "the beginning of the 21st century"),
    ("在21世纪初", "21世纪初", "early 21st century", "the turn of the 21st century"),
    ("到本世纪末", "本世纪末", "the end of this century", "the end of the century"),
    ("本世纪中叶以前", "本世纪中叶", "mid-this century", "mid-century"),
    ("上世纪末的水库", "上世纪末", "the end of the last century", "the end of the 20th century"),
    ("苗族茶农2024年首次用上", "2024年", "2024", "2024"),
    ("进入21世纪", "21世纪", "21st century", "twenty-first century"),
    ("上午9时开幕", "上午9时", "9 a.m.", "9:00 a.m."),
    ("下午2时30分", "下午2时30分", "2:30 p.m.", "14:30"),
    ("下午两点半举行", "下午两点半", "2:30 p.m.", "half past two"),
    ("9:30签到", "9:30", "9:30", "9:30 a.m."),
    ("定于14:00", "14:00", "14:00", "2 p.m."),
    ("晚上8点", "晚上8点", "8 p.m.", "eight o'clock"),
    ("下周三下午", "周三", "Wednesday", "Wednesday"),
    ("4月15日开幕，18日闭幕", "18日", "April 18", "the 18th"),
    ("从3日起停航", "3日", "the 3rd", "3rd"),
    ("在2028年前投资建泊位", "2028年前", "by 2028", "before 2028"),
    ("2028年底前建成", "2028年底前", "by the end of 2028", "before the end of 2028"),
    ("2020年前后", "2020年前后", "around 2020", "about 2020"),
    ("新华社万象9月5日电", "9月5日", "September 5", "Sept. 5"),
    ("需15日前提交", "15日", "15", "the 15th"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "first", "accepted"), CASES, ids=[case[0] for case in CASES])
def test_date_has_house_form_first_and_accepts_others(
    text: str, source: str, first: str, accepted: str
) -> None:
    found = {constraint.source: constraint for constraint in dates.find(text)}
    assert source in found
    assert found[source].target == first
    assert accepted in found[source].targets
    assert text[found[source].start : found[source].end] == source
    assert found[source].kind == "date"


@pytest.mark.parametrize(
    "text",
    [
        "21世纪议程", "今年以来", "去年", "本月上旬", "下个月", "3个月内", "历时5小时", "第3点建议", "每周一次", "一周一次例会",
        "2012册绘本", "耗资2000元", "3日内答复", "有3点体会", "同时举行", "1200年历史的古树", "每周五天工作",
        "半个世纪", "一天两夜", "零点能耗建筑", "比例尺1:25万", "一月一休市", "汇率2.2万比1",
    ],
)  # fmt: skip
def test_what_is_no_certain_date_gives_none(text: str) -> None:
    assert [constraint.source for constraint in dates.find(text)] == []


def test_dates_come_in_order_without_overlap() -> None:
    found = list(dates.find("2023年4月18日上午9时至4月20日，20世纪90年代以来，2018-2022年每年6月。"))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) >= 4
