"""Colours, patterns and finishes: how a thing looks on its surface."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

COLOURS: Final[dict[str, Word]] = words("""
black | | 黑色 | jet black; jet; 纯黑; 黑; 曜石黑
white | | 白色 | pure white; 纯白; 白
off-white | | 米白色 | offwhite; off white; eggshell; 米白; 乳白; 乳白色; 本白
ivory | | 象牙白 | ivory white; 象牙色
cream | | 奶油色 | creme; crème; 奶白色; 奶白; 奶油白
grey | gray / grey | 灰色 | gray; 灰
light-grey | light gray / light grey | 浅灰色 | light gray; lightgray; 浅灰
dark-grey | dark gray / dark grey | 深灰色 | dark gray; darkgray; 深灰
charcoal | | 炭灰色 | charcoal grey; charcoal gray; anthracite; 炭灰; 炭黑
slate | slate gray / slate grey | 石板灰 | slate; slate gray; slate grey; 岩灰
space-grey | space gray / space grey | 深空灰色 | space gray; space grey; 深空灰
silver | | 银色 | silvery; silver tone; silver-tone; 银; 银白色; 银白
gold | | 金色 | golden; gold tone; gold-tone; 金; 金黄色
rose-gold | rose gold | 玫瑰金色 | rosegold; rose gold tone; 玫瑰金
copper | | 古铜色 | copper tone; 铜色; 紫铜色
bronze | | 青铜色 | bronze tone; 青铜
brass | | 黄铜色 | brass tone
red | | 红色 | 红; 大红; 大红色; 正红
dark-red | dark red | 深红色 | deep red; 深红; 暗红; 暗红色
burgundy | | 酒红色 | wine; wine red; maroon; oxblood; bordeaux; 酒红; 勃艮第红
scarlet | | 猩红色 | crimson; 绯红; 绯红色
brick-red | brick red | 砖红色 | brick; 砖红
coral | | 珊瑚色 | coral red; coral pink; 珊瑚红; 珊瑚粉
pink | | 粉色 | 粉红; 粉红色; 粉
light-pink | light pink | 浅粉色 | pale pink; baby pink; 浅粉
hot-pink | hot pink | 玫红色 | fuchsia; magenta; 玫红; 桃红; 桃红色
blush | blush pink | 裸粉色 | blush; nude pink; 裸粉
rose | | 玫瑰色 | rose red; 玫瑰红
orange | | 橙色 | 橘色; 橙; 橘红色; 橘红
peach | | 蜜桃色 | 桃色
apricot | | 杏色 | 杏
rust | | 铁锈红 | rust red; 锈红色; 锈色
terracotta | | 陶土色 | terra cotta; 赤陶色
yellow | | 黄色 | 黄
mustard | mustard yellow | 芥末黄 | mustard; 姜黄色; 姜黄; 芥黄
lemon | lemon yellow | 柠檬黄 | lemon
green | | 绿色 | 绿
light-green | light green | 浅绿色 | pale green; 浅绿
dark-green | dark green | 深绿色 | deep green; 墨绿; 墨绿色; 深绿
forest-green | forest green | 森林绿 | forest; bottle green
olive | olive green | 橄榄绿 | olive; 橄榄色
sage | sage green | 鼠尾草绿 | sage; 豆绿色; 灰绿色; 灰绿
mint | mint green | 薄荷绿 | mint; 薄荷色
emerald | emerald green | 祖母绿色 | emerald; 翡翠绿
khaki | | 卡其色 | khaki green; 卡其
army-green | army green | 军绿色 | military green; 军绿
teal | | 蓝绿色 | petrol; 孔雀蓝; 水鸭蓝
turquoise | | 绿松石色 | aqua; 湖绿色; 松石绿
blue | | 蓝色 | 蓝
light-blue | light blue | 浅蓝色 | pale blue; baby blue; 浅蓝; 淡蓝; 淡蓝色
sky-blue | sky blue | 天蓝色 | sky; 天蓝
dark-blue | dark blue | 深蓝色 | deep blue; midnight blue; 深蓝; 午夜蓝
navy | | 藏青色 | navy blue; 藏青; 海军蓝; 藏蓝; 藏蓝色
royal-blue | royal blue | 宝蓝色 | cobalt; cobalt blue; 宝蓝; 钴蓝
indigo | | 靛蓝色 | indigo blue; 靛蓝; 靛青
purple | | 紫色 | violet; 紫; 紫罗兰色
lavender | | 薰衣草紫 | lilac; 浅紫色; 浅紫; 丁香紫
plum | | 梅子色 | plum purple; aubergine; 深紫色; 深紫
mauve | | 淡紫色 | 淡紫; 藕荷色
brown | | 棕色 | 褐色; 咖啡色; 咖色; 棕; 褐
light-brown | light brown | 浅棕色 | 浅棕; 浅咖色; 浅褐色
dark-brown | dark brown | 深棕色 | espresso brown; chocolate brown; 深棕; 深褐色; 深咖色
chocolate | | 巧克力色 | 巧克力棕
caramel | | 焦糖色 | 焦糖
tan | | 棕褐色 | cognac; 黄褐色; 鞣革色
camel | | 驼色 | 骆驼色; 驼
beige | | 米色 | oatmeal; 米黄; 米黄色; 燕麦色
sand | | 沙色 | sandy; sand beige; 沙漠色
taupe | | 灰褐色 | greige; 灰褐
nude | | 裸色 | skin tone; 肤色; 肉色
natural | | 原色 | natural colour; natural color; 本色; 自然色; 原木色
clear | | 透明 | transparent; 透明色; 无色
multicolour | multicolor / multicolour | 多色 | multicolor; multicoloured; multicolored; multi; multi-color; multi-colour; assorted; rainbow; colourful; colorful; 彩色; 混色; 七彩
""")

PATTERNS: Final[dict[str, Word]] = words("""
solid | solid-color / solid-colour | 纯色 | plain; solid color; solid colour; unpatterned; none; 素色; 单色; 净色
striped | | 条纹 | stripe; stripes; pinstripe; pinstriped; 横条纹; 竖条纹
checked | | 格纹 | check; checkered; chequered; gingham; 格子; 方格; 小方格
plaid | plaid / tartan | 苏格兰格纹 | tartan; 格仔
floral | | 碎花 | flower; flowers; flower print; floral print; 花卉; 花朵; 印花花卉
polka-dot | polka-dot | 波点 | polka dot; polka dots; dotted; dots; 圆点; 点点
geometric | | 几何 | geometric print; geometrical; 几何图形
abstract | | 抽象 | abstract print; 抽象图案
paisley | | 佩斯利 | 腰果花
animal-print | animal-print | 动物纹 | animal print; animal
leopard | leopard-print | 豹纹 | leopard print; leopard
zebra | zebra-print | 斑马纹 | zebra print; zebra
camouflage | | 迷彩 | camo; camouflage print
tie-dye | tie-dye | 扎染 | tie dye; tie dyed
colour-block | color-block / colour-block | 拼色 | color block; colour block; colorblock; colourblock; 撞色
herringbone | | 人字纹 | 人字形
houndstooth | | 千鸟格 | 千鸟
cable-knit | cable-knit | 麻花针织 | cable knit; cable; 绞花; 麻花
ribbed | | 罗纹 | rib; rib knit; 坑条
embroidered | | 刺绣 | embroidery; 绣花
graphic | graphic-print | 图案印花 | graphic print; printed; print; 印花; 卡通
tropical | | 热带印花 | tropical print; palm print; 热带
quilted | | 绗缝 | quilting; 菱格绗缝; 菱格
ombre | ombré | 渐变 | ombré; gradient; 渐变色
marbled | | 大理石纹 | marble; marble pattern
chevron | | 锯齿纹 | zigzag; zig zag; 波浪纹
""")

FINISHES: Final[dict[str, Word]] = words("""
matte | matte / matt | 哑光 | mat; matt; 亚光; 磨砂
glossy | gloss | 高光 | gloss; high gloss; shiny; 亮面; 光面; 亮光
satin | | 缎光 | satin finish; 缎面; 柔光
polished | | 抛光 | mirror polished; 镜面; 镜面抛光
brushed | | 拉丝 | brushed metal; 拉丝工艺
hammered | | 锤纹 | 锤打
powder-coated | powder-coated | 粉末喷涂 | powder coated; powder coat; powdercoated; 喷粉; 喷塑
painted | | 烤漆 | paint; lacquer paint; 喷漆
lacquered | | 清漆 | lacquer; varnished; 漆面清漆; 上漆
oiled | oiled | 木蜡油 | oil; oil finish; 木蜡油涂装
waxed | | 上蜡 | wax; wax finish; 打蜡
glazed | | 上釉 | glaze; glossy glaze; 釉面; 施釉
reactive-glaze | reactive glaze | 窑变釉 | reactive glazed; 窑变
unglazed | | 素烧 | bisque; 无釉
anodised | anodized / anodised | 阳极氧化 | anodized; anodised; anodizing
galvanised | galvanized / galvanised | 镀锌 | galvanized; galvanised
chrome | chrome | 镀铬 | chromed; chrome plated; 铬
antique | antique | 做旧 | antiqued; distressed; aged; 仿旧; 复古做旧
natural-finish | natural | 原木 | natural; natural wood; 原色
textured | | 纹理 | texture; 肌理
sunburst | | 渐变漆 | sunburst finish
frosted | | 磨砂玻璃 | frosted glass
stonewashed | | 石洗 | stone washed; stonewash; 水洗
sandblasted | | 喷砂 | sand blasted; bead blasted
""")

COATINGS: Final[dict[str, Word]] = words("""
non-stick | non-stick | 不粘涂层 | nonstick; non stick; 不粘; 不沾; 不沾涂层
ceramic-coating | ceramic | 陶瓷涂层 | ceramic; 陶瓷; ceramic non-stick; 陶瓷不粘
ptfe | PTFE | 聚四氟乙烯涂层 | teflon; 特氟龙; 特氟龙涂层
enamel-coating | enamel | 珐琅涂层 | enamel; enameled; enamelled; 搪瓷; 珐琅
titanium-coating | titanium | 钛涂层 | titanium; 钛
granite-coating | granite-effect | 麦饭石涂层 | granite; stone; 麦饭石; 石纹涂层
water-repellent | water-repellent | 防泼水涂层 | dwr; water repellent; 防水涂层
powder | powder | 粉末涂层 | powder coating; 粉末
anti-reflective | anti-reflective | 减反射涂层 | anti reflective; anti glare; antireflective; 防眩光; 增透膜
""")
