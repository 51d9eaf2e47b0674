"""Countries and languages."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

PLACES: Final[dict[str, Word]] = words("""
cn | China | 中国 | china; prc; p.r.c.; mainland china; made in china; 中国大陆
hk | Hong Kong | 中国香港 | hong kong; 香港
tw | Taiwan | 中国台湾 | taiwan; 台湾
jp | Japan | 日本 | japan
kr | South Korea | 韩国 | south korea; korea; republic of korea
in | India | 印度 | india
pk | Pakistan | 巴基斯坦 | pakistan
bd | Bangladesh | 孟加拉国 | bangladesh; 孟加拉
lk | Sri Lanka | 斯里兰卡 | sri lanka
np | Nepal | 尼泊尔 | nepal
th | Thailand | 泰国 | thailand
vn | Vietnam | 越南 | vietnam; viet nam
kh | Cambodia | 柬埔寨 | cambodia
my | Malaysia | 马来西亚 | malaysia
sg | Singapore | 新加坡 | singapore
id | Indonesia | 印度尼西亚 | indonesia; 印尼
ph | the Philippines | 菲律宾 | philippines; the philippines
tr | Turkey / Türkiye | 土耳其 | turkey; türkiye; turkiye
il | Israel | 以色列 | israel
ae | the United Arab Emirates | 阿联酋 | united arab emirates; uae
eg | Egypt | 埃及 | egypt
ma | Morocco | 摩洛哥 | morocco
tn | Tunisia | 突尼斯 | tunisia
ke | Kenya | 肯尼亚 | kenya
et | Ethiopia | 埃塞俄比亚 | ethiopia
gh | Ghana | 加纳 | ghana
za | South Africa | 南非 | south africa
mg | Madagascar | 马达加斯加 | madagascar
us | the United States | 美国 | united states; usa; u.s.a.; us; u.s.; united states of america; america; the united states; the usa
ca | Canada | 加拿大 | canada
mx | Mexico | 墨西哥 | mexico
br | Brazil | 巴西 | brazil
ar | Argentina | 阿根廷 | argentina
cl | Chile | 智利 | chile
co | Colombia | 哥伦比亚 | colombia
pe | Peru | 秘鲁 | peru
ec | Ecuador | 厄瓜多尔 | ecuador
gt | Guatemala | 危地马拉 | guatemala
cr | Costa Rica | 哥斯达黎加 | costa rica
au | Australia | 澳大利亚 | australia; 澳洲
nz | New Zealand | 新西兰 | new zealand
gb | the United Kingdom / the UK | 英国 | united kingdom; uk; great britain; britain; the uk; the united kingdom
england | England | 英格兰 | england
scotland | Scotland | 苏格兰 | scotland
wales | Wales | 威尔士 | wales
ie | Ireland | 爱尔兰 | ireland
de | Germany | 德国 | germany; deutschland
fr | France | 法国 | france
it | Italy | 意大利 | italy; italia
es | Spain | 西班牙 | spain; españa
pt | Portugal | 葡萄牙 | portugal
nl | the Netherlands | 荷兰 | netherlands; the netherlands; holland
be | Belgium | 比利时 | belgium
lu | Luxembourg | 卢森堡 | luxembourg
ch | Switzerland | 瑞士 | switzerland
at | Austria | 奥地利 | austria
dk | Denmark | 丹麦 | denmark
se | Sweden | 瑞典 | sweden
no | Norway | 挪威 | norway
fi | Finland | 芬兰 | finland
is | Iceland | 冰岛 | iceland
pl | Poland | 波兰 | poland
cz | the Czech Republic | 捷克 | czech republic; czechia; the czech republic
sk | Slovakia | 斯洛伐克 | slovakia
hu | Hungary | 匈牙利 | hungary
ro | Romania | 罗马尼亚 | romania
bg | Bulgaria | 保加利亚 | bulgaria
gr | Greece | 希腊 | greece
hr | Croatia | 克罗地亚 | croatia
si | Slovenia | 斯洛文尼亚 | slovenia
rs | Serbia | 塞尔维亚 | serbia
lt | Lithuania | 立陶宛 | lithuania
lv | Latvia | 拉脱维亚 | latvia
ee | Estonia | 爱沙尼亚 | estonia
ua | Ukraine | 乌克兰 | ukraine
eu | the European Union | 欧盟 | european union; eu; the eu
""")

TONGUES: Final[dict[str, Word]] = words("""
english | English | 英文 | english; 英语
chinese | Chinese | 中文 | chinese; simplified chinese; 简体中文; 汉语
french | French | 法文 | french; 法语
german | German | 德文 | german; 德语
spanish | Spanish | 西班牙文 | spanish; 西班牙语
italian | Italian | 意大利文 | italian; 意大利语
portuguese | Portuguese | 葡萄牙文 | portuguese; 葡萄牙语
japanese | Japanese | 日文 | japanese; 日语
korean | Korean | 韩文 | korean; 韩语
dutch | Dutch | 荷兰文 | dutch; 荷兰语
russian | Russian | 俄文 | russian; 俄语
""")
