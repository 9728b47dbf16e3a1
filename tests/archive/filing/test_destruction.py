"""What may be destroyed: only what has been kept its time."""

from datetime import date

import pytest

from docgen.archive.filing.arranging import arranged
from docgen.archive.filing.destruction import NoPeriod, StillKept, expired
from docgen.archive.filing.item import Arrangement
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.unit import Unit
from docgen.archive.provenance import About

UNIT = Unit("0194", "WS")
NOTHING = Arrangement("2012")


def paper(retention, code="D26"):
    about = About(code=code, title="公示", retention=retention, date="2012-06-14", doc_no="水党〔2012〕1号")
    return FiledPaper("urn:docgen:0194:2012:Z01:D26", "v1", about, "2012-06-14", False, "", lambda: "")


@pytest.mark.parametrize(("retention", "last"), [("10年", 2022), ("30年", 2042), ("长期", 2042)])
def test_the_period_begins_with_the_year_after(retention, last):
    with pytest.raises(StillKept, match=str(last)):
        expired(paper(retention), NOTHING, UNIT, date(last, 12, 31))

    assert expired(paper(retention), NOTHING, UNIT, date(last + 1, 1, 1)).doc_no == "水党〔2012〕1号"


def test_what_is_kept_for_ever_is_never_destroyed():
    with pytest.raises(StillKept, match="永久"):
        expired(paper("永久"), NOTHING, UNIT, date(2999, 1, 1))


def test_the_frozen_period_counts_even_if_the_table_has_changed():
    frozen = arranged([paper("永久")], NOTHING, UNIT)

    with pytest.raises(StillKept):
        expired(paper("10年"), frozen, Unit("0194", retention={"D26": "10年"}), date(2999, 1, 1))


def test_without_a_period_nothing_is_destroyed():
    with pytest.raises(NoPeriod):
        expired(paper(""), NOTHING, UNIT, date(2999, 1, 1))
