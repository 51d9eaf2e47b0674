"""The opposite of a fact's value, or the value without what qualifies it; and beside each lie its true twin.

Each row: the attribute and its value | lies | twins, in which " / " stands between texts. Nothing was changed for
those of `UNSEEN`, but where `test_opposites.py` says so.
"""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from collections.abc import Iterator

from schemas.inbound import Attribute, ProductCreated
from schemas.kinds import Kind
from tests.unit.edit.briefs import LIMITS
from tests.unit.edit.corpus.truths import Item
from workers.plan.brief import Brief
from workers.plan.facts import facts_of

SEEN = """
Solway Top = sleeve length=long | Short sleeves. / A short-sleeved top. / The sleeves are short. | Long sleeves. / A long-sleeved top. / The sleeves are long.
Solway Headphones = connection=wired | Wireless. / Wireless headphones. / A wireless connection. | Wired. / Wired headphones. / A wired connection.
Solway Drill = power source=battery | Corded. / Mains powered. | Battery powered. / Runs on batteries.
Solway Unit = power source=mains | Battery powered. / Runs on batteries. / Solar powered. | Mains powered. / It runs on mains power.
Solway Coffee = roast=dark | Light roast. / A light roast. / Lightly roasted. / A medium roast. | Dark roast. / A dark roast. / The roast is dark.
Solway Phone = condition=refurbished | Brand new. / New. / A brand new phone. | Refurbished. / A refurbished phone.
Solway Peas = freshness=frozen | Fresh. / Fresh peas. / Dried peas. | Frozen. / Frozen peas.
Solway Vase = surface=matte | Glossy. / A glossy surface. | Matte. / A matte surface.
Solway Mattress = firmness=firm | Soft. / A soft mattress. | Firm. / A firm mattress.
Solway Cable = connector=USB-C | USB-A. / A USB-A connector. / Micro-USB. / Lightning. | USB-C. / A USB-C connector.
Solway Bracket = position=left | Right side. / Mounts on the right side. | Left side. / The left side.
Solway Shoe = heel height=flat | High heels. / A high heel. | Flat heel. / A flat heel.
Solway Watch = movement=automatic | A manual movement. / A quartz movement. | An automatic movement. / Automatic.
Solway Wine = sweetness=dry | Sweet. / A sweet wine. | Dry. / A dry wine.
Solway Jacket = colour=slate blue | Slate grey. / A slate grey jacket. | Slate blue. / Blue. / A slate blue jacket.
Solway Ring = colour=rose gold | Rose. | Rose gold. / A rose gold ring.
Solway Bag = material=faux leather | Leather. / Made of leather. / A leather bag. | Faux leather. / Made of faux leather. / Vegan leather. / A faux leather bag.
Solway Ring = material=gold plated brass | Gold. / A gold ring. / Solid gold. | Gold plated brass. / Brass. / Gold-plated brass. / Brass plated with gold.
Solway Shelf = material=oak veneer | Oak. / An oak shelf. / Made of oak. | Oak veneer. / An oak veneer shelf.
Solway Shirt = material=cotton blend | Cotton. / Pure cotton. / A cotton shirt. | Cotton blend. / A cotton blend shirt. / Made of a cotton blend.
Solway Socks = material=bamboo viscose | Bamboo. / Made of bamboo. | Bamboo viscose. / Made of bamboo viscose.
Solway Pan = material=stainless steel | Carbon steel. | Steel. / Stainless steel.
Solway Coat = colour=slate grey | Slate blue. | Slate grey. / Grey.
川岭耳机 = 连接方式=有线 | 无线。 / 无线连接。 / 无线耳机。 | 有线。 / 有线连接。 / 有线耳机。
川岭耳机 = 降噪=主动降噪 | 被动降噪。 / 采用被动降噪。 | 主动降噪。 / 采用主动降噪。
川岭外套 = 长度=短款 | 长款。 / 长款外套。 / 中长款。 | 短款。 / 短款外套。
川岭牛奶 = 脱脂=全脂 | 脱脂。 / 脱脂牛奶。 | 全脂。 / 全脂牛奶。
川岭上衣 = 袖长=长袖 | 短袖。 / 短袖上衣。 / 无袖。 | 长袖。 / 长袖上衣。
川岭上衣 = 版型=宽松 | 修身。 / 修身版型。 | 宽松。 / 宽松版型。
川岭手机 = 成色=翻新 | 全新。 / 全新手机。 | 翻新。 / 翻新手机。
川岭台灯 = 供电=插电 | 电池供电。 / 太阳能供电。 | 插电。 / 插电使用。
川岭咖啡豆 = 烘焙=深烘 | 浅烘。 / 中度烘焙。 / 浅度烘焙。 | 深烘。 / 深度烘焙。
川岭床垫 = 软硬=偏硬 | 偏软。 | 偏硬。
川岭毛衣 = 厚度=加厚 | 薄款。 / 薄款毛衣。 | 加厚。 / 加厚毛衣。
川岭长裤 = 腰型=高腰 | 低腰。 / 低腰长裤。 / 中腰。 | 高腰。 / 高腰长裤。
川岭数据线 = 接口=USB-C | USB-A接口。 / Micro USB。 / Lightning接口。 | USB-C接口。 / USB-C。
川岭包 = 材质=仿皮 | 真皮。 / 皮质。 / 皮革。 | 仿皮。 / 仿皮材质。
川岭戒指 = 材质=镀金黄铜 | 黄金。 / 纯金。 | 镀金黄铜。 / 黄铜。
川岭衬衫 = 材质=棉混纺 | 纯棉。 / 棉质。 | 棉混纺。 / 棉混纺面料。
川岭书柜 = 材质=橡木贴皮 | 橡木。 / 橡木书柜。 / 实木。 | 橡木贴皮。 / 橡木贴皮书柜。
川岭外套 = 颜色=浅灰色 | 深灰色。 | 浅灰色。 / 灰色。
Solway Side Table = material=mdf; colour=walnut | Made of walnut. / Real walnut. / Built of solid walnut. | A walnut table in MDF. / MDF in walnut. / A walnut table.
山行边几 = 材质=密度板; 颜色=胡桃木色 | 胡桃木制成的边几。 / 采用胡桃木打造。 | 胡桃木色的边几。 / 边几为胡桃木色。
山行背心 = 填充=90% 白鸭绒 | 90% 白鹅绒。 | 90% 白鸭绒。 / 填充白鸭绒。
山行饮水机 = 适用宠物=猫、小型犬 | 大型犬能用。 / 猫、大型犬能用。 | 小型犬能用。 / 猫、小型犬能用。
山行腕表 = 镜面材质=矿物玻璃; 机芯=石英 | 石英玻璃镜面。 / 蓝宝石玻璃镜面。 | 矿物玻璃镜面。
山行毛衣 = 领型=圆领 | V领毛衣。 / 高领毛衣。 | 圆领毛衣。
Solway Dog Food = life stage=puppy | For adult dogs. | For puppies.
Solway Sweater = pattern=striped | Plaid. / A tartan sweater. | Striped. / A striped sweater.
"""

UNSEEN = """
Tamsin Dress = length=cropped | A full-length dress. / Full length. | Cropped. / A cropped dress.
Tamsin Jeans = rise=high | Low rise. / Low-rise jeans. / Mid rise. | High rise. / High-rise jeans.
Tamsin Jeans = fit=slim | Loose fit. / A relaxed fit. / Regular fit. | Slim fit. / A slim fit.
Tamsin Table = shape=round | Square. / A square table. / Rectangular. | Round. / A round table.
Tamsin Bed = size=double | Single. / A single bed. | Double. / A double bed.
Tamsin Rug = use=indoor | Outdoor. / For outdoor use. / An outdoor rug. | Indoor. / For indoor use. / An indoor rug.
Tamsin Trimmer = power=cordless | Corded. / A corded trimmer. | Cordless. / A cordless trimmer.
Tamsin Headset = noise cancelling=passive | Active noise cancelling. | Passive noise cancelling.
Tamsin Grinder = operation=manual | Electric. / An electric grinder. / Automatic. | Manual. / A manual grinder.
Tamsin Camera = condition=used | New. / Brand new. / A new camera. | Used. / A used camera.
Tamsin Apricots = preservation=dried | Fresh. / Fresh apricots. / Frozen apricots. | Dried. / Dried apricots.
Tamsin Charger = port=Lightning | USB-C. / A USB-C port. | Lightning. / A Lightning port.
Tamsin Milk = fat=whole | Skimmed. / Skimmed milk. | Whole. / Whole milk.
Tamsin Butter = salt=salted | Unsalted. / Unsalted butter. | Salted. / Salted butter.
Tamsin Paint = finish=gloss | Matt. / A matt finish. | Gloss. / A gloss finish.
Tamsin Glove = hand=right | Left hand. / For the left hand. / Left-handed. | Right hand. / For the right hand.
Tamsin Coat = hood=detachable | A fixed hood. | Detachable hood. / A detachable hood.
Tamsin Tea = caffeine=decaffeinated | Caffeinated. / Caffeinated tea. | Decaffeinated. / Decaffeinated tea.
Tamsin Sofa = material=vegan suede | Suede. / A suede sofa. | Vegan suede. / A vegan suede sofa.
Tamsin Scarf = material=wool mix | Wool. / A wool scarf. | Wool mix. / A wool mix scarf.
Tamsin Tray = material=marble effect | Marble. / A marble tray. | Marble effect. / A marble effect tray.
Tamsin Necklace = material=silver plated copper | Silver. / A silver necklace. | Silver plated copper. / Copper. / Silver-plated copper.
Tamsin Cabinet = material=walnut veneer | Walnut. / A walnut cabinet. / Solid walnut. | Walnut veneer. / A walnut veneer cabinet.
Tamsin Belt = material=imitation leather | Leather. / A leather belt. | Imitation leather. / An imitation leather belt.
Tamsin Wallet = material=leather-look polyurethane | Leather. / A leather wallet. | Leather-look polyurethane. / Polyurethane.
Tamsin Mug = colour=rose pink | Rose gold. / Rose red. | Rose pink. / Pink.
Tamsin Hose = material=brass coated steel | Brass. / A brass hose. | Brass coated steel. / Steel. / Steel coated with brass.
Tamsin Stones = material=artificial turquoise | Turquoise. / Natural turquoise. | Artificial turquoise.
远山水壶 = 适用=室内 | 户外。 / 户外使用。 | 室内。 / 室内使用。
远山裙 = 裙长=长裙 | 短裙。 / 中裙。 | 长裙。
远山书桌 = 形状=圆形 | 方形。 / 方形书桌。 | 圆形。 / 圆形书桌。
远山被子 = 规格=双人 | 单人。 / 单人被子。 | 双人。 / 双人被子。
远山虾仁 = 保存状态=冷冻 | 新鲜。 / 鲜活虾仁。 | 冷冻。 / 冷冻虾仁。
远山磨豆机 = 操作方式=手动 | 电动。 / 全自动。 / 电动磨豆机。 | 手动。 / 手动磨豆机。
远山相机 = 成色=二手 | 全新。 / 全新相机。 | 二手。 / 二手相机。
远山贴膜 = 表面=磨砂 | 高光。 / 亮面。 / 亮面贴膜。 | 哑光。 / 哑光贴膜。
远山吸尘器 = 供电方式=无线 | 有线。 / 有线吸尘器。 | 无线。 / 无线吸尘器。
远山充电线 = 接口=Lightning | USB-C接口。 / Type-C接口。 | Lightning接口。
远山手套 = 左右=左手 | 右手。 / 右手手套。 | 左手。 / 左手手套。
远山果汁 = 含糖=无糖 | 含糖。 / 全糖。 | 无糖。 / 果汁无糖。
远山黄油 = 盐分=淡味无盐 | 有盐。 / 有盐黄油。 | 无盐。 / 无盐黄油。
远山沙发 = 材质=人造革 | 真皮。 / 皮革。 / 皮沙发。 | 人造革。 / 人造革沙发。
远山项链 = 材质=镀银铜 | 银。 / 纯银。 / 银项链。 | 镀银铜。 / 铜。
远山围巾 = 材质=羊毛混纺 | 纯羊毛。 / 羊毛。 / 羊毛围巾。 | 羊毛混纺。 / 羊毛混纺围巾。
远山衣柜 = 材质=胡桃木贴皮 | 胡桃木。 / 胡桃木衣柜。 | 胡桃木贴皮。 / 胡桃木贴皮衣柜。
远山茶盘 = 材质=仿大理石 | 大理石。 / 大理石茶盘。 | 仿大理石。 / 仿大理石茶盘。
远山手链 = 材质=合成水晶 | 水晶。 / 天然水晶。 / 水晶手链。 | 合成水晶。
"""

HARMLESS = """
Tamsin Top = sleeve length=short; cable=long | The cable is long and the sleeves are short.
Tamsin Coffee = roast=dark; colour=light grey | Light grey, dark roast.
Tamsin Lamp = power source=mains; material=oak; colour=light green | A light green lamp of oak, run on mains.
Tamsin Sofa = firmness=firm; material=cotton | The cotton sofa is firm.
Tamsin Phone = condition=refurbished; colour=black | A refurbished black phone for a new day.
Tamsin Mattress = size=double; firmness=firm | A firm double mattress. / Double, firm.
Tamsin Headphones = connection=wired; wireless=no | Wired headphones. / Not wireless.
Tamsin Peas = freshness=frozen; taste=fresh | Frozen peas with a fresh taste.
Tamsin Charger = ports=USB-C, USB-A | USB-C and USB-A. / One USB-A port.
Tamsin Sandals = material=leather; lining=faux leather | Leather with a faux leather lining.
Tamsin Ring = material=gold; finish=silver plated | A gold ring. / Gold, silver plated.
Tamsin Coat = colour=navy, slate blue | Navy and slate blue.
Tamsin Table = top=oak; legs=oak veneer | An oak top.
Tamsin Cardigan = fit=regular; length=long | A regular fit. / A long cardigan.
远山耳机 = 连接方式=有线，无线 | 有线、无线连接。 / 无线连接。
远山外套 = 衣长=短款; 袖长=长袖 | 短款长袖外套。 / 长袖短款。
远山沙发 = 面料=皮革; 底布=人造革 | 皮革面料，人造革底布。
远山相机 = 成色=翻新; 包装=全新 | 翻新相机，全新包装。
"""


def opposites(table: str) -> Iterator[tuple[Item, bool]]:
    """Each text with what it is told of, and whether it is true."""
    for row in filter(None, table.splitlines()):
        head, *told = row.split(" | ")
        title, told_of = head.split(" = ", 1)
        order = _order(title, [pair.split("=", 1) for pair in told_of.split("; ")])
        for number, texts in enumerate(told):
            true = number == len(told) - 1
            for text in texts.split(" / "):
                yield Item(order, text.strip(), "twin" if true else "opposite", text.strip()), true


def _order(title: str, pairs: list[list[str]]) -> Brief:
    locale = "en-GB" if title.isascii() else "zh-CN"
    weight = ("weight", "2 kg") if title.isascii() else ("重量", "2千克")
    attributes = tuple(Attribute(name=name, value=value) for name, value in (*pairs, weight))
    product = ProductCreated(id="p-1", locales=(locale,), title=title, attributes=attributes)
    return Brief("p-1", Kind.DESCRIPTION, locale, facts_of(product), LIMITS[Kind.DESCRIPTION], ())
