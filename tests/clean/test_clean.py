from dataclasses import replace

import pytest
from opencc import OpenCC

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


def test_the_heading_and_the_labels_of_a_contact_block_go_on_in_no_line() -> None:
    full = "工作组商定下一次交流会将于2025年在老挝举行，届时将讨论联合演练方案和监测共享平台的运行。"
    mail = "邮    箱：forest.fire@example.org；border.team@example.org；secretariat@example.org"
    site = "网    站：www.example.org"
    texts = cleaned("\n\n".join([WRAPPED, full, "联系方式", mail, site]))
    assert texts[-3:] == ["联系方式", mail, site]


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
        [
            "正文一句。",
            "1",
            f"某中心简报{' ' * 40}2024年第9期",
            "正文二句。",
            "2",
            f"某中心简报{' ' * 40}2024年第9期",
        ],
        ["正文一句。", "正文二句。"],
    ),
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


MORE_CHARACTERS = [
    ("合作\ufe0f中\U000e0100心\u2060。", "合作中心。"),
    ("\ufff9合作\ufffa中心\ufffb", "合作中心"),
    ("合作\U000f0001机制", "合作机制"),
    ("\uf06c 第一项", "第一项"),
    ("合\x00作\x86中\x1b心", "合作中心"),
    ("⽣态⾃然，⻓江⻛电", "生态自然，长江风电"),
    ("第\uf9d1\U0002f81a\uf97e", "第六冬量"),
    ("１，８４６公顷，９：３０，３．５％", "1,846公顷，9:30，3.5%"),
    ("Ａ、Ｂ两类，＄５", "A、B两类，$5"),
    ("会议，３家单位，２人", "会议，3家单位，2人"),
    ("｢合作｣､中心｡", "「合作」、中心。"),
    ("eﬃcient ﬁsh", "efficient fish"),
    ("㎡与①不变", "㎡与①不变"),
    ("发言如下:", "发言如下："),
    ("他说:“好”,代表:《计划》!", "他说：“好”，代表：《计划》！"),
    ("会议(简称“中心”),各方", "会议（简称“中心”），各方"),
    ("中心(A类)成立", "中心（A类）成立"),
    ("环境署(UNEP)表示", "环境署(UNEP)表示"),
    ("中心（北京)成立", "中心（北京）成立"),
    ("(一)总体要求", "（一）总体要求"),
    ("WWF (基金会)", "WWF (基金会)"),
    ("比例1:2,电话:010-5", "比例1:2,电话:010-5"),
]


@pytest.mark.parametrize(("raw", "text"), MORE_CHARACTERS, ids=[repr(raw) for raw, _ in MORE_CHARACTERS])
def test_more_characters(raw: str, text: str) -> None:
    assert cleaned(raw) == [text]


READINGS = [
    ("動(dòng)物", "動物"),
    ("动（dòng）物", "动物"),
    ("重（chóng）庆（qìng）", "重庆"),
    ("银行（yín háng）表示", "银行表示"),
    ("澜沧江（láncāngjiāng）", "澜沧江"),
    ("动（dong4）物", "动物"),
    ("我们（men）", "我们"),
    ("绿（lu\u0308\u0300）色", "绿色"),
    ("动（dōng）物", "动（dōng）物"),
    ("锂（Li）电池", "锂（Li）电池"),
    ("锂（lǐ）电池", "锂电池"),
    ("环境署（UNEP）", "环境署（UNEP）"),
    ("张（Zhang）", "张（Zhang）"),
    ("昆明（Kunming）", "昆明（Kunming）"),
    ("巴利（Pāli）语", "巴利（Pāli）语"),
]


@pytest.mark.parametrize(("raw", "text"), READINGS, ids=[raw for raw, _ in READINGS])
def test_a_reading_is_taken_out_where_it_is_one(raw: str, text: str) -> None:
    assert cleaned(raw + "，各方代表在会议上讨论了环境合作的方向") == [
        text + "，各方代表在会议上讨论了环境合作的方向"
    ]


@pytest.mark.parametrize("raw", [raw for raw, _ in (*CHARACTERS, *MORE_CHARACTERS, *READINGS)], ids=repr)
def test_every_change_of_a_character_is_an_edit(raw: str) -> None:
    for block in clean(document(raw)).blocks:
        assert block.replayed() == block.text
        assert all(edit.reason for edit in block.edits)


PLAIN = "环境合作中心为了推动计划，在会议里讨论了信息网络，发布线路图。代表们着重强调卫生、群众。"
KINDS = [("s2t", "hant"), ("s2hk", "hk"), ("s2tw", "tw")]


@pytest.mark.parametrize(("conversion", "kind"), KINDS)
def test_each_kind_of_traditional_is_told_and_turned(conversion: str, kind: str) -> None:
    made = clean(document(OpenCC(conversion).convert(PLAIN)))
    assert (made.script, dict(made.settings)["script"]) == ("hant", kind)
    assert [b.text for b in made.blocks] == [PLAIN]


def test_words_of_taiwan_become_the_mainlands_and_others_stay() -> None:
    raw = "環境資訊中心發佈計畫，寮國與紐西蘭的代表著重說明簡報中的指標、文件與聯絡方式。"
    made = clean(document(raw))
    assert [b.text for b in made.blocks] == [
        "环境信息中心发布计划，老挝与新西兰的代表着重说明简报中的指标、文件与联络方式。"
    ]
    assert originals(made) == ((made.blocks[0].text, raw),)


def test_what_is_told_of_the_script_comes_before_detection() -> None:
    told = replace(document("環境資訊中心，老撾代表參會。"), settings=(("script", "hk"), ("title", "環境")))
    assert [b.text for b in clean(told).blocks] == ["环境资讯中心，老挝代表参会。"]
    assert dict(clean(told).settings)["title"] == "环境"
    told = replace(told, settings=(("script", "hans"),))
    assert (clean(told).script, clean(told).blocks[0].text) == ("hans", "環境資訊中心，老撾代表參會。")


def test_a_file_of_unended_lines_ends() -> None:
    made = clean(document("甲、\n" * 8_000))
    assert max(len(block.text) for block in made.blocks) <= 10_002
    assert sum(len(block.raw) for block in made.blocks) == 16_000
