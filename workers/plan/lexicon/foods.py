"""What food, drink and care products taste and smell of, who may eat them, and skins and hairs they are for."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

FLAVOURS: Final[dict[str, Word]] = words("""
vanilla | | 香草 | vanilla bean; 香草荚; 云尼拿
chocolate | | 巧克力 | cocoa; cacao; 可可
dark-chocolate | dark chocolate | 黑巧克力 | 黑巧
milk-chocolate | milk chocolate | 牛奶巧克力 |
white-chocolate | white chocolate | 白巧克力 |
caramel | | 焦糖 | 太妃; toffee
salted-caramel | salted caramel | 海盐焦糖 |
coffee | | 咖啡 | espresso; mocha; 摩卡
matcha | | 抹茶 | green tea matcha
green-tea | green tea | 绿茶 |
black-tea | black tea | 红茶 | earl grey
jasmine-tea | jasmine tea | 茉莉花茶 |
oolong | oolong tea | 乌龙茶 | oolong tea
strawberry | | 草莓 | strawberries
raspberry | | 覆盆子 | raspberries; 树莓
blueberry | | 蓝莓 | blueberries
blackberry | | 黑莓 | blackberries
mixed-berry | mixed berry | 混合莓果 | mixed berries; berry; berries; 莓果
cherry | | 樱桃 | cherries; 车厘子
cranberry | | 蔓越莓 | cranberries
apple | | 苹果 | apples
green-apple | green apple | 青苹果 |
pear | | 梨 | pears
peach | | 桃子 | peaches; 水蜜桃; 桃
apricot | | 杏子 | apricots
mango | | 芒果 | mangoes; mangos
pineapple | | 菠萝 | 凤梨
coconut | | 椰子 | coconuts; 椰奶; 椰香
banana | | 香蕉 | bananas
lemon | | 柠檬 | lemons
lime | | 青柠 | limes
orange | | 橙子 | oranges; 甜橙; 香橙; 橙
grapefruit | | 西柚 | 葡萄柚
grape | | 葡萄 | grapes
watermelon | | 西瓜 |
pomegranate | | 石榴 |
passion-fruit | passion fruit | 百香果 | passionfruit
lychee | | 荔枝 | litchi
yuzu | | 柚子 |
mint | | 薄荷 | peppermint; spearmint
cinnamon | | 肉桂 |
ginger | | 生姜 | 姜
honey | | 蜂蜜 |
maple | maple syrup | 枫糖 | maple syrup; 枫糖浆
almond | almond | 杏仁 | almonds; 巴旦木; 扁桃仁
hazelnut | hazelnut | 榛子 | hazelnuts
peanut | peanut | 花生 | peanuts; peanut butter; 花生酱
walnut-food | walnut | 核桃 | walnut; walnuts
cashew | cashew | 腰果 | cashews
pistachio | pistachio | 开心果 | pistachios
nuts | nuts | 坚果 | tree nuts; nut; mixed nuts; 混合坚果
sesame | sesame | 芝麻 | sesame seeds; black sesame; 黑芝麻
oats | oats | 燕麦 | oat; oatmeal; rolled oats
wheat | wheat | 小麦 | wheat flour; gluten; 小麦粉; 面粉; 麸质
rice | rice | 大米 | rice flour; 米
corn | corn / sweetcorn | 玉米 | maize; sweetcorn
soy | soy / soya | 大豆 | soya; soybeans; soybean; 黄豆
milk | milk | 牛奶 | dairy; 乳; 乳制品; 鲜奶; 奶; 原味牛奶
yoghurt | yogurt / yoghurt | 酸奶 | yogurt; 乳酪酸奶
cheese | cheese | 奶酪 | cheddar; 芝士; 干酪
butter | butter | 黄油 | 奶油黄油
egg | egg | 鸡蛋 | eggs; 蛋
fish | fish | 鱼 | 鱼类
salmon | salmon | 三文鱼 | 鲑鱼
tuna | tuna | 金枪鱼 | 吞拿鱼
shrimp | shrimp / prawns | 虾 | prawn; prawns; shrimps; crustaceans; shellfish; 虾仁; 甲壳类
chicken | chicken | 鸡肉 | 鸡
beef | beef | 牛肉 |
pork | pork | 猪肉 |
lamb | lamb | 羊肉 |
duck | duck | 鸭肉 | 鸭
turkey | turkey | 火鸡 |
tomato | | 番茄 | tomatoes; 西红柿
garlic | | 大蒜 | 蒜; 蒜香
onion | | 洋葱 | onions
chilli | chili / chilli | 辣椒 | chili; chilies; chillies; 香辣
spicy | spicy | 辣 | hot; 麻辣; 辣味
black-pepper | black pepper | 黑胡椒 | 胡椒
sea-salt | sea salt | 海盐 | salt; 盐; salted
barbecue | barbecue | 烧烤 | bbq; smoky; 烟熏
curry | | 咖喱 |
mushroom | | 蘑菇 | mushrooms; 菌菇
seaweed | | 海苔 | nori; 紫菜
olive-oil | olive oil | 橄榄油 | extra virgin olive oil; 特级初榨橄榄油
sugar | sugar | 糖 | cane sugar; 白砂糖; 蔗糖
sweet | sweet | 甜 | 甜味
sour | sour | 酸 | 酸味
original | original | 原味 | plain; classic; natural; unflavoured; unflavored; 经典原味
sweet-sour | sweet-and-sour | 酸甜 | sweet and sour; 糖醋
mustard | mustard | 芥末 |
celery | celery | 芹菜 |
shea-butter | shea butter | 乳木果油 | shea; 乳木果
argan-oil | argan oil | 摩洛哥坚果油 | argan
jojoba-oil | jojoba oil | 荷荷巴油 | jojoba
coconut-oil | coconut oil | 椰子油 |
aloe | aloe vera | 芦荟 | aloe; aloe vera gel
hyaluronic-acid | hyaluronic acid | 透明质酸 | hyaluronic; 玻尿酸; 透明质酸钠; sodium hyaluronate
glycerin | glycerin | 甘油 | glycerine; glycerol
vitamin-c | vitamin C | 维生素C | vitamin c; 维C; 维生素c
vitamin-e | vitamin E | 维生素E | vitamin e; 维E
niacinamide | niacinamide | 烟酰胺 | vitamin b3
tea-tree | tea tree oil | 茶树精油 | tea tree; 茶树
""")

SCENTS: Final[dict[str, Word]] = words("""
lavender | | 薰衣草 | 薰衣草香
rose | | 玫瑰 | roses; 玫瑰花
jasmine | | 茉莉 | 茉莉花
lily | | 百合 | lilies; 百合花
orchid | | 兰花 |
peony | | 牡丹 | 芍药
osmanthus | | 桂花 |
orange-blossom | orange blossom | 橙花 | neroli
cherry-blossom | cherry blossom | 樱花 | sakura
gardenia | | 栀子花 |
vanilla | | 香草 |
citrus | | 柑橘 | citrusy; 柑橘调
lemon | | 柠檬 |
bergamot | | 佛手柑 | 香柠檬
grapefruit | | 西柚 |
sandalwood | | 檀香 | 檀木; 檀香木
cedar | | 雪松 | cedarwood; 雪松木
pine | | 松木 | pine needle; 松针
oud | | 乌木沉香 | agarwood; 沉香
amber | | 琥珀 |
musk | | 麝香 | white musk; 白麝香
patchouli | | 广藿香 |
eucalyptus | | 桉树 | 尤加利
mint | | 薄荷 | peppermint; spearmint
rosemary | | 迷迭香 |
basil | | 罗勒 |
sage | | 鼠尾草 |
green-tea | green tea | 绿茶 |
fig | | 无花果 |
coconut | | 椰子 |
cinnamon | | 肉桂 |
tobacco | | 烟草 |
leather | | 皮革 |
sea | sea-breeze | 海洋 | ocean; marine; sea salt; sea breeze; aquatic; 海盐
fresh | fresh | 清新 | clean
floral | floral | 花 | flower; flowers; 花香调; 花香
fruity | fruity | 果 | fruit; 果香; 果香调
woody | woody | 木质 | wood; 木香; 木质调
herbal | herbal | 草本 | herbs; 草本香
""")

DIETS: Final[dict[str, Word]] = words("""
vegan | | 纯素 | plant based; plant-based; 全素; 植物基
vegetarian | | 素食 | veggie; veg; 素
gluten-free | gluten-free | 无麸质 | gluten free; 不含麸质
dairy-free | dairy-free | 不含乳制品 | dairy free; 无乳
lactose-free | lactose-free | 无乳糖 | lactose free; 0乳糖; 零乳糖
sugar-free | sugar-free | 无糖 | sugar free; no sugar; 0糖; 零糖
no-added-sugar | free of added sugar | 无添加糖 | no added sugar; no sugar added; 不添加糖
nut-free | nut-free | 不含坚果 | nut free; 无坚果
halal | halal | 清真 | halal certified
kosher | kosher | 犹太洁食 | kosher certified; 洁食
organic | organic | 有机 | certified organic; 有机认证
raw-diet | raw | 生食 | raw food
""")

ROASTS: Final[dict[str, Word]] = words("""
light | light | 浅度烘焙 | light roast; blonde; 浅烘; 浅焙
medium | medium | 中度烘焙 | medium roast; 中烘; 中焙
medium-dark | medium-dark | 中深度烘焙 | medium dark; medium-dark roast; 中深烘
dark | dark | 深度烘焙 | dark roast; french roast; espresso roast; 深烘; 深焙
""")

SKINS: Final[dict[str, Word]] = words("""
all | all types of | 各类 | all; all skin types; all types; any; all skin; 所有肤质; 任何肤质; 各种肤质; 通用
dry | dry | 干性 | dry skin; 干皮; 干性肤质
oily | oily | 油性 | oily skin; 油皮; 油性肤质
combination | combination | 混合性 | combination skin; mixed; 混合性肤质; 混油
normal | normal | 中性 | normal skin; 中性肤质
sensitive | sensitive | 敏感 | sensitive skin; 敏感肌; 敏感性
mature | mature | 熟龄 | mature skin; 熟龄肌
""")

HAIRS: Final[dict[str, Word]] = words("""
all | all types of | 各类 | all; all hair types; any; 所有发质; 任何发质; 通用
dry | dry | 干性 | dry hair; 干枯
oily | oily | 油性 | oily hair; greasy; 油性发质
fine | fine | 细软 | fine hair; thin; 细软发质
thick | thick | 粗硬 | thick hair; coarse
curly | curly | 卷曲 | curly hair; wavy; coily; 卷发
straight | straight | 直 | straight hair; 直发
coloured | color-treated / colour-treated | 染后 | coloured hair; colored hair; color treated; colour treated; dyed; 染发
normal | normal | 中性 | normal hair
damaged | damaged | 受损 | damaged hair; 受损发质
""")
