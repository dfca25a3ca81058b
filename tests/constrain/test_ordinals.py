"""Ordinals, sessions, numbered parts, anniversaries and plan periods; hard ones first, one rule a case."""

import pytest

from workflow.constrain import quantities

CASES = [
    ("第六条第四款机制", "第六条第四款", "Article 6, paragraph 4", "Article 6.4"),
    ("第二十七次缔约方大会", "第二十七次", "27th", "COP27"),
    ("第29届联合国气候变化大会", "第29届", "29th", "COP29"),
    (
        "党的二十届三中全会对改革作出部署",
        "党的二十届三中全会",
        "Third Plenary Session of the 20th CPC Central Committee",
        "third plenum of the 20th CPC Central Committee",
    ),
    (
        "中国共产党第二十届中央委员会第三次全体会议",
        "中国共产党第二十届中央委员会第三次全体会议",
        "Third Plenary Session of the 20th CPC Central Committee",
        "third plenary session of the 20th Central Committee of the Communist Party of China",
    ),
    (
        "人民革命党十一届七中全会",
        "十一届七中全会",
        "Seventh Plenary Session of the 11th Central Committee",
        "seventh plenary session of the 11th Central Committee",
    ),
    (
        "党的十八大以来",
        "党的十八大",
        "18th National Congress of the Communist Party of China",
        "18th CPC National Congress",
    ),
    (
        "二十大报告提出",
        "二十大",
        "20th National Congress of the Communist Party of China",
        "20th Party Congress",
    ),
    ("十四届全国人大常委会审议", "十四届", "14th", "fourteenth"),
    ("从“十四五”到“十五五”", "“十四五”", "14th Five-Year Plan", "14th"),
    ("正在编制第十个五年社会经济发展计划", "第十个五年", "10th Five-Year", "tenth Five-Year"),
    ("老挝“九五”规划", "“九五”规划", "9th Five-Year Plan", "Ninth Five-Year Plan"),
    ("“十四五”规划期间", "“十四五”规划", "14th Five-Year Plan", "fourteenth Five-Year Plan"),
    ("第十四个五年规划", "第十四个五年规划", "14th Five-Year Plan", "14th FYP"),
    ("十三五收官之年", "十三五", "13th Five-Year Plan", "13th FYP"),
    ("“十五五”时期", "“十五五”", "15th Five-Year Plan", "Fifteenth Five-Year Plan"),
    ("活动启动一周年", "一周年", "first anniversary", "one year"),
    ("上线两周年回顾", "两周年", "second anniversary", "2 year"),
    ("建交75周年", "75周年", "75th anniversary", "75 years"),
    ("成立五周年", "五周年", "fifth anniversary", "5th anniversary"),
    ("第1000天安全运行", "第1000天", "1000th day", "1,000th day"),
    ("2022年第06号政府令", "第06号", "No. 06", "No. 6"),
    ("第305号决定", "第305号", "No. 305", "Number 305"),
    ("依照第5条规定", "第5条", "Article 5", "fifth"),
    ("关停一条便道，又有第二条、第三条出现", "第二", "second", "2nd"),  # roads
    ("依照第六条、第七条规定", "第六条", "Article 6", "sixth"),
    ("第十二条第一款", "第十二条第一款", "Article 12, paragraph 1", "paragraph 1 of Article 12"),
    ("按第三款执行", "第三款", "paragraph 3", "third"),
    ("见第12页", "第12页", "page 12", "p. 12"),
    ("图3 三名村民在苗圃", "图3", "Figure 3", "Photo 3"),
    ("表4 各国产生量", "表4", "Table 4", "Table 4"),
    ("（见图2和表5）", "表5", "Table 5", "Table 5"),
    ("第三章", "第三章", "Chapter 3", "Chapter III"),
    ("第2节讨论", "第2", "second", "Section 2"),
    ("第4卷", "第4", "fourth", "Vol. 4"),
    ("第15期通讯", "第15", "15th", "Issue 15"),
    ("第八版电力规划", "第八", "eighth", "VIII"),
    ("第一期合同", "第一", "first", "initial"),
    ("第二期项目", "第二", "second", "Phase II"),
    ("第三阶段验收", "第三", "third", "Stage 3"),
    ("第三小组提出", "第三", "third", "Group three"),
    ("第二组汇报", "第二", "second", "Group 2"),
    ("第四类水质", "第四", "fourth", "Category IV"),
    ("第二级响应", "第二", "second", "Level 2"),
    ("第7项目标", "第7", "seventh", "Item 7"),
    ("第六单元", "第六", "sixth", "Unit 6"),
    ("第9课", "第9", "ninth", "Lesson 9"),
    ("第二标段", "第二", "second", "Lot 2"),
    ("第5题", "第5", "fifth", "Question 5"),
    ("第二部分", "第二", "second", "Part II"),
    ("第三讲", "第三", "third", "Lecture 3"),
    ("第二场对话", "第二", "second", "II"),
    ("第十五次缔约方大会", "第十五次", "15th", "COP15"),
    ("第一次会议", "第一次", "first", "1st"),
    ("第二次全会", "第二次", "second", "2nd"),
    ("第三次部长级会议", "第三次", "third", "thirdly"),
    ("第4届论坛", "第4届", "fourth", "4th"),
    ("第26届大会", "第26届", "26th", "twenty-sixth"),
    ("第十一届峰会", "第十一届", "11th", "eleventh"),
    ("第一百三十届广交会", "第一百三十届", "130th", "130th"),
    ("第22个世界水日", "第22个", "22nd", "twenty-second"),
    ("第五个年头", "第五个年头", "fifth year", "year five"),
    ("第十站", "第十", "tenth", "Stop 10"),
    ("第12批志愿者", "第12", "12th", "twelfth"),
    ("位于第三层", "第三", "third", "3rd"),
    ("第二、三年减半", "三", "three", "third"),
    ("连续四个月回升", "四个月", "four months", "fourth consecutive month"),
    ("连续17年居首", "17年", "17 years", "17th straight year"),
    ("升到二十二层", "二十二", "22", "22nd"),
    ("小数点后三位", "三", "three", "third"),
    ("八月十八观潮", "十八", "18", "18th"),
    ("每月十五号碰头", "十五号", "the 15th", "15"),
    ("考了三次才及格", "三", "three", "third"),
    ("劣四类水体", "四", "four", "Class IV"),
    ("“利刃3号”行动", "3", "3", "III"),
]


@pytest.mark.parametrize(("text", "source", "first", "accepted"), CASES, ids=[case[0] for case in CASES])
def test_ordinal_has_house_form_first_and_accepts_others(
    text: str, source: str, first: str, accepted: str
) -> None:
    found = {constraint.source: constraint for constraint in quantities.find(text)}
    assert source in found, list(found)
    assert found[source].target == first
    assert accepted in found[source].targets


NEVER = [
    ("第二十七次缔约方大会", "COP26"),
    ("第六条第四款机制", "Article 4.6"),
    ("“十四五”规划", "14th"),  # one plan alone is named in full
    ("成立五周年", "five"),
    ("第十五次会议", "COP15"),  # no session of a convention
    ("第三方会议第2次", "third"),
    ("第一期合同", "I"),  # a pronoun
]


@pytest.mark.parametrize(("text", "english"), NEVER)
def test_other_english_is_not_accepted(text: str, english: str) -> None:
    assert all(english not in constraint.targets for constraint in quantities.find(text))


REFUSED = [
    "第三方机构", "第一时间", "第一", "第一产业", "第三世界", "第一书记", "第一线", "第二人称", "连任三届全国人大代表", "党的大会",
    "十四五", "四所研究员", "四周的山", "三步并作两步", "七人制橄榄球", "一式两份", "三天两头", "十六字建议", "两年期报告",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_certain_ordinal_gives_none(text: str) -> None:
    assert [constraint.source for constraint in quantities.find(text)] == []
