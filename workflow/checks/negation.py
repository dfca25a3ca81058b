"""Words of the polarity check: what denies in Chinese, how English says so, and what only looks like a denial.

English patterns are alternatives of whole words, in any case.
"""

# Chinese words with a character of negation in them that deny nothing, or that English says in many positive ways:
# 不断 is constantly, 分别 respectively.
IDIOMS = (
    "不断 不但 不过 不管 不论 不少 不久 不同 不时 不妨 不愧 不由得 不由自主 不禁 不得不 不能不 不可不 不无  "
    "不失为 不乏 不倒翁 不锈钢 不动产 不惜 不外 不言而喻 不谋而合 不胫而走 不期而遇 不解之缘 不菲 不凡 不俗  "
    "不错 不小 不高兴 不啻 不日 不负 不拘 不约 不敢当 不知不觉 不干胶 不粘 不亦 不料 不慎 不堪 不法 不详  "
    "不见得 不忘 不得已 不对 不限 不成文 不公 迫不及待 目不转睛 目不暇接 美不胜收 爱不释手 赞不绝口 义不容辞  "
    "锲而不舍 孜孜不倦 坚持不懈 毫不犹豫 坚定不移 要不 好不 差不多 了不起 了不得 对不起 大不了 巴不得 恨不得  "
    "忍不住 由不得 怪不得 说不定 供不应求 层出不穷 络绎不绝 生生不息 川流不息 滔滔不绝 矢志不渝 自强不息 何不  "
    "可不 是不是 能不能 会不会 行不行 愿不愿 该不该 懂不懂 够不够 准不准 稳不稳 通不通 算不算 防不防 想不想  "
    "知不知 用不用 看不看 不可预见费 不翼而飞 不一会儿 愁眉不展 素不相识 一言不发 合不拢嘴 不要钱 缺一不可  "
    "并行不悖 屡见不鲜 刻不容缓 不失时机 不安 什么都不能 时不我待 来而不往 不亮 三不 两不 不起眼 最不 "
    "未来 未必 未免 未尝 未央 未雨绸缪 方兴未艾 前所未有 "
    "有没有 三没有 久久没有 再没有 还没亮 没收 淹没 埋没 沉没 覆没 出没 没落 吞没 隐没 没顶 没想到 没关系  "
    "没多久 没几 没了 罚没 没过 没错 了没有 没电 "
    "责无旁贷 无不 无一不 久久无言 无所适从 互通有无 风雨无阻 寥寥无几 一望无际 从无到有 无论 无人机 无线  "
    "无缝 无障碍 无限 无数 无偿 无私 无比 无愧 无穷 无价 无微不至 无锡 无花果 无时无刻 无尽 无刷 无非  "
    "无独有偶 南无 虚无 无量 无极 无为 无虞 无忧 无恙 无塑 无主 无处不在 无所不在 无患子 史无前例 "
    "非晶 非常 非洲 南非 北非 东非 西非 中非 非得 非要 非凡 非典 非遗 非盟 泛非 罗非鱼 是非 莫非 非礼 若非  "
    "除非 非议 菲非 非越 非万 非中 非主 非处方 非即 "
    "分别 识别 特别 个别 区别 差别 国别 性别 级别 类别 告别 鉴别 辨别 派别 甄别 判别 离别 道别 送别 别人 别的  "
    "别处 别墅 别具 别开生面 别样 别名 别称 别致 别出心裁 别说 临别 话别 久别 另别 别离 别除 别国 别家 别村  "
    "界别 品别 组别 省别 族别 种别 职别 别克 别市 别县 别省 别科 阔别 之别 有别 别着 别有 别号 辞别 作别 诀别  "
    "别看 别提 别业 别起 别上 别动队 别无 "
    "禁不住 宵禁 门禁 禁毒 禁忌 禁锢 监禁 拘禁 囚禁 软禁 解禁 "
).split()
# What denies in English wherever it stands.
NOT = (
    r"(?:not|no|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|unable|non)\b|\w+n['’]t\b|"
    r"non-?[a-z]{3}\w*|un(?!i|der|dul|less|til)[a-z]{3}\w*"
)
# What says in words of its own that something must not be, is not there, is another, is not done.
FORBIDDING = (
    r"prohib\w*|closed|stay\w*|exempt\w*|against|forb\w+|ban|bans|banned|banning|bar|bars|barr\w+|refrain\w*|"
    r"avoid\w*|hard to|difficult to|keep\w* .{0,40}(?:out|from|off)"
)
ABSENT = (
    r"lack\w*|absen\w+|missing|[\w-]*free|\w{3,}less|shortage\w*|zero|gone|vanish\w*|yet to|too .{1,40} to|before|"
    r"empty|short of|little|deficien\w*|exempt\w*|off-grid|except|dry|shortfalls?|fell short|fall\w* short|"
    r"stay\w*|kept .{1,30} from|keep\w* .{1,30} from|anonym\w*|from scratch|all the way|inno\w+"
)
OTHERWISE = (
    r"rather than|rather|instead|more than|less than|either|differ\w*|exclu\w+|other than|as opposed to|"
    r"independen\w*|over|better|mis\w+|disp\w+|false\w*"
)
REFUSING = (
    r"refus\w*|fail\w*|hardly|barely|scarcely|rarely|seldom|impossib\w*|far from|anything but|reject\w*|"
    r"den(?:y|ies|ied|ying)|unless|ceas\w*|stop|stops|stopp\w+|invisib\w*|il(?:legal|licit|liter)\w*|inad\w+|"
    r"inap\w+|inacc\w+|incor\w+|incom[pe]\w+|insuff\w*|insep\w*|indisp\w*|tamper-\w+|incons\w+|inel\w+|ineff\w+|"
    r"irre[psv]\w+|imp(?:rop|rac|erm|ass)\w*|disagree\w*|disreg\w+|dish\w+|withh\w+|abstain\w*|reluct\w*|out of|"
    r"no-\w+|exclud\w*|instead of|rather than|prevent(?:s|ed|ing)?|strangers?|except for|ruled? out|waiv\w*|"
    r"in vain|declin(?:e|es|ed|ing) to|better .{1,80} than"
)
# What may say it of the rarer verbs and adjectives, besides: 不变 is fixed, 不畅 poor.
SAYING_SO = (
    r"poor\w*|weak\w*|bad|badly|wrong\w*|fix\w*|constant\w*|keeps?|kept|keeping|halt\w*|quiet\w*|silen\w+|dead|"
    r"outside|stay\w*|away|less|least|few|fewer|under\w+|low|lower|limit\w*|restrict\w*|despite|vain|blank|"
    r"abandon\w*|omit\w*|skip\w*|loss|lost|los\w+|regret\w*|separat\w*|persist\w*|raw|exhaust\w*|incon\w+|"
    r"inv[aio]\w+|ins[eu]\w+|int(?:act|ole|ang)\w*|ina\w+|ind[ie]s\w+|infi\w+|inf(?:re|le)\w+|ab(?:rupt|ort)\w*|"
    r"resist\w*|hesita\w*|reluctan\w*|mal\w+|careless\w*|wonder\w*|whether|miss|misses|missed|mis[mutlc]\w+|"
    r"spare\w*|dis(?!t|cu|pl|co|as|ch|se)\w+|discon\w+|imm?[mbp][aeo]\w+|ir[r]\w+|otherwise|minor|scrap\w*|"
    r"neglect\w*|ignor\w*|overl\w+|forg[oe]t\w*|against|oppos\w+|conf(?:us|lic)\w*|quit\w*|contra\w+|inf[eo]r\w*|"
    r"only|just|escap\w*|until|prevent\w*|wast\w+|difficult\w*|hard|harder|too|beyond|even if|long|short|"
    r"save[sd]?|worth|prefer\w*|dr(?:y|ied)|remain\w*|remember\w*|leav\w+ out|left out|abnormal\w*|shortfalls?|"
    r"fails?|fell short|rather than|go hand in hand|urgen\w*|undo\w*"
)

# A negation reaches so far to what stands behind it: not to dam the river, impound water or fell trees.
REACHES = (
    rf"\b(?:{NOT}|less\b|fewer\b|hardly\b|barely\b|seldom\b)(?:(?!\b(?:and|but|while)\b)[^;:.?!]){{0,60}}$"
)
# English that is negative in sense, in whatever way: where it stands, and nothing shows that the denied word is
# affirmed, a denial may have become this. Prefixes and suffixes come first.
NEGATIVE = (
    r"dis(?!cuss|play|trib|tric|aster|cov|cipl|ea|patch|tan|tinct|h|pos|charg|semin|sol|cern|k|burs|pers|count|clos)"
    r"\w+|mis(?!sion|siv|t\b)\w{3,}|sub(?:stand|opti|norm|par|zero)\w*|un(?!i|der|dul|less|til)[a-z]{3}\w*|"
    r"under(?!stand|stood|est|way|go|went|grou|tak|took|lin|l|water|sea|neath)\w+|non-?\w+|\w{3,}less|"
    r"\w+-free|i[mn](?:a[bcdp]\w|c[aou][mnp][pscae]|corr|decis|eff|elig|equal|evit|exp|just|oper|s[eu][cnf]|sep|"
    r"signif|stab|tact|tol|val|vis|vol|mat|mob|mov|partial|pass|patien|penet|perf|perm|poss|prac|prec|prop)\w*|"
    r"ir(?:rat|rec|reg|rel|rep|res|rev)\w*|il(?:leg|lic|lit|log)\w*|ab(?:norm|sen)\w*|counter\w+|"
    r"fail\w*|lack\w*|los[est]\w*|losing|loss\w*|miss(?:es|ed|ing)?|omit\w*|omission\w*|skip\w*|drop\w*|forg[eoi]\w+|"
    r"neglect\w*|ignor\w*|overlook\w*|abandon\w*|halt\w*|stop\w*|ceas\w*|quit\w*|cancel\w*|"
    r"abolish\w*|revok\w*|suspend\w*|scrap\w*|refus\w*|reject\w*|declin\w*|den(?:y|ies|ied|ying|ial\w*)|"
    r"withdr\w+|withh\w+|refrain\w*|abstain\w*|resist\w*|reluct\w*|hesita\w*|shun\w*|shy|hat(?:e|es|ed)|"
    r"dread\w*|loath\w*|oppos\w*|against|object(?:s|ed|ion)\w*|violat\w*|breach\w*|infring\w*|defy|defie\w+|"
    r"(?:hold|held|keep|kept|stay|pull|turn|steer|back|walk|step|put|call|do|scare|ward|cut|shut)\w*(?: \w+){0,2} "
    r"(?:back|off|away|from|out|clear|down|aside)|(?:let|leav\w+|left|set) (?:go|alone|out|behind|aside|be)|"
    r"g[ia]ve\w* up|rul\w+ out|avoid\w*|avert\w*|evad\w*|elud\w*|escap\w*|prevent\w*|block\w*|deter\w{3,4}|"
    r"hinder\w*|bar(?:s|red|ring)?|ban(?:s|ned|ning)?|prohib\w*|forb\w+|restrict\w*|closed|off-limits|exclu\w+|"
    r"except\w*|exempt\w*|waiv\w*|spar(?:e|ed|es|ing)|save[sd]? (?:\w+ )?trouble|optional\w*|free (?:of|from)|"
    r"rid|remov\w*|eliminat\w*|eradicat\w*|disappear\w*|vanish\w*|gone|former\w*|"
    r"beyond|short of|shortage\w*|shortfall\w*|deficien\w*|depriv\w*|devoid|poor\w*|weak\w*|bad\w*|wrong\w*|wors[et]\w*|"
    r"false\w*|fake\w*|myth\w*|hard to|hardly|difficult\w*|struggl\w*|rare\w*|few|little|scarc\w*|seldom|barely|"
    r"scant\w*|instead|rather|more than|other than|unlike|different\w*|opposite|contrary|far from|anything but|"
    r"missing|empty|blank|zero|void|vain\w*|futil\w*|idle\w*|dead\w*|despite|regardless|yet to|otherwise|stranger\w*|"
    r"alone|silen\w*|blind\w*|anonym\w*|puzzl\w*|wonder\w*|doubt\w*|afraid|fear\w*|regret\w*|sorry|"
    r"merely|remain\w*|remember\w*|persist\w*|continu\w*|go on|carry on|constant\w*|fixed|raw|pending|await\w*|easy|"
    r"easily|lest|or else|no-\w+|cannot|less|fewer|better .{1,80} than"
)


def _any(*patterns: str) -> str:
    return "|".join(patterns)


# (Chinese, the English one of which says it) for denials that English says in words of their own.
WORDED: tuple[tuple[str, ...], ...] = (
    (
        r"不超过?|不高于|不大于|不多于|不晚于|不迟于|超不过",
        (
            r"within|at most|max\w*|under|below|less|fewer|up to|limit\w*|caps?|capped|or (?:earlier|below|lower)|"
            r"by|ceiling|or less"
        ),
    ),
    (
        r"不低于|不少于|不小于|不早于|不得(?:低于|少于|小于|早于)",
        r"at least|min\w*|above|over|or (?:more|older|higher|above)|from|floor|lower limit",
    ),
    (
        r"不得(?:高于|超过|多于|大于|晚于|超出)",
        r"within|at most|max\w*|under|below|less|fewer|up to|limit\w*|caps?|capped|ceiling|or less",
    ),
    (
        r"非法|违法",
        (
            r"il\w+|unl\w+|violat\w*|without|offen[sc]\w*|poach\w*|unauth\w*|breach\w*|law-\w+|infring\w*|"
            r"smuggl\w*|crim\w+"
        ),
    ),
    (
        r"非政府",
        r"non-?gov\w*|NGOs?|civil",
    ),
    (
        r"不仅|不只|不光|不单",
        r"beyond|more|also|both|as well|only|besides|apart|addition|alone|merely|but|just|and|even",
    ),
    (
        r"离不开|密不可分|不可或缺|必不可少|不可缺少|少不了",
        (
            r"ins\w+|depend\w*|rel\w+|need\w*|ind\w+|essential\w*|vital|closely|thanks|owe\w*|require\w*|integral|"
            r"bound|key|must|due|critical|around|part|possible|credit|by|crucial\w*|take[sn]?|through|always|"
            r"includ\w*"
        ),
    ),
    (
        r"不可避免|免不了|难免",
        r"inev\w*|unav\w*|bound|always|some",
    ),
    (
        r"不同意见",
        r"obj\w+|diff\w+|diss\w+|disa\w+",
    ),
)
# The same for denials that English says with a negation, or with one of these.
DENIALS: tuple[tuple[str, ...], ...] = (
    (
        r"未经",
        r"arbitrar\w*|fail\w*|on (?:\w+ )?own|raw|private\w*|secret\w*|illeg\w*|by \w+sel\w+",
    ),
    (
        r"[决绝也都就]?(?:不能|不得|不要|不可|不应|不许|不宜|不该|不准|不允许|不予)|请勿|切勿|勿",
        _any(FORBIDDING, REFUSING),
    ),
    (
        r"(?:也|都|就|绝|并|而)?不是|并非|而非|绝非",
        _any(OTHERWISE, REFUSING),
    ),
    (
        (
            r"没有|尚无|并无|毫无|从无|绝无|再无|并没|还没|从没|都没|也没|却没|没能|没见|没再|没做|没看|没听|并未|"
            r"从未|尚未|仍未|均未|未能|未被|未曾|未获|未有|未予|未按|未见|未发|未达|未取|无法|无权|无力"
        ),
        _any(ABSENT, REFUSING, r"rather|instead|ban\w*|\w+-less|dis[ao]\w+"),
    ),
    (
        r"不会|不再|不想|不愿|不肯|不敢|不必|无需|无须|不用|不需",
        _any(
            REFUSING,
            (
                r"end of|anonym\w*|zero|\w{3,}less|gone|free|too .{1,40} to|rather|instead|exempt\w*|waiv\w*|"
                r"avoid\w*|spare\w*|[\w-]*free|keep\w*|enough|out|yet to|lest"
            ),
        ),
    ),
    (
        (
            r"不代表|不等于|不意味|不属于|不包括|不享有|不存在|不影响|不了解|不知道|不认识|不具备|不代替|不适用|"
            r"不构成|不涉及|并不|从不|绝不|决不|不住|不识|[找买招收看听得吃等拿借碰见遇想找]不到|说不清|"
            r"[孵看说找拿走]不出|舍不得|来不及|不容|不难"
        ),
        _any(
            ABSENT,
            OTHERWISE,
            REFUSING,
            r"g[ia]ve\w* (?:way|in|out|up)|collaps\w*|yield\w*|lose|lost|buckl\w*|burst\w*|breach\w*|struggl\w*|"
            r"exclud\w*|easy|easily|rare|few|wonder\w*|clear|clearly|must|unlike|forb\w+|prohib\w*",
        ),
    ),
)
# English that says the opposite of a denial: (Chinese, that English, English that makes it right after all), and "always"
# where a negation before it mends nothing: not to be felled with a permit.
OPPOSITES: tuple[tuple[str, ...], ...] = (
    (
        r"不再",
        r"still",
        r"yet",
    ),
    (
        r"(?<!天)还没|尚未|尚无|还不|还未",
        r"already",
        r"yet|before|until|till",
    ),
    (
        r"从不|从未|从来不|从来没|绝不|决不|没见过|不曾|绝不能|不是",
        r"always",
        r"never|not always|always been|always kept",
    ),
    (
        r"未经|擅自|私自|无证",
        r"with (?:\w+ ){0,2}(?:authori[sz]ation|approval|consent|permission|permits?|licen[sc]es?)",
        r"without|un\w+|except|unless",
        "always",
    ),
    (
        r"没有|若无|若不|如不",
        r"with (?:\w+ ){0,2}(?:authori[sz]ation|approval|consent|permission|permits?|licen[sc]es?|action|data|limit)",
        r"without",
    ),
    (
        r"不排除",
        r"ruled? out|exclude[ds]?",
        r"(?:not|cannot|n't|never|nor)(?: be| yet| been)? (?:ruled?|exclude[ds]?)|possib\w*|without",
    ),
    (
        r"非法|违法|违规|违禁|偷|盗",
        r"legal (?:\w+ )?(?:fish\w*|log\w*|min\w+|hunt\w*|dump\w*|trad\w*|burn\w*|dis\w+|sand|occup\w*|constr\w+|wildlife)",
        r"il",
    ),
    (
        r"不少于|不低于|不小于|不早于",
        r"(?:less|fewer|earlier|lower) than",
        r"(?:no|not|nor|never|n't)(?: be)? (?:less|fewer|earlier|lower) than",
    ),
    (
        r"不超过|不多于|不高于|不大于|不晚于",
        r"(?:more|greater|higher|later) than|exceeds?",
        (
            r"(?:no|not|nor|never|n't|cannot)(?: be| to)? (?:more|greater|higher|later|exceed)|"
            r"more than (?:\d+%|half|eighty)|by more than"
        ),
    ),
    (
        r"无法|未能|没能|不住|不到|不了",
        r"able to",
        r"unable|not be|not been|(?:without|not|never) being|not able|able to \w+ only",
    ),
)
# What leaves open how English says it: no finding.
OPEN = (
    r"[未没不]有?[^，。；、]{1,10}(?<![以目当先提空生])前(?![往来进景沿期后面])|"  # before, until, pending
    r"不足|不到|不满|不及|不出|无声|不一|不如|不下|不等(?!于)|不开|无废|非正式|非正规|不便|不息|不停|不止|座无|"
    r"无虚席|无害|不平|不拢|无归|不尽|不得而知|不相|不变|不良|不多|不少|不绝|不利|不稳|不当|不畅|不明|不善|不清|"
    r"不惜|不值|不佳|不力|不振|不净|不已|不休|不辞|不亚于|不见不散|不偿|不负|无到|无事|无疑|无形|无瓣|无关|无效|"
    r"无意|无情|无视|无辜|无奈|无名|无色|无味|无毒|无菌|无烟|无痕|无损|无源|无纸|无人|无异|无望|无籽|禁渔|禁牧|"
    r"禁捕|禁区|禁猎|禁品|禁声|禁食|禁令|禁塑|禁烧|禁用|禁放|禁养|禁采|禁售|禁入|禁行|禁燃|禁伐|违禁|全面禁|限禁|"
    r"非物质|非机动|非农|非点源|非现场|非道路|非传统|非公|非金属|非化石|非营利|非盈利|非国有|非税|非官方|非居|"
    r"非常规|非本地|非约束|非木|非粮|非食|非生物|非[^，。]{0,6}不可|莫不|未成年|未知|未婚|不是[^，。]{1,12}就是|"
    r"[不没无非未][^，。；、][不没无非未自而][^，。；、]|不在少数|不大不小|不计其数|不一而足|不辍|不渝|不移|不倦|不懈|不朽|没完|没人|不可估量|不可开交|不可多得|"
    r"不可磨灭|不可思议|不可再生|不可逆|不可持续|不可抗力|不可靠|不可预见|不可能|[^，。]不[^，。]?[？?]|"
    r"(?P<twice>.)[不没](?P=twice)|没有[？吗]|[^，。；]没[？。]|不对|不起|不例外|不遗余力|还是不|更不|不熄|别无"
)
# Every other denial.
PLAIN = r"不|未|没|无|非|别|毋|严禁|禁止|禁|拒绝"
# Chinese without a denial that English may say with a negation: 才 is not until, 避免 so as not to.
IMPLIED = (
    r"才[^能华干智会艺略]|直到|直至|要到|等到|避免|以免|免得|防止|切忌|忌|谨防|难[以于成]|永远|免[罚责于予]|"
    r"停止|劝|谢绝|反之|另行|既[^定有]|拒|否[^能]|邻避|杜绝|禁|远离|休想|岂|毋|甭|少[办说做走用花]|虚|停在|"
    r"缺[一少乏]|无|谁[能会]|哪[里能会]|怎[能会]"
)
