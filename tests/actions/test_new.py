from datetime import date

import pytest

from docgen.actions.check import check
from docgen.actions.init import init
from docgen.actions.new import AlreadyThere, BadId, NothingToTake, TakenId, new_branch, new_committee
from docgen.actions.todo import todo
from docgen.build.office import load_office
from docgen.findings import Severity
from docgen.workspace import Workspace

DAY = date(2012, 6, 20)


@pytest.fixture
def empty(tmp_path):
    return Workspace.find(init(tmp_path / "new", empty=True).root)


@pytest.fixture
def office(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


def urgent(workspace):
    return [one for one in check(workspace, DAY, DAY).findings if one.severity is not Severity.INFO]


def test_a_fresh_workspace_has_neither_errors_nor_warnings(empty):
    new_committee(empty, None, DAY)
    made = new_branch(empty, "Z07", None, DAY)

    assert made.on_list is True
    assert urgent(empty) == []
    assert load_office(empty, DAY, DAY).office.branch_ids == ("Z07",)


def test_the_list_of_tasks_leads_on_from_a_fresh_record(empty):
    new_committee(empty, None, DAY)
    new_branch(empty, "Z07", None, DAY)

    first = {item.task.field for item in todo(empty, "Z07", DAY, DAY).listing.items}
    file = empty.branches / "branch-Z07.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  secretary:  ", "  secretary: 赵海", 1), "utf-8")
    second = {item.task.field for item in todo(empty, "Z07", DAY, DAY).listing.items}

    assert "branch.secretary" in first
    assert "baseline.grade" in first
    assert not [field for field in first if field.startswith(("target", "goals", "agreement"))]
    assert first - second == {"branch.secretary"}


def test_branches_that_were_made_first_are_on_the_new_committees_list(empty):
    assert new_branch(empty, "Z07", None, DAY).on_list is None

    new_committee(empty, None, DAY)

    assert urgent(empty) == []
    assert load_office(empty, DAY, DAY).office.branch_ids == ("Z07",)


def test_a_new_branch_joins_the_others_and_changes_nothing_else(office):
    before = (office.data / "committee.yaml").read_text("utf-8")

    new_branch(office, "Z07", None, DAY)

    after = (office.data / "committee.yaml").read_text("utf-8")
    assert after == before.replace("branch-Z06.yaml]", "branch-Z06.yaml, branch-Z07.yaml]")


def test_what_is_there_is_never_overwritten(office):
    before = (office.branches / "branch-Z01.yaml").read_bytes()

    with pytest.raises(AlreadyThere):
        new_branch(office, "Z01", None, DAY)
    with pytest.raises(AlreadyThere):
        new_committee(office, None, DAY)

    assert (office.branches / "branch-Z01.yaml").read_bytes() == before


def test_an_id_that_another_file_uses_is_refused(office):
    with pytest.raises(TakenId, match=r"branch-Z01\.yaml"):
        new_branch(office, "z01", None, DAY)


@pytest.mark.parametrize("typed", ["", "../Z01", "Z 01", "支部一", "Z01.yaml", "-Z"])
def test_what_is_no_id_is_refused(office, typed):
    with pytest.raises(BadId):
        new_branch(office, typed, None, DAY)


def test_last_years_names_are_taken_over_but_not_its_dates(office, empty):
    for number in range(1, 7):
        new_branch(empty, f"Z0{number}", office.root, DAY)
    new_committee(empty, office.root, DAY)

    taken, old = (load_office(one, DAY, DAY).office for one in (empty, office))
    assert taken.committee.people == old.committee.people
    assert taken.campaign.rubric == old.campaign.rubric
    assert taken.campaign.rules.midterm_before is None
    assert taken.campaign.rules.ratio_targets == old.campaign.rules.ratio_targets
    assert taken.committee.committee.totals.branches is None
    assert not taken.committee.plan
    assert taken.branches[0].branch == old.branches[0].branch
    assert not taken.branches[0].problems
    assert urgent(empty) == []


def test_branches_that_are_still_to_be_made_are_named(office, empty):
    new_branch(empty, "Z01", office.root, DAY)

    assert new_committee(empty, office.root, DAY).awaited == ("Z02", "Z03", "Z04", "Z05", "Z06")


def test_a_branch_that_the_other_workspace_lacks_cannot_be_taken(office, empty):
    with pytest.raises(NothingToTake, match="Z99"):
        new_branch(empty, "Z99", office.root, DAY)

    assert not (empty.branches / "branch-Z99.yaml").exists()


def test_the_schema_lies_where_the_first_line_points(empty):
    made = new_branch(empty, "Z07", None, DAY)

    first = made.path.read_text("utf-8").splitlines()[0]
    assert (made.path.parent / first.partition("$schema=")[2]).resolve() == made.schema.resolve()
    assert made.schema.is_file()
