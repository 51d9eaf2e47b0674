"""What may be said because of what a product is, or of what its listing tells: one drinks from a mug, one sets off in boots.

A row is a group of types, a type, a feature or an attribute, with "=" a part of its value, and the words that it permits. They are
other words for what it says, or what any thing of the kind is used for, with and beside. None is a part, a material, a
measure or a quality: a jacket permits to wear and to layer, not a zip, and no warmth.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workers.edit.grounding.stems import stem
from workers.plan.brief import Brief
from workers.plan.lexicon.lookup import type_word

_TABLE: Final = """
clothing | 露出 卷起 缝 缝有 wear wearing worn layer layers layering outfit outfits wardrobe jumper sweater shirt shirts jeans trousers pants shorts skirt skirts boots shoes trainers sneakers jacket coat clothes hanger rail drawer closet shoulders elbow knees waist hips 穿 套上 外套 毛衣 衬衫 牛仔裤 短裤 长裤 裙子 裤子 衣柜 内搭 单穿 搭配 衣服 穿法 换洗 衣身 剪裁 挂起 版型 上身
trail-shoes,hiking-boots | unpaved ground terrain
footwear | 露出 卷起 wear wearing worn walk run runner runners running step steps stride foot feet underfoot toe toes heel ankle socks jeans trousers shorts track path trail pavement road outfit pair apiece 穿 踩 脚 脚背 脚踝 鞋面 鞋底 鞋跟 袜子 走路 步子 裤子 牛仔裤 搭配 衣服 裤脚 双脚
bag | 缝 carry carrying keys phone wallet notebook book books clothes lunch umbrella scarf jumper sweater glasses sunglasses snacks towel essentials belongings change charger papers purse headphones pen pens magazine magazines groceries shopping toiletries bottle 装 背 背着 拎 拎着 钥匙 手机 水杯 雨伞 书本 衣服 外套 纸巾 零钱 钱包 耳机 充电宝 证件 相机 包里 包身 随身 收纳 零碎 小物 文件 午饭 便当
wallet | card cards cash receipts tickets notes change pocket jacket jeans purse 卡片 现金 票据 钞票 口袋
accessory | wear wearing worn outfit outfits wardrobe shirt shirts jeans coat jacket dress knot tie wrap drape 戴 系 围 搭配 衣服 外套 出门
jewellery | wear wearing worn outfit outfits wardrobe dress neck ear ears wrist finger neckline jewellery jewelry 戴 佩戴 搭配 衣服 手腕 脖子 耳边 指间
watch | wear wearing worn wrist sleeve cuff glance 戴 佩戴 手腕 看时间 抬腕
furniture | lamp book books plant plants cup tea coffee glasses keys papers magazine magazines vase chair chairs sofa armchair bed laptop notebook guests rug window sit sitting seated 书本 茶杯 台灯 花瓶 绿植 杂物 坐 坐下 躺 靠 沙发 床边 窗边 客厅 卧室 书房 收纳 收好 摆放 文具 本子 纸笔 写字 读书 看书 工作 作业 桌面 桌体 桌角 桌边 桌前
bed | sleep sleeping asleep pillow pillows sheet sheets blanket 睡 睡觉 入睡 床垫 被子 枕头
textile | sleep sleeping asleep bed beds pillow pillows blanket blankets sheet sheets mattress duvet tuck curl wrap wrapped rug sofa window 睡 睡觉 入睡 床品 被窝 被子 枕头 床单 大床 铺 铺开 铺上 铺满 床上 沙发 花色 换洗 盖上 钻进 褶皱
lighting | read reading book books page pages chapter write writing light lights lighting glow glows lit beam shine shines switch lamp evening desk bedside laptop 灯光 光线 照亮 照在 看书 读书 阅读 写字 书页 书本 书桌 床头 开灯 关灯 灯下 灯臂 灯身 灯体 整灯 光里 暖光 夜读 亮起 点亮 作业 夜里
decor | shelf wall mantelpiece mantel windowsill sideboard corner table hallway hang 摆 摆放 挂 墙上 桌上 架上 窗台 书架 角落 玄关
kitchen | cook cooking cooks stove stovetop hob burner burners pan pot kitchen dinner supper breakfast lunch meal meals eggs egg onions onion garlic vegetables table plate recipe chop stir flip heat simmer sizzle fry frying serve 做饭 做菜 下厨 灶台 灶上 厨房 炒菜 煎蛋 煮面 晚饭 早饭 饭菜 上桌 锅里 炒 煎 煮 食材 切菜
knife | cut cuts slice slices chop chops board vegetables herbs 切 切菜 砧板 食材
tableware | drink drinking pour poured sip sips fill filled refill brew brewed tea coffee cocoa milk water juice cup cups kettle table breakfast lunch dinner supper meal meals eat soup cereal porridge pasta salad toast cake fruit serve 喝 喝茶 喝水 泡茶 泡上 泡 冲 冲咖啡 咖啡 热茶 茶水 茶叶 热水 凉水 白水 牛奶 豆浆 果汁 倒 倒入 倒进 杯里 杯身 杯中 茶杯 握着 捧着 手里 一口 水 早餐 吃饭 饭菜 汤 解渴 续杯 端上桌
appliance | switch press plug plugged counter countertop worktop kitchen breakfast coffee tea cup pour 按下 插上 插电 台面 厨房 早餐 通电
coffee-maker,kettle,french-press,pour-over-dripper,coffee-grinder | brew brewed brewing water boil boils beans filter mug drink sip 咖啡 热水 烧水 泡茶 冲 煮 豆子 喝
drink | brew brewed brewing steep steeped pour poured pot cup cups mug mugs kettle filter sip sips drink drinker drinkers spoon scoop leaves machine machines brewer pack aroma smell smells taste tastes 泡 泡茶 冲泡 喝 饮用 热水 开水 茶杯 茶壶 茶叶 杯里 杯中 入杯 水 一壶 一杯 一罐 罐装 盛装 叶子 茶树 茶香 香气 茶汤 舒展 开罐 存放 热气 口感 品饮
food | eat eats eating snack snacks breakfast lunch supper meal meals plate bowl spoon bite bites slice taste tastes spread pour sprinkle cook cooking toast bread recipe kitchen cupboard pantry 吃 尝 一口 早餐 早饭 午饭 晚饭 餐桌 碗里 盘里 下饭 做饭 煮 炒 蒸 拌 零嘴 当零食 厨房 口感
beauty | apply massage rinse lather squeeze dab rub skin hand hands face bathroom sink mirror morning night routine washing 涂 抹 抹在 涂抹 揉 揉开 揉一揉 挤 挤出 取适量 水 加水 温水 清洗 冲净 冲洗 洗脸 脸上 手上 打圈 洗手台 镜子 早晚 使用 洁面 护肤 皮肤 肌肤 双手 指尖
plant | 水 leaf leaves water watering soil pot windowsill sill window shelf grow grows 叶子 叶片 浇水 花盆 窗台 盆里 土 绿意 阳台
plant-pot | plant plants houseplant houseplants herb herbs soil root roots leaf leaves windowsill windowsills sill water watering drain drains 绿植 植物 花草 土 种 种上 浇水 窗台 根 阳台
pet | dog dogs cat cats puppy kitten walk walks bowl lead paw paws 狗狗 猫咪 小狗 小猫 毛孩子 宠物 遛狗 散步 碗里
toy | play plays playing build builds building stack stacking sort sorting pile tower topple tumble imagine story stories game games sticky fingerprints floor playroom 玩 玩耍 游戏 讲故事 故事 搭 堆 抱 抱着 怀里 抱在 陪 陪着 枕边
audio | listen listening hear song songs playlist podcast podcasts album albums tune tunes sound music track tracks volume train bus commute play 听 听歌 音乐 歌 歌曲 首歌 唱歌 播客 播放 放歌 放着 唱 声音 音量 鼓点 旋律 通勤
phone,computer,gadget,camera | desk table bag plug plugged switch type typing screen scroll press 桌上 桌面 包里 插上 按下 手机 电脑 屏幕 打字
book | read reading reader readers page pages chapter chapters story stories turn bedside shelf 读 阅读 看书 书页 翻开 翻页 书架 床头 故事 一章
stationery | write writing written note notes list lists page pages jot doodle sketch draw drawing plan plans pen pencil desk diary 写 写字 写下 记下 记录 笔记 书写 画画 手账 纸上 桌上 计划 清单
tool | job jobs project projects task tasks shed garage workbench fix fixing repair repairs tighten loosen screw screws shelf shelves hang assemble drill drilling drive hinge 修 修理 拧 拧紧 松了 拆 拆开 拆装 装上 螺丝 工具 工具箱 动手 家里 换装 转上 放回 盒中 盒里
cleaning | clean cleaning sweep wipe floor floors kitchen bathroom dust crumbs 打扫 清洁 擦 扫 地面 地板 厨房 灰尘
instrument | play playing practise practice song songs tune tunes chord chords note notes strum music lesson lessons rehearsal 弹 弹奏 演奏 练习 练琴 曲子 歌 音乐 旋律
sport | play playing train training practise practice session sessions workout workouts gym class game games match move stretch 练 练习 训练 运动 锻炼 健身 健身房 球场 热身 拉伸
yoga-mat | pose poses plank lie lying roll rolled unroll mat 铺开 躺 躺下 平板支撑 瑜伽 动作 体式 卷起
outdoor | camp camping campsite tent tents hike hikes hiking trail trails night nights trees 露营 帐篷 营地 搭好 户外 山里 树下 野外
season,fill_weight | spring summer autumn fall winter 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季
waterproof,water_resistant,water_rating | rain rains raining rainy drizzle drizzly wet drop drops splash splashes puddle puddles cloud clouds shower showers umbrella 雨 下雨 小雨 雨天 雨水 水滴 溅上 溅到 打湿 湿 雨里
battery_life,battery,charging,charging_time,rechargeable,充电,续航 | charge charges charged charging battery 充电 充满 充一次 满电 电量 一次电 电还够
charging_time,rechargeable | recharge recharging recharges
capacity,volume,net_weight,laptop_size | room space fill fills filled hold holds spare 装 装下 装得下 放得下 容纳 空间 盛装 装满
laptop_size | laptop 电脑 笔记本
colour,light_colour | hue tone tones shade tint 颜色 色调 配色 颜色里 外观 花色
pattern,图案,花纹 | print printed pattern design 图案 印花 花纹 花色 格纹
material,composition,upper,cover | cloth fabric sewn 面料 材质 布料 质地 料子 打造 制成 制作
power,voltage,power_source,battery,battery_life,noise_cancelling | switch switched switches press pressed presses
power,voltage,power_source | plug plugs plugged socket  mains 插电 插上 通电 输出 瓦
ports,connectivity,cable_length,charging,蓝牙,接口,bluetooth,usb | plug plugs plugged cable cables connect connects connected connecting connection 连接 连上 连 插上 接口 手机
care,machine_washable,dishwasher_safe | clean cleaning cleaned cleanup care dry drying cleaners cleaner 清洁 清洗 换洗 脏了 玩脏 晾干 温度 放入 打理
care=wash,care=洗,machine_washable | wash washes washing washed laundry load loading cycle drum 洗 水温 洗衣机 水洗 超过 低温 烘干
care=hand,care=手洗,dishwasher_safe | rinse 手洗 冲洗 洗碗
dimmable,brightness,light_colour,colour_temperature,dimming,亮度,调光 | dim dims dimmed brighter brightness level levels glow setting settings 亮度 调亮 调暗 亮一些 暗一些 光线 光色 色温 调光 切换 档
warranty,limited_warranty | cover covers covered coverage covering backed 保修 质保 提供 年内
closure | fasten fastens fastened fastening fastener close closes closed shut shuts do up undo 合上 开合 闭合
closure=lace | lace laces tie ties knot 鞋带 系带 系好 系上 松紧
closure=button | button buttons buttoned 扣上 扣好 纽扣
light_colour,colour_temperature | warm 暖光 暖色
closure=magnet | snap snaps magnet
closure=zip | zip zips zipped zipper unzip 拉链 拉上 拉开
pockets,外袋,口袋 | keys phone wallet hands tickets coins pocket stash 口袋 钥匙 手机 零钱 双手 侧袋 水杯 雨伞
compartments,隔层 | pocket pockets slot slots section sections 隔层 夹层 分区
foldable,折叠 | fold folds folded folding unfold 折叠 折起 收起 展开 折起来 打开
adjustable,height_adjustable,strap_drop | adjust adjusts adjusted adjusting adjustable lengthen shorten 调节 调整 可调 长短 松紧 身高
hooded | hood
noise_cancelling | noise quiet chatter hum
microphone | call calls speak speaking voice mic 通话 打电话 说话
touchscreen | tap touch 触控 轻触 指尖
assembly,组装,安装 | assemble assembled assembling screw screws tools together instructions 组装 安装 拼装 装好 拼起来 步骤 工具 动手 螺丝 说明书
drawers | drawer stationery pens papers 抽屉 文具 杂物 收着 零碎
shelves | shelf book books plant plants 书 绿植 摆件 层板
spf,fragrance_free,scent | scent fragrance perfume perfumed scented smell smells 香味 气味 香气 无香 香型
flavour,roast | note notes taste tastes flavour flavours flavor flavors hint hints touch 味道 口味 风味 香味
handmade | hands maker 手工
author,pages | author writer story pages read 作者 书中 读
recommended_age | child children birthday little 孩子 小朋友 岁
gift_box | gift present wrapping 礼物 送礼
lid,leakproof | lid 盖子 盖上 盖好
insulated,保温 | hot warm 保温 热水 温着 热茶
drainage_hole | drain drains water 排水
shelf_life,储存,storage | keep keeps stored store cupboard 存放 保存 保质期
origin | grown comes hails made 产地 产自 来自 出产
finish | finished surface 表面 处理 工艺 涂 上漆 上油
texture,质地 | texture 质地 状 膏体
power_source=USB,power_source=usb,ports,charging | cable cables 线
size,dimensions,length,width,height,depth,diameter,thickness | tall wide across high deep long measure measures size sized footprint standing 尺寸 高度 长度 宽度 厚度 大小 个子 身高 整体 全长
weight | weigh weighs weighing weight scales heft apiece 自重 空包 整套 整机 重量 净重
included,包含,附 | box supplied comes included 附带 随附 附送 附赠 随箱 附上 另附 随杯 包含 内含
"""


def _rows(table: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each key, a part of its value, and what it permits: of English the stems."""
    for line in table.strip().splitlines():
        keys, _, words = line.partition(" | ")
        told = frozenset([stem(word) if word.isascii() else word for word in words.split()])
        for key in keys.split(","):
            name, _, value = key.partition("=")
            yield name, value, told


_ALWAYS: Final[dict[str, frozenset[str]]] = {}
_OF_VALUE: Final[dict[str, list[tuple[str, frozenset[str]]]]] = {}
for _name, _value, _words in _rows(_TABLE):
    if _value:
        _OF_VALUE.setdefault(_name, []).append((_value, _words))
    else:
        _ALWAYS[_name] = _ALWAYS.get(_name, frozenset()) | _words

_PARTS: Final = """
bicycle,electric-bike | frame wheel wheels handlebar handlebars saddle pedal pedals ride rides rider riders riding cycle cycling 车架 车轮 骑 骑行 踏板
scooter,skateboard | deck wheel wheels ride rides rider riders 骑 板面
kettle | switch flick boil boils boiled boiling element lid spout water 壶身 壶盖 壶嘴 水 水开 烧水 烧开 开关
notebook,sketchbook,planner,book,novel,cookbook | cover covers page pages spine paper 封面 内页 纸张 页 书页 书脊 扉页
chair,armchair,sofa,bench,stool,dining-chair,office-chair,recliner | seat seats seated back sit sits sitting 座位 坐 靠背 坐垫 椅面 座面
table,dining-table,coffee-table,side-table,desk,bedside-table | top surface legs 桌面 桌腿 桌脚 台面
bookcase,shelf,wardrobe,dresser,cabinet,sideboard | shelf shelves door doors drawer drawers 层板 柜门 柜体 柜子
lamp,table-lamp,floor-lamp,pendant-light | base shade bulb bulbs light stand 灯座 灯罩 灯泡 灯头 小灯
tent | pitch pitched poles pegs fabric door doors floor inside sleeps 外帐 内帐 支 支起 支起来 搭 帐内 睡
sneakers,running-shoes,trail-shoes,boots,hiking-boots,loafers,sandals,shoes,oxfords | upper uppers sole soles toe heel 鞋面 鞋底 鞋帮 鞋身 鞋头
shirt,blouse,sweater,cardigan,hoodie,jacket,coat,dress,t-shirt,blazer,parka | neck neckline hem sleeve sleeves front back knitted knit 领口 下摆 袖口 袖子 衣摆 衣身 前身 后背
beanie,hat,cap,scarf,gloves,socks | knitted knit 织 织成 针织 毛线 编织
pillow,cushion,duvet,blanket,mattress,bed-sheet,duvet-cover,bedding-set | filling cover side sides corner corners edge edges 芯 面 边角 四角
mug,cup,glass,wine-glass,vacuum-flask,water-bottle | rim base body 杯身 杯口 杯底 瓶身 瓶口
teapot,kettle,jug | spout handle 壶身 壶嘴 壶口
frying-pan,wok,saucepan,pot | handle base sides 锅身 锅底 锅沿 手柄 锅柄
knife,chef's-knife,scissors | blade blades edge handle 刀刃 刀身 刀柄 刃口
speaker,headphones,earbuds,smart-speaker,soundbar | sound volume 音质 声音 机身
smartphone,tablet,laptop,monitor,television,camera | screen display body 屏幕 机身 画面
backpack,handbag,tote-bag,shoulder-bag,duffel-bag,suitcase | main inside outside top bottom 包身 内里 包口 包底 箱体
watch,smartwatch | dial case strap face hands 表盘 表壳 表带 表身
acoustic-guitar,electric-guitar,ukulele,violin | strings neck body 琴身 琴弦 琴颈
plant-pot,vase | rim base sides 盆口 盆身 瓶口 瓶身
soap,hand-soap,shampoo,conditioner,moisturizer,serum,cleanser,hand-cream,body-lotion,lip-balm,sunscreen,toner | formula wash washes washing skin 配方 质地 瓶 支 膏体 洗手 乳液
umbrella | canopy open opens shaft handle 伞面 伞骨 伞柄 撑开 收起
rug,yoga-mat,bath-mat | surface pile edge edges 表面 绒面 垫面 边缘
candle | wick wax burn burns burning flame 烛芯 蜡 点燃 燃烧
clock,wall-clock,alarm-clock | dial hands face 钟面 指针 表盘
"""
_HAD: Final = {name: told for name, _, told in _rows(_PARTS)}

DATA: Final = (_TABLE, _PARTS)


def parts_of_any(kind: str, group: str) -> frozenset[str]:
    """What every thing of this type has: stems of English words, and Chinese words."""
    return _HAD.get(kind, frozenset()) | _HAD.get(group, frozenset())


def permitted(brief: Brief, about: frozenset[str]) -> frozenset[str]:
    """What the facts of this brief permit to say: stems of English words, and Chinese words. `about`: their matters."""
    kind = next((fact.value for fact in brief.facts if fact.name == "type"), "")
    valued = tuple([(fact.name, fact.value) for fact in brief.facts if fact.name in _OF_VALUE])
    return _permitted(kind, about, valued)


@lru_cache(maxsize=4096)
def _permitted(kind: str, about: frozenset[str], valued: tuple[tuple[str, str], ...]) -> frozenset[str]:
    word = type_word(kind) if kind else None
    keys = {*about, word.group, word.key} if word else set(about)
    # A seller's own name for an attribute tells as much as ours where it holds it: 充电接口, "dimming levels".
    within = {key for key in _ALWAYS for name in about - _ALWAYS.keys() if key in name}
    told = [_ALWAYS.get(key, frozenset()) for key in keys | within]
    told += [words for name, held in valued for value, words in _OF_VALUE[name] if value in held]
    return frozenset().union(*told)
