"""Words that say nothing of a product by themselves: grammar, and what any sentence of a shop may need.

None is a feature, a material, a use, an amount or praise: "quiet", "zip", "snow", "half" and "lifetime" are claims, and
have no place here.
"""

from typing import Final

ENGLISH: Final = frozenset(
    """
a an the this these that those it its itself they them their theirs themselves he she we us our ours you your yours
yourself i my me one ones who whom whose which what whatever whichever some someone something such same own thing
things other others another each every either neither both all any much many more few several enough less little lot
lots no none not nor never nothing without and or but so yet if then than as while when whenever where wherever
whether though although unless until till because since about above across after against along alongside among amid
around at away back before behind below beneath beside besides between beyond by down during for from in inside into
near next of off on onto out outside over past per plus round through throughout to together toward towards under
underneath up upon via with within
am is are was were be been being isn aren wasn weren have has had having haven hasn do does did done doing don doesn
didn can cannot could will would shall should may might must won wouldn needn s t d let lets letting ll re ve
again already almost also apart aside anyway else even far first here however indeed instead just maybe now often only
otherwise overall perhaps quite rather really right simply soon still there therefore thus hence too usually very well
once always ever how yes constructed manufactured produced produces formulated positioned operated operates operate kept
covered covers alter alters shut described sourced consisting consists comprises comprising composed separately
individually individual similar equal respectively further element elements component components section sections area
areas fasten fastens fastened select h w x
thanks thank approximately nearly roughly exactly altogether mainly mostly especially likewise
neatly nicely simple sold easy easily
able accompanies accompany add adds added allow allows appear arrive arrives arriving ask asks available await awaits
balance balances bear bears become becomes begin begins belong belongs bought boast boasts boasting bring brings
bringing built buy call calls carry carries carrying change changes choose close closes closed closing chooses chose
chosen combine combines come comes coming companion complete completes contain contains containing count counts create
cope copes cut daily deal deals decide deliver delivers design designed designs draw draws drawn drink drinks drop
drops eat end ends enjoy ensure ensures enter equipped expect explore face fall falls feel feels feature features fill
fills filled find finds finish finished finishes fit fits flow focus follow follows forget forgets form gain get gets
getting gather gathers give gives given giving glance go goes going gone grab greet greets hello hand hang hangs
happen happens happily head heads help helps hold holds holding include includes included including invite join joins
keep keeps keeping know known land laid lay lays lead leads leave leaves leaving lend lends lie lies like look looks
looking made make makes making manage manages mark marks match matches mean means meant measure measures measured
measuring meet meets mix move moves name named nestle nestles notice need needs needed offer offers open opened opens
order owns pack packed packs paired pairs pass perch perches pick picks plan play plays plenty place placed places
please pop pour power powered powers prepare present priced provide provides pull pulls push put puts reach reaches
reaching ready receive remain remains remember require requires required rest rests reveal reveals rise rounds run
runs say says see seen sell sells send serve serves serving set sets settle share show shown shows sip sit sits
sitting size sized slide slides slip slips sort span spans spend sport speak speaks sports spread standing stands
start starts stay stays step steps stop stops store suit suited suits supplied supply take taken takes taking tell
teams tells tend think throw throws top tops total totals travel travels tries try trying tuck tucks turn turned turns
use used uses using visit wait wander waits walk want wants wash wear wears weigh weighed weighs weighing welcome wish
work works write written alike
addition base bathroom bedroom bit body bottom box breakfast centre center choice commute commuting colour color
colours colors corner counter day days desk detail details dimensions dinner edge edges errands evening evenings
fabric family floor friend friends front guest guests hands heart hint home house inch journey item items kind kitchen
line lines list lunch meal meals max maximum middle min minimum model moment moments morning mornings night nights
note notes number office option package part parts partner people person piece pieces point price product products
purpose range reason room rooms routine shade shape shelf side sides sofa space sound spot style surface table task
tasks time times tone touch touches trip trips type unit wall toss stir shake spoon scoop roam lounge wake laugh chat
talk listen listening hear watch sketch jot cook cooking dine taste host celebrate swap lug haul stow stash arrange
organise organize tidy collect unpack load care learn practise practice continue link search discover worry hurry
wonder matter matters apply applies intended suitable consider avoid skip pause trade hug enjoyed prefer sprinkle dab
simplify treat leans lean pops catch catches cross linger lingers occupy occupies claim earn earns crave save saves
dress shift shifts respond responds divide divided attach sprawl wrist shoulder shoulders finger fingers palm lap eye
eyes burden problem problems trouble fuss hassle effort mess clutter rush ground garden park city town street shop
shops market school train bus plane bench colleague colleagues team crowd company sunday monday tuesday wednesday
thursday friday saturday weekdays weekends holiday holidays conversation story music song songs film films supper
brunch snack snacks recipe dish dishes mood idea ideas path road bedside nightstand sink cupboard today tonight
tomorrow later ahead early late amount level levels hallway living study studio reader readers cooks drinker owner
owners user users walker walkers traveller travelers travellers entire empty happy glad hungry thirsty tired curious
careful patient keen lazy slow slowly directly partly carefully regularly occasionally sometimes afterwards meanwhile
elsewhere lightly hardly barely merely rarely good job jobs chore chores errand result results project projects
activity activities occasion occasions outing outings gathering gatherings event events adventure adventures
experience memory memories lifestyle environment setting settings scene scenes attention backyard household neighbour
neighbours neighbor neighbors visitor visitors hobby hobbies habit habits ritual rituals chapter midday noon midnight
sunrise sunset dawn dusk afternoon afternoons lunchtime bedtime mealtime mealtimes weeknight weeknights workday
workdays shopping meetings deadline question questions answer answers excuse sign signs trace tale dash pinch handful
somehow somewhat fairly whoever himself herself ourselves her his him forward sideways entrance hall garage balcony
patio terrace porch shed scroll browse pay nod gaze feast devote rely relies swapping bother fetch stroll ride rides
hop drive drives hosts role roles collection combination example instance account chance fact facts course customer
customers located situated venue establishment status vary varies vicinity menu check achieve achieved commonly aim
aims river nearby water way ways week weekday weekend word words busy deep full high large long low tip short single
small tall wide whole main certain different left true new usual various two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
eighty ninety hundred thousand lack lacks lacking got
hers mine myself oneself whomever couldn shouldn mustn hadn daren shan ain moreover furthermore nevertheless
nonetheless regardless accordingly consequently subsequently eventually finally initially generally normally typically
frequently seldom gradually suddenly shortly apparently probably possibly presumably apiece namely regarding
concerning considering thereby whereby afterward beforehand onward onwards midway backward backwards upward upwards
downward downwards inward inwards outward outwards ago yesterday someday nowadays okay ok oh hey etc thereafter
whereas wherein notwithstanding amongst whilst atop opposite amidst somewhere imagine imagines imagined suppose
believe believes hope hopes hoping guess expects expected understand realise realize agree argue insist admit deserve
deserves mention mentions mentioned describe describes explain explains refer refers relate relates related depend
depends depending involve involves owe bedrooms following likely unlikely particular specific general necessary
upcoming format
    """.split()
)
"""In lower case."""

SCENES: Final = frozenset(
    """
abroad absent afraid agenda agrees airport airports alley aloud anybody anyone apartment appointment appointments
approach approaches arrival arrivals asleep ate attic avenue awake aware awoke bakery basement bath beach became bed
beds began beginning beginnings begun bike bikes bill bills bird birds birthday birthdays boat book books borrow
borrows boss breathe breathes brought buddies buddy bustle cafe cafes calm came car carpet cars caught ceiling cellar
chair chairs chase chases class classes classmate classmates classroom corridor cosy cottage countryside courtyard
crouch curb curtains dance dances dancing dawdle daydream dear depart departs departure departures deserved
destination destinations doodle door doors doorstep doorway dorm downstairs doze drank dream dreaming dreams driveway
eager eaten email emails ending episode episodes essay essays everybody everyone exam exams exist exists fallen
familiar fell felt fence ferry flatmate flatmates flower flowers folk folks forgot forgotten found fumble gate gave
grass grew grin gym headline headlines heard hectic held hesitate hill hills homework housemate housemates hum hung
inbox insists interview joke jokes juggle kerb kneel kneeling kneels knew knock knocks lake landing lane lanes
laughter lawn leaf lecture lectures lent lesson lessons letter letters libraries library lobby lost luck lyrics
magazine manner melodies melody met metro mind minds mirror miss missed moon movie movies neighborhood neighbourhood
neighbourhoods news newspaper newspapers nibble nobody noisy novel novels nowhere obvious page pages paid pal pals
paperwork paragraph parties party passer passers pavement phone picnic pillow playlist playlists podcast podcasts poem
poems pool potter pretend pub queue queues quiet rainy ran read recent roads roommate roommates rug rummage said sat
saw schedule scribble sent sentence sentences shaken shook shout shower sidewalk sigh sing singing sings sky sleep
sleeping sleeps slid smile smiles smiling spent spoke spoken staircase stairs stare stares stood stranger strangers
subway sun supermarket taxi taxis teacher teachers teammate teammates thought thoughts threw thrown timetable tinker
told took traffic tram trams tree trees tune tunes unable understood unsure upstairs veranda village villages wedding
went whisper willing window windows wishes woke woken wore world wrote yawn
    """.split()
)
"""More, which say nothing of a product only where the part of a sentence that has them tells of no product at all.

"When the bills are paid" sets a scene; a lamp that reads letters aloud, and wool that makes you smile, are claims.
"""

CHINESE: Final = frozenset(
    "均至标料寸码相逐项材域总层区亦余尺数先儿替剩丢挑首摘写编拨搬记念扔爬跳逛约赶挤闻尝忘猜借书页找平子持候最各睡完累脏落加倒摇握捧抱躺靠玩学唱讲饭菜桌床墙街城园故束继续停忙碌觉的地得了着过是有在和与及或而但也都"
    "还又再就才只仅很太不没无未非别我你您他她它们咱自己这那哪此该每某谁什么怎样如从到向往对于为给让使把被将由以因所"
    "之其按内外里上下前后左右中间旁边处则若即并且同时虽然既等像做作用采选取拿放置摆搭配带含装拥具备包括分成可能会要"
    "需想来去出入进回起开合拉推提看见说知找买卖送收存留换变走坐站立住行设计打造呈现展示享供适宜当算量约近共达整全满足"
    "够正好刚恰新款件个条双张支台套组片块瓶盒袋罐本份种类型式版色面身体部机价格售货归位角头尾底顶侧心名品物东西商产"
    "家人朋友日常生活天晚早夜午刻长短高低宽窄深浅方大小多少点些许几次番第零一二三四五六七八九十百千万两者事情意请便"
    "吧呢吗啊哦呀已经尤特尽管直接另随根据属明居场景求择度感晨傍班路途旅附添房室厅餐喝吃穿戴"
    "颗枚趟圈段遍顿句"
)
"""Characters of such words, whatever word they stand in."""

CHINESE_WORDS: Final = """
清晨 清早 黄昏 醒来 周末 周一 周五 节日 节假日 假日 假期 时光 今天 今晚 期间 阶段 季节 工作日 出差 出门 沿途 车站
地铁 公交 车厢 巷子 小巷 城市 都市 乡间 乡村 小镇 客厅 卧室 厨房 阳台 玄关 门厅 门口 客房 浴室 卫生间 洗手间 露台
庭院 院子 院里 花园 公园 办公桌 案头 案边 窗边 窗前 窗台 窗外 沙发 茶几 一隅 架子 书架 柜子 橱柜 衣柜 衣橱 抽屉 工位
教室 宿舍 图书馆 咖啡馆 超市 市集 办公室 会议室 公司 学校 客人 宾客 伙伴 邻居 亲友 亲朋 主人 众人 人群 读者 店家
顾客 用户 喜欢 喜爱 偏爱 热爱 钟爱 期待 希望 愿意 享受 感受 体验 体味 发现 遇见 相遇 陪伴 相伴 伴随 陪你 陪着 伴你
迎接 开启 开始 保持 维持 收拾 整理 打理 安放 安置 搁置 搁在 搁上 端起 端上 举起 拎起 拎着 背上 背着 挎上 挂起 挂在
挂上 挂着 铺开 铺在 铺上 铺好 摊开 叠好 绑好 系上 系好 扣上 扣好 塞进 塞入 倚靠 围坐 相聚 聚会 聚餐 小聚 团聚 闲聊
聊天 谈天 说笑 发呆 歇脚 歇息 歇歇 休息 小憩 散步 漫步 踱步 慢走 闲逛 游玩 游览 旅程 行程 启程 出发 抵达 驻足 等待
劳作 烹饪 烹煮 下厨 盛放 盛装 盛饭 盛汤 端菜 下午茶 菜肴 佳肴 喝水 饮水 饮用 食用 阅读 读书 翻开 翻阅 写字 落笔 提笔
听歌 唱歌 弹奏 演奏 练习 玩耍 互动 选购 购买 入手 下单 签收 拆开 开箱 关上 关闭 盖上 盖好 轻按 拧开 拧上 拧紧 移动
挪动 抓住 捏住 抬起 抬手 伸手 抬头 转身 落座 利用 运用 操作 制成 制作 制造 源自 诞生 称为 叫做 显得 表示 代表 意味
介绍 告诉 建议 请勿 避免 注意 担心 操心 顾虑 烦恼 麻烦 费心 费事 费力 省心 省事 省去 免去 不必 不妨 无须 必须 必要
契合 应对 应付 胜任 承担 实现 获得 解决 处理 对待 照顾 照料 照看 爱惜 珍惜 善待 无论 不论 哪怕 不光 不单 一般 一道
依次 如果 假如 例如 比如 譬如 关于 除了 除此 通过 按照 依照 遵照 凭借 借助 仍然 仍旧 依然 依旧 仍是 始终 偶尔 通常
逐渐 渐渐 慢慢 徐徐 缓缓 轻轻 细细 稍稍 略微 稍微 简单 随手 顺手 任意 突然 忽然 终于 最终 重新 每逢 逢年 过节 恰逢
之际 大概 唯有 皆可 皆宜 皆是 可谓 能否 是否 毫不 毫无 丝毫 未必 应该 应当 理应 务必 固然 毕竟 究竟 其实 确实 实在
的确 真正 真是 显然 似乎 仿佛 犹如 宛如 好比 相关 相应 相互 互相 彼此 诸多 杂物 器物 器具 型号 系列 品牌 牌子 规格
厚度 直径 口径 周长 重量 净重 容量 体积 面积 颜色 色彩 色调 色泽 材质 原料 质地 质感 表面 外观 外形 外表 形状 轮廓
线条 边缘 主体 构成 结构 定价 原价 期限 功能 用法 方法 办法 步骤 理念 细节 特征 品质 质量 性质 参数 信息 内容 标签
标识 标注 单位 比例 程度 范围 情况 情形 氛围 环境 空间 距离 布置 陈设 布局 风格 趣味 乐趣 兴趣 爱好 习惯 节奏 步伐
脚步 情绪 心境 思绪 灵感 想法 主意 目光 视线 眼前 眼睛 双手 手掌 手中 手边 手里 指尖 手指 手腕 手臂 肩上 肩膀 身形
脚下 脚边 耳边 耳畔 嘴边 口中 膝上 腿上 腰间 怀里 掌心 掌中 织成 承受 擦拭 跟着 跟上 跟前 关掉 关好 听着 听见 听到
声音 音乐 歌声 一阵 便利店 菜市场 值得 交给 交到 步子 伸出 伸开 避开 碰上 碰到 遇上 遇到 不慌 慌忙 衣服 衣物 一眼
屋里 屋内 屋外 屋子 家务 琐事 难事 差事 要紧 无妨 罢了 似的 诸如 客气 热闹 清闲 悠闲 悠然 从容 惬意 岁月 年头 懒得
困意 饿了 渴了 口渴 胃口 洗手台 洗澡 写信 笔记 清单 计划 账单 信件 邮件 文字 词语 话题 对话 回忆 记忆 街道 马路 巷口
楼下 楼上 电梯 楼梯 走廊 过道 早市 夜市 摊位 小店 餐馆 饭馆 食堂 书店 读着 读完 翻看 翻页 翻到 翻出 抬眼 转眼 眨眼
微笑 笑着 笑声 说话 问候 招呼 招待 款待 请客 请教 帮忙 帮手 帮您 帮你 教您 教你 递给 递上 端着 牵着 抓着 拍照 留影
合影 逗留 听听 聊聊 试试 凑在 凑出 凑齐 围着 围在 趴在 倚着 醒着 追着 盼着 惦记 琢磨 计较 在乎 耐心 决定 确定 确认
核对 对照 查看 查找 寻找 翻找 挑剔 犹豫 纠结 着急 匆忙 匆匆 急着 赶紧 赶快 顺路 顺便 趁着 趁早 临时 随口 随兴 率性
难免 免不了 离不开 舍不得 忍不住 派上 跟不上 腾出 空出 匀出 凡是 皆为 彼时 倘若 否则 尚未 尚可 仍可 仍能 善于 忠于
乐于 趋于 基于 鉴于 反而 况且 何况 乃至 以免 免得 省得 怪不得 难怪 原来 历来 今后 伴着 沿着 绕着 隔着 朝着 冲着
清洗 容易 摸着 摸得到 摸上去 摸起来 问题
""".split()
"""Such words of characters that other words need for claims: 静 of 静静 is one of 静音."""
