"""How clothes and shoes are cut: necklines, sleeves, fits, closures, heels, sizes."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

NECKLINES: Final[dict[str, Word]] = words("""
crew | crew neck | 圆领 | crew neck; crewneck; crew-neck; round neck; round; 小圆领
v-neck | V-neck | V领 | v neck; v-neck; vneck; v; V字领
scoop | scoop neck | 大圆领 | scoop neck; scoop-neck; 汤匙领; U领
boat | boat neck | 一字领 | boat neck; bateau; 船领
stand-collar | stand collar | 立领 | band collar; stand-up collar; 小立领
mandarin | mandarin collar | 立领 | 中式立领
turtleneck | turtleneck / roll neck | 高领 | turtle neck; turtleneck; roll neck; polo neck; high neck; 堆堆领
mock-neck | mock neck | 半高领 | mock neck; mockneck; funnel neck; 小高领
polo | polo collar | POLO领 | polo collar; polo; 翻领POLO; Polo领
shirt-collar | shirt collar | 衬衫领 | point collar; pointed collar; classic collar; spread collar; 尖领; 方领衬衫; 标准领
button-down | button-down collar | 扣领 | button down; button-down; button down collar; 领尖扣
camp | camp collar | 古巴领 | camp collar; cuban collar; revere collar; 开领
lapel | lapel collar | 翻领 | lapel; notched lapel; notch lapel; lapels; 西装领; 平驳领; 大翻领
shawl | shawl collar | 青果领 | shawl collar
peter-pan | Peter Pan collar | 娃娃领 | peter pan; peter pan collar; 圆翻领
square | square neck | 方领 | square neck; square neckline
sweetheart | sweetheart neckline | 心形领 | sweetheart neckline; 鸡心领
halter | halter neck | 挂脖领 | halter neck; halterneck; 挂脖
off-shoulder | off-the-shoulder neckline | 露肩领 | off the shoulder; off shoulder; off-the-shoulder; 露肩
one-shoulder | one-shoulder neckline | 单肩 | one shoulder; 斜肩
cowl | cowl neck | 荡领 | cowl neck; 堆领
henley | Henley neckline | 亨利领 | henley neck
""")

SLEEVES: Final[dict[str, Word]] = words("""
long | long sleeves | 长袖 | long sleeve; long sleeves; long-sleeve; long sleeved; full sleeve; full sleeves; full
short | short sleeves | 短袖 | short sleeve; short sleeves; short-sleeve; short sleeved; half sleeve; half
three-quarter | three-quarter sleeves | 七分袖 | 3/4 sleeve; 3/4 sleeves; 3/4; three quarter; three-quarter sleeve; three quarter sleeves
elbow | elbow-length sleeves | 五分袖 | elbow length; elbow sleeve; 中袖
sleeveless | a sleeveless cut | 无袖 | no sleeves; sleeve less; 背心式
cap | cap sleeves | 盖袖 | cap sleeve; cap sleeves; 小盖袖
puff | puff sleeves | 泡泡袖 | puff sleeve; puff sleeves; puffed
bell | bell sleeves | 喇叭袖 | bell sleeve; bell sleeves; flared
raglan | raglan sleeves | 插肩袖 | raglan sleeve; raglan sleeves
batwing | batwing sleeves | 蝙蝠袖 | batwing sleeve; dolman; dolman sleeve
lantern | lantern sleeves | 灯笼袖 | balloon; balloon sleeve; bishop; lantern sleeve
flutter | flutter sleeves | 飞飞袖 | ruffle; flutter sleeve; ruffle sleeve
roll-up | roll-up sleeves | 卷边袖 | roll up; roll tab; rolled
""")

FITS: Final[dict[str, Word]] = words("""
slim | | 修身 | slim fit; slim-fit; 修身型
fitted | | 贴身 | fitted cut
regular | | 合身 | regular fit; standard; standard fit; normal; classic fit; 常规; 标准; 标准型; 合体; 常规型
relaxed | | 宽松 | relaxed fit; loose; loose fit; comfort fit; easy fit; 宽松型; 宽松型; 休闲宽松
oversized | | 廓形宽松 | oversize; oversized fit; oversize版
boxy | | 箱型 | boxy fit; boxy cut; 箱形
skinny | | 紧身 | skinny fit; 紧身型
straight | | 直筒 | straight fit; straight leg; straight cut; 直筒型; H型
tapered | | 锥形 | tapered fit; tapered leg; 小脚
tailored | | 裁剪合体 | tailored fit
wide | wide-leg | 阔腿 | wide leg; wide-leg; palazzo; 宽腿
bootcut | bootcut | 微喇 | boot cut; boot-cut
flared | flared | 喇叭 | flare
a-line | A-line | A字 | a line; a-line cut; A型; A字型
wrap | wrap | 裹身 | wrapped; wrap cut; 系带裹身
cropped | cropped | 短款 | crop; cropped fit
""")

HEMS: Final[dict[str, Word]] = words("""
mini | | 迷你款 | above knee; above the knee; 迷你; 超短
short | | 短款 | 短
knee | knee | 及膝 | knee length; knee-length
midi | | 中长款 | mid length; mid-length; midi length; 中长
maxi | | 超长款 | maxi length; 及踝长款
long | | 长款 | 长
ankle | ankle | 九分 | ankle length; ankle-length; cropped ankle; 及踝; 九分款
cropped | cropped | 短款 | crop; cropped
hip | hip | 及臀 | hip length; hip-length
waist | waist | 及腰 | waist length; waist-length
full | full | 全长 | regular length; full length trousers; 常规长度
""")

RISES: Final[dict[str, Word]] = words("""
high | | 高腰 | high waist; high rise; high waisted; high-waisted; high-rise
mid | | 中腰 | mid rise; mid waist; mid-rise; regular; natural; 自然腰
low | | 低腰 | low rise; low waist; low-rise
""")

CLOSURES: Final[dict[str, Word]] = words("""
zip | zipper / zip | 拉链 | zipper; zip; zipped; full zip; zip fastening; zip closure; zipper closure; 全拉链
two-way-zip | two-way zipper / two-way zip | 双向拉链 | two way zip; 2-way zip; two-way zipper
half-zip | half-zip | 半拉链 | half zip; quarter zip; 1/4 zip; 1/2 zip
button | button | 纽扣 | buttons; button-up; button up; button fastening; single breasted; button closure; buttoned; 扣子; 单排扣; 钮扣
double-breasted | double-breasted | 双排扣 | double breasted
snap | snap / press-stud | 按扣 | snaps; snap button; press stud; press studs; popper; poppers; 四合扣; 子母扣; 按钮
buckle | buckle | 搭扣 | buckles; belt buckle; buckled; 扣环; 皮带扣
pin-buckle | pin buckle | 针扣 | tang buckle; prong buckle; pin buckle; 针式搭扣
side-release | side-release buckle | 插扣 | side release; quick release buckle; side release buckle; 卡扣
lace-up | lace-up | 系带 | laces; lace; lace up; shoelaces; laced; lacing; 鞋带; 绑带
slip-on | slip-on | 一脚蹬 | slip on; pull-on shoes; none slip-on; 套脚; 无鞋带
velcro | hook-and-loop | 魔术贴 | velcro; hook and loop; hook-and-loop; touch fastener; 粘扣; 魔术扣
hook-eye | hook-and-eye | 挂钩 | hook and eye; hook & eye; hooks; hook; 钩扣; 背扣
drawstring | drawstring | 抽绳 | drawcord; draw string; drawstrings; 束绳; 抽绳束口; 束口
elastic | elasticated | 松紧 | elastic; elasticated waist; elastic waist; elasticized; stretch; 松紧带; 松紧腰
pull-on | pull-on | 套头 | pull on; pullover; over the head; 套头式
magnet | magnetic | 磁吸 | magnetic; magnet; magnetic snap; 磁扣; 磁性
toggle | toggle | 牛角扣 | toggles; 羊角扣
tie | tie | 绑带 | ties; self-tie; self tie; wrap tie; 系绳
lobster | lobster-clasp | 龙虾扣 | lobster; lobster clasp; lobster claw
butterfly | butterfly-clasp | 蝴蝶扣 | butterfly clasp; deployant; deployment clasp; folding clasp; 折叠扣
push-back | push-back | 耳堵 | push back; butterfly back; stud back; post; 蝴蝶耳堵
lever-back | lever-back | 法式扣 | leverback; lever back
hoop-clasp | hinged | 铰链扣 | hinge; hinged hoop
screw-top | screw-top | 旋盖 | screw top; screw cap; twist cap; screw lid; 螺旋盖; 旋口
flip-top | flip-top | 翻盖 | flip top; flip cap; flip lid
swing-top | swing-top | 卡扣盖 | swing top; clip-top; clip top; clamp
cork-stopper | cork | 软木塞 | cork; stopper
pump | pump | 按压泵头 | pump dispenser; 泵头; 按压式
roll-top | roll-top | 卷口 | roll top; rolltop
envelope | envelope | 信封式开口 | envelope closure; envelope style
flap | flap | 翻盖包口 | flap over; flap closure; 搭盖
clip | clip | 夹扣 | clip on; 夹子
""")

HEELS: Final[dict[str, Word]] = words("""
flat | | 平跟 | flat heel; no heel; flats; 平底
low | | 低跟 | low heel
mid | mid | 中跟 | mid heel; medium; medium heel; mid-heel
high | | 高跟 | high heel; high heels; 超高跟
block | | 粗跟 | block heel; chunky; chunky heel; 方跟
stiletto | | 细跟 | stiletto heel; thin heel; 锥跟
kitten | | 猫跟 | kitten heel; 小细跟
wedge | | 坡跟 | wedge heel; wedges
platform | | 厚底 | platform sole; flatform; 松糕底
cuban | Cuban | 方粗跟 | cuban heel
stacked | | 堆叠跟 | stacked heel
""")

TOES: Final[dict[str, Word]] = words("""
round | | 圆头 | round toe; rounded
almond | | 杏仁头 | almond toe
pointed | | 尖头 | pointed toe; pointy; point
square | | 方头 | square toe
open | | 露趾 | open toe; open-toe
peep | peep | 鱼嘴 | peep toe
closed | | 包头 | closed toe; closed-toe
cap | | 三接头 | cap toe; cap-toe
steel | | 钢头 | steel toe; safety toe; steel-toe; 防砸钢头
moc | | 莫卡辛 | moc toe; moccasin
""")

SIZES: Final[dict[str, Word]] = words("""
one-size | one size | 均码 | one size fits all; one size; os; free size; freesize; 通码; F
xxs | size XXS | XXS码 | xxs; extra extra small
xs | size XS | XS码 | xs; extra small; x-small; 加小
s | size S | S码 | s; small; 小; 小码; 小号
m | size M | M码 | m; medium; 中; 中码; 中号
l | size L | L码 | l; large; 大; 大码; 大号
xl | size XL | XL码 | xl; extra large; x-large; 加大; 加大码
xxl | size XXL | XXL码 | xxl; 2xl; xx-large; 双加大
xxxl | size XXXL | XXXL码 | xxxl; 3xl; 三加大
single | single size | 单人款 | single; single bed; twin; twin size; 单人; 单人床
double | double size | 双人款 | double; double bed; full size; 双人; 双人床
queen | queen size | 大号双人款 | queen; queen-size; queen bed
king | king size | 特大号双人款 | king; king-size; king bed; 特大号
travel | travel size | 旅行装 | travel size; mini size; 便携装; 小样
""")
