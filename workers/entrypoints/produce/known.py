"""Names that shops give to a product's fields, and what each of them becomes if the user does not say otherwise."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workers.entrypoints.produce.mapping import ATTRIBUTES, Rule

_TARGETS: Final = {
    "id": "id productid itemid sku asin productcode itemcode articlenumber 编号 商品编号 商品id 货号",
    "version": "version",
    "locales": "locales locale languages language",
    "title": "title name productname producttitle itemname 标题 商品标题 商品名称 产品名称 名称",
    "brand": "brand brandname manufacturer vendor 品牌",
    "category": "category categories categorypath categoryname producttype department 类目 分类 品类",
    "price.amount": "price priceamount pricevalue saleprice regularprice listprice 价格 售价",
    "price.currency": "currency pricecurrency currencycode 币种 货币",
    "in_stock": "instock availability availabilitystatus stock currentstock inventory stockquantity 库存",
    "images": "images image imageurl imageurls imagelinks imagelink thumbnail 图片 主图",
    "seller_text": "sellertext description longdescription productdescription bodyhtml 描述 商品描述 产品描述 详情",
    "seller_id": "sellerid seller merchantid merchant vendorid 店铺 商家",
    ATTRIBUTES: "attributes specifications specs features 属性 参数",
}
"""Target, then names without case, spaces and marks; the first that the file has is taken."""

_ATTRIBUTES: Final = frozenset(
    "weight width height depth length diameter thickness dimensions size color colour material fabric pattern style model "
    "capacity volume power voltage wattage warranty warrantyinformation returnpolicy shippinginformation "
    "minimumorderquantity origin countryoforigin season scent flavor flavour ingredients care tags packsize quantity "
    "重量 宽度 高度 长度 直径 厚度 尺寸 尺码 颜色 材质 面料 图案 风格 型号 容量 功率 电压 保修 产地 季节 香型 口味 净含量 规格".split()
)
"""Fields that are a product's attributes wherever they stand."""

_JOINTS: Final = re.compile(r"[\s_.\-/]+")
_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNIT_IN_NAME: Final = re.compile(r"(.+?)[ ]?[(\[（]([^()\[\]（）]{1,16})[)\]）]")
_UNITS: Final = ("{0}_unit", "{0}Unit", "{0}_units", "{0} unit", "{0}.unit")


def automatic(paths: Sequence[str], given: Sequence[Rule]) -> Iterator[Rule]:
    """Rules for what the user's leave open: no target of theirs, no field of theirs."""
    taken = {source for rule in given for source in rule.sources}
    targets = {rule.target for rule in given}
    free = {_plain(path): path for path in reversed(paths) if path not in taken}
    for target, names in _TARGETS.items():
        known = next((free[name] for name in names.split() if name in free), None)
        if known is not None and target not in targets:
            taken.add(known)
            yield Rule(target, (known,), automatic=True)
    for path in paths:
        if path not in taken and (rule := _attribute(path, paths)) and rule.target not in targets:
            targets.add(rule.target)
            yield rule


def _attribute(path: str, paths: Sequence[str]) -> Rule | None:
    field = path.rpartition(".")[2]
    headed = _UNIT_IN_NAME.fullmatch(field)
    name, unit = (headed[1], headed[2]) if headed else (field, "")
    if _plain(name) not in _ATTRIBUTES:
        return None
    beside = path.rpartition(".")[0]
    candidates = [form.format(path) for form in _UNITS] + ([f"{beside}.unit"] if beside else [])
    unit_source = next((known for known in candidates if known in paths), "")
    target = f"{ATTRIBUTES}.{_spoken(name)}"
    return Rule(target, (path,), unit=unit, unit_source="" if unit else unit_source, automatic=True)


def _plain(name: str) -> str:
    return _JOINTS.sub("", name).casefold()


def _spoken(name: str) -> str:
    """As people say it: "warrantyInformation", "return_policy"."""
    return _JOINTS.sub(" ", _HUMPS.sub(" ", name)).strip().lower()
