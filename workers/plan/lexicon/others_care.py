"""What only ends like a type of things for body, face, table, pets, plants and children: see `others.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# Type | English words before the head | Chinese words before it
TABLE: Final = """
bread | banana
cake | soap; rice; bath; nappy; diaper; towel; urinal; fish; moon; crab; makeup; pond; potato; salt; seed; suet; watercolor; tea; pu erh; pan; cattle; paint; mud; sponge cake; funnel; hockey; felt; wedding cake topper; oil | 月; 香皂; 毛巾; 尿布; 茶; 普洱; 年; 米; 肥皂; 鱼; 萝卜
pie | apple pie candle; cow; shepherds; pot; meat; raspberry; cottage; pork; fish; pizza; steak
cookies | horse; fortune; browser | 压缩; 磨牙
candy | wrist; ear; eye; arm | 棉花
chocolate | hot; drinking; mulling; cooking | 热
nuts | wheel; lock; wing; hex; lug; bolt; machine screw; acorn; flange; tiger; doughnut; pine; nylon; insert; rivet; cap; t; coupling; soap; cage; steel; hexagon; guitar; square; nut | 螺
eggs | easter; fake; faux; wooden; candy; plastic; ceramic; surprise; dinosaur; decorative; massage; yoni; jade; stone; vibrating; nest; kegel; dragon; marble; quail; caviar; shaker; foam; crystal; fish; golden; glass; fillable; bath | 复活节; 皮; 咸; 松花; 卤; 茶叶; 巧克力; 恐龙; 惊喜; 鱼; 彩; 玉; 跳; 虾
fish | plush; stuffed; gummy; wooden; robot; tropical; goldfish; live; dried; bait; wind; betta; jelly; aquarium; felt; catnip | 木; 金; 观赏; 热带; 墨; 章; 鱿; 甲; 咸; 糖; 电动; 鳄; 锦; 斗
fruit | dried; wax; artificial; faux; plastic; wooden; candied; canned; felt; play; monk; passion | 罐头; 干
vegetables | wooden; artificial; faux; frozen; play; felt; dried | 冻干; 脱水; 切切乐
berries | artificial; faux; juniper; goji; dried; decorative; acai
salad | air; fruit plant
soup | bath; primordial; alphabet; miso powder | 酸梅; 泡脚
rice | cauliflower; wild; puffed; bath; sticky; shirataki; seed; tool | 爆; 花; 小; 黑; 玉; 紫; 糯; 糙; 魔芋; 花生; 藜麦; 高粱; 小黄; 海; 虾; 鸡头; 薏; 西; 红; 纳
flour | almond; coconut; chickpea; rice; corn; cassava; banana; soy; buckwheat; bone; gram; wood; tapioca; masa; glutinous; potato; tigernut; lentil
sugar | blood; lump; body; coconut; cotton; powdered; vanillin | 软; 硬; 棉花; 口香; 水果; 奶; 酥; 薄荷; 喉; 牛轧; 花生; 麻; 跳跳; 木; 葡萄; 血; 牛皮; 麦芽; 姜; 泡泡; 压片; 喜; 枇杷; 棒; 太妃; 橡皮; 橙皮; 止咳; QQ; 陈皮
salt | bath; epsom; dead sea; foot; dishwasher; bath sea; lamp; pool; lick; aquarium; smelling; ice; road; softener; deicing; dry; foaming; tablet; celery; garlic; horse | 浴; 泡脚; 软水; 洗碗机专用; 软水机; 洗鼻; 海水; 磨砂; 热敷; 融雪
coffee | dandelion; chicory; decaf tea; hair; mushroom; barley; scrub; body; canned | 大麦; 菊苣; 防弹
tea | iced; cold brew; bubble; tees; bush; slimming; flea; ice; afternoon; green tea ice cream; detox; bath; kombucha; moth; matcha; cold | 冷泡; 凉; 奶; 下午; 早; 苦荞; 酸梅; 麦; 擂; 油; 泡澡; 足浴; 柠檬; 冰红; 果; 柚子; 冰; 养生; 姜; 姜枣; 排毒; 减肥; 肉骨; 瓶装
water | micellar; rose; toilet; hair; floral; thermal; facial; distilled; deionized; battery; setting; gripe; cleansing; starch; ironing; linen; deionised; perfume; gum; mouth; holy; tonic; sea; flower; witch hazel; sugar; lavender; thermal spring; maple
milk | coconut; soy; almond; rice; body; cleansing; hair; sun; baby; condensed; powdered; goat; evaporated; cashew; hand; bath; sunscreen; formula; breast; hemp; pea; macadamia; thistle; leather; tanning; face; facial; nut; setting; hazelnut; makeup remover
butter | body; shea; cocoa; peanut; almond; hair; cashew; apple; lip; mango; hand; cookie; nut; foot; sunflower; beard; hazelnut; shaving; pumpkin; pistachio; tattoo; cannabis; pecan; bath; seed; coconut
cheese | vegan; cream; head; string; cashew; nut; cottage; yak; play
honey | shower; body; hair; face; slow; lip | 身体
jam | door; chilli; bacon; toe; onion; traffic; pearl; hair; chili; bird; tomato
sauce | fish; apple; hot; soy | 蚝
spice-blend | tea
wine | rice; mulled; ginger; cooking; alcohol free; non alcoholic; plum; fruit; elderberry; palm; barley
beer | root; ginger; alcohol free; non alcoholic; butter; zero | 无醇
juice | lime; aloe; e; vape; tomato; carrot; pickle; wheatgrass; cactus; beet; noni; flux; sauerkraut; celery; cranberry concentrate
soda | baking; washing; cream; caustic; bath; diet
pasta | tomato; shrimp; polishing; miso; tooth
noodles | pool; konjac; swim; water; foam; glass
toy | dog; cat; pet; adult; sex; chew; bird; parrot; rabbit; hamster; bunny; horse; kitten; puppy; fidget; catnip; squeaky; ferret; rope; stress; teether; guinea pig; stress relief; desk; executive; intimate; office | 宠物; 狗; 猫; 成人; 解压; 鹦鹉; 兔子; 仓鼠; 情趣; 鸟; 减压
stuffed-animal | dog; dog toy; pet; baby blanket; slippers; throw; fabric | 宠物; 狗; 地毯
puzzle | dog; cat; metal; crossword; wire; 3d; disentanglement; sudoku; sliding; word; cube; brain teaser; snake; slide; iq; lock; food; treat; bird; logic; feeder; maze; pet; speed; mind; magnetic; ring; magic; peg; twisty; foam; kumiko; cast; burr; shape; sensory; knob; hand held; handheld; escape; mechanical; ball; clock; gear; floor; search; rope; book; treat dispensing; number; trick; alphabet; bead; chunky; colouring; knot; egg; feeding; box; sorting; baby; toddler; geared; sandwich; crystal; candy | 宠物; 狗; 地垫; 立体; 3D; 金属; 数独; 填字; 爬行垫; 手抓; 嵌入式; 泡沫; 滑动; 益智锁; 智力
board-game | dog; video; hunting; sex; drinking; adult; mobile; arcade; travel bingo; plinko; mind; casino
building-blocks | breeze; toe; yoga; concrete; cinder; garden edging; play; engine; auction; mental
doll | dog; voodoo; corn; sex; paper; baby toy; cake; worry; russian; nesting; matryoshka; practice; reborn; real; mannequin; wooden; dress up; kokeshi; hand; cornhusk; blow; lol; crochet; barbie house; finger; chucky; spirit; ventriloquist; piano; porcelain; decorative; furniture; rag; haunted; inflatable; moving; training; laundry; wobble; wine; pull; stress; roly poly; dying; display; antique; collectible; kitchen; daruma; air; dutch; sugar; sawdust; plastic; head; hair; nativity; roly; amigurumi | 充气; 晴天; 巫毒; 抓机; 硅胶; 纸; 俄罗斯; 套; 仿真; 陶瓷; 假人; 木; 木制; 泥; 夹; 情趣; 成人; 洗车; 降头
play-tent | dog; cat; pet; wedding; camping | 宠物
kite | toy bath; power; traction; steel; stunt; foil; surf; indoor; bird scarer; rc; trainer; cake; scare; fighter; body; falcon
stroller | shopping | 遛娃
car-seat | replacement; cooling; racing; massage; gaming; golf; heated; leather; travel bag; boat; game; bicycle; bike; office
baby-bottle | calf | 羊
diapers | cake; adult; swim; chicken; cloth; reusable | 成人
bib | race; running; adult; ski; overall; cycling; snow; fishing; training; grooming; bandana; barber; number; drop; bike; painting; sailing; work; hunting; beard; lobster; salon; shaving; makeup; waders; football; dental; seafood; insulated; rain; disposable; haircutting; crib; patient; gym; feather; high visibility | 牙科; 理发; 成人; 剃须; 号码
plant | lego; coat; bean; artificial; fake; faux; power; desalination; plastic; aquarium; waste; solar; treatment; dried; felt; foam; silk; crochet; ice; generator; robot; paper; asphalt; biogas; fish tank; aquatic; air; wooden; metal; nuclear; glass; hydro; led; bottling; preserved; stuffed; building block; concrete; packaging; ev; production; plush; screen; milk; sewage; batch; crystal; processing; bonsai; tropical fish; singing; carnivorous; eternal | 假; 人造; 塑料; 积木; 水; 毛绒; 干花; 永生; 编织; 绢花; 绢布; 会唱歌的; 发光; 装饰; 钩织; 食虫; 鱼缸
succulent | artificial; fake; faux; plastic; felt; lego; crochet; ceramic; candle; dancing; preserved; singing; plush; paper; talking; glass; silk; mimicry | 假; 积木; 永生; 跳舞; 会唱歌的; 毛绒; 陶瓷; 树脂
orchid | artificial; fake; faux; silk; lego; preserved; dried; paper; plush; metal | 绢花; 假; 积木; 永生
bonsai | artificial; fake; faux; lego; preserved; wire; crystal; plastic; silk; led; metal | 假; 积木; 永生; 发光
bouquet | artificial; fake; silk; faux; dried; soap; lego; preserved; paper; candy; fruit; balloon; eternal; crochet; led; sola wood; wooden; plastic; cash; beef jerky; pampas; felt; foam; plush; lollipop; makeup; socks; bath; baby clothes; metal; building; money; everlasting; edible; tissue; snack; stuffed animal; sweets; broccoli; sock; diaper; forever; cookie; butterfly; clay; veg; vegetable; beer; wrist; cupcake; popcorn; light up; origami; handkerchief; plaster; glow; glass; ceramic | 干; 干花; 永生; 积木; 零食; 钱; 气球; 编织; 巧克力; 假; 毛绒; 绢花; 糖果; 水果; 蔬菜; 扭扭棒; 钩织; 纸; 棒棒糖; 玩偶; 麦穗; 公仔; 干制; 毛线; 卡通; 丝带; 发光; 人造; 皂; 棉花; 多肉; 金箔
dried-flowers | artificial; faux
seeds | chia; sunflower; pumpkin; sesame; hemp; flax; poppy; fennel; cumin; mustard; coriander; melon; pomegranate; lotus; caraway; nigella; bird; roasted; watermelon; basil drink; bead; beading; psyllium; cardamom; grape; fenugreek; celery; edible; ear; massage; ivory; apricot; vaccaria; anise; dill; quinoa; niger; raw; dandelion necklace; cherry; black; fish; dragon; perilla; aquarium; acupressure; linseed; rosary; mahogany; bodhi | 瓜; 菩提; 耳; 奇亚; 火麻; 葵花; 芝麻; 王不留行
plant-pot | drill
watering-can | mini decorative; bath; kids | 洗澡; 儿童; 热; 烧
lipstick | lip balm | 儿童
mascara | eyebrow; brow; hair | 眉; 染发
eyeliner | lip
foundation | building; concrete; house; bee; beehive; wax; powder; tent; mattress; box spring; beeswax; box; bed; base; nail; deck; gel; bus | 坐; 空气; 鞋; 鞋垫; 马拉松; 腮红; 跑; 蜂巢; 梳
concealer | grout; scratch; furniture; floor; wood; cable; car; hair; tattoo; wire
blush | cable; wine
nail-polish |  | 儿童
makeup-brush | paint; hair; cleaning; pastry; dust; wire; toilet; bottle; drill; basting; artist; detailing; car; scrub; gun; grill; shoe; nail; kitchen; chimney; grooming; tooth; dish; watercolor; paintbrush; chalk; eyelash; shaving; stencil; denture; pipe; drain; keyboard; beard; calligraphy; acrylic; window; tube; bath; lip; brow; art; oil painting; facial cleansing; body; tile; polishing; cleaning brush; carbon; vacuum; straw; foam; bike; boar
moisturizer | leather; hair; foot; horse; lip; cuticle; nail; vaginal; hand; body; scalp
serum | hair; eyelash; lash; brow; eyebrow; truth; scar; teeth; nail; eye; lip; body; foot; beard; scalp; whitening toothpaste; antivenom; cello; neck; neck and; hand; toenail; tattoo; growth; makeup; cuticle; bovine; guitar; of strings; foundation; spot | 护发; 睫毛; 眉毛; 身体; 头皮; 头发; 足部; 眼部; 洗发; 洗衣; 甲
cleanser | toilet; brush; teeth; drain; denture; gun; vinyl; hand; bathroom; sink; air; oven; leather; tongue; ear; floor; kitchen; glass; body; scouring; colon; contact lens; feminine; intimate; shoe; carpet; liver; pulse; scalp; nose; eyelid; juice; vaginal; jewelry; eye; household; hair; record; wound; brick; sole; wood; shower; scrub; patio; bottle; electrical contact; lash; all purpose; tattoo
toner | laser; hair; printer; photocopier; arm; brother; hp; canon; thigh; muscle; ab; ring; pelvic floor; pelvic; leg; cartridge; guitar; neck; compatible; blonde; purple; body; black; silver; copier
face-mask | surgical; n95; snorkel; gas; dust; welding; cloth; oxygen; led; scuba; fencing; ski; protective; disposable; halloween; cycling; paintball; reusable; ffp2; cpap; kn95; baseball; safety; sports; fabric; costume; sleep; medical; lip; ice; pvc; running; motorcycle; light therapy; resuscitation; nebulizer; party; filter; masquerade; respirator; wrestling; gel; full; half; tactical; red light | 手; 足; 足部; 唇; 眼; 发; 电子; LED; 睡眠; 颈; 脚; 手部; 头; 胸; 保鲜
sunscreen | car; tattoo; baby; windscreen; hair; window; lip
body-lotion | fabric; hand; tanning; foot; calamine; face; leather; flea; hair; beard; hair dye; sun; tattoo; facial; setting; insect repellent; wave; scalp; perm; nail
body-scrub | face; lip; foot; facial; scalp; nurse; kitchen; floor; sink; medical; hand; pan; pot; sponge; bathroom; dental; veterinary; hair; tile; shrub; grill; teeth; surgical; toilet; carpet; pumice; fruit; brush; v neck; cleaning; shower; lemon; veggie
body-wash | baby; car
soap | dish; laundry; saddle; fabric; joint; grass; leather; hand; shaving; castile; brush; insecticidal; washing; facial; face; gun; shampoo; liquid; shave; stain; hair; pot; carpet; wool; beard; flea; foaming; floor; oil; bug; lotion bar; tub; murphy; dishwasher; black; plant; neem; car; steel; odor remover; horse; intimate; baby; feminine; tattoo; rug | 洗衣; 洗碗; 内衣; 去味; 不锈钢; 肥; 鞍; 剃须; 洗发; 洗脸; 婴儿; 去污; 袜子; 硫磺; 驱蚊; 洗手; 药; 面; 除螨; 领洁; 卸妆
bath-salts | foot
shampoo | carpet; car; horse; dry; beard; rug; baby; lash; flea; eyelash; upholstery; eyelid; brush; tile; wax; brow; fish; wig; leather; snow foam; body; mohair; purple; tattoo; ferret; medicated | 地毯; 汽车; 免洗; 睫毛; 马; 干; 婴儿; 假发
conditioner | air; fabric; leather; water; soil; tap; wood; battery; beard; cuticle; nail; lip; power; pond; leave in; leave; horse; wool; vinyl; rubber; skin; brush; textile; lash; wood floor; cutting board; rust; conveyor; brow; boot; mane; saddle; aquarium; seed; sludge; car; hoof; pool; boiler; butcher block; stone; oil; fuel; compost; cue; line; eyelash; signal; fretboard; engine; paint; hide; stain; glove; coat; tattoo; shoe; eyebrow; tack; surface; hot tub; mop; filter; reverb; lawn; laundry; room; window
hair-straightener | beard | 胡须
hairbrush | beard; eyebrow; eyelash; flea; curry; honey; roosters; gua sha; lice; nit; horse; mustache; wool; mane; scalp; lash; massage; rooster; undercoat; wig; slide; electric; moustache; brow; decorative; massaging; carding; guasha; denture; paint; laser; shedding; side; carbon; dematting; grooming; fin; tail; cocks; texture; scale; weaving; metal hair; marbling; drain; fur; paw | 刮痧; 睫毛; 眉; 按摩; 除虱; 篦; 电动; 头皮; 蜂蜜; 洗发; 生发; 马; 洗头; 胡须; 染发; 发饰; 插; 卷发; 激光; 直发; 梳毛; 刮
perfume | car; laundry; hair; solid; refillable; fabric; room; fluffy; for soap; linen; wax | 车载; 汽车; 头发; 固体; 儿童; 挂件; 衣物; 车用; 洗衣
deodorant | shoe; foot; fridge; car; litter; toilet; carpet; room; sneaker; refrigerator; bathroom; bag; trash can; urinal; air; glove; locker; boot
essential-oil |  | 发; 按摩; 面部; 身体; 车载; 汽车
toothbrush | grout; finger; electric; sonic; interdental; car; baby; u shaped; cleaning; denture; shoe; bird | 电动; 手指; 指套; 声波; 婴儿; 清洁; 鞋; U型; 智能
electric-toothbrush |  | 儿童
razor | fabric; clam; eyebrow; dermaplaning; sweater; lint; scooter; box; hair; bikini; cheese; dermaplane; ice; dead skin; face; facial; callus; foot; truffle; ballet; body; leg; brow; ball; head; chilli; cork; horse; double eye; utility; seaweed; scraper; gaming; occams; cleaning; rug; knife | 毛球; 眉; 脚; 衣物; 女士; 毛衣; 羊毛; 鼻毛; 腋毛; 腿毛; 头发
tweezers | electronic; bread; aquarium; lash; eyelash; ingrown; solder; soldering; tick; bird; kitchen; feeding; cooking; stamp; plating; smd; lab; antistatic; fish bone; coin; terrarium; reptile; hemostat; crafting; anti static; food; chef; barbecue; bonsai; aquascaping; bbq; bead; surgical; grafting; nut; dna; optical; splinter; weeding; hair; plant; diamond; optometry; jewelry; sticker; bee; salad; fishbone; watch; electronics; rubber; sushi; culinary; pearl; hookah; esd; ear; cross lock; nose | 水草; 鱼缸; 美睫; 防静电; 鱼骨; 鱼刺; 睫毛; 猪毛; 贴纸; 爬宠; 手账; 采耳; 食品; 嫁接; 集邮; 维修; 焊接; 拔毛; 电子; 料理; 摆盘; 烤肉; 喂食; 医用; 燕窝
nail-clipper | toenail; guillotine; bird; rabbit; baby; wire; hair; grinder; small animal; bolt | 婴儿; 宝宝; 鹦鹉; 兔子
makeup | theatrical; pretend; kids; play; clown; halloween; zombie; face paint; special effects; stage | 儿童; 舞台; 万圣节; 特效; 戏剧
"""
