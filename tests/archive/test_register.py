"""Which number is what, which is next, and what is wrong with a series."""

from datetime import date

import pytest

from docgen.archive.entries import LogLine
from docgen.archive.register import DocNo, Register
from docgen.findings import Severity

UNIT = "市水司党发"


def line(event: str, number: int, object_id: str = "", *, year: int = 2031, prefix: str = UNIT, **extra: str):
    return LogLine(
        1, "2031-06-14T09:00:00+08:00", "钱进", event, object_id, "v1" if object_id else "", "",
        f"{prefix}〔{year}〕{number}号", "缘由", "", "", extra,
    )  # fmt: skip


def test_state_is_that_of_the_event():
    register = Register.from_lines(
        [line("issue", 1, "urn:a"), line("reserve", 2), line("void", 3), line("external", 4)]
    )

    states = [register.state(f"{UNIT}〔2031〕{number}号") for number in range(1, 6)]

    assert states == ["已用", "预留", "作废", "外用", None]


def test_reserved_number_that_is_issued_is_used():
    register = Register.from_lines([line("reserve", 2), line("issue", 2, "urn:a")])

    assert register.state(f"{UNIT}〔2031〕2号") == "已用"


def test_scan_and_correction_of_a_paper_are_no_second_use():
    register = Register.from_lines(
        [line("issue", 1, "urn:a"), line("attach", 1, "urn:a"), line("correction", 1, "urn:a")]
    )

    assert register.findings() == []
    assert register.entry(f"{UNIT}〔2031〕1号").line.event == "issue"


def test_next_number_follows_the_highest_of_its_series_and_year():
    register = Register.from_lines(
        [line("issue", 7, "urn:a"), line("void", 9), line("issue", 30, "urn:b", year=2030)]
    )

    assert register.next(UNIT, 2031) == 10
    assert register.next(UNIT, 2032) == 1
    assert register.next("市水司党函", 2031) == 1


def test_next_number_follows_what_is_typed_in_records_too():
    register = Register.from_lines([line("issue", 7, "urn:a")])
    typed = [f"{UNIT}〔2031〕11号", f"{UNIT}〔2030〕99号", "另行编号", ""]

    assert register.next(UNIT, 2031, typed) == 12


def test_numbers_of_received_papers_are_none_of_ours():
    register = Register.from_lines(
        [
            line("receive", 40, "urn:x", prefix="市委复"),
            line("attach", 40, "urn:x", prefix="市委复"),
        ]
    )

    assert register.all() == []
    assert register.findings() == []


def test_gaps_are_warnings_one_for_each_run_of_numbers():
    register = Register.from_lines([line("issue", 4, "urn:a"), line("issue", 6, "urn:b")])

    found = register.findings()

    assert [one.severity for one in found] == [Severity.WARNING] * 2
    assert [one.message for one in found] == [
        "市水司党发〔2031〕1—3号 没有登记",
        "市水司党发〔2031〕5号 没有登记",
    ]


def test_number_typed_in_a_record_leaves_no_gap():
    register = Register.from_lines([line("issue", 2, "urn:a")])

    assert register.findings([f"{UNIT}〔2031〕1号"]) == []


@pytest.mark.parametrize("second", [line("issue", 1, "urn:b"), line("external", 1)])
def test_number_of_two_papers_is_an_error(second):
    register = Register.from_lines([line("issue", 1, "urn:a"), second])

    found = register.findings()

    assert [one.severity for one in found] == [Severity.ERROR]
    assert "重号" in found[0].message


def test_reservation_that_has_run_out_is_told_on_the_day_after():
    register = Register.from_lines([line("reserve", 1, until="2031-07-01")])

    assert register.findings(on=date(2031, 7, 1)) == []
    assert "过期" in register.findings(on=date(2031, 7, 2))[0].message


@pytest.mark.parametrize("text", ["", "第3号", "水司发[2031]3号", "〔2031〕3号", "水司发〔2031〕三号"])
def test_what_is_no_number_is_none(text):
    assert DocNo.parse(text) is None


def test_number_is_written_as_it_was_read():
    assert str(DocNo.parse("市水司党发〔2031〕3号")) == "市水司党发〔2031〕3号"
