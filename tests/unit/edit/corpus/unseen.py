"""Wordings that were written after the rules, and that no rule was changed for: how far the rules reach."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from tests.unit.edit.corpus.additions import Shelf

UNSEEN: Shelf = {
    "certificate": {
        "en": (
            "It has been inspected by an independent laboratory.", "Carries the Soil Association logo.", "Woolmark labelled.",
            "Approved for use in hospitals.", "It holds a Blue Angel eco-label.", "Type-approved for road use.",
            "Registered with the health ministry.", "It satisfies the strictest European norms.", "NSF listed.",
            "Its safety has been confirmed by scientists.", "Sealed with the Good Housekeeping seal.", "It is BIFMA rated.",
        ),
        "zh": (
            "已取得绿色产品标识。", "拥有A类婴幼儿标准。", "质量有保障，检测合格。", "通过防火测试。", "具备医疗器械资质。", "获环保标签。",
            "经科学证实。", "持有出口许可。", "通过欧洲安全测试。", "执行GB18401标准。",
        ),
    },
    "award": {
        "en": (
            "It took home gold at the design show.", "Customers rave about it.", "Praised by critics.", "A Wirecutter pick.",
            "Number one with bakers.", "The choice of professional athletes.", "Millions of happy owners.",
            "It topped the test in a consumer magazine.", "Honoured at the Paris fair.",
        ),
        "zh": ("斩获设计大奖。", "万千妈妈的选择。", "回头客很多。", "设计界的宠儿。", "登上热搜。", "博主都在用。", "获评年度好物。"),
    },
    "origin": {
        "en": (
            "Handmade by artisans in Oaxaca.", "Woven in the Himalayas.", "Scandinavian craftsmanship.", "Grown in Sri Lanka.",
            "It was born in Berlin.", "With parts from Taiwan.", "Sourced from Icelandic farms.", "Bottled in Burgundy.",
        ),
        "zh": ("源自阿尔卑斯山。", "墨西哥手工匠人制作。", "泰国直采。", "产于贵州山区。", "欧洲工厂生产。", "韩国设计师作品。", "台湾代工。"),
    },
    "warranty": {
        "en": (
            "We replace it if it ever breaks.", "Protected for life.", "Return it any time.", "Your money back if you are not happy.",
            "Repairs are free.", "Covered against defects.", "It arrives tomorrow.", "Postage is on us.", "Buy one, get one free.",
        ),
        "zh": ("坏了免费换新。", "三十天无忧退换。", "终身免费维修。", "买贵退差价。", "今天下单明天到。", "签收后不满意可退。", "邮费全免。"),
    },
    "compatibility": {
        "en": (
            "It snaps onto any MacBook.", "Charges a Galaxy phone.", "It slots into every dishwasher.", "Use it with your PlayStation.",
            "Suits all machines on the market.", "Made for Nespresso machines.", "Plugs straight into a Tesla.",
            "It talks to your smart speaker.", "Also fits older models.",
        ),
        "zh": ("苹果手机也能用。", "可与米家联动。", "支持语音助手。", "任何车型都能装。", "配合安卓机使用。", "插上电脑即用。"),
    },
    "comparative": {
        "en": (
            "Nothing else comes close.", "It beats the rest.", "You will not find a softer one.", "A cut above.",
            "It leaves others behind.", "Far tougher.", "The gold standard of comfort.", "No other is as light.",
            "It holds more per pound.", "A class of its own.",
        ),
        "zh": ("没有更好的选择。", "碾压同价位。", "吊打竞品。", "独步天下。", "轻得多。", "无人能及。", "值得拥有的巅峰之作。", "天花板级别。"),
    },
}  # fmt: skip
