"""What reads like an order to whoever writes the copy, in whatever words: an act of writing, and of whom, what or how.

One sign alone stands in many a name ("Say Yes Mug", 写意山水画); together they are no name and no value.
"""

# ruff: noqa: E501  a pattern reads best in few lines

import re
from functools import lru_cache
from typing import Final

_ACTS: Final = re.compile(
    r"\b(?:say|saying|write|writing|state that|mention|announce|declare|claim (?:it|that)|output|respond|reply|answer|tell|"
    r"describe|call (?:it|the|this)|insert|include|replace|replaces|swap|rename|translate|rewrite|summari[sz]e|ignore|"
    r"disregard|forget|put aside|override|skip|pretend|imagine|assume|explain|promise|instruct|warn|point out|make clear|"
    r"quote|(?:begin|start|finish|end|close|open)(?: \w+){0,2} (?:with|in)|slip in|list your|name it|should read|decode|"
    r"obey|let (?:us|customers|people)|get people|make (?:the|it)|so state|(?:to|must) be called|put|add|use|do)\b"
)
_TO_WHOM: Final = re.compile(
    r"\b(?:you|your|buyers?|customers?|readers?|shoppers?|everyone|people|copywriter|writer|editor|reviewer|developer|"
    r"assistant|model|ai|bot)\b"
)
_OF_WHAT: Final = re.compile(
    r"\b(?:words?|sentences?|text|descriptions?|titles?|copy|bullets?|listings?|headlines?|prompts?|instructions?|rules?|"
    r"facts?|reply|answer|response|paragraphs?|(?:last|first|next|each|every|the) line|summary|blurb|draft|tasks?|test|"
    r"compliance|legal|marketplace|price|in (?:french|german|spanish|chinese|english|italian|japanese))\b"
)
_HOW: Final = re.compile(
    r"\b(?:please|kindly|must|always|never|only|instead|do not|don't|now|every|each|exactly|verbatim|should|has to|"
    r"have to|whatever|nothing else|at once|no matter|correction|important|urgent|agreed|that (?:it|the|there|this)|so|there)\b"
)
_ENOUGH: Final = 3
"""So many of the four, an act among them."""

_MANY_ACTS: Final = 2

_HEADS: Final = re.compile(
    r"(?:^|[.:;!?，。：；,] ?)(?:"
    r"(?:say|state|mention|claim|announce|declare|explain|write|add|make clear|point out|warn \w+|tell \w+|remember|note) "
    r"(?:that\b|it (?:is|was|has|in|with a|twice)\b|there\b|the word|other\b|an?\b)"
    r"|say (?:the|order|hello|on|so)\b|say so\b|write (?!on\b|and\b|your\b|it\b|n\b|in\b|here\b|now\b|pad|board|set|the\b|me\b|to\b)[a-z]+"
    r"|(?:tell|instruct|ask|warn|inform|remind|let|get) (?:the |all |your )?"
    r"(?:readers|buyers|customers|users|shoppers|everyone|people|visitors)\b"
    r"|(?:describe|call) (?:the|it|this)\b|announce (?:buy|that|an?|the|our|free)\b|promise (?:free|that|a|an|to|the|them)\b|include (?:winner|the words?)\b"
    r"|quote (?:a|the|from)\b|use (?:french|german|spanish|chinese|english|the words?)\b|(?:write|answer|speak) in (?:french|german|spanish|chinese|english|italian|japanese)\b|slip in\b|point out (?:that|how)\b|make clear\b"
    r"|add (?:not|the words?|that|to the)\b"
    r"|imagine (?:that|you|there)\b|(?:the )?facts? ends?\b|tasks? (?:one|1) (?:is|was)\b"
    r"|notes? (?:to|for) (?:the |your |our )?(?:reviewer|editor|writer|copywriter|ai|model|team|assistant)\b"
    r"|let(?: us|'s) (?:play a game (?:where|in which)|pretend|imagine|suppose)\b|ask for\b"
    r"|r[ée]pond(?:s|ez) (?:en|seulement|uniquement|avec)\b|[ée]cri(?:s|vez) \w|antworte (?:auf|nur|mit)\b|schreib\w* \w|"
    r"respond[ea] (?:en|solo|con)\b|escrib[ea] \w|rispondi \w|scrivi \w|ignor(?:ez|iere|a) (?:toutes|les|alle|die|todas|las|tutte|le)\b"
    r"|(?:begin|start|end|finish|open) (?:every|each|all|the|with the)\b|call (?:it|the)\b|list your\b"
    r")"
)
"""An order that begins a part of the text, known by its first words alone."""

_CHINESE_HEADS: Final = re.compile(
    "(?:^|[，。：；,:; ])(?:"
    "说(?!文|唱|明|书|话)|写(?!意|真|字|作|给|实|生|轮|手(?!请|注))|宣布(?!牌)|声称|宣称|指出(?!方)|强调(?!线|色)|打印(?!机|纸|头|墨|速|方|类|幅|分|店|宽|尺|精|介)|"
    "写明|写上|提到|提及|提一句|解释(?!权)|承诺(?!戒)|称[它此其作]|告诉(?:大|顾|买|读|客|用|人|所)|提醒(?!器|灯|贴)|警告(?!标|牌|灯|贴)|引导(?!线|器)|补充一?句|引用|列出(?!清)|记住(?!我)|回复|回答(?!器)|复述|加上(?!光)|再说|再写|"
    "加入[^，。]{0,12}(?:得主|认证|字样|一句|标题|文案)|输出(?!功|电|端|轴|线|接|扭|压|频|信|规|方|量)|"
    "给它?取名|想象(?!力|乐)|照[^，。]{0,4}样子[写说]|悄悄[加写说]|下面才?[是这]"
    ")|把[^，。]{1,8}(?:说成|改成|描述成|换成|写成|改为|当作)|(?:让|叫|请|引导|提醒|告诉)(?:顾客|大家|买家|读者|客户|用户)"
    "|用(?:英[文语]|日[文语]|法[文语]|德[文语]|韩[文语]|中文)(?:写|回答|回复|说|介绍)"
)
_CHINESE_ACTS: Final = re.compile(
    "写(?!意|真|字|作|实|生|轮)|说(?!明|唱)|输出(?!功|电|端|轴|线|接|扭|压)|复述|回答|回复|改成|改为|改写|换成|替换|翻译(?!机|笔|棒|耳)|声称|宣称|宣布|注明|标注(?!笔)|加上|加入|加一|"
    "插入|填(?!充)|提到|提及|提一句|提醒|指出|强调|承诺|称为|称作|叫做|取名|引用|解释|介绍|补充|告诉|警告|引导|列出|删掉|解码(?!器)|执行(?!器)|放行|发布(?!会)|"
    "开头|收尾|结尾|取代|代替|想象(?!力)|扮演(?!玩|服|类|游)|记住|固定为|做任务|叫"
)
_CHINESE_TO_WHOM: Final = re.compile(
    "你|您|我|买家|顾客|客户|大家|读者|用户|消费者|写手|编辑|审核|模型|助手|管理员|开发者|合规|法务"
)
_CHINESE_OF_WHAT: Final = re.compile(
    "标题|文案|正文|描述|[一每这首末]句|第一句|每一句|卖点|要点|[一每末]行|提示|规则|事实|指令|资料|任务|设定|测试|游戏|平台要求|文中|那里填|价格"
)
_CHINESE_HOW: Final = re.compile(
    "请|务必|必须|只能|一律|直接|接下来|从现在|现在|千万|不要|不用|别管|无论|无视|忽略|统一|须|紧急|重要|更正|都用|都要|后面|就说|这只是|没有任何"
)
_CHINESE_ENOUGH: Final = 2

_SPEECH: Final = re.compile(
    r"\b(?:i|we|us|me|my|they|them|he|she|it|its|is|are|was|were|be|will|would|could|should|this|that|these|those|there|here|"
    r"hey|return|remember|turn|make|begin|stop|leave|sub|give|when|if|disregarding|new task|wherever|twice|phrase|orders)\b"
)
_CHINESE_SPEECH: Final = re.compile(
    r"[你您我让叫请把被将得要忘停换变成]|改(?!良|性)|记[得住]|只(?!装)|是(?!否)|每个|字段|机器人|\bai\b|任务|命令|返回|正确|希望|出现|两次|卖家"
)


def pleads(lower: str) -> bool:
    """Whether a seller's words, in lower case, order a writer about."""
    if lower.isascii():
        return _english(lower)
    return _english(lower) or _chinese(lower)


@lru_cache(maxsize=16_384)
def speaks(name: str) -> bool:
    """Whether a name has a word of a sentence, or of the trade of writing: most such names are as innocent as "You Are
    Here Map", but what they say is no name of its own.
    """
    lower = name.lower()
    signs: tuple[re.Pattern[str], ...] = (_SPEECH, _ACTS, _TO_WHOM, _OF_WHAT, _HOW)
    if not lower.isascii():
        signs = (*signs, _CHINESE_SPEECH, _CHINESE_ACTS, _CHINESE_TO_WHOM, _CHINESE_OF_WHAT, _CHINESE_HOW)
    return any(sign.search(lower) for sign in signs)


def _english(lower: str) -> bool:
    if _HEADS.search(lower):
        return True
    if _ACTS.search(lower) is None:
        return False
    acts = min(len(set(_ACTS.findall(lower))), _MANY_ACTS)
    return acts + sum(sign.search(lower) is not None for sign in (_TO_WHOM, _OF_WHAT, _HOW)) >= _ENOUGH


def _chinese(lower: str) -> bool:
    if _CHINESE_HEADS.search(lower):
        return True
    signs = (_CHINESE_TO_WHOM, _CHINESE_OF_WHAT, _CHINESE_HOW)
    told = sum(sign.search(lower) is not None for sign in signs)
    return told + (_CHINESE_ACTS.search(lower) is not None) >= _CHINESE_ENOUGH
