"""Bounds, hedges and signs before and behind a figure and what it counts: right English keeps them, and nothing else does.

What is refused: 三分建 (a saying), 耄耋 (80 to 90), 增长三至四倍 (read in two ways), 过半 in 过半百 and 蹚过半结冰的河, 半 in 近半年, 前后 in 前后三天.
"""

import pytest

from workflow.constrain import dates, quantities
from workflow.constrain.verify import verify

# text, source, English that is fed, another form that is right; the hardest first
CASES = [
    ("误差控制在±10%以内", "±10%以内", "within ±10%", "no more than plus or minus 10 percent"),
    ("气温在-5℃到3℃之间", "-5℃到3℃", "minus 5 to 3°C", "between -5°C and 3°C"),
    ("零下5℃至零上3℃", "零下5℃至零上3℃", "minus 5 to 3 degrees Celsius", "-5°C to 3°C"),
    ("夜里零下十度以下", "零下十度以下", "below minus 10 degrees Celsius", "minus 10 degrees or lower"),
    ("一级标准为5（8）毫克/升", "5（8）毫克/升", "5 (8) milligrams per liter", "5 mg/L (8 mg/L)"),
    ("总磷≤0.2mg/L", "≤0.2mg/L", "≤0.2 mg/L", "no more than 0.2 mg/L"),
    ("差异显著（P＜0.05）", "＜0.05", "<0.05", "less than 0.05"),
    ("能力为pH＞9的水样", "＞9", ">9", "more than nine"),
    ("Z比分数大于等于3", "大于等于3", "at least three", "3 or above"),
    ("含盐量低于0.5‰", "低于0.5‰", "less than 0.5‰", "below 0.05%"),
    ("信息更新不少于三次", "不少于三", "at least three", "no fewer than three"),
    ("收入是常年的三至四倍", "三至四倍", "three to four times", "three to fourfold"),
    ("超标倍数达到1.5～2倍", "1.5～2倍", "1.5 to 2 times", "between 1.5 and 2 times"),
    ("存栏300头以上", "300头以上", "more than 300", "300 head or more"),
    ("外出须两人以上同行", "两人以上", "at least two", "two or more"),
    ("不合规项在五项以内", "五项以内", "within five", "no more than five"),
    ("每问限六百字以内", "六百字以内", "within 600", "600 words or less"),
    ("带动1.5个左右岗位", "1.5个左右", "about 1.5", "around one and a half"),
    ("组成3至5个左右小组", "3至5个左右", "about three to five", "three to five or so"),
    ("须在9个月以内建成", "9个月以内", "within nine months", "in under nine months"),
    ("15日之内答复", "15日之内", "within 15 days", "in 15 days"),
    ("半小时左右", "半小时左右", "about half an hour", "around 30 minutes"),
    ("停产半年以上", "半年以上", "more than six months", "over half a year"),
    ("减少了六成有余", "六成有余", "more than 60 percent", "over 60%"),
    ("七十岁上下的木匠", "七十岁上下", "about 70", "around the age of 70"),
    ("三十岁出头的站长", "三十岁出头", "just over 30", "early thirties"),
    ("五十岁开外的老汉", "五十岁开外", "over 50", "fifties"),
    ("百余名学员", "百余", "more than 100", "over a hundred"),
    ("百余年来", "百余", "more than 100", "more than a century"),
    ("来了百十来人", "百十来", "about 100", "around a hundred"),
    ("超百万人次参观", "超百万", "more than 1 million", "over a million"),
    ("不足百人的村子", "不足百", "less than 100", "fewer than 100"),
    ("千人以上供水工程", "千人以上", "more than 1,000", "1,000 or more"),
    ("产值亿元以上", "亿元以上", "more than RMB 100 million", "over 100 million yuan"),
    ("半数以上的村民", "半数以上", "more than half", "the majority"),
    ("过半受访者", "过半", "more than half", "over half"),
    ("占比近半。", "近半", "nearly half", "almost half"),
    ("用电量翻了一番多", "翻了一番多", "more than double", "more than doubled"),
    ("产值翻两番", "翻两番", "quadruple", "fourfold"),
    ("出勤率百分之百", "百分之百", "100%", "100 percent"),
    ("受害率为万分之五", "万分之五", "0.05%", "five in ten thousand"),
    ("稀释到十亿分之一", "十亿分之一", "one in 1,000,000,000", "one part per billion"),
    ("死亡率千分之一点五", "千分之一点五", "0.15%", "1.5 per thousand"),
    ("三分之二多数通过", "三分之二", "two-thirds", "2/3"),
    ("8亿至10亿美元", "8亿至10亿美元", "US$800 million to US$1 billion", "between US$800 million and US$1 billion"),
    ("走了七里地", "七里地", "3.5 kilometers", "seven li"),
    ("浓度为30ppm", "30ppm", "30 ppm", "30 parts per million"),
    ("身高1米75", "1米75", "1.75 meters", "1.75 m"),
    ("每投入1元", "1元", "RMB 1", "every yuan"),
    ("每减排1吨", "1吨", "1 ton", "every ton"),
    ("1. 统一监测方法", "1", "1", "I"),
    ("（2）数据共享", "2", "2", "II"),
    ("（十二）开展示范", "十二", "12", "XII"),
    ("五岁生日", "五", "five", "fifth"),
    ("八十大寿", "八十", "80", "80th"),
    ("5月15日前后到达", "5月15日前后", "around May 15", "on or around 15 May"),
    ("2018年前后", "2018年前后", "around 2018", "about 2018"),
    ("上世纪90年代前后", "90年代前后", "around the 1990s", "about the 1990s"),
    ("今夜23时左右", "23时左右", "around 11 p.m.", "around 23:00"),
    ("七八月间水位最高", "七八月间", "July and August", "between July and August"),
    ("十一二月", "十一二月", "November and December", "November or December"),
    ("8月中下旬", "8月中下旬", "mid- to late August", "mid and late August"),
    ("20世纪90年代中后期", "20世纪90年代中后期", "mid- to late 1990s", "mid to late 1990s"),
    ("于二十日抵达", "二十日", "the 20th", "20th"),
    ("鱼苗损失多达1.1万尾", "多达1.1万", "as many as 11,000", "up to 11,000"),
    ("赔偿多达300万元", "多达300万元", "as much as RMB 3 million", "totaling RMB 3 million"),
    ("叉车空驶率高达37%", "高达37%", "as high as 37%", "37 percent"),
    ("工序有七十二道之多", "七十二道之多", "as many as 72", "72"),
    ("四分之一强的农户", "四分之一强", "just over one-quarter", "slightly more than a quarter"),
    ("占三成弱", "三成弱", "just under 30 percent", "nearly 30 percent"),
    ("约人民币3亿元", "约人民币3亿元", "about RMB 300 million", "around 300 million yuan"),
    ("约合人民币2000元", "约合人民币2000元", "about RMB 2,000", "approximately 2,000 yuan"),
    ("下午2时许起火", "下午2时许", "around 2 p.m.", "about 2 p.m."),
    ("年近六旬的站长", "年近六旬", "nearly 60", "late fifties"),
    ("年逾七旬的渔民", "年逾七旬", "over 70", "seventies"),
    ("年过半百", "年过半百", "over 50", "past fifty"),
    ("他年近四十岁", "年近四十岁", "nearly 40", "almost forty"),
    ("一位八旬老人", "八旬", "80", "octogenarian"),
    ("古稀之年的植物学家", "古稀之年", "70", "seventies"),
    ("养活一家六口", "一家六口", "family of six", "6"),
    ("够五口之家用两个月", "五口之家", "family of five", "household of five"),
    ("六国重点支流", "六国", "six countries", "six nations"),
    ("来自湄公河五国的学员", "湄公河五国", "five Mekong countries", "five countries along the Mekong"),
    ("六国代表团共用午餐", "六国", "six countries", "six"),
    ("位于东经102度", "东经102度", "102 degrees east", "102°E"),
    ("北纬25°02′11″", "北纬25°02′11″", "25°02′11″N", "25 degrees, 02 minutes and 11 seconds north"),
    ("东经97°至102°", "东经97°至102°", "97°-102°E", "97 to 102 degrees east longitude"),
    ("每月十五日开放", "十五日", "the 15th", "15th"),
    ("7月部署，本月十八日开工", "十八日", "the 18th", "eighteenth"),
]  # fmt: skip


def found(text: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of each quantity or date by its Chinese."""
    return {c.source: c.targets for c in (*dates.find(text), *quantities.find(text))}


@pytest.mark.parametrize(
    ("text", "source", "first", "accepted"), CASES, ids=[f"{case[0]} {case[3]}" for case in CASES]
)
def test_a_bound_is_bound_with_its_figure(text: str, source: str, first: str, accepted: str) -> None:
    forms = found(text)
    assert source in forms, list(forms)
    assert forms[source][0] == first
    assert accepted in forms[source]


# The English says another value, or drops or turns the bound.
WRONG = [
    ("存栏300头以上", "It keeps 300 head of cattle.", "It keeps more than 300 head of cattle."),
    ("误差在±10%以内", "The error is 10 percent.", "The error is within ±10 percent."),
    ("气温在-5℃到3℃之间", "It is 5°C to 3°C.", "It is between -5°C and 3°C."),
    ("零下5℃至零上3℃", "from minus 5 to minus 3 degrees Celsius", "from minus 5 to 3 degrees Celsius"),
    ("含盐量低于0.5‰", "Salinity is above 0.5‰.", "Salinity is below 0.5‰."),
    ("去除率≥95%", "The removal rate is 95%.", "The removal rate is ≥ 95%."),
    ("总氮≤15mg/L", "Total nitrogen is at least 15 mg/L.", "Total nitrogen is not more than 15 mg/L."),
    ("是常年的三至四倍", "It is four times the normal.", "It is three to four times the normal."),
    ("须在9个月以内完成", "It takes more than nine months.", "It must be done within nine months."),
    ("三分之二多数通过", "It passed by three-quarters.", "It passed by a two-thirds majority."),
    ("死亡率千分之一点五", "a rate of one per thousand", "a rate of 1.5 per thousand"),
    ("pH值为6.5至8.5", "a pH of 6.5 or 8.5", "a pH of 6.5 to 8.5"),
    ("5（8）毫克/升", "5 milligrams per liter", "5 (8) milligrams per liter"),
    ("半数以上同意", "Half of them agreed.", "Over half of them agreed."),
    ("产值翻两番", "Output doubled.", "Output quadrupled."),
    ("2018年前后", "in 2018", "around 2018"),
    ("七八月间", "in July", "in July and August"),
    ("走了七里地", "They walked seven kilometers.", "They walked seven li."),
    ("百余名学员", "100 trainees", "more than 100 trainees"),
    ("身高1米75", "1 meter tall", "1.75 meters tall"),
    ("五岁生日", "her sixth birthday", "her fifth birthday"),
    ("于二十日抵达", "It arrived on the 21st.", "It arrived on the 20th."),
    ("鱼苗损失多达1.1万尾", "More than 11,000 fry were lost.", "As many as 11,000 fry were lost."),
    ("年近六旬的站长", "the head of the station, over 60", "the head of the station, who is nearing 60"),
    ("养活一家六口", "to feed a family of seven", "to feed his family of six"),
    ("六国重点支流", "six main tributaries", "main tributaries of the six countries"),
    ("湄公河五国的学员", "trainees of five Mekong provinces", "trainees from the five Mekong countries"),
    ("六国签署协议", "The seven countries signed it.", "The six Mekong countries signed it."),
    ("流域六国均已批准", "All six rivers have ratified it.", "All six basin countries have ratified it."),
    ("位于东经102度", "at 102 degrees west", "at 102 degrees east"),
    ("位于北纬21度37分", "at 21°37′S", "at 21°37'N"),
    ("四分之一强的农户", "just under a quarter of the farmers", "just over a quarter of the farmers"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wrong", "right"), WRONG, ids=[f"{one[0]} {one[1]}" for one in WRONG])
def test_english_without_the_bound_is_told(source: str, wrong: str, right: str) -> None:
    constraints = (*dates.find(source), *quantities.find(source))
    assert not all(c.kept for c in verify(constraints, wrong, source))
    assert all(c.kept for c in verify(constraints, right, source))


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("增长三至四倍", []), ("骑马蹚过半结冰的河", []), ("300人上下游", ["300"]), ("老百姓", []),
        ("5月前后三天", ["5月", "三天"]), ("等了十日", ["十日"]), ("图2-6", ["图2", "6"]), ("十里江堤", []), ("插秧前十五日", ["十五日"]),
        ("每一元", []), ("一百余名", ["一百余"]), ("标准统一到两种", ["两"]), ("千家万户", []), ("打8折", []), ("三分建、七分管", []), ("耄耋之年", []), ("三旬", []),
        ("提高达45%", ["45%"]), ("去年近40家企业", ["近40"]), ("三国时期", []), ("中老缅泰四国", []), ("四分之一强制报废", ["四分之一"]),
        ("一家三口井", []), ("六国语言", ["六"]), ("经度102度", ["102"]), ("高3米2棵树", ["3米", "2"]),
    ],
)  # fmt: skip
def test_what_is_no_bound(text: str, sources: list[str]) -> None:
    assert sorted(found(text), key=text.find) == sources
