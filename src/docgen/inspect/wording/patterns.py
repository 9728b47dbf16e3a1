"""The signs that text is made of, for the patterns of the rules about words."""

HAN = "一-鿿〇"
NUMERAL = "一二三四五六七八九十百"
YEAR = r"(?:19|20)\d{2}"
# An address on the web or in the mail, a path, a formula: half-width marks belong there.
FOREIGN = r"(?:https?://|www\.|ftp://)[^\s（）()“”《》，。；]+|(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗"
    "方俞任袁柳史唐费薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛狄米贝明戴宋庞熊纪"
    "舒屈项祝董梁杜阮蓝闵席季麻强贾路江童郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包石崔吉程邢裴陆荣"
    "翁段侯全甘武刘景龙叶白蒲鄂赖卓乔温庄晏柴瞿阎慕连习艾容向古易廖耿满匡国文寇广欧利蔚曾沙关肖付"
)
