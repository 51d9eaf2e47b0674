"""Product types of the house: furniture, textiles, light, decoration, kitchen. Marks as in `types_wear.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# English | Chinese | measure word | aliases
TABLE: Final = """
[furniture]
chair | 椅子 | 把 | chairs; side chair; 单椅
armchair | 扶手椅 | 把 | armchairs; <club chair
lounge chair | 休闲椅 | 把 | lounge chairs; accent chair; accent chairs
office chair | 办公椅 | 把 | office chairs; desk chair; task chair; ergonomic chair; conference chair; 电脑椅; 人体工学椅
gaming chair | 电竞椅 | 把 | gaming chairs
dining chair | 餐椅 | 把 | dining chairs
rocking chair | 摇椅 | 把 | rocker chair; rocking chairs; glider chair
recliner | 躺椅 | 把 | recliners; reclining chair
stool | 凳子 | 个 | stools; <矮凳; <圆凳; 板凳
bar stool | 吧凳 | 个 | bar stools; counter stool; barstool; 吧台椅; 高脚凳
bench | 长凳 | 张 | benches; 长椅
ottoman / footstool | 脚凳 | 个 | ottomans; pouf; pouffe; 脚踏
beanbag | 懒人沙发 | 个 | bean bag; bean bag chair; 豆袋
sofa | 沙发 | 张 | sofas; couch; loveseat; sectional sofa; sectional; settee; 布艺沙发; 双人沙发; 三人沙发
sofa bed | 沙发床 | 张 | sofa beds; futon; sleeper sofa
bed | 床 | 张 | beds; bed frame; bedframe; platform bed; 床架; 双人床; <实木床
mattress | 床垫 | 张 | mattresses; <memory foam mattress; <乳胶床垫; 弹簧床垫
headboard | 床头板 | 块 | headboards
crib / cot | 婴儿床 | 张 | cribs; cot; cots
table | 桌子 | 张 | tables; 桌
dining table | 餐桌 | 张 | dining tables; kitchen table; 饭桌
coffee table | 茶几 | 张 | coffee tables; 咖啡桌
side table | 边几 | 张 | side tables; end table; 边桌; 角几
bedside table / bedside table | 床头柜 | 个 | nightstand; nightstands; bedside tables; night table; bedside cabinet
console table | 玄关桌 | 张 | console tables; console; entry table; sofa table
desk | 书桌 | 张 | desks; writing desk; computer desk; standing desk; study desk; 电脑桌; 办公桌; 写字台; 升降桌
vanity / dressing table | 梳妆台 | 张 | vanity table; dressing table; makeup table; 化妆台
dresser / chest of drawers | 斗柜 | 个 | dressers; chest of drawers; <tallboy; 抽屉柜; <五斗柜
wardrobe | 衣柜 | 个 | wardrobes; armoire; closet; 大衣柜
sideboard | 餐边柜 | 个 | sideboards; <credenza; 边柜
cabinet | 柜子 | 个 | cabinets; storage cabinet; 储物柜; 收纳柜
bookcase | 书柜 | 个 | bookcases; bookshelf; book shelf; bookshelves; 书架
shelf (shelves) | 置物架 | 个 | shelves; shelving unit; shelving; wall shelf; floating shelf; 搁板; 层架
TV stand | 电视柜 | 个 | tv stands; tv unit; media console; entertainment center; 电视架
shoe rack | 鞋架 | 个 | shoe racks
coat rack / coat stand | 衣帽架 | 个 | coat stand; coat racks; 挂衣架
room divider | 屏风 | 扇 | folding screen; room dividers
storage box | 收纳箱 | 个 | storage bin; storage bins; storage boxes; storage organizer; organizer; storage container; 收纳盒; 整理箱
basket | 收纳篮 | 个 | baskets; storage basket; laundry basket; hamper; 篮子; 脏衣篮
sink | 水槽 | 个 | sinks; <washbasin; <bathroom sink; <台盆; <洗手盆
[textile]
cushion | 靠垫 | 个 | cushions; throw pillow; throw pillows; seat cushion; scatter cushion; 抱枕; 坐垫
cushion cover | 靠垫套 | 个 | cushion covers; throw pillow cover; 抱枕套
pillow | 枕头 | 个 | pillows; bed pillow; <memory foam pillow; 枕芯; <乳胶枕
pillowcase | 枕套 | 个 | pillowcases; pillow case; pillow cover
blanket | 毯子 | 条 | blankets; throw; throws; throw blanket; 盖毯; 毛毯; 休闲毯
duvet | 被子 | 床 | duvets; comforter; comforters; 被芯; <羽绒被; <蚕丝被
duvet cover | 被套 | 个 | duvet covers; quilt cover; 被罩
bedding set | 床品套装 | 套 | bed set; duvet cover set; sheet set; bed linen; bedding; 四件套; 床上用品
bed sheet | 床单 | 条 | bed sheets; sheets; fitted sheet; flat sheet; 床笠
bedspread | 床盖 | 条 | bedspreads; coverlet
towel | 毛巾 | 条 | towels; <hand towel; towel set; <面巾
bath towel | 浴巾 | 条 | bath towels; <bath sheet
bath mat | 浴室地垫 | 块 | bath mats; bath rug; bathmat
rug | 地毯 | 块 | rugs; carpet; area rug; runner rug; 地垫毯
doormat | 门垫 | 块 | door mat; doormats; 入户垫
+curtains | 窗帘 | 副 | curtain; drapes; blackout curtains; window curtain; 遮光窗帘
shower curtain | 浴帘 | 幅 | shower curtains
tablecloth | 桌布 | 块 | table cloth; tablecloths; 台布
table runner | 桌旗 | 条 | table runners
placemat | 餐垫 | 块 | placemats; place mat; place mats
napkin | 餐巾 | 块 | napkins; cloth napkin; cloth napkins
tea towel | 茶巾 | 条 | tea towels; dish towel; 擦碗布
[lighting]
lamp | 灯 | 盏 | lamps; light; lights; 灯具
table lamp | 台灯 | 盏 | table lamps; desk lamp; bedside lamp; 床头灯
floor lamp | 落地灯 | 盏 | floor lamps; standing lamp
pendant light | 吊灯 | 盏 | pendant lamp; pendant lights; hanging lamp; chandelier; chandeliers; 餐吊灯; 枝形吊灯
ceiling light | 吸顶灯 | 盏 | ceiling lights; ceiling lamp; flush mount light
wall light | 壁灯 | 盏 | wall lamp; sconce; wall sconce; wall lights
night light | 小夜灯 | 盏 | nightlight; night lights; 夜灯
lantern | 提灯 | 盏 | lanterns; <风灯
+string lights | 灯串 | 串 | string light; fairy lights; <led string lights; christmas lights; 串灯; 彩灯
light bulb | 灯泡 | 只 | bulb; light bulbs; <led bulb; lightbulb
lampshade | 灯罩 | 个 | lamp shade; lampshades
[decor]
clock | 时钟 | 座 | clocks; table clock; mantel clock; desk clock; 座钟; 台钟
wall clock | 挂钟 | 个 | wall clocks
alarm clock | 闹钟 | 个 | alarm clocks
vase | 花瓶 | 个 | vases; vase set
candle | 蜡烛 | 支 | candles; scented candle; pillar candle; 香薰蜡烛; 香氛蜡烛
candle holder | 烛台 | 个 | candle holders; candlestick; candleholder; candlesticks; tealight holder
mirror | 镜子 | 面 | mirrors; wall mirror; vanity mirror; 全身镜; 化妆镜; 穿衣镜
picture frame / photo frame | 相框 | 个 | photo frame; picture frames; photo frames; frame; 画框
wall art | 装饰画 | 幅 | art print; <canvas print; poster; painting; wall print; print; 挂画; 海报
sculpture | 雕塑 | 件 | sculptures; <statue; <figurine; <statuette; <figurines; <statues; <雕像
ornament | 摆件 | 件 | ornaments; decorative ornament; showpiece; 装饰摆件
diffuser | 香薰机 | 台 | aroma diffuser; essential oil diffuser; diffusers; 扩香机
reed diffuser | 无火香薰 | 瓶 | reed diffusers
wreath | 花环 | 个 | wreaths; christmas wreath; door wreath
garland | 花藤挂饰 | 条 | garlands
decorative bowl | 装饰碗 | 个 | decorative bowls
Christmas tree | 圣诞树 | 棵 | christmas trees; <artificial christmas tree; xmas tree
Christmas ornament | 圣诞挂饰 | 个 | christmas ornaments; bauble; baubles; tree ornament; holiday ornament; 圣诞球
Christmas stocking | 圣诞袜 | 只 | christmas stockings
gift box | 礼盒 | 个 | gift boxes; gift basket; hamper box; 礼品盒
[cleaning]
broom | 扫帚 | 把 | brooms; 扫把
mop | 拖把 | 把 | mops; flat mop
trash can / rubbish bin | 垃圾桶 | 个 | trash bin; waste bin; wastebasket; garbage can; rubbish bin; bin
detergent | 洗涤剂 | 瓶 | detergents; dish soap; laundry detergent; washing-up liquid; 洗洁精; 洗衣液
hanger | 衣架 | 个 | hangers; clothes hanger; coat hanger
+tissues | 纸巾 | 盒 | tissue paper; tissue; facial tissue; 抽纸; 面巾纸
"""
