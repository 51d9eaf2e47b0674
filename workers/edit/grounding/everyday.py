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
    """.split()
)
"""In lower case."""

CHINESE: Final = frozenset(
    "均至标料寸码相逐项材域总层区亦余尺数先儿替剩丢挑首摘写编拨搬记念扔爬跳逛约赶挤闻尝忘猜借书页找平子持候最各睡完累脏落加倒摇握捧抱躺靠玩学唱讲饭菜桌床墙街城园故束继续停忙碌觉的地得了着过是有在和与及或而但也都"
    "还又再就才只仅很太不没无未非别我你您他她它们咱自己这那哪此该每某谁什么怎样如从到向往对于为给让使把被将由以因所"
    "之其按内外里上下前后左右中间旁边处则若即并且同时虽然既等像做作用采选取拿放置摆搭配带含装拥具备包括分成可能会要"
    "需想来去出入进回起开合拉推提看见说知找买卖送收存留换变走坐站立住行设计打造呈现展示享供适宜当算量约近共达整全满足"
    "够正好刚恰新款件个条双张支台套组片块瓶盒袋罐本份种类型式版色面身体部机价格售货归位角头尾底顶侧心名品物东西商产"
    "家人朋友日常生活天晚早夜午刻长短高低宽窄深浅方大小多少点些许几次番第零一二三四五六七八九十百千万两者事情意请便"
    "吧呢吗啊哦呀已经尤特尽管直接另随根据属明居场景求择度感晨傍班路途旅附添房室厅餐喝吃穿戴"
)
"""Characters of such words."""
