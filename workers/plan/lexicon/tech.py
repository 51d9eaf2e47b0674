"""What devices have: panels, sensors, connections, power; and what stays fixed on the wall or grows in the pot."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

PANELS: Final[dict[str, Word]] = words("""
oled | OLED | OLED | oled display
amoled | AMOLED | AMOLED | super amoled; dynamic amoled
lcd | LCD | LCD | 液晶; 液晶屏; tft; tft lcd
ips | IPS | IPS | ips lcd; ips panel
led | LED | LED | led display; led lcd
qled | QLED | QLED | quantum dot; 量子点
mini-led | mini-LED | mini-LED | mini led; miniled
e-ink | E Ink | 电子墨水 | e ink; e-ink; eink; e-paper; epaper; 电子纸; 墨水屏
""")

PIXELS: Final[dict[str, Word]] = words("""
hd | HD | 高清 | 720p; hd ready
full-hd | Full HD | 全高清 | fhd; 1080p; full hd; fullhd
qhd | QHD | 2K | 2k; 1440p; wqhd; quad hd
4k | 4K | 4K | uhd; 2160p; 4k uhd; ultra hd; 4k ultra hd; 超高清
8k | 8K | 8K | 8k uhd; 4320p
retina | Retina | 视网膜 | retina display
""")

SENSORS: Final[dict[str, Word]] = words("""
full-frame | full-frame | 全画幅 | full frame; 35mm full frame
aps-c | APS-C | APS-C画幅 | aps-c; apsc; crop; 半画幅
micro-four-thirds | Micro Four Thirds | M4/3画幅 | mft; m43; micro 4/3; micro four thirds
cmos | CMOS | CMOS | cmos sensor
ccd | CCD | CCD |
one-inch | one-inch | 1英寸 | 1-inch; 1 inch; 1"
optical | optical | 光学 | optical sensor
""")

CONNECT: Final[dict[str, Word]] = words("""
bluetooth | Bluetooth | 蓝牙 | bt; wireless bluetooth
bluetooth-5 | Bluetooth 5.0 | 蓝牙5.0 | bluetooth 5.0; bluetooth 5; bt 5.0; 蓝牙 5.0
bluetooth-5-1 | Bluetooth 5.1 | 蓝牙5.1 | bluetooth 5.1; bt 5.1; 蓝牙 5.1
bluetooth-5-2 | Bluetooth 5.2 | 蓝牙5.2 | bluetooth 5.2; bt 5.2; 蓝牙 5.2
bluetooth-5-3 | Bluetooth 5.3 | 蓝牙5.3 | bluetooth 5.3; bt 5.3; 蓝牙 5.3
wifi | Wi-Fi | Wi-Fi | wifi; wi-fi; wlan; 无线网络
wifi-6 | Wi-Fi 6 | Wi-Fi 6 | wifi 6; wi-fi 6; 802.11ax
wifi-6e | Wi-Fi 6E | Wi-Fi 6E | wifi 6e; wi-fi 6e
wifi-7 | Wi-Fi 7 | Wi-Fi 7 | wifi 7; wi-fi 7
nfc | NFC | NFC |
usb | USB | USB | usb port
usb-a | USB-A | USB-A | usb a; usb type a; usb type-a
usb-c | USB-C | USB-C | usb c; type-c; type c; usb type-c; usb type c; usbc
usb-3 | USB 3.0 | USB 3.0 | usb 3.0; usb3; usb 3
micro-usb | Micro-USB | Micro-USB | micro usb; microusb
lightning | Lightning | Lightning | apple lightning
thunderbolt | Thunderbolt | 雷电 | thunderbolt port
thunderbolt-4 | Thunderbolt 4 | 雷电4 | thunderbolt 4
hdmi | HDMI | HDMI | hdmi port
hdmi-2-1 | HDMI 2.1 | HDMI 2.1 | hdmi 2.1
displayport | DisplayPort | DisplayPort | dp; display port
ethernet | Ethernet | 有线网络 | lan; rj45; ethernet port; 以太网; 网口
aux | analog audio / analogue audio | 音频接口 | aux-in; headphone jack; audio jack; 耳机孔; 耳机接口
jack-35 | 3.5 mm audio | 3.5毫米音频接口 | 3.5mm; 3.5 mm; 3.5mm jack; 3.5 mm jack; 3.5mm audio jack; 3.5mm headphone jack; 3.5mm接口; 3.5mm耳机孔
xlr | XLR | XLR卡侬口 | xlr connector; 卡侬
jack-635 | 6.35 mm audio | 6.35毫米接口 | 6.35mm; 6.35 mm
midi | MIDI | MIDI | usb midi; usb-midi
4g | 4G | 4G网络 | lte; 4g lte
5g | 5G | 5G网络 | 5g nr
zigbee | Zigbee | Zigbee | zig bee
thread | Thread | Thread |
matter | Matter | Matter |
wireless-24 | 2.4 GHz wireless | 2.4GHz无线 | 2.4ghz; 2.4 ghz; 2.4g; 2.4ghz wireless; 2.4g wireless
infrared | infrared | 红外 | ir
wired | a cable | 有线连接 | wired; corded; cable
""")

ENERGY: Final[dict[str, Word]] = words("""
mains | mains power | 插电 | corded; corded electric; ac; electric; plug-in; mains; ac power; 交流电; 电源插头; 插电式
battery | a battery | 电池 | battery powered; battery-powered; batteries; battery; 电池供电
rechargeable | a rechargeable battery | 充电电池 | rechargeable; lithium; lithium battery; li-ion; lithium-ion; lithium ion; rechargeable battery; 锂电池; 充电; 锂离子电池
aa | AA batteries | AA电池 | aa; aa battery; aa batteries; 5号电池; 五号电池
aaa | AAA batteries | AAA电池 | aaa; aaa battery; aaa batteries; 7号电池; 七号电池
coin-cell | a coin cell | 纽扣电池 | cr2032; button cell; coin cell; button battery
usb-power | USB power | USB | usb; usb powered; usb-powered
solar | solar power | 太阳能 | solar powered; solar-powered; solar
petrol | gasoline / petrol | 汽油 | gasoline; gas powered; petrol
gas | gas | 燃气 | propane; butane; natural gas; 丙烷; 丁烷; 天然气
quartz | a quartz movement | 石英机芯 | quartz; 石英
automatic | an automatic movement | 自动机械机芯 | automatic; self-winding; automatic mechanical; 自动机械; 自动上链
hand-wound | a hand-wound movement | 手动机械机芯 | manual winding; hand wound; hand-wound; mechanical; 手动上链; 机械
manual | hand power | 手动 | manual; hand powered; hand-powered; 人力
""")

LIGHT_COLOURS: Final[dict[str, Word]] = words("""
warm-white | warm white | 暖白光 | warm; warm light; 暖光; 暖黄光; 暖白
neutral-white | neutral white | 自然光 | natural white; neutral; 中性光; 自然白
cool-white | cool white | 冷白光 | daylight; cool; cold white; 白光; 冷光; 正白光
rgb | multicolor / multicolour | 彩光 | rgb; rgbw; colour changing; color changing; 七彩; 多色
""")

MOUNTS: Final[dict[str, Word]] = words("""
wall | mounted on the wall | 壁挂安装 | wall mount; wall mounted; wall-mounted; wall; 壁挂; 挂墙; 壁挂式
ceiling | mounted on the ceiling | 吸顶安装 | ceiling mount; ceiling mounted; ceiling; flush mount; 吸顶; 吸顶式
hanging | hung from the ceiling | 悬挂安装 | pendant; hanging; suspended; 吊装; 悬挂; 吊挂
freestanding | freestanding | 落地摆放 | free standing; free-standing; floor standing; floor; floor-standing; 落地; 落地式; 独立式
tabletop | made to stand on a table | 台面摆放 | tabletop; table top; countertop; desktop; desk; 台式; 桌面; 台面
clamp | clamped to the edge of a table | 夹持固定 | clamp; clip on; clip-on; clamp on; 夹式; 夹子
suction | held by suction | 吸盘固定 | suction cup; suction; 吸盘
adhesive | fixed with adhesive | 背胶粘贴 | self adhesive; self-adhesive; adhesive; stick on; stick-on; 免打孔; 粘贴
screw | fixed with screws | 螺丝固定 | screw; screw mounted; screws; screw-in; 打孔; 打孔安装
""")

FIRMNESS: Final[dict[str, Word]] = words("""
soft | soft | 偏软 | plush; 软
medium-soft | medium-soft | 软硬偏软 | medium soft
medium | medium | 软硬适中 | medium feel; 适中
medium-firm | medium-firm | 适中偏硬 | medium firm
firm | firm | 偏硬 | hard; extra firm; 硬
""")

LIGHT_NEEDS: Final[dict[str, Word]] = words("""
full-sun | full sun | 喜全日照 | full sun; direct sun; direct sunlight; full sunlight; 全日照; 强光; 直射光
partial-sun | partial shade | 喜半阴 | partial shade; part shade; partial sun; half shade; 半日照; 半阴
bright-indirect | bright, indirect light | 喜明亮散射光 | bright indirect; indirect light; bright indirect light; indirect; bright; 散射光; 明亮散射光
low-light | low light | 耐弱光 | low light; shade; low; full shade; 耐阴; 弱光; 阴凉
""")

WATERING: Final[dict[str, Word]] = words("""
weekly | once a week | 每周浇水一次 | weekly; once a week; once weekly; 每周一次; 一周一次
fortnightly | every two weeks | 每两周浇水一次 | every two weeks; fortnightly; biweekly; every 2 weeks; 两周一次
monthly | once a month | 每月浇水一次 | monthly; once a month; 每月一次
daily | every day | 每天浇水一次 | daily; every day; 每天; 每日一次
twice-weekly | twice a week | 每周浇水两次 | twice a week; twice weekly; 一周两次
when-dry | when the soil is dry | 见干浇水 | when dry; when soil is dry; when the soil is dry; let dry; 见干见湿; 干透浇透
""")

LEVELS: Final[dict[str, Word]] = words("""
beginner | beginner | 初学者 | 初学; beginners; starter; entry level; novice; 入门; 新手; 初级
intermediate | intermediate | 中级学习者 | intermediate level; 中级; 进阶
advanced | advanced | 高级演奏者 | expert; 高级
professional | professional | 专业人士 | pro; professionals; 专业; 专业级
student | student | 学生 | students; 学员
""")

PETS: Final[dict[str, Word]] = words("""
dog | dogs | 狗狗 | dogs; puppy; puppies; canine; 狗; 犬; 犬类; 幼犬
cat | cats | 猫咪 | cats; kitten; kittens; feline; 猫; 幼猫
bird | birds | 鸟类 | birds; parrot; 鸟; 鹦鹉
fish | fish | 观赏鱼 | aquarium fish; 鱼; 金鱼
small-pet | small pets | 小宠 | hamster; rabbit; guinea pig; small animals; small animal; 仓鼠; 兔子
horse | horses | 马 | horses; equine
""")

BINDINGS: Final[dict[str, Word]] = words("""
hardcover | hardcover / hardback | 精装 | hardback; hard cover; hardbound; 精装本
paperback | paperback | 平装 | softcover; soft cover; 平装本; 简装
spiral | spiral-bound book | 线圈装 | spiral bound; spiral-bound; spiral; wire-o; 线装线圈
board-book | board book | 纸板书 | board book; 撕不烂
ebook | e-book | 电子书 | ebook; kindle; digital
""")
