import pytest

from docgen.inspect.paper import Page
from support.layout import paper
from support.pdf import measured, to_pdfs

NOTICE = """
- red_head: {mark: 滨江大学文件, number: "滨大党发〔2012〕3号"}
- title: 关于检查的通知
- recipients: "各支部："
- text: "{{ body }}"
- signature: {org: 中共滨江大学委员会, date: 2012年6月15日}
"""
ROWS_ON_FIRST_PAGE = 8


def notice(rows: int) -> bytes:
    return paper(NOTICE, body="国" * (28 * rows - 2))


@pytest.fixture(scope="module")
def papers() -> dict[int, list[Page]]:
    made = {rows: notice(rows) for rows in (4, 9, 10, 12, 20, 24, 26, 30)}
    to_pdfs(list(made.values()))
    return {rows: list(measured(docx).pages) for rows, docx in made.items()}


def of_text(page: Page) -> int:
    return sum(line.text.startswith("国") for line in page.lines)


@pytest.mark.pdf
@pytest.mark.parametrize("rows", [10, 12, 20, 24])
def test_a_long_last_paragraph_begins_on_the_first_page_and_ends_with_the_signature(papers, rows):
    first, second = papers[rows]

    assert of_text(first) == ROWS_ON_FIRST_PAGE
    assert of_text(second) == rows - ROWS_ON_FIRST_PAGE
    assert second.find("中共滨江大学委员会")


@pytest.mark.pdf
@pytest.mark.parametrize("rows", [4, 9, 26, 30])
def test_a_signature_is_never_alone_however_the_paragraph_ends(papers, rows):
    page = next(page for page in papers[rows] if page.find("中共滨江大学委员会"))

    assert of_text(page) >= 1
