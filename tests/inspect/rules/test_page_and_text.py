"""Page, text and page numbers of a document: broken in one way, exactly that rule speaks (P, B, N)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from docgen.inspect.deviation import Deviation
from docgen.inspect.document import read_document
from docgen.inspect.elements import Element
from docgen.inspect.house import House
from docgen.inspect.rules import all_rules
from docgen.inspect.seeing import seen_of
from support.official_documents import (
    FORMATS,
    RIGHT,
    SENTENCE,
    minutes_rows,
    order_rows,
    ordinary_rows,
    right,
    upward_rows,
)
from support.typed_paper import FANGSONG, HEITI, KAITI, TITLE_SONG, Page, Row, changed, docx_of, inserted

RULES = [entry for entry in all_rules() if entry.rule.code[0] in "PBN"]


def deviations(docx: bytes) -> list[Deviation]:
    seen = seen_of(read_document(docx, "公文.docx"), None, House())
    return [one for entry in RULES if entry.in_document for one in entry.in_document(seen)]


def codes(docx: bytes) -> set[str]:
    return {one.rule.code for one in deviations(docx)}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_paper_has_no_deviation_and_is_taken_for_what_it_is(name):
    seen = seen_of(read_document(right(name), name), None, House())

    assert seen.format == FORMATS[name]
    assert deviations(right(name)) == []


def ordinary(
    page: Page | None = None, *, pages=2, attachments=0, sealed=True, date="2026年3月2日", **changes
):
    rows = ordinary_rows(pages=pages, attachments=attachments, sealed=sealed, date=date)
    return docx_of(changed(rows, **changes), page)


def unsealed(**changes) -> bytes:
    return docx_of(changed(ordinary_rows(sealed=False), **changes))


def with_rows(before: str, *rows: Row, pages=2, attachments=0) -> bytes:
    return docx_of(inserted(ordinary_rows(pages=pages, attachments=attachments), before, *rows))


def every_body(**change) -> bytes:
    rows = ordinary_rows(pages=2)
    return docx_of(
        tuple(replace(row, **change) if row.first == 2 and row.key != "remark" else row for row in rows)
    )


def title(*rows: str) -> bytes:
    first = Row("title", rows[0], TITLE_SONG, 22, "center")
    more = [replace(first, key=f"row{at}", text=row) for at, row in enumerate(rows[1:])]
    kept = ordinary_rows(pages=2)
    at = next(at for at, row in enumerate(kept) if row.key == "title")
    return docx_of((*kept[:at], first, *more, *kept[at + 1 :]))


_SECOND = ("label2", "above_attachment2", "attachment2", "under_attachment2", "attached2")

BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "Letter paper": ("P01", lambda: ordinary(Page(width=12240, height=15840))),
    "B5 paper": ("P01", lambda: ordinary(Page(width=9979, height=14175))),
    "top margin of Word": ("P02", lambda: ordinary(Page(top=1440))),
    "top margin 39 mm": ("P02", lambda: ordinary(Page(top=2211))),
    "left margin of Word": ("P03", lambda: ordinary(Page(left=1800))),
    "left margin 26 mm": ("P03", lambda: ordinary(Page(left=1474))),
    "a gutter": ("P03", lambda: ordinary(Page(gutter=284))),
    "right margin 28 mm": ("P04", lambda: ordinary(Page(right=1588))),
    "bottom margin of Word": ("P04", lambda: ordinary(Page(bottom=1440))),
    "text in 宋体": ("P05", lambda: ordinary(Page(fonts={FANGSONG: "宋体"}))),
    "text in 小三": ("P05", lambda: every_body(size=15, spacing=0)),
    "rows of 29 points": ("P06", lambda: ordinary(Page(pitch=580))),
    "rows of 30 points": ("P06", lambda: every_body(line=600)),
    "rows of 25 points": ("P06", lambda: every_body(line=500)),
    "space after paragraphs": ("P06", lambda: every_body(before=160)),
    "wide characters": ("P07", lambda: every_body(spacing=20)),
    "narrow characters": ("P07", lambda: every_body(spacing=-20)),
    "a blue sentence": ("P09", lambda: ordinary(body1={"color": "0070C0"})),
    "a red sentence": ("P09", lambda: ordinary(body1={"color": "FF0000"})),
    "a red title": ("P09", lambda: ordinary(title={"color": "FF0000"})),
    "title in 小二": ("B01", lambda: ordinary(title={"size": 18})),
    "title in 黑体": ("B01", lambda: ordinary(title={"font": HEITI})),
    "title in bold": ("B01", lambda: ordinary(title={"bold": True})),
    "title at the left": ("B01", lambda: ordinary(title={"align": "left"})),
    "title right under the line": ("B01", lambda: ordinary(above_title1=None, above_title2=None)),
    "title one row under the line": ("B01", lambda: ordinary(above_title1=None)),
    "title in a rectangle": ("B02", lambda: title("关于加强供水安全管理", "和节约用水工作的通知")),
    "title in an hourglass": ("B02", lambda: title("关于进一步加强供水", "安全管理", "和节约用水工作的通知")),
    "title torn in a word": ("B02", lambda: title("关于加强供水安全管理工作的通", "知")),
    "title without genre": ("B03", lambda: ordinary(title={"text": "关于加强供水安全管理工作的安排"})),
    "title without 关于": ("B03", lambda: ordinary(title={"text": "加强供水安全管理工作的通知"})),
    "recipients indented": ("B04", lambda: ordinary(recipients={"first": 2})),
    "recipients centred": ("B04", lambda: ordinary(recipients={"align": "center"})),
    "recipients in 黑体": ("B04", lambda: ordinary(recipients={"font": HEITI})),
    "recipients right under the title": ("B04", lambda: ordinary(above_recipients=None)),
    "a paragraph without indent": ("B06", lambda: ordinary(body1={"first": 0})),
    "a paragraph four characters in": ("B06", lambda: ordinary(body1={"first": 4})),
    "all paragraphs without indent": ("B06", lambda: every_body(first=0)),
    "a paragraph moved in": ("B06", lambda: ordinary(body1={"left": 2, "first": 0})),
    "a paragraph in 楷体": ("B06", lambda: ordinary(body1={"font": KAITI})),
    "a paragraph in 四号": ("B06", lambda: ordinary(body1={"size": 14})),
    "a bold paragraph": ("B06", lambda: ordinary(body1={"bold": True})),
    "一级 in 仿宋": ("B07", lambda: ordinary(heading1={"font": FANGSONG})),
    "一级 in bold": ("B07", lambda: ordinary(heading1={"bold": True})),
    "一级 in 小三": ("B07", lambda: ordinary(heading1={"size": 15})),
    "二级 in 仿宋": ("B08", lambda: ordinary(heading2={"font": FANGSONG})),
    "二级 in 黑体": ("B08", lambda: ordinary(heading2={"font": HEITI})),
    "三级 in 黑体": ("B09", lambda: ordinary(heading3={"font": HEITI})),
    "四级 in 楷体": ("B10", lambda: ordinary(heading4={"font": KAITI})),
    "一、三、": ("B11", lambda: ordinary(heading1b={"text": "三、强化监督检查"})),
    "（一）（一）": ("B11", lambda: ordinary(heading2b={"text": "（一）严格工作纪律"})),
    "1. 3.": ("B11", lambda: ordinary(heading3b={"text": f"3.加强检查。{SENTENCE}"})),
    "note without indent": ("B12", lambda: ordinary(attachments=1, note1={"left": 3})),
    "note right under the text": ("B12", lambda: ordinary(attachments=1, above_note=None)),
    "second name under 附件": ("B12", lambda: ordinary(attachments=2, note2={"left": 3.5})),
    "date right six characters": ("B13", lambda: docx_of(changed(ordinary_rows(), date={"right": 6}))),
    "name off the date's middle": ("B13", lambda: ordinary(signature={"right": 4})),
    "no name over the date": ("B13", lambda: ordinary(signature=None)),
    "date at the right edge": ("B15", lambda: unsealed(date={"right": 0})),
    "name and date both two in": ("B15", lambda: unsealed(date={"right": 2})),
    "name right under the text": ("B15", lambda: ordinary(above_signature0=None, above_signature1=None)),
    "date in Han": ("B18", lambda: ordinary(date="二〇二六年三月二日")),
    "date padded": ("B18", lambda: ordinary(date="2026年03月02日")),
    "date with dots": ("B18", lambda: ordinary(date="2026.3.2")),
    "30 February": ("B18", lambda: ordinary(date="2026年2月30日")),
    "year of two digits": ("B18", lambda: ordinary(date="26年3月2日")),
    "no date": ("B18", lambda: docx_of(changed(ordinary_rows(), date=None))),
    "此页无正文": ("B19", lambda: with_rows("above_signature0", Row("none", "（此页无正文）", first=2))),
    "note without indent (附注)": ("B20", lambda: ordinary(remark={"first": 0})),
    "half-width brackets (附注)": ("B20", lambda: ordinary(remark={"text": "(此件公开发布)"})),
    "attachment on the same page": ("B21", lambda: ordinary(attachments=1, label1={"new_page": False})),
    "label in 仿宋": ("B21", lambda: ordinary(attachments=1, label1={"font": FANGSONG})),
    "label in the middle": ("B21", lambda: ordinary(attachments=1, label1={"align": "center"})),
    "attachment title at the left": ("B21", lambda: ordinary(attachments=1, attachment1={"align": "left"})),
    "attachment title in row 2": ("B21", lambda: ordinary(attachments=1, above_attachment1=None)),
    "another title than the note's": ("B21", lambda: ordinary(attachments=2, attachment2={"text": "情况表"})),
    "附件1 附件3": ("B21", lambda: ordinary(attachments=2, label2={"text": "附件3"})),
    "second attachment without number": ("B21", lambda: ordinary(attachments=2, label2={"text": "附件"})),
    "one attachment numbered": ("B21", lambda: ordinary(attachments=1, label1={"text": "附件1"})),
    "附件1, 附件2 named, one bound": (
        "B21",
        lambda: docx_of(changed(ordinary_rows(attachments=2), **dict.fromkeys(_SECOND))),
    ),
    "附件 forgotten above the attachment": (
        "B21",
        lambda: ordinary(attachments=1, label1=None, above_attachment1={"new_page": True}),
    ),
    "附件一": ("B21", lambda: ordinary(attachments=2, label1={"text": "附件一"})),
    "an attachment's title in 黑体": ("B21", lambda: ordinary(attachments=1, attachment1={"font": HEITI})),
    "an attachment's title in 三号": ("B21", lambda: ordinary(attachments=1, attachment1={"size": 16})),
    "an attachment that nothing announces": (
        "B12",
        lambda: ordinary(attachments=1, above_note=None, note1=None),
    ),
    "name in 宋体": ("P05", lambda: ordinary(signature={"font": "宋体"})),
    "date in bold": ("P05", lambda: docx_of(changed(ordinary_rows(), date={"bold": True}))),
    "recipients in bold": ("B04", lambda: ordinary(recipients={"bold": True})),
    "no page number": ("N01", lambda: ordinary(Page(has_number=False))),
    "page number with hyphens": ("N01", lambda: ordinary(Page(number_text=("- ", " -")))),
    "page number bare": ("N01", lambda: ordinary(Page(number_text=("", "")))),
    "page number in 第页": ("N01", lambda: ordinary(Page(number_text=("第", "页")))),
    "page number in Times": ("N01", lambda: ordinary(Page(number_font="Times New Roman"))),
    "page number in 小五": ("N01", lambda: ordinary(Page(number_size=9))),
    "page number low": ("N02", lambda: ordinary(Page(footer=992))),
    "page number high": ("N02", lambda: ordinary(Page(footer=1760))),
    "page number in the middle": ("N03", lambda: ordinary(Page(odd_align="center", even_align="center"))),
    "page numbers all right": ("N03", lambda: ordinary(Page(even_align="right"), pages=3)),
    "no even footers": ("N03", lambda: ordinary(Page(even_and_odd=False), pages=4)),
    "page number at the edge": ("N03", lambda: ordinary(Page(number_indent=0))),
    "pages from 5": ("N05", lambda: ordinary(Page(number_start=5))),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_paper_broken_in_one_way_has_exactly_that_rule_speak(name):
    code, make = BROKEN[name]

    assert codes(make()) == {code}


def test_a_numbered_sentence_of_the_text_may_be_in_fangsong_but_not_in_kaiti():
    ruling = "一、同意设立江州市第三水厂，为所属事业单位，核定编制35名。"

    assert codes(ordinary(heading1={"text": ruling, "font": FANGSONG})) == set()
    assert codes(ordinary(heading1={"text": ruling, "font": KAITI})) == {"B07"}


@pytest.mark.parametrize(
    ("written", "severity", "remedy"),
    [
        ("2026年03月02日", "错误", "请写成“2026年3月2日”"),
        ("2026.3.2", "错误", "请写成“2026年3月2日”"),
        ("2026年2月30日", "错误", "请核对成文日期"),
        ("二〇二六年三月二日", "错误", "请写成“2026年3月1日”的样子"),
        ("2026年　月　日", "提示", "定稿时请填上月、日"),
        ("2026年3月　日", "提示", "定稿时请填上月、日"),
    ],
)
def test_a_date_is_told_how_it_should_be_written(written, severity, remedy):
    (found,) = deviations(ordinary(date=written))

    assert (found.rule.code, found.weight.severity.label, found.remedy) == ("B18", severity, remedy)


def test_an_orders_date_at_the_edge_is_told():
    assert codes(docx_of(changed(order_rows(), date={"right": 0}))) == {"B17"}


def test_every_deviation_says_what_to_do_and_where_it_applies():
    found = [one for _, make in BROKEN.values() for one in deviations(make())]

    assert all(one.message and one.remedy and one.found for one in found)
    assert not [one.message for one in found if one.message.endswith("。")]


@pytest.mark.parametrize("rows", [ordinary_rows(), upward_rows(), minutes_rows(), order_rows()], ids=len)
def test_fonts_by_other_names_and_spaces_for_indents_are_right(rows):
    page = Page(indent="spaces", fonts={FANGSONG: "方正仿宋_GBK", KAITI: "华文楷体", HEITI: "方正黑体_GBK"})

    assert codes(docx_of(rows, page)) == set()


def test_a_form_or_a_letter_of_thanks_is_not_judged():
    thanks = (
        Row("title", "感谢信", HEITI, 18, "center"),
        Row("to", "江州市水务公司：", size=14),
        Row("text", "感谢贵公司抢修管道，保障用水。", size=14, first=2),
        Row("name", "城南社区居民", size=14, align="right"),
        Row("date", "2026年3月2日", size=14, align="right"),
    )

    assert codes(docx_of(thanks, Page(top=1440, bottom=1440, left=1800, right=1800))) == set()


def test_a_faulty_element_is_still_known_as_that_element():
    rows = changed(
        ordinary_rows(),
        number={"text": "江水集发[2026]第007号"},
        recipients={"text": "各分公司，各科室"},
        heading1={"text": "一.提高思想认识"},
        heading2={"text": "(一)加强组织领导"},
        date={"text": "二〇二六年三月二日"},
    )

    seen = seen_of(read_document(docx_of(rows), "x"), None, House())

    known = {seen.element_of(one) for one in seen.document.paragraphs}
    wanted = {Element.NUMBER, Element.RECIPIENTS, Element.HEADING1, Element.HEADING2, Element.DATE}
    assert wanted <= known
