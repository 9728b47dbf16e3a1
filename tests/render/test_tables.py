"""A table's grid after rows and cells came and went."""

import pytest

from docgen.render import tables
from docgen.render.compiling import patch
from docgen.render.tables import Grids, classify, fit_in_text, fit_widths
from support.rendering import cell


def table(columns: int, *rows: str, width: str = ' w:w="100"') -> str:
    grid = f"<w:gridCol{width}/>" * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(cell(text, '') for text in texts)}</w:tr>"


@pytest.mark.parametrize(
    ("widths", "cells", "spans", "after"),
    [
        ([100.0, 200.0], 2, 2, [100.0, 200.0]),
        ([100.0, 200.0], 3, 3, [66.0, 133.0, 100.0]),  # 300 over three: the old ones by 100/150
        ([100.0, 200.0, 300.0], 2, 2, [250.0, 350.0]),
        ([100.0, 200.0], 0, 0, []),
        ([0.0, 0.0], 3, 3, [0.0, 0.0]),  # no width to share out: docxtpl adds nothing
        ([None, None], 1, 1, [None]),
        ([100.0, 100.0], 1, 4, [100.0, 100.0]),
    ],
)
def test_widths_follow_docxtpls_arithmetic(widths, cells, spans, after):
    assert fit_widths(widths, cells, spans) == after


@pytest.mark.parametrize(
    ("source", "grids"),
    [
        (table(2, row("甲", "乙"), row("{{ x }}", "{% if y %}丙{% endif %}")), Grids.FIXED),
        (
            table(2, row("甲", "乙"), row("{%tr for r in y %}"), row("{{ r }}", "b"), row("{%tr endfor %}")),
            Grids.FIXED,
        ),
        (table(2, row("{%tr for r in y %}"), row("{{ r }}", "b"), row("{%tr endfor %}")), Grids.COUNTED),
        (table(3, row("甲", "乙")), Grids.COUNTED),
        (table(1, row("甲", "乙")), Grids.COUNTED),
        (table(2, row("甲{% if y %}", "{% endif %}乙")), Grids.COUNTED),
        (table(2, row("{%tc for r in y %}", "{{ r }}", "{%tc endfor %}")), Grids.COUNTED),
        (table(2, row("{% colspan n %}甲")), Grids.COUNTED),
        (table(2, f"<w:tr><w:tc><w:tcPr/>{table(1, row('甲'))}<w:p/></w:tc></w:tr>"), Grids.TREE),
        (table(2, f"<w:sdt><w:sdtContent>{row('甲')}</w:sdtContent></w:sdt>"), Grids.TREE),
        ("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>", Grids.FIXED),
    ],
)
def test_preparing_tells_which_tables_can_change(source, grids):
    assert classify(patch(f"<w:body>{source}</w:body>")) is grids


def test_grid_is_fitted_in_the_text():
    fitted = fit_in_text(table(3, row("甲", "乙")) + "<w:p/>" + table(1, row("丙")))

    assert fitted == (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="150"/><w:gridCol w:w="150"/></w:tblGrid>'
        f"{row('甲', '乙')}</w:tbl><w:p/>{table(1, row('丙'))}"
    )


def test_table_that_came_with_a_value_and_holds_another_needs_the_tree():
    inner = table(1, row("甲"))

    assert fit_in_text(table(1, f"<w:tr><w:tc>{inner}</w:tc></w:tr>")) is None


def test_span_that_is_no_number_counts_as_one():
    from lxml import etree

    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = etree.fromstring(
        f"<w:body {namespace}>"
        + table(2, f"<w:tr>{cell('甲', '<w:gridSpan w:val=&#34;x&#34;/>'.replace('&#34;', chr(34)))}</w:tr>")
        + "</w:body>"
    )

    tables.fit_in_tree(body)

    assert len(list(body.iter("{*}gridCol"))) == 1
