from datetime import date
from xml.etree import ElementTree

from docgen.build.properties import core_properties


def test_values_come_out_as_they_went_in():
    xml = core_properties("甲&乙<丙>\x00\ud800", "党委", date(2012, 6, 14))

    texts = [element.text for element in ElementTree.fromstring(xml)]
    assert texts == ["甲&乙<丙>", "党委", "zh-CN", "2012-06-14T00:00:00Z", "2012-06-14T00:00:00Z"]


def test_paper_without_a_day_has_no_dates():
    assert b"dcterms:created" not in core_properties("题", "党委", None)


def test_early_year_has_four_digits():
    assert b"0987-01-02" in core_properties("题", "党委", date(987, 1, 2))
