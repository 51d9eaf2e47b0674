"""Product types that are worn or carried. "&" comes in pairs, "~" is uncountable, "+" is plural only.

"<" marks an alias that says more than the type does ("leather jacket"): it is understood of any, and said of none but
where the facts say it.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# English | Chinese | measure word | aliases
TABLE: Final = """
[clothing]
shirt | 衬衫 | 件 | shirts; men's shirt; dress shirt; button-down shirt; button-up shirt; button up; <oxford shirt; 衬衣; 男士衬衫
T-shirt | T恤 | 件 | tshirt; t shirt; tee; tees; tshirts; t-shirts; <graphic tee; <短袖T恤; 体恤
polo shirt | POLO衫 | 件 | polo; polos; Polo衫
blouse | 罩衫 | 件 | blouses; <雪纺衫
top | 上衣 | 件 | tops; <crop top; 上装
tank top / vest top | 背心 | 件 | tank; tank tops; <camisole; 吊带背心; <吊带
sweater / jumper | 毛衣 | 件 | sweaters; jumper; pullover; 针织毛衣; <套头毛衣
cardigan | 开衫 | 件 | cardigans; 针织开衫
hoodie | 连帽卫衣 | 件 | hoodies; hooded sweatshirt; 帽衫
sweatshirt | 卫衣 | 件 | sweatshirts; <crewneck sweatshirt; <圆领卫衣
jacket | 外套 | 件 | jackets; <bomber jacket; <denim jacket; <leather jacket; <夹克; <茄克; <夹克衫
coat | 大衣 | 件 | coats; overcoat; <wool coat; winter coat; 长大衣; 呢大衣
trench coat | 风衣 | 件 | trenchcoat; trench; trench coats
raincoat | 雨衣 | 件 | raincoats; rain jacket; rain coat
parka | 派克大衣 | 件 | parkas; anorak
down jacket | 羽绒服 | 件 | puffer; puffer jacket; padded jacket; <quilted jacket; down coat; 棉服
blazer | 西装外套 | 件 | blazers; suit jacket; sport coat; 西装上衣; 小西装
vest / waistcoat | 马甲 | 件 | waistcoat; gilet; vests; gilets; 背心马甲; 坎肩
suit | 西装套装 | 套 | suits; tuxedo; 西服; 西装
dress (dresses) | 连衣裙 | 条 | dresses; frock; summer dress; <maxi dress; <midi dress; women's dress; 裙子; 长裙
gown | 礼服 | 件 | gowns; evening gown; evening dress; ball gown; 晚礼服; 礼服裙
skirt | 半身裙 | 条 | skirts; <midi skirt; <mini skirt; 短裙
&jeans | 牛仔裤 | 条 | jean; denim jeans; denims; 牛仔长裤
&pants / trousers | 长裤 | 条 | pants; trousers; trouser; slacks; chinos; chino; 裤子; 休闲裤
&sweatpants / joggers | 运动裤 | 条 | joggers; jogger; track pants; sweatpants; jogging bottoms; 卫裤
&shorts | 短裤 | 条 | short pants; 休闲短裤
&leggings | 打底裤 | 条 | legging; yoga pants; 瑜伽裤; 紧身裤
&tights | 连裤袜 | 条 | pantyhose; stockings; 丝袜
jumpsuit | 连体裤 | 条 | jumpsuits; romper; playsuit; overalls; dungarees; 连身裤; 背带裤
bodysuit | 连体衣 | 件 | bodysuits; onesie; leotard
swimsuit | 泳衣 | 件 | swimsuits; bathing suit; one-piece swimsuit; 连体泳衣; 游泳衣
bikini | 比基尼 | 套 | bikinis
&swim trunks / swim shorts | 泳裤 | 条 | swim shorts; swimming trunks; board shorts; 沙滩裤
&pajamas / pyjamas | 睡衣 | 套 | pajamas; pyjamas; pajama set; pyjama set
robe / dressing gown | 浴袍 | 件 | bathrobe; dressing gown; robes; kimono robe; 睡袍
kimono | 和服外套 | 件 | kimonos
bra | 文胸 | 件 | bras; <bralette; <sports bra; <运动内衣; <运动文胸; 胸罩
&boxers | 平角裤 | 条 | boxer shorts; boxer briefs; underpants; 内裤; 男士内裤
corset | 束腰上衣 | 件 | corsets; bustier
poncho | 斗篷 | 件 | ponchos; cape; 披风
apron | 围裙 | 条 | aprons; 厨房围裙
costume | 装扮服 | 套 | costumes; halloween costume; fancy dress; cosplay costume; 演出服
&socks | 袜子 | 双 | sock; <ankle socks; <crew socks; 短袜; 中筒袜; 棉袜; 长袜
&gloves | 手套 | 双 | glove; mittens; mitten
[footwear]
&sneakers / trainers | 运动鞋 | 双 | sneaker; sneakers; trainer; trainers; tennis shoes; sports shoes; athletic shoes; casual shoes; <canvas shoes; 板鞋; 休闲鞋; <帆布鞋; 小白鞋; 球鞋
&running shoes | 跑鞋 | 双 | running shoe; runners; road running shoes; 跑步鞋
&trail shoes | 越野跑鞋 | 双 | trail running shoes; trail runners; trail shoe
&hiking boots | 登山靴 | 双 | hiking boot; hiking shoes; walking boots; 登山鞋; 徒步鞋
&boots | 靴子 | 双 | boot; <ankle boots; <ankle boot; chelsea boots; chelsea boot; combat boots; work boots; work boot; 短靴; 马丁靴; 切尔西靴; 长靴
&rain boots / wellingtons | 雨靴 | 双 | rain boot; wellies; wellington boots; wellingtons; 雨鞋
&snow boots | 雪地靴 | 双 | snow boot; winter boots
&shoes | 鞋子 | 双 | shoe; men's shoes; women's shoes; formal shoes; dress shoes; 皮鞋; 鞋; 正装鞋
&oxfords | 牛津鞋 | 双 | oxford shoes; brogues; brogue; derby shoes; derbies; oxford shoe; wingtips; 德比鞋; 布洛克鞋
&loafers | 乐福鞋 | 双 | loafer; moccasins; moccasin; penny loafers; 豆豆鞋
&flats | 平底鞋 | 双 | ballet flats; flat shoes; ballerinas; ballet flat; 单鞋; 芭蕾鞋
&pumps / court shoes | 高跟鞋 | 双 | high heels; heels; heel shoes; court shoes; stilettos; <stiletto; heel; pump shoes
&wedges | 坡跟鞋 | 双 | wedge shoes; <wedge sandals; sneaker wedges
&espadrilles | 渔夫鞋 | 双 | espadrille; <草编鞋
&sandals | 凉鞋 | 双 | sandal; gladiator sandals
&flip-flops | 人字拖 | 双 | flip flops; flip flop; flip-flop; thongs footwear; 夹脚拖
&slides | 拖鞋 | 双 | slide sandals; sliders; 凉拖
&slippers | 居家拖鞋 | 双 | slipper; house shoes; house slippers; 棉拖鞋
&clogs | 包头拖鞋 | 双 | clog; <洞洞鞋
&mules | 穆勒鞋 | 双 | mule
&cleats / football boots | 足球鞋 | 双 | cleat; football boots; soccer cleats; baseball cleats; 钉鞋
[bag]
backpack | 双肩包 | 个 | backpacks; rucksack; daypack; knapsack; school bag; <laptop backpack; 背包; <书包; <双肩电脑包; <电脑双肩包
handbag | 手提包 | 个 | handbags; hand bag; purse; satchel; women's bag; women's handbag; 女包; 手袋
tote bag | 托特包 | 个 | tote; totes; shopper; shopping bag; <帆布袋; 购物袋
shoulder bag | 单肩包 | 个 | shoulder bags; hobo bag; 斜跨单肩包
crossbody bag | 斜挎包 | 个 | crossbody; crossbody bags; cross body bag; 斜背包; 小挎包
messenger bag | 邮差包 | 个 | messenger; messenger bags; courier bag
clutch | 手拿包 | 个 | clutches; clutch bag; evening bag; 晚宴包
wallet | 钱包 | 个 | wallets; billfold; 钱夹
belt bag / bum bag | 腰包 | 个 | fanny pack; waist bag; waist pack; hip pack; bum bag; belt pouch
pouch | 收纳袋 | 个 | pouches; 小包
briefcase | 公文包 | 个 | briefcases
laptop bag | 电脑包 | 个 | laptop bags; 手提电脑包
duffel bag | 旅行袋 | 个 | duffle bag; duffel; duffle; weekender; gym bag; travel bag; holdall; 健身包; 旅行包
suitcase | 行李箱 | 个 | suitcases; carry-on; carry on; trolley case; cabin bag; 拉杆箱; 登机箱; 旅行箱
toiletry bag | 洗漱包 | 个 | wash bag; cosmetic bag; makeup bag; 化妆包
bag | 包 | 个 | bags; 包包
[accessory]
belt | 腰带 | 条 | belts; <leather belt; 皮带; 裤带
scarf (scarves) | 围巾 | 条 | scarfs; scarves; <wrap scarf; <丝巾
tie | 领带 | 条 | ties; necktie; neck tie
bow tie | 领结 | 个 | bow ties; bowtie
hat | 帽子 | 顶 | hats; <sun hat; <straw hat; <fedora; <遮阳帽; <草帽; <礼帽
cap | 鸭舌帽 | 顶 | caps; baseball cap; snapback; 棒球帽
beanie | 冷帽 | 顶 | beanies; <knit hat; woolly hat; <毛线帽; <针织帽
bucket hat | 渔夫帽 | 顶 | bucket hats
headband | 发带 | 条 | headbands; 头带
hair clip | 发夹 | 个 | hair clips; barrette; hair claw; claw clip; 抓夹
scrunchie | 发圈 | 个 | scrunchies; hair tie; hair ties
&sunglasses | 太阳镜 | 副 | sun glasses; sunglass; shades; 墨镜; 偏光太阳镜
&glasses | 眼镜 | 副 | eyeglasses; eyewear; spectacles; 光学眼镜
&reading glasses | 老花镜 | 副 | readers; reading glass
&suspenders / braces | 背带 | 副 | suspenders; braces
umbrella | 雨伞 | 把 | umbrellas; 伞; <折叠伞; <晴雨伞
keyring | 钥匙扣 | 个 | keychain; key chain; key ring; keychains; keyrings
handkerchief | 手帕 | 条 | handkerchiefs; <pocket square; <口袋巾
[jewellery]
necklace | 项链 | 条 | necklaces; pendant necklace; choker; 锁骨链; 吊坠项链
pendant | 吊坠 | 个 | pendants; locket; 挂坠
bracelet | 手链 | 条 | bracelets; chain bracelet; beaded bracelet; 手串
bangle | 手镯 | 只 | bangles; <cuff bracelet; <cuff; 镯子
ring | 戒指 | 枚 | rings; engagement ring; wedding ring; 指环; 对戒
&earrings | 耳环 | 副 | earring; hoop earrings; drop earrings; dangle earrings; 耳饰; 耳坠
&studs | 耳钉 | 副 | stud earrings; ear studs; stud earring
brooch | 胸针 | 枚 | brooches; pin brooch
anklet | 脚链 | 条 | anklets
&cufflinks | 袖扣 | 副 | cufflink; cuff links
charm | 串饰 | 枚 | charms
[watch]
watch | 手表 | 块 | watches; wristwatch; wrist watch; men's watch; women's watch; 腕表; <石英表; <机械表
smartwatch | 智能手表 | 块 | smart watch; smartwatches; smart watches
fitness tracker | 智能手环 | 条 | fitness band; activity tracker; smart band; 运动手环; 手环
"""
