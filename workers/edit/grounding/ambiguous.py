"""Words of the closed vocabulary that often mean something else, and phrases in which none of its words mean anything."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final


def _listed(table: str) -> frozenset[str]:
    return frozenset(word for part in table.replace("\n", ";").split(";") if (word := part.strip()))


ENGLISH: Final = _listed("""
poly; modal; jean; canvas; cord; fleece; sherpa; teddy; terry; jersey; felt; satin; lace; mesh; gauze; knit; knitted
oxford; down; feathers; feather; calf; patent; wood; wooden; timber; ash; cherry; maple; pine; birch; beech; walnut; mango
linden; willow; cane; straw; cork; metal; metallic; iron; gold; silver; copper; bronze; brass; nickel; crystal; sapphire
alloy; stone; concrete; cement; clay; paper; plastic; glass; pottery; soy; foam; sponge; carbon; shell; horn; kraft; pc
eva; abs; pu; slate; marble; granite; resin; rubber; plaster; tempered; crystals; pearls; opal; jade; amber; multiplex
turquoise; terracotta; crv; 14k; 18k; 304; washi; bamboo; nappa; vinyl; nude; natural; clear; transparent; multi; assorted
rainbow; colourful; colorful; cream; creme; charcoal; wine; brick; coral; rose; orange; peach; apricot; rust; mustard
lemon; forest; olive; sage; mint; emerald; petrol; aqua; sky; plum; violet; lavender; lilac; tan; cognac; camel; oatmeal
sand; sandy; golden; silvery; jet; ivory; blush; chocolate; caramel; khaki; teal; indigo; cobalt; eggshell; bordeaux; maroon
warm; neutral; cool; daylight; clear; silk; velvet; leather; linen; wool; cotton; steel; plastics; lapis; damascus; supima
""")
"""In English these count only where the words around them say that a material or a colour is meant."""

CHINESE: Final = _listed("""
牛仔; 针织; 木头; 花边; 金属; 五金; 合金; 水晶; 板材; 石材; 羽毛; 水泥; 海草; 海绵; 网面; 纱布; 软木塞; 竹子; 玻璃; 贝壳; 珍珠; 钻石; 琥珀
皮质; 透明; 原色; 本色; 大红; 粉红; 自然色; 彩色; 多色; 七彩; 肤色; 肉色; 混色; 无色; 青铜; 白金; 黄金; 芥黄; 姜黄; 杏色; 桃红; 木质; 稻草; 丝绒
牛皮; 陶瓷; 皮革; 木材; 缎面; 硅胶; 橡胶; 塑料; 树脂; 石膏; 石墨; 蜂蜡; 松木; 纯白; 纯黑; 翡翠; 水钻; 蜜蜡; 醋酸; 乳胶; 绒布; 帆布; 蚕丝; 薄纱
""")
"""In Chinese likewise."""

INNOCENT_ENGLISH: Final = _listed("""
golden hour; golden rule; golden age; silver lining; silver screen; red carpet; red tape; green tea; black tea; white tea
white wine; red wine; black pepper; white pepper; brown rice; brown sugar; white noise; blue light; black coffee
white coffee; black friday; blue sky; green thumb; green space; green spaces; white bread; red-eye; red eye; night sky
grey hair; gray hair; black tie; white goods; blue hour; green salad; red meat; red rose; white rice; glass of; pane of
paper towel; paper towels; paper cup; cotton candy; cotton bud; cotton buds; cotton wool; cotton swab; iron out; wood fire
wood-fired; stone fruit; silk road; french press; french fries; french toast; french braid; french bulldog; french horn
french door; french doors; dutch oven; dutch ovens; turkish delight; swiss roll; swiss army; danish pastry; greek yogurt
greek yoghurt; brazil nut; brazil nuts; indian summer; chinese new year; chinese character
wool wash; silk pillow talk; leather care; steel yourself; red wines; white wines; green leaves; blue jeans; blackboard
whiteboard; rice paper rolls; gold standard; gold medal; bronze medal; silver medal; black box; in the black; in the red
black and white films; amber light; olive oil; chocolate cake; orange juice; lemon juice; mint tea; rose water; mango lassi
""")
"""Longest match wins: what stands inside one of these is no value."""

INNOCENT_CHINESE: Final = _listed("""
羽毛球; 金属感; 木质调; 玻璃心; 黑色星期五; 红色旅游; 绿色食品; 绿色出行; 绿色环保; 白色家电; 丝绒质地; 棉花糖; 皮革香; 檀木香; 银色月光; 金色年华; 金色时光
黄金周; 黄金时段; 黄金比例; 蓝色天空; 珍珠奶茶; 大红袍; 中国风; 印度洋; 中国结; 法国梧桐; 意大利面; 日本豆腐; 韩国泡菜; 中国红; 软木塞子; 羊毛党; 绿色蔬菜; 白色情人节
玫瑰金秋; 白金汉; 竹子般; 蓝色海洋; 绿色植物; 金属质感; 皮质般; 玻璃窗; 玻璃门; 玻璃杯里; 东西装
""")

DEMONYMS: Final = """
italian | italy
japanese | japan
german | germany
swiss | switzerland
french | france
american | the united states; united states; usa; us
british | united kingdom; the united kingdom; england; scotland; wales; uk
english-made | england
chinese | china
korean | south korea
swedish | sweden; scandinavian
danish | denmark; scandinavian
norwegian | norway; scandinavian
finnish | finland
scottish | scotland
irish | ireland
spanish | spain
portuguese | portugal
dutch | netherlands; the netherlands
turkish | turkey
greek | greece
indian | india
thai | thailand
vietnamese | vietnam
australian | australia
canadian | canada
mexican | mexico
brazilian | brazil
austrian | austria
belgian | belgium
czech | czech republic
hungarian | hungary
moroccan | morocco
ethiopian | ethiopia
kenyan | kenya
colombian | colombia
peruvian | peru
"""
"""Who comes from where, and the places that permit one to say so."""

REGIONS: Final = _listed("""
tuscany; provence; bavaria; milan; paris; kyoto; tokyo; osaka; sheffield; solingen; limoges; murano; hangzhou; shenzhen
california; new york; hawaii; london; stoke-on-trent; florence; venice; alsace; normandy; andalusia; catalonia; jutland
""")
REGIONS_CHINESE: Final = _listed("""
景德镇; 宜兴; 杭州; 苏州; 龙泉; 云南; 新疆; 东北; 西湖; 福建; 浙江; 江苏; 广东; 四川; 贵州; 内蒙古; 长白山; 阿尔卑斯; 巴黎; 米兰; 东京; 京都; 北海道; 托斯卡纳
普罗旺斯; 慕尼黑; 硅谷; 义乌; 佛山; 潮州; 德化; 建阳; 五常; 安溪; 武夷山; 宁夏; 青海; 西藏; 台北
""")
