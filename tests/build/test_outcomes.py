"""Outcomes held packed come out as they went in."""

from docgen.build import outcomes as module
from docgen.build.outcome import JobLine, Outcome
from docgen.build.outcomes import Outcomes, Tally, packed


def several(count):
    for number in range(count):
        path = "" if number % 3 == 0 else f"Z01/{number}.docx"
        line = JobLine(
            "D21", "problem-dossier", "", "问题\udcff", "Z01", "Z01", f"W{number}", path, reason="等"
        )
        status = ("written", "skipped")[number % 2]
        yield Outcome(line, status, "因为&<{{", number % 5 == 0, ("满", ""), "a.pdf" if number == 1 else "")


def test_outcomes_come_out_in_order(monkeypatch):
    monkeypatch.setattr(module, "_ROWS", 7)
    known = list(several(40))

    found = Outcomes.of(known)

    assert len(found.blocks) == 6
    assert list(found) == known == found
    assert (found[3], found[-1], found[2:4]) == (known[3], known[-1], known[2:4])
    assert len(found) == 40
    assert Outcomes() == []


def test_outcomes_are_counted_by_what_they_have_in_common():
    found = Outcomes.of(several(40)).counted

    assert sum(found.values()) == 40
    assert found[Tally("skipped", draft=False, has_path=True, has_pdf=True)] == 1
    assert sum(number for sort, number in found.items() if not sort.has_path) == 14
    assert sum(number for sort, number in found.items() if sort.draft) == 8


def test_state_of_a_file_is_passed_over_by_who_reads_outcomes():
    known = list(several(5))

    assert list(Outcomes(packed(known, ([1, n] for n in range(5))))) == known
