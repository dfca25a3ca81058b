"""Words of Taiwan that the mainland says otherwise, both in Simplified characters.

OpenCC's own list (tw2sp) is made for software: it turns 簡報 into 演示文稿, 指標 into 指针 and 文件 into 文档. This one holds
names of countries and words that mean one thing only.
"""

import re

from workflow.constrain.alternatives import either

WORDS: dict[str, str] = dict(
    pair.split(":")
    for pair in """寮国:老挝 汶莱:文莱 纽西兰:新西兰 义大利:意大利 沙乌地阿拉伯:沙特阿拉伯 阿拉伯联合大公国:阿拉伯联合酋长国
    马尔地夫:马尔代夫 亚塞拜然:阿塞拜疆 克罗埃西亚:克罗地亚 斯洛维尼亚:斯洛文尼亚 赛普勒斯:塞浦路斯 奈及利亚:尼日利亚
    肯亚:肯尼亚 衣索比亚:埃塞俄比亚 坦尚尼亚:坦桑尼亚 辛巴威:津巴布韦 尚比亚:赞比亚 卢安达:卢旺达 蒲隆地:布隆迪
    莫三比克:莫桑比克 模里西斯:毛里求斯 塞席尔:塞舌尔 波札那:博茨瓦纳 赖索托:莱索托 史瓦帝尼:斯威士兰
    布吉纳法索:布基纳法索 突尼西亚:突尼斯 茅利塔尼亚:毛里塔尼亚 万那杜:瓦努阿图 吐瓦鲁:图瓦卢 索罗门群岛:所罗门群岛
    吉里巴斯:基里巴斯 诺鲁:瑙鲁 帛琉:帕劳 巴布亚纽几内亚:巴布亚新几内亚 哥斯大黎加:哥斯达黎加 瓜地马拉:危地马拉
    宏都拉斯:洪都拉斯 资讯:信息 网路:网络 网际网路:互联网 软体:软件 硬体:硬件 伺服器:服务器 人工智慧:人工智能
    视讯会议:视频会议 塑胶:塑料 奈米:纳米 雷射:激光 计程车:出租车""".split()
)
PATTERN = re.compile(either(WORDS))
