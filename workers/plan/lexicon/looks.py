"""Styles, shapes, and where and when things are used: occasions, rooms, seasons, activities, care."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

STYLES: Final[dict[str, Word]] = words("""
classic | | 经典 | classical; traditional; timeless; 传统; 经典款
modern | | 现代 | contemporary; 当代; 现代简约
minimalist | | 极简 | minimal; simple; 简约; 简洁; 极简主义
vintage | | 复古 | retro; antique; old-fashioned; 怀旧; 做旧复古
casual | | 休闲 | everyday; leisure; relaxed; 日常; 休闲款
formal | | 正装 | dress; dressy; smart; evening; 正式; 礼服
business | | 商务 | office; professional; work; 通勤; 职业; ol
smart-casual | smart-casual | 商务休闲 | smart casual; business casual
sporty | | 运动 | sports; athletic; athleisure; sport; active; 运动休闲
streetwear | streetwear | 街头 | street; urban; hip hop; hip-hop; 潮流; 嘻哈
bohemian | | 波西米亚 | boho; boho chic; bohemian chic; 波希米亚
scandinavian | Scandinavian | 北欧 | nordic; scandi; 北欧简约; 斯堪的纳维亚
industrial | | 工业 | loft; 工业风; LOFT
rustic | | 乡村 | country; farmhouse; 田园; 美式乡村
mid-century | mid-century | 中古 | mid century; mid-century modern; midcentury; mcm; 中世纪现代
japanese | Japanese | 日式 | japandi; japan; wabi-sabi; 侘寂; 和风; 日系
chinese | Chinese | 中式 | oriental; 新中式; 国风; 中国风; 国潮
european | European | 欧式 | 欧美; 简欧; 法式欧式
french | French | 法式 | parisian; french country
american | American | 美式 | preppy; ivy; 美式复古
art-deco | art deco | 装饰艺术 | art-deco; deco
gothic | | 哥特 | goth; 暗黑
romantic | | 浪漫 | feminine romantic; 甜美; 唯美
western | Western | 西部牛仔 | cowboy; 牛仔风
military | | 军装 | army; 军旅; 工装军风
workwear | workwear | 工装 | utility; cargo style; 工装风
coastal | | 海岸 | nautical; beach; 海洋; 地中海; mediterranean
abstract-style | abstract | 抽象 | abstract
""")

SHAPES: Final[dict[str, Word]] = words("""
round | | 圆形 | circular; circle; 圆; 正圆; 正圆形
oval | | 椭圆形 | elliptical; ellipse; 椭圆
square | | 方形 | 正方形; 方; 正方
rectangular | | 长方形 | rectangle; oblong; 矩形; 长条形; 长方
triangular | | 三角形 | triangle
hexagonal | | 六边形 | hexagon; 六角形
octagonal | | 八边形 | octagon; 八角形
heart | heart | 心形 | heart; heart shaped; 爱心; 爱心形
star | star | 星形 | star; star shaped; 五角星
l-shaped | L | L形 | l shape; l-shaped; l shaped; L型; 转角
u-shaped | U | U形 | u shape; u-shaped; u shaped; U型
cylindrical | | 圆柱形 | cylinder; 圆筒形; 圆柱
conical | | 锥形 | cone; cone shaped; 圆锥形
spherical | | 球形 | sphere; globe; ball; 圆球形
curved | | 弧形 | arched; arc; 拱形; 曲面
teardrop | teardrop | 水滴形 | drop; tear drop; pear; 水滴
cat-eye | cat-eye | 猫眼形 | cat eye; cateye; 猫眼
aviator | aviator | 飞行员款 | pilot; 蛤蟆镜; 飞行员
wayfarer | | 方框款 | square frame
crescent | | 月牙形 | moon; half moon; half-moon; 新月形; 半月形
flat | | 扁平 | flat shape
""")

OCCASIONS: Final[dict[str, Word]] = words("""
everyday | everyday use | 日常使用 | daily; everyday; casual; daily use; everyday wear; daily wear; 日常; 日常穿着; 休闲
work | work | 通勤 | office; business; work; 上班; 办公; 商务; 职场
wedding | weddings | 婚礼 | weddings; bridal; bride; 结婚; 婚庆; 婚宴
party | parties | 派对 | parties; cocktail; celebration; 聚会; 宴会
evening | evenings out | 晚宴 | evening; formal; gala; 正式场合; 晚会
birthday | birthdays | 生日 | birthdays; 生日会; 庆生
christmas | Christmas | 圣诞节 | xmas; christmas; holiday; noel; 圣诞
halloween | Halloween | 万圣节 | halloween; 万圣
easter | Easter | 复活节 | easter
valentine | Valentine's Day | 情人节 | valentines; valentines day; valentine's day; valentine; 七夕
mothers-day | Mother's Day | 母亲节 | mothers day; mother's day
fathers-day | Father's Day | 父亲节 | fathers day; father's day
thanksgiving | Thanksgiving | 感恩节 | thanksgiving
new-year | New Year | 新年 | new year; new years; new year's eve; 元旦; 跨年
spring-festival | Lunar New Year | 春节 | chinese new year; lunar new year; spring festival; 过年; 年货
mid-autumn | the Mid-Autumn Festival | 中秋节 | mid autumn; mid-autumn; mid-autumn festival; 中秋
graduation | graduations | 毕业典礼 | graduations; prom; 毕业
anniversary | anniversaries | 纪念日 | anniversaries; 周年纪念
travel | travel | 旅行 | vacation; trip; trips; 出行; 旅游; 出差
school | school | 校园 | back to school; college; campus; 上学; 学校; 开学
camping | camping | 露营 | campsite
picnic | picnics | 野餐 | picnics; 郊游
beach | the beach | 海边 | seaside; poolside; 沙滩; 海滩; 度假
home | the home | 居家 | lounge; loungewear; home; 家居; 在家
outdoor | the outdoors | 户外 | outdoors; outdoor; 室外
gift | gifts | 送礼 | gifting; gifts; present; 礼物; 礼品
baby-shower | baby showers | 迎婴派对 | baby shower; baby showers
dinner | dinners | 晚餐 | dinner party; dining; 用餐; 聚餐
""")

ROOMS: Final[dict[str, Word]] = words("""
living-room | living room | 客厅 | living room; lounge; sitting room; family room; 起居室
bedroom | bedroom | 卧室 | bed room; bedrooms; 睡房; 主卧
kitchen | kitchen | 厨房 | kitchens
dining-room | dining room | 餐厅 | dining room; dining; 饭厅
bathroom | bathroom | 浴室 | bath; bathrooms; 卫生间; 洗手间
home-office | home office | 书房 | office; study; home office; study room; 办公室; 工作室
hallway | hallway | 玄关 | entryway; hall; entrance; foyer; entry; 门厅; 走廊
kids-room | children's room | 儿童房 | kids room; children's room; kids' room; nursery; playroom; 婴儿房; 宝宝房
balcony | balcony | 阳台 | balconies; 露台阳台
garden | garden | 花园 | yard; backyard; gardens; 庭院; 院子; 后院
patio | patio | 露台 | terrace; deck; porch; 天台
garage | garage | 车库 | workshop; 车间
laundry | laundry room | 洗衣房 | laundry; laundry room; utility room
dorm | dorm room | 宿舍 | dorm; dormitory; 寝室
""")

SEASONS: Final[dict[str, Word]] = words("""
spring | | 春季 | 春; 春天
summer | | 夏季 | 夏; 夏天
autumn | fall / autumn | 秋季 | fall; autumn; 秋; 秋天
winter | | 冬季 | 冬; 冬天
all-season | all seasons | 四季 | all season; all seasons; four seasons; year-round; year round; all year; 四季通用; 全年; 春夏秋冬
spring-summer | spring and summer | 春夏 | spring/summer; spring-summer; spring summer; ss; 春夏季
autumn-winter | fall and winter / autumn and winter | 秋冬 | autumn/winter; fall/winter; fall winter; autumn winter; aw; 秋冬季
three-season | three seasons | 三季 | 3-season; 3 season; three season; 三季通用; 春夏秋; 春秋冬
spring-autumn | spring and fall / spring and autumn | 春秋 | spring/autumn; spring/fall; transitional; 春秋季
""")

ACTIVITIES: Final[dict[str, Word]] = words("""
running | | 跑步 | run; jogging; 慢跑; 跑步运动
walking | | 步行 | walk; 健走; 散步
hiking | | 徒步 | trekking; hike; trek; 远足; 徒步旅行
climbing | | 攀岩 | rock climbing; bouldering; mountaineering; 登山; 攀登
cycling | | 骑行 | bike; biking; bicycle; 自行车; 骑车
swimming | | 游泳 | swim
yoga | | 瑜伽 | pilates; 瑜珈; 普拉提
gym | the gym | 健身 | fitness; gym; workout; training; weightlifting; 训练; 力量训练; 健身房
football | soccer / football | 足球 | soccer
basketball | | 篮球 |
baseball | | 棒球 | softball
tennis | | 网球 |
badminton | | 羽毛球 |
table-tennis | table tennis | 乒乓球 | ping pong; table tennis
volleyball | | 排球 |
golf | | 高尔夫 | golfing; 高尔夫球
cricket | | 板球 |
skiing | | 滑雪 | ski; snowboarding; snowboard; 单板滑雪
skating | | 滑冰 | skate; ice skating; 轮滑
skateboarding | | 滑板 | skateboard
surfing | | 冲浪 | surf
kayaking | | 皮划艇 | kayak; paddling; canoeing; 划艇
fishing | | 钓鱼 | angling; 垂钓
camping | | 露营 | camp; backpacking; 野营
dancing | | 舞蹈 | dance; ballet; 跳舞; 芭蕾
boxing | | 拳击 | martial arts; mma; 搏击
cooking | | 烹饪 | cookery; 做饭; 炒菜
baking | | 烘焙 | bake; 烤面包
barbecue | barbecue | 烧烤 | bbq; grilling; grill; barbecuing
gardening | | 园艺 | garden; 种植
painting | | 绘画 | art; drawing; 画画
sewing | | 缝纫 | quilting; 手工缝制
knitting | | 编织 | crochet; 钩针
writing | | 书写 | note-taking; 写字
reading | | 阅读 | 看书
gaming | | 游戏 | games; esports; video games; 电竞; 打游戏
studying | | 学习 | study; 自习
photography | | 摄影 | photo; photos; 拍照
video-calls | video calls | 视频通话 | video calls; video conferencing; video conference; 视频会议
streaming | | 直播 | live streaming; vlogging; vlog
recording | | 录音 | studio recording; studio; podcasting
commuting | | 通勤 | commute; daily commute; 上下班
sleeping | | 睡眠 | sleep; 睡觉
woodworking | | 木工 | wood; carpentry; 木作
drilling | | 钻孔 | 打孔
""")

CARE: Final[dict[str, Word]] = words("""
machine-wash | machine washable | 可机洗 | machine wash; machine washable; machine-washable; machine wash safe; machine wash warm; machine washable warm; gentle cycle; machine wash gentle; delicate wash; 轻柔机洗; 机洗; 可机洗
machine-wash-cold | machine washable in cold water | 可冷水机洗 | machine wash cold; machine washable cold; cold machine wash; cold wash; wash cold; 冷水机洗
machine-wash-30 | machine washable on a cool cycle | 可低温机洗 | machine wash cool; cool machine wash; 低温机洗
hand-wash | washed by hand | 宜手洗 | hand wash; handwash; hand wash only; hand washable; hand-wash only; 手洗; 只可手洗; 建议手洗
dry-clean | dry clean only | 仅限干洗 | dry clean; dry clean only; dry-clean only; dryclean; 干洗; 只可干洗; 专业干洗
wipe-clean | wiped clean with a damp cloth | 可用湿布擦拭 | wipe clean; wipe with damp cloth; wipe; wipe down; wipe with a damp cloth; 湿布擦拭; 擦拭
dishwasher | dishwasher safe | 可用洗碗机清洗 | dishwasher safe; dishwasher; dishwasher-safe; 洗碗机可用; 可洗碗机
tumble-dry | safe to tumble dry on low | 可低温烘干 | tumble dry low; tumble-dry low; 低温烘干
tumble-dry-any | safe to tumble dry | 可烘干 | tumble dry; tumble dryer safe; 烘干
no-tumble | not for the tumble dryer | 不可烘干 | do not tumble dry; no tumble dry; 不可滚筒烘干
no-bleach | not to be bleached | 不可漂白 | do not bleach; no bleach; non-chlorine bleach only
line-dry | dried on the line | 宜悬挂晾干 | line dry; hang dry; air dry; drip dry; 晾干; 悬挂晾干; 自然晾干
flat-dry | dried flat | 宜平铺晾干 | dry flat; lay flat to dry; flat dry; 平铺晾干
cool-iron | ironed on low heat | 可低温熨烫 | iron low; cool iron; low iron; 低温熨烫
no-iron | not to be ironed | 不可熨烫 | do not iron; 免熨烫禁止
easy-care | easy-care | 免熨烫 | easy care; non-iron; wrinkle free; wrinkle-free; no iron needed; 免烫; 易打理
season-oil | oiled now and then | 宜定期上油保养 | oil; oil regularly; season; seasoning; re-oil; 上油; 开锅; 养锅
""")
