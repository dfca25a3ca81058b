"""The patterns of dates, parts of years and times of day in Chinese text, one kind of date each."""

import re

from workflow.constrain.alternatives import either
from workflow.constrain.currencies import CURRENCIES
from workflow.constrain.measures import MEASURES
from workflow.constrain.spans import SEPARATOR

_TO = rf"\s?{SEPARATOR}\s?"
_FREE = r"(?<![\d.,:/A-Za-z+-])"
_Y = r"(?:1[5-9]|20)\d\d"
_HAN_Y = r"[一二][〇○零一二三四五六七八九]{3}"
_YEAR = rf"(?:{_Y}|{_HAN_Y})"
M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
D = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WEEK = "[一二三四五六日天]"
_WEEKDAY = rf"(?:\s?(?:[（(](?:星期|周)|，?星期)(?P<weekday>{_WEEK})[）)]?)"
_PART = "上中旬|中下旬|上旬|中旬|下旬|初(?![步级期次始见一二三四五六七八九十])|底|末"
# What a date begins with: every other place is passed over at once.
OPEN = r"(?=[\s\d一二三四五六七八九十])(?<![\d.历正腊一二三四五六七八九十])"

DAY_RANGE = re.compile(
    rf"{OPEN}(?:(?P<year>{_YEAR})年)?\s?(?P<month>{M})月(?P<day>{D})日?{_TO}"
    rf"(?:(?P<year2>{_YEAR})年)?(?:(?P<month2>{M})月)?(?P<day2>{D})日"
)
DAY_LIST = re.compile(
    rf"{OPEN}(?:(?P<year>{_YEAR})年)?\s?(?P<month>{M})月(?P<day>{D})日?(?P<more>(?:[、和及与](?:{D})日?){{0,8}}[、和及与]{D}日)"
)
DAY = re.compile(
    rf"{OPEN}(?:(?P<year>{_YEAR})\s?年)?\s?(?P<month>{M})\s?月\s?(?P<day>{D})\s?[日号]{_WEEKDAY}?"
)
NUMERIC = re.compile(rf"{_FREE}(?P<year>{_Y})(?P<mark>[-./])(?P<month>{M})(?P=mark)(?P<day>{D})(?![\d.-])")
MONTH_RANGE = re.compile(
    rf"{OPEN}(?:(?P<year>{_YEAR})年)?(?P<month>{M})月?{_TO}(?:(?P<year2>{_YEAR})年|次年|翌年)?(?P<month2>{M})月(?!亮)"
)
MONTH = re.compile(
    rf"{OPEN}(?:(?P<year>{_YEAR})\s?年)?\s?(?P<month>{M})月份?(?P<part>{_PART})?(?![亮饼街嫂球]|初[一二三四五六七八九十]|十[一二三四五六七八九最那]|廿|一(?![日号]))"
)
# 七八月 is July and August.
MONTH_PAIR = re.compile(
    r"(?=[一二三四五六七八九十])(?<![\d.历正腊初一二三四五六七八九十百千万])(?P<teen>十)?(?P<low>[一二三四五六七八九])(?P<high>[二三四五六七八九十])月(?:份|之间|间|之交)?(?!亮)"
)
_UNITS = either((*MEASURES, *CURRENCIES))
_COUNTED = "[余多万亿个名人家项条座种次份件棵只头台辆户套位块本吨张字只所]"
YEAR_RANGE = re.compile(
    rf"{OPEN}{_FREE}(?P<year>{_YEAR})年?{_TO}(?P<year2>{_YEAR})(?:年|(?![\d年]|\s?(?:{_UNITS}|{_COUNTED})))"
)
CENTURY = re.compile(
    r"(?:(?P<century>1\d|2[01])世纪|(?<=上世纪)|(?<![\d一二三四五六七八九世纪]))"
    r"(?:(?P<decade>\d0|[一二三四五六七八九]十)|(?P<full>(?:1[5-9]|20)\d0|[一二][〇○零一二三四五六七八九]{2}[〇○零]))年代"
    r"(?P<part>初|中后期|前中期|早中期|中期|中|末|后期)?"
)
CENTURY_ALONE = re.compile(
    r"(?<![\d个一二三四五六七八九十半])(?P<century>\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?P<part>初|中叶|末)?(?!议程)"
)
# What follows 上世纪 as a decade is found before and masked.
CENTURY_OURS = re.compile(r"(?P<which>[本上])世纪(?P<part>初|中叶|中期|末)?(?![\d一二三四五六七八九\ufffc])")
YEAR_PART = re.compile(
    rf"{OPEN}{_FREE}(?P<year>{_YEAR})年(?:度)?(?:(?P<season>[春夏秋冬])(?:季(?!学期)|天)|(?P<half>[上下])半年"
    rf"|(?:第?(?P<quarter>[一二三四])|前(?P<first>[二三两]))(?:个)?季度|(?P<part>初(?![步级期次始见])|底|末))"
)
HALF_YEAR = re.compile(
    r"(?P<half>[上下])半年|第?(?<![前两二三四第])(?:第(?P<quarter>[一二三四])|(?P<bare>[一二三四]))季度|前(?P<first>[两二三])个?季度"
)
# 2028年前 is by 2028, but 2028年前三季度 and 前后 are none.
YEAR_BEFORE = re.compile(
    rf"{OPEN}{_FREE}(?P<year>(?:19|20)\d\d)\s?年(?P<end>[底末])?(?:之前|以前|前(?![一二三四五六七八九十两几\d后半期述夕往来的]))"
)
YEAR_ALONE = re.compile(
    rf"{OPEN}{_FREE}(?P<year>{_YEAR})\s?年(?:度(?!假))?(?![历以]史|来的历史|之久|树龄|前的)"
)
# （2025卷） and 2024版 are years, 2012册 is none.
YEAR_OF_EDITION = re.compile(rf"(?:(?<=[（(《])|{OPEN}{_FREE}(?=\d{{4}}版))(?P<year>{_Y})(?=卷|版|修订)")
# A bare figure is a year before these only: 2030可持续发展目标, but 2012册.
_NAMED = "可持续|议程|愿景|目标|发展|行动|计划|规划|战略|评估|报告|世界|国际|全球|中国|东盟|澜湄|版|届|峰会|论坛|年会"
YEAR_BARE = re.compile(
    rf"{OPEN}{_FREE}(?P<year>19(?!00)\d\d|20(?!00)\d\d)(?![\d.,:%％/A-Za-z-]|{_TO}\d|\s?(?:{_UNITS}|{_COUNTED}|(?!{_NAMED})[\u4e00-\u9fff]))"
)
PERIODS = {
    "凌晨": "a", "清晨": "a", "早晨": "a", "早上": "a", "早": "a", "上午": "a", "中午": "p", "下午": "p", "傍晚": "p",
    "晚上": "p", "晚间": "p", "晚": "p", "夜里": "", "深夜": "p", "当晚": "p",
}  # fmt: skip
_CLOCK_NUMBER = r"(?:[01]?\d|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九])"
# What may stand behind 时 or 点: 30分, 半, 一刻, 十五, 整.
_AFTER_HOUR = "|".join(
    (
        r"零?(?P<minute>[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])分",
        r"(?P<half>半(?![年天个数]))",
        r"(?P<quarter>[一三]刻(?!钟))",
        r"(?P<bare>[二三四五]?十[一二三四五六七八九]?(?![一二三四五六七八九十百千万亿个名家处条座多余公度年月米吨]))",
        r"(?P<whole>整|钟)",
    )
)
_CLOCK_BEGINS = rf"(?=[\d一二两三四五六七八九十{''.join(sorted({word[0] for word in PERIODS}))}])"
CLOCK = re.compile(
    rf"{_CLOCK_BEGINS}(?P<period>{'|'.join(sorted(PERIODS, key=len, reverse=True))})?(?<![\d.])(?P<hour>{_CLOCK_NUMBER})"
    rf"(?:[时点](?![间候代段区])(?:{_AFTER_HOUR})?|[:：](?P<colon>[0-5]\d)(?!\d|[:：万千百亿比]))"
)
DAY_ALONE = re.compile(
    rf"{_FREE}(?P<day>3[01]|[12]\d|[1-9])日(?![游内以龄均元间常志本报程历期行用后]|之[内久])"
)
_DAY_HAN = "三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
# Ten days and less in Han digits are days as often as a day: 十日, but 每月十日.
DAY_ALONE_HAN = re.compile(
    rf"(?:(?<=[每本当上下次同翌该]月)(?P<day>{_DAY_HAN})"
    rf"|(?<![\d.零〇○一二三四五六七八九十百千万月、第初])(?P<late>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]))"
    r"日(?![游内以龄均元间常志本报程历期行用后]|之[内久])"
)
# Words before a figure that make 3日 three days and not the third of the month: 提前3日, 之日起15日, 不超过30日.
DAYS_COUNTED = re.compile(
    "(?:提前|推[迟后]|延[长期迟]|展期|缩短|连续|持续|为期|历时|[用耗]时|日起|[期时]限|期为?|不[超足满]过?|不[少低多]于|超过|满|逾|限期?|需要?"
    "|最[多长短少]|至[多少]|每隔?|间隔|公示|停留|往返|达|仅|近|共|[前后头了这那再])[约近计达为]?$"
)
WEEKDAY_ALONE = re.compile(
    rf"(?:星期|礼拜|(?<![一两每首几多数])周)(?P<weekday>{_WEEK})(?![次回个趟期般游岁年周至到、—-])"
)
# Behind a date or an hour: 5月15日前后, 十点左右, 下午2时许. In 前后三天 it belongs to what follows.
AROUND = re.compile("(?:前后|左右|(?<=[时分点])许(?![多可诺久下]))(?![\\d一二三四五六七八九十两几各])")
