"""Numbers and days that were given when papers were issued stand in the records in memory, nowhere else."""

from datetime import date

from docgen.build import stored
from docgen.build.given import Given, with_given, with_value
from docgen.build.inputs import Inputs
from docgen.build.paper import Workshop
from docgen.build.paper_id import parts_of, quoted
from docgen.build.plan import committee_id, plan
from docgen.build.stored import StoredBranch, StoredCommittee, pack
from docgen.settings import Settings
from support.docx import text_of
from support.papers import DAY, sort_of
from support.records import sample_office

REPLY = sort_of("approval-reply", "single")
REPORT = sort_of("work-report")
PLAN = sort_of("committee-plan")
LETTER = sort_of("coordination", "letter")


def unnumbered(*, letters=False):
    """The sample office, in which Z01's reply or its letters have no number."""
    office = sample_office()
    first, *others = office.branches
    if letters:
        problems = tuple(
            with_value(p, ["escalation", "relay", "doc_no"], "") if p.escalation.relay else p
            for p in first.problems
        )
        first = first.model_copy(update={"problems": problems})
    else:
        first = with_value(first, ["review", "approval", "doc_no"], "")
    return type(office)(office.committee, (first, *others))


def job_of(paper, office, owner):
    return next(job for job in plan([paper], office, Settings()) if job.owner == owner)


def test_number_given_to_a_reply_stands_in_its_branch():
    office = unnumbered()

    given = with_given(office, [REPLY], {"Z01:D04-single": Given("示院党批〔2012〕9号")})

    assert given.branch("Z01").review.approval.doc_no == "示院党批〔2012〕9号"
    assert office.branch("Z01").review.approval.doc_no == ""
    assert given.branch("Z02") is office.branch("Z02")


def test_record_keeps_a_number_of_its_own():
    office = sample_office()

    given = with_given(office, [REPLY], {"Z02:D04-single": Given("示院党批〔2012〕9号", date(2012, 1, 1))})

    assert given is office


def test_packed_branch_takes_a_number_too():
    office = unnumbered()
    packed = tuple(StoredBranch.of(pack(one)) for one in office.branches)
    office = type(office)(office.committee, packed)

    given = with_given(office, [REPLY], {"Z01:D04-single": Given("示院党批〔2012〕9号")})

    assert isinstance(given.branch("Z01"), StoredBranch)
    assert given.branch("Z01").review.approval.doc_no == "示院党批〔2012〕9号"


def test_packed_committee_takes_a_number_too(monkeypatch):
    monkeypatch.setattr(stored, "_LONG_BYTES", 500)
    whole = sample_office()
    unnumbered_plan = with_value(whole.committee, ["plan", "doc_no"], "")
    office = type(whole)(StoredCommittee.of(unnumbered_plan), whole.branches)

    given = with_given(office, [PLAN], {f"{committee_id(office)}:D01": Given("示院党发〔2012〕9号")})

    assert isinstance(given.committee, StoredCommittee)
    assert given.committee.plan.doc_no == "示院党发〔2012〕9号"
    assert given.committee.people == whole.committee.people


def test_number_of_one_of_several_stands_in_that_one_alone():
    office = unnumbered(letters=True)
    wanted = next(p for p in office.branch("Z01").problems if p.escalation.relay)

    given = with_given(office, [LETTER], {f"Z01:D30-letter:{wanted.id}": Given("示院党函〔2012〕9号")})

    numbers = {p.id: p.escalation.relay.doc_no for p in given.branch("Z01").problems}
    assert numbers.pop(wanted.id) == "示院党函〔2012〕9号"
    assert not any("9号" in one for one in numbers.values())


def test_paper_without_a_key_for_its_number_shows_what_was_given():
    office = sample_office()
    job = job_of(REPORT, office, "DW")
    gift = {"DW:D18": Given("示院党〔2012〕99号", date(2012, 12, 30))}

    before, after = Workshop(office, Settings(), DAY), Workshop(office, Settings(), DAY, issued=gift)

    text = text_of(after.make(job, draft=False).data)
    assert "示院党〔2012〕99号" in text
    assert "2012年12月30日" in text
    assert Inputs(before).of(job, draft=False) != Inputs(after).of(job, draft=False)


def test_paper_id_holds_whatever_a_clerk_calls_things():
    parts = ("机关 一", "D26-goals", "G:1@v2%")

    assert parts_of(":".join(quoted(part) for part in parts)) == parts
