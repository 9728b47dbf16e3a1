"""Right official papers of every format, by our layout builder and typed plainly: what inspection must pass.

`RIGHT` names them; `typed_rows` gives the rows of a typed one, for tests that break a single thing.
"""

from dataclasses import replace
from functools import cache

from docgen.layout.profile import GLYPH, SETUP
from docgen.text.width import width_em
from support.layout import paper
from support.typed_paper import (
    CHAR,
    GLYPH_PAGE,
    HEITI,
    KAITI,
    TITLE_SONG,
    Page,
    Row,
    bottom_box,
    changed,
    docx_of,
)

ORGAN = "江州市水务集团有限公司"
SENTENCE = "各单位要明确责任分工，细化工作措施，加强督促检查，确保各项任务按期完成，并及时报送进展情况。"
RED = "FF0000"
_RED_LINE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{RED}"/></w:pBdr>'
_TOP_MARGIN_MM, _BEARING_MM, _TWIPS = 37.0, 0.6, 56.6929


def _blank(key: str) -> Row:
    return Row(key)


def _mark(text: str, *, rows_above: int, top_mm: float = 72.0, size: float = 44, page: Page) -> Row:
    """The mark with its ink at `top_mm`, under so many rows."""
    top = round((top_mm - _BEARING_MM) * _TWIPS) - page.top - rows_above * page.pitch
    size = min(size, 440 / len(text))
    return Row("mark", text, TITLE_SONG, round(size), "center", before=top, line=round(size) * 20, color=RED)


def _red_head(mark: str, number: str, page: Page, signers: str = "") -> list[Row]:
    head = [
        Row("copy_no", "000001", align="left"),
        Row("secrecy", "秘密★1年", HEITI, align="left"),
        Row("urgency", "特急", HEITI, align="left"),
        _mark(mark, rows_above=3, page=page),
        _blank("above_number1"),
        _blank("above_number2"),
    ]
    if not signers:
        return [*head, Row("number", number, align="center", border=_RED_LINE)]
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(27 * CHAR)}"/></w:tabs>'
    # A typed space moves the number in; an indent would take the red line's left end with it.
    parts = ((f"　{number}\t签发人：", {}), (signers, {"font": KAITI}))
    return [*head, Row("number", parts=parts, align="left", border=_RED_LINE, tabs=tab)]


def _title(*lines: str) -> list[Row]:
    rows = [
        Row(f"title{n}" if n else "title", line, TITLE_SONG, 22, "center") for n, line in enumerate(lines)
    ]
    return [_blank("above_title1"), _blank("above_title2"), *rows]


def _recipients(text: str) -> list[Row]:
    return [_blank("above_recipients"), Row("recipients", text)]


def _body(pages: int) -> list[Row]:
    """All four levels, and as much text as the pages want."""
    rows = [
        Row("lead", "为进一步加强供水安全管理，保障全市居民正常用水，现将有关事项通知如下。", first=2),
        Row("heading1", "一、提高思想认识", HEITI, first=2),
        Row("body1", SENTENCE, first=2),
        Row("heading2", "（一）加强组织领导", KAITI, first=2),
        Row("body2", SENTENCE, first=2),
    ]
    if pages > 1:
        rows += [
            Row("heading3", "1.落实责任。" + SENTENCE, first=2),
            Row("heading4", "（1）建立台账。" + SENTENCE, first=2),
            Row("heading3b", "2.加强检查。" + SENTENCE, first=2),
            Row("heading2b", "（二）严格工作纪律", KAITI, first=2),
            Row("heading1b", "二、强化监督检查", HEITI, first=2),
            *(Row(f"filler{n}", SENTENCE * 2, first=2) for n in range((pages - 1) * 5 - 1)),
        ]
    return rows


def _attachment_note(count: int) -> list[Row]:
    if count == 1:
        return [_blank("above_note"), Row("note1", "附件：供水安全检查表", left=5, first=-3)]
    rows = [_blank("above_note"), Row("note1", "附件：1.供水安全检查表", left=6.5, first=-4.5)]
    return rows + [Row(f"note{n}", f"{n}.整改情况统计表", left=6.5, first=-1.5) for n in range(2, count + 1)]


def _signature(organ: str, date: str, *, sealed: bool) -> list[Row]:
    name, day = width_em(organ), width_em(date)
    if sealed:
        date_right, name_right = 4.0, 4 + (day - name) / 2
        shift = max(0.0, -name_right)
        date_right, name_right = date_right + shift, name_right + shift
    elif name >= day:
        date_right, name_right = name - day, 2.0
    else:
        date_right, name_right = 2.0, 4 + day - name
    blanks = [_blank(f"above_signature{n}") for n in range(2 if sealed else 1)]
    return [
        *blanks,
        Row("signature", organ, align="right", right=name_right),
        Row("date", date, align="right", right=date_right),
    ]


def _attachments(count: int) -> list[Row]:
    rows: list[Row] = []
    for number in range(1, count + 1):
        name = "供水安全检查表" if number == 1 else "整改情况统计表"
        label = "附件" if count == 1 else f"附件{number}"
        rows += [
            Row(f"label{number}", label, HEITI, align="left", new_page=True),
            _blank(f"above_attachment{number}"),
            Row(f"attachment{number}", name, TITLE_SONG, 22, "center"),
            _blank(f"under_attachment{number}"),
            Row(f"attached{number}", SENTENCE, first=2),
        ]
    return rows


def imprint_rows(copies: str) -> list[Row]:
    thick, thin = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{sz}" w:space="0" w:color="000000"/></w:pBdr>'
        for sz in (8, 6)
    )
    tab = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
    rows = [Row("line", size=1, line=20, border=thick)]
    side = 280 / CHAR
    if copies:
        rows += [
            Row(
                "copies",
                copies,
                size=14,
                line=500,
                left=side + 3 * 280 / CHAR,
                first=-3 * 280 / CHAR,
                right=side,
            ),
            Row("line", size=1, line=20, border=thin),
        ]
    return [
        *rows,
        Row(
            "issuer",
            f"{ORGAN}办公室\t2026年3月3日印发",
            size=14,
            line=500,
            align="left",
            left=side,
            right=side,
            tabs=tab,
        ),
        Row("line", size=1, line=20, border=thick),
    ]


def _imprint(
    copies: str = "抄送：江州市住房和城乡建设局，江州市应急管理局。", /, **changes: dict
) -> list[Row]:
    rows = [replace(row, **changes.get(row.key, {})) for row in imprint_rows(copies)]
    height_mm = sum(row.line or 0 for row in rows) / _TWIPS + 0.2 * len(rows)
    return [Row("imprint", size=1, line=20, extra=bottom_box(rows, height_mm))]


def ordinary_rows(
    *,
    pages: int = 1,
    sealed: bool = True,
    attachments: int = 0,
    page: Page | None = None,
    date: str = "2026年3月2日",
    **imprint: dict,
) -> tuple[Row, ...]:
    """A 通知, typed."""
    return (
        *_red_head(f"{ORGAN}文件", "江水集发〔2026〕7号", page or Page()),
        *_title("关于加强供水安全管理工作的通知"),
        *_recipients("各分公司、各科室："),
        *_body(pages),
        *(_attachment_note(attachments) if attachments else []),
        *_signature(ORGAN, date, sealed=sealed),
        Row("remark", "（此件公开发布）", first=2),
        *_attachments(attachments),
        *_imprint(**imprint),
    )


def _late_rows() -> tuple[Row, ...]:
    """Of the last day of a year, whose date is as long as a date can be."""
    issuer = {"text": f"{ORGAN}办公室\t2026年12月31日印发"}
    return ordinary_rows(pages=5, date="2026年12月31日", issuer=issuer)


def upward_rows(*, signers: str = "王建国", page: Page | None = None) -> tuple[Row, ...]:
    """A 请示, typed."""
    return (
        *_red_head(f"{ORGAN}文件", "江水集〔2026〕12号", page or Page(), signers),
        *_title("关于申请增设城南供水服务站的", "请示"),
        *_recipients("江州市人民政府："),
        Row(
            "lead",
            "随着城南新区人口增加，现有供水服务网点已不能满足需要，拟增设城南供水服务站一处。",
            first=2,
        ),
        Row("body1", "妥否，请批示。", first=2),
        *_signature(ORGAN, "2026年12月15日", sealed=True),
        Row("remark", "（联系人：李明，电话：0551-1234567）", first=2),
        *_imprint("", issuer={"text": f"{ORGAN}办公室\t2026年12月16日印发"}),
    )


def letter_rows(page: Page | None = None) -> tuple[Row, ...]:
    """A 函 in the format of letters, typed: the mark in a frame, the lines drawn."""
    frame = (
        '<w:framePr w:w="8844" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        'w:x="1588" w:y="1667"/>'
    )
    lines = (
        drawn_line(46.9, 2.25) + drawn_line(48.0, 0.75) + drawn_line(275.9, 0.75) + drawn_line(276.7, 2.25)
    )
    top = round((52.9 - 2.3 - (page or Page()).top / _TWIPS) * _TWIPS)
    return (
        Row("mark", ORGAN, TITLE_SONG, 36, "center", line=720, color=RED, frame=frame),
        Row("number", "江水集函〔2026〕5号", align="right", before=top, extra=lines),
        *_title("关于商请协助开展管网普查的函"),
        *_recipients("江州市自然资源局："),
        Row(
            "lead",
            "为做好城区供水管网普查工作，商请贵局提供有关地下管线资料，并派员协助现场核对。",
            first=2,
        ),
        Row("body1", "专此函达，请予支持。", first=2),
        *_signature(ORGAN, "2026年3月2日", sealed=True),
    )


def drawn_line(y_mm: float, width_pt: float) -> str:
    y_pt = y_mm / 25.4 * 72
    return (
        '<w:r><w:pict><v:line style="position:absolute;z-index:3;mso-position-horizontal-relative:page;'
        f'mso-position-vertical-relative:page" from="59.53pt,{y_pt:.2f}pt" to="541.42pt,{y_pt:.2f}pt" '
        f'strokecolor="red" strokeweight="{width_pt}pt"/></w:pict></w:r>'
    )


def order_rows(page: Page | None = None) -> tuple[Row, ...]:
    """A 令, typed."""
    page = page or Page()
    return (
        _mark("江州市人民政府令", rows_above=0, top_mm=57, page=page),
        _blank("above_number1"),
        _blank("above_number2"),
        Row("number", "第8号", align="center"),
        _blank("above_body1"),
        _blank("above_body2"),
        Row(
            "lead",
            "《江州市城市供水管理办法》已经市人民政府常务会议通过，现予公布，自2026年5月1日起施行。",
            first=2,
        ),
        _blank("above_post1"),
        _blank("above_post2"),
        Row("post", "市长　　王建国", align="right", right=4),
        _blank("above_date"),
        Row("date", "2026年3月2日", align="right", right=4),
    )


def minutes_rows(page: Page | None = None) -> tuple[Row, ...]:
    """A 纪要, typed."""
    page = page or Page()
    return (
        _mark("江州市水务集团会议纪要", rows_above=0, page=page),
        _blank("above_number1"),
        _blank("above_number2"),
        Row("number", "〔2026〕3号", align="center", border=_RED_LINE),
        *_title("关于研究供水安全工作的会议纪要"),
        _blank("under_title"),
        Row(
            "lead",
            "2026年3月2日，集团召开会议，研究供水安全管理工作。现将会议议定事项纪要如下。",
            first=2,
        ),
        Row("heading1", "一、关于管网改造", HEITI, first=2),
        Row("body1", SENTENCE, first=2),
        _blank("above_present"),
        Row("present", parts=(("出席：", {"font": HEITI}), ("王建国、李明、张华", {})), left=5, first=-3),
        Row("leave", parts=(("请假：", {"font": HEITI}), ("赵强", {})), left=5, first=-3),
        Row("observers", parts=(("列席：", {"font": HEITI}), ("孙丽、周杰", {})), left=5, first=-3),
        *_imprint("抄送：江州市住房和城乡建设局。"),
    )


_SYSTEM_FONTS = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "方正小标宋_GBK"}
_LATIN_NAMES = {
    "仿宋_GB2312": "FangSong",
    "楷体_GB2312": "KaiTi",
    "黑体": "SimHei",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
}

_HEAD = """
- red_head:
    {mark: "{{ mark }}", number: 滨大党发〔2026〕3号, copy_no: "000001", secrecy: 秘密★1年, urgency: 加急}
"""
_REST = """
- title: 关于开展基层党组织集中整改工作的通知
- recipients: "各党支部、各部门："
- text: "{{ body }}"
"""
_END = """
- imprint: {copy_to: "学校办公室，学校工会。", issuer: 滨江大学党委办公室, date: 2026年3月3日}
"""
_BUILT_BODY = (
    f"为扎实推进集中整改工作，现将有关事项通知如下。\n一、总体要求\n{SENTENCE}\n（一）加强领导\n{SENTENCE}"
    + "\n1.落实责任。" + SENTENCE + "\n（1）建立台账。" + SENTENCE
)  # fmt: skip


def _built(
    rows: str, layout: str = "plain", *, glyph: bool = False, pages: int = 1, **context: object
) -> bytes:
    body = "\n".join([_BUILT_BODY, *[SENTENCE * 2] * (5 * (pages - 1) - (2 if pages > 1 else 0))])
    return paper(rows, layout, profile=GLYPH if glyph else SETUP, **({"body": body} | context))


def _built_ordinary(organs: int = 1, *, pages: int = 1, sealed: bool = True, glyph: bool = False) -> bytes:
    names = ("中共滨江大学委员会", "滨江市教育局", "滨江市人力资源和社会保障局", "滨江市财政局")[:organs]
    end = f"- signature: {{org: '{{{{ organs }}}}', date: 2026年3月2日, sealed: {str(sealed).lower()}}}\n"
    mark = f"{names[0]}文件" if organs == 1 else "\n".join((*names, "文件"))
    return _built(_HEAD + _REST + end + _END, glyph=glyph, pages=pages, mark=mark, organs="\n".join(names))


_BUILT_ATTACHED = _HEAD + _REST + """
- attachment_note: [集中整改任务表, 集中整改情况统计表]
- signature: {org: 中共滨江大学委员会, date: 2026年12月12日}
- note: （此件发至各党支部）
- attachment: {number: 1, title: 集中整改任务表, blocks: [{text: "{{ body }}"}]}
- attachment: {number: 2, title: 集中整改情况统计表, blocks: [{text: "{{ body }}"}]}
""" + _END.replace("2026年3月3日", "2026年12月15日")  # fmt: skip
_BUILT_UPWARD = """
- red_head: {mark: 中共滨江大学委员会文件, number: 滨大党〔2026〕3号, signers: "{{ signers }}"}
- title: 关于增加党建工作经费的请示
- recipients: "中共滨江市委："
- text: "为做好党建工作，拟增加经费。\\n妥否，请批示。"
- signature: {org: 中共滨江大学委员会, date: 2026年3月2日}
- imprint: {issuer: 滨江大学党委办公室, date: 2026年3月3日}
"""
_BUILT_LETTER = """
- letter_head: {mark: 中共滨江大学委员会, number: 滨大党函〔2026〕3号, copy_no: "000001", secrecy: 秘密★1年}
- title: 关于协调解决实验楼漏水问题的函
- recipients: "后勤管理处："
- text: "{{ body }}"
- signature: {org: 中共滨江大学委员会, date: 2026年6月15日}
- imprint: {copy_to: 基建处。}
"""
_BUILT_ORDER = """
- order_head: {mark: 滨江市人民政府令, number: 第5号}
- text: 现公布《滨江市城市供水管理办法》，自2026年7月1日起施行。
- signature_stamp: {post: 市长, name: 张大明, date: 2026年6月15日}
"""
_BUILT_MINUTES = """
- minutes_head: {mark: 滨江大学党委会议纪要, number: 〔2026〕5号}
- text: "{{ body }}"
- attendees: {出席: 王建国、李明、张华, 请假: 赵强, 列席: 孙丽}
- imprint: {copy_to: 学校办公室。, issuer: 滨江大学党委办公室, date: 2026年3月3日}
"""

RIGHT = {
    "typed ordinary": lambda: docx_of(
        changed(ordinary_rows(), heading1=None, body1=None, heading2=None, body2=None)
    ),
    "typed ordinary unsealed, spaces": lambda: docx_of(
        ordinary_rows(sealed=False, pages=2), Page(indent="spaces", fonts=_SYSTEM_FONTS)
    ),
    "typed ordinary, 2 attachments, twips": lambda: docx_of(
        ordinary_rows(attachments=2, pages=3), Page(indent="twips", fonts=_LATIN_NAMES)
    ),
    "typed ordinary, 1 attachment, glyph": lambda: docx_of(
        ordinary_rows(attachments=1, pages=2, page=GLYPH_PAGE), GLYPH_PAGE
    ),
    "typed ordinary, 5 pages": lambda: docx_of(_late_rows()),
    "typed upward": lambda: docx_of(upward_rows()),
    "typed letter": lambda: docx_of(letter_rows(), Page(first_page_bare=True)),
    "typed order": lambda: docx_of(order_rows()),
    "typed minutes": lambda: docx_of(minutes_rows()),
    "built ordinary": _built_ordinary,
    "built ordinary, 3 pages": lambda: _built_ordinary(pages=3),
    "built ordinary unsealed, glyph": lambda: _built_ordinary(sealed=False, glyph=True, pages=2),
    "built by 2 organs": lambda: _built_ordinary(2),
    "built by 4 organs, 5 pages": lambda: _built_ordinary(4, pages=5),
    "built with attachments": lambda: _built(_BUILT_ATTACHED, mark="中共滨江大学委员会文件"),
    "built upward": lambda: _built(_BUILT_UPWARD, signers="王建国"),
    "built upward, 3 signers": lambda: _built(_BUILT_UPWARD, signers="王建国、李明、欧阳景和"),
    "built letter": lambda: _built(_BUILT_LETTER, "letter"),
    "built letter, 2 pages, glyph": lambda: _built(_BUILT_LETTER, "letter", glyph=True, pages=2),
    "built order": lambda: _built(_BUILT_ORDER),
    "built minutes": lambda: _built(_BUILT_MINUTES),
}
FORMATS = {
    name: next((label for word, label in (
        ("upward", "上行文"), ("letter", "信函"), ("order,", "命令（令）"), ("minutes", "纪要"),
    ) if word in f"{name},"), "普通公文")
    for name in RIGHT
}  # fmt: skip


@cache
def right(name: str) -> bytes:
    """The right paper of that name, made once in a run."""
    return RIGHT[name]()
