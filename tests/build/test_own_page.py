import io
import zipfile
from datetime import date

from docgen.build.own_page import own_page
from docgen.layout.package import unpack

CONTEXT = {"title": "待办事项", "as_of": date(2012, 6, 1), "owners": [], "signing": []}


def page(**properties) -> bytes:
    said = {"title": "某院 & 待办", "office": "某院党委", "day": date(2012, 6, 1), **properties}
    return own_page("docgen.publish.todo", "page.yaml", CONTEXT, **said)


def test_the_file_bears_title_office_and_day():
    core = unpack(page())["docProps/core.xml"].decode()

    assert "<dc:title>某院 &amp; 待办</dc:title><dc:creator>某院党委</dc:creator>" in core
    assert "2012-06-01T00:00:00Z" in core


def test_one_page_leaves_nothing_behind_in_the_next():
    first = page()
    page(title="另一份", office="别处", day=date(2020, 1, 1))

    assert page() == first
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None
