"""Counts, measures, money, percentages, ratios and what is none of them; hard ones first, one rule a case."""

import pytest

from workflow.constrain import quantities

CASES = [
    ("增速为-3%", "-3%", "-3%", "minus 3 percent"),
    ("气温降至零下5度", "零下5度", "minus 5 degrees", "5 degrees below zero"),
    ("零下二十来度的酷寒", "零下二十来度", "about minus 20 degrees", "about minus 20 degrees Celsius"),
    ("接长到两米四", "两米四", "2.4 meters", "2.4 m"),
    ("划出50米半径的禁区", "50米", "50 meters", "50 meter"),
    ("躲避四十一摄氏度的高温", "四十一摄氏度", "41 degrees Celsius", "41 degree"),
    ("洪涝占七成一、台风占六个百分点", "六个百分点", "6 percentage points", "6%"),
    ("三省各有一份办法", "三", "three", "each province"),
    ("成本再降三分之一", "三分之一", "one-third", "another third"),
    ("限值定为千分之一希沃特", "千分之一", "0.1%", "one thousandth"),
    ("每人每天需水2升至3升", "2升至3升", "2 to 3 liters", "2-3 liters"),
    ("指数由1.8升至2.6", "1.8", "1.8", "one point eight"),
    ("水温从18升到22度", "18", "18", "eighteen"),
    ("出水量四升半", "四升半", "4.5 liters", "four and a half liters"),
    ("材料费九元六角", "九元六角", "RMB 9.6", "RMB 9.60"),
    ("分辨率从250米到1公里", "250米到1公里", "250 meters to 1 kilometer", "250 meters to one kilometer"),
    ("5000至2万美元", "5000至2万美元", "US$5,000 to US$20,000", "US$5,000-US$20,000"),
    ("800万到1100万吨", "800万到1100万吨", "8 million to 11 million tons", "between 8 million and 11 million tonnes"),
    ("五至十二海里", "五至十二海里", "5 to 12 nautical miles", "between five and 12 nautical miles"),
    ("效率为60—80万", "60—80万", "600,000 to 800,000", "600,000-800,000"),
    ("全球“3030”目标", "3030", "30 by 30", "30x30"),
    ("1:5万土地利用图", "1:5万", "1:50,000", "1 to 50,000"),
    ("录取比例约为1∶6", "1∶6", "1:6", "1 in 6"),
    ("第5/14号决议", "5/14", "5/14", "5/14"),
    ("第70/248号决议", "70/248", "70/248", "70/248"),
    ("本月有3个村和٣个项目", "٣", "three", "three"),
    ("编号黄05", "05", "05", "05"),
    ("3500万像素级影像", "3500万像素", "35 million pixels", "35 megapixel"),
    ("修复3.6万亩农田", "3.6万亩", "36,000 mu", "2,400 hectares"),
    ("装机1000万千瓦", "1000万千瓦", "10 million kilowatts", "10 gigawatts"),
    ("户均3.5千伏安", "3.5千伏安", "3.5 kilovolt-amperes", "3.5 kVA"),
    ("每年少用4500吨塑料", "4500吨", "4,500 tons", "4,500 fewer tons"),
    ("每隔约80公里设一处", "约80公里", "about 80 kilometers", "80 kilometers"),
    ("最重的竟有七公斤多", "七公斤多", "more than 7 kilograms", "seven-plus kilograms"),
    ("月薪上万元", "上万元", "more than RMB 10,000", "over RMB 10,000"),
    ("每年近百万元", "近百万元", "nearly RMB 1 million", "almost 1 million yuan"),
    ("持续了十几年", "十几", "a dozen or so", "more than a decade"),
    ("放置十几分钟", "十几", "a dozen or so", "ten minutes or so"),
    ("两千多年来", "两千多年", "more than 2,000 years", "more than two millennia"),
    ("二十四小时运转", "二十四小时", "24 hours", "around the clock"),
    ("孔径不足三千分之一", "不足三千分之一", "less than 1/3000", "less than one three-thousandth"),
    ("抽取千分之三", "千分之三", "0.3%", "three in every thousand"),
    ("死亡率由千分之六降下来", "千分之六", "0.6%", "six per thousand"),
    ("中签率三十分之一", "三十分之一", "one-thirtieth", "one in 30"),
    ("产量少了两成", "两成", "20 percent", "one-fifth"),
    ("出资920万瑞士法郎", "920万瑞士法郎", "CHF 9.2 million", "CHF9.2 million"),
    ("三千余名志愿者", "三千余", "more than 3,000", "over three thousand"),
    ("二十多个城市", "二十多", "more than 20", "over twenty"),
    ("占比不低于70%", "不低于70%", "at least 70%", "no lower than 70%"),
    ("坡度超过25度", "超过25", "more than 25", "steeper than 25"),
    ("开展活动30余场", "30余", "more than 30", "over 30"),
    ("参与人数超过3000人", "超过3000", "more than 3,000", "exceeded 3,000"),
    ("惠及5万余名村民", "5万余", "more than 50,000", "over 50,000"),
    ("共60余万人受益", "60余万", "more than 600,000", "over 600,000"),
    ("3000多人报名", "3000多", "more than 3,000", "3,000-odd"),
    ("设立70亿美元的适应资金", "70亿美元", "US$7 billion", "7 billion US dollars"),
    ("设立70亿美元的适应资金", "70亿美元", "US$7 billion", "$7 billion"),
    ("投资4,700亿越南盾", "4,700亿越南盾", "VND 470 billion", "470 billion dong"),
    ("投入5000万元", "5000万元", "RMB 50 million", "50 million yuan"),
    ("投入2.15亿元人民币", "2.15亿元人民币", "RMB 215 million", "215 million yuan"),
    ("共拨款港币3,200万元", "港币3,200万元", "HK$32 million", "32 million Hong Kong dollars"),
    ("捐赠新台币50万元", "新台币50万元", "NT$500,000", "500,000 New Taiwan dollars"),
    ("折合人民币2.15亿元", "人民币2.15亿元", "RMB 215 million", "RMB 215,000,000"),
    ("索赔逾三亿欧元", "逾三亿欧元", "more than €300 million", "over 300 million euros"),
    ("每月430泰铢", "430泰铢", "430 baht", "THB 430"),
    ("票价1.5万基普", "1.5万基普", "15,000 kip", "LAK15,000"),
    ("押金为500瑞尔", "500瑞尔", "500 riel", "KHR 500"),
    ("凑成3200缅元", "3200缅元", "3,200 kyat", "MMK 3,200"),
    ("900亿至1200亿美元", "900亿至1200亿美元", "US$90 billion to US$120 billion", "US$90-120 billion"),
    ("约15万美元的设备", "约15万美元", "about US$150,000", "around US$150,000"),
    ("单价0.6美元", "0.6美元", "US$0.6", "US$0.60"),
    ("提取两元作为基金", "两元", "RMB 2", "2 yuan"),
    ("减排42%", "42%", "42%", "42 percent"),
    ("5.0%的国土", "5.0%", "5.0%", "5.0 per cent"),
    ("百分之四十二的农户", "百分之四十二", "42%", "42 percent"),
    ("每天按千分之一计", "千分之一", "0.1%", "one in a thousand"),
    ("2%至3%", "2%至3%", "2% to 3%", "2-3%"),
    ("近40%的耕地", "近40%", "nearly 40%", "close to 40%"),
    ("达到95%以上", "95%以上", "more than 95%", "at least 95%"),
    ("提高1.2个百分点", "1.2个百分点", "1.2 percentage points", "1.2 percentage point"),
    ("减少三成", "三成", "30 percent", "30%"),
    ("占七成五", "七成五", "75 percent", "75%"),
    ("降低三到五成", "三到五成", "30 to 50 percent", "30% to 50%"),
    ("超过八成的学员", "超过八成", "more than 80 percent", "over 80%"),
    ("占总数的三分之二", "三分之二", "two-thirds", "two-thirds"),
    ("不足四分之一", "不足四分之一", "less than one-quarter", "under a quarter"),
    ("是雨季的三倍", "三倍", "three times", "threefold"),
    ("增至5倍以上", "5倍以上", "more than five times", "at least five times"),
    ("3万至5万名", "3万至5万", "30,000 to 50,000", "between 30,000 and 50,000"),
    ("3-5万人", "3-5万", "30,000 to 50,000", "30,000-50,000"),
    ("两到三个断面", "两到三", "two to three", "two or three"),
    ("治理19.8万亩", "19.8万亩", "198,000 mu", "198,000 mu"),
    ("修复6公顷湿地", "6公顷", "6 hectares", "6 ha"),
    ("面积约48万平方公里", "约48万平方公里", "about 480,000 square kilometers", "about 480,000 sq km"),
    ("一间20平方米的实验室", "20平方米", "20 square meters", "20 square meter"),
    ("减排二氧化碳60万吨", "60万吨", "600,000 tons", "600,000 tonnes"),
    ("节约1.5万吨标准煤", "1.5万吨标准煤", "15,000 tons of standard coal", "15,000 tce"),
    ("年发电约7亿千瓦时", "约7亿千瓦时", "about 700 million kilowatt-hours", "about 700 GWh"),
    ("装机50万千瓦", "50万千瓦", "500,000 kilowatts", "500 MW"),
    ("12亿千瓦以上", "12亿千瓦以上", "more than 1.2 billion kilowatts", "over 1.2 billion kilowatts"),
    ("一座30兆瓦光伏电站", "30兆瓦", "30 megawatts", "30 MW"),
    ("库容4.7亿立方米", "4.7亿立方米", "470 million cubic meters", "470 million m³"),
    ("全长190公里", "190公里", "190 kilometers", "190 km"),
    ("海拔四千米", "四千米", "4,000 meters", "4,000 m"),
    ("升温1.5摄氏度", "1.5摄氏度", "1.5 degrees Celsius", "1.5°C"),
    ("超过52℃", "超过52℃", "more than 52°C", "exceeded 52°C"),
    ("总长5km", "5km", "5 kilometers", "5 km"),
    ("收录条目2400条", "2400", "2,400", "2,400"),
    ("记录4200万条", "4200万", "42 million", "42,000,000"),
    ("约190万个岗位", "约190万", "about 1.9 million", "around 1.9 million"),
    ("用电量9.2万亿千瓦时", "9.2万亿千瓦时", "9.2 trillion kilowatt-hours", "9.2 trillion kWh"),
    ("培训教师二百二十名", "二百二十", "220", "220"),
    ("五十五所学校", "五十五", "55", "fifty-five"),
    ("一亿两千万人口", "一亿两千万", "120 million", "120,000,000"),
    ("至少两名委员", "至少两", "at least two", "no fewer than two"),
    ("不到三十年", "不到三十年", "less than 30 years", "under three decades"),
    ("时隔三十年", "三十年", "30 years", "three decades"),
    ("覆盖6个县", "6", "six", "6"),
    ("六国共同发起", "六国", "six countries", "six nations"),
    ("三个试点村", "三", "three", "3"),
    ("五年来", "五年", "five years", "5 years"),
    ("幸福路8号", "8", "8", "eight"),
    ("巡查两次", "两", "two", "twice"),
    ("数十家企业", "数十", "dozens of", "several dozen"),
    ("几百条建议", "几百", "hundreds of", "several hundred"),
    ("上千名群众", "上千", "more than 1,000", "over a thousand"),
    ("近百名学员", "近百", "nearly 100", "almost 100"),
    ("十几顶帐篷", "十几", "a dozen or so", "more than ten"),
    ("数十亿美元的损失", "数十亿", "billions of", "billions"),
    ("按照1:4的比例", "1:4", "1:4", "1 to 4"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "first", "accepted"), CASES, ids=[f"{case[0]} {case[3]}" for case in CASES]
)
def test_quantity_has_house_form_first_and_accepts_others(
    text: str, source: str, first: str, accepted: str
) -> None:
    found = {constraint.source: constraint for constraint in quantities.find(text)}
    assert source in found, list(found)
    assert found[source].target == first
    assert accepted in found[source].targets
    assert text[found[source].start : found[source].end] == source


@pytest.mark.parametrize(
    "text",
    [
        "一带一路", "一致同意", "一秘周明", "三方合作", "四川省", "十分重要", "万象市", "千方百计", "百姓生活",
        "亿万民众", "万隆会议", "一些国家", "一个项目", "两国合作", "二氧化碳", "三角洲", "二级巡视员", "四面八方", "二维码",
        "千家万户", "第三方机构", "第一时间", "增长3倍", "成千上万", "半斤八两", "二次污染", "三轮车",
        "中老缅泰四国商船", "川滇黔三省协议", "三多三少", "七升三降", "5G网络", "每百人", "千万别忘", "三三两两", "一百有八",
        "“一二三四”工作法", "七七八八", "一三五七月", "七老八十", "按五三二分成", "三七开", "收益四六分", "二八法则",
        "水、气、土三个领域", "每吨水", "一吨水", "三亚市", "九江口", "万一失败", "百年大计", "多元化", "六级大风",
    ],
)  # fmt: skip
def test_what_is_no_certain_quantity_gives_none(text: str) -> None:
    assert [constraint.source for constraint in quantities.find(text)] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("近三年来", "三年"),
        ("节约30%的用水", "30%"),
        ("附近30户居民", "30"),
        ("拨付约定的6万元", "6万元"),
        ("公约20周年", "20周年"),
    ],
)
def test_a_word_before_a_figure_is_no_hedge(text: str, source: str) -> None:
    assert [constraint.source for constraint in quantities.find(text)] == [source]


def test_figures_of_dates_and_names_are_left_to_their_finders() -> None:
    text = "2022年12月7日9:30，PM2.5浓度下降，见www.example.org/2024，电话010-12345678。"
    assert list(quantities.find(text)) == []


WRONG = [
    ("投入5000万元", "RMB 500 million"), ("投入5000万元", "RMB 5 million"), ("3.6万亩", "3,600 hectares"),
    ("装机300万千瓦", "3 million MW"), ("增速为-3%", "3%"), ("零下5度", "5 degrees"), ("1:5万", "1:5"),
    ("两米四", "2 meters"), ("四升半", "4 liters"), ("九元六角", "RMB 9"), ("250米到1公里", "250 kilometers to 1 kilometer"),
    ("三成", "three percent"), ("1.2个百分点", "1.2%"), ("千分之三", "3%"), ("八百吨", "800"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english"), WRONG)
def test_another_value_is_not_accepted(text: str, english: str) -> None:
    assert all(english not in constraint.targets for constraint in quantities.find(text))


def test_a_shared_unit_may_be_said_once() -> None:
    first, second = quantities.find("由38.4立方米下降到25.1立方米")
    assert "38.4" in first.targets
    assert "25.1" in second.targets
    (alone,) = quantities.find("下降到25.1立方米")
    assert "25.1" not in alone.targets


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "十",
        "1,",
        "3至",
        "约5万余",
        "三成到",
        "1:",
        "水、",
        "二〇",
        "每升0.2毫克",
        "近三年",
        "首次",
        "第二天",
        "两三",
        "半",
    ],
)
def test_long_text_takes_linear_time(unit: str) -> None:
    # Twice the text may take about twice the time; a quadratic pattern would not end within the test's minutes.
    text = unit * (100_000 // len(unit))
    assert all(constraint.end <= len(text) for constraint in quantities.find(text))
