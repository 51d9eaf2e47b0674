"""Materials, gemstones and textures. The section tells Chinese whether a thing is 面料 or 材质."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

MATERIALS: Final[dict[str, Word]] = words("""
[fabric]
cotton | | 棉 | pure cotton; 纯棉; 全棉; 棉质; 棉布; 棉料
organic-cotton | organic cotton | 有机棉 | organic cotton
combed-cotton | combed cotton | 精梳棉 | combed cotton
egyptian-cotton | Egyptian cotton | 埃及棉 | egyptian cotton
pima-cotton | Pima cotton | 匹马棉 | pima; pima cotton; supima
recycled-cotton | recycled cotton | 再生棉 | recycled cotton
linen | | 亚麻 | pure linen; 纯亚麻; 亚麻布
hemp | | 汉麻 | hemp fibre; hemp fiber; 大麻纤维
ramie | | 苎麻 |
jute | | 黄麻 |
wool | | 羊毛 | pure wool; sheep wool; 纯羊毛; 毛料; 羊毛料
merino | merino wool | 美利奴羊毛 | merino; merino wool; 美丽诺羊毛
lambswool | | 羔羊毛 | lamb's wool; lambs wool
cashmere | | 羊绒 | pure cashmere; 山羊绒; 开司米; 纯羊绒
alpaca | | 羊驼毛 | alpaca wool; 羊驼绒
mohair | | 马海毛 |
angora | | 安哥拉兔毛 |
silk | | 真丝 | mulberry silk; pure silk; 桑蚕丝; 丝绸; 蚕丝
polyester | | 聚酯纤维 | 涤纶; poly; 聚酯; 的确良
recycled-polyester | recycled polyester | 再生聚酯纤维 | recycled polyester; rpet; 再生涤纶
nylon | | 锦纶 | polyamide; 尼龙; 聚酰胺; 聚酰胺纤维; 锦纶面料
recycled-nylon | recycled nylon | 再生尼龙 | recycled nylon; recycled polyamide
acrylic-fibre | acrylic | 腈纶 | acrylic fibre; acrylic fiber; acrylic yarn; 聚丙烯腈纤维
elastane | spandex / elastane | 氨纶 | spandex; lycra; elasthan; 聚氨酯弹性纤维; 莱卡
viscose | rayon / viscose | 粘胶纤维 | rayon; viscose; 粘纤; 人造棉
modal | modal | 莫代尔 | modal fibre
lyocell | | 莱赛尔 | tencel; 天丝
bamboo-fibre | bamboo fiber / bamboo fibre | 竹纤维 | bamboo fiber
bamboo-viscose | rayon from bamboo / bamboo viscose | 竹浆粘胶 | bamboo viscose; bamboo rayon; viscose from bamboo; rayon from bamboo; 竹浆纤维
cupro | | 铜氨纤维 |
acetate-fibre | acetate | 醋酸纤维 | 醋酸; 三醋酸
denim | | 牛仔布 | jean; 牛仔; 丹宁; 牛仔面料
canvas | | 帆布 | cotton canvas; 帆布料
corduroy | | 灯芯绒 | cord; 条绒
velvet | | 丝绒 | 天鹅绒; 金丝绒
flannel | | 法兰绒 | flannelette; 磨毛布
fleece | | 抓绒 | polar fleece; 摇粒绒
sherpa | | 羊羔绒 | sherpa fleece; 仿羊羔绒
terry | terry cloth / terry towelling | 毛圈布 | terry; terry cloth; terrycloth; towelling; 毛巾布
jersey | | 汗布 | jersey knit; single jersey; 针织汗布
tweed | | 粗花呢 | harris tweed; 花呢
felt | | 毛毡 | wool felt; 毡
satin-fabric | satin | 缎 | satin; 缎面; 色丁
chiffon | | 雪纺 | 雪纺纱
lace | | 蕾丝 | lace fabric; 花边
tulle | | 网纱 | tulle net
mesh | | 网布 | mesh fabric; air mesh; 网眼布; 透气网布; 网面
muslin | | 平纹细布 |
percale | percale | 高密平纹布 | cotton percale; 高密平纹棉
sateen | sateen | 贡缎 | cotton sateen; 贡缎棉
seersucker | | 泡泡纱 |
chambray | | 青年布 |
twill | twill | 斜纹布 | cotton twill; 斜纹棉
poplin | poplin | 府绸 | cotton poplin
ripstop | ripstop fabric | 防撕裂布 | ripstop; rip-stop; ripstop nylon; 防撕裂尼龙
oxford-cloth | Oxford cloth | 牛津布 | oxford; oxford cloth; oxford fabric; 牛津纺
neoprene | | 氯丁橡胶布 | 潜水料; 氯丁橡胶
microfibre | microfiber / microfibre | 超细纤维 | microfiber; microfibre
chenille | | 雪尼尔 |
boucle | bouclé | 圈圈绒 | bouclé; boucle fabric
knit | knit fabric / knitted fabric | 针织布 | knit; knitted; 针织; 针织面料
faux-fur | faux fur | 人造毛 | fake fur; artificial fur; 仿皮草; 人造皮草
down | | 羽绒 |
goose-down | goose down | 鹅绒 | 鹅羽绒; 白鹅绒
duck-down | duck down | 鸭绒 | 鸭羽绒; 白鸭绒
feather | feathers | 羽毛 | feather; 羽毛填充
[leather]
leather | | 皮革 | real leather; genuine leather; 真皮; 皮; 皮质; 天然皮革
full-grain-leather | full-grain leather | 全粒面皮革 | full grain leather; full-grain; 全粒面
cowhide | cowhide leather | 牛皮 | cow leather; cowhide; cow hide; 真牛皮; 牛皮革
top-layer-cowhide | top-layer cowhide leather | 头层牛皮 | top-layer cowhide; top layer cowhide
calfskin | calf leather | 小牛皮 | calf skin; calfskin; calf
sheepskin | | 绵羊皮 |
lambskin | lambskin | 小羊皮 | lamb leather
goatskin | goat leather | 山羊皮 | goat skin; goatskin
suede | | 绒面革 | suede leather; 反绒皮; 麂皮; 翻毛皮
nubuck | nubuck leather | 磨砂皮 | nubuck; 牛巴革
patent-leather | patent leather | 漆皮 | patent
faux-leather | faux leather | 人造革 | pu leather; synthetic leather; vegan leather; imitation leather; pu; 仿皮; PU皮; 合成革; PU革
faux-suede | faux suede | 仿麂皮 | imitation suede; microsuede; 麂皮绒
[wood]
wood | | 木 | wooden; timber; 木头; 木质; 木材
solid-wood | solid wood | 实木 | 纯实木
hardwood | hardwood | 硬木 |
oak | oak | 橡木 | oak wood; oakwood; 栎木
solid-oak | solid oak | 实木橡木 | solid oak wood; 橡木实木
walnut | walnut wood | 胡桃木 | walnut; black walnut; 黑胡桃木; 黑胡桃
beech | beech wood | 榉木 | beech; beechwood; 山毛榉
ash | ash wood | 白蜡木 | ash; ash wood; 梣木
birch | birch wood | 桦木 | birch; birchwood
maple | maple wood | 枫木 | maple; maplewood
cherry-wood | cherry wood | 樱桃木 | cherry; cherrywood
pine | pine wood | 松木 | pine; pinewood
solid-pine | solid pine | 实木松木 | solid pine wood; 松木实木
spruce | spruce | 云杉木 | spruce wood; 云杉
cedar | cedar wood | 雪松木 | cedar; cedarwood; 雪松
teak | teak | 柚木 | teak wood
acacia | acacia wood | 相思木 | acacia; 金合欢木
mango-wood | mango wood | 芒果木 | mango
solid-mango-wood | solid mango wood | 实木芒果木 | solid mango; 芒果木实木
mahogany | mahogany | 桃花心木 | mahogany wood
rosewood | rosewood | 玫瑰木 |
olive-wood | olive wood | 橄榄木 | olivewood
rubberwood | rubberwood | 橡胶木 | rubber wood
ebony | ebony | 乌木 |
basswood | basswood | 椴木 | linden; 椴
eucalyptus-wood | eucalyptus wood | 桉木 | eucalyptus
paulownia | paulownia | 泡桐木 | 桐木
plywood | | 胶合板 | 多层板
mdf | MDF | 中密度纤维板 | 密度板
particleboard | particle board / chipboard | 刨花板 | chipboard; particle board; 颗粒板
engineered-wood | engineered wood | 人造板 | manufactured wood; 复合木; 复合板
bamboo | | 竹 | bamboo wood; 竹子; 竹制; 楠竹
rattan | | 藤 | 藤条; 藤编; 真藤
wicker | | 藤柳编织 |
willow | | 柳条 | 柳编; willow wicker; 柳编条
seagrass | | 海草 | sea grass; 海草编
water-hyacinth | water hyacinth | 水葫芦 | 水葫芦草
cork | | 软木 | 软木塞
straw | | 草编 |
raffia | | 拉菲草 | 拉菲亚
[metal]
metal | | 金属 | metallic; 五金
steel | | 钢 | 钢制; 钢材
stainless-steel | stainless steel | 不锈钢 | inox; 精钢
stainless-steel-304 | 304 stainless steel | 304不锈钢 | sus304; sus304 stainless steel; SUS304不锈钢; 304
stainless-steel-316 | 316 stainless steel | 316不锈钢 | sus316; SUS316不锈钢; 316
stainless-steel-18-8 | 18/8 stainless steel | 18/8不锈钢 | 18/8
stainless-steel-18-10 | 18/10 stainless steel | 18/10不锈钢 | 18/10
carbon-steel | carbon steel | 碳钢 | high carbon steel; 高碳钢; 碳素钢
damascus-steel | Damascus steel | 大马士革钢 | damascus
chrome-vanadium | chrome vanadium steel | 铬钒钢 | cr-v; crv; chrome vanadium
iron | | 铁 | 铁制; 铁艺
wrought-iron | wrought iron | 锻铁 |
cast-iron | cast iron | 铸铁 | 生铁
enamelled-cast-iron | enameled cast iron / enamelled cast iron | 珐琅铸铁 | enameled cast iron; enamelled cast iron; 搪瓷铸铁
aluminium | aluminum / aluminium | 铝 | aluminum; 铝制; 纯铝
aluminium-alloy | aluminum alloy / aluminium alloy | 铝合金 | aluminum alloy
titanium | | 钛 | 钛金属; 纯钛
titanium-alloy | titanium alloy | 钛合金 |
copper-metal | copper | 铜 | copper; 紫铜; 纯铜; 红铜
brass-metal | brass | 黄铜 | brass
bronze-metal | bronze | 青铜 | bronze
zinc-alloy | zinc alloy | 锌合金 |
zinc | zinc | 锌 |
pewter | | 锡镴 |
nickel | | 镍 |
tungsten | tungsten | 钨 |
tungsten-carbide | tungsten carbide | 钨钢 | 碳化钨
magnesium-alloy | magnesium alloy | 镁合金 |
gold-metal | gold | 黄金 | gold; 足金; 纯金; 金
gold-14k | 14K gold | 14K金 | 14k; 14ct gold; 14k gold; 14 karat gold
gold-18k | 18K gold | 18K金 | 18k; 18ct gold; 18k gold; 18 karat gold
rose-gold-metal | rose gold | 玫瑰金 | rose gold
white-gold | white gold | 白色黄金 | 白色K金
silver-metal | silver | 银 | silver; 纯银; 足银
sterling-silver | sterling silver | 925银 | 925 silver; 925 sterling silver; s925; 925纯银; S925银
platinum | | 铂金 | pt950; 铂
[solid]
glass | | 玻璃 | 玻璃制
borosilicate-glass | borosilicate glass | 高硼硅玻璃 | borosilicate; 耐热玻璃; 高硼硅
tempered-glass | tempered glass / toughened glass | 钢化玻璃 | tempered; toughened glass
crystal-glass | crystal glass | 水晶玻璃 | crystal; lead-free crystal; 无铅水晶玻璃
sapphire-crystal | sapphire crystal | 蓝宝石玻璃 | sapphire glass; sapphire; 蓝宝石镜面
mineral-glass | mineral glass | 矿物玻璃 | mineral crystal
ceramic | | 陶瓷 | ceramics; 陶
porcelain | | 瓷 | fine porcelain; 瓷器; 白瓷
bone-china | bone china | 骨瓷 | fine bone china; 骨质瓷
stoneware | | 炻瓷 | 炻器; 粗陶
earthenware | | 陶土 | 陶器
terracotta-clay | terracotta | 赤陶 | terracotta; 红陶
clay | | 黏土 | 粘土
marble | | 大理石 | 天然大理石
granite | | 花岗岩 | 花岗石
slate-stone | slate | 板岩 | slate
sandstone | | 砂岩 |
stone | | 石材 | natural stone; 天然石; 石
sintered-stone | sintered stone | 岩板 | sintered stone
concrete | | 混凝土 |
resin | | 树脂 | polyresin; 合成树脂
epoxy | epoxy resin | 环氧树脂 | epoxy
plaster | | 石膏 | gypsum
soy-wax | soy wax | 大豆蜡 | soy; soya wax
beeswax | | 蜂蜡 | bees wax
paraffin | paraffin wax | 石蜡 | paraffin
coconut-wax | coconut wax | 椰子蜡 |
paper | | 纸 | 纸制; 纸质
cardboard | | 纸板 |
corrugated-cardboard | corrugated cardboard | 瓦楞纸 | corrugated card; 瓦楞纸板
kraft-paper | kraft paper | 牛皮纸 | kraft
rice-paper | rice paper | 宣纸 |
washi | washi paper | 和纸 |
plastic | | 塑料 | plastics; 塑胶
recycled-plastic | recycled plastic | 再生塑料 |
abs | ABS plastic | ABS塑料 | abs; abs plastic
pp | polypropylene | 聚丙烯 | polypropylene; PP塑料
pe | polyethylene | 聚乙烯 | polyethylene; hdpe; PE塑料
pvc | PVC | 聚氯乙烯 | PVC塑料
pet | PET plastic | PET塑料 | pet plastic
polycarbonate | | 聚碳酸酯 | pc; PC材质; PC塑料
tritan | Tritan | Tritan材料 | tritan copolyester
acrylic | acrylic | 亚克力 | plexiglass; pmma; 有机玻璃; acrylic glass
acetate | acetate | 板材 | cellulose acetate; 醋酸纤维板
melamine | | 密胺 | 美耐皿
silicone | | 硅胶 | 食品级硅胶; food grade silicone; food-grade silicone; liquid silicone; 液态硅胶
rubber | | 橡胶 |
natural-rubber | natural rubber | 天然橡胶 |
latex | | 乳胶 | natural latex; 天然乳胶
eva | EVA foam | EVA泡棉 | eva; ethylene vinyl acetate
tpu | TPU | TPU材质 | thermoplastic polyurethane
tpe | TPE | TPE材质 |
polyurethane | polyurethane | 聚氨酯 | pu foam; 聚氨酯泡沫
foam | | 海绵 | high-density foam; 高密度海绵; 高回弹海绵
memory-foam | memory foam | 记忆棉 | memory foam; 慢回弹海绵; 记忆海绵
polyfill | polyester fiber / polyester fibre | 聚酯纤维棉 | hollowfibre; hollow fiber; polyfill; pp棉; PP棉
buckwheat | buckwheat hulls | 荞麦壳 | buckwheat hull; buckwheat husk
kapok | | 木棉 |
carbon-fibre | carbon fiber / carbon fibre | 碳纤维 | carbon fiber
fibreglass | fiberglass / fibreglass | 玻璃纤维 | fiberglass; glass fibre; glass fiber
graphite | | 石墨 |
horn | | 角 | 牛角; 兽角
shell | mother-of-pearl | 贝母 | mother of pearl; shell; 贝壳
loofah | | 丝瓜络 | luffa
coir | coconut coir | 椰棕 | coconut fibre; coconut fiber; coir; 椰壳纤维
boar-bristle | boar bristle | 猪鬃 | boar bristles
""")

GEMS: Final[dict[str, Word]] = words("""
diamond | a diamond | 钻石 | diamonds; natural diamond; 天然钻石; 钻
lab-diamond | a lab-grown diamond | 培育钻石 | lab grown diamond; lab-grown diamond; 人工钻石
cubic-zirconia | cubic zirconia | 锆石 | cz; zirconia; 立方氧化锆
moissanite | moissanite | 莫桑石 | 莫桑钻
ruby | a ruby | 红宝石 | rubies
sapphire | a sapphire | 蓝宝石 | sapphires
emerald | an emerald | 祖母绿 | emeralds
pearl | pearls | 珍珠 | pearls
freshwater-pearl | freshwater pearls | 淡水珍珠 | freshwater pearl
amethyst | amethyst | 紫水晶 |
topaz | topaz | 托帕石 | 黄玉
garnet | garnet | 石榴石 |
opal | opal | 欧泊 | 蛋白石
turquoise | turquoise | 绿松石 |
jade | jade | 玉 | 玉石; 翡翠; 和田玉; jadeite
agate | agate | 玛瑙 | 缟玛瑙
onyx | onyx | 黑玛瑙 | black onyx
citrine | citrine | 黄水晶 |
aquamarine | aquamarine | 海蓝宝 | 海蓝宝石
peridot | peridot | 橄榄石 |
moonstone | moonstone | 月光石 |
rose-quartz | rose quartz | 粉水晶 | rose quartz; 芙蓉石
crystal | crystals | 水晶 | crystals
rhinestone | rhinestones | 水钻 | rhinestone
amber | amber | 琥珀 | 蜜蜡
lapis | lapis lazuli | 青金石 | lapis
tourmaline | tourmaline | 碧玺 |
""")

TEXTURES: Final[dict[str, Word]] = words("""
cream | cream | 膏状 | creamy; 霜状; 乳霜
gel | gel | 凝胶 | gelee; jelly; 啫喱
lotion | lotion | 乳液 | emulsion; 乳状
oil | oil | 油状 | oily; 油
serum | serum | 精华液 | essence; 精华
foam | foam | 泡沫 | mousse; 慕斯
powder | powder | 粉状 | powdery; 粉末; 粉质
balm | balm | 膏体 | salve; 香膏
liquid | liquid | 液态 | 液体; 水状
stick | stick | 棒状 | solid stick; 固体
clay | clay | 泥状 | mud; 泥膏
spray | spray | 喷雾 | mist; 喷雾状
velvet | velvety | 丝绒 | velvet; 丝绒质地
matte | matte / matt | 哑光 | matt; 雾面; 雾感
bar | bar | 皂状 | solid bar; 块状
""")

SORTS: Final[dict[str, str]] = {
    "stainless-steel-304": "stainless-steel",
    "stainless-steel-316": "stainless-steel",
    "stainless-steel-18-8": "stainless-steel",
    "stainless-steel-18-10": "stainless-steel",
    "top-layer-cowhide": "cowhide",
    "solid-pine": "pine",
    "solid-mango-wood": "mango-wood",
    "solid-oak": "oak",
    "natural-rubber": "rubber",
    "corrugated-cardboard": "cardboard",
}
"""What is said of a material that says more than which it is: who likes stainless steel likes 304."""
