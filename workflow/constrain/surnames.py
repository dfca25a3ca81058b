"""Tables for the names of people: Chinese surnames and their readings, Sino-Vietnamese readings."""

COMPOUND_SURNAMES = frozenset(
    """
    欧阳 司马 诸葛 上官 司徒 尉迟 长孙 慕容 令狐 皇甫 夏侯 东方 公孙 宇文 端木 南宫 西门 独孤 轩辕 澹台 濮阳 公冶 宗政 淳于
    单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 亓官 司寇 呼延 完颜 东郭 南门 谷梁 百里 万俟 闻人 赫连 拓跋 纳兰 相里 公羊 公西
    乐正 漆雕 壤驷 颛孙 巫马 段干 东野 即墨 达奚 褚师 夹谷 宰父 左丘 南荣 梁丘 微生 东乡
    """.split()
)
SURNAMES = frozenset(
    "朴赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计"
    "伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经"
    "房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄家封芮储靳汲邴糜松井段富巫乌焦弓牧山谷车侯宓"
    "全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡"
    "劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿弘匡"
    "国文寇广禄阙东殴殳沃蔚隆师巩聂晁勾敖融冷訾辛阚简饶曾沙鞠丰巢关蒯相查荆红游竺权逯盖益桓公仉岳帅郈商牟佘佴伯墨阳佟"
    "尹鄢糜昝谌缑妫侬芈厍后利罕腊曲惠羿隗蓬钭邰从夔郤欧邝亓沐粟税密满养凉束乜毋须庹双都"
    "肖闫付代覃仝冼区岩刀普召玉依涂苟兰楼覃甯揭南洛冶植卿亚原楚鹿佀丛苑迟宛晋桐麦庹干海"
)
# The surnames that most people have.
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
    "任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚"
)
# Characters that are surnames but mostly other words: a name with one of these needs an office at its side.
RARE_SURNAMES = frozenset(
    "水昌凤花时平和成计伏强路经干应解支管房单全国通原海南东广公相向都文别充终步阳简商家明沙席富车山谷白边乐于常万安项"
    "方高江游乌党权红松井牧秋岩玉普亚植居隆融习兰班暴乔益召依刀余元许容古易费云蓝马任何师曾朴索洛桑巴莫鲁辛连左区宣谈农"
    "鱼盖后利腊曲惠从税密满养凉双都须和欧蓬"
)
# Characters that are common in given names.
GIVEN = frozenset(
    "乃九今同丹客临夕运予舍语紫妹傅敢微令"
    "修再有氏文明若远晓云志青海立思雪川秋玉梅国兰敏静宁怀德嘉山之启雨丽棠舟小安建以江白清峰永平鸣帆振宇和溪涛春禾香岚子强"
    "罕伯谷恒敬书秀瑶星月红望墨波可林芳霖齐阿慕成光晴桐澜长生温鹤景栋胜翠怡凤新燕慧宏岩谦南亭梦桂顺少华宗家舒树福金欣"
    "阳冬涵岳莲澈佳鹏航凡然承绍康东群霞雅凯知素满行河大博民年邦衡辉琳元达水芝澄薇潮连为昌汉竹骏萍心浩曼昭锦瑾艳轩慈伟"
    "琴勇笙世仲谋言野羽松衿卫楚宜玄正婷全维源佩诺勤刚冰亮守夏姝继遥朗繁晚愚归翰蕾穗哲风铁龙芷宝丰苇翔起尧诚砚美娟琪军"
    "程杰毅荷方玲培坤彦渊曦仪念扬芬彬悦碧朵亦友仓疆观霜腊实梁晨初仁妙鸿雄学皓桢卓斌致凌沛珍蔓韬木豪庆天道疏影英雁卿霄"
    "珊北辰瑞崖泰开瀚宽声莎惜颂甘嫩桑田樵叙岫采沙柱科崇横弟湄筱驰兆莉超莹萌男岐业必扎象厚兴桃良鉴庸飞岭鹿砺寒映关锋台"
    "州皋廷佐翘迁蓼淮梧卷苏保茂根治罗本楷虎烨湘君儒骞艺昇龄孝铭锐盾适徐迅娘居易商隐烈禄依洁晖越奎蓝韵屹昊磊淑兮颖沐柔"
    "真乔中霁萱万镜秉倩宪悟征彤峻娥旋陶原蝶黎励祥恪筠石沅珠桥岁暮勋润泽千蔚洲妍甫勉礼俊武寿慎渐汀盛雯章惟峙乐义信仙侠"
    "俭健傲儿先克党公兵冠刘力功助劲化升双叶向吉名吟周咏品唯善喜园固圆圣基堂塬增士央夫女好妮姗姣娇娅娜婉婕婧媛嫣孔定宣"
    "宾富寅尊尚展岗峥崎嵘巍左帅广庭延弘彪忆忠恩悌情惠意戈捷放斐斗旭旺昀昂昆昱晋智暄暖曙曜朋杏材杨极柏柳栩格梓森植楠榕"
    "槐橙欢歌殊汇沁沈沧泉泊洋洪活流浦涌淇淞渝港游湃溢滔滢漪潇潔濂炎炜炫炳烁焕焱煜照熙燃爱爽牧献玥玫珂珑珏珺琛琦琨琰瑛"
    "瑜璇璐璟璞瓒甜益盈睿矗祖祺祯禧禹稳竞端笑笛策箫米粉精纪纯纲经结绪绣绮缘罡羡翼翎耀联聪肖胤舜节芊芙芮芸苑苒茜茵茹荔"
    "荣莘菁菊菡菲萧葵蒙蓉蓓蕊薪虹蝉衍裕西誉诗谊谨贝贞贤贵赋赛赫跃路辛迎进逸邑郁重鑫钊钢钦钧铎铮银锡键镇闯闻阔陆震霆霏"
    "霓靖韦韩韫音韶预领颐飒驹骁高鲁鸽鹃麒麟鼎一三利丁池晔炯珉璋臻垚淼堃钰瑗妤婵嫚娣媚彩邈飙骅驿骐骧魁鲲鹭麓黛默俏俐倚"
    "偲僖冕冉凝凰勖匀卉厉叔啸圻坚垒垣堤墉壮壹奂奋奕妃妞姒姿娴娉媖孜孟季宛宸密寰尹屏峪峯崴嵩幼庄庚廉弋弦彧徽忱忻怜怿恂"
    "恺悉悠愉憬懋懿戎扉抒拓拙挺捃揆搏摩操攀攸政敦斓旎旦旬昕显晏晗晤晶暾朔权杉杞杭杳枚枝枢枫柯标栎桁桉桓棋椿榆槿橹歆止"
    "歧毓汐沂沃沣沫沿泓泠泳泾津洵浅浑浚浠浣涓涤淙淦渡渭湛溥溱滋滨漫漾潞澍澎濡瀛灏灵灿炅炼焯熠熹燊燚爵玘玢玟玮玺珈珞珣"
    "珩珪珮珵琅琇琚琢琥琬琮琼瑀瑄瑚瑢瑭璎璘璜璠璨畅登皎眉睦矜础祈祎祚稚稼竣粤纬纹纾绅绚缦缨缜翀翊翌翙翡翥耕耘耿聆聿腾"
    "芃芯芹茗茉荃荻莞菀菱葆葛蓁蕙蕴藻蘅蛟蜜训诣详谐贡赟迈迪逊逍酉钏钟铃铠锴镕镛闳阁隽雍霈靓鞠韧颉颢飏馥馨驭骄鸥鹄鹰"
)
# Characters that a given name has only where it is a foreigner's: 冯沙里, 古尔纳.
FOREIGN_ONLY = frozenset("尔纳斯姆特萨蓬茨烈吞沙里拉")
# Characters that foreign names are written with.
TRANSCRIPTION = frozenset(
    "邦阿埃艾爱安昂奥敖巴贝本比彼波玻伯博布步采蔡查昌差成楚春茨达大代戴丹旦当道德登邓迪笛蒂丁东顿多杜朵恩尔法凡范方菲费"
    "芬丰冯佛弗福夫富甘冈高哥戈格根贡古顾瓜圭果哈海罕汉翰豪河赫黑亨恒洪侯胡华怀惠霍基姬吉季加伽嘉贾简江娇焦杰金津京久"
    "觉卡凯坎康考柯科可克肯孔库奎昆拉腊莱来赖兰岚郎朗劳老乐勒雷蕾李里莉丽利立连良亮烈列林琳玲伶留柳龙隆卢鲁露路吕伦罗"
    "洛马玛麦迈曼茫毛茂貌梅美门蒙孟弥米密明敏缪莫默姆慕穆拿那娜纳乃奈南瑙嫩能尼妮倪涅宁纽农努诺欧帕派潘庞培佩彭蓬朋丕"
    "皮披匹平珀普奇齐琪契恰强乔切钦琴青琼丘让热仁荣茹儒瑞若撒萨塞赛三散桑瑟森沙莎山珊善绍舍社申圣盛施诗什史舒松宋颂苏"
    "素速梭所索琐塔他泰台檀坦汤唐陶特滕提田铁汀廷通童图土推托娃瓦万婉旺威薇韦维魏温文翁沃乌吴伍武西希锡席夏仙香肖谢辛"
    "欣兴雄休修旭雪雅亚延岩扬阳杨耶叶伊依益因英永尤于雨玉育约云扎泽詹占展章哲珍真芝志智中朱竹卓兹子宗祖左佐颇坤努帖翠"
    "察典宾内厄钱萍显毕暖霖蔻芳端吐奉班功"
    "缇盖冼猜拨蓬拍妙丹漂灿斯何保礼坡彼得陈王张刘赵周郑斐登伦钦梭敦昂觉敏索温伦诗素婉拉采叻沛维育颂乍滴宝帖通占奔鹏坡"
    "披莲蓉塞奥韩速碧盼参侬瓮蒋旃维乍仑黛萝芭丝娅薇赞逊旖薛谭琅顺玖沃妥汶"
)
# Between dots also what Uyghur and Kazakh names are written with: 阿依古丽·买买提.
DOTTED = TRANSCRIPTION | frozenset("买孜肉吾甫江木合再扎别吐热汗古丽帕提")
# Surnames of Viet Nam in Chinese characters.
VIETNAMESE_SURNAMES = frozenset(
    "阮陈黎范黄潘武邓裴杜胡吴杨李陶丁段郑张林冯梅苏朱何高梁刘赵谢蔡王唐周徐孙郭曾叶吕罗宋汤尹马农卢江韩翁侯魏姚余俞韦"
    "姜雷赖孔欧石白戴邱宁"
)
# Readings that a character has as a surname only.
SURNAME_READINGS = {
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "查": "zha",
    "曾": "zeng",
    "任": "ren",
    "区": "ou",
    "盖": "ge",
    "尉迟": "yuchi",
    "长孙": "zhangsun",
    "万俟": "moqi",
    "单于": "chanyu",
    "澹台": "tantai",
    "乐正": "yuezheng",
    "宿": "su",
    "纪": "ji",
    "华": "hua",
    "朴": "piao",
    "缪": "miao",
    "翟": "zhai",
    "召": "zhao",
    "岩": "ai",
    "都": "du",
    "相里": "xiangli",
    "员": "yun",
    "折": "she",
    "黑": "he",
    "秘": "bi",
    "冼": "xian",
    "洗": "xian",
    "燕": "yan",
    "那": "na",
    "哈": "ha",
    "尹": "yin",
    "覃": "qin",
    "乐": "yue",
    "车": "che",
    "葛": "ge",
    "盛": "sheng",
    "石": "shi",
    "曲": "qu",
    "种": "chong",
    "重": "chong",
    "卜": "bu",
    "繁": "po",
    "牟": "mu",
    "隗": "wei",
    "郇": "xun",
    "阚": "kan",
    "佴": "nai",
    "晟": "cheng",
    "贲": "ben",
    "令狐": "linghu",
    "呼延": "huyan",
    "鲜于": "xianyu",
    "尉": "wei",
    "褚": "chu",
    "句": "gou",
    "勾": "gou",
    "宁": "ning",
    "甯": "ning",
    "洛": "luo",
    "能": "nai",
    "逄": "pang",
    "过": "guo",
    "行": "xing",
    "应": "ying",
    "占": "zhan",
    "祭": "zhai",
    "谌": "chen",
    "缑": "gou",
    "妫": "gui",
    "厍": "she",
    "郤": "xi",
    "夔": "kui",
    "庹": "tuo",
    "乜": "nie",
    "钭": "tou",
    "宓": "mi",
    "郗": "xi",
    "臧": "zang",
}
# Readings of characters in given names where the commonest reading is another one.
GIVEN_READINGS = {
    "珩": "heng",
    "琢": "zhuo",
    "峤": "qiao",
    "行": "xing",
    "长": "chang",
    "朝": "chao",
    "重": "chong",
    "乐": "le",
    "卓": "zhuo",
    "传": "chuan",
    "和": "he",
    "都": "du",
    "柏": "bai",
    "蹊": "xi",
    "茜": "qian",
    "晟": "sheng",
    "盛": "sheng",
    "曾": "zeng",
    "兴": "xing",
    "调": "tiao",
    "宁": "ning",
    "荷": "he",
    "相": "xiang",
    "强": "qiang",
    "薄": "bo",
    "参": "shen",
    "露": "lu",
    "降": "xiang",
    "应": "ying",
    "朴": "pu",
    "澄": "cheng",
    "颉": "jie",
    "桦": "hua",
    "芮": "rui",
    "仔": "zi",
    "祭": "ji",
    "莞": "wan",
    "奇": "qi",
    "洋": "yang",
    "缪": "miao",
    "适": "shi",
    "蔚": "wei",
    "沈": "shen",
    "石": "shi",
    "杉": "shan",
    "冠": "guan",
    "祺": "qi",
    "泊": "bo",
    "合": "he",
    "尽": "jin",
    "少": "shao",
    "藏": "cang",
    "载": "zai",
    "亘": "gen",
    "佑": "you",
    "睿": "rui",
}

VIETNAMESE = dict(
    pair.split(":")
    for pair in """
    阮:Nguyen 陈:Tran 黎:Le 范:Pham 黄:Hoang 潘:Phan 武:Vu 邓:Dang 裴:Bui 杜:Do 胡:Ho 吴:Ngo 杨:Duong 李:Ly 陶:Dao 丁:Dinh
    段:Doan 郑:Trinh 张:Truong 林:Lam 冯:Phung 梅:Mai 苏:To 朱:Chu 何:Ha 高:Cao 梁:Luong 刘:Luu 赵:Trieu 谢:Ta 蔡:Thai
    王:Vuong 唐:Duong 周:Chau 徐:Tu 孙:Ton 郭:Quach 曾:Tang 叶:Diep 吕:Lu 罗:La 宋:Tong 汤:Thang 尹:Doan 马:Ma 农:Nong 卢:Lu
    江:Giang 韩:Han 翁:Ong 侯:Hau 魏:Nguy 姚:Dieu 殷:An 余:Du 俞:Du 韦:Vi 姜:Khuong 雷:Loi 赖:Lai 孔:Khong 欧:Au 岳:Nhac
    石:Thach 白:Bach 戴:Doi 邱:Khuu 氏:Thi 文:Van 友:Huu 德:Duc 光:Quang 明:Minh 雄:Hung 英:Anh 俊:Tuan 勇:Dung 强:Cuong
    胜:Thang 成:Thanh 清:Thanh 青:Thanh 海:Hai 山:Son 河:Ha 红:Hong 鸿:Hong 芳:Phuong 方:Phuong 凤:Phuong 兰:Lan 花:Hoa 和:Hoa
    华:Hoa 玉:Ngoc 秋:Thu 春:Xuan 夏:Ha 冬:Dong 东:Dong 南:Nam 西:Tay 北:Bac 中:Trung 忠:Trung 国:Quoc 家:Gia 平:Binh 安:An
    宁:Ninh 福:Phuc 富:Phu 禄:Loc 寿:Tho 康:Khang 龙:Long 隆:Long 虎:Ho 鹏:Bang 日:Nhat 月:Nguyet 星:Tinh 天:Thien 善:Thien
    地:Dia 仁:Nhan 义:Nghia 礼:Le 智:Tri 信:Tin 孝:Hieu 贤:Hien 良:Luong 正:Chinh 政:Chinh 征:Chinh 直:Truc 公:Cong 功:Cong
    科:Khoa 学:Hoc 有:Huu 名:Danh 荣:Vinh 永:Vinh 盛:Thinh 兴:Hung 旺:Vuong 发:Phat 财:Tai 才:Tai 利:Loi 进:Tien 前:Tien
    先:Tien 仙:Tien 志:Chi 心:Tam 念:Niem 思:Tu 静:Tinh 恒:Hang 姮:Hang 行:Hanh 幸:Hanh 杏:Hanh 燕:Yen 莺:Oanh 雁:Nhan
    香:Huong 向:Huong 绒:Nhung 蓉:Dung 容:Dung 美:My 丽:Le 娥:Nga 霞:Ha 云:Van 雪:Tuyet 霜:Suong 雨:Vu 风:Phong 峰:Phong
    丰:Phong 锋:Phong 水:Thuy 翠:Thuy 垂:Thuy 瑞:Thuy 泉:Tuyen 宣:Tuyen 全:Toan 权:Quyen 娟:Quyen 琼:Quynh 贵:Quy 桂:Que
    竹:Truc 松:Tung 柏:Bach 莲:Lien 联:Lien 连:Lien 菊:Cuc 桃:Dao 柳:Lieu 森:Sam 岩:Nham 金:Kim 银:Ngan 铜:Dong 铁:Thiet
    珠:Chau 宝:Bao 保:Bao 珍:Tran 真:Chan 琳:Lam 瑛:Anh 映:Anh 影:Anh 景:Canh 境:Canh 庆:Khanh 欢:Hoan 乐:Lac 喜:Hy 希:Hy
    望:Vong 期:Ky 奇:Ky 琦:Ky 其:Ky 纪:Ky 世:The 大:Dai 代:Dai 小:Tieu 长:Truong 深:Tham 远:Vien 近:Can 广:Quang 达:Dat
    通:Thong 聪:Thong 敏:Man 捷:Tiep 战:Chien 决:Quyet 定:Dinh 坚:Kien 健:Kien 建:Kien 毅:Nghi 威:Uy 力:Luc 刚:Cuong 勤:Can
    俭:Kiem 廉:Liem 洁:Khiet 纯:Thuan 顺:Thuan 淳:Thuan 训:Huan 勋:Huan 教:Giao 育:Duc 交:Giao 会:Hoi 怀:Hoai 淮:Hoai 辉:Huy
    晖:Huy 徽:Huy 煌:Hoang 凰:Hoang 宏:Hoanh 弘:Hoang 阳:Duong 洋:Duong 扬:Duong 晴:Tinh 晓:Hieu 朝:Trieu 潮:Trieu 年:Nien
    时:Thoi 生:Sinh 城:Thanh 诚:Thanh 圣:Thanh 声:Thanh 程:Trinh 贞:Trinh 秀:Tu 修:Tu 骏:Tuan 君:Quan 军:Quan 群:Quan 冠:Quan
    关:Quan 均:Quan 坤:Khon 乾:Can 泰:Thai 太:Thai 灵:Linh 玲:Linh 领:Linh 岭:Linh 陵:Lang 朗:Lang 岚:Lam 蓝:Lam 绿:Luc
    百:Bach 千:Thien 万:Van 一:Nhat 三:Tam 四:Tu 五:Ngu 显:Hien 献:Hien 宪:Hien 轩:Hien 玄:Huyen 环:Hoan 元:Nguyen 源:Nguyen
    原:Nguyen 缘:Duyen 延:Dien 田:Dien 典:Dien 川:Xuyen 登:Dang 灯:Dang 堂:Duong 同:Dong 童:Dong 桐:Dong 董:Dong 统:Thong
    宗:Tong 从:Tung 凯:Khai 开:Khai 启:Khai 可:Kha 克:Khac 奎:Khue 魁:Khoi 磊:Loi 来:Lai 历:Lich 理:Ly 练:Luyen 论:Luan
    伦:Luan 轮:Luan 诗:Thi 施:Thi 实:Thuc 淑:Thuc 书:Thu 树:Thu 述:Thuat 双:Song 创:Sang 崇:Sung 士:Si 史:Su 师:Su 使:Su 子:Tu
    紫:Tu 慈:Tu 祚:To 祖:To 素:To 佐:Ta 尊:Ton 存:Ton 佑:Huu 裕:Du 瑜:Du 宇:Vu 羽:Vu 悟:Ngo 梧:Ngo 卫:Ve 伟:Vi 维:Duy 惟:Duy
    薇:Vi 温:On 恩:An 印:An 应:Ung 颖:Dinh 盈:Doanh 迎:Nghinh 咏:Vinh 用:Dung 悦:Duyet 越:Viet 粤:Viet 耀:Dieu 妙:Dieu 瑶:Dao
    洪:Hong 虹:Hong 厚:Hau 湖:Ho 惠:Hue 慧:Hue 蕙:Hue 吉:Cat 季:Quy 继:Ke 嘉:Gia 佳:Giai 甲:Giap 娇:Kieu 乔:Kieu 翘:Kieu
    桥:Kieu 杰:Kiet 锦:Cam 琴:Cam 京:Kinh 经:Kinh 敬:Kinh 久:Cuu 诺:Nac 雅:Nha 芽:Nha 艳:Diem 焰:Diem 蝶:Diep 叶:Diep 辰:Thin
    石:Thach 赤:Xich 尚:Thuong 商:Thuong 常:Thuong 赏:Thuong 尊:Ton 倩:Thien 珊:San 产:San 簪:Tram 沉:Tram 针:Cham 瞻:Chiem
    占:Chiem 章:Chuong 璋:Chuong 昌:Xuong 畅:Suong 品:Pham 馨:Hinh 泽:Trach 策:Sach 册:Sach 沙:Sa 莎:Sa 莉:Ly 芝:Chi 枝:Chi
    之:Chi 止:Chi 丝:Ti
    """.split()
)
