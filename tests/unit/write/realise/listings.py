"""Invented listings, and the way from a listing to its texts."""

from schemas.inbound import Attribute, Price, ProductCreated
from workers.plan.audience import Audience
from workers.plan.benefits import load
from workers.plan.blurb import blurb_brief
from workers.plan.facts import facts_of
from workers.plan.select import select
from workers.write.realise import realise

BENEFITS = load()


def listing(title, path="", brand=None, price=None, attributes=(), **more):
    """`attributes`: "name=value"; `price`: "89.00 USD"."""
    amount, _, currency = (price or "").partition(" ")
    return ProductCreated(
        id=more.pop("id", "p-1"),
        locales=("en",),
        title=title,
        brand=brand,
        category=tuple(part for part in path.split(">") if part),
        attributes=tuple(Attribute(name=a.split("=", 1)[0], value=a.split("=", 1)[1]) for a in attributes),
        price=Price(amount=amount, currency=currency) if price else None,
        **more,
    )


def briefs_of(event, locale):
    return select(event.id, facts_of(event), locale, BENEFITS).briefs


def blurb_of(event, locale, *facets):
    """The brief of the blurb to an audience with these facets; None where there is nothing to say."""
    audience = Audience("-".join(facet.partition(":")[2] for facet in facets) or "everyone", facets)
    return blurb_brief(event.id, facts_of(event), locale, audience, BENEFITS)


def texts_of(event, locale, attempt=0):
    """Kind to text."""
    return {brief.kind.value: realise(brief, attempt) for brief in briefs_of(event, locale)}


LISTINGS = {
    "linen-shirt": listing(
        "Alder Linen Shirt",
        "Clothing>Shirts",
        "Norrland",
        "89.00 USD",
        ["material=100% linen", "colour=navy", "neckline=mandarin collar", "sleeve=long sleeve", "weight=320 g",
         "care=machine wash cold", "country of origin=Portugal", "warranty=2 years", "returnPolicy=30 days"],
        in_stock=True,
    ),
    "trail-shoes": listing(
        "Fjell Trail Runner 3",
        "Footwear>Running shoes",
        "Vidda",
        "139 GBP",
        ["upper=mesh", "sole=rubber", "colour=olive", "size=EU 42", "weight=285 g", "closure=laces",
         "activity=hiking", "waterproof=no"],
        in_stock=True,
    ),
    "laptop": listing(
        "Merrow 14",
        "Electronics>Laptops",
        "Tarn",
        "1299 USD",
        ["screen size=14 inch", "resolution=2560 x 1600", "processor=Ryzen 7 8840U", "ram=16 GB", "storage=1 TB",
         "battery life=up to 12 hours", "weight=1.32 kg", "ports=USB-C, HDMI", "os=Windows 11",
         "backlit keyboard=yes", "colour=space grey", "warranty=2 years"],
        in_stock=True,
    ),
    "sideboard": listing(
        "Oda Sideboard",
        "Furniture",
        "Lind & Holm",
        "749 EUR",
        ["material=oak", "finish=oiled", "width=160 cm", "depth=42 cm", "height=75 cm", "drawers=3",
         "assembly required=no", "style=Scandinavian", "room=living room, dining room"],
    ),
    "dutch-oven": listing(
        "Brandt Enamelled Dutch Oven 5 L",
        "Kitchen>Cookware",
        "Brandt",
        "89 USD",
        ["material=enameled cast iron", "capacity=5 L", "weight=5.4 kg", "colour=cream", "oven safe=yes",
         "induction=yes", "dishwasher safe=no", "diameter=26 cm"],
        in_stock=False,
    ),
    "headphones": listing(
        "Nightjar ANC",
        "Audio>Headphones",
        "Halden",
        "199 USD",
        ["connectivity=Bluetooth 5.3, USB-C", "battery life=30 h", "noise cancelling=yes", "driver size=40 mm",
         "weight=250 g", "charging time=2 hours", "colour=black"],
        in_stock=True,
    ),
    "coffee": listing(
        "Sidama Natural",
        "Groceries>Coffee",
        "Kettle Lane",
        "14.5 USD",
        ["roast=light", "net weight=250 g", "flavour=blueberry, chocolate", "origin=Ethiopia"],
    ),
    "hand-cream": listing(
        "Calm Hands Hand Cream",
        "Beauty",
        "Moss & Rill",
        "12 GBP",
        ["volume=75 ml", "scent=lavender", "ingredients=shea butter, glycerin", "skin type=dry", "cruelty free=yes"],
    ),
    "jeans": listing(
        "Blue Ridge Slim Jeans",
        "Clothing>Jeans",
        "Larkin",
        "79 USD",
        ["composition=98% cotton, 2% elastane", "fit=slim", "rise=mid", "closure=button", "colour=indigo",
         "pockets=5"],
        in_stock=True,
    ),
    "few-facts": listing("Harbour Canvas Backpack", "Accessories>Backpacks", None, "59.99 USD", in_stock=True),
    "down-jacket": listing(
        "云岭轻薄羽绒服",
        "服饰",
        "云岭",
        "599 CNY",
        ["颜色=藏青色", "面料=锦纶", "填充物=白鸭绒", "重量=420克", "闭合方式=拉链", "连帽=是", "产地=中国"],
        in_stock=True,
    ),
    "rice-cooker": listing(
        "禾里4升电饭煲",
        "家电",
        "禾里",
        "299 CNY",
        ["容量=4升", "功率=860瓦", "内胆涂层=陶瓷涂层", "颜色=白色", "保修期=2年", "退货政策=7天无理由退货"],
        in_stock=True,
    ),
    "tea": listing(
        "雾岭明前绿茶", "食品>茶叶", "雾岭", "168 CNY", ["净含量=125克", "保质期=18个月", "产地=中国", "礼盒=是"]
    ),
}  # fmt: skip
