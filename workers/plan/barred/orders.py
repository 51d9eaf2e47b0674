"""What gives orders to a machine, or speaks of its prompt: it came from an attack, whoever calls it a fact."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.barred.phrases import phrases

ORDERS: Final = phrases(r"""
ignor      | \b(?:ignor(?:e|es|ing)|disregard(?:ing)?) (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|facts?|guidelines?|orders?|directions?|text|context|messages?|commands?|polic(?:y|ies)|limits?|filters?|everything|above|previous|prior)\b
disregard  | \bdisregard(?:ing)? (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|facts?|guidelines?|text|context|above|previous|prior)\b
forget     | \bforget (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|facts?|guidelines?|everything|above|previous|told|said)\b
system     | \bsystem ?(?:prompt|message|instructions?|override|note|update|role|command)\b|\b(?:the |your )system prompt\b|(?:^|[.\s])system ?:
assistant  | \bassistant ?:|\bas (?:an?|the|your) (?:\w{1,24} )?assistant\b|\b(?:ai|helpful|virtual|digital) assistants?\b
user       | (?:^|[.\s])user ?:
developer  | \bdeveloper (?:mode|message|note|override|prompt)\b|\bdeveloper ?:
jailbr     | \bjailbr\w{1,24}
prompt     | \b(?:prompt injection|prompts? (?:above|below|verbatim)|(?:your|initial|hidden|original|entire|full|this|the) prompt)\b
respond    | \b(?:respond|reply|answer) (?:only|with|exactly|in|as|to this|using)\b
print      | \bprint (?:exactly|only|the word|your|verbatim)\b
repeat     | \brepeat (?:after me|the word|this|everything|verbatim|back|the (?:above|prompt|text|phrase))\b
reveal     | \breveal (?:your|the|all|hidden|secret)\b
leak       | \bleak (?:the|your|all)\b
you are    | \byou are (?:now|no longer|an? (?:ai|bot|assistant|\w{1,20} (?:ai|bot|model|assistant|writer))|free of|the (?:ai|model|assistant|writer|editor))\b
from now   | \bfrom now on\b
pretend    | \bpretend (?:to be|that|you)\b
role       | \b(?:role-?play|new role|your role|in the role of)\b
translate  | \b(?:translate|rewrite|summari[sz]e|paraphrase) (?:the |this |all |everything|above|into|your|it)\b
switch to  | \bswitch (?:to|into) (?:\w{1,24} )?(?:language|french|german|spanish|chinese|english|mode)\b
do not     | \bdo not (?:follow|obey|write|mention|use|edit|apply|describe|tell|publish|listen)\b
must       | \byou must\b
urgent     | \b(?:urgent|attention|important|notice|warning)(?: ?:| to (?:the )?(?:ai|model|editor|writer|assistant|llm))
model      | \b(?:language|ai|ml) models?\b|\bdear (?:ai|model|llm|editor|assistant|writer)\b
llm        | \bllms?\b
gpt        | \b(?:chat)?gpt\b
token      | \b(?:canary|secret|magic|activation) (?:token|word|code|phrase|string)s?\b
base64     | \b(?:base64|rot13|hex)[ -]?(?:decode|encoded?|string)?\b
decode     | \bdecode (?:this|the|and|it)\b
pack":     | "?pack"? ?: ?"?compact
compact/1  | \bcompact/\d
attempt    | "attempt" ?:|\battempt ?= ?\d
brief":    | "brief" ?:
","        | \w ?" ?, ?"|" ?\)? ?, ?\(?"\w
":         | "[a-z_]{1,40}" ?:
facts":    | "?facts"? ?: ?\[
clauses    | "clauses" ?:
</         | </?(?:facts?|brief|data|system|user|assistant|instructions?|prompt|seller)>
<<sys      | <<?/?sys
###        | #{2,6} ?(?:system|instruction|user|assistant|new|end|facts?)
---        | -{3,40}
===        | ={3,40}
once upon  | \bonce upon a time\b
hello      | \bhello,? (?:world|there|friend|reader|everyone|all)\b
begin      | \b(?:begin|start|end) (?:of )?(?:new )?(?:prompt|instructions?|system|output|admin|override|message)\b
rm -       | \brm -rf?\b|\bcurl \S|\bsudo\b
drop       | \bdrop table\b|\bunion select\b|\bor 1 ?= ?1\b
${         | \$\{[^}\n]{0,40}\}?
忽略       | (?:忽略|无视|忘记|忘掉|跳过|绕过|覆盖|不要理会|不用管|抛开)[^，,。\n]{0,8}(?:指令|提示|规则|要求|设定|内容|文字|事实|限制|上文|前文|之前|以上|审核|编辑|过滤)
无视       | 无视[^，,。\n]{0,8}(?:指令|提示|规则|要求|设定|内容|事实|限制|上文|之前|以上|审核)
忘         | 忘[记掉]?(?:你|之前|以上|所有|前面|刚才)
绕过       | 绕过
系统       | (?<!操作)系统(?:提示|消息|指令|通知|：|:|管理|更新|命令|角色)
助手       | (?:智能|ai|人工智能|语音)?助手[：:]|(?:作为|你是|扮演)[^，,。\n]{0,8}助手
用户       | ^用户[：:]|。用户[：:]
越狱       | 越狱
提示词     | 提示词|提示语
指令       | 指令(?![集键器])
请输出     | (?:请|必须|只|直接|仅|要)?(?:输出|打印|复述|重复|回复|回答)(?:以下|如下|：|:|“|"|这|原文|上述|全部|一句|暗号|密码|口令|单词|你|为|[a-z])
回复       | (?:只|请|必须|仅)?(?:回复|回答)(?:：|:|“|我|用户|以下|为)
告诉       | 告诉(?:买家|顾客|用户|大家|读者|所有人|客户)
你现在     | 你(?:现在|不再|必须|需要|应该|要|将|的(?:任务|角色|身份|指令|规则|设定|系统))
从现在     | 从现在(?:开始|起)
扮演       | (?<!角色)扮演(?!玩|服|类|游)|假装|充当
翻译       | (?:翻译|改写|总结)(?:成|为|以上|以下|上述|全文|这段)
泄露       | 泄[露漏]|公开你
模型       | (?:语言|大)模型|模型[：:，]|致模型
不要       | (?:不要|别)(?:遵守|遵循|提及|描述|写|编辑|审核|使用事实|理会)
价格改     | 价格(?:改|设|调|变)为
解码       | 解码(?!器|芯|能|格)
overrid | \boverrid\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
bypass | \bbypass\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
disabl | \bdisabl\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
skip | \bskip\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
evad | \bevad\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
circumvent | \bcircumvent\w* (?:\w{1,24} ){0,4}(?:instructions?|prompts?|rules?|guidelines?|safety|filters?|editor|checks?|polic(?:y|ies)|gate)\b
safety | \bsafety (?:checks?|filters?|rules?)\b
admin | \badmin (?:mode|access|override|command|privileges)\b
root | \broot (?:mode|access|override|command|privileges)\b
god | \bgod (?:mode|access|override|command|privileges)\b
sudo | \bsudo (?:mode|access|override|command|privileges)\b
debug | \bdebug (?:mode|access|override|command|privileges)\b
maintenance | \bmaintenance (?:mode|access|override|command|privileges)\b
dan | \bdan (?:mode|access|override|command|privileges)\b
jailbreak | \bjailbreak (?:mode|access|override|command|privileges)\b
developer | \bdeveloper (?:mode|access|override|command|privileges)\b
unrestricted | \bunrestricted (?:mode|access|override|command|privileges)\b
override | \boverride (?:mode|access|override|command|privileges)\b
say | \bsay (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) say \w{1,24}|(?:^|[.:;!?] ?)say [\w ]{1,30} (?:instead|in every|verbatim)\b
write | \bwrite (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) write \w{1,24}|(?:^|[.:;!?] ?)write [\w ]{1,30} (?:instead|in every|verbatim)\b
state | \bstate (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) state \w{1,24}|(?:^|[.:;!?] ?)state [\w ]{1,30} (?:instead|in every|verbatim)\b
claim | \bclaim (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) claim \w{1,24}|(?:^|[.:;!?] ?)claim [\w ]{1,30} (?:instead|in every|verbatim)\b
mention | \bmention (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) mention \w{1,24}|(?:^|[.:;!?] ?)mention [\w ]{1,30} (?:instead|in every|verbatim)\b
announce | \bannounce (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) announce \w{1,24}|(?:^|[.:;!?] ?)announce [\w ]{1,30} (?:instead|in every|verbatim)\b
declare | \bdeclare (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) declare \w{1,24}|(?:^|[.:;!?] ?)declare [\w ]{1,30} (?:instead|in every|verbatim)\b
insert | \binsert (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) insert \w{1,24}|(?:^|[.:;!?] ?)insert [\w ]{1,30} (?:instead|in every|verbatim)\b
append | \bappend (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) append \w{1,24}|(?:^|[.:;!?] ?)append [\w ]{1,30} (?:instead|in every|verbatim)\b
include | \binclude (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) include \w{1,24}|(?:^|[.:;!?] ?)include [\w ]{1,30} (?:instead|in every|verbatim)\b
publish | \bpublish (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) publish \w{1,24}|(?:^|[.:;!?] ?)publish [\w ]{1,30} (?:instead|in every|verbatim)\b
praise | \bpraise (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) praise \w{1,24}|(?:^|[.:;!?] ?)praise [\w ]{1,30} (?:instead|in every|verbatim)\b
print | \bprint (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) print \w{1,24}|(?:^|[.:;!?] ?)print [\w ]{1,30} (?:instead|in every|verbatim)\b
output | \boutput (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) output \w{1,24}|(?:^|[.:;!?] ?)output [\w ]{1,30} (?:instead|in every|verbatim)\b
repeat | \brepeat (?:exactly|only|that|the (?:word|phrase|code|token|text|sentence|line)|this|instead|it in|nothing but)\b|\b(?:please|must|rules?,|instructions,?) repeat \w{1,24}|(?:^|[.:;!?] ?)repeat [\w ]{1,30} (?:instead|in every|verbatim)\b
instead | \b(?:write|mention|publish|say|print|praise|use) \w{1,24} instead\b
tell | \btell (?:the |all |your )?(?:readers?|buyers?|customers?|users?|shoppers?|everyone|people|women|men)\b
insert | \binsert \w{1,24} here\b
price to | \bprice (?:to|at) \d|\b(?:set|change|make|reduce|lower) (?:the |its |your )?price\b
act as | \bact as (?:an?|if|the|my)\b|(?:^|[.,:;!] ?|\ban? |\bplease |\bnow )act as\b
stop | \bstop (?:describing|writing|following|using)\b
eval | \beval ?\(
exec | \bexec ?\(
alert | \balert ?\(
print | \bprint ?\(
console | \bconsole\.\w+ ?\(
fetch | \bfetch ?\(
import | \bimport ?\(
system | \bsystem ?\(
require | \brequire ?\(
instruct | \b(?:new|my|your|hidden|initial|original|real|actual|following|updated|secret|these|important|special|previous|prior|earlier) instructions?\b|\binstructions? ?:|\binstructions? (?:above|below|override|end|begin)\b
end of | \bend of (?:the )?(?:facts|instructions?|prompt|data|document|input|brief)\b
inst | [\[(]/?inst[\])]|\binst\)
im | \bim[ _|](?:start|end)\b
开发者 | 开发者(?:模式|消息|指令)
管理员 | 管理员
超级权限 | 超级权限
暗号 | 暗号
口令 | 口令
密钥 | 密钥
请 | 请(?:写|说|声称|宣称|加上|加入|注明|插入|改为|强调|提到|执行|直接|务必)|请用[^，,。\n]{0,4}[语文]
务必 | (?:必须|务必|一定要|你要|你应)(?:写|说|声称|宣称|告诉|加上|加入|注明|插入|使用|强调|提到)
""")
