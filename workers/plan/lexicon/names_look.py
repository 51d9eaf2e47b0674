"""Attribute names: what a thing is made of, looks like, tastes and smells of, and where it comes from."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# key | kind | label | Chinese label | np, after "with" | vp, third person | Chinese | aliases
TABLE: Final = """
[make]
material | material | material | 材质 | | is made of {v}; is made from {v} | 采用{m}; {m} | fabric; main material; materials; upholstery; upholstery material; outer material; body material; shell material; case material; material type; fabric type; 面料; 材料; 主要材质; 材质成分; 主材质; 面料材质; 外壳材质
composition | composition | composition | 成分 | | is made of {v} | 成分为{v} | material composition; fabric content; fabric composition; 面料成分; 材质成分含量; 成份
finish | finish | finish | 表面工艺 | a {v} finish | has a {v} finish | {v}表面 | surface; surface finish; surface treatment; 表面处理; 表面; 漆面
coating | coating | coating | 涂层 | a {v} coating | has a {v} coating | {v}; 带{v} | inner coating; 涂层工艺; 内胆涂层
lining | material | lining | 里料 | a {v} lining | is lined with {v} | {v}里料; 里料为{v} | lining material; inner lining; inner material; 内里; 里布; 内里材质; 里料材质; 内衬
filling | material | filling | 填充物 | {v} filling | is filled with {v} | 填充物为{v}; 内填{v} | fill; fill material; filling material; stuffing; padding; core; core material; 填充; 填充材料; 填充物材质; 芯材
upper | material | upper | 鞋面 | a {v} upper | has a {v} upper | {v}鞋面 | upper material; 鞋面材质; 帮面材质
sole | material | sole | 鞋底 | a {v} sole | has a {v} sole | {v}鞋底 | sole material; outsole; outsole material; 鞋底材质; 大底
insole | material | insole | 鞋垫 | a {v} insole | has a {v} insole | {v}鞋垫 | insole material; 鞋垫材质
band | material | watch band | 表带 | a {v} band | has a {v} band | {v}表带 | band material; watch band; watch strap; bracelet material; 表带材质
strap | material | strap | 背带 | a {v} strap | has a {v} strap | {v}背带 | strap material; shoulder strap; 肩带; 肩带材质; 背带材质
frame | material | frame | 框架 | a {v} frame | has a {v} frame | {v}框架 | frame material; rim material; 镜框材质; 框架材质; 镜框; 车架; 车架材质; 边框材质
lens | material | lens | 镜片 | {v} lenses | has {v} lenses | {v}镜片 | lens material; 镜片材质
top | material | top | 台面 | a {v} top | has a {v} top | {v}台面 | top material; tabletop; table top; tabletop material; 桌面材质; 台面材质; 桌面
legs | material | legs | 支脚 | {v} legs | stands on {v} legs | {v}支脚 | leg material; 桌腿; 椅腿; 脚材质
base | material | base | 底座 | a {v} base | has a {v} base | {v}底座 | base material; 底座材质
handle | material | handle | 手柄 | a {v} handle | has a {v} handle | {v}手柄 | handle material; grip material; 手柄材质; 把手材质; 把手
blade | material | blade | 刀身 | a {v} blade | has a {v} blade | {v}刀身 | blade material; 刀身材质; 刀片材质; 刀刃材质
body_wood | material | body | 琴体 | a {v} body | has a {v} body | {v}琴体 | body wood; tonewood; back and sides; 琴体材质; 背侧板
cover | material | cover | 封面 | a {v} cover | has a {v} cover | {v}封面 | cover material; 封面材质
outer_cover | material | cover | 外套 | a {v} cover | has a {v} cover | {v}外套 | outer cover; outer cover material; 外套材质; 套子材质
fingerboard | material | fingerboard | 指板 | a {v} fingerboard | has a {v} fingerboard | {v}指板 | fretboard; fingerboard material; 指板材质
pot | material | pot | 花盆 | a {v} pot | comes in a {v} pot | {v}花盆 | pot material; planter material; 花盆材质; 盆器材质
soundboard | material | soundboard | 琴面板 | a {v} soundboard | has a {v} soundboard | {v}面板 | top wood; guitar top; 琴面板材质
plating | material | plating | 镀层 | {v} plating | is plated with {v} | {v}镀层 | plated; plating material; 电镀; 镀层材质
gemstone | gem | stone | 宝石 | | is set with {v} | 镶嵌{v} | gemstone; gem; gem type; stone type; main stone; 主石; 镶嵌材质; 宝石种类; 镶嵌
[look]
colour | colour | color / colour | 颜色 | | comes in {v} | {v}; {v}配色; 颜色为{v} | color; colours; colors; main colour; main color; color name; colour name; colorway; colourway; shade; 颜色分类; 主色; 色号; 配色; 主颜色; 色系; 色彩
pattern | pattern | pattern | 图案 | a {v} design | has a {v} design | {v}设计; {v}图案 | print; pattern type; motif; 花纹; 花型; 图案类型; 印花
style | style | style | 风格 | | is {v} in style | {v}风格 | look; design style; 风格类型; 装修风格
shape | shape | shape | 形状 | a {v} shape | has a {v} shape | {v}造型 | form; 外形; 造型; 形状类型
neckline | neckline | neckline | 领型 | a {v} | has a {v} | {v}; {v}设计 | neck; collar; collar type; neck style; neckline type; collar style; 领子; 衣领; 领口; 领口设计
sleeve | sleeve | sleeves | 袖型 | {v} | has {v} | {v}; {v}款式 | sleeve; sleeve length; sleeve type; sleeve style; 袖长; 袖子; 袖长类型
fit | fit | fit | 版型 | a {v} fit | has a {v} fit | {v}版型 | cut; fit type; silhouette; 廓形; 版型类型
hem | hem | length | 长度款式 | a {v} length | has a {v} length | {v} | hem length; dress length; skirt length; garment length; trouser length; pants length; 裙长; 衣长款式; 裤长款式
rise | rise | rise | 腰型 | a {v} rise | has a {v} rise | {v} | waist rise; waist type; waistline; 腰线; 腰高
closure | closure | closure | 闭合方式 | a {v} closure | has a {v} closure | {v}闭合; {v}开合 | fastening; closure type; fastener; clasp; clasp type; closing; 开合方式; 门襟; 闭合; 扣合方式; 开口方式; 锁扣
heel | heel | heel | 跟型 | a {v} heel | has a {v} heel | {v} | heel type; heel shape; heel style; 鞋跟; 鞋跟款式; 后跟
toe | toe | toe | 鞋头 | a {v} toe | has a {v} toe | {v} | toe shape; toe type; toe style; 鞋头款式
dial | colour | dial | 表盘 | a {v} dial | has a {v} dial | {v}表盘 | dial colour; dial color; face colour; 表盘颜色; 表盘色
lens_colour | colour | lens color / lens colour | 镜片颜色 | {v} lenses | has {v} lenses | {v}镜片 | lens color; lens tint; 镜片色
light_colour | lightcolour | light color / light colour | 光色 | {v} light | gives {v} light | {v} | light color; light tone; light source colour; 光源颜色; 灯光颜色
size | size | size | 尺码 | | comes in {v} | {v} | sizes; shoe size; ring size; bed size; size name; 尺寸规格; 码数; 鞋码; 大小
[taste]
flavour | flavour | flavor / flavour | 口味 | {a:v} {v} flavor / {a:v} {v} flavour | comes in {v} flavor / comes in {v} flavour | {v}味 | flavor; flavours; flavors; taste; 味道; 风味
scent | scent | scent | 香味 | {a:v} {v} scent | has {a:v} {v} scent | {v}香型 | fragrance; aroma; scent family; 香型; 香调; 气味
ingredients | flavour | ingredients | 配料 | | is made with {v} | 含{v} | ingredient; key ingredient; key ingredients; main ingredient; main ingredients; active ingredient; 主要成分; 配料表; 原料; 主料; 主要原料
allergens | flavour | allergens | 过敏原 | | contains {v} | 过敏原含{v} | allergen; allergen information; allergy information; contains allergens; 致敏物质; 过敏原信息
diet | diet | diet | 饮食类型 | | is {v} | {v} | dietary; dietary preference; dietary information; diet type; suitable diet; 膳食; 饮食偏好; 特殊膳食
roast | roast | roast | 烘焙度 | a {v} roast | is a {v} roast | {v} | roast level; roasting; roast degree; 烘焙程度
skin | skin | skin type | 适用肤质 | | is for {v} skin | 适合{v}肌肤 | skin; suitable skin type; 肤质; 适合肤质
hair | hair | hair type | 适用发质 | | is for {v} hair | 适合{v}发质 | hair; suitable hair type; 发质; 适合发质
texture | texture | texture | 质地 | a {v} texture | has a {v} texture | {v}质地 | consistency; formulation; 质地类型; 剂型
spf | bare | SPF | 防晒指数 | SPF {v} | has SPF {v} | SPF{v} | sun protection factor; spf value; SPF值; 防晒指数SPF
alcohol | measure | alcohol | 酒精度 | | has {v} alcohol by volume | 酒精度{v} | abv; alcohol content; alcohol by volume; 酒精含量; 酒精浓度
cocoa | measure | cocoa | 可可含量 | {v} cocoa | has {v} cocoa | 可可含量{v} | cocoa content; cacao; cacao content; 可可
shelf_life | measure | shelf life | 保质期 | a shelf life of {v} | keeps for {v} | 保质期{v} | best before; keeps; 保质期限; 有效期
servings | bare | servings | 份数 | {v} servings | gives {v} servings | 共{v}份 | number of servings; serves; 食用份数
[origin]
origin | place | origin | 产地 | | is made in {v} | 产自{v}; 产地{v} | country of origin; made in; country; place of origin; origin country; manufactured in; 原产地; 原产国; 生产国; 制造地; 产地国家
provenance | place | origin | 产地 | | comes from {v} | 产自{v}; 产地{v} |
certification | proper | certification | 认证 | {v} certification | carries {v} certification | 通过{v}认证 | certificate; certifications; certified; standard; 认证标准; 执行标准; 认证类型
model | proper | model | 型号 | | has the model number {v} | 型号{v} | model number; model name; model no; 型号名称; 产品型号; 货号型号
year | bare | year | 年份 | | dates from {v} | {v}年款 | model year; vintage; year of manufacture; release year; 年款; 上市年份
author | proper | author | 作者 | | is by {v} | 作者{v} | authors; written by; 著者; 作者姓名
publisher | proper | publisher | 出版社 | | is published by {v} | {v}出版 | publishing house; imprint; 出版方; 出版商
book_language | tongue | language | 语种 | | is in {v} | {v}版 | language; text language; languages; 语言; 文种
binding | binding | binding | 装帧 | | comes as a {v} | {v} | book format; format; cover type; 装订; 装帧方式
pages | bare | pages | 页数 | {v} pages | runs to {v} pages | 共{v}页 | page count; number of pages; print length; 总页数
"""
