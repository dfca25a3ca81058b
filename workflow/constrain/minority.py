"""Find and write the names of China's peoples without surnames: Tibetan 扎西多杰, Dai 玉罕; and the Naxi surname 和.

Written in pinyin as they stand, one word for each Tibetan element; the spelling after Tibetan pronunciation (Tashi Dorje)
is accepted beside it. Mongol, Uyghur and Kazakh names in Han characters are not found without a middle dot: their Latin
spelling follows the other script and cannot be read off the characters.
"""

import re
from collections.abc import Iterator
from itertools import product

from workflow.constrain.alternatives import either
from workflow.constrain.cedict import glosses
from workflow.constrain.person_shapes import PUNCTUATION, STRICT_FOLLOWER, certainty
from workflow.constrain.surnames import COMMON_SURNAMES, GIVEN

Span = tuple[int, int]

# Elements of Tibetan names: pinyin, then the common spelling by pronunciation.
TIBETAN: dict[str, tuple[str, str]] = {
    zh: (written, said)
    for zh, written, said in (
        entry.split(":")
        for entry in """
        扎西:Zhaxi:Tashi 多吉:Duoji:Dorje 多杰:Duojie:Dorje 卓玛:Zhuoma:Drolma 洛桑:Luosang:Lobsang 罗桑:Luosang:Lobsang
        次仁:Ciren:Tsering 才仁:Cairen:Tsering 泽仁:Zeren:Tsering 旺堆:Wangdui:Wangdu 旺姆:Wangmu:Wangmo 旺久:Wangjiu:Wangchuk
        尼玛:Nima:Nyima 达瓦:Dawa:Dawa 巴桑:Basang:Pasang 拉姆:Lamu:Lhamo 央金:Yangjin:Yangchen 平措:Pingcuo:Phuntsok
        彭措:Pengcuo:Phuntsok 格桑:Gesang:Kelsang 丹增:Danzeng:Tenzin 旦增:Danzeng:Tenzin 索南:Suonan:Sonam 索朗:Suolang:Sonam
        顿珠:Dunzhu:Dondrup 罗布:Luobu:Norbu 白玛:Baima:Pema 贡布:Gongbu:Gonpo 强巴:Qiangba:Jampa 仁青:Renqing:Rinchen
        德吉:Deji:Dekyi 曲珍:Quzhen:Chodron 拉珍:Lazhen:Lhadron 江措:Jiangcuo:Gyatso 嘉措:Jiacuo:Gyatso 加措:Jiacuo:Gyatso
        桑珠:Sangzhu:Samdrup 桑杰:Sangjie:Sangye 普布:Pubu:Phurbu 米玛:Mima:Mingma 边巴:Bianba:Penpa 拉巴:Laba:Lhakpa
        晋美:Jinmei:Jigme 土登:Tudeng:Thupten 阿旺:Awang:Ngawang 云丹:Yundan:Yonten 益西:Yixi:Yeshe 赤列:Chilie:Trinley
        群培:Qunpei:Choephel 欧珠:Ouzhu:Ngodrup 次旦:Cidan:Tseten 次旺:Ciwang:Tsewang 才旦:Caidan:Tseten 才让:Cairang:Tsering
        东智:Dongzhi:Dondrup 南杰:Nanjie:Namgyal 朗杰:Langjie:Namgyal 坚参:Jiancan:Gyaltsen 坚赞:Jianzan:Gyaltsen
        占堆:Zhandui:Dradul 文德:Wende:Wangdu 达杰:Dajie:Dargye 吉美:Jimei:Jigme 仁增:Renzeng:Rigzin 诺布:Nuobu:Norbu
        桑姆:Sangmu:Sangmo 白珍:Baizhen:Pedron 措姆:Cuomu:Tsomo 曲扎:Quzha:Choedrak 班觉:Banjue:Paljor 热旦:Redan:Rabten
        """.split()
    )
}
_ELEMENT = either(TIBETAN)
_TIBETAN = re.compile(f"(?:{_ELEMENT})(?:{_ELEMENT})?")
# Dai men are called 岩, women 玉, before the name itself; 波 and 咪 mean somebody's father or mother.
_DAI = re.compile(
    "(?=[波咪岩玉依])(?:[波咪]?[岩玉]|依)[温罕香光龙叫甩坎拉恩扁保尖腊胆丙喃波旺应囡约的燕][章罗香旺囡龙因扁]?"
)
NAXI_SURNAME = "和"
NUMERALS = "一二两三四五六七八九十百千万数几"
_NAXI = re.compile("和[\u4e00-\u9fff]{2}")
# What may stand right behind a Naxi name: a mark, the next of a list, a word that persons do.
_NAXI_STOP = re.compile("$|[、，。；：（）()\\s和与及等]")


def naxi_end(text: str, start: int) -> int:
    """Return where the name with the surname 和 that begins at start ends, or start where 和 is the word "and".

    和 and a name in full (和王强), or a word (和学生), are no such name.
    """
    end = start + 3
    given = text[start + 1 : end]
    if (
        text[start : start + 1] != NAXI_SURNAME
        or len(given) < 2
        or given[0] in COMMON_SURNAMES
        or given[0] in NUMERALS
        or given in glosses()
    ):
        return start
    stops = _NAXI_STOP.match(text, end) or certainty(text, end)
    return end if stops and GIVEN.issuperset(given) else start


def spans(text: str, after: set[int]) -> Iterator[Span]:
    """Yield the names without surnames: two Tibetan elements anywhere, one element or a Dai name behind a role.

    A Dai name of three syllables also stands at the head of a clause: 岩温罕今年58岁. So do the others, and one with
    the surname 和, before a word of what persons do: 岩温叫上邻居.

    `after` are the places where titles and roles end.
    """
    for match in _NAXI.finditer(text):
        start, end = match.start(), naxi_end(text, match.start())
        if end > start and (start in after or (_is_head(text, start) and STRICT_FOLLOWER.match(text, end))):
            yield start, end
    for match in _TIBETAN.finditer(text):
        # Another syllable may follow one element: 卓玛措.
        dotted = text[match.end() : match.end() + 1] in "·•措吉杰" and match.end() < len(text)
        clear = len(match[0]) > 3 or match.start() in after or _acts(text, *match.span())
        if clear and not dotted and text[match.start() - 1 : match.start()] != "·":
            yield match.span()
    for match in _DAI.finditer(text):
        start, end = match.span()
        if not certainty(text, end) and certainty(text, end + 1) == 2:  # one more syllable: 岩罕坎
            end += 1
        long_name = _is_head(text, start) and end - start > 2 and certainty(text, end) == 2
        if start in after or long_name or _acts(text, start, end):
            yield start, end


def _is_head(text: str, start: int) -> bool:
    """Tell whether a clause begins here."""
    return start == 0 or text[start - 1] in PUNCTUATION


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether a name at the head of a clause is no other word, and a word of what persons do follows."""
    acts = _is_head(text, start) and STRICT_FOLLOWER.match(text, end) is not None
    return acts and text[start:end] not in glosses()


def spellings(name: str) -> tuple[str, ...]:
    """Return the English of a name made of Tibetan elements, pinyin first; nothing for another name."""
    match = _TIBETAN.fullmatch(name)
    if match is None:
        return ()
    elements = [TIBETAN[element] for element in re.findall(_ELEMENT, name)]
    return tuple(dict.fromkeys(" ".join(words) for words in product(*elements)))
