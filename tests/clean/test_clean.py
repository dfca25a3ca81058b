import pytest

from tests.support import cleaned, document
from workflow.clean import clean
from workflow.clean.script import originals

CHARACTERS = [
    ("２０２４年ＣＯＰ１５", "2024年COP15"),
    ("合作\u200b中心\ufeff。", "合作中心。"),
    ("参会　代表", "参会 代表"),
    ("澜沧江 - 湄公河会议", "澜沧江-湄公河会议"),
    ("网址：<http://www.example.org/>", "网址：http://www.example.org/"),
    ("邮箱：<a.b@example.org>", "邮箱：a.b@example.org"),
    ("会议由中心主办,代表参会。", "会议由中心主办，代表参会。"),
    ("时间为9:30至10:00", "时间为9:30至10:00"),
    ("中心(北京)成立", "中心（北京）成立"),
    ("耿 聪 外交部亚洲司处长", "耿 聪 外交部亚洲司处长"),
    ("副院长、 中心主任", "副院长、中心主任"),
    ("Le Ngoc Tuan表示", "Le Ngoc Tuan表示"),
    ("合作\ue000机制\u00ad。", "合作机制。"),
]


@pytest.mark.parametrize(("raw", "text"), CHARACTERS, ids=[raw for raw, _ in CHARACTERS])
def test_characters(raw: str, text: str) -> None:
    assert cleaned(raw) == [text]


WRAPPED = """\
 2024年4月16日至17日，边境地区森林防火技术交流会在北岭市召开。会议由北岭森林

合作中心主办，西南林业大学承办，中国科学院空天信息创新研究院提供了技术支持，

来自边境七县的110余名代表参会。
 中心副主任表示，北岭段边境线长约340公里，两侧林地合计近210万公顷。2023年

旱季共监测到火点1,846个，较上年同期下降27.3%。中心牵头建设的信息共享平台已

— 1 —

接入气象站62座、瞭望塔45座，跨境火情通报用时由平均3小时缩短到40分钟以内。各

方商定下一次交流会将于2025年在老挝举行，届时将讨论Bounmy Sayavong和Siti

Rahayu提出的联合演练方案，并就跨境烟霾的来源和传输开展联合研究和能力建设。
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    first, second = cleaned(WRAPPED)
    assert first.startswith("2024年4月16日")
    assert first.endswith(
        "北岭森林合作中心主办，西南林业大学承办，中国科学院空天信息创新研究院提供了技术支持，来自边境七县的110余名代表参会。"
    )
    assert "已接入气象站" in second
    assert "Siti Rahayu提出" in second


CONTINUED = [
    (["低碳发展、", "交通廊道等议题。"], ["低碳发展、交通廊道等议题。"]),
    (["会议讨论了，", "并通过了计划。"], ["会议讨论了，并通过了计划。"]),
    (["第一段结束。", "第二段开始。"], ["第一段结束。", "第二段开始。"]),
    (["邮编：100035", "电话：010-1234"], ["邮编：100035", "电话：010-1234"]),
    (["通过了《生态流量", "管理办法》。"], ["通过了《生态流量管理办法》。"]),
]


@pytest.mark.parametrize(("lines", "texts"), CONTINUED, ids=[a[0] for a, _ in CONTINUED])
def test_a_paragraph_that_goes_on_in_the_next_block(lines: list[str], texts: list[str]) -> None:
    assert cleaned("\n\n".join(lines)) == texts


NOISE = [
    (["正文一句。", "— 12 —", "正文二句。"], ["正文一句。", "正文二句。"]),
    (["正文一句。", "第 3 页", "正文二句。"], ["正文一句。", "正文二句。"]),
    (["正文一句。", "Page 3 of 9", "正文二句。"], ["正文一句。", "正文二句。"]),
    (["某中心简报", "正文一句。", "某中心简报", "正文二句。"], ["某中心简报", "正文一句。", "正文二句。"]),
    (
        ["张三", "某中心主任", "好。", "李四", "某中心主任", "好的。"],
        ["张三", "某中心主任", "好。", "李四", "某中心主任", "好的。"],
    ),
]


@pytest.mark.parametrize(("lines", "texts"), NOISE, ids=[a[1] for a, _ in NOISE])
def test_page_furniture_is_removed_and_kept_in_removed(lines: list[str], texts: list[str]) -> None:
    made = clean(document("\n\n".join(lines)))
    assert [b.text for b in made.blocks] == texts
    assert len(made.removed) == len(lines) - len(texts)


def test_traditional_script_becomes_simplified_with_its_edits() -> None:
    made = clean(document("環境合作中心與國際組織舉行「圓桌對話」，發佈《行動計劃》。"))
    assert made.script == "hant"
    assert made.blocks[0].text == "环境合作中心与国际组织举行“圆桌对话”，发布《行动计划》。"
    assert {e.reason for e in made.blocks[0].edits} == {"Traditional to Simplified"}


def test_simplified_text_with_one_old_form_stays() -> None:
    assert clean(document("中国科学院研究员钱鍾书表示，环境合作中心成立以来成果丰硕。")).script == "hans"


def test_a_traditional_source_keeps_its_own_characters() -> None:
    made = clean(
        document("范仲淹與餘慶、余慶在「濕地」布展。\n\n環境合作中心發佈計劃，關於\n\n鄰國的機構參與。")
    )
    for hans, hant in originals(made):
        assert len(hans) == len(hant)
    assert originals(made)[0][1] == "范仲淹與餘慶、余慶在「濕地」布展。"
    assert originals(clean(document("环境合作中心成立。"))) == ()
