"""Rules: no certificate, award or rank that no fact has."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterator
from typing import Final

from workers.edit.grounding.assertions import claimed, needles, spelled, table
from workers.edit.grounding.words import LEXICON
from workers.edit.reading import Reading

_CERTIFICATES: Final = table(r"""
certification | certif | (?:\b(?P<before>[\w-]{1,24})[ -])?\bcertif(?:ied|icates?|ications?)\b(?: (?:by|to|as|for|under|from|with)(?P<named>(?: [\w-]{1,24}){1,3})| (?P<near>[\w-]{1,24}))?
certification | approv | (?:\b(?P<before>[\w-]{1,24})[ -])?\bapprov(?:ed|al)\b(?: (?:by|to|as|for|under|from|with)(?P<named>(?: [\w-]{1,24}){1,3})| (?P<near>[\w-]{1,24}))?
certification | accredit | (?:\b(?P<before>[\w-]{1,24})[ -])?\baccredit\w{1,24}(?: (?:by|to|as|for|under|from|with)(?P<named>(?: [\w-]{1,24}){1,3})| (?P<near>[\w-]{1,24}))?
certification | patent | \b(?P<named>patent(?:ed|s)?(?:[- ]pending)?)\b
 | tested | \b(?:dermatologist|dermatologically|clinically|lab|laboratory|independently|safety|allergy|medically|vet|rigorously|thoroughly)[- ]?tested\b|\btested (?:by|to|for|in|against|under|and)\b
 | proven | \b(?:clinically|scientifically|medically|laboratory|lab)[- ]proven\b|\bproven to\b|\bproven (?:results|effective|quality|formula)
 | hypo | \bhypo-?allergenic\b
 | grade | \b(?:food|medical|military|aerospace|aircraft|marine|surgical|hospital|commercial|professional|restaurant|contract|museum|archival|premium)[- ]grade\b
certification | listed | \b(?P<named>ul|etl|csa)[- ]listed\b
certification | ce m | \b(?P<named>ce)[- ]mark(?:ed|ing)?\b
certification | verified | \bverified by(?P<named>(?: [\w-]{1,24}){1,3})|\bindependently verified\b
certification | complian | \b(?P<before>[\w-]{1,24})[- ]complian(?:t|ce)\b(?: with(?P<named>(?: [\w-]{1,24}){1,3}))?
certification | compl | \bcompl(?:y|ies) with\b(?P<named>(?: [\w-]{1,24}){1,3})?
certification | confor | \bconforms? to\b(?P<named>(?: [\w-]{1,24}){1,3})?
certification | meet | \bmeets? (?P<named>(?:[\w-]{1,24} ){0,6})(?:standards?|regulations?|requirements?|norms?|iso|en|astm|specifications?)\b
certification | exceed | \bexceeds? (?P<named>(?:[\w-]{1,24} ){0,6})(?:standards?|regulations?|requirements?)\b
certification | pass | \bpass(?:ed|es)? (?P<named>[^.\n]{0,32})\b(?:tests?|inspections?|controls?|audits?|standards?)\b
certification | authentic | \bcertificate of(?P<named>(?: [\w-]{1,24}){1,3})|\b(authenticity)\b
certification | oeko | \b(?P<named>oeko-?tex)\b
certification | gots | \b(?P<named>gots)\b
certification | fsc | \b(?P<named>fsc)\b
certification | pefc | \b(?P<named>pefc)\b
certification | fda | \b(?P<named>fda)\b
certification | usda | \b(?P<named>usda)\b
certification | iso | \b(?P<named>iso)(?=[ -]?\d|[- ]cert)
certification | energy star | \b(?P<named>energy[- ]star)\b
certification | fair | \b(?P<named>fair[- ]?trade)\b
certification | rohs | \b(?P<named>rohs)\b
certification | tüv | \b(?P<named>tüv)\b
certification | tuv | \b(?P<named>tuv)\b
certification | fcc | \b(?P<named>fcc)\b
certification | ccc | \b(?P<named>ccc)\b
certification | sgs | \b(?P<named>sgs)\b
certification | halal | \b(?P<named>halal)\b
certification | kosher | \b(?P<named>kosher)\b
certification | grs | \b(?P<named>grs)\b
certification | rws | \b(?P<named>rws)\b
certification | bsci | \b(?P<named>bsci)\b
certification | bluesign | \b(?P<named>bluesign)\b
certification | leaping | \b(?P<named>leaping bunny)\b
certification | ecocert | \b(?P<named>ecocert)\b
certification | b corp | \b(?P<named>b[- ]corp)\b
certification | cradle | \b(?P<named>cradle[- ]to[- ]cradle)\b
certification | mil-std | \b(?P<named>mil-std)\b
certification | michelin | \b(?P<named>michelin)\b
certification | 认证 | (?P<named>[^，,。；;：:、！!？?\n]{0,16})认证
certification | 检测 | (?:通过|经|第三方|权威|机构|严格)(?P<named>[^，,。\n]{0,10})检测|检测合格
certification | 检验 | 检验(?:合格|检疫|报告)?
certification | 质检 | 质检
certification | 抽检 | 抽检
certification | 专利 | (专利)
certification | 证书 | (?P<named>[^，,。；;：:、！!？?\n]{0,16})证书
certification | 报告 | 检[测验]报告|质检报告
certification | 标准 | (?:符合|达到|通过|执行|高于|超过)(?P<named>[^，,。\n]{0,12})标准|(国家?标准|欧盟?标准|[国欧美]标)
certification | 级 | ((?:食品|医用|医疗|军工|军|母婴|航空|航天|实验室|酒店|五星|专业|宇航|工业|a类婴幼儿?)级)
certification | 临床 | (临床)
certification | 验证 | ((?:经|科学|实验室?)[^，,。\n]{0,6}验证)
certification | 权威 | (权威)
certification | 达标 | 达标
certification | 合格 | 合格证?
certification | 备案 | (备案)
certification | 批准 | (?P<named>[^，,。；;：:、！!？?\n]{0,16})批准
certification | 标志 | (?P<named>(?:绿色|有机|环境|地理)[^，,。\n]{0,4})标志
""")
_AWARDS: Final = table(r"""
award | award | (?:\b(?P<before>[\w-]{1,24}) )?\bawards?\b(?![- ]winning)(?: (?:for|from|by|of|in)(?P<named>(?: [\w-]{1,24}){1,3}))?|\baward[- ]winning\b|\bawarded\b
award | prize | \bprize\b|\bprizes\b|\bprize-winning\b
award | winn | \bwinn(?:er|ers|ing)\b
award | won | \bwon (?:the|an?|several|many|multiple|first|top|\w{1,24} (?:prize|award|medal))\b
award | medal | (?:\b(?P<before>[\w-]{1,24}) )?\bmedals?\b
award | voted | \bvoted\b
award | of the year | \bof the year\b
award | acclaim | \bacclaimed\b
award | nominat | \bnominat\w{1,24}
award | finalist | \bfinalists?\b
 | recommended by | \brecommended by\b
 | recommend | \b(?:doctors?|dentists?|experts?|chefs?|vets?|professionals|dermatologists?|therapists?|stylists?) (?:recommend|agree|love|prefer|trust|swear|choose)|\b(?:doctor|dentist|expert|chef|vet|dermatologist)[- ](?:recommended|approved|loved)
 | endorse | \bendorsed\b|\bendorsements?\b
 | as seen | \bas seen (?:on|in)\b
 | featured in | \bfeatured (?:in|on|by)\b
 | rated | \b(?:highly|top|best|well|[\w]+[- ]star)[- ]rated\b|\brated (?:by|best|top|excellent|(?:a )?(?:\w{1,24}|\d) stars?|\w{1,24} out of|\d)
 | star | \b(?:five|four|5|4\.\d)[- ]stars?\b
 | trusted by | \btrusted by\b|\bmost[- ]trusted\b
 | loved by | \bloved by\b
 | chosen by | \bchosen by\b|\bused by (?:professional|chef|expert|the|top|celebrit|athlete)
 | favourite | \b(?:favou?rite (?:of|among|with)|(?:customer|crowd|fan|editor'?s?|reader'?s?|family)[- ]favou?rites?)\b
 | favorite | \b(?:customer|crowd|fan|editor'?s?|reader'?s?|family)[- ]favou?rites?\b|\bfavou?rite (?:of|among|with)\b
 | celebrit | \bcelebrit(?:y|ies)\b
 | reviews | \breviews\b
award | 奖 | (?P<named>[^，,。；;：:、！!？?\n]{0,12})奖
award | 获 | (?:荣获|屡获|曾获|获得|斩获)(?P<named>[^，,。；;：:、！!？?\n]{0,12})
award | 冠军 | (冠军)
award | 金牌 | (金牌)
 | 推荐 | (?:专家|医生|医师|设计师|达人|明星|媒体|央视|博主|店长|妈妈|厨师|大厨|编辑|权威|用户|官方|力荐|教练|老师)[^，,。\n]{0,4}推荐|强烈推荐|诚意推荐
 | 专家 | 专家
 | 明星 | 明星
 | 央视 | 央视
 | 好评 | 好评
 | 口碑 | 口碑
 | 网红 | 网红
 | 热销 | 热销
 | 畅销 | 畅销
 | 爆款 | 爆款
 | 大师 | 大师(?:设计|作品|之作|手作|监制)
 | 信赖 | 信赖
 | 代言 | 代言
 | 御用 | 御用
 | 特供 | 特供
 | 评选 | 评选
 | 入选 | 入选
 | 五星 | 五星
""")
_NO_EST: Final = (
    "rest|forest|chest|harvest|interest|honest|modest|guest|test|nest|west|vest|digest|invest|request|suggest|contest|protest"
    "|arrest|zest|quest|crest|pest|midwest|southwest|northwest|everest|fest|attest|manifest|earnest|tempest|conquest|west"
    "|rainforest|backrest|headrest|armrest|footrest|dishonest|unrest|dearest|amethyst|latest|budapest|wrest|jest|lest|est"
)
_COMPARISONS: Final = table(rf"""
 | than | \b(?!rather\b|other\b)(?:more|less|better|fewer|worse|\w{{2,14}}er)(?: (?!\w{{1,24}}er\b|more\b|less\b|better\b)[\w-]{{1,24}}){{0,5}} than\b
 | s more | \b(?:is|looks|feels|holds|carries|fits|takes|keeps|stores|serves|lasts|does) (?:even )?more\b(?! than| of)
 | s less | \b(?:is|looks|feels|weighs|takes|costs|uses|needs) (?:even )?less\b(?! than| of)
 | re more | \bare (?:even )?more\b(?! than| of)
 | re less | \bare (?:even )?less\b(?! than| of)
 | the | \bthe (?:world's |very |market's |industry's |single )?(?!(?:{_NO_EST})\b)(?:best|most|least|\w{{3,12}}est)\b(?! of the)
 | of its | \b(?:of its (?:kind|class|type|size)|in its (?:class|category|price range))\b
 | 's | \b(?:world|market|industry|nation|country|europe|britain|america|china)'s (?:\w{{1,24}}est|first|most|best|leading|favou?rite|number)\b
 | best | \bbest(?:[- ](?:sell(?:er|ers|ing)|in|quality|value|ever|choice|on the|of)|s\b)
 | bestsell | \bbestsell(?:er|ers|ing)\b
 | leading | \b(?:industry|market|world|class|category)[- ]leading\b|\bthe leading\b|\bleading (?:brand|maker|choice)
 | top | \btop[- ](?:selling|quality|of the (?:range|line)|notch|tier|ranked|choice)\b
 | world | \bworld[- ](?:class|first|beating|famous|renowned)\b
 | number one | \bnumber[- ]one\b
 | no. 1 | \bno\. ?1\b
 | no 1 | \bno 1\b
 | #1 | #1\b
 | rival | \b(?:un)?rival(?:s|led|ed)\b
 | unmatched | \bunmatched\b
 | unbeat | \bunbeat(?:able|en)\b
 | unparallel | \bunparalleled\b
 | incomparable | \bincomparable\b
 | outperform | \bout(?:perform|last|shine|class)(?:s|es|ed|ing)?\b
 | outlast | \boutlasts?\b
 | surpass | \bsurpass(?:es|ed|ing)?\b
 | second to none | \bsecond to none\b
 | like no other | \blike no other\b
 | unlike | \bunlike (?:other|any|most|ordinary|regular|conventional|traditional|cheap|many)\b
 | other | \b(?:any|all|most|many) other (?:brand|model|product|\w{{1,24}}s)?\b|\bother (?:brands?|models|makers)\b
 | competi | \bcompet(?:ition|itors?|ing (?:brands?|models?|products?))\b
 | compared | \bcompared (?:to|with)\b
 | twice | \b(?:twice|three times|ten times|half) (?:as|the|more)\b
 | times | \b\w{{1,24}} times (?:as|more|less|longer|faster|stronger|lighter|better)\b
 | superior | \bsuperior\b
 | ordinary | \b(?:ordinary|conventional|competing|lesser|inferior) (?:models?|ones|products?|brands?|versions?|\w{{1,24}}s)\b
 | only one | \b(?:the only (?:one|\w{{1,24}} (?:that|with|to|in))|one of a kind)\b
 | first of | \bfirst of its\b
 | go-to | \bgo-to\b
 | unique | \bunique(?:ly)?\b
 | exclusive | \bexclusive(?:ly)?\b
 | ultimate | \bultimate\b
 | perfect | \bperfect(?:ly)?\b
 | flagship | \bflagship\b
 | improved | \bimproved\b
 | upgraded | \bupgraded\b
 | quality | \b(?:salon|studio|hotel|spa|restaurant|gym|showroom|caf[eé]|barista|cinema|museum|professional|commercial)[- ]quality\b
price_range | high-end | \bhigh-end\b
price_range | mid | \bmid-?range\b
price_range | entry-level | \bentry-level\b
price_range | budget | \bbudget\b
price_range | afford | \baffordab(?:le|ly|ility)\b
price_range | expensive | \b(?:in)?expensive(?:ly)?\b
price_range | cheap | \bcheap(?:er|est|ly)?\b
price_range | for money | \bvalue for money\b
price_range | priced | \b(?:moderately|reasonably|competitively|attractively|modestly|keenly|fairly|low|well)[- ]priced\b
 | 比 | (?<![卢对])比(?!索)[^，,。\n]{{1,14}}(?:更|还|要|强|好|轻|耐|省)
 | 更 | 更[^，,。\n]{{1,4}}(?:于|过)
 | 优于 | 优于
 | 胜 | 胜[过于]|更胜|完胜
 | 超越 | 超越
 | 远超 | 远超
 | 超过 | 超过(?:同|其他|普通|一般|竞)
 | 领先 | 领先|领导者|引领
 | 第一 | 第一(?!次|步|口|时间|杯|天|眼|件|块|层|页|位小)
 | 首创 | 首创
 | 首个 | 首[个款发家]
 | 首款 | 首款
 | 首选 | 首选
 | 唯一 | 唯一|独一无二
 | 独一 | 独一无二
 | 独家 | 独家
 | 独创 | 独创
 | 同类 | 同类
 | 同行 | 同行业?(?:中|内|里)
 | 最 | 最(?!近|后|终|初|多可|低可|高可|大可|长可|低至|高至|大至|低温|高温|大承|低转|高转|[高低大小长短多少]\w{{0,3}} ?-?\d)[^，,。\n]{{1,2}}
 | 不输 | 不输
 | 媲美 | 媲美
 | 堪比 | 堪比
 | 不亚于 | 不亚于
 | 销量 | 销量
 | 业内 | 业[内界]
 | 业界 | 业界
 | 行业 | 行业
 | 全网 | 全网
 | 史上 | 史上
 | 顶级 | 顶[级尖流]
 | 极致 | 极致
 | 一流 | 一流
 | 旗舰 | 旗舰(?!店)
price_range | 高端 | 高端
price_range | 平价 | 平价
price_range | 实惠 | 实惠
price_range | 性价比 | 性价比
price_range | 物美价廉 | 物美价廉
 | 无与伦比 | 无与伦比
 | 无可比拟 | 无可比拟
 | 其他品牌 | 其[他它](?:品牌|产品|款|同)
 | 普通 | 普通(?:款|产品|型|的?同|品牌|材|\w{{1,3}}更)
 | 传统 | 传统[^，,。\n]{{1,6}}(?:更|不)
 | 市面 | 市[面场]上
 | 大牌 | 大牌
 | 完美 | 完美
""")
TABLES: Final = {"certificate": _CERTIFICATES, "award": _AWARDS, "comparison": _COMPARISONS}
_MOST: Final = "est"
_DOUBLED: Final = re.compile(r"([a-z])\1\Z")
CERTIFICATES: Final = spelled(_CERTIFICATES)
AWARDS: Final = spelled(_AWARDS)
COMPARISONS: Final = spelled(_COMPARISONS)
CERTIFICATES_NEEDLES: Final = needles(_CERTIFICATES)
AWARDS_NEEDLES: Final = needles(_AWARDS)
COMPARISONS_NEEDLES: Final = needles(_COMPARISONS)


def certificates(reading: Reading) -> Iterator[str]:
    """Certificates, approvals, tests, grades and patents that no fact has."""
    return claimed(_CERTIFICATES, reading)


def awards(reading: Reading) -> Iterator[str]:
    """Prizes, votes, and who is said to love it."""
    return claimed(_AWARDS, reading)


def comparisons(reading: Reading) -> Iterator[str]:
    """Better, best, first, unlike others; what it costs beside others."""
    return (span for span in claimed(_COMPARISONS, reading) if not _is_a_name(span, reading))


def _is_a_name(span: str, reading: Reading) -> bool:
    """Whether the product or its maker only happens to be called so: "the Roadnest"."""
    word = span.rpartition(" ")[2]
    lower = word.lower()
    if not (lower.endswith(_MOST) and word[:1].isupper()):
        return False
    root = lower.removesuffix(_MOST)
    forms = {root, f"{root}e", f"{root[:-1]}y" if root.endswith("i") else root, _DOUBLED.sub(r"\1", root)}
    named = f"{reading.named.get('name', '')} {reading.named.get('brand', '')}"
    return word in named.split() and LEXICON.isdisjoint(forms)
