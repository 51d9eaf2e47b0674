"""What only ends like a type of things worn or carried: see `others.py`."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# Type | English words before the head | Chinese words before it
TABLE: Final = """
ring | crumpet; napkin; egg; cake; pastry; pancake; biscuit; cooking; baking; mousse; tart; binder; o; piston; teething; curtain; drapery; gym; gymnastic; gymnastics; pull; light; swim; boxing; pilates; snap; jump; split; key; door; seal; sealing; toilet; onion; squid; gas; fire; resistance; yoga; fitness; bike; hose; trivet; wall; drain; slip; retaining; towel; lens; adapter; filter; extension; macro; focus; finger; phone; scarf; hoop; toss; tree; tent; sleeper; growth; wax; candle; ear; nose; toe; belly; septum | 吊; 拉; 密封; 窗帘; 浴帘; 餐巾; 活页; 体操; 手机; 车; 钥匙
bangle | ear; blood pressure; wrist; ankle; shirt; rotator; thumb; handcuff; hair | 耳; 血压
bracelet | medical; ankle; identification; id; hospital; event; shower; mosquito; static; watch | 驱蚊; 防静电; 健康
necklace | microphone; phone; horse; orthopedic | 手机
pendant | lighting; light; lamp; ceiling; bulb; cluster; kitchen; glass pendant | 灯; 吸顶
charm | bag; shoe; phone; wine; wine glass; hair; croc; clog; zipper; door; car; decor; felt; nail | 鞋; 包; 手机; 美甲
brooch | rolling; hair; bobby; safety; golf; bowling; lapel flag; push; map; sewing; dress; quilting; ball; punch; firing; cotter; hitch | 安全; 大头
earrings | cow; livestock | 牛
studs | wall; metal; screw; wheel; boot; tyre; tire; leather | 轮胎; 鞋
watch | pocket; stop; nurse; fob; night; baby; smart; weather; kitchen; table; desk; water | 怀; 秒; 护士; 儿童电话
bag | sleep; sleeping; tea; ice; hot water; punching; punch; bean; body; sand; trash; garbage; bin; rubbish; refuse; waste; freezer; sandwich; zip; ziplock; zip lock; vacuum; vacuum cleaner; dust; mattress; duvet; garment; suit; dress; laundry; wash; produce; grow; air; bivy; bivvy; piping; pastry; icing; roasting; oven; steam; microwave; popcorn; doggy; poop; litter; sick; urine; colostomy; blood; gift; goodie; goody; party; treat; nose; bread; snack; chip; paper; plastic; poly; mail; mailing; bubble; padded; shower; solar; heat; wheat; lavender; scent; drying; nut milk; brewing; filter; spice; dry; boxing; heavy; speed; kit; bar; cello; gig; wearable; burlap; stuff; compression; tea light; cable; barrier; leaf; lawn; planting; storage; lunch; cooler | 睡; 茶; 沙; 冰; 面; 药; 急救; 煤; 调料; 红; 蒲; 书; 热敷; 香; 干燥剂; 氧气; 咖啡; 火锅底料; 汤料; 打; 草; 种植; 救援; 安全气; 琴; 吸尘器集尘; 防潮; 电池; 尿; 午餐; 保温
pouch | food; ostomy; storage; vacuum; laminating; tobacco; nicotine; cooking; refill; spout; mail; chalk | 真空; 食品; 压缩; 衣物; 被子; 棉被; 鞋; 密封; 保鲜; 垃圾; 塑料; 冷冻; 自封; 洗衣; 羽绒服
tote-bag | mail; planter; cooler; log; firewood; trash; sewing machine; storage | 保温; 塑料
backpack | baby; hydration; leaf blower; sprayer; vacuum; battery; cooler | 水袋; 溜娃; 喷雾
handbag | boxing
clutch | motorcycle; car; bike; fan; brake; engine; air; electric | 汽车; 摩托
wallet | crypto; hardware; bitcoin; ledger; tool; phone | 硬件; 加密
briefcase | tool | 双肩; 背包; 双肩背
belt | weightlifting; lifting; tool; drive; timing; fan; conveyor; sanding; seat; fire; climbing; ammo; utility; cartridge; money; running; race; maternity; posture; back; massage; slimming; waist trimmer; heating; transmission; gaming; garter; suspender; swim; life; tactical; v; dip; gait; pregnancy; hydration; nurse; fish; weight; diving; safety; work; golf | 传送; 同步; 安全; 健身; 托腹; 护腰; 举重; 汽车; 收腹; 加热; 按摩; 骨盆
scarf | cooling; table; car; pool
tie | cable; zip; hair; curtain; cord; bread; twist; bag; tomato; wire; garden; plant; bed; railway; dough; shoe; wine | 扎; 束线
hat | hard; top hat stand; party; chef; shower; sauna; tin; marine; traffic; cooking | 浴; 安全; 桑拿; 厨师; 派对; 泳
cap | shower; bath; swim; swimming; bathing; bottle; pen; valve; hub; wheel; screw; gas; fuel; oil; lens; radiator; end; post; fence; tube; pipe; hair; hair dye; highlighting; wine; toe; knee; drain; percussion; chimney; ice; spray; night; sleep; satin; wig; pill; leg; stem; dust; connector; rubber; water polo; jar; tank; surgical; scrub
headband | tennis; bluetooth; magnifying; magnifier; massage; sleep; soccer | 耳机; 放大镜
hair-clip | hair dryer
glasses | wine; drinking; shot; beer; water; champagne; cocktail; whiskey; whisky; martini; highball; pint; vr; 3d; safety; swimming; night vision; field; opera; magnifying; juice; dessert; parfait; welding; ski; tempered; hour; laboratory; shooting; ar; smart; video; solar; eclipse; mirror; collins; margarita; milkshake; sundae; sherry; ice cream; tea | VR; AR; 3D; 护目; 泳; 夜视; 滑雪; 智能; 防护; 焊接; 蒸汽; 骑行; 望远; 放大; 观影; 洗澡
umbrella | patio; beach; garden; market; table; cocktail; photo; photography; studio; reflector; lighting; offset; cantilever; parasol; drink; paper; stroller; pushchair; cake; golf cart; food; fishing | 庭院; 沙滩; 户外; 遮阳; 鸡尾酒; 摄影; 反光; 柔光; 婴儿车; 钓鱼; 蛋糕; 太阳; 罗马
top | table; counter; desk; spinning; bottle; soft; cook; spray; vanity; bench; jeep; stove; mattress; tree; bed; lap; bar; cupboard; work; worktop; sauce; roof; butcher block; hob; lid; convertible; big; cake; canopy; gazebo; table tennis | 桌; 灶; 帐篷
tank-top | fish; water; gas; septic; fuel; oxygen; reptile; air; propane; turtle; storage; toilet; holding; oil; think; shrimp; pressure; rain; breeding; scuba; livestock; pony; betta; refugium; aquarium; expansion | 羽绒; 棉; 保暖; 抓绒; 羊毛; 针织; 防弹; 充气; 救生; 反光; 战术; 骑行; 牛仔; 西装; 工装; 浮力; 防晒; 训练; 负重; 加热; 发热; 钓鱼; 摄影; 马甲; 毛线; 多口袋; 冲锋; 户外; 跑步
sweater | bottle; beer; guitar; tree; fish tank; tea pot
jacket | life; book; dust; water; suit; strait; record; hot tub; insulation; tank; cool; lobster; full metal; pipe; water heater; bolt; wine; bottle; boiler; cylinder; straight; weight; cooling; welding; flak | 救生; 西装; 热水器; 电热
coat | base; top; lab; sugar; undercoat; seal; primer; sealing; powder; rain; gel; under; spray; fake; basecoat; chef; finish; floor; grooming; nail; quick dry; liquid; arctic
raincoat | horse; poncho; bike; car; phone; backpack | 电动车; 汽车; 背包; 电瓶车
vest | life; tactical; ballistic; bulletproof; weighted; weight; reflective; safety; hi vis; high visibility; fishing; running; hydration; cooling; heated; swim; photography; work; diving; bullet proof; training; undershirt; dive; float; pregnancy; posture; surf; hunting; hospital; impact; buoyancy; thermal; sauna; slimming; scrimmage; search and rescue; traffic; string; cold; ice; ski protection | 救生; 反光; 防弹; 战术; 负重; 钓鱼; 环卫; 施工; 骑行; 浮力; 越野跑; 跑步; 志愿者; 充气; 防刺; 降温; 加热; 摄影; 对抗
suit | wet; dry; ski; snow; rain; boiler; work; track; jump; sauna; swim; space; hazmat; protective; bathing; card; race; racing; dive; diving; motorcycle; sweat; baby; ghillie; bunny; pram; body; beekeeping; bee; karate; dirt; fishing; zoot; coverall; survival; union; dance; skate; shorty; tri; triathlon; sun; fire; chemical; romper; foul weather; flight; disposable; ems; play; mascot; fat; inflatable; compression; hev; cosplay; wading; exposure
dress | table; cake; wound; bed; head; salad; ranch; skirting
gown | hospital; patient; graduation; dressing; surgical; isolation; lab; baptism; night; delivery; christening; labor; medical; exam; shampoo; cutting; academic; judge; hairdressing; salon; ppe; baby; bath
skirt | bed; tree; table; side; car; grass; hula; box spring; tutu; crib; valance; rv; garage door; kayak; spray; truck; lamp; hot tub; cot; trailer; deck; mobile home; bumper; sofa; piston; pool | 床; 树; 桌; 车; 树底
pants | hot; sauna; poop; training; yoga; potty; snow; ski; rain; maternity; wader; impact; hockey; chain saw; chaps; padded; incontinence; swim; bladder; leak; fishing; nappy; adult; motorcycle; compression; karate; toilet; period; diaper | 尿; 训练; 防水; 拉拉; 经期; 安心; 滑雪; 安睡; 学步; 月经; 骑行; 瑜伽; 雨; 大象; 短; 成人
socks | wind; christmas; yoga; air; boat; chair; wheel; heel; dive; snow; filter; vape; fin; sweaty; ferret; sand; penguin; compression; hockey; water; bucket; grip; beach; hair roller; egg; pilates; mosquito; toe warmer; foot peel; toilet seat; rice; bean; heating; table; gel; moisturizing; furniture; cooling; electric; medical; thermal; gun; sandbag; club; spa; skimmer; heated; paint; barre | 足膜; 椅子; 脚; 瑜伽; 圣诞; 潜水; 医用; 发热; 过滤; 桌椅; 静脉曲张
gloves | boxing; oven; baseball; rubber; disposable; nitrile; latex; vinyl; welding; goalkeeper; batting; exfoliating; bath; shower; dish; dishwashing; cleaning; grill; barbecue; bbq; heat resistant; medical; surgical; safety; hockey; diving; grooming; cut resistant; kitchen; exam; mma; weightlifting; gym; workout; wicket keeping; lacrosse; quilting; fire; fireproof; household; car; drum; polythene; magic; punching; softball; mechanic; plastic; scrub; wheelchair; catcher; arthritis; compression; massage; body; spa; tanning; moisturizing; archery; shooting; wetsuit; coin; chemical; fielding; steel mesh; fireplace; protective; anti cut; drawing; silicone; karate; tig; scrubbing; bowling; catching; cooking; duster; hand wraps; wool dryer; self tan; ultraviolet; sap; weight lifting; heat; glass; chainmail; hair dye; polishing; sparring | 隔热; 烤箱; 微波炉; 洗碗; 家务; 橡胶; 乳胶; 丁腈; 一次性; 拳击; 棒球; 焊接; 搓澡; 沐浴; 守门员; 高尔夫; 烧烤; 防割; 医用; 洗澡; 手术; 绝缘; 除毛; 清洁; 厨房; 防护; 洗车; 防烫; 潜水; 电焊; 格斗; 散打; 手膜; 硅胶; 塑料; 美容; PVC; 足球; 浸胶; 搏击; 举重
robe | ward; graduation; choir; judge; wizard; karate; salon
apron | lead; barber; salon; hairdressing; welding; tool; shop; work; dental; x ray; sink; potting; art; painting; bike; airport; pool; umbilical
costume | swimming; bathing | 泳
bra | car; nipple; nursing; backless; adhesive; stick on; swim; mastectomy
poncho | car; rain; hair cutting; towel; surf; changing; barber; bike; golf; stadium
corset | back; posture; orthopedic; lumbar; waist
shoes | brake; horse; bike; roller; crampon; furniture; hot; roller skate; cake; sole | 刹车; 马蹄; 旱冰; 溜冰; 烘
boots | car; wheel; cv; horse; moon; walking cast; medical; cable; shift; spark plug; tyre; ski; snowboard; bell; compression; ball joint; jump; tie rod; pipe; roof; chair; dust; shifter; gear; rain; air; recovery; surgical | 轮; 空气压缩
running-shoes | table; carpet; drawer; rug; hall; hallway; stair; bed; book; door; sled; board; toboggan; road; chair
slides | water; playground; pool; microscope; glass; drawer; photo; hair; toddler; baby; park; climbing; film; cabinet; trombone; inflatable; swing; projector; garden; guitar; bounce; indoor; backyard; lantern; outdoor; telescope; folding; kids; plastic; wooden; keyboard tray; swing and; soft play; finger
pumps | bike; bicycle; air; water; breast; foot; heat; fuel; pond; sump; soap; tyre; tire; vacuum; beer; hand; pool; aquarium; ball; well; fountain; oil; bilge; stirrup; milk; insulin; lotion; sprayer; transfer; infusion; hydraulic; grease; penis; floor; peristaltic; condensate; circulation; booster; mattress; circulator; power steering; shower; siphon; electric; syrup; inflator; wine; foam; car; spray; drum; diaphragm; irrigation; scuba; inflatable; track; manual; mini; airbed; sauce; solar; submersible; football; bottle; fish tank; garden; pressure
wedges | door; golf; potato; cheese; pillow; bed; log; splitting; wood; lemon; lime; sand; wheel; foam; pitching; tyre; rubber; sleep; felling; gap; leveling; lob; orchard; apple; cold; fire; air; glazing; stop; tile; leg; yoga; exercise; watermelon; cantaloupe; chock; bolster; bassinet; plastic; reflux; baby; pump; foot
flats | seed; nursery; bed
cleats | dock; cable; rope; bike; cycling; ice; road; boat; snow; deck; clip; shoe; window blind; nylon; spd; mooring; pedal
"""
