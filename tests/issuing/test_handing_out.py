"""A paper that fails after it had its number leaves no gap, and few of the others change theirs."""

from datetime import date

from docgen.archive.register import Register
from docgen.build.plan import plan
from docgen.errors import DocgenError
from docgen.issuing.candidate import Candidate
from docgen.issuing.handing_out import hand_out
from docgen.issuing.numbering import Numbering, Wish
from docgen.settings import Settings
from support.papers import sort_of
from support.records import sample_office

SERIES = ("示院党批", 2012)


def candidates():
    jobs = plan([sort_of("approval-reply", "single")], sample_office(), Settings())
    return [Candidate(job, None, wish=Wish(series=SERIES)) for job in jobs]


def numbering():
    return Numbering(Register, lambda: ["示院党批〔2012〕8号"], "张三", date(2012, 6, 14))


def serials(papers):
    return [int(one.doc_no.partition("〕")[2].rstrip("号")) for one in papers]


def test_numbers_follow_what_is_typed():
    papers = candidates()

    hand_out(papers, numbering())

    assert serials(papers) == [9, 10, 11, 12, 13, 14]


def test_last_paper_takes_the_number_of_the_one_that_failed():
    papers = candidates()
    hand_out(papers, numbering())
    for one in papers:
        one.pdf = b"made"

    papers[1].fail(DocgenError("坏了", ""))
    hand_out(papers, numbering())

    alive = [one for one in papers if one.is_alive]
    assert serials(alive) == [9, 11, 12, 13, 10]
    assert [one.pdf for one in alive] == [b"made", b"made", b"made", b"made", b""]


def test_when_the_last_fails_nobody_changes():
    papers = candidates()
    hand_out(papers, numbering())

    papers[-1].fail(DocgenError("坏了", ""))
    hand_out(papers, numbering())

    assert serials(papers[:-1]) == [9, 10, 11, 12, 13]
