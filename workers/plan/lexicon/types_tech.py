"""Product types that are devices, tools, instruments or sports gear. Marks as in `types_wear.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# English | Chinese | measure word | aliases
TABLE: Final = """
[phone]
smartphone | 智能手机 | 部 | smartphones; phone; mobile phone; cell phone; android phone; phones; 手机
tablet | 平板电脑 | 台 | tablets; tablet computer; 平板
e-reader | 电子书阅读器 | 台 | ereader; e-book reader; ebook reader; e-readers; 电纸书
phone case | 手机壳 | 个 | phone cases; <iphone case; phone cover; case; 手机套
screen protector | 屏幕保护膜 | 张 | screen protectors; <tempered glass screen protector; <钢化膜; 贴膜
charger | 充电器 | 个 | chargers; wall charger; phone charger; usb charger; power adapter; 充电头
wireless charger | 无线充电器 | 个 | wireless chargers; charging pad; wireless charging pad; charging stand
power bank | 充电宝 | 个 | power banks; portable charger; battery pack; 移动电源
cable | 数据线 | 条 | cables; <usb cable; charging cable; <hdmi cable; charger cable; <audio cable; 充电线; 线缆; 连接线
phone stand | 手机支架 | 个 | phone holder; phone mount; phone stands; car phone holder; tablet stand; 车载支架
selfie stick | 自拍杆 | 根 | selfie sticks; monopod; selfie stick monopod
[computer]
laptop | 笔记本电脑 | 台 | laptops; notebook computer; <ultrabook; <macbook; notebook pc; <gaming laptop; 笔记本
desktop computer | 台式电脑 | 台 | desktop; desktop pc; <gaming pc; 台式机
monitor | 显示器 | 台 | monitors; computer monitor; gaming monitor; computer display; 电脑显示器
keyboard | 键盘 | 个 | keyboards; <mechanical keyboard; <wireless keyboard; <wired keyboard; computer keyboard; <机械键盘; <无线键盘; <有线键盘
mouse (mice) | 鼠标 | 个 | computer mouse; <wireless mouse; <wired mouse; <gaming mouse; mice; <无线鼠标; <有线鼠标
mouse pad / mouse mat | 鼠标垫 | 张 | mousepad; mouse mat
webcam | 网络摄像头 | 个 | webcams; web camera
printer | 打印机 | 台 | printers; <inkjet printer; <laser printer
scanner | 扫描仪 | 台 | scanners
router | 路由器 | 台 | routers; wifi router; <mesh router; 无线路由器
hard drive | 硬盘 | 个 | <external hard drive; hdd; <portable hard drive; <external drive; <移动硬盘
SSD | 固态硬盘 | 个 | ssd; ssds; solid state drive; portable ssd
USB flash drive | U盘 | 个 | flash drive; usb stick; usb drive; thumb drive; 优盘
memory card | 存储卡 | 张 | sd card; micro sd card; microsd; memory cards; 内存卡
USB hub | 集线器 | 个 | hub; <docking station; usb hubs; <扩展坞
laptop stand | 笔记本支架 | 个 | laptop stands; laptop riser; 电脑支架
laptop sleeve | 电脑内胆包 | 个 | laptop case; laptop sleeves; 内胆包
game console | 游戏机 | 台 | gaming console; video game console; console gaming; handheld console; 游戏主机; 掌机
game controller | 游戏手柄 | 个 | gamepad; controller; controllers; 手柄
drawing tablet | 数位板 | 块 | graphics tablet; pen tablet; drawing tablets; 绘图板
[audio]
+headphones | 耳机 | 副 | headphone; <airpods max; over-ear headphones; on-ear headphones; headset; <wireless headphones; <wired headphones; <gaming headset; 头戴式耳机; 头戴耳机; 耳麦; 耳罩式耳机; <蓝牙耳机; <无线耳机; <有线耳机; <骨传导耳机
+earbuds | 入耳式耳机 | 副 | <真无线耳机; <真无线蓝牙耳机; 耳机; <airpods; earbud; earphones; in-ear headphones; <wireless earbuds; <true wireless earbuds; <wireless earphones; <wired earbuds; <wired earphones; 入耳式耳机; <入耳式蓝牙耳机; <入耳式有线耳机
speaker | 音箱 | 台 | speakers; loudspeaker; bookshelf speaker; <bluetooth speaker; portable speaker; <wireless speaker; 音响; <蓝牙音箱; 扬声器
smart speaker | 智能音箱 | 台 | smart speakers; voice assistant
soundbar | 回音壁 | 台 | sound bar; soundbars; 条形音箱
turntable | 黑胶唱机 | 台 | record player; turntables; vinyl player; 唱片机
radio | 收音机 | 台 | radios; dab radio; fm radio; portable radio
amplifier | 功放 | 台 | amplifiers; <guitar amplifier; amp
microphone | 麦克风 | 支 | microphones; condenser microphone; dynamic microphone; usb microphone; mic; 话筒
voice recorder | 录音笔 | 支 | digital recorder; audio recorder
[camera]
camera | 相机 | 台 | cameras; digital camera; mirrorless camera; dslr; dslr camera; film camera; instant camera; 数码相机; 单反相机; 微单; 胶片相机
action camera | 运动相机 | 台 | action cameras; action cam
security camera | 监控摄像头 | 个 | security cameras; ip camera; surveillance camera; doorbell camera; 摄像头
dash cam | 行车记录仪 | 台 | dashcam; dash camera; dash cams
camera lens | 镜头 | 支 | lens camera; lenses camera; prime lens; zoom lens; 相机镜头
tripod | 三脚架 | 个 | tripods; camera tripod; camera pedestal; 脚架
drone | 无人机 | 架 | drones; quadcopter; 航拍机
projector | 投影仪 | 台 | projectors; portable projector; 投影机
television | 电视机 | 台 | tv; televisions; smart tv; tvs; <oled tv; 电视; <液晶电视; 智能电视
&binoculars | 双筒望远镜 | 副 | binocular
telescope | 天文望远镜 | 台 | telescopes
[gadget]
smart plug | 智能插座 | 个 | smart plugs; smart socket
power strip / extension lead | 插线板 | 个 | power strips; extension lead; extension cord; surge protector; 排插; 插排
+batteries | 电池 | 节 | battery; <aa batteries; <rechargeable batteries
remote control | 遥控器 | 个 | remote; remote controls
weather station | 气象站 | 台 | weather stations
bathroom scale | 体重秤 | 台 | body scale; bathroom scales; <smart scale; <体脂秤
calculator | 计算器 | 个 | calculators
thermometer | 温度计 | 支 | thermometers; <meat thermometer; <食品温度计
[tool]
drill | 电钻 | 把 | drills; cordless drill; power drill; hammer drill; 手电钻; 冲击钻
impact driver | 冲击起子 | 把 | impact drivers
saw | 锯子 | 把 | saws; <hand saw; <handsaw; <手锯
circular saw | 电圆锯 | 台 | circular saws
chainsaw | 链锯 | 台 | chain saw; chainsaws; 油锯
jigsaw tool | 曲线锯 | 台 | jig saw
sander | 砂光机 | 台 | sanders; orbital sander; 打磨机
angle grinder | 角磨机 | 台 | angle grinders
hammer | 锤子 | 把 | hammers; <claw hammer; <羊角锤
screwdriver | 螺丝刀 | 把 | screwdrivers; phillips screwdriver; 起子
screwdriver set | 螺丝刀套装 | 套 | screwdriver sets; bit set; screwdriver bit set
wrench / spanner | 扳手 | 把 | wrenches; spanner; adjustable wrench; spanners; socket wrench; 活动扳手
wrench set / spanner set | 扳手套装 | 套 | wrench sets; socket set; spanner set
&pliers | 钳子 | 把 | plier; needle-nose pliers; cutting pliers; 尖嘴钳
axe | 斧头 | 把 | ax; axes; hatchet; 斧子
utility knife (utility knives) | 美工刀 | 把 | box cutter; stanley knife
pocket knife (pocket knives) | 折叠刀 | 把 | pocketknife; <folding knife; penknife
tape measure | 卷尺 | 把 | measuring tape; tape measures
level | 水平仪 | 把 | <spirit level; 水平尺
toolbox | 工具箱 | 个 | tool box; tool chest; toolboxes
tool set | 工具套装 | 套 | tool kit; toolkit; tool sets; 工具组套
ladder | 梯子 | 架 | ladders; step ladder; stepladder; 人字梯
&pruning shears / secateurs | 修枝剪 | 把 | secateurs; pruners; garden shears; pruning shear; 园艺剪
&scissors | 剪刀 | 把 | scissor; kitchen scissors; fabric scissors; 厨房剪
shovel / spade | 铁锹 | 把 | shovels; spade; garden spade
rake | 耙子 | 把 | rakes
lawn mower | 割草机 | 台 | lawnmower; mower; lawn mowers
garden hose / hosepipe | 花园水管 | 条 | hose; garden hoses; hosepipe; 水管
flashlight / torch | 手电筒 | 支 | flashlights; torch; <led flashlight
headlamp / head torch | 头灯 | 个 | headlamps; head torch
pressure washer | 高压清洗机 | 台 | pressure washers; power washer
[instrument]
acoustic guitar | 木吉他 | 把 | acoustic guitars; guitar; classical guitar; guitars; 吉他; 民谣吉他; 古典吉他
electric guitar | 电吉他 | 把 | electric guitars
bass guitar | 贝斯 | 把 | bass; bass guitars; <electric bass; jazz bass; 电贝斯
ukulele | 尤克里里 | 把 | ukuleles; uke
violin | 小提琴 | 把 | violins; fiddle
viola | 中提琴 | 把 | violas
cello | 大提琴 | 把 | cellos
banjo | 班卓琴 | 把 | banjos
mandolin | 曼陀林 | 把 | mandolins
harp | 竖琴 | 架 | harps
string instrument | 弦乐器 | 件 | strings; stringed instrument; string instruments
piano | 钢琴 | 架 | pianos; upright piano; grand piano
digital piano | 电钢琴 | 台 | digital pianos; electric piano; stage piano; 数码钢琴
synthesizer | 合成器 | 台 | synth; synthesizers; synthesiser
keyboard instrument | 键盘乐器 | 件 | keys; electronic keyboard; 电子琴
accordion | 手风琴 | 架 | accordions
drum kit | 架子鼓 | 套 | drum set; drum kits; drum sets; 爵士鼓; <电子鼓
drum | 鼓 | 面 | <snare drum; <djembe; <bongo; <bongos; <conga; <手鼓; <非洲鼓
cymbal | 镲片 | 片 | cymbals; hi-hat
percussion instrument | 打击乐器 | 件 | percussion; percussion instruments
flute | 长笛 | 支 | flutes
recorder | 竖笛 | 支 | recorders
clarinet | 单簧管 | 支 | clarinets
saxophone | 萨克斯 | 支 | saxophones; sax; alto saxophone; 萨克斯管
trumpet | 小号 | 支 | trumpets; cornet
trombone | 长号 | 支 | trombones
harmonica | 口琴 | 支 | harmonicas
wind instrument | 管乐器 | 件 | wind; wind instruments; woodwind; brass instrument
music stand | 谱架 | 个 | music stands
metronome | 节拍器 | 个 | metronomes
[sport]
football | 足球 | 个 | soccer ball; footballs; 比赛足球
American football | 美式橄榄球 | 个 | american footballs
basketball | 篮球 | 个 | basketballs
volleyball | 排球 | 个 | volleyballs
baseball | 棒球 | 个 | baseball ball; baseballs
baseball bat | 棒球棍 | 根 | baseball bats; <metal baseball bat; 棒球棒
baseball glove | 棒球手套 | 只 | baseball gloves; baseball mitt
tennis ball | 网球 | 个 | tennis balls
tennis racket | 网球拍 | 支 | tennis rackets; tennis racquet; racket
badminton racket | 羽毛球拍 | 支 | badminton rackets; badminton set
shuttlecock | 羽毛球 | 个 | shuttlecocks; <feather shuttlecock
table tennis bat | 乒乓球拍 | 支 | ping pong paddle; table tennis racket; ping pong bat
golf ball | 高尔夫球 | 个 | golf balls
golf club | 高尔夫球杆 | 支 | golf clubs; golf iron; iron golf; putter; golf driver
cricket bat | 板球棒 | 根 | cricket bats
cricket ball | 板球 | 个 | cricket balls
helmet | 头盔 | 顶 | helmets; bike helmet; cycling helmet; cricket helmet; 骑行头盔
basketball hoop | 篮球架 | 个 | basketball rim; basketball hoops; 篮筐
yoga mat | 瑜伽垫 | 张 | yoga mats; exercise mat; gym mat; 健身垫
dumbbell | 哑铃 | 只 | dumbbells; dumbbell set; 哑铃套装
kettlebell | 壶铃 | 只 | kettlebells
resistance band | 弹力带 | 条 | resistance bands; exercise band
jump rope / skipping rope | 跳绳 | 根 | skipping rope; jump ropes
treadmill | 跑步机 | 台 | treadmills
exercise bike | 健身车 | 台 | exercise bikes; stationary bike; spin bike; 动感单车
bicycle | 自行车 | 辆 | bicycles; bike; mountain bike; road bike; bikes; 山地车; 公路车; 单车
electric bike | 电动自行车 | 辆 | e-bike; ebike; electric bicycle; 电助力车
scooter | 滑板车 | 辆 | scooters; <kick scooter; <electric scooter; <电动滑板车
skateboard | 滑板 | 块 | skateboards; longboard
surfboard | 冲浪板 | 块 | surfboards
+skis | 双板滑雪板 | 副 | ski; <alpine skis
&goggles | 护目镜 | 副 | goggle; <ski goggles; <swim goggles; <swimming goggles; <泳镜; <滑雪镜
motorcycle | 摩托车 | 辆 | motorcycles; motorbike; sportbike motorcycle; 机车
car | 汽车 | 辆 | cars; vehicle; sedan; suv; 轿车
[outdoor]
tent | 帐篷 | 顶 | tents; camping tent; dome tent; 露营帐篷
sleeping bag | 睡袋 | 个 | sleeping bags
sleeping pad | 防潮垫 | 张 | sleeping mat; sleeping pads; camping mat
camping chair | 露营椅 | 把 | camp chair; camping chairs
camping stove | 露营炉 | 个 | camp stove; camping stoves; <gas stove; 炉头; 卡式炉
camping set | 露营套装 | 套 | camping sets; camping kit
cooler / cool box | 保温箱 | 个 | coolers; cool box; ice box
hammock | 吊床 | 张 | hammocks
fishing rod | 鱼竿 | 根 | fishing rods; fishing pole; rod; 钓竿; 路亚竿
fishing reel | 渔线轮 | 个 | fishing reels; reel; spinning reel
fishing lure | 拟饵 | 个 | lure; lures; fishing lures; <spinner lure; 路亚饵
tackle box | 渔具箱 | 个 | tackle boxes; fishing tackle box
kayak | 皮划艇 | 艘 | kayaks; <inflatable kayak
paddle | 船桨 | 支 | paddles; <kayak paddle
life jacket | 救生衣 | 件 | life vest; life jackets; buoyancy aid
+trekking poles | 登山杖 | 副 | trekking pole; hiking poles; walking poles
grill / barbecue | 烧烤架 | 个 | bbq grill; barbecue; <charcoal grill; <gas grill; grills
fire pit | 火盆 | 个 | fire pits; firepit
picnic blanket | 野餐垫 | 块 | picnic blankets; picnic mat
[book]
book | 图书 | 本 | books; 书籍; 书
cookbook | 食谱书 | 本 | cookbooks; cook book; recipe book; 菜谱
travel guide | 旅行指南 | 本 | travel guides; guidebook; travel book; guide book; 旅游指南
novel | 小说 | 本 | novels; fiction
picture book | 绘本 | 本 | picture books; children's book; 童书
[stationery]
notebook | 笔记本 | 本 | notebooks; <journal; <notepad; <手账本; 记事本
planner | 计划本 | 本 | planners; <diary; agenda; 日程本
pen | 笔 | 支 | pens; <ballpoint pen; <fountain pen; <gel pen; <rollerball pen; <dip pen; <钢笔; <签字笔; <中性笔; <圆珠笔; <蘸水笔
pencil | 铅笔 | 支 | pencils; colored pencils; coloured pencils; <mechanical pencil; <彩色铅笔
pencil case | 笔袋 | 个 | pencil cases; pen case; 文具袋
sketchbook | 素描本 | 本 | sketchbooks; sketch pad; sketchpad
calendar | 日历 | 本 | calendars; wall calendar; 台历; 挂历
card | 贺卡 | 张 | greeting card; greeting cards; christmas card; cards
"""
