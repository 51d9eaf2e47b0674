"""What leads a reader away: addresses, messengers' ids, and the words that ask to go there."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.barred.phrases import phrases

_THERE: Final = r"""
://       | [a-z]{2,8}://
www       | \bwww ?[.。·]|\bwww [a-z0-9]
w w w     | \bw w w\b
d o t     | \bd o t (?:com|org|net)\b
-com      | \b(?:at|on|see|visit) [a-z0-9]{2,30}-com\b
c o m     | [a-z0-9] ?[.。·,] ?c o m\b
d0t       | [a-z0-9] ?[\[({<]? ?d0t ?[\])}>]? ?[a-z]{2,6}
point     | [a-z0-9] point (?:com|org|co uk)\b
bit ly    | \bbit ly\b
slash     | \b(?:tinyurl|bitly) slash\b|\b(?:com|ly|me|org|net|cn|co|uk) (?:forward )?slash\b
gmail     | \bat gmail\b|\bgmail com\b
hotmail   | \bat hotmail\b|\bhotmail com\b
dot       | [a-z0-9] ?[\[({<] ?dot ?[\])}>] ?[a-z]{2,6}
dot       | [a-z0-9] {1,2}dot {1,2}(?:com|org|cn)(?![a-z0-9])
dot       | [a-z0-9](?<!polka) {1,2}dot {1,2}(?:shop|store|site|online)(?![a-z0-9])
点        | \w ?[\[({<（]? ?点 ?[\])}>）]? ?(?:com|org|cn|net)(?![a-z0-9])
@         | [\w.+-]{0,64}@ ?[a-z\u4e00-\u9fff]
[at]      | \[at\]
(at)      | \(at\)
艾特      | 艾特
微信      | 微信 ?(?:号|群|id)? ?[:：] ?[a-z0-9_]
微信      | 微信(?:号|群) ?[a-z0-9_]
微信      | 加(?:我|个)?(?:微信|薇信)
微信      | 微信 ?[a-z][a-z0-9_-]{0,20}\d
薇信      | 薇信
v信       | v信
加v       | 加v ?[:：]? ?[a-z0-9]
vx        | \bvx ?[:：]? ?[a-z0-9]{5,}
wechat    | wechat ?(?:id)? ?[:：] ?[a-z0-9_]
weixin    | weixin ?[:：] ?[a-z0-9_]
whatsapp  | whatsapp ?[:：]? ?\+?\d
.com      | [a-z0-9] \.com\b
telegram  | telegram ?[:：] ?[a-z0-9_]
qq        | qq ?(?:号|群)? ?[:：]? ?\d{5,}
公众号    | 公众号[:：]? ?[“"「]?[a-z0-9\u4e00-\u9fff]
"""
"""What leads there by itself."""
_BRACKETED: Final = "".join(
    rf"{end} | [a-z0-9] ?[\[({{<] ?\. ?\{end} ?(?:com|org|cn|net)(?![a-z0-9])" + "\n" for end in ")]}>"
)
"""A dot in brackets. Every text has a dot, few have these."""

_NUMBER_WORD: Final = "oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple"
_PLACES: Final = (
    "telegram instagram insta tiktok facebook whatsapp wechat snapchat discord pinterest youtube twitter etsy ebay"
).split()
_GO: Final = "follow|find|add|message|tag|join|search|visit|reach|contact|subscribe|look"
_LOOK: Final = "购|买|下单|领|加|关注|进群|咨询|抢|优惠"
_SHOPS: Final = (
    "小红书|抖音|淘宝|天猫|京东|拼多多|并夕夕|拼夕夕|掏宝|陶宝|快手|微博|百度|闲鱼|b站|微信|知乎|唯品会|1688"
)

_INVITED: Final = (
    "\n".join(
        f"{place} | \\bour {place}\\b|\\b(?:{_GO}) [^.!?\\n]{{0,40}}\\bon {place}\\b|\\bus (?:up )?on {place}\\b"
        for place in _PLACES
    )
    + rf"""
dm us      | \bdm us\b
dm me      | \bdm me\b
a dm       | \b(?:send|drop|shoot) (?:us|me) a dm\b
a message  | \b(?:send|drop|shoot) (?:us|me) a message\b
a line     | \b(?:send|drop) (?:us|me) a line\b
a ring     | \bgive (?:us|me) a ring\b
a call     | \bgive (?:us|me) a call\b
 dms       | \b(?:our|my|the|your|via|by|in) dms\b
pm us      | (?<!\d)(?<!\d )\bpm us\b
pm me      | (?<!\d)(?<!\d )\bpm me\b
message us | \bmessage us\b
text us    | \btext us\b
email us   | \bemail us\b
call us    | \bcall us\b
phone us   | \bphone us\b
ring us    | \bring us\b
write to us | \bwrite to us\b
contact us | \bcontact us\b
whatsapp us | \bwhatsapp us\b
follow us  | \bfollow us\b
tag us     | \btag us\b
add us on  | \badd us on\b
visit our  | \bvisit our (?:web)?(?:site|page|shop|store|profile|channel)\b
in our pro | \blinks? (?:is )?in our profile\b
bio        | \blinks? (?:is )?in (?:our |the |my )?bio\b|\bin bio\b
code to    | \bcode to (?:buy|order|shop|join|follow|pay)\b
scan       | \bscan (?:(?:the|this|our|that)(?: qr)? code [^.!?\n]{{0,12}}|(?:the|this|our) qr )?(?:to|and|for) (?:a )?(?:buy|order|shop|join|follow|chat|pay|discount|coupon)\b
text       | \btext (?!up )\w{{2,20}} to \d{{5,6}}\b
call       | \bcall (?:{_NUMBER_WORD})[ -](?:{_NUMBER_WORD})\b
扫码       | 扫码(?:后)?(?:{_LOOK})
扫一扫     | 扫一扫[^，。,.]{{0,4}}(?:{_LOOK})
二维码     | (?:扫|识别|长按)[^，。,.]{{0,6}}二维码[^，。,.]{{0,6}}(?:{_LOOK})
搜         | (?:{_SHOPS})[^，。,.!！]{{0,4}}搜(?!索?(?:功能|引擎|框|键|视频|记录))
搜         | 搜索?[^，。,.]{{0,12}}(?:旗舰店|官方店|店铺|专卖店|直播间|小程序)
百度一下   | 百度一下
加微       | (?<!添)加微(?:了解|领|咨询|聊|看|获|下单|购|发|拉|备注|$|[:：])
薇         | 加(?:我|个)?薇(?!薇)
我微       | 加我微
个微       | 加个微(?!波|型|孔)
wx         | 加(?:我|个)?wx|\bwx ?[:：] ?[a-z0-9_]{{4,}}
我vx       | 加我vx
徽信       | 徽信
威信       | 加(?:我|个)?威信|威信(?:号|群|[:：]| ?[a-z0-9_]{{4,}})
❤          | [v微威薇徽卫围]❤
♥          | [v微威薇徽卫围]♥
某         | 某[宝音东信](?:搜|上|找)
小红薯     | 小红薯[^，。,.]{{0,4}}(?:搜|上|找)
绿泡泡     | 绿泡泡
绿色软件   | 绿色软件
音号       | 抖音号[:：]? ?[a-z0-9_]
手号       | 快手号[:：]? ?[a-z0-9_]
频号       | 视频号[:：]? ?[a-z0-9_]
红书号     | 小红书号[:：]? ?[a-z0-9_]
戳我       | 戳我
头像       | (?:戳|点|点击|看)(?:我|我的)?头像
评论区     | 评论区(?:留言|扣|回复|见)
好友       | 加(?:我)?好友(?!功能|列表)
徵信       | 徵信(?:号|群|[:：])
围信       | 围信(?:号|群|[:：]| ?[a-z0-9_]{{4,}})
卫星号     | 卫星号[:：]? ?[a-z0-9]
➕         | ➕ ?(?:v|微|薇|wx|q|群|我|企鹅)
+v         | \+v ?[:：]? ?[a-z0-9]{{4,}}
扣扣       | 扣扣(?:群|号|[:：]|\d|联系)
q裙        | q裙
q群        | q群
企鹅       | 企鹅[号群]
加群       | (?<![参增添])加群(?![体众居山岛落聚])
进群       | (?<![改引走])进群(?![体众居山岛落聚])
私信       | 私信[^，。,.]{{0,2}}(?:{_LOOK}|我|店|商家|了解)
私聊       | 私聊
私我       | (?<!自)私我
主页       | 主页[^，。,.]{{0,4}}(?:链接|二维码|微信|联系)
电联       | 电联(?:系|我|[幺一二三四五六七八九零\d:：])
丨         | 丨[0-9oil丨|]{{10}}
直播间     | 直播间[^，。,.]{{0,4}}(?:下单|购|买|抢|见|领)
关注       | 关注(?:我们|本店|店铺|抖音|小红书|微博)
旺旺       | 旺旺(?:联系|号|[:：])
联系       | 联系(?:店主|老板|卖家)
"""
)
"""What asks a reader to go there."""
ADDRESSES: Final = phrases(_THERE + _BRACKETED + _INVITED)
