"""Find typhoons and cyclones by their official names: 台风“摩羯” is Yagi.

The names are those of the ESCAP/WMO Typhoon Committee's list (and of some that it has retired), with the Chinese of the
China Meteorological Administration; of the Bay of Bengal, the best known. Many are everyday words, so that a word for a
storm must stand right at them.
"""

import re
from collections.abc import Iterator

from workflow.constrain.alternatives import either
from workflow.units import Constraint

_LIST = """
摩羯 Yagi|丽琵 Leepi|贝碧嘉 Bebinca|普拉桑 Pulasan|苏力 Soulik|西马仑 Cimaron|飞燕 Jebi|山陀儿 Krathon|百里嘉 Barijat|潭美 Trami
康妮 Kong-rey|银杏 Yinxing|桃芝 Toraji|万宜 Man-yi|天兔 Usagi|帕布 Pabuk|蝴蝶 Wutip|圣帕 Sepat|木恩 Mun|丹娜丝 Danas|百合 Nari
韦帕 Wipha|范斯高 Francisco|竹节草 Co-may|罗莎 Krosa|白鹿 Bailu|杨柳 Podul|玲玲 Lingling|剑鱼 Kajiki|蓝湖 Nongfa|琵琶 Peipah
塔巴 Tapah|米娜 Mitag|桦加沙 Ragasa|浣熊 Neoguri|博罗依 Bualoi|麦德姆 Matmo|夏浪 Halong|娜基莉 Nakri|风神 Fengshen
海鸥 Kalmaegi|凤凰 Fung-wong|杜苏芮 Doksuri|卡努 Khanun|苏拉 Saola|达维 Damrey|海葵 Haikui|鸿雁 Kirogi|小犬 Koinu
布拉万 Bolaven|三巴 Sanba|杰拉华 Jelawat|艾云尼 Ewiniar|马力斯 Maliksi|格美 Gaemi|派比安 Prapiroon|玛莉亚 Maria|山神 Son-Tinh
安比 Ampil|悟空 Wukong|云雀 Jongdari|珊珊 Shanshan|泰利 Talim|烟花 In-fa|利奇马 Lekima|山竹 Mangkhut|天鸽 Hato|莫拉菲 Molave
海神 Haishen|奥鹿 Noru|轩岚诺 Hinnamnor|梅花 Muifa|南玛都 Nanmadol|尼格 Nalgae|玛娃 Mawar|古超 Guchol|木兰 Mulan|暹芭 Chaba
尼伯特 Nepartak|威马逊 Rammasun|海燕 Haiyan|彩虹 Mujigae|莎莉嘉 Sarika|海马 Haima|莫兰蒂 Meranti|鲇鱼 Megi|妮妲 Nida
纳尔吉斯 Nargis|穆查 Mocha|莫拉 Mora|科门 Komen
"""
NAMES = {zh: en for row in re.split(r"[|\n]", _LIST.strip()) for zh, _, en in (row.strip().partition(" "),)}
_STORM = "台风|热带风暴|强热带风暴|风暴|气旋|热带低压"
STORM = re.compile(
    rf"(?:(?<=台风)|(?<=风暴)|(?<=气旋)|(?<=低压))(?P<open>[“‘\"])?(?P<name>{either(NAMES)})(?(open)[”’\"]|(?![\u4e00-\u9fff]草))"
    rf"|[“‘\"](?P<quoted>{either(NAMES)})[”’\"](?=(?:强|超强)?(?:{_STORM}))|(?P<before>{either(NAMES)})(?=(?:强|超强)?(?:{_STORM}))"
)


def find(text: str) -> Iterator[Constraint]:
    """Yield the names of storms in a text, without the quotation marks, which English leaves out."""
    if not re.search("台风|风暴|气旋|低压", text):
        return
    for match in STORM.finditer(text):
        name = NAMES[match["name"] or match["quoted"] or match["before"]]
        yield Constraint(match.start(), match.end(), match[0], (name,), "verbatim")
