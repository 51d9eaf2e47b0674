"""What shows of a machine: placeholders, refusals, chatter, and the prompt itself."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.barred.phrases import phrases

LEAKS: Final = phrases(r"""
<          | <[|/]{0,2}[a-z_][\w /|-]{0,40}>
{          | [$%]?\{{1,2}[ ]?[\w. -]{1,40}\}
[          | \[ ?/?(?:task|insert|your|brand|product|name|title|value|colou?r|size|material|feature|company|price|number|placeholder|description|text|fact|link|image|unk|mask|pad|inst|item|keyword)\b[^\]\n]{0,40}\]
[          | [\[【<{(](?:品牌|商品|产品|型号|颜色|材质|尺寸|价格|名称|品名|填写|待定|待填|此处|请输入|请填写|插入)[^\]】>})\n]{0,8}[\]】>})]
【         | 【(?:品牌|商品|产品)?(?:名称?|型号|颜色|材质|尺寸|价格|填写|待定|待填|此处|请输入|请填写|插入)[^】\n]{0,8}】
%(         | %\(\w{1,40}\)[sd]
%s         | (?<!\d)%s\b
ipsum      | \blorem ipsum\b
xxx        | \bx{3,40}(?![a-z])
___        | _{3,40}
???        | \?{3,40}
tbd        | \btb[da]\b
tba        | \btba\b
undefined  | \bundefined\b
[object    | \[object object\]
nan        | \bnan\b(?! bread)
null       | \bnull\b
â€         | â€.?
ã©         | ã[©¨]
锟斤       | 锟斤拷?
待补充     | 待补充
待填       | 待填写?
as a       | \bas an? (?:(?:large |ai |helpful )*(?:language|ai) (?:model|assistant)|ai\b(?![ -][a-z]))
i am an    | \bi am an? (?:ai|large|language|helpful|virtual)\b
i'm an     | \bi'm an? (?:ai|large|language|helpful|virtual)\b
i ca       | \bi (?:cannot|can't|can not) (?:fulfil|assist|help|comply|provide|create|generate|write|answer|process|do that|complete|continue|produce|discuss|access|verify)
i could    | \bi could not (?:find|fulfil|generate|provide)
unable to  | \b(?:i am|i'm|we are|am) unable to\b
unable to  | \bunable to (?:fulfil|assist|comply|generate|process|complete)
sorry      | \bsorry[,.!]? (?:but )?(?:i|as an|this|that|the request)\b
apologi    | \bi apologi[sz]e\b
fulfil     | \b(?:cannot|can't|not able to) fulfill? (?:this|that|your|the)
policy     | \b(?:openai|usage|use case|content) polic(?:y|ies)\b
training   | \bmy training data\b
cutoff     | \bknowledge cut-?off\b
here       | \bhere(?:'s| is| are) (?:a|an|the|your|my|some|one)\b[^.\n]{0,40}\b(?:description|title|bullets?|bullet points|copy|text|draft|version|paragraph|response)\b
sure       | \bsure[,!.] (?:here|i)\b
certainly  | \bcertainly[,!.] (?:here|i)\b
of course  | \bof course[,!.] (?:here|i)\b
i hope     | \bi hope (?:this|that|it) (?:helps|meets)
let me     | \blet me know if\b
ignore     | \bignore (?:all |any |the |your )*(?:previous|prior|above|earlier|preceding)\b(?= ?(?:instruct|prompt|messag|rule|text|direct|command|context|guide)|[.,;:!]|$)
disregard  | \bdisregard (?:all |any |the |your )*(?:previous|prior|above|earlier|instructions)\b
system     | \bsystem (?:prompt|message)\b
system:    | ^ ?system:
assistant: | \bassistant:
user:      | ^ ?user:
instruct   | \b(?:previous|these|following|above) instructions\b
instruct   | ^#{0,6} ?instructions?:
facts:     | ^#{0,6} ?(?:product )?facts:
you are a  | ^you are an? (?:ai|helpful|assistant|copywriter|expert|editor|writer|language)
作为       | 作为(?:一个|一名|一位)?(?:ai|人工智能|大?语言模型)(?:语言模型|大模型|模型|助手|助理|程序)?(?=[，,、。我]|$)
作为       | 作为(?:一个|一名|一位)?(?:大型?)?语言模型
抱歉       | 抱歉[，,。！! ]{0,2}(?:我|但|作为|无法|不能|这|该|您|您的)
对不起     | 对不起[，,。！! ]{0,2}(?:我|但|作为|无法|不能|这|该|您)
很遗憾     | 很遗憾[，,。！! ]{0,2}(?:我|但|无法|不能|这|该)
我         | 我(?:无法|不能|没办法|没有办法|不可以)(?:为您|为你|帮您|帮你)?(?:满足|提供|完成|协助|回答|生成|帮助|处理|继续|访问|执行|撰写|写|创作|遵守|确认)
无法       | 无法(?:满足|完成|处理|回应|生成)(?:您|你|该|此|这)?的?(?:请求|要求|任务|内容|文案|描述)
以下       | 以下(?:是|为)(?:我)?(?:为|根据|一[段份个篇条]|关于|该?产品|该?商品|商品|生成|撰写|您)
以上       | 以上(?:是|为)(?:我|为您|根据|该?产品|该?商品|文案)
好的       | ^好的[，,！!。]
当然       | ^当然[，,！!。 ]{0,2}(?:可以|以下|这|我)
希望       | 希望(?:这|以上|对您|对你|能帮)[^。\n]{0,8}帮助
根据       | 根据(?:您|你|以上|上述|给定|所给)(?:所)?(?:提供|给出)?的?(?:事实|信息|要求|资料|内容)
请提供     | 请提供(?:更多|商品|产品|具体|详细)
忽略       | 忽略(?:之前|以上|上述|先前|前面|上面|所有)
无视       | 无视(?:之前|以上|上述|先前|前面|上面|所有)
系统提示   | 系统提示[词语]
提示词     | 提示词[：:]
指令       | (?:之前|以上|上述|上面|如下|以下)的?(?:所有)?指令
事实：     | ^(?:商品|产品)?事实：
事实:      | ^(?:商品|产品)?事实:
你是一     | ^你是一[个名位][^。\n]{0,10}(?:助手|文案|编辑|模型|写手|专家)
""")
