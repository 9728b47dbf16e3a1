"""件 and their numbers: given once, in order, and never changed."""

from dataclasses import replace

import pytest

from docgen.archive.filing.arranging import arranged
from docgen.archive.filing.item import Arrangement
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
        lambda: "根据".join(quotes),
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


def test_a_late_reply_to_two_requests_joins_the_first_and_requests_lie_by_their_days():
    requests = [
        paper("Q", "关于增加经费的请示", doc_no="水党〔2016〕3号", date="2016-03-02"),
        paper("R", "关于增加编制的请示", doc_no="水党〔2016〕2号", date="2016-03-01"),
    ]
    both = ("水党〔2016〕3号", "水党〔2016〕2号")
    reply = paper("P", "关于经费和编制的批复", date="2016-07-01", quotes=both, sender="市委")

    assert numbers(arranged([*requests, reply], NEW, UNIT)) == [
        ("0194-WS·2016-D30-BGS-0001", ["P", "R", "Q"])
    ]
    assert numbers(arranged([*requests, reply], arranged(requests, NEW, UNIT), UNIT)) == [
        ("0194-WS·2016-D30-BGS-0001", ["P", "R"]),
        ("0194-WS·2016-D30-BGS-0002", ["Q"]),
    ]


def test_a_second_reply_joins_what_has_only_just_joined():
    first, second = (paper(name, "关于经费的请示", doc_no=f"水党〔2016〕{name}号") for name in "12")
    quoted = ("水党〔2016〕1号", "水党〔2016〕2号")
    reply = paper("P", "关于经费的批复", date="2016-02-01", quotes=quoted, sender="市委")
    later = paper("R", "关于经费的答复", date="2016-07-01", quotes=quoted[1:], sender="市委")

    made = arranged([first, second, reply, later], arranged([first], NEW, UNIT), UNIT)

    assert numbers(made) == [("0194-WS·2016-D30-BGS-0001", ["R", "P", "2", "1"])]


def test_a_number_broken_over_two_lines_is_quoted_all_the_same():
    request = paper("Q", "关于增加经费的请示", doc_no="水党〔2016〕 3号")
    reply = paper("P", "关于增加经费的批复", quotes=("水党〔2016〕3号",), sender="市委")

    assert len(arranged([request, reply], NEW, UNIT).items) == 1


def test_no_paper_is_read_more_than_once_and_most_are_not_read():
    read = []
    papers = [
        replace(
            paper(f"{number}", f"关于{number}的{genre}", doc_no=f"水党〔2016〕{number}号"),
            said=lambda number=number: read.append(number) or "",
        )
        for number, genre in enumerate(["请示", "批复", "通知"] * 20)
    ]
    first = arranged(papers, NEW, UNIT)

    assert sorted(read) == list(range(1, 60, 3))

    read.clear()
    assert arranged(papers, first, UNIT) == first
    assert read == []


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


def official(name, title, variant, **about):
    return paper(name, title, kind="official-paper", owner="DW", item="a", variant=variant, **about)


def test_the_slip_of_a_request_lies_behind_it_once_though_it_bears_its_title_and_number():
    request = official("Q", "关于经费的请示", "ordinary", doc_no="水党〔2016〕3号")
    slip = official("S", "发文稿纸：关于经费的请示", "slip", doc_no="水党〔2016〕3号")
    reply = paper("P", "关于经费的批复", quotes=("水党〔2016〕3号",), sender="市委", date="2016-07-01")

    assert numbers(arranged([slip, request, reply], NEW, UNIT)) == [
        ("0194-WS·2016-D30-BGS-0001", ["P", "Q", "S"])
    ]


def test_a_request_with_its_slip_joins_the_reply_that_was_filed_before():
    request = official("Q", "关于经费的请示", "ordinary", doc_no="水党〔2016〕3号")
    slip = official("S", "发文稿纸：关于经费的请示", "slip")
    reply = paper("P", "关于经费的批复", quotes=("水党〔2016〕3号",), sender="市委", date="2016-07-01")

    made = arranged([slip, request, reply], arranged([reply], NEW, UNIT), UNIT)

    assert numbers(made) == [("0194-WS·2016-D30-BGS-0001", ["P", "Q", "S"])]


def test_a_slip_that_comes_later_joins_its_paper_at_the_end():
    final = official("F", "关于值班的通知", "ordinary")
    slip = official("S", "发文稿纸：关于值班的通知", "slip")

    made = arranged([final, slip], arranged([final], NEW, UNIT), UNIT)

    assert numbers(made) == [("0194-WS·2016-D30-BGS-0001", ["F", "S"])]


def test_a_paper_that_was_replaced_is_not_filed_and_one_that_is_filed_stays():
    old, new = paper("A", doc_no="水党〔2016〕3号"), paper("A.2", doc_no="水党〔2016〕4号")
    replaced = replace(old, replaced_by=new.object)

    assert numbers(arranged([replaced, new], NEW, UNIT)) == [("0194-WS·2016-D30-BGS-0001", ["A.2"])]
    assert numbers(arranged([replaced, new], arranged([old], NEW, UNIT), UNIT)) == [
        ("0194-WS·2016-D30-BGS-0001", ["A"]),
        ("0194-WS·2016-D30-BGS-0002", ["A.2"]),
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


def test_a_paper_that_has_its_number_is_settled_whatever_became_of_the_tables():
    first = arranged([paper("A")], NEW, UNIT)

    assert arranged([paper("A", retention="")], first, UNIT) == first


def test_a_paper_that_the_units_table_does_not_file_is_settled():
    own = Unit("0194", retention={"D28": "不归档", "D21": "30年"})

    made = arranged([paper("A", retention="", code="D28"), paper("B", retention="", code="D21")], NEW, own)

    assert made.unsettled == ()
    assert numbers(made) == [("0194-WS·2016-D30-0001", ["B"])]
