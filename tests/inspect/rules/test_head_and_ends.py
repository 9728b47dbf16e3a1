"""Head, imprint, letters, orders, minutes: a paper broken in one way has exactly that rule speak.

Each is judged as a document with its pages, as the document alone and as a PDF alone.
"""

from dataclasses import dataclass

import pytest

from docgen.inspect.document import read_document
from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import pages_of, seen_of
from support.official_documents import (
    letter_rows,
    minutes_rows,
    order_rows,
    ordinary_rows,
    upward_rows,
)
from support.pdf import to_pdfs
from support.typed_paper import HEITI, KAITI, Page, changed, docx_of

_HOUSE = House()
_BLACK_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="000000"/></w:pBdr>'
_LOW_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="16" w:color="FF0000"/></w:pBdr>'
_SHORT = ("heading1", "body1", "heading2", "body2")


def _one_page(rows):
    return changed(rows, **dict.fromkeys(_SHORT))


def ordinary(*, imprint=None, **changes):
    """A 通知 of one page with changes by key, those of the imprint apart."""
    return docx_of(changed(_one_page(ordinary_rows(**(imprint or {}))), **changes))


def upward(**changes):
    return docx_of(changed(changed(upward_rows(), remark=None), **changes))


def letter(page=None, **changes):
    return docx_of(changed(letter_rows(), **changes), page or Page(first_page_bare=True))


def order(**changes):
    return docx_of(changed(order_rows(), **changes))


def minutes(**changes):
    return docx_of(changed(minutes_rows(), **changes))


def _signer(**name):
    return (("　江水集〔2026〕12号\t签发人：", {}), ("王建国", {"font": KAITI, **name}))


_SWAPPED = list(_one_page(ordinary_rows()))
_SWAPPED[1], _SWAPPED[2] = _SWAPPED[2], _SWAPPED[1]


def two_signers(**number):
    """As LibreOffice saves them: the names are the longest run of the row."""
    names = ("王建国　欧阳景和", {"font": KAITI})
    return upward(number={"parts": (("　江水集〔2026〕1号", number), ("\t签发人：", {}), names)})


RIGHT = {
    "two signers": two_signers,
    "ordinary": ordinary,
    "upward": upward,
    "letter": letter,
    "order": order,
    "minutes": minutes,
}


@dataclass(frozen=True)
class Broken:
    """`by`: which of document and pages can tell."""

    code: str
    docx: bytes
    by: str = "docx pdf"


BROKEN = {
    "份号 of five digits": Broken("H01", ordinary(copy_no={"text": "00001"})),
    "份号 in size 4": Broken("H01", ordinary(copy_no={"size": 14, "spacing": -5})),
    "份号 centred": Broken("H01", ordinary(copy_no={"align": "center"})),
    "密级 in Fangsong": Broken("H02", ordinary(secrecy={"font": "仿宋_GB2312"})),
    "密级 with a year in Han digits": Broken("H02", ordinary(secrecy={"text": "秘密★一年"})),
    "密级 without star, in Han digits": Broken("H02", ordinary(secrecy={"text": "秘密三个月"})),
    "密级 moved in": Broken("H02", ordinary(secrecy={"left": 2})),
    "紧急程度 in other words": Broken("H03", ordinary(urgency={"text": "急件"})),
    "紧急程度 called a paper": Broken("H03", ordinary(urgency={"text": "加急件"})),
    "紧急程度 in Kai": Broken("H03", ordinary(urgency={"font": KAITI})),
    "紧急程度 on the right": Broken("H03", ordinary(urgency={"align": "right"})),
    "紧急程度 above 密级": Broken("H03", docx_of(_SWAPPED)),
    "mark too low": Broken("H04", ordinary(mark={"before": 400}), "pdf"),
    "mark black": Broken("H04", ordinary(mark={"color": "000000"})),
    "mark in Hei": Broken("H04", ordinary(mark={"font": HEITI}), "docx"),
    "mark bold": Broken("H04", ordinary(mark={"bold": True}), "docx"),
    "mark at the left": Broken("H04", ordinary(mark={"align": "left", "size": 26})),
    "one row above the number": Broken("H06", ordinary(above_number1=None)),
    "number at the left": Broken("H06", ordinary(number={"align": "left"})),
    "number in Hei": Broken("H06", ordinary(number={"font": HEITI}), "docx"),
    "number beside two signers in Kai": Broken("H06", two_signers(font=KAITI), "docx"),
    "number in size 4": Broken("H06", ordinary(number={"size": 14}), "docx"),
    "number in square brackets": Broken("H07", ordinary(number={"text": "江水集发[2026]7号"})),
    "number with a short year": Broken("H07", ordinary(number={"text": "江水集发〔26〕7号"})),
    "number with 第": Broken("H07", ordinary(number={"text": "江水集发〔2026〕第7号"})),
    "number with a zero": Broken("H07", ordinary(number={"text": "江水集发〔2026〕07号"})),
    "number without 号": Broken("H07", ordinary(number={"text": "江水集发〔2026〕7"})),
    "upward number three characters in": Broken(
        "H08", upward(number={"parts": (("　　" + _signer()[0][0], {}), _signer()[1])})
    ),
    "signer in Fangsong": Broken("H09", upward(number={"parts": _signer(font="仿宋_GB2312")})),
    "signer with a narrow colon": Broken(
        "H09", upward(number={"parts": (("　江水集〔2026〕12号\t签发人:", {}), _signer()[1])})
    ),
    "no red line": Broken("H10", ordinary(number={"border": ""})),
    "a black line": Broken("H10", ordinary(number={"border": _BLACK_LINE})),
    "the red line too low": Broken("H10", ordinary(number={"border": _LOW_LINE}), "pdf"),
    "the red line too short": Broken("H10", ordinary(number={"left": 3, "right": 3}), "pdf"),
    "imprint in size 3": Broken("I06", ordinary(imprint={"issuer": {"size": 16}})),
    "imprint in Hei": Broken("I06", ordinary(imprint={"issuer": {"font": HEITI}}), "docx"),
    "imprint without 印发": Broken(
        "I06", ordinary(imprint={"issuer": {"text": "江州市水务集团有限公司办公室\t2026年3月3日"}})
    ),
    "imprint in bold": Broken("I06", ordinary(imprint={"issuer": {"bold": True}})),
    "copies in bold": Broken("I04", ordinary(imprint={"copies": {"bold": True}})),
    "密级 in bold": Broken("H02", ordinary(secrecy={"bold": True}), "docx"),
    "number in bold": Broken("H06", ordinary(number={"bold": True}), "docx"),
    "no line above the imprint": Broken("I02", ordinary(imprint={"line": {"border": ""}})),
    "imprint flush": Broken("I06", ordinary(imprint={"issuer": {"left": 0, "right": 0}}), "pdf"),
    "copies in size 3": Broken(
        "I04", ordinary(imprint={"copies": {"size": 16, "text": "抄送：市住建局。"}})
    ),
    "copies in Kai": Broken("I04", ordinary(imprint={"copies": {"font": KAITI}})),
    "copies flush": Broken("I04", ordinary(imprint={"copies": {"left": 0, "first": 0}}), "pdf"),
    "letter's mark with 文件": Broken("L01", letter(mark={"text": "江州市水务集团文件"})),
    "letter's mark black": Broken("L01", letter(mark={"color": "000000"})),
    "letter's number at the left": Broken("L03", letter(number={"align": "left"}), "pdf"),
    "letter's title a row too high": Broken("L04", letter(above_title1=None), "pdf"),
    "letter with a number on its first page": Broken("L05", letter(Page())),
    "order's mark black": Broken("C01", order(mark={"color": "000000"})),
    "order's mark too low": Broken("C01", order(mark={"before": 2400}), "pdf"),
    "order's number without 第": Broken("C02", order(number={"text": "8号"}), "docx"),
    "order's number a row too high": Broken("C02", order(above_number1=None)),
    "order's number at the left": Broken("C02", order(number={"align": "left"})),
    "order's text a row too high": Broken("C02", order(above_body1=None), "docx"),
    "minutes' mark black": Broken("M01", minutes(mark={"color": "000000"})),
    "minutes' mark at the left": Broken("M01", minutes(mark={"align": "left", "size": 26})),
    "出席 in Fangsong": Broken(
        "M02", minutes(present={"parts": (("出席：", {}), ("王建国、李明、张华", {}))})
    ),
    "出席 flush": Broken("M02", minutes(present={"left": 3})),
    "no row above 出席": Broken("M02", minutes(above_present=None)),
}  # fmt: skip


@pytest.fixture(scope="module")
def papers():
    """Every paper's pages, made in one start."""
    papers = {name: make() for name, make in RIGHT.items()} | {n: one.docx for n, one in BROKEN.items()}
    return dict(zip(papers, zip(papers.values(), to_pdfs(list(papers.values())), strict=True), strict=True))


def found(docx, pdf):
    """The codes by document and pages, and by the pages alone."""
    name = "公文.docx"
    pages = pages_of(pdf, name, _HOUSE, is_ours=True)
    whole = seen_of(read_document(docx, name), pages, _HOUSE)
    alone = seen_of(None, pages, _HOUSE)
    return [{one.rule.code for one in judged(seen, _HOUSE)} for seen in (whole, alone)]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_paper_is_silent(name, papers):
    assert found(*papers[name]) == [set(), set()]


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_told_by_its_own_rule_alone(name, papers):
    code, by = BROKEN[name].code, BROKEN[name].by

    whole, alone = found(*papers[name])

    assert whole == {code}
    assert alone == ({code} if "pdf" in by else set())
