"""Product types of the kitchen, the larder and the bathroom shelf. Marks as in `types_wear.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# English | Chinese | measure word | aliases
TABLE: Final = """
[kitchen]
frying pan | 平底锅 | 口 | frying pans; skillet; fry pan; pan; pans; 煎锅
saucepan | 奶锅 | 口 | saucepans; sauce pan; milk pan
pot | 锅 | 口 | pots; <stockpot; <stock pot; cooking pot; <汤锅
Dutch oven | 炖锅 | 口 | dutch ovens; casserole; casserole dish; cocotte; <铸铁炖锅; <砂锅
wok | 炒锅 | 口 | woks; 中式炒锅
grill pan | 煎烤盘 | 口 | grill pans; griddle; griddle pan
baking sheet / baking tray | 烤盘 | 个 | baking tray; sheet pan; baking sheets; cookie sheet; 烘焙烤盘
cake tin | 蛋糕模具 | 个 | cake pan; muffin tin; muffin pan; loaf tin; loaf pan; cake mold; 烘焙模具
steamer | 蒸锅 | 口 | steamers; steamer basket; 蒸笼
pressure cooker | 压力锅 | 口 | pressure cookers; 高压锅
knife (knives) | 刀 | 把 | kitchen knife; kitchen knives; knives; 刀具
chef's knife (chef's knives) | 主厨刀 | 把 | chef knife; chefs knife; 厨师刀
knife set | 刀具套装 | 套 | knife sets
cutting board / chopping board | 砧板 | 块 | cutting boards; chopping board; chopping boards; 菜板; 案板
spatula | 锅铲 | 把 | spatulas; turner; <slotted turner; <fish slice
whisk | 打蛋器 | 个 | whisks; balloon whisk; <手动打蛋器
ladle | 汤勺 | 把 | ladles; 长柄勺
&tongs | 食物夹 | 把 | kitchen tongs; tong
peeler | 削皮刀 | 把 | peelers; vegetable peeler; 刨皮刀
grater | 刨丝器 | 个 | graters; cheese grater; zester; 擦丝器
sieve | 筛网 | 个 | strainer; sieves; strainers; fine mesh strainer; <面粉筛
colander | 沥水篮 | 个 | colanders
rolling pin | 擀面杖 | 根 | rolling pins
can opener / tin opener | 开罐器 | 个 | can openers; tin opener
bottle opener | 开瓶器 | 个 | bottle openers
corkscrew | 红酒开瓶器 | 个 | corkscrews
citrus squeezer | 榨汁器 | 个 | <手动榨汁器; citrus press; citrus juicer; lemon squeezer; squeezer
slicer | 切片器 | 个 | slicers; egg slicer; mandoline; 切蛋器; 切菜器
ice cube tray | 冰格 | 个 | ice tray; ice cube trays; 制冰盒
spice rack | 调料架 | 个 | spice racks; 调味架
dish rack | 沥水架 | 个 | dish racks; dish drying rack
kitchen scale | 厨房秤 | 台 | kitchen scales; food scale
food storage container | 保鲜盒 | 个 | food container; food containers
storage jar | 储物罐 | 个 | storage jars; <密封罐
lunch box | 饭盒 | 个 | lunchbox; bento box; lunch boxes; bento; 便当盒
measuring cup | 量杯 | 个 | measuring cups; measuring jug
mortar and pestle | 研钵 | 套 | pestle and mortar
[tableware]
plate | 盘子 | 个 | plates; <dinner plate; <dessert plate; <side plate; 餐盘; 碟子; <平盘
bowl | 碗 | 个 | bowls; <soup bowl; <salad bowl; serving bowl; <cereal bowl; 餐碗; <饭碗; <沙拉碗
cup | 杯子 | 个 | cups; <teacup; <coffee cup; <tea cup; <咖啡杯; <茶杯; <随手杯
mug | 马克杯 | 个 | mugs; coffee mug; mug set
glass (glasses) | 玻璃杯 | 个 | drinking glass; drinking glasses; water glasses; <highball glasses; <whiskey glasses; <cocktail glasses; glassware set; water glass; <highball glass; <whiskey glass; 水杯玻璃; <威士忌杯
wine glass | 葡萄酒杯 | 个 | wine glasses; <champagne flute; <champagne flutes; <goblet; stemware; <红酒杯; <高脚杯; <香槟杯
water bottle | 水杯 | 个 | water bottles; drinking bottle; drink bottle; bottle; sports bottle; 水壶; 水瓶; 运动水杯
vacuum flask | 保温杯 | 个 | thermos; vacuum bottle; thermos flask; 保温瓶; 保温壶
teapot | 茶壶 | 把 | teapots; tea pot; 紫砂壶
tea set | 茶具套装 | 套 | tea sets; tea service; 茶具
jug | 水罐 | 个 | pitcher; jugs; pitchers; <carafe; <冷水壶
decanter | 醒酒器 | 个 | decanters
fork | 叉子 | 把 | forks; dinner fork; 餐叉
spoon | 勺子 | 把 | spoons; <tablespoon; <teaspoon; 汤匙; 餐勺
~cutlery | 餐具 | 套 | flatware; silverware; cutlery set; flatware set; 刀叉
+chopsticks | 筷子 | 双 | chopstick; 公筷
tray | 托盘 | 个 | trays; serving tray; 茶盘
cake stand | 蛋糕架 | 个 | cake stands
serving platter | 上菜盘 | 个 | platter; platters; serving plate
dinnerware set | 餐具套装 | 套 | dinnerware; dinner set; dining set tableware; crockery set; 碗盘套装; 碗碟套装
coaster | 杯垫 | 个 | coasters; drink coaster
sugar bowl | 糖罐 | 个 | sugar bowls
[appliance]
coffee maker / coffee machine | 咖啡机 | 台 | coffee machine; <espresso machine; coffee makers; <意式咖啡机
French press / cafetière | 法压壶 | 个 | french presses; cafetiere; coffee press
pour-over dripper | 手冲滤杯 | 个 | pour over dripper; coffee dripper; dripper; 滤杯
coffee grinder | 磨豆机 | 台 | coffee grinders; 咖啡研磨机
kettle | 烧水壶 | 个 | kettles; <electric kettle; tea kettle; <gooseneck kettle; 热水壶; <电热水壶; <电水壶; <细口壶
toaster | 烤面包机 | 台 | toasters; 多士炉; 吐司机
blender | 搅拌机 | 台 | blenders; smoothie maker; countertop blender; 料理机; 破壁机
hand blender | 手持料理棒 | 台 | immersion blender; stick blender; hand blenders; 料理棒
stand mixer | 厨师机 | 台 | stand mixers
hand mixer | 电动打蛋器 | 个 | hand mixers
food processor | 食物料理机 | 台 | food processors
juicer | 榨汁机 | 台 | juicers; cold press juicer; slow juicer; 原汁机
air fryer | 空气炸锅 | 台 | air fryers; airfryer
microwave | 微波炉 | 台 | microwaves; microwave oven
oven | 烤箱 | 台 | ovens; toaster oven; <electric oven; 电烤箱
rice cooker | 电饭煲 | 台 | rice cookers; 电饭锅
slow cooker | 电炖锅 | 台 | slow cookers; crock pot
electric stove / electric hob | 电炉 | 台 | hot plate; <induction cooktop; electric stoves; <induction hob; <电磁炉
vacuum cleaner | 吸尘器 | 台 | vacuum; vacuums; <stick vacuum; vacuum cleaners; <无线吸尘器
robot vacuum | 扫地机器人 | 台 | robot vacuums; robotic vacuum; 扫拖机器人
air purifier | 空气净化器 | 台 | air purifiers; purifier
humidifier | 加湿器 | 台 | humidifiers
dehumidifier | 除湿机 | 台 | dehumidifiers
fan | 风扇 | 台 | fans; <desk fan; tower fan; <ceiling fan; 电风扇; <落地扇
heater | 取暖器 | 台 | heaters; space heater; 电暖器; 暖风机
iron | 熨斗 | 个 | irons; <steam iron; <电熨斗; <蒸汽熨斗
garment steamer | 挂烫机 | 台 | garment steamers; clothes steamer
sewing machine | 缝纫机 | 台 | sewing machines
[food]
~bread | 面包 | 个 | loaf; <sourdough; <baguette; bread loaf; <吐司; <欧包
cake | 蛋糕 | 个 | cakes; cheesecake; cupcake; cupcakes; birthday cake; <芝士蛋糕; 生日蛋糕
pie | 派 | 个 | pies; tart; tarts; 挞
+cookies / biscuits | 饼干 | 盒 | cookie; biscuit; biscuits; 曲奇
+pastries | 酥点 | 盒 | pastry; croissant; croissants; danish; <牛角包; 可颂
+doughnuts | 甜甜圈 | 盒 | donut; donuts; doughnut
+muffins | 玛芬 | 盒 | muffin
~chocolate | 巧克力 | 盒 | chocolates; chocolate bar; chocolate box; truffles; 巧克力礼盒
~candy / confectionery | 糖果 | 袋 | candies; sweets; gummies; lollipop; lollipops; 软糖
~ice cream | 冰淇淋 | 盒 | gelato; sorbet; 雪糕
~honey | 蜂蜜 | 瓶 | honey jar; <raw honey
~jam | 果酱 | 瓶 | marmalade; preserves; fruit jam
+nuts | 坚果 | 袋 | nut; <mixed nuts; nuts/seeds; <almonds; <cashews; <混合坚果; 每日坚果
+potato chips / crisps | 薯片 | 袋 | potato chips; chips; crisps
~popcorn | 爆米花 | 袋 | pop corn
~granola | 格兰诺拉麦片 | 袋 | muesli; cereal; breakfast cereal; 麦片; 燕麦片
~rice | 大米 | 袋 | basmati rice; <jasmine rice; 米; 香米
~pasta | 意大利面 | 袋 | spaghetti; penne; macaroni; 意面
+noodles | 面条 | 袋 | noodle; ramen; instant noodles; 挂面; 方便面; 拉面
+dumplings | 饺子 | 袋 | dumpling; gyoza; 水饺; 锅贴
~flour | 面粉 | 袋 | <wheat flour; plain flour
~sugar | 糖 | 袋 | <cane sugar; <brown sugar; 白糖; 红糖
~salt | 盐 | 罐 | <sea salt; table salt; 食盐
spice blend | 香料 | 瓶 | spice; spices; seasoning; spice mix; herbs; 调味料; 香辛料
sauce | 酱料 | 瓶 | sauces; <hot sauce; <soy sauce; ketchup; dressing; 酱油; 酱汁; 辣酱
~olive oil | 橄榄油 | 瓶 | <extra virgin olive oil
~cooking oil | 食用油 | 桶 | vegetable oil; sunflower oil; cooking oils; 植物油
~vinegar | 醋 | 瓶 | balsamic vinegar; 食醋
~cheese | 奶酪 | 块 | <cheddar; brie; cheeses; 芝士
~butter | 黄油 | 盒 | <salted butter
~yogurt / yoghurt | 酸奶 | 杯 | greek yogurt; yoghurt
~milk | 牛奶 | 盒 | whole milk; <oat milk; <almond milk; <鲜奶; 纯牛奶; <燕麦奶
+eggs | 鸡蛋 | 盒 | egg; free range eggs; farm eggs; 土鸡蛋
~beef | 牛肉 | 份 | beef steak; ground beef; 牛腩
steak | 牛排 | 块 | steaks; ribeye; sirloin; <beef steaks
~chicken | 鸡肉 | 份 | chicken meat; chicken breast; 鸡胸肉
~pork | 猪肉 | 份 | pork chop; bacon; ham; 培根
+sausages | 香肠 | 包 | sausage; salami; hot dog; 腊肠
~salmon | 三文鱼 | 份 | salmon fillet; smoked salmon; 鲑鱼
fish steak | 鱼排 | 块 | fish fillet; fish steaks; fish fillets; 鱼柳
~fish | 鱼 | 条 | <white fish; 鲜鱼
~seafood | 海鲜 | 份 | shellfish; 水产
~shrimp / prawns | 虾 | 份 | prawn; prawns; shrimps; 虾仁
lobster | 龙虾 | 只 | lobsters; lobster tail
+apples | 苹果 | 箱 | apple; <red apple
+bananas | 香蕉 | 把 | banana
+oranges | 橙子 | 箱 | orange; mandarin; mandarins; 橘子
+lemons | 柠檬 | 袋 | lemon; <limes; <lime
+strawberries | 草莓 | 盒 | strawberry
+berries | 莓果 | 盒 | berry; mulberry; <blueberries; <raspberries; <mixed berries; 桑葚; <蓝莓
+grapes | 葡萄 | 串 | grape
+kiwis | 猕猴桃 | 盒 | kiwi; kiwifruit; 奇异果
~fruit | 水果 | 份 | fruits; fresh fruit; 鲜果
+vegetables | 蔬菜 | 份 | vegetable; veg; fresh vegetables
+potatoes | 土豆 | 袋 | potato; 马铃薯
+onions | 洋葱 | 袋 | onion; <red onions
+tomatoes | 番茄 | 份 | tomato; <cherry tomatoes; 西红柿; 圣女果
+peppers | 甜椒 | 份 | <bell pepper; pepper vegetable; <chili pepper; <chili peppers; serrano peppers; <bell peppers; 辣椒
cucumber | 黄瓜 | 根 | cucumbers
+carrots | 胡萝卜 | 袋 | carrot
+mushrooms | 蘑菇 | 盒 | mushroom; 香菇
salad | 沙拉 | 份 | salads; salad kit; soup and salad
soup | 汤 | 份 | soups; broth
pizza | 披萨 | 个 | pizzas; 比萨
sandwich | 三明治 | 个 | sandwiches; wrap sandwich; burger; sandwiches/wraps; 汉堡
+nachos | 玉米片 | 份 | nacho; tortilla chips
~protein powder | 蛋白粉 | 罐 | <whey protein; protein; <乳清蛋白
[drink]
~coffee | 咖啡 | 袋 | <coffee beans; <ground coffee; <instant coffee; <whole bean coffee; <咖啡豆; <咖啡粉; <挂耳咖啡; <速溶咖啡
~tea | 茶叶 | 罐 | <loose leaf tea; <tea bags; <green tea; <black tea; <herbal tea; <龙井; <龙井茶; <铁观音; <碧螺春; <毛峰; <白茶; <普洱; <绿茶; <红茶; 茶; <乌龙茶; <普洱茶; <花茶
~juice | 果汁 | 瓶 | <fruit juice; <orange juice; <橙汁
~water | 饮用水 | 瓶 | <mineral water; <spring water; <sparkling water; bottled water; <矿泉水; <气泡水
~soda / soft drink | 汽水 | 瓶 | soft drink; soft drinks; <cola; fountain-carbonated; <可乐; 碳酸饮料; 饮料
~hot chocolate | 热可可 | 罐 | cocoa powder; cocoa; drinking chocolate; 可可粉
~wine | 葡萄酒 | 瓶 | <red wine; <white wine; <sparkling wine; <champagne; <红酒; <香槟; <白葡萄酒
~beer | 啤酒 | 瓶 | <craft beer; <ale; <lager; <stout; <ipa; <精酿啤酒
~whisky | 威士忌 | 瓶 | whiskey; <bourbon; <scotch; spirits
"""
