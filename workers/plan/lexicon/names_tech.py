"""Attribute names: sizes and weights, and what a device has and does."""

# ruff: noqa: E501  a row is a line: broken up, a table cannot be read

from typing import Final

# key | kind | label | Chinese label | np, after "with" | vp, third person | Chinese | aliases
TABLE: Final = """
[measure]
dimensions | dims | dimensions | 尺寸 | | measures {v} | 尺寸{v} | product dimensions; item dimensions; overall dimensions; measurements; size (l x w x h); 产品尺寸; 规格尺寸; 外形尺寸; 长宽高; 商品尺寸
length | measure | length | 长度 | a length of {v} | is {v} long | 长{v} | total length; overall length; item length; 长; 全长; 总长; 衣长; 裤长
width | measure | width | 宽度 | a width of {v} | is {v} wide | 宽{v} | total width; overall width; item width; 宽; 总宽
height | measure | height | 高度 | a height of {v} | is {v} high | 高{v} | total height; overall height; item height; 高; 总高
depth | measure | depth | 深度 | a depth of {v} | is {v} deep | 深{v} | total depth; overall depth; item depth; 深; 厚深
diameter | measure | diameter | 直径 | a diameter of {v} | is {v} in diameter | 直径{v} | overall diameter; 口径; 外径; 直径尺寸
thickness | measure | thickness | 厚度 | a thickness of {v} | is {v} thick | 厚{v} | overall thickness; 厚; 总厚
circumference | measure | circumference | 周长 | a circumference of {v} | is {v} around | 周长{v} | inner circumference; 围长; 头围
weight | measure | weight | 重量 | a weight of {v} | weighs {v} | 重{v} | item weight; product weight; total weight; 净重量; 商品重量; 产品重量; 自重
net_weight | measure | net weight | 净含量 | a net weight of {v} | has a net weight of {v} | 净含量{v} | net content; net contents; net wt; 净重; 净含量规格; 规格净重
capacity | measure | capacity | 容量 | a capacity of {v} | has a capacity of {v}; holds {v} | 容量{v} | holds; tank capacity; water tank; fill volume; storage capacity (litres); 容积; 水箱容量; 水容量; 有效容积
volume | measure | volume | 容量 | a volume of {v} | contains {v} | 净含量{v} | content volume; bottle size; 净含量体积; 液体容量
max_load | measure | load limit | 承重 | a load limit of {v} | holds loads of up to {v} | 承重{v} | maximum load; max load; load capacity; weight capacity; weight limit; maximum weight; max user weight; 最大承重; 载重; 承重量; 承重能力
seat_height | measure | seat height | 座高 | a seat height of {v} | has a seat height of {v} | 座高{v} | height of seat; 座面高度; 坐高
heel_height | measure | heel height | 跟高 | {a:v} {a} heel | has {a:v} {a} heel | 跟高{v} | height of heel; 鞋跟高度; 后跟高
shaft_height | measure | shaft height | 靴筒高 | a shaft height of {v} | has a shaft height of {v} | 靴筒高{v} | boot height; 筒高
chest | measure | chest | 胸围 | a chest measurement of {v} | has a chest measurement of {v} | 胸围{v} | bust; chest size; bust size; 上胸围
waist | measure | waist | 腰围 | a waist measurement of {v} | has a waist measurement of {v} | 腰围{v} | waist size; waist measurement; 腰围尺寸
inseam | measure | inseam / inside leg | 内侧长 | an inseam of {v} / an inside leg of {v} | has an inseam of {v} / has an inside leg of {v} | 裤内长{v} | inside leg; inseam length; 裤内缝; 内缝长
blade_length | measure | blade length | 刃长 | {a:v} {a} blade | has {a:v} {a} blade | 刃长{v} | length of blade; 刀刃长度; 刀身长度
cable_length | measure | cable length | 线长 | {a:v} {a} cable | has {a:v} {a} cable | 线长{v} | cord length; lead length; 电源线长; 线缆长度; 电线长度
strap_drop | measure | strap drop | 肩带垂长 | a strap drop of {v} | has a strap drop of {v} | 肩带垂长{v} | handle drop; drop length; 提手垂长
chain_length | measure | chain length | 链长 | {a:v} {a} chain | has {a:v} {a} chain | 链长{v} | necklace length; 项链长度; 链条长度
case_size | measure | case diameter | 表壳直径 | {a:v} {a} case | has {a:v} {a} case | 表壳直径{v} | case size; case diameter; watch case size; 表盘直径; 表径
band_width | measure | band width | 表带宽 | {a:v} {a} band | has {a:v} {a} band | 表带宽{v} | strap width; lug width; 表带宽度
brim | measure | brim | 帽檐宽 | {a:v} {a} brim | has {a:v} {a} brim | 帽檐宽{v} | brim width; 帽檐; 帽檐宽度
lens_width | measure | lens width | 镜片宽 | {a:v} {a} lens width | has {a:v} {a} lens width | 镜片宽{v} | eye size; 镜片宽度
wheel_size | measure | wheel size | 轮径 | {a} wheels | has {a} wheels | 轮径{v} | wheel diameter; 车轮尺寸; 轮子直径
fill_weight | measure | fill weight | 充绒量 | {v} of filling | has {v} of filling | 充绒量{v} | filling weight; down fill weight; 填充量
paper_weight | measure | paper weight | 纸张克重 | {v} paper | has {v} paper | 纸张{v} | grammage of paper; paper grammage; 纸重
laptop_size | measure | laptop size | 适合电脑 | | fits {a:v} {a} laptop | 可放{v}电脑 | fits laptop; laptop compartment; max laptop size; 电脑尺寸; 可放电脑
fabric_weight | measure | fabric weight | 克重 | a fabric weight of {v} | has a fabric weight of {v} | 克重{v} | gsm; grammage; 面料克重; 织物克重
thread_count | bare | thread count | 织物密度 | a thread count of {v} | has a thread count of {v} | 织物密度{v}根 | threads; 纱织密度
area | measure | coverage | 适用面积 | | covers {v} | 适用面积{v} | coverage; coverage area; room size; 覆盖面积; 使用面积
[tech]
screen | measure | screen size | 屏幕尺寸 | {a:v} {a} screen | has {a:v} {a} screen | {v}屏幕 | screen size; display size; display; screen diagonal; diagonal; 屏幕; 显示屏尺寸; 显示屏
panel | panel | screen type | 屏幕类型 | {a:v} {v} panel | has {a:v} {v} panel | {v}屏 | panel type; screen type; display type; screen technology; 面板; 面板类型; 屏幕材质; 显示技术
resolution | pixels | resolution | 分辨率 | {a:v} {v} resolution | has {a:v} {v} resolution | {v}分辨率; 分辨率{v} | screen resolution; display resolution; video resolution; 屏幕分辨率; 视频分辨率; 清晰度
refresh_rate | measure | refresh rate | 刷新率 | {a:v} {a} refresh rate | refreshes at {v} | {v}刷新率 | screen refresh rate; 屏幕刷新率
brightness | measure | brightness | 亮度 | a brightness of {v} | has a brightness of {v} | 亮度{v} | lumens; luminous flux; light output; luminance; 光通量; 流明; 屏幕亮度
colour_temperature | measure | color temperature / colour temperature | 色温 | a color temperature of {v} / a colour temperature of {v} | has a color temperature of {v} / has a colour temperature of {v} | 色温{v} | color temperature; cct; 灯光色温
processor | proper | processor | 处理器 | {a:v} {v} processor | has {a:v} {v} processor | 搭载{v}处理器 | cpu; chip; chipset; soc; cpu model; 芯片; 处理器型号; CPU型号
cores | bare | cores | 核心数 | {v} cores | has {v} cores | {v}核 | number of cores; cpu cores; core count; 核心; 处理器核心数
graphics | proper | graphics | 显卡 | {v} graphics | has {v} graphics | 配备{v}显卡 | gpu; graphics card; video card; 显卡型号; GPU型号
os | proper | operating system | 操作系统 | | runs {v} | 搭载{v}系统 | operating system; system; 系统; 系统版本
memory | measure | memory | 内存 | {v} of memory | has {v} of memory | {v}内存 | ram; memory size; ram size; system memory; 运行内存; 内存容量; 运存
storage | measure | storage | 存储空间 | {v} of storage | has {v} of storage | {v}存储空间; {v}存储 | internal storage; storage capacity; ssd; ssd capacity; hard drive; disk; rom; flash memory; 存储; 存储容量; 机身存储; 硬盘容量; 硬盘
battery | measure | battery | 电池容量 | {a:v} {v} battery | has {a:v} {v} battery | {v}电池 | battery capacity; battery size; 电池; 电量; 电池电量
battery_life | measure | battery life | 续航 | a battery life of {v} | has a battery life of {v} | 续航{v} | run time; runtime; playtime; play time; playback time; usage time; 续航时间; 电池续航; 使用时长; 播放时间
charging_time | measure | charging time | 充电时间 | a charging time of {v} | charges in {v} | 充电需{v} | charge time; time to charge; 充电时长
charging | measure | charging | 充电功率 | {v} charging | charges at {v} | 支持{v}充电 | charging power; charging speed; fast charging power; fast charge; 快充; 快充功率
power | measure | power | 功率 | a power rating of {v} | has a power rating of {v} | 功率{v} | wattage; rated power; power rating; power consumption; output power; 额定功率; 输出功率; 电功率
voltage | measure | voltage | 电压 | | runs on {v} | 电压{v} | rated voltage; operating voltage; input voltage; 额定电压; 工作电压
current | measure | current | 电流 | a current of {v} | delivers {v} | 电流{v} | amperage; rated current; output current; 额定电流; 输出电流
pressure | measure | pressure | 压力 | a pressure of {v} | works at {v} | 压力{v} | max pressure; maximum pressure; 最大压力; pump pressure; water pressure; operating pressure; 泵压; 工作压力
rotation | measure | rotation speed | 转速 | a speed of {v} | runs at {v} | 转速{v} | rotational speed; motor speed; no load speed; rpm; 转速范围; 电机转速
torque | measure | torque | 扭矩 | {v} of torque | delivers {v} of torque | 扭矩{v} | max torque; maximum torque; 最大扭矩
frequency | measure | frequency range | 频率 | a frequency range of {v} | has a frequency range of {v} | 频率{v} | frequency; frequency response; 频响; 频率响应; 频响范围
impedance | measure | impedance | 阻抗 | an impedance of {v} | has an impedance of {v} | 阻抗{v} | 额定阻抗
noise | measure | noise level | 噪音 | a noise level of {v} | has a noise level of {v} | 噪音{v} | noise level; sound level; operating noise; 噪声; 工作噪音; 噪音值
driver | measure | driver | 发声单元 | {a} drivers | has {a} drivers | {v}发声单元 | driver size; driver unit; drivers; 喇叭单元; 扬声器单元; 驱动单元
camera | measure | camera | 摄像头 | {a:v} {v} camera | has {a:v} {v} camera | {v}摄像头 | main camera; rear camera; camera resolution; webcam; image resolution; sensor resolution; 后置摄像头; 主摄; 像素; 摄像头像素
front_camera | measure | front camera | 前置摄像头 | {a:v} {v} front camera | has {a:v} {v} front camera | {v}前置摄像头 | selfie camera; 前置像素; 前摄
zoom | measure | zoom | 变焦 | {v} zoom | has {v} zoom | {v}变焦 | optical zoom; 光学变焦; 变焦倍数
sensor | sensor | sensor | 传感器 | {a:v} {v} sensor | has {a:v} {v} sensor | {v}传感器 | image sensor; sensor size; sensor type; 图像传感器; 画幅
connectivity | connect | connectivity | 连接方式 | | connects over {v} | 支持{v}; 可接{v} | connection; connection type; wireless; wireless technology; connectivity technology; interface; network; 连接; 无线连接; 网络; 连接类型; 网络类型
ports | connect | ports | 接口 | | has ports for {v} | 配有{v}接口 | port; connectors; inputs; 端口; 插口; 扩展接口
power_source | energy | power source | 供电方式 | | runs on {v} | {v}供电 | power supply; powered by; energy source; battery type; 电源; 电源类型; 电源方式; 供电
compatibility | proper | compatibility | 兼容 | | works with {v} | 兼容{v}; 适配{v} | compatible with; works with; compatible devices; compatible models; fits; 兼容性; 适用型号; 适用机型; 适配机型; 适配; 兼容设备
socket | proper | socket | 灯头 | {a:v} {v} socket | has {a:v} {v} socket | {v}灯头 | bulb base; lamp base; bulb socket; fitting; 灯头型号; 灯口; 灯座
water_rating | rating | water resistance | 防水等级 | | is water-resistant to {v} | {v}防水 | water resistance; water resistance rating; waterproof rating; ip rating; ingress protection; water resistance depth; 防水性能; 防水级别; 防护等级; 防水深度
travel_range | measure | range | 续航里程 | a range of {v} | has a range of {v} | 续航里程{v} | driving range; riding range; 续航距离
range | measure | range | 有效距离 | a range of {v} | has a range of {v} | 有效距离{v} | wireless range; operating range; bluetooth range; transmission distance; 传输距离; 蓝牙距离; 遥控距离
temperature | measure | temperature range | 温度范围 | a temperature range of {v} | works at {v} | 温度范围{v} | operating temperature; 使用温度; 适用温度
heat_resistance | measure | heat resistance | 耐温 | heat resistance up to {v} | withstands {v} | 耐温{v} | heat resistant to; heat resistant up to; 耐热温度; 耐高温
temperature_rating | measure | temperature rating | 温标 | a temperature rating of {v} | is rated to {v} | 温标{v} | comfort temperature; 舒适温标
"""
