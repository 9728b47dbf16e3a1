from datetime import date

import pytest

from docgen.actions.init import init
from docgen.actions.todo import NoAgenda, todo, write
from docgen.build.owners import UnknownBranch
from docgen.publish.todo import UnknownEnding
from docgen.workspace import Workspace

DAY = date(2012, 6, 20)


@pytest.fixture
def office(tmp_path):
    return Workspace.find(init(tmp_path / "office").root)


def test_the_list_has_an_owner_for_the_committee_and_each_branch(office):
    found = todo(office, None, DAY, DAY).listing

    assert [owner.id for owner in found.owners] == ["DW", "Z01", "Z02", "Z03", "Z04", "Z05", "Z06"]
    assert sum(len(owner.items) for owner in found.owners) == len(found.items) > 50
    assert found.signing == ()


@pytest.mark.parametrize("name", ["Z01", "z01", "机关第一党支部"])
def test_one_branch_has_its_items_and_what_it_signs(office, name):
    found = todo(office, name, DAY, DAY).listing

    assert {item.owner for item in found.items} == {"Z01"}
    assert "D07" in {line.code for line in found.signing}


def test_a_missing_cause_is_told_with_the_working_days_to_the_midterm(office):
    file = office.branches / "branch-Z01.yaml"
    text = file.read_text("utf-8")
    cause = "      - {id: Y1, kind: 主观, text: 把记录当作应付检查的材料，支部书记没有当场审签。}\n"
    file.write_text(text.replace(cause, ""), "utf-8")

    items = todo(office, "Z01", DAY, DAY).listing.items

    missing = [item for item in items if item.task.field.startswith("problems[1].causes")]
    assert [(item.days_left, item.task.before, item.task.who) for item in missing] == [
        (6, "“七一”前考评", "乜小禾")
    ]


def test_an_unknown_branch_is_refused(office):
    with pytest.raises(UnknownBranch):
        todo(office, "Z9", DAY, DAY)


def test_without_the_committees_record_there_is_no_list(office):
    (office.data / "committee.yaml").unlink()

    with pytest.raises(NoAgenda, match=r"committee\.yaml"):
        todo(office, None, DAY, DAY)


def test_a_branch_that_cannot_be_read_is_named(office):
    (office.branches / "branch-Z02.yaml").write_text("a: [", "utf-8")

    assert todo(office, None, DAY, DAY).unread == ("data/branches/branch-Z02.yaml",)


def test_an_agreement_that_is_switched_off_is_not_to_be_signed(office):
    settings = office.root / "docgen.toml"
    settings.write_text('agreement = "off"\n', "utf-8")
    day = date(2012, 6, 14)

    on = todo(office, "Z01", day, day).listing
    off = todo(Workspace.find(office.root), "Z01", day, day).listing

    assert "agreement.signed_on" in {item.task.field for item in on.items}
    assert "agreement.signed_on" not in {item.task.field for item in off.items}


@pytest.mark.parametrize("ending", ["docx", "ics", "ICS"])
def test_the_list_is_written_by_the_ending_of_the_file(office, tmp_path, ending):
    write(todo(office, "Z01", DAY, DAY).listing, tmp_path / f"todo.{ending}")

    assert (tmp_path / f"todo.{ending}").stat().st_size > 1000


def test_another_ending_is_refused_with_those_that_are_known(office, tmp_path):
    with pytest.raises(UnknownEnding, match=r"docx.*ics") as caught:
        write(todo(office, "Z01", DAY, DAY).listing, tmp_path / "todo.pdf")

    assert caught.value.exit_status == 2
