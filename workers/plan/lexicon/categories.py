"""Departments of a shop: where a thing is filed when that says no more than the department."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

from workers.plan.lexicon.entries import Word, words

# The section names the groups of product types that one would look for there.
CATEGORIES: Final[dict[str, Word]] = words("""
[clothing]
clothing | clothing | 服饰 | apparel; clothes; garments; fashion; wear; 服装; 衣服; 男装; 女装; 服饰鞋包
outerwear | outerwear | 外套 | jackets & coats; jackets and coats; coats & jackets
activewear | activewear | 运动服饰 | sportswear; gym wear; 运动服; 运动装
underwear | underwear | 内衣 | intimates; lingerie; underwear & socks; 贴身衣物
workwear-dept | workwear | 工装 | workwear clothing
[footwear]
footwear | footwear | 鞋靴 | shoes & boots; 鞋类; 男鞋; 女鞋; 鞋履
[accessory bag jewellery watch]
accessories | accessories | 配饰 | fashion accessories; 服饰配件; 时尚配饰
[bag]
bags | bags and luggage | 箱包 | bags & luggage; luggage & bags; bags and luggage; 箱包皮具
[jewellery]
jewellery | jewelry / jewellery | 珠宝首饰 | jewelry; jewellery; fine jewelry; fashion jewelry; 珠宝; 首饰; 饰品
[watch]
watches | watches | 钟表 | luxury watches; 腕表
[furniture]
furniture | furniture | 家具 | home furniture; 住宅家具; 家居家具
outdoor-furniture | outdoor furniture | 户外家具 | garden furniture; patio furniture
office-furniture | office furniture | 办公家具 |
[decor lighting textile furniture]
home-decor | home decor / home décor | 家居装饰 | homedecor; home decoration; decor; decorative; decoration; home accents; home & decor; 家饰; 软装; 装饰
home | home and living | 家居 | home & living; home; home & garden; home and garden; household; home goods; 家居生活; 居家; 家居用品; 家居日用
storage | storage | 收纳 | storage & organization; storage & organisation; 收纳用品
[textile]
bedding | bedding and bath | 家纺 | 床品; home textiles; bed & bath; bed and bath; 床上用品类; 家纺布艺
[lighting]
lighting | lighting | 灯具照明 | lighting & lamps; lights & lamps; 照明; 灯饰
[kitchen tableware appliance]
kitchen | kitchenware | 厨房用品 | kitchen; housewares; kitchen accessories; kitchen & dining; kitchen and dining; cookware; kitchen tools; utensils; 厨具; 锅具; flasks; 厨房; 厨房餐饮
tableware | tableware | 餐具 | dining; dinnerware; serveware; drinkware; glassware; 餐厨; 酒具
appliances | home appliances | 家用电器 | appliances; home appliances; small appliances; kitchen appliances; 电器; 家电; 小家电; 厨房电器
[food drink]
food | food | 食品 | groceries; grocery; food & drink; food and drink; food & beverage; food service; snacks; salty snacks; pantry; 食品饮料; 零食; 生鲜; 美食; 粮油; 调味
bakery | baked goods | 烘焙食品 | baked goods; bakery; bread & bakery; 烘焙; 糕点
dairy | dairy | 乳制品 | dairy; dairy & eggs; dairy products; 奶制品; 乳品
meat | meat | 肉类 | meats; fresh meat; meat & poultry; 肉; 肉禽
drinks | drinks | 饮品 | beverages; drinks; beverage; cold dispensed; hot dispensed; 饮料冲调; 冲饮; 酒水饮料; 茶饮; 咖啡茶饮
[beauty]
beauty | beauty | 美妆 | beauty & personal care; beauty and personal care; 美妆护肤; 化妆品类; 美容; 美妆个护
skin-care | skin care | 护肤 | skincare; skin care; facial care; 护肤品
hair-care | hair care | 护发 | haircare; hair care; 洗护发; 美发
grooming | grooming | 个人护理 | grooming; personal care; shaving; men's grooming; 个护; 个护清洁; 理容
bath | bath and body | 沐浴护理 | bathing; bath & body; bath and body; bath; 洗浴; 身体护理; 沐浴
[phone]
mobile | mobile accessories | 手机配件 | mobile accessories; phone accessories; cell phone accessories; 手机周边
[computer phone audio camera gadget]
electronics | electronics | 数码电子 | consumer electronics; electronic; tech; technology; gadgets; 电子产品; 数码; 穿戴; 充电; 网络; 数码家电; 电子; 3C数码
[computer]
computing | computing | 电脑办公 | computers & accessories; computers; computer accessories; pc accessories; 电脑配件; 电脑外设
[audio]
audio | audio | 影音 | audio equipment; sound; hi-fi; 音频; 耳机音响; 音频设备
[camera]
photo | photography | 摄影摄像 | photography; camera accessories; photo & video; 摄影; 相机配件; 影像
[tool]
tools | tools | 工具 | tools & hardware; hardware; power tools; hand tools; diy; home improvement; 五金工具; 五金; 电动工具; 手动工具
[instrument]
instruments | musical instruments | 乐器 | instruments; musical instruments; music; 乐器音乐; 音乐; 民族乐器
[sport outdoor]
sport | sports equipment | 运动器材 | sports; sports accessories; sports equipment; sporting goods; fitness; fitness equipment; 体育用品; 运动; 健身器材; 运动健身; yoga; 瑜伽
outdoor | outdoor gear | 户外装备 | outdoors; outdoor; outdoor gear; camping; camping & hiking; hiking; 户外; 户外运动; 露营; 户外用品
fishing | fishing tackle | 渔具 | fishing; angling; fishing gear; 垂钓; 钓具; 钓鱼用品
kayaking | kayaking gear | 皮划艇装备 | kayaking; paddling; paddle sports; 水上运动
cycling | cycling | 骑行装备 | cycling; bike accessories; bicycle accessories; 骑行
[toy]
toys | toys and games | 玩具 | toys; games; toys & games; toys and games; 益智玩具; 玩具乐器; 儿童益智
[baby]
baby | baby care | 母婴 | baby; baby products; baby & toddler; 婴儿用品; 母婴用品; 宝宝用品
[book]
books | books | 图书 | book; media; 图书音像; 书刊
[stationery]
stationery | stationery | 文具 | stationery & office; office supplies; office; school supplies; 办公用品; 文具办公; 学习用品
[plant]
floral | flowers and plants | 鲜花绿植 | floral; florals; flowers; plants & flowers; flowers & plants; 鲜花; 花卉绿植; 花艺类
garden | gardening | 园艺 | garden; gardening; lawn & garden; garden tools; 园林园艺
[pet]
pet | pet supplies | 宠物用品 | pets; pet supplies; pet; pet care; 宠物; 宠物生活
[vehicle sport]
automotive | automotive | 汽车用品 | automotive; vehicle; car accessories; motorcycle accessories; 汽车; 车品; 车载
[decor]
seasonal | seasonal decor / seasonal décor | 节庆用品 | seasonal; holiday; holidays; holiday decor; seasonal decor; 节日用品; 节庆
gifts | gifts | 礼品 | gift; gifts; gift sets; 礼物; 礼盒礼品
[fragrance beauty]
fragrances | fragrance | 香水香氛 | fragrances; fragrance; 香薰; perfumes & fragrances; 香氛类
""")

HOLIDAYS: Final = frozenset({"christmas", "halloween", "easter", "valentine", "thanksgiving", "spring-festival"})
