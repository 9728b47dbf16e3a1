"""The shapes of words by which elements are known, faulty ones included: a number in wrong brackets
is still the number. White space is taken out before they are tried.
"""

import re

HAN_DIGITS = "〇○零一二三四五六七八九十"

COPY_NUMBER = re.compile(r"(?:份号|№|No\.?)?[:：]?\d{3,8}")
SECRECY = re.compile(
    r"(?:密级[:：])?(?:绝密|机密|秘密|[一-鿿]{0,3}(?:秘密|密件|密级?))"
    r"(?:[★☆*].*|\d.*|[一二三四五六七八九十]{1,3}(?:年|个?月)|长期)?"
)
URGENCY = re.compile(r"(?:紧急程度[:：])?(?:特急|加急|特提|平急|紧急|急)(?:件|文件|公文|电报)?")
NUMBER = re.compile(
    r"[一-鿿A-Za-z·、]{1,24}[\[(（〔［【{〈<]?(?:\d{4}|\d{2}|[〇○零一二三四五六七八九]{4})年?[\])）〕］】}〉>]?(?:[第字]?\d{1,6}号?|号)"
)
ISSUE = re.compile(
    r"[（(〔\[]?(?:\d{4}年)?第?[\d一二三四五六七八九十]{1,4}[期次号][)）〕\]]?|[〔\[(（]\d{4}[〕\])）]第?\d*号"
)
ORDER_NUMBER = re.compile(rf"第[\d{HAN_DIGITS}百]{{1,6}}号")
SIGNER = re.compile(r"签发人?[:：].*|签发人.{0,30}")
DATE = re.compile(
    rf"(?:[\d{HAN_DIGITS}]{{2,4}})?[年.\-/－．][\d{HAN_DIGITS}]{{0,3}}[月.\-/－．][\d{HAN_DIGITS}]{{0,3}}[日号]?"
    rf"|\d{{4}}年\d{{1,2}}月"
)
DATE_AT_END = re.compile(rf"[\d{HAN_DIGITS}]{{2,4}}年[\d{HAN_DIGITS}]{{1,3}}月[\d{HAN_DIGITS}]{{1,3}}[日号]$")
HEADINGS = (
    re.compile(r"[一二三四五六七八九十]{1,4}\s*[、.．，,：:]\s*\S"),
    re.compile(r"[（(]\s*[一二三四五六七八九十]{1,4}\s*[)）]\s*[、.，]?\s*\S"),
    re.compile(r"\d{1,2}\s*[.．、，,](?!\d)\s*\S"),
    re.compile(r"[（(]\s*\d{1,2}\s*[)）]\s*[、.，]?\s*\S"),
)
ATTACHMENT_NOTE = re.compile(r"附件[\d一二三四五六七八九十]{0,2}[:：].+|附件[:：]")
ATTACHMENT_ITEM = re.compile(r"\d{1,2}[.．、，,]\S.*")
ATTACHMENT_LABEL = re.compile(r"附件(?:[\d一二三四五六七八九十]{1,3})?[:：]?|附[\d一二三四五六七八九十]{0,2}")
UNBOUND_LABEL = re.compile(r".{2,24}号附件\d{0,2}")
COPY_TO = re.compile(r"(?:抄送|抄报|分送)[:：]?.*|抄送.*")
SEND_TO = re.compile(r"主送[:：].*")
IMPRINT = re.compile(rf".*[\d{HAN_DIGITS}日]印发|印发.*日")
ATTENDEES = re.compile(r"出席(?:人员|人|单位)?[:：].*")
LEAVE = re.compile(r"(?:请假|缺席)(?:人员|人|单位)?[:：].*")
OBSERVERS = re.compile(r"列席(?:人员|人|单位)?[:：].*")
# A note whose brackets were forgotten.
BARE_NOTE = re.compile(r"(?:此件|联系人|主动公开|依申请公开|不予公开).{0,60}")
BRACKETED = re.compile(r"[（(].*[)）]")
PAGE_NUMBER = re.compile(r"[—–\-－―─~～·.•第]*\d{1,4}[—–\-－―─~～·.•页]*|第\d+页(?:共\d+页)?|\d+/\d+")

GENRES = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|纪要"
)  # fmt: skip
GENRE_AT_END = re.compile(rf"(?:{GENRES})(?:[（(][^（）()]*[)）])?[。.！]?$")
_ORGAN_WORDS = (
    "委员会|党委|党组|总支部?|支部|政府|办公厅|办公室|人大|政协|纪委|法院|检察院|工会|共青团|妇联|协会|联合会|学会|"
    "厅|局|部|处|科|室|司|署|院|所|站|馆|社|队|厂|园|库|中心|公司|集团|医院|学校|大学|学院|中学|小学|银行|指挥部|"
    "领导小组|小组|街道|镇|乡|村|区|市|省|县|州|旗|盟|矿|港|台|店"
)
ORGAN = re.compile(rf"[一-鿿A-Za-z0-9（）()·“”]*(?:{_ORGAN_WORDS})")
RECIPIENT_WORDS = re.compile(
    rf"各|有关|{_ORGAN_WORDS}|单位|部门|人员|企业|同志|全体|职工|员工|党员|师生|居民|用户"
)
# A sentence that leads to what follows, not an address.
LEADS_ON = re.compile(
    r"(?:如下|以下|下列|要求|通知|公告|通告|函告|请示|报告|决定|规定|意见|批复|命令|事项|情况|是|为|有)[:：]$"
)
POST = re.compile(
    r".{0,30}?(?:省|市|县|区|州|旗|乡|镇|院|校|局|厅|部|处|会|军|师|检察|董事|委员)?"
    r"(?:长|书记|主任|主席|总理|经理|司令员|政委|总裁|董事)(?:[ \t　]+|\n)[一-鿿·]{1,2}[ 　]?[一-鿿·]{1,6}"
)
SENTENCE_END = re.compile(r"[。；;！!？?，,]$")


def solid(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def parts(text: str) -> list[str]:
    """The parts of a row that tabs or wide gaps hold apart, without white space."""
    found = (solid(part) for part in re.split(r"\t|\n|[ 　]{2,}|　", text))
    return [part for part in found if part]
