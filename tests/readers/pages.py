"""One bulletin of our own, and the pages of five kinds of site around it; each page is what a browser would save."""

from html import escape
from pathlib import Path

from workflow.bulletin import Document
from workflow.readers import html

# Kind and text of each line: head (masthead, series, issue), day, title, p, name, office, h, li, contact.
LINES: tuple[tuple[str, str], ...] = (
    ("head", "云岭流域合作中心"),
    ("head", "简报"),
    ("head", "2024年第3期"),
    ("head", "2024年5月28日"),
    ("title", "云岭江跨界生态补偿座谈会在岭州召开"),
    (
        "p",
        "2024年5月24日，云岭江跨界生态补偿座谈会在岭州市召开。会议由云岭流域合作中心主办，来自生态环境部、世界自然基金会等机构的60余名代表参会。",
    ),
    ("name", "沈岚"),
    ("office", "云岭流域合作中心主任"),
    (
        "p",
        "沈岚表示，云岭江干流全长412公里，沿江3县完成了163座电站的改造，占总数的87.6%，断流河段由31处减少到6处。",
    ),
    ("name", "高启明"),
    ("office", "生态环境部水生态环境司二级巡视员"),
    (
        "p",
        "高启明指出，生态流量是河流健康的底线。从2024年第四季度起，建议引入第三方机构逐站评估，评估结果作为核定补偿资金的依据。",
    ),
    ("h", "会议倡议"),
    ("p", "会上，与会代表提出以下倡议："),
    ("li", "以乡土树种为主，不在天然草地上造林；"),
    ("li", "每年第一季度交换上年度的监测数据。"),
    ("p", "下一次会议将于2025年5月在岭州举行，届时将讨论补偿资金的分配办法。"),
    ("contact", "联系我们"),
    ("contact", "云岭流域合作中心"),
    ("contact", "地址：岭州市江北区滨河路18号"),
    ("contact", "邮编：558210"),
    ("contact", "电话：010-55500182"),
    ("contact", "邮箱：liaison@yunling.example.org"),
)
TITLE = next(text for kind, text in LINES if kind == "title")


def as_text() -> str:
    """Return the bulletin as plain text; the items stand behind a mark that Markdown has and text has too."""
    return "\n\n".join(text for _kind, text in LINES) + "\n"


MARKS = {"title": "## {}", "name": "**{}**  ", "h": "## {}", "li": "- {}"}


def as_markdown() -> str:
    """Return the bulletin in Markdown."""
    return "\n\n".join(MARKS.get(kind, "{}").format(text) for kind, text in LINES) + "\n"


def body(tags: dict[str, str], *, without: tuple[str, ...] = ()) -> str:
    """Return the bulletin's lines in the tags of a site, in order; `without` leaves kinds of line out."""
    return "\n".join(
        tags.get(kind, tags["p"]).format(escape(text)) for kind, text in LINES if kind not in without
    )


MINISTRY = {
    "p": '<p style="text-align: justify; text-indent: 2em;"><span style="font-size: 12pt;">　　{}</span></p>',
    "title": "<h1>{}</h1>",
    "name": '<p style="text-indent: 2em;"><strong>　　{}</strong></p>',
    "h": "<h3>{}</h3>",
    "li": "<ul><li>{}</li></ul>",
}
LINKS = "".join(f'<li><a href="/news/{n}.html">{text}</a></li>' for n, text in enumerate("首页 机构职能 政策文件 环境质量 业务工作 政务服务 互动交流".split()))  # fmt: skip
NEWS = "".join(
    f'<li><a href="/{n}.shtml">{text}</a><span>2024-05-{20 + n}</span></li>'
    for n, text in enumerate(
        (
            "岭州市召开饮用水水源地保护工作推进会，部署下半年重点任务",
            "云岭江流域水质监测月报发布，优良断面比例稳步提升",
            "我市开展六五环境日主题宣传活动，千名志愿者走进社区。",
        )
    )
)

MINISTRY_PAGE = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}_岭州市生态环境局</title>
<meta name="keywords" content="生态环境"><style>.nav{{color:red}} .hide{{display:none}}</style>
<script>var title = "这不是正文。"; document.write("<p>脚本写的字。</p>");</script></head><body>
<div class="top"><a href="/">设为首页</a> | <a href="/">加入收藏</a> | <span>2024年5月30日 星期四</span></div>
<div class="nav"><ul>{LINKS}</ul></div>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/xw/">新闻中心</a> &gt; 工作动态</div>
<div class="main"><div class="left"><div class="box"><h2>相关链接</h2><ul>{NEWS}</ul></div></div>
<div class="content"><div class="head">%TITLE%
<div class="info"><span>发布时间：2024-05-30 10:20</span> <span>来源：云岭流域合作中心</span> <span>浏览次数：<b id="hits">126</b></span>
<span>字体：[<a href="javascript:f(16)">大</a> <a href="javascript:f(14)">中</a> <a href="javascript:f(12)">小</a>]</span>
<a href="javascript:window.print()">打印</a></div></div>
<div class="TRS_Editor"><!-- 编辑器的注释 -->%BODY%</div>
<p style="display:none">分享到微信的提示，不显示。</p>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="editor">责任编辑：王芳</div>
<div class="page">上一篇：<a href="1.html">水源地保护工作推进会召开</a><br>下一篇：<a href="2.html">水质监测月报发布</a></div>
</div></div>
<div class="footer"><p>版权所有：岭州市生态环境局　主办单位：岭州市生态环境局</p><p>网站标识码：5301000001 京ICP备00000000号-1</p>
<p>地址：岭州市中山路1号 邮编：558200</p></div><iframe src="http://tracker.example.org/">框里的字</iframe></body></html>"""

WECHAT = {
    "p": '<section style="margin: 0px;"><p style="line-height: 1.75em;"><span style="color: rgb(63, 63, 63);">{}</span></p></section>',
    "title": "",
    "name": "<section><section><p><strong><span>{}</span></strong></p></section></section>",
    "h": '<section><h2 style="font-size: 16px;">{}</h2></section>',
    "li": '<ul class="list-paddingleft-1"><li><p><span>{}</span></p></li></ul>',
}
WECHAT_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{TITLE}"><title></title></head>
<body id="activity-detail" class="zh_CN"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content">
<div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp">
%TITLE%
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">岭小环</span>
<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">云岭流域合作中心</a></span>
<em id="publish_time" class="rich_media_meta rich_media_meta_text">2024-05-30 18:00</em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section style="text-align: center;"><img data-src="https://mmbiz.example.org/1.jpg" alt="图片" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></section>
%BODY%</div></div>
<div class="rich_media_tool"><a href="javascript:;">阅读原文</a> <span>阅读 <b>1024</b></span></div></div></div></div></div>
<div style="display: none;">预览时标签不可点</div><script>window.x = 1;</script></body></html>"""

OLD = {
    "p": "&nbsp;&nbsp;&nbsp;&nbsp;{}<BR><BR>",
    "title": "",
    "name": "&nbsp;&nbsp;&nbsp;&nbsp;<B>{}</B><BR><BR>",
    "h": "</FONT><H3>{}</H3><FONT size=3>",
    "li": "<LI>{}</LI>",
}
OLD_PAGE = f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>{TITLE}</TITLE></HEAD>
<BODY bgColor=#ffffff><TABLE width=778 border=0 align=center><TR><TD colspan=2><IMG src="images/top.gif" width=778></TD></TR>
<TR><TD colspan=2><A href="/">首页</A> | <A href="/xw">新闻</A> | <A href="/zc">政策法规</A> | <A href="/bg">表格下载</A></TD></TR>
<TR><TD width=160 vAlign=top><TABLE><TR><TD bgColor=#003399><FONT color=#ffffff>热点新闻</FONT></TD></TR><TR><TD>{NEWS.replace("<li>", "·").replace("</li>", "<BR>")}</TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width=600><TR><TD>当前位置：<A href="/">首页</A>&gt;&gt;<A href="/xw">新闻</A>&gt;&gt;正文</TD></TR>
<TR><TD align=center>%TITLE%</TD></TR>
<TR><TD align=center>2024-5-30 10:20:31&nbsp;&nbsp;来源：云岭流域合作中心&nbsp;&nbsp;点击数：88&nbsp;&nbsp;【字体：<A href="#">大</A> <A href="#">中</A> <A href="#">小</A>】</TD></TR>
<TR><TD><FONT size=3>%BODY%</FONT></TD></TR>
<TR><TD align=right>【<A href="javascript:window.print()">打印本页</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR>
<TR><TD>上一条：没有了<BR>下一条：<A href="2.asp">水质监测月报发布</A></TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=center>Copyright &copy; 2005-2024 岭州市环境保护局 版权所有 滇ICP备00000001号<BR>建议使用1024*768分辨率浏览</TD></TR></TABLE></BODY></HTML>"""

PLAIN = {
    "p": "<p>{}</p>",
    "title": "<h1>{}</h1>",
    "name": "<p><b>{}</b></p>",
    "h": "<h2>{}</h2>",
    "li": "<ul><li>{}</li></ul>",
}
CENTER_PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>{TITLE} - 云岭流域合作中心</title></head><body>
<header><img src="logo.png" alt="云岭流域合作中心标志"><nav><ul>{LINKS}</ul></nav></header>
<main><article><header>%TITLE%<p class="meta"><time>2024年05月30日</time> 来源：本网</p></header>
%BODY%</article>
<aside><h3>最新动态</h3><ul>{NEWS}</ul></aside></main>
<footer><p>© 2024 云岭流域合作中心 版权所有。滇ICP备00000002号</p></footer></body></html>"""

BARE_PAGE = f"<html><head><meta charset=utf-8><title>{TITLE}</title></head><body>%TITLE%%BODY%</body></html>"

# Site → page around title and body, tags of the lines, tag of the title, encoding of the file.
SITES: dict[str, tuple[str, dict[str, str], str, str]] = {
    "ministry": (MINISTRY_PAGE, MINISTRY, "<h1>{}</h1>", "utf-8"),
    "wechat": (WECHAT_PAGE, WECHAT, '<h1 class="rich_media_title">{}</h1>', "utf-8"),
    "tables": (OLD_PAGE, OLD, "<FONT size=5><B>{}</B></FONT>", "gbk"),
    "center": (CENTER_PAGE, PLAIN, "<h1>{}</h1>", "utf-8"),
    "bare": (BARE_PAGE, PLAIN, "<h1>{}</h1>", "utf-8"),
}


def page(site: str) -> bytes:
    """Return the bytes of the page of a site; the title stands where the site puts it, not in the body."""
    around, tags, title, encoding = SITES[site]
    inside = body(tags, without=("title",))
    return around.replace("%TITLE%", title.format(TITLE)).replace("%BODY%", inside).encode(encoding)


SENTENCE = "2024年5月24日，座谈会在岭州市召开，代表们讨论了合作。"


def made(body: str, head: str = "<title>座谈会在岭州 隆重召开_岭州网</title>") -> Document:
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    return html.document(Path("page.html"), source)
