"""Attribute names: what a thing is for, what comes with it, on what terms; and features that one has or has not."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# key | kind | label | Chinese label | np, after "with" | vp, third person | Chinese | aliases
TABLE: Final = """
[use]
occasion | occasion | occasion | 场合 | | is made for {v} | 适合{v} | occasions; event; holiday; festival; 适用场合; 节日; 适用节日; 场景; 使用场合
room | room | room | 适用空间 | | is made for the {v} | 适用于{v} | room type; recommended room; location; placement; 空间; 使用空间; 适用房间; 摆放空间; 适用场所
season | season | season | 适用季节 | | suits {v} | 适合{v} | seasons; suitable season; 季节; 适合季节
activity | activity | activity | 适用运动 | | is made for {v} | 适合{v} | sport; sports; activities; recommended use; intended use; sport type; 运动; 运动类型; 运动项目; 用途; 使用场景
recommended_age | age | recommended age | 适用年龄 | | is recommended for ages {v} | 适合{v} | age; minimum age; age range; manufacturer age; ages; suitable age; 年龄; 推荐年龄; 适用年龄段; 建议年龄
pet | petkind | pet | 适用宠物 | | is made for {v} | 适合{v} | target species; animal; pet type; species; 宠物; 宠物类型; 适用对象宠物
instrument | proper | works on | 适用乐器 | | works on {v} | 适用于{v} | for instrument; 适用琴种
care | care | care | 洗护方式 | | is {v} | {v} | care instructions; washing; washing instructions; cleaning; care label; laundry; 洗涤; 洗涤方式; 洗涤说明; 清洁方式; 保养; 护理
mount | mount | mounting | 安装方式 | | is {v} | {v} | mounting; mounting type; installation; installation type; 安装; 安装类型
firmness | firmness | firmness | 软硬度 | a {v} feel | has a {v} feel | {v} | firmness level; mattress firmness; 软硬; 硬度
light_needs | lightneeds | light | 光照 | | grows in {v} | {v} | light requirement; light needs; sunlight; light requirements; 光照需求; 光照要求
watering | watering | watering | 浇水 | | needs water {v} | {v} | water needs; watering needs; water; 浇水频率; 浇水周期
difficulty | level | skill level | 适合水平 | | is meant for {v} players / is meant for {v} players | 适合{v} | skill level; player level; 水平; 难度
players | bare | players | 人数 | | is for {v} players | 供{v}人游戏 | number of players; player count; 游戏人数; 玩家人数
[contents]
count | number | quantity | 数量 | | comes in a set of {v} | 一套{v}件 | quantity; piece count; number of pieces; number of items; pieces; set size; item count; units; 件数; 套装件数; 总件数; 套装数量
pack | number | pack size | 包装数量 | | comes in a pack of {v} | 每包{v}件 | pack size; pack; package quantity; multipack; items per pack; pack quantity; 包装规格; 每包数量; 装量
included | text | included | 附件 | | comes with {v} | 附{v} | includes; in the box; accessories included; included accessories; included components; package contents; box contents; 包装清单; 附赠; 附送; 内附; 随附; 配件; 随附配件
seats | number | seats | 座位数 | | seats {v} | 可坐{v}人 | seating capacity; number of seats; seater; 座位; 可坐人数; 就座人数
sleeps | number | sleeps | 容纳人数 | | sleeps {v} | 可容{v}人 | occupancy; person capacity; tent capacity; berths; 睡眠人数; 可睡人数; 帐篷人数
drawers | number | drawers | 抽屉 | {v} drawers | has {v} drawers | {v}个抽屉 | number of drawers; drawer count; 抽屉数; 抽屉数量
doors | number | doors | 柜门 | {v} doors | has {v} doors | {v}扇门 | number of doors; 门数; 柜门数
port_count | number | ports | 接口数 | {v} ports | has {v} ports | {v}个接口 | number of ports; port count; 接口数量
spray_modes | number | spray modes | 喷洒模式 | {v} spray modes | has {v} spray modes | {v}种喷洒模式 | spray patterns; number of spray modes
playing_time | measure | playing time | 游戏时长 | a playing time of {v} | takes {v} to play | 一局{v} | game duration; 单局时长
shelves | number | shelves | 层板 | {v} shelves | has {v} shelves | {v}层层板 | number of shelves; shelf count; tiers; number of tiers; 层数; 层架数; 搁板数
pockets | number | pockets | 口袋 | {v} pockets | has {v} pockets | {v}个口袋 | number of pockets; pocket count; 口袋数; 口袋数量
compartments | number | compartments | 隔层 | {v} compartments | has {v} compartments | {v}个隔层 | number of compartments; sections; 隔层数; 分隔; 夹层
wheels | number | wheels | 轮子 | {v} wheels | has {v} wheels | {v}个轮子 | number of wheels; 轮数; 轮子数量
speeds | number | speed settings | 档位 | {v} speed settings | has {v} speed settings | {v}档调速 | speed settings; number of speeds; speed levels; 档位数; 速度档位; 调速档位
gears | number | gears | 变速 | {v} gears | has {v} gears | {v}速变速 | number of gears; 变速档数; 速别
programmes | number | programs / programmes | 程序 | {v} programs / {v} programmes | has {v} programs / has {v} programmes | {v}种程序 | programs; number of programs; 程序数
modes | number | modes | 模式 | {v} modes | has {v} modes | {v}种模式 | number of modes; 模式数
keys | number | keys | 键数 | {v} keys | has {v} keys | {v}键 | number of keys; key count; 按键数; 琴键数
strings | number | strings | 弦数 | {v} strings | has {v} strings | {v}弦 | number of strings; string count; 琴弦数
frets | number | frets | 品数 | {v} frets | has {v} frets | {v}品 | number of frets; fret count; 品丝数
bulbs | number | bulbs | 灯泡数 | | takes {v} bulbs | 需{v}个灯泡 | number of bulbs; bulb count; number of lights; 灯头数; 灯泡数量; 光源数量
lights | number | lights | 灯珠 | {v} lights | has {v} lights | 共{v}颗灯珠 | number of leds; led count; 灯珠数; 灯珠数量
stems | number | stems | 支数 | {v} stems | has {v} stems | 共{v}支 | number of stems; stem count; 花枝数; 花支数
blades | number | blades | 刀片数 | {v} blades | has {v} blades | {v}枚刀片 | number of blades; blade count; 刀片数量
fan_blades | number | blades | 扇叶 | {v} blades | has {v} blades | {v}片扇叶 | fan blades; 扇叶数; 扇叶数量; 叶片数
[terms]
warranty | term | warranty | 质保 | {w} | comes with {w} | {w} | warranty information; warranty period; guarantee; manufacturer warranty; warranty length; 保修; 质保期; 保修期; 保修政策; 质保政策
limited_warranty | term | limited warranty | 有限质保 | {w} | comes with {w} | {w} | 有限保修; 有限质保
returns | term | returns | 退货 | | {w} | {w} | return policy; return period; return window; returns policy; return; 退货政策; 退换货; 退货期; 退换政策; 退换货政策
shipping | term | shipping | 发货 | | {w} | {w} | shipping information; delivery; shipping time; delivery time; dispatch time; lead time; handling time; 配送; 物流; 发货时间; 配送信息; 发货时效
min_order | bare | minimum order | 起订量 | | has a minimum order of {v} | {v}件起订 | minimum order quantity; moq; minimum order; 最小起订量; 最低起订量; 起批量
"""

# key | label | Chinese label | yes | no | Chinese yes | Chinese no | aliases
FLAGS: Final = """
[use]
waterproof | waterproof | 防水 | is waterproof | is not waterproof | 防水 | 不防水 | water proof; waterproofing; 是否防水; 防水功能
water_resistant | water-resistant | 防泼水 | is water-resistant | is not water-resistant | 防泼水 | 不防泼水 | water repellent; showerproof; 防溅
windproof | windproof | 防风 | is windproof | is not windproof | 防风 | 不防风 | wind resistant; 是否防风
machine_washable | machine washable | 可机洗 | can be machine washed | cannot be machine washed | 可机洗 | 不可机洗 | machine wash; 机洗; 是否可机洗
dishwasher_safe | dishwasher safe | 可用洗碗机 | is dishwasher safe | is not dishwasher safe | 可放入洗碗机清洗 | 不可放入洗碗机 | dishwasher; suitable for dishwasher; 洗碗机适用; 是否可用洗碗机
microwave_safe | microwave safe | 可用微波炉 | is microwave safe | is not microwave safe | 可用于微波炉加热 | 不可用于微波炉 | microwave; microwaveable; suitable for microwave; 微波炉适用; 是否可微波
oven_safe | oven safe | 可入烤箱 | is oven safe | is not oven safe | 可放入烤箱使用 | 不可放入烤箱 | oven proof; ovenproof; oven; 烤箱适用
induction | works on induction | 适用电磁炉 | works on induction cooktops / works on induction hobs | does not work on induction cooktops / does not work on induction hobs | 适用于电磁炉 | 不适用于电磁炉 | induction compatible; induction; induction hob; suitable for induction; 电磁炉适用; 是否适用电磁炉
foldable | foldable | 可折叠 | folds flat | does not fold | 可折叠收纳 | 不可折叠 | folding; collapsible; folds; 折叠; 是否可折叠
adjustable | adjustable | 可调节 | is adjustable | is not adjustable | 可调节 | 不可调节 | adjustability; 调节; 是否可调节
height_adjustable | height-adjustable | 高度可调 | is height-adjustable | is not height-adjustable | 高度可调 | 高度不可调 | adjustable height; 可升降; 升降
reversible | reversible | 可双面使用 | is reversible | is not reversible | 可双面使用 | 不可双面使用 | double sided; 双面
stackable | stackable | 可叠放 | stacks | does not stack | 可叠放 | 不可叠放 | stacking; 可堆叠; 堆叠
removable_cover | removable cover | 可拆洗外套 | has a removable cover | | 外套可拆卸 | | cover removable; removable cover; detachable cover; 可拆洗; 套子可拆
assembly | assembly required | 需要组装 | needs assembly | needs no assembly | 需自行组装 | 无需组装 | assembly needed; assembly; requires assembly; self assembly; 组装; 是否需要组装; 需组装; 是否组装
handmade | handmade | 手工制作 | is made by hand | | 手工制作 | | hand made; handcrafted; 手工; 是否手工
hooded | hooded | 连帽 | has a hood | has no hood | 连帽款 | 无帽款 | hood; with hood; 带帽; 是否连帽
lined | lined | 带里衬 | is lined | is unlined | 带里衬 | 无里衬 | has lining; 里衬
insulated | insulated | 保温 | is insulated | is not insulated | 带保温层 | 无保温层 | thermal insulation; insulation; 隔热; 双层保温
leakproof | leakproof | 防漏 | is leakproof | | 防漏 | | leak proof; spill proof; 是否防漏; 密封防漏
non_slip | non-slip | 防滑 | is non-slip | | 防滑 | | anti slip; nonslip; slip resistant; 是否防滑; 防滑设计
polarized | polarized / polarised | 偏光 | has polarized lenses / has polarised lenses | | 偏光镜片 | | polarised; polarised lenses; polarized lenses; 是否偏光
uv_protection | UV protection | 防紫外线 | has UV protection | has no UV protection | 防紫外线 | 不防紫外线 | uv protection; uv400; uv; 防UV
bpa_free | BPA-free | 不含双酚A | is BPA-free | | 不含双酚A | | bpa free; bpafree; 无双酚A; 不含BPA
cruelty_free | not tested on animals | 未做动物实验 | is not tested on animals | | 未做动物实验 | | cruelty free; animal testing free; 零残忍
lockable | lockable | 可上锁 | locks | does not lock | 可上锁 | 不可上锁 | lock; with lock; 带锁; 是否带锁
outdoor | outdoor use | 户外可用 | can stand outdoors | | 户外可用 | | outdoor use; suitable for outdoor use; weatherproof; 户外适用
[tech]
rechargeable | rechargeable | 可充电 | is rechargeable | is not rechargeable | 可充电 | 不可充电 | recharge; rechargeable battery; 充电式; 是否可充电
cordless | cordless | 无线 | is cordless | has a cord | 无线款 | 有线款 | wireless operation; 无绳
noise_cancelling | noise canceling / noise cancelling | 主动降噪 | has active noise canceling / has active noise cancelling | has no active noise canceling / has no active noise cancelling | 支持主动降噪 | 不支持主动降噪 | anc; active noise cancellation; active noise cancelling; noise cancellation; noise cancelling; noise canceling; 降噪; 主动降噪功能
touchscreen | touchscreen | 触摸屏 | has a touchscreen | has no touchscreen | 触摸屏 | 非触摸屏 | touch screen; touch display; 触屏; 触控屏; 是否触屏
backlit | backlit | 背光 | is backlit | is not backlit | 带背光 | 无背光 | backlight; backlit keyboard; 背光键盘
dimmable | dimmable | 可调光 | is dimmable | is not dimmable | 可调光 | 不可调光 | dimming; dimmer; 调光; 是否可调光
fast_charging | fast charging | 快速充电 | has fast charging | has no fast charging | 支持快速充电 | 不支持快速充电 | quick charge; supports fast charging; 是否支持快充
wireless_charging | wireless charging | 无线充电 | has wireless charging | has no wireless charging | 支持无线充电 | 不支持无线充电 | qi charging; 无线快充
microphone | microphone | 麦克风 | has a microphone | has no microphone | 带麦克风 | 不带麦克风 | built in microphone; mic; with microphone; 内置麦克风; 麦克风功能
gps | GPS | GPS定位 | has GPS | has no GPS | 带GPS定位 | 无GPS定位 | built in gps; 定位; GPS
remote | remote control | 遥控 | comes with a remote control | comes without a remote control | 配遥控器 | 不配遥控器 | remote control; remote control included; 遥控器; 遥控功能
timer | timer | 定时 | has a timer | has no timer | 带定时功能 | 无定时功能 | built in timer; 定时器; 定时功能
auto_shutoff | automatic shut-off | 自动断电 | switches itself off | does not switch itself off | 自动断电 | 不自动断电 | auto off; auto shut off; automatic shutoff; auto power off; 自动关机
dual_sim | dual SIM | 双卡 | takes two SIM cards | | 双卡双待 | | two sim
batteries_included | batteries included | 含电池 | comes with batteries | comes without batteries | 含电池 | 不含电池 | batteries included; battery included; batteries; 是否含电池; 附电池
[taste]
vegan_flag | vegan | 纯素 | is vegan | | 纯素 | | is vegan; 是否纯素
gluten_free_flag | gluten-free | 无麸质 | is gluten-free | | 无麸质 | | gluten free; glutenfree; 不含麸质
sugar_free_flag | sugar-free | 无糖 | is sugar-free | | 无糖 | | sugar free; sugarfree; no sugar; 不含糖
lactose_free_flag | lactose-free | 无乳糖 | is lactose-free | | 无乳糖 | | lactose free; 不含乳糖
fragrance_free | fragrance-free | 无香精 | is fragrance-free | | 不含香精 | | fragrance free; unscented; 无香料
[contents]
lid | lid | 盖子 | has a lid | has no lid | 带盖 | 无盖 | with lid; lid included; 带盖子; 是否带盖
gift_box | gift box | 礼盒 | comes in a gift box | comes without a gift box | 礼盒装 | 无礼盒 | gift boxed; gift packaging; 礼盒包装; 是否礼盒
bulb_included | bulb included | 含灯泡 | comes with a bulb | comes without a bulb | 含灯泡 | 不含灯泡 | bulbs included; bulb; 灯泡; 是否含光源
"""
