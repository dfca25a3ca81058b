"""Pairs of opposites for the direction check: how Chinese says each side, and how English does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one side of a pair or a step of a scale: its Chinese, and a regular expression for its English, of whole words.

    `zh` is a regular expression, in PAIRS of nothing but words. `hints` is Chinese (a regular expression) that may mean
    this side too, so that its English is no wonder; `loosely` is English that may say it too, so that the other side's
    English is no wonder. `alone`: the English is telling without the other side; in 14,617 right pairs it stood at most
    twice where the Chinese had none of its words.
    """

    zh: str
    en: str
    hints: str = ""
    loosely: str = ""
    alone: bool = False

    @property
    def chinese(self) -> str:
        """Return a regular expression for all Chinese that may mean this side."""
        return "|".join(filter(None, (self.zh, self.hints)))

    @property
    def english(self) -> str:
        """Return a regular expression for all English that may say it."""
        return "|".join(filter(None, (self.en, self.loosely)))


PAIRS: tuple[tuple[Side, Side], ...] = (
    (
        Side(
            "增长|增加|增至|增产|增收|攀升|上升|回升|提升|升至|升到|上涨|提高|扩大|激增|新增|上调|增多|增大|涨幅|增幅|偏多",
            r"increas\w*|ris(?:e|es|en|ing)|rose|gr(?:ow\w*|ew)|rais(?:ed|es|ing)|up (?:by )?(?:about |nearly )?\d[\d.,]*",
            r"[增升涨高扩翻剧强长种养抬超募筹胀膨爬]|加[大快强多]|更[多大]|变[多大]|越来越|起来|起床",
            r"rais\w*|expan\w+|(?<!opening )(?<!set )(?<!made )up|improv\w*|enhanc\w*|higher|climb\w*",
        ),
        Side(
            (
                "下降|下跌|下滑|减少|减至|减低|减排|减缓|降低|降至|降到|降为|骤减|锐减|剧减|回落|缩减|缩小|缩短|削减|下调|"
                "降幅|跌幅|偏少"
            ),
            (
                r"decreas\w*|declin\w*|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)|reduc\w*|lower(?:ed|s|ing)|"
                r"down (?:by )?(?:about |nearly )?\d[\d.,]*"
            ),
            r"[降减少低落缩跌削省节退衰弱压亏差雨雪掉坠摔塌瀑滑负]|流失|下来",
            r"cut\w*|down|low\w*|less|fewer|shr[aiu]nk\w*",
        ),
    ),
    (
        Side(
            "高于|超过|大于|多于|以上|突破",
            r"(?:more|greater|higher|larger)(?: [a-z]+){0,6} than|above|exceed\w*|over",
            r"[超逾余多倍破胜]|至少|不[少低]|高[于出达]|上方|更|比",
            r"at least|beyond|surpass\w*|or more|past|top\w*|outnumber\w*|broke\w*|out\w+",
        ),
        Side(
            "低于|少于|小于|以下|未满|以内",
            r"(?:less|fewer|lower|smaller)(?: [a-z]+){0,6} than|below|under",
            r"[低少未内近仅差]|不[足到满过超]|以下|之下|小[于得]|下[方面]",
            r"within|nearly|almost|or less|just|up to|no more|short of|in|sub",
        ),
    ),
    (
        Side(
            "偏多|偏高|偏大|多出",
            r"above|more|higher|greater",
            "[多高大超余丰]|以上",
            r"exceed\w*|over|extra|up|surplus|wet\w*",
        ),
        Side(
            "偏少|偏低|偏小",
            r"below|less|lower|fewer",
            "[少低小不欠缺未]",
            r"under|short\w*|down|dr\w+|small\w*|on the",
        ),
    ),
    (
        Side(
            "放宽|放松",
            r"relax\w*|eas(?:e|ed|es|ing)|loosen\w*",
            "[宽松缓轻易]",
            r"lift\w*|exten\w+|widen\w*",
        ),
        Side(
            "收紧|从严",
            r"tighten\w*|strict\w*|stringent\w*",
            "[紧严格苛厉拧]",
            r"rais\w*|rigorous\w*|hard\w*",
            alone=True,
        ),
    ),
    (
        Side(
            "最大|最高|最多|最强|最长|最重|最宽|最深",
            r"largest|biggest|highest|greatest|longest|heaviest|strongest|widest|deepest",
            "最[远久好热]|首|第一|顶|[特极]大",
        ),
        Side(
            "最小|最低|最少|最弱|最短|最轻|最窄|最浅",
            r"smallest|lowest|fewest|shortest|lightest|weakest|narrowest",
            "最[近不贫差细]|末|倒数|起码|至少",
        ),
    ),
    (
        Side("进口", r"import(?:s|ed|ing|er|ers)?", "入口|引进|输入|进出"),
        Side("出口", r"export\w*", "输出|外销|销往|运往|外运|进出"),
    ),
    (
        Side("支持|赞成|赞同|拥护", r"support\w*|endors\w*", "[赞助扶撑援托协推维]|同意"),
        Side(
            "反对|抵制",
            r"oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ion|ions)",
            "[反抗否拒]|异议|不同意|质疑|非议|不满|批评|对立|相对|对手",
            "against|resist\\w*",
        ),
    ),
    (
        Side("上游", r"upstream|upper|upriver|headwaters?", "上[段湄流溯中下]|源|高地|河口"),
        Side("下游", r"downstream|lower|downriver", "[中]下|下段|末端|河口|三角洲|低"),
    ),
    (
        Side(
            "允许|准许|准予|获准",
            r"allow\w*|permit(?:s|ted|ting)?|authori[sz]\w*",
            "[准可能让]|得以|授权|放行|有权",
        ),
        Side(
            "禁止|严禁|不准|不许|取缔",
            r"prohibit\w*|forbid\w*|forbade|ban|bans|banned|outlaw\w*",
            "禁|杜绝|不[得能可]|严控|违",
            r"bar|bars|barr\w+",
        ),
    ),
    (
        Side(
            "加入|加盟",
            r"join\w*|acced\w*|accession",
            "[入参汇联接连并同合共携加]",
            r"add\w*|part\w*|enter\w*",
        ),
        Side("退出|脱离", r"withdr[ae]w\w*|quit\w*|exit\w*", "[退撤离提取出辞弃]", r"out|leav\w+|left"),
    ),
    (
        Side(
            "提前|提早|早了",
            r"ahead of|in advance|earlier",
            "[早先预前]|领先",
            r"early|forward|advanc\w*|before\w*",
        ),
        Side(
            "推迟|延期|延迟|延后|推后|晚了",
            r"postpon\w*|delay\w*|defer\w*",
            "[延拖滞晚慢缓误迟搁]",
            r"later?|exten\w+",
        ),
    ),
    (Side("顺差|盈余", r"surplus\w*", "结余|余"), Side("逆差|赤字", r"deficits?", "缺|亏")),
    (
        Side("城市|城镇|市区|城区", r"urban", "[城市都镇]", r"cit(?:y|ies)|towns?", alone=True),
        Side("农村|乡村", r"rural|countryside", "[农乡村寨田]|千万工程", r"villages?", alone=True),
    ),
    (
        Side(
            "国内|境内|本国|本土",
            r"domestic\w*",
            "国产|内[销需]|[家民自]|生活",
            r"nation\w*|home\w*|local\w*|countr\w*|within|in|native",
        ),
        Side(
            "国外|海外|境外",
            r"overseas|abroad|foreign",
            "[外侨洋]|留学|出国|他国",
            r"outside|international\w*",
        ),
    ),
    (
        Side("旱季|枯水期|枯季|干旱", r"dry[- ]season\w*|droughts?", "[旱枯干]", alone=True),
        Side(
            "雨季|汛期|洪水|洪涝",
            r"(?:rainy|wet|flood)[- ]season\w*|floods?|flooding|monsoon\w*",
            "[雨汛涝洪潮湿水]|季风",
        ),
    ),
    (
        Side("线上", r"online", "[网云]|在线|视频|互联|上传", r"virtual\w*|remote\w*"),
        Side("线下", r"offline|on[- ]?site|in[- ]person", "现场|实地|面对面|当面|就地|离线"),
    ),
    (
        Side("上午|清晨|早晨|早上", r"mornings?|dawn", "[早晨]|黎明|天[没不]亮|拂晓|日出", r"early|day\w*"),
        Side(
            "下午|傍晚|晚上|晚间",
            r"afternoons?|evenings?|dusk",
            "[晚夜暮夕]|黄昏|午后|日落",
            r"nights?|tonight|late\w*",
        ),
    ),
    (
        Side(
            "购买|买入|收购|采购",
            r"b(?:uy|uys|uying|uyers?|ought)|purchas\w*",
            "[买购采]|收",
            r"procur\w*|acqui\w*",
        ),
        Side("出售|售出|卖出|销售", r"sell\w*|sold", "[售卖销]|出[让手]|抛", r"sales?|market\w*"),
    ),
    (
        Side("优势|优点|长处", r"advantages?|strengths?", "优|强|好处|长项", r"edge|merits?"),
        Side(
            "劣势|缺点|弱点|短板",
            r"disadvantages?|weakness\w*|drawbacks?",
            "[劣弱]|缺[点陷]|短板|不[足利]|吃亏",
            r"shortcoming\w*|gaps?|flaws?",
        ),
    ),
    (
        Side("北部|北方|以北|北侧|北岸", r"north\w*", "北|朔", alone=True),
        Side("南部|南方|以南|南侧|南岸", r"south\w*", "南|滇"),
    ),
    (
        Side("东部|东方|以东|东侧|东岸", r"east\w*", "东|泰国|亚", alone=True),
        Side("西部|西方|以西|西侧|西岸", r"west\w*", "[西欧美]", alone=True),
    ),
    (Side("左侧|左岸|左边", r"left", "左"), Side("右侧|右岸|右边", r"right", "右")),
    (
        Side(
            "之前|以前",
            r"before|prior|ahead of",
            "[前先未早尚曾原昔预才]|过去|还没",
            r"until|by|ago|pre\w*|earlier|within|in advance|then|past|former\w*",
        ),
        Side(
            "之后|以后",
            r"after\w*|since|later",
            "[后继自从完随毕满余]|过[了去]|以来",
            r"follow\w*|once|when|then|upon|from|next|with|thereafter|on|subsequent\w*|post\w*|future|having",
        ),
    ),
    (
        Side(
            "正面|积极", r"positiv\w*", "良性|阳性|乐观|正负", r"active\w*|front\w*|proactiv\w*|vigorous\w*"
        ),
        Side("负面|消极", r"negativ\w*|adverse\w*", "负|阴性|不[良利]|恶", r"passiv\w*"),
    ),
    (
        Side(
            "开始|启动|开幕|揭幕|开工",
            r"b(?:egin|egins|egan|egun|eginning)|start\w*|open\w*",
            "[开启始起首幕发初动源创端敞公空露放]|推出|上线",
            r"launch\w*|initiat\w*|inaugur\w*|kick\w*|broke\w*|activat\w*|trigger\w*|set|onset",
        ),
        Side(
            "结束|闭幕|落幕|竣工",
            r"end(?:s|ed|ing)?|conclu\w*|clos(?:e|es|ed|ing|ure)|finish\w*",
            "[结闭完毕终竣关收截末尾止停满底后端的密近紧亲封全归]",
            r"complet\w*|over|after\w*|terminat\w*|following|final\w*|wrap\w*",
        ),
    ),
    (
        Side(
            "延长|较长|更长", r"long(?:er|est)?|lengthen\w*", "[长久延远老再拖直早]", r"exten\w+|prolong\w*"
        ),
        Side(
            "缩短|较短|更短",
            r"short\w*",
            "[短缩缺欠紧近简少差]|不[足够]",
            r"cut\w*|reduc\w*|brie\w+|less|compress\w*|from",
        ),
    ),
    (
        Side(
            "加快|加速|迅速|快速|快了|更快",
            r"fast(?:er|est)?|quick\w*|accelerat\w*|rapid\w*",
            "[快迅速疾急紧]",
            r"step\w*|prompt\w*|swift\w*|speed\w*|expedit\w*",
        ),
        Side("缓慢|放慢|放缓|慢了|更慢", r"slow(?:er|est|ly|ed|s|ing)?", "[慢缓迟滞徐悠减拖降]|低速"),
    ),
)
