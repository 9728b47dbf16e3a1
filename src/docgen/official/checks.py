"""What an official paper owes by the rules of office: recipients, signer, contact, number, phrases.

《党政机关公文处理工作条例》 art. 8, 9, 15 and GB/T 9704 7.2, 7.3; the codes are those of the format's
own checks, because the clause is the same.
"""

import re
from collections.abc import Iterator
from datetime import date

from docgen.findings import Severity
from docgen.official.check import Hit, check
from docgen.official.genres import GENRES, ORDER, ORDINARY, genre_named
from docgen.official.models import PaperRecord
from docgen.official.numbers import is_order_number, is_serial, tidy_number
from docgen.official.printed import Printed
from docgen.records.texts import Noted, doc_no
from docgen.text.width import width_em

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_REQUESTS = re.compile(
    r"妥否|当否|可否|请(?:予)?(?:批示|批复|批准|审批|审定)|请(?:予以|给予|帮助|协调)?(?:解决|支持|拨付|核拨)|请求(?:批准|解决|拨|给予)"
)
_SEVERAL_MATTERS = re.compile(r"(?:两|二|三|四|五|几|若干|多)(?:项|个|件)|等(?:事项|事宜|问题)|有关问题")
_SUBORDINATES = re.compile(r"^各|所属|下属|直属(?:单位|支部|机构)|党支部$")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★?(?:\d+年|\d+个月|长期))?")
_DAY = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日")
_FOR_ALL = ("公报", "公告", "通告")
_TITLE_ROWS_MAX = 5
_TITLE_CHARS_PER_ROW = 20
_FREE_TITLES = ("决议", "公报", "公告", "通告", "命令", "纪要")


@check("S01", _ERROR, "在“主送机关”里只写一个上级机关；需要同时送的写在“抄送机关”")
def one_recipient_upward(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """请示只写一个主送机关；其他上行文原则上也只主送一个（《条例》第十五条）。"""
    count = len(record.recipients)
    if record.genre == "请示" and count != 1:
        yield Hit(
            "recipients", f"请示只能有一个主送机关，现在写了 {count} 个" if count else "请示没有写主送机关"
        )


@check("S01", _WARNING, "上行文一般只写一个主送机关，其余的写在“抄送机关”")
def one_recipient_of_reports(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """报告和其他上行文原则上只主送一个上级机关（《条例》第十五条）。"""
    count = len(record.recipients)
    if paper.is_upward and record.genre != "请示" and count != 1:
        told = f"上行文写了 {count} 个主送机关" if count else "上行文没有写主送机关"
        yield Hit("recipients", told)


@check("S02", _ERROR, "请把请求的内容另写一份请示，报告里只说情况")
def no_request_in_a_report(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """报告不得夹带请示事项（《条例》第十五条）。

    错误：某报告的结尾写“妥否，请批示”。
    """
    if record.genre != "报告":
        return
    for piece in paper.body:
        found = _REQUESTS.search(piece.text)
        if found:
            yield Hit("body", f"报告里写了请求的话“{found[0]}”")
            return


@check("S03", _WARNING, "请按一文一事分写成几份请示")
def one_matter_in_a_request(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """请示应当一文一事（《条例》第十五条）。"""
    if record.genre == "请示" and _SEVERAL_MATTERS.search(record.title):
        yield Hit("title", "从标题看，这份请示不止一件事")


@check("S04", _WARNING, "请从“抄送机关”里去掉下级机关")
def no_copy_downward(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """上行文不抄送下级机关（《条例》第十五条）。"""
    if not paper.is_upward:
        return
    for at, name in enumerate(record.copies_to):
        if _SUBORDINATES.search(name):
            yield Hit(f"copies_to[{at}]", f"上行文抄送了“{name}”，看起来是下级机关")


@check("S05", _WARNING, "请在正文开头写明来文的标题和字号，例如“你支部《关于××的请示》（××〔2012〕3号）收悉”")
def reply_quotes_its_request(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """批复引用来文（请示）的标题和发文字号。"""
    if record.genre != "批复":
        return
    text = "".join(piece.text for piece in paper.body)
    asked = record.in_reply_to
    if asked.title and asked.title.strip("《》") not in text:
        yield Hit("body", f"正文没有提到来文《{asked.title.strip('《》')}》")
    if asked.number and tidy_number(asked.number) not in text:
        yield Hit("body", f"正文没有提到来文的字号“{tidy_number(asked.number)}”")
    if not asked and text and not re.search(r"《[^》]*请示》", text):
        yield Hit("body", "批复没有提到是答复哪一份请示")


@check("S06", _ERROR, "请写上“签发人”；几个机关联合行文的，每个机关写一个")
def upward_paper_has_a_signer(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """上行文应当标注签发人姓名（《条例》第九条）。"""
    if paper.is_upward and not any(one.name for one in record.signers):
        yield Hit("signers", f"{record.genre}是上行文，没有写签发人")


@check("S07", _WARNING, "请换成与文种相称的结束语，或者去掉它")
def ending_suits_the_genre(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """结束语与文种一致：请示用“妥否，请批示”，通知用“特此通知”，批复用“此复”。"""
    texts = [piece.text for piece in paper.body if piece.text]
    if not texts or not record.genre:
        return
    last, own = texts[-1], genre_named(record.genre).endings
    for genre in GENRES.values():
        formal = [ending for ending in genre.endings if ending.startswith(("特此", "此复"))]
        wrong = next((one for one in formal if last.rstrip("。！").endswith(one) and one not in own), "")
        if wrong and genre.name != record.genre:
            yield Hit("body", f"{record.genre}的结束语写成了“{wrong}”")
            return


@check("S07", _WARNING, "请在正文最后加上“妥否，请批示。”一类的话")
def request_asks_at_its_end(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """请示以请求的话结束。"""
    texts = [piece.text for piece in paper.body if piece.text]
    if record.genre == "请示" and texts and not any(one in texts[-1] for one in GENRES["请示"].endings):
        yield Hit("body", "请示的最后没有“妥否，请批示”一类的话")


@check("S08", _ERROR, "请去掉“主送机关”：这种公文面向大家")
def no_recipient_of_what_is_for_all(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """公报、公告、通告面向社会，不写主送机关。"""
    if record.genre in _FOR_ALL and record.recipients:
        yield Hit("recipients", f"{record.genre}不写主送机关")


@check("S09", _ERROR, "请在“联系人”里写上姓名和电话")
def request_names_a_contact(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """请示在附注处注明联系人的姓名和电话。"""
    contact = record.contact
    if record.genre == "请示" and not (contact.name and contact.phone):
        lacking = "、".join(
            word for word, value in (("姓名", contact.name), ("电话", contact.phone)) if not value
        )
        yield Hit("contact", f"请示要注明联系人，还缺{lacking}")


@check("B03", _WARNING, "请写成“关于××的文种”，例如“关于做好××工作的通知”")
def title_names_its_genre(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """标题由发文机关名称、事由和文种组成，以文种结尾（《条例》第九条）。"""
    title = re.sub(r"[（(][^（）()]*[)）]$", "", "".join(record.title.split()))
    if not title or not record.genre or record.genre == "命令":
        return
    if not title.endswith(record.genre):
        yield Hit("title", f"标题没有以文种“{record.genre}”结尾")
    elif record.genre not in _FREE_TITLES and "关于" not in title:
        yield Hit("title", "标题里没有“关于”和事由")


@check("B02", _WARNING, "请把标题写短，细节写在正文里")
def title_has_few_rows(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """标题简要，排成几行的梯形或菱形；超过五行，首页就没有正文的位置（GB/T 9704 7.3.1、7.3.3）。"""
    rows = -(-width_em(record.title) // _TITLE_CHARS_PER_ROW)
    if rows > _TITLE_ROWS_MAX:
        yield Hit("title", f"标题太长，要排 {rows:g} 行以上")


@check("T04", _WARNING, "请去掉标题末尾的标点")
def title_ends_without_a_mark(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """标题末尾不用标点符号。"""
    if re.search(r"[。，；：！？、.,;:!?]\s*$", record.title):
        yield Hit("title", f"标题末尾多了“{record.title.rstrip()[-1]}”")


@check(
    "B06",
    _ERROR,
    "请把正文写在“正文”（body）里，或者用“正文文件”（body_file）指明 data/papers 里的文件",
)
def paper_has_a_text(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """公文有正文。"""
    if not paper.body:
        yield Hit("body_file" if record.body_file else "body", "没有正文")


@check("H01", _ERROR, "请写成六位数字，例如 000001")
def copy_number_has_six_digits(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """份号用六位阿拉伯数字（GB/T 9704 7.2.1）。"""
    if record.copy_no and not re.fullmatch(r"\d{6}", record.copy_no):
        yield Hit("copy_no", f"份号写成了“{record.copy_no}”")


@check("H01", _WARNING, "涉密公文请写上“份号”，例如 000001")
def secret_paper_has_a_copy_number(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """涉密公文应当标注份号（《条例》第九条）。"""
    if record.secrecy and not record.copy_no:
        yield Hit("secrecy", "写了密级，没有写份号")


@check("H02", _ERROR, "请写成“秘密”“机密★5年”这样的密级和保密期限")
def secrecy_is_one_of_three(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """密级是绝密、机密、秘密之一，后面可写保密期限（GB/T 9704 7.2.2）。"""
    if record.secrecy and not _SECRECY.fullmatch(record.secrecy.replace(" ", "")):
        yield Hit("secrecy", f"密级写成了“{record.secrecy}”")


@check("H07", _ERROR, "请写成“机关代字〔2012〕5号”；命令写成“第5号”")
def number_has_its_form(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """发文字号由机关代字、年份和序号组成：某发〔2012〕5号（GB/T 9704 7.2.5）。

    年份写全四位，用六角括号括入；序号不加“第”，不编虚位。括号和“第”写得不合规矩的，印出来时已经改正。
    """
    number = record.number
    if not number:
        return
    if record.format == ORDER:
        right = is_order_number(number)
    elif record.genre in _FOR_ALL and (is_order_number(number) or is_serial(number)):
        right = True  # 公告 are counted by themselves: 2025年第3号
    elif record.format == ORDINARY or not is_serial(number):
        tidied = doc_no(number)
        right = not isinstance(tidied, Noted) or all(fault.rule != "K13" for fault in tidied.faults)
    else:
        right = True
    if not right:
        yield Hit("number", f"发文字号写成了“{number}”")


@check("T03", _WARNING, "请核对正文里的日期")
def days_of_the_text_exist(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """正文里的日期是日历上有的。"""
    for piece in paper.body:
        for found in _DAY.finditer(piece.text):
            if not _exists(*map(int, found.groups())):
                yield Hit("body", f"正文里的“{found[0]}”，日历上没有这一天")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@check("T16", _ERROR, "请核对“成文日期”和“印发日期”")
def issued_after_it_was_signed(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """印发日期不早于成文日期。"""
    if record.date and record.issued_on and record.issued_on < record.date:
        yield Hit("issued_on", "印发日期早于成文日期")


@check("B18", _INFO, "定稿后请写上“成文日期”")
def paper_has_a_date(record: PaperRecord, paper: Printed) -> Iterator[Hit]:
    """成文日期是签发的日期；没有写的，公文上留空。"""
    if not record.date:
        yield Hit("date", "还没有成文日期，公文上先留空")
