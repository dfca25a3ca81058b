"""Words of the polarity check: what denies in Chinese, how English says so, and what leaves open how.

English patterns are alternatives of whole words, in any case.
"""

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
        r"(?:没有?|未曾?|不曾|不会|不)(?:停止|停歇|停下|间断|中断)",
        r"stopp\w*|stops?|ceas\w*|halt\w*|interrupt\w*",
        r"continu\w*|un\w+|without|persist\w*|non-?stop|still|go(?:es)? on|went on|carr\w+ on",
    ),
    (
        r"(?:没有?|未|不会|不能|不可|不)(?:放松|松懈|放弃|动摇)",
        r"relax\w*|slacken\w*|loosen\w*|g[ia]ve\w* up|abandon\w*|waver\w*",
        r"un\w+|without|keep\w*|kept|remain\w*|firm\w*|steadfast\w*|refus\w*",
    ),
    (
        r"(?<![不断])不(?:会)?(?:下降|减少|[降减](?=[，。；]|$))",
        r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w+|decreas\w+",
        r"un\w+|without|remain\w*|rather than|instead|ris\w+|rose|gr[eo]w\w*|increas\w*|stay\w*|stead\w+|only if|unless|until",
    ),
    (
        r"不降反升|不减反增|不跌反涨",
        r"(?:not|n't|neither) (?:\w+ )?(?:declin|fall|decreas|dropp?|reduc)\w* (?:or|nor|and) \w+",
        r"instead|rather|contrary",
        "always",
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
# What besides the words of data/seeming_denials.tsv leaves open how English says it: no finding.
OPEN = (
    r"[未没不]有?[^，。；、]{1,10}(?<![以目当先提空生])前(?![往来进景沿期后面])|"  # before, until, pending
    r"不等(?!于)|非[^，。]{0,6}不可|不是[^，。]{1,12}就是|[不没无非未][^，。；、][不没无非未自而][^，。；、]|"
    r"[^，。]不[^，。]?[？?]|(?P<twice>.)[不没](?P=twice)|没有[？吗]|[^，。；]没[？。]"
)
# Every other denial.
PLAIN = r"不|未|没|无|非|别|毋|严禁|禁止|禁|拒绝"
# Chinese without a denial that English may say with a negation: 才 is not until, 避免 so as not to.
IMPLIED = (
    r"才[^能华干智会艺略]|直到|直至|要到|等到|避免|以免|免得|防止|切忌|忌|谨防|难[以于成]|永远|免[罚责于予]|"
    r"停止|劝|谢绝|反之|另行|既[^定有]|拒|否[^能]|邻避|杜绝|禁|远离|休想|岂|毋|甭|少[办说做走用花]|虚|停在|"
    r"缺[一少乏]|无|谁[能会]|哪[里能会]|怎[能会]"
)
