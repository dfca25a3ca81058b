"""Tables of the words that name a body or an office: what they may be in English, and what Chinese asks for them."""

from functools import cache, lru_cache

from workflow.checks import dictionary
from workflow.checks.words import roots

# The last characters of a body's or an office's name, and the English words one of which it has.
NAMES = {
    "局": "bureau administration office authority agency department service board",
    "厅": "department office hall bureau",
    "委": "committee commission council board",
    "委员会": "committee commission council board panel",
    "理事会": "council board",
    "司": "department division bureau office directorate",
    "署": "administration agency office department service programme program",
    "中心": "center centre hub core",
    "研究院": "institute academy",
    "研究所": "institute laboratory",
    "秘书处": "secretariat",
    "办公室": "office",
    "办事处": "office",
    "管理处": "office administration division authority management",
    "行长": "president governor head manager director",
    "领事馆": "consulate",
    "大使馆": "embassy",
    "协会": "association society federation",
    "联合会": "federation union association",
    "联盟": "alliance league union consortium coalition",
    "基金会": "foundation fund institute",
    "大学": "university college",
    "学院": "college school institute academy university",
    "银行": "bank",
    "集团": "group corporation",
    "实验室": "laboratory lab",
    "工作组": "group force team",
    "专家组": "expert panel team",
    "小组": "group team panel force",
    "支队": "detachment team brigade",
    "总队": "corps team brigade",
    "法院": "court",
    "检察院": "procuratorate prosecutor",
    "议会": "parliament council assembly congress",
    "医院": "hospital clinic",
    "出版社": "press publisher publishing",
    "博物馆": "museum",
    "合作社": "cooperative op",
    "监测站": "station post",
    "工作站": "station post",
    "观测站": "station post observatory",
    "大使": "ambassador envoy",
    "参赞": "counsellor counselor minister",
    "代办": "charge affaires",
    "一秘": "first secretary",
    "二秘": "second secretary",
    "三秘": "third secretary",
    "书记": "secretary clerk",
    "秘书长": "secretary",
    "主席": "chair chairman chairperson chairwoman president presidium",
    "会长": "president chair chairman",
    "董事长": "chair chairman chairperson president",
    "总裁": "president ceo chief",
    "总干事": "director",
    "省长": "governor",
    "州长": "governor",
    "市长": "mayor",
    "县长": "magistrate head governor mayor chief county",
    "镇长": "mayor head chief town",
    "村长": "chief head village",
    "部长": "minister head director chief",
    "厅长": "director head",
    "局长": "director head chief commissioner administrator",
    "司长": "director head",
    "处长": "director head chief",
    "科长": "head chief director",
    "所长": "director head chief",
    "站长": "head director chief master manager",
    "院长": "dean president director head",
    "校长": "principal president headmaster headmistress head chancellor",
    "馆长": "curator director",
    "队长": "captain leader head chief",
    "组长": "leader head chief chair lead",
    "主任": "director head chief chair dean",
    "经理": "manager",
    "工程师": "engineer",
    "研究员": "researcher professor fellow scientist",
    "教授": "professor",
    "院士": "academician",
    "讲师": "lecturer",
    "协调员": "coordinator",
    "发言人": "spokesperson spokesman spokeswoman",
    "主编": "editor",
    "记者": "reporter journalist correspondent press",
    "译员": "interpreter translator",
}
# The same for places: they are not told where they are in no list, for many are common nouns.
PLACES = {
    "保护区": "reserve protect sanctuary park conservation",
    "国家公园": "park",
    "电站": "station plant dam hydropower",
    "水库": "reservoir",
    "口岸": "port checkpoint crossing border",
    "三角洲": "delta",
    "平原": "plain",
    "盆地": "basin",
    "半岛": "peninsula",
    "瀑布": "fall",
    "县": "county district",
    "镇": "town township",
    "州": "prefecture state",
    "府": "province provincial",
    "湾": "bay gulf",
}
# The same for what people meet at.
MEETINGS = {
    "会议": (
        "meeting meetings conference session summit congress assembly gathering talk plenary convene forum met meet dialogue "
        "cop event workshop seminar symposium"
    ),
    "大会": "conference congress assembly meeting convention rally plenary session ceremony general",
    "峰会": "summit",
    "论坛": "forum",
    "研讨会": "seminar symposium workshop conference forum meeting webinar",
    "座谈会": "symposium meeting discussion forum seminar roundtable talk session",
    "培训班": "training course class workshop session program programme trainee",
    "研修班": "training course class workshop seminar program programme",
    "对话会": "dialogue",
    "工作组会": "meeting",
    "交流会": "exchange meeting conference event session sharing",
    "博览会": "expo exposition fair exhibition",
}
ALL = {**NAMES, **PLACES, **MEETINGS}


@cache
def heads() -> dict[str, frozenset[str]]:
    """Return the stems of ALL, the longest ending first."""
    return {zh: roots(ALL[zh]) for zh in sorted(ALL, key=len, reverse=True)}


@lru_cache(maxsize=8192)
def ending_of(word: str) -> str:
    """Return what a word ends with that names a body, an office or a place, or "".

    What a dictionary calls otherwise is none: 格局 is no bureau.
    """
    ending = next((zh for zh in heads() if word.endswith(zh)), "")
    found = dictionary.look_up(word) if ending and (len(ending) == 1 or word != ending) else None
    return "" if found and found[0].isdisjoint(heads()[ending]) else ending
