"""Colours, patterns and finishes: how a thing looks on its surface."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

COLOURS: Final[dict[str, Word]] = words("""
black | | 黑色 | jet black; 纯黑; 黑
white | | 白色 | pure white; 纯白; 白
off-white | | 米白色 | offwhite; off white; 米白
ivory | | 象牙白 | ivory white; 象牙色
cream | | 奶油色 | creme; crème; 奶白色; 奶白; 奶油白
grey | gray / grey | 灰色 | gray; 灰
light-grey | light gray / light grey | 浅灰色 | light gray; lightgray; 浅灰
dark-grey | dark gray / dark grey | 深灰色 | dark gray; darkgray; 深灰
charcoal | | 炭灰色 | charcoal grey; charcoal gray; 炭灰
anthracite | | 无烟煤灰 | anthracite grey; anthracite gray
slate | slate gray / slate grey | 石板灰 | slate; slate gray; slate grey; 岩灰
space-grey | space gray / space grey | 深空灰色 | space gray; space grey; 深空灰
silver | | 银色 | silvery; silver tone; silver-tone; 银; 银白色; 银白
gold | | 金色 | golden; gold tone; gold-tone; 金; 金黄色
rose-gold | rose gold | 玫瑰金色 | rosegold; rose gold tone; 玫瑰金
copper | | 铜色 | copper tone; 紫铜色
bronze | | 青铜色 | bronze tone; 青铜
brass | | 黄铜色 | brass tone
red | | 红色 | 红
true-red | bright red | 大红色 | 大红; 正红; 正红色; true red
dark-red | dark red | 深红色 | deep red; 深红; 暗红; 暗红色
burgundy | | 酒红色 | wine red; bordeaux; 酒红; 勃艮第红
maroon | | 褐红色 | 栗红色; 褐红; 栗红
oxblood | | 牛血红 | ox blood; oxblood red; 牛血色
scarlet | | 猩红色 | 猩红
crimson | | 绯红色 | crimson red; 绯红; 深绯色
brick-red | brick red | 砖红色 | brick; 砖红
coral | | 珊瑚色 | 珊瑚
coral-red | coral red | 珊瑚红 |
coral-pink | coral pink | 珊瑚粉 |
pink | | 粉色 | 粉红; 粉红色; 粉
light-pink | light pink | 浅粉色 | pale pink; baby pink; 浅粉; 淡粉色; 淡粉
hot-pink | hot pink | 艳粉色 | 荧光粉
fuchsia | | 玫红色 | 玫红
magenta | | 品红色 | 洋红色; 品红; 洋红
blush | blush pink | 裸粉色 | blush; 裸粉
rose | | 玫瑰色 | 玫瑰
rose-red | rose red | 玫瑰红 | 玫瑰红色
orange | | 橙色 | 橘色; 橙
orange-red | orange red | 橘红色 | 橘红
peach | | 蜜桃色 |
apricot | | 杏色 | 杏
rust | | 铁锈红 | rust red; 锈红色; 锈色
terracotta | | 陶土色 | terra cotta; 赤陶色
yellow | | 黄色 | 黄
mustard | mustard yellow | 芥末黄 | mustard; 姜黄色; 姜黄; 芥黄
lemon | lemon yellow | 柠檬黄 | lemon
green | | 绿色 | 绿
light-green | light green | 浅绿色 | pale green; 浅绿
dark-green | dark green | 深绿色 | deep green; 深绿
blackish-green | blackish green | 墨绿色 | 墨绿
forest-green | forest green | 森林绿 | forest
bottle-green | bottle green | 酒瓶绿 | 瓶绿
olive | olive green | 橄榄绿 | olive; 橄榄色
sage | sage green | 鼠尾草绿 | sage
grey-green | gray-green / grey-green | 灰绿色 | gray green; grey green; 灰绿
mint | mint green | 薄荷绿 | mint; 薄荷色
emerald | emerald green | 祖母绿色 | emerald; 祖母绿
khaki | | 卡其色 | 卡其
khaki-green | khaki green | 卡其绿 |
army-green | army green | 军绿色 | military green; 军绿
teal | | 蓝绿色 | 水鸭色
petrol | petrol blue | 石油蓝 | petrol
turquoise | | 绿松石色 | 松石绿
aqua | | 水绿色 |
blue | | 蓝色 | 蓝
light-blue | light blue | 浅蓝色 | pale blue; 浅蓝; baby blue; 淡蓝; 淡蓝色
sky-blue | sky blue | 天蓝色 | sky; 天蓝
dark-blue | dark blue | 深蓝色 | deep blue; 深蓝
midnight-blue | midnight blue | 午夜蓝 |
navy | | 藏青色 | navy blue; 藏青; 海军蓝; 藏蓝; 藏蓝色
royal-blue | royal blue | 宝蓝色 | 宝蓝
cobalt | cobalt blue | 钴蓝色 | cobalt; 钴蓝
indigo | | 靛蓝色 | indigo blue; 靛蓝; 靛青
purple | | 紫色 | 紫
violet | | 紫罗兰色 | 紫罗兰
lavender | | 薰衣草紫 | 薰衣草色
lilac | | 丁香紫 | 丁香色
light-purple | light purple | 浅紫色 | pale purple; 浅紫
plum | | 梅子色 | plum purple
aubergine | | 茄紫色 | 茄紫
dark-purple | dark purple | 深紫色 | deep purple; 深紫
mauve | | 藕荷色 |
pale-mauve | pale violet | 淡紫色 | 淡紫
brown | | 棕色 | 褐色; 棕; 褐
coffee-brown | coffee brown | 咖啡色 | 咖色
light-brown | light brown | 浅棕色 | 浅棕; 浅褐色
dark-brown | dark brown | 深棕色 | 深棕; 深褐色
chocolate | | 巧克力色 | chocolate brown; 巧克力棕
caramel | | 焦糖色 | 焦糖
tan | | 棕黄色 | 黄褐色; 鞣革色
cognac | | 干邑色 | cognac brown; 白兰地色
camel | | 驼色 | 骆驼色; 驼
beige | | 米色 |
oatmeal | | 燕麦色 |
creamy-yellow | creamy yellow | 米黄色 | 米黄
sand | | 沙色 | sandy
taupe | | 灰褐色 | 灰褐
greige | | 灰米色 | 灰米
nude | | 裸色 |
natural | | 原色 | natural colour; natural color; 本色; 自然色
natural-wood | natural wood | 原木色 |
clear | | 透明 | transparent; 透明色; 无色
multicolour | multicolor / multicolour | 多色 | multicolor; multicoloured; multicolored; multi; multi-color; multi-colour; colourful; colorful; 彩色; 混色
""")

PATTERNS: Final[dict[str, Word]] = words("""
solid | solid-color / solid-colour | 纯色 | plain; solid color; solid colour; unpatterned; none; 素色; 单色; 净色
striped | | 条纹 | stripe; stripes; pinstripe; pinstriped; 横条纹; 竖条纹
checked | | 格纹 | check; checkered; chequered; gingham; 格子; 方格; 小方格
plaid | plaid / tartan | 苏格兰格纹 | tartan; 格仔
floral | | 花卉 | flower; flowers; flower print; floral print; 碎花; 花朵; 印花花卉
polka-dot | polka-dot | 波点 | polka dot; polka dots; dotted; dots; 圆点; 点点
geometric | | 几何 | geometric print; geometrical; 几何图形
abstract | | 抽象 | abstract print; 抽象图案
paisley | | 佩斯利 | 腰果花
animal-print | animal-print | 动物纹 | animal print
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
graphic | graphic-print | 图案印花 | graphic print
tropical | | 热带印花 | tropical print; 热带
quilted | | 绗缝 | quilting; 菱格绗缝
ombre | ombré | 渐变 | ombré; gradient; 渐变色
marbled | | 大理石纹 | marble; marble pattern
chevron | | 锯齿纹 | zigzag; zig zag
""")

FINISHES: Final[dict[str, Word]] = words("""
matte | matte / matt | 哑光 | mat; matt; 亚光; 磨砂
glossy | gloss | 亮面 | gloss; high gloss; shiny; 高光; 光面; 亮光
satin | | 缎光 | satin finish; 缎面; 柔光
polished | | 抛光 | mirror polished; 镜面抛光
brushed | | 拉丝 | brushed metal; 拉丝工艺
hammered | | 锤纹 | 锤打
powder-coated | powder-coated | 粉末喷涂 | powder coated; powder coat; powdercoated; 喷粉; 喷塑
painted | | 上漆 | paint; 喷漆; 烤漆
lacquered | | 清漆 | lacquer; 漆面清漆
varnished | | 上光漆 | varnish
oiled | oiled | 上油 | oil; oil finish
hardwax-oiled | hardwax-oiled | 木蜡油 | 木蜡油涂装; hardwax oil; hard wax oil
waxed | | 上蜡 | wax; wax finish; 打蜡
glazed | | 上釉 | glaze; 釉面; 施釉
reactive-glaze | reactive glaze | 窑变釉 | reactive glazed; 窑变
unglazed | | 素烧 | bisque; 无釉
anodised | anodized / anodised | 阳极氧化 | anodized; anodised; anodizing
galvanised | galvanized / galvanised | 镀锌 | galvanized; galvanised
chrome | chrome | 镀铬 | chromed; chrome plated; 铬
antique | antique | 做旧 | antiqued; 仿旧; 复古做旧
natural-finish | natural | 原木 | natural; natural wood; 原色
textured | | 纹理 | texture; 肌理
sunburst | | 渐变漆 | sunburst finish
frosted | | 磨砂玻璃 | frosted glass
stonewashed | | 石洗 | stone washed; stonewash
sandblasted | | 喷砂 | sand blasted; bead blasted
""")

COATINGS: Final[dict[str, Word]] = words("""
non-stick | non-stick | 不粘涂层 | nonstick; non stick; 不粘; 不沾; 不沾涂层
ceramic-coating | ceramic | 陶瓷涂层 | ceramic; 陶瓷; ceramic non-stick; 陶瓷不粘
ptfe | PTFE | 聚四氟乙烯涂层 | teflon; 特氟龙; 特氟龙涂层
enamel-coating | enamel | 珐琅涂层 | enamel; enameled; enamelled; 搪瓷; 珐琅
titanium-coating | titanium | 钛涂层 | titanium; 钛
granite-coating | granite-effect | 石纹涂层 | granite; 麦饭石; 麦饭石涂层
water-repellent | water-repellent | 防泼水涂层 | dwr; water repellent
powder | powder | 粉末涂层 | powder coating; 粉末
anti-reflective | anti-reflective | 减反射涂层 | anti reflective; antireflective; 增透膜
""")
