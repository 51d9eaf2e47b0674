"""Product types for body and face, for pets, plants and children. Marks as in `types_wear.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# English | Chinese | measure word | aliases
TABLE: Final = """
[beauty]
lipstick | 口红 | 支 | lipsticks; lip stick
lip balm | 润唇膏 | 支 | lip balms; 护唇膏
mascara | 睫毛膏 | 支 | mascaras
eyeliner | 眼线笔 | 支 | eyeliners; eye liner; <眼线液笔
eyeshadow palette | 眼影盘 | 个 | eyeshadow; eye shadow; eyeshadow quad; eye palette; makeup palette; 眼影
foundation | 粉底 | 瓶 | foundations; <liquid foundation; <粉底液
concealer | 遮瑕膏 | 支 | concealers
blush | 腮红 | 盒 | blusher; blushes
face powder | 蜜粉 | 盒 | setting powder; pressed powder; loose powder; powder canister; compact powder; 散粉; 粉饼
nail polish | 指甲油 | 瓶 | nail polishes; nail varnish; nail lacquer
makeup brush | 化妆刷 | 支 | makeup brushes; makeup brush set; brush set; 化妆刷套装
makeup remover | 卸妆液 | 瓶 | makeup removers; micellar water; cleansing oil; 卸妆水; 卸妆油
moisturizer / moisturiser | 面霜 | 瓶 | moisturizer; moisturiser; face cream; day cream; night cream; moisturizers; 乳霜; 保湿霜
serum | 精华液 | 瓶 | serums; face serum; 精华; 面部精华
cleanser | 洁面乳 | 支 | face wash; facial cleanser; cleansers; 洗面奶; 洁面
toner | 爽肤水 | 瓶 | toners; facial toner; 化妆水; 柔肤水
face mask | 面膜 | 盒 | sheet mask; face masks; facial mask; clay mask
eye cream | 眼霜 | 支 | eye creams
sunscreen | 防晒霜 | 支 | sun cream; sunblock; sun screen; suncream; 防晒乳
hand cream | 护手霜 | 支 | hand creams; hand lotion
body lotion | 身体乳 | 瓶 | <body cream; <body butter; body lotions; lotion; body and face lotion; face and body lotion; 润肤乳; 润肤露
body scrub | 身体磨砂膏 | 罐 | body scrubs; <sugar scrub
body wash | 沐浴露 | 瓶 | shower gel; body washes; bubble bath; 沐浴乳; 沐浴液
soap | 香皂 | 块 | soaps; bar soap; soap bar; bath soap; 手工皂; 肥皂; 洁面皂
hand soap | 洗手液 | 瓶 | hand wash; liquid soap; liquid hand soap
+bath salts | 浴盐 | 罐 | bath salt
bath bomb | 泡澡球 | 个 | bath bombs; bath bomb set
shampoo | 洗发水 | 瓶 | shampoos; shampoo bar; 洗发露; 洗发皂
conditioner | 护发素 | 瓶 | conditioners; hair conditioner
hair mask | 发膜 | 罐 | hair masks; hair treatment
hair oil | 护发精油 | 瓶 | hair oils; hair serum
hair dryer | 吹风机 | 个 | hairdryer; hair dryers; blow dryer; 电吹风
hair straightener | 直发器 | 个 | flat iron; hair straighteners
hairbrush | 发梳 | 把 | hair brush; hairbrushes; <气垫梳; 梳子
comb | 梳子 | 把 | combs
perfume | 香水 | 瓶 | perfumes; eau de parfum; eau de toilette; fragrance; fragrances; cologne; edp; edt; eau de cologne; 淡香水; 香氛
deodorant | 止汗露 | 支 | deodorants; <antiperspirant; <deodorant stick
essential oil | 精油 | 瓶 | essential oils; aromatherapy oil
toothbrush | 牙刷 | 支 | toothbrushes; <bamboo toothbrush; 软毛牙刷
electric toothbrush | 电动牙刷 | 支 | electric toothbrushes; sonic toothbrush
toothpaste | 牙膏 | 支 | toothpastes
razor | 剃须刀 | 把 | razors; <safety razor; 刮胡刀; <电动剃须刀; <electric shaver
shaving set | 剃须套装 | 套 | shaving kit; shave kit; shaving sets
shaving cream | 剃须膏 | 罐 | shaving foam; shave cream; 剃须泡沫
beard oil | 胡须油 | 瓶 | beard oils
&tweezers | 镊子 | 把 | tweezer; eyebrow tweezers
nail clipper | 指甲刀 | 把 | nail clippers; 指甲钳
~makeup | 彩妆 | 套 | cosmetics; make-up; make up; makeup set; 化妆品
[plant]
plant | 植物 | 盆 | plants; houseplant; indoor plant; potted plant; house plant; 绿植; 盆栽; 室内植物
succulent | 多肉植物 | 盆 | succulents; <cactus; <cacti; 多肉; <仙人掌
orchid | 兰花 | 盆 | orchids; phalaenopsis; 蝴蝶兰
bonsai | 盆景 | 盆 | bonsai tree; bonsai trees
artificial plant | 仿真植物 | 盆 | artificial plants; faux plant; fake plant; 仿真绿植
bouquet | 花束 | 束 | bouquets; flower bouquet; <rose bouquet; <玫瑰花束
flower arrangement | 插花 | 件 | floral arrangement; arrangement; flower arrangements; floral arrangements; 花艺
centerpiece / centrepiece | 桌花 | 件 | centerpieces; floral centerpiece; table centerpiece; 花艺摆件
+dried flowers | 干花 | 束 | dried flower; dried bouquet; pampas grass; 干花束
+seeds | 种子 | 包 | seed; flower seeds; vegetable seeds; 花种; 菜种
plant pot | 花盆 | 个 | flowerpot; flower pot; planter; plant pots; planters; 盆器
watering can | 浇水壶 | 个 | watering cans; 洒水壶
[pet]
~dog food | 狗粮 | 袋 | <dry dog food; <wet dog food; <puppy food; 犬粮
~cat food | 猫粮 | 袋 | <dry cat food; <wet cat food; <kitten food
+dog treats | 狗零食 | 袋 | dog treat
dog bed | 狗窝 | 个 | dog beds
cat bed | 猫窝 | 个 | cat beds
dog leash / dog lead | 牵引绳 | 条 | leash; dog lead; pet leash; lead; 狗绳
dog collar | 狗项圈 | 条 | dog collars; pet collar; collar pet; pet collar set; 宠物项圈; 项圈
dog harness | 狗胸背带 | 件 | dog harnesses; harness; 胸背带
dog toy | 狗玩具 | 个 | dog toys
cat toy | 猫玩具 | 个 | cat toys
cat tree | 猫爬架 | 个 | cat trees
pet bowl | 宠物碗 | 个 | <dog bowl; <cat bowl; pet bowls; <猫碗; <狗碗
aquarium | 鱼缸 | 个 | aquariums; fish tank
~cat litter | 猫砂 | 袋 | kitty litter
[toy]
toy | 玩具 | 个 | toys; <wooden toy; 儿童玩具
stuffed animal / soft toy | 毛绒玩具 | 个 | plush; plush toy; soft toy; teddy bear; stuffed animals; teddy; 公仔; 毛绒公仔
puzzle | 拼图 | 盒 | puzzles; jigsaw; jigsaw puzzle
board game | 桌游 | 盒 | board games; card game; tabletop game; 桌面游戏; 棋
+building blocks | 积木 | 盒 | building block; building set; construction toy; <wooden blocks; <wooden block set; block set; building bricks
doll | 娃娃 | 个 | dolls; 玩偶
play tent | 儿童帐篷 | 顶 | play tents; teepee; 游戏帐篷
model kit | 拼装模型 | 盒 | model kits; scale model; 模型
kite | 风筝 | 只 | kites
[baby]
stroller / pushchair | 婴儿推车 | 辆 | strollers; pushchair; pram; buggy; 童车
car seat | 儿童安全座椅 | 个 | car seats; child seat; 安全座椅
high chair | 儿童餐椅 | 把 | highchair; high chairs; 宝宝餐椅
baby bottle | 奶瓶 | 个 | baby bottles; feeding bottle
+diapers / nappies | 纸尿裤 | 包 | diaper; nappy; nappies; 尿不湿
baby carrier | 婴儿背带 | 条 | baby carriers; baby sling; 背巾
bib | 围嘴 | 条 | bibs; 口水巾
"""
