"""What paragraphs are taken for: by words, place and look, whatever tool typed them."""

import pytest

from docgen.inspect.document import read_document
from docgen.inspect.elements import Align, Element, Format, Look, Place
from docgen.inspect.elements.format import format_of
from docgen.inspect.elements.recognise import recognise
from docgen.inspect.house import House
from docgen.inspect.seeing import seen_of
from support.official_documents import FORMATS, RIGHT, order_rows, ordinary_rows, upward_rows
from support.typed_paper import HEITI, KAITI, Row, changed, docx_of, inserted

TEXT = "各单位要明确责任分工，细化工作措施，加强督促检查，确保各项任务按期完成。"


def known(rows) -> list[tuple[Element, str]]:
    seen = seen_of(read_document(docx_of(rows), "x.docx"), None, House())
    pairs = zip(seen.elements, seen.document.paragraphs, strict=True)
    return [(element, one.text.strip()) for element, one in pairs if element is not Element.BLANK]


def test_every_element_of_an_ordinary_paper_is_known():
    found = dict(reversed(known(ordinary_rows(pages=2, attachments=2))))

    assert {
        Element.COPY_NUMBER: "000001",
        Element.SECRECY: "秘密★1年",
        Element.URGENCY: "特急",
        Element.NUMBER: "江水集发〔2026〕7号",
        Element.TITLE: "关于加强供水安全管理工作的通知",
        Element.RECIPIENTS: "各分公司、各科室：",
        Element.HEADING1: "一、提高思想认识",
        Element.HEADING2: "（一）加强组织领导",
        Element.ATTACHMENT_NOTE: "附件：1.供水安全检查表",
        Element.SIGNATURE: "江州市水务集团有限公司",
        Element.DATE: "2026年3月2日",
        Element.NOTE: "（此件公开发布）",
        Element.ATTACHMENT_LABEL: "附件1",
        Element.ATTACHMENT_TITLE: "供水安全检查表",
    }.items() <= found.items()


def test_number_and_signer_in_two_cells_are_two_elements():
    table = Row("table", "　江水集〔2026〕12号|签发人：王建国")
    rows = inserted(changed(upward_rows(), number=None), "above_title1", table)

    found = known(rows)

    assert (Element.NUMBER, "江水集〔2026〕12号") in found
    assert (Element.SIGNER, "签发人：王建国") in found


def test_an_imprint_in_a_table_is_known_by_its_cells():
    table = Row("table", "抄送：江州市应急管理局。|\n江州市水务集团办公室|2026年3月3日印发", size=14)
    rows = inserted(changed(ordinary_rows(), imprint={"extra": ""}), "imprint", table)

    found = known(rows)

    assert [text for element, text in found if element is Element.IMPRINT] == [
        "江州市水务集团办公室",
        "2026年3月3日印发",
    ]
    assert (Element.COPY_TO, "抄送：江州市应急管理局。") in found


def test_a_post_above_an_orders_date_is_no_signature():
    assert (Element.POST, "市长　　王建国") in known(order_rows())


def test_a_title_of_several_paragraphs_is_one_title_and_its_remark_is_not_part_of_it():
    looks = [
        Look("江州市水务局", align=Align.CENTER, size_pt=22),
        Look("关于供水工作的决议", align=Align.CENTER, size_pt=22),
        Look("（2026年3月2日第三次会议通过）", align=Align.CENTER, size_pt=16),
        Look(TEXT, size_pt=16, left_chars=2),
    ]

    assert recognise(looks) == (Element.TITLE, Element.TITLE, Element.OTHER, Element.BODY)


def test_a_day_in_the_middle_of_the_text_is_not_the_papers_date():
    looks = [
        Look("关于开会的通知", align=Align.CENTER, size_pt=22),
        Look("2026年3月2日"),
        *[Look(TEXT, left_chars=2)] * 10,
    ]

    assert Element.DATE not in recognise(looks)


@pytest.mark.parametrize("note", ["（此件公开发布）", "联系人：赵亮，电话：88886666"])
def test_a_date_and_its_note_may_stand_before_the_plan_that_is_issued(note):
    looks = [
        Look("关于印发节水方案的通知", align=Align.CENTER, size_pt=22),
        Look("2026年3月2日", left_chars=17),
        Look(note, left_chars=2),
        Look("", starts_page=True),
        Look("节水方案", align=Align.CENTER, size_pt=22),
        *[Look(TEXT, left_chars=2)] * 10,
    ]

    assert recognise(looks)[1:3] == (Element.DATE, Element.NOTE)


def test_the_plan_that_is_issued_has_a_title_of_its_own():
    looks = [
        Look("关于印发《节水方案（试行）》的通知", align=Align.CENTER, size_pt=22),
        Look("2026年3月2日", left_chars=17),
        Look("节水方案", starts_page=True),
        Look("（试行）"),
        Look(TEXT, left_chars=2),
    ]

    assert recognise(looks)[2:] == (Element.ISSUED_TITLE, Element.ISSUED_TITLE, Element.BODY)


def test_a_large_line_on_the_page_after_the_date_is_a_title_and_a_small_one_is_text():
    def after_the_date(**look):
        notice = Look("关于节水的通知", align=Align.CENTER, size_pt=22)
        looks = [notice, Look("2026年3月2日", left_chars=17), Look("节水方案", **look)]
        return recognise(looks)[2]

    assert after_the_date(align=Align.CENTER, size_pt=22, starts_page=True) is Element.ISSUED_TITLE
    assert after_the_date(align=Align.CENTER, size_pt=22) is Element.BODY
    assert after_the_date(align=Align.CENTER, size_pt=16, starts_page=True) is Element.BODY


def test_a_line_that_leads_on_is_no_address():
    looks = [
        Look("关于开会的通知", align=Align.CENTER, size_pt=22),
        Look("现将有关事项通知如下：", left_chars=2),
    ]

    assert recognise(looks)[1] is Element.BODY


@pytest.mark.parametrize("place", [Place.HEADER, Place.FOOTER])
def test_what_stands_in_header_or_footer_is_a_page_number_or_nothing(place):
    assert recognise([Look("— 3 —", place), Look("内部资料", place)]) == (Element.PAGE_NUMBER, Element.OTHER)


def test_a_name_on_the_page_before_its_date_is_the_name_all_the_same():
    looks = [
        Look("关于开会的通知", align=Align.CENTER, size_pt=22),
        Look(TEXT, left_chars=2),
        Look("江州市水务局", left_chars=16),
        Look("— 1 —", Place.FOOTER),
        Look("2026年3月2日", left_chars=17),
    ]

    assert recognise(looks)[2] is Element.SIGNATURE


def test_a_ledger_is_no_official_paper():
    looks = [
        Look("问题台账", align=Align.CENTER, size_pt=22),
        *[Look("内容", Place.CELL, table=1, row=1)] * 9,
    ]

    assert format_of(looks, recognise(looks)) is Format.OTHER


@pytest.mark.parametrize("name", RIGHT)
def test_no_paragraph_of_a_right_paper_stays_unknown(name):
    seen = seen_of(read_document(RIGHT[name](), name), None, House())
    pairs = zip(seen.elements, seen.document.paragraphs, strict=True)

    assert [one.text for element, one in pairs if element is Element.OTHER] == []
    assert FORMATS[name] == seen.format


def test_headings_are_known_in_any_face():
    rows = changed(ordinary_rows(pages=2), heading1={"font": KAITI}, heading2={"font": HEITI})

    assert {(Element.HEADING1, "一、提高思想认识"), (Element.HEADING2, "（一）加强组织领导")} <= set(
        known(rows)
    )
