"""Two products and their briefs, in both languages, for the editor's tests."""

from schemas.kinds import Kind
from workers.plan.brief import Brief, Clause, Fact, Limits, fact_id


def fact(name: str, value: str, unit: str = "") -> Fact:
    return Fact(fact_id(name, value, unit), name, value, unit)


LIMITS = {
    Kind.TITLE: Limits(150),
    Kind.BULLETS: Limits(1000, 3, 5),
    Kind.DESCRIPTION: Limits(1200),
    Kind.SEO_TITLE: Limits(60),
    Kind.META: Limits(155),
    Kind.BLURB: Limits(90),
}

BOTTLE = (
    fact("name", "Nordvik Trail Bottle S8"),
    fact("brand", "Nordvik"),
    fact("material", "18/10 stainless steel"),
    fact("capacity", "0.75", "L"),
    fact("weight", "0.36", "kg"),
    fact("height", "26.5", "cm"),
    fact("diameter", "7.2", "cm"),
    fact("keeps hot", "12", "h"),
    fact("keeps cold", "24", "h"),
    fact("pieces", "2"),
    fact("warranty", "24", "month"),
    fact("price", "1249.00", "USD"),
    fact("recycled content", "80", "%"),
    fact("operating range", "-20 to 60", "°C"),
    fact("handle", "brass"),
    fact("base", "silicone"),
    fact("surface", "matte"),
    fact("sleeve", "faux leather"),
    fact("maker's mark", "Московский завод"),
)
RUST_FREE = Clause("c-steel", BOTTLE[2].id, "it shrugs off rust")

CUP = (
    fact("name", "山岚S8随行杯"),
    fact("brand", "Shanlan"),
    fact("材质", "316不锈钢"),
    fact("容量", "0.75", "L"),
    fact("重量", "0.36", "kg"),
    fact("高度", "26.5", "cm"),
    fact("直径", "7.2", "cm"),
    fact("保温时长", "12", "h"),
    fact("件数", "2"),
    fact("质保", "24", "month"),
    fact("价格", "1249.00", "CNY"),
    fact("再生材料", "80", "%"),
    fact("使用温度", "-20至60", "℃"),
    fact("口袋", "3"),
    fact("手柄", "黄铜"),
    fact("底座", "硅胶"),
    fact("表面", "哑光"),
    fact("杯套", "仿皮"),
)
EASY_TO_CLEAN = Clause("c-steel-zh", CUP[2].id, "内壁好冲洗")


def brief(locale: str = "en-US", kind: Kind = Kind.DESCRIPTION) -> Brief:
    if locale.startswith("zh"):
        return Brief("cup", kind, locale, CUP, LIMITS[kind], (EASY_TO_CLEAN,))
    return Brief("bottle", kind, locale, BOTTLE, LIMITS[kind], (RUST_FREE,))
