"""件 and their numbers: given once, in order, and never changed."""

import pytest

from docgen.archive.filing.arranging import Arrangement, arranged
from docgen.archive.filing.paper import FiledPaper
from docgen.archive.filing.unit import Unit
from docgen.archive.provenance import About

UNIT = Unit("0194", "WS", "BGS")
NEW = Arrangement("2016")


def paper(name, title="关于供水安全的通知", *, retention="30年", date="2016-03-01", quotes=(), **about):
    """A paper as the archive tells of it; `quotes`: the numbers that its text names."""
    told = About(title=title, retention=retention, date=date, **about)
    received = bool(about.get("sender"))
    return FiledPaper(
        f"urn:docgen:0194:2016:{name}",
        "v1",
        told,
        "2017-01-05T09:00:00+08:00",
        received,
        "",
        lambda number: number in quotes,
    )


def numbers(made):
    return [(item.archival_no, [one.split(":")[-1] for one in item.objects]) for item in made.items]


def test_numbers_run_by_period_in_the_order_of_days():
    papers = [
        paper("B", date="2016-05-01"),
        paper("A", date="2016-03-01"),
        paper("C", retention="永久", date="2016-12-01"),
        paper("D", retention="10年"),
    ]

    assert numbers(arranged(papers, NEW, UNIT)) == [
        ("0194-WS·2016-Y-BGS-0001", ["C"]),
        ("0194-WS·2016-D30-BGS-0001", ["A"]),
        ("0194-WS·2016-D30-BGS-0002", ["B"]),
        ("0194-WS·2016-D10-BGS-0001", ["D"]),
    ]


def test_a_number_stays_whatever_comes_later():
    first = arranged([paper("B", date="2016-05-01")], NEW, UNIT)

    later = arranged([paper("A", date="2016-01-01"), paper("B", date="2016-05-01")], first, UNIT)

    assert numbers(later) == [
        ("0194-WS·2016-D30-BGS-0001", ["B"]),
        ("0194-WS·2016-D30-BGS-0002", ["A"]),
    ]
    assert arranged([paper("A", date="2016-01-01"), paper("B", date="2016-05-01")], later, UNIT) == later


def test_the_number_of_a_paper_that_was_destroyed_is_not_given_again():
    first = arranged([paper("A"), paper("B")], NEW, UNIT)

    later = arranged([paper("A"), paper("C")], first, UNIT)

    assert numbers(later)[-1] == ("0194-WS·2016-D30-BGS-0003", ["C"])


def test_a_request_lies_behind_the_reply_that_quotes_it():
    request = paper("Q", "关于增加经费的请示", doc_no="水党〔2016〕3号")
    reply = paper(
        "P",
        "关于增加经费的批复",
        retention="永久",
        date="2016-04-01",
        quotes=("水党〔2016〕3号",),
        sender="市委",
    )
    other = paper(
        "O", "关于修路的批复", quotes=(), sender="市委", date="2016-06-01", doc_no="市委〔2016〕9号"
    )

    made = arranged([request, reply, other], NEW, UNIT)

    assert numbers(made) == [
        ("0194-WS·2016-Y-BGS-0001", ["P", "Q"]),
        ("0194-WS·2016-D30-BGS-0001", ["O"]),
    ]


def test_a_reply_that_comes_later_joins_its_request_at_the_front():
    request = paper("Q", "关于增加经费的请示", doc_no="水党〔2016〕3号")
    reply = paper("P", "关于增加经费的批复", date="2016-07-01", quotes=("水党〔2016〕3号",), sender="市委")
    first = arranged([request], NEW, UNIT)

    later = arranged([request, reply], first, UNIT)

    assert numbers(later) == [("0194-WS·2016-D30-BGS-0001", ["P", "Q"])]


def test_a_drafting_slip_lies_behind_its_paper():
    final = paper("F", kind="official-paper", owner="DW", item="a", variant="ordinary", date="2016-05-01")
    slip = paper(
        "S", "发文稿纸：…", kind="official-paper", owner="DW", item="a", variant="slip", date="2016-04-01"
    )
    lone = paper("L", "发文稿纸：…", kind="official-paper", owner="DW", item="b", variant="slip")

    assert numbers(arranged([slip, final, lone], NEW, UNIT)) == [
        ("0194-WS·2016-D30-BGS-0001", ["L"]),
        ("0194-WS·2016-D30-BGS-0002", ["F", "S"]),
    ]


def test_the_year_is_that_of_the_date_and_of_the_campaign_without_one():
    papers = [paper("A", date="2017-01-02"), paper("B", date="")]

    assert numbers(arranged(papers, NEW, UNIT)) == [("0194-WS·2016-D30-BGS-0001", ["B"])]
    assert [item.objects[0][-1] for item in arranged(papers, Arrangement("2017"), UNIT).items] == ["A"]


def test_the_units_own_table_counts_before_the_manifest():
    own = Unit("0194", retention={"D22": "永久", "D28": "不归档"})
    papers = [paper("A", code="D22"), paper("B", code="D28"), paper("C", code="D21")]

    assert numbers(arranged(papers, NEW, own)) == [
        ("0194-WS·2016-Y-0001", ["A"]),
        ("0194-WS·2016-D30-0001", ["C"]),
    ]


@pytest.mark.parametrize("retention", ["随全宗", "不归档"])
def test_what_is_not_filed_by_years_has_no_number(retention):
    made = arranged([paper("A", retention=retention)], NEW, UNIT)

    assert (made.items, made.unsettled) == ((), ())


def test_a_paper_whose_period_nobody_has_said_is_told():
    assert arranged([paper("A", retention="")], NEW, UNIT).unsettled == ("urn:docgen:0194:2016:A",)
