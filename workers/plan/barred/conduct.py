"""What no seller may have said to buyers: pay past the shop, leave five stars, come to us, all others are fakes."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.barred.phrases import phrases

_MEANS: Final = r"(?:bank|wire|transfers?|paypal|venmo|zelle|cash|crypto|bitcoin|usdt|gift cards?|western union|moneygram|iban|friends and family|alipay|wechat)"
_HARM: Final = (
    r"(?:contains?|contained|breaks?|cracks?|leaks?|fails?|fades?|rusts?|melts?|peels?|poisons?|cheats?|lies?|cop(?:y|ies)|steals?|stinks?|smells?|"
    r"burns?|explodes?|shatters?|hurts?|kills?|falls? apart|caus(?:e|es)|"
    r"(?:is|are) (?:\w{1,20} ){0,2}(?:fakes?|unsafe|toxic|dangerous|junk|rubbish|trash|worse|inferior|bad|copies|scams?|poisonous|illegal|overpriced|dirty|garbage|worthless|recalled|counterfeits?))\b"
)
_PRIZE: Final = r"(?:refunds?|cash ?back|rebates?|vouchers?|gift cards?|coupons?|gifts?|discounts?|prizes?|rewards?)"
_REVIEW: Final = r"(?:reviews?|ratings?|feedback|testimonials?|stars?)"
_OTHERS: Final = "别家|别人家|别的(?:店|牌子|商家)|其[他它](?:店|商家|品牌|牌子|家|都|产品)|同行|竞品|友商|对家|隔壁家|某[宝东猫]|天猫|淘宝|京东|拼多多"
_BAD: Final = "含|掺|假|劣|毒|铅|坏|漏|骗|不如|偷工|翻车|抄|仿|盗|垃圾|次品|黑心|不合格|超标|爆炸|裂|掉色|退货|害人|坑"

CONDUCT: Final = phrases(rf"""
pay      | \bpay(?:s|ing|ments?)? (?:\w{{1,20}} ){{0,3}}(?:by|via|with|through|using|in|to) (?:\w{{1,20}} )?{_MEANS}\b
pay      | \bpay (?:\w{{1,20}} )?(?:outside|off|direct(?:ly)?|privately|offline|the (?:seller|courier|driver|maker)|(?:to )?(?:us|me)\b|into)\b
transfer | \b(?:by|via|per|use|through|accepts?) (?:an? )?(?:bank|wire) transfers?\b
transfer | \btransfer (?:the |your |some )?(?:money|funds|deposit|payment)\b
money    | \b(?:send|wire) (?:us |me |the |your |some )?(?:money|cash|payment|funds)\b
deposit  | \b(?:send|pay|wire|leave) (?:us |me |the |a |your )?deposits?\b
cash     | \bcash to (?:the|our|your|a) \w{{1,20}}
iban     | \biban\b
sort code | \bsort code\b
western union | \bwestern union\b
moneygram | \bmoneygram\b
cash app | \bcash ?app\b
direct   | \b(?:buy|order|pay|purchase|shop|deal|ring|call|phone) (?:\w{{1,20}} ){{0,2}}direct(?:ly)?\b
direct   | \bsearch (?:for )?(?:\w{{1,20}} ){{1,2}}direct\b
the app  | \b(?:outside|off) (?:of )?the app\b
platform | \b(?:outside|off|beyond|past) (?:of )?(?:the |this )?(?:platform|marketplace)\b
our      | \b(?:in|at|on|from|visit|see|via|through|come to) our (?:own )?(?:web ?)?(?:site|shop|store|page|profile|channel|outlet|app)\b
under    | \bfind us (?:under|by|as|at|on|via)\b
search   | \bsearch (?:for )?(?:us|our)\b
the shop | \b(?:ring|call|phone|text|message|ask|contact|email|dm) the (?:shop|store|seller|maker|owner|brand|manufacturer)\b
ask for  | \bask for \w{{1,20}}$
seller   | \b(?:message|contact|ask|text|email|chat (?:with|to)|speak (?:with|to)|write to|dm|talk to) (?:the |our |your )?sellers?\b
in touch | \bget in touch\b
cheaper  | \b(?:cheaper|better|safer|stronger|lower|nicer) (?:elsewhere|than (?:amazon|ebay|etsy|walmart|temu|shein|aliexpress|any(?:where|one|thing|body)?\b|others?\b|all\b|the (?:rest|others?|competition)|competitors?|rivals?))
cheaper  | \b(?:order|buy|sold|available|get it|get this) (?:it |this )?cheaper\b
star     | \b(?:leave|give|post|write|drop|award|earn|add) (?:\w{{1,20}} ){{0,4}}stars?\b(?! (?:anise|sign|chart|shape|fruit|print|map))
star     | \b(?:five|5|four|4)[ -]stars? (?:\w{{1,20}} ){{0,3}}(?:and|to|for|get|gets|wins?|earns?) (?:an? |your |the |us )?\w{{1,20}}
review   | \b(?:leave|post|write|drop|submit) (?:\w{{1,20}} ){{0,4}}{_REVIEW}\b
feedback | \b(?:leave|give|post|drop|submit) (?:\w{{1,20}} ){{0,3}}(?:feedback|a testimonial)\b
for      | \b{_PRIZE} (?:\w{{1,20}} ){{0,3}}(?:for|with|after|per|upon|on) (?:an? |your |each |every |the )?(?:\w{{1,20}} )?{_REVIEW}\b
for      | \b{_REVIEW} (?:\w{{1,20}} ){{0,2}}(?:for|to get|to win|to earn|gets?|and get|and win) (?:an? |your |the )?(?:\w{{1,20}} ){{0,2}}{_PRIZE}\b
rate us  | \brate us\b
review us | \breview us\b
share    | \bshare (?:an? |your |the )?(?:photo|picture|selfie|unboxing|video|post)s?\b
 and     | \blike and (?:share|subscribe|follow)\b
claim    | \b(?:claim|redeem) (?:your |an? )?(?:free |full )?{_PRIZE}\b
competitor | \b(?:competitors?|competing|competition)(?:'s?)?(?: \w{{1,20}}){{0,3}}? {_HARM}
rival    | \brivals?'?(?: \w{{1,20}}){{0,3}}? {_HARM}
other    | \b(?:all |any )?others? (?:\w{{1,20}} ){{0,2}}{_HARM}
rest     | \bthe rest {_HARM}
copycat  | \bcopycats?(?: \w{{1,20}}){{0,2}}? {_HARM}
brands   | \b(?:cheap|lesser|most|big) (?:brands|sellers|shops|makers) {_HARM}
buy      | \b(?:do not|don't|never|stop) (?:buy|buying|trust|trusting) (?:\w{{1,20}} ){{0,2}}(?:other|others|from|rival|cheap|fakes?|copies|imitations)\b
beware   | \b(?:beware|wary) of (?:\w{{1,20}} )?(?:fakes?|copies|imitations|counterfeits?|sellers?|scams?)\b
scam     | \bscam(?:s|mers?)?\b
rip-off  | \brip-offs?\b
买一送 | 买[一二两三][送赠]
送一     | 买[一二两三][个只件盒瓶双套包][送赠]
私下     | 私下(?:付|转|交易|联系|支付|成交|下单|便宜|优惠)
线下     | 线下(?:付款|转账|交易|支付|成交)
转账     | (?:银行|微信|支付宝|扫码|直接|私人|对公|先)转账
付款     | (?:微信|支付宝|扫码|直接|加|先)付款
打款     | (?:先|直接|银行|私下|请)打款
汇款     | (?:银行|直接|私人|请|先)汇款
支付宝   | (?:走|转|付|打)支付宝|支付宝(?:转|付款|打款|更|优惠)
定金     | (?:先|请|需)[交付打转]定金
现金     | 现金[给付交](?!付)
站外     | 站外(?:交易|付款|下单|成交)
平台     | (?:绕开|绕过|跳过|不走|离开)平台
好评     | 好评(?:有|返|送|领|后|可领|即|立|就|减|截图|晒|换|得|抽)|(?:给|写|求|来|打|留)[^，。,.]{{0,4}}好评|五星好评|好评奖励
五星     | (?:给|打|求|留|送)[^，。,.]{{0,3}}五星
晒图     | 晒图(?:返|领|送|有|后|赢|抽|得|即|就)
晒单     | 晒单(?:返|领|送|有|后|赢|抽|得|即|就)
追评     | 追评(?:返|领|送|有|后|得)
返现     | 返现
红包     | (?:领|返|送|抢|发|退)[^，。,.]{{0,2}}红包
差评     | (?:别|不要|勿|删|改|消除|给|写|打)[^，。,.]{{0,3}}差评
收藏     | 收藏(?:有礼|领|送|返|店铺)
店名     | 搜[索]?[^，。,.]{{0,6}}店名|店名(?:下单|搜|直接)
客服     | (?:联系|咨询|找|问|加)(?:在线)?客服
店主     | (?:私信|联系|加|找|问)店[主长家]
店长     | (?:私信|联系|加|找|问)店长
店里     | (?:打|拨)[^，。,.]{{0,4}}店里?[^，。,.]{{0,2}}电话
电话     | (?:打|拨)(?:我们?|店里|店铺|商家|厂家|本店)[^，。,.]{{0,3}}电话|电话(?:下单|订购|联系|咨询)
来我们   | (?:来|去|上|到)我们(?:自己)?的?(?:店|网站|官网|小程序|直播间)
进店     | 进店(?:领|下单|咨询|有礼)
更便宜   | (?:别处|店里|私下|官网|我们店|线下)[^，。,.]{{0,3}}更便宜
含铅     | (?:{_OTHERS})[^，。,.]{{0,8}}含铅
家       | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
同行     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
竞品     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
友商     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
其他     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
其它     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
别的     | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
某       | (?:{_OTHERS})[^，。,.]{{0,8}}(?:{_BAD})
别买     | (?:千万|都|请)?别买(?:别|其|同|错|假)
不要买   | 不要买(?:别|其|同|错|假)
谨防     | 谨防(?:假冒|上当|受骗|仿冒)
比       | 比(?:{_OTHERS})[^，。,.]{{0,6}}(?:便宜|好|低|划算|强|安全|省)
""")
