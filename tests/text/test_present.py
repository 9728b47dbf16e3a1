from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from docgen.text.present import finalize, present


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), ("", ""), ("一、总体要求", "一、总体要求"), (date(2012, 6, 14), "2012年6月14日"),
        (Decimal("66.20"), "66.2"), (Decimal("NaN"), "NaN"), (0.1, "0.1"),
        (1200, "1200"), (True, "是"), (False, "否"),
        (("甲", date(2012, 6, 1)), "甲、2012年6月1日"), ((), ""), (["甲", None], "甲、"),
    ],
)  # fmt: skip
def test_value_reads_as_it_should_on_paper(value, text):
    assert present(value) == text


def test_markup_is_left_as_it_is():
    markup = Markup("<w:br/>")

    assert finalize(markup) is markup
    assert finalize(Decimal("1.0")) == "1"
