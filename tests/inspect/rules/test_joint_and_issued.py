"""Papers of several organs, and papers that issue a plan: silent when right, told when broken in one way.

Each is judged as a document with its pages, as the document alone and as a PDF alone.
"""

import pytest

from docgen.inspect.document import read_document
from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import pages_of, seen_of
from support.official_documents import SENTENCE, ordinary_rows
from support.pdf import to_pdfs
from support.typed_paper import FANGSONG, TITLE_SONG, Row, changed, docx_of, inserted

_HOUSE = House()
_SHORT = ("heading1", "body1", "heading2", "body2")
DAY = "2026年3月2日"


def joint(row="江州市水务局　　江州市财政局", *, right=4.0, date_right=4.0, above=(), mark=None):
    """A 通知 with its names side by side, or one below the other."""
    rows = changed(ordinary_rows(), **dict.fromkeys((*_SHORT, "remark")))
    rows = changed(rows, signature={"text": row, "right": right}, date={"text": DAY, "right": date_right})
    rows = changed(rows, mark={"text": mark or "江州市水务局文件"})
    first = tuple(Row(f"name{n}", text, align="right", right=two) for n, (text, two) in enumerate(above))
    return docx_of(inserted(rows, "signature", *first))


def issuing(*lines, title="关于印发供水安全行动方案的通知", **plan):
    """A 通知 with the plan that it issues."""
    look = {"font": TITLE_SONG, "size": 22, "align": "center"} | plan
    own = [Row(f"plan{n}", text, new_page=not n, **look) for n, text in enumerate(lines)]
    after = [Row("under_plan"), Row("planned", SENTENCE, first=2)]
    rows = changed(ordinary_rows(), title={"text": title}, **dict.fromkeys((*_SHORT, "remark")))
    return docx_of(inserted(rows, "imprint", *own, *after))


RIGHT = {
    "side by side, the date under the last": joint(),
    "one below the other, without seals": joint(
        "江州市财政局", right=4.0, date_right=2.0, above=[("江州市水务局", 4.0)]
    ),
    "a longer name above a shorter, the date two in from the longer": joint(
        "江州市财政局", right=2.0, date_right=4.0, above=[("江州市水务事业管理局", 2.0)]
    ),
    "a name as long as its date": joint("江州市水务局", right=2.0, date_right=0.0),
    "a plan with its own title": issuing("供水安全行动方案"),
    "a plan whose title has two rows and quotes": issuing(
        "江州市“平安", "供水”行动方案", title="关于印发江州市“平安供水”行动方案的通知"
    ),
}
BROKEN = {
    "the last name not over the date": ("B13", joint(right=7.0)),
    "the date between the names": ("B13", joint(right=4.0, date_right=8.0)),
    "the date at the edge": ("B15", joint(date_right=0.0)),
    "a plan's title at the left": ("B01", issuing("供水安全行动方案", align="left")),
}
IN_DOCUMENT = {
    "a plan's title like the text": ("B01", issuing("供水安全行动方案", font=FANGSONG, size=16)),
    "a plan's title with a stop": ("T04", issuing("供水安全行动方案。")),
}


@pytest.fixture(scope="module")
def pdfs():
    """Every paper's pages, made in one start."""
    papers = [*RIGHT.values(), *(docx for _, docx in BROKEN.values())]
    return dict(zip(papers, to_pdfs(papers), strict=True))


def codes(docx, pdf=None):
    """By the document alone, with its pages, and by the pages alone."""
    name = "公文.docx"
    document = read_document(docx, name)
    kinds = [seen_of(document, None, _HOUSE)]
    if pdf is not None:
        pages = pages_of(pdf, name, _HOUSE, is_ours=True)
        kinds += [seen_of(document, pages, _HOUSE), seen_of(None, pages, _HOUSE)]
    return [{one.rule.code for one in judged(seen, _HOUSE)} for seen in kinds]


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_one_is_silent(name, pdfs):
    docx = RIGHT[name]

    assert codes(docx, pdfs[docx]) == [set(), set(), set()]


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_told_by_its_own_rule_alone(name, pdfs):
    code, docx = BROKEN[name]

    assert codes(docx, pdfs[docx]) == [{code}, {code}, {code}]


@pytest.mark.parametrize("name", IN_DOCUMENT)
def test_one_fault_is_told_of_the_document(name):
    code, docx = IN_DOCUMENT[name]

    assert codes(docx) == [{code}]
