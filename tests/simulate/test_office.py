"""A simulated office is one that `docgen check` finds nothing in."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.check import check
from docgen.actions.init import FolderNotEmpty
from docgen.actions.simulate import simulate
from docgen.build.office import load_office
from docgen.cli.progress import Silent
from docgen.workspace import Workspace

DAY = date(2013, 1, 15)


def simulated(folder: Path, branches: int, seed: int = 1) -> Workspace:
    return Workspace.find(simulate(folder, branches, seed, Silent()).root)


def records(workspace: Workspace) -> dict[str, bytes]:
    files = workspace.data.rglob("*.yaml")
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(("branches", "seed"), [(1, 1), (2, 2), (5, 3), (40, 4)])
def test_nothing_is_wrong_with_a_simulated_office(tmp_path, branches, seed):
    found = check(simulated(tmp_path / "w", branches, seed), DAY, DAY)

    assert [finding.message for finding in found.findings] == []
    assert len(found.records) == branches + 1


def test_branches_differ_in_names_people_numbers_and_sentences(tmp_path):
    office = load_office(simulated(tmp_path / "w", 40), DAY, DAY).office

    assert office is not None
    alike = [one for one in office.branches if one.baseline.grade == "先进"]
    assert len({one.branch.full_name for one in office.branches}) == 40
    assert len({one.branch.secretary for one in office.branches}) == 40
    assert len({one.agreement.doc_no for one in office.branches}) == 40
    assert len({problem.causes[0].text for one in office.branches for problem in one.problems}) > 100
    assert len({one.branch.members.formal for one in alike}) > 4


def test_every_grade_and_both_outcomes_are_there(tmp_path):
    office = load_office(simulated(tmp_path / "w", 24), DAY, DAY).office

    assert office is not None
    grades = Counter(one.baseline.grade for one in office.branches)
    assert grades == {"一般": 12, "先进": 8, "标兵": 4}
    assert Counter(one.final.achieved for one in office.branches) == {True: 20, False: 4}
    assert office.committee.committee.totals.branches == 24


def test_records_say_everything_plainly(tmp_path):
    text = (simulated(tmp_path / "w", 12).data / "committee.yaml").read_text("utf-8")

    assert "&id" not in text
    assert "issued_on: 2012-06-15\n" in text


def test_same_seed_gives_the_same_records_and_another_seed_others(tmp_path):
    first, again, other = (simulated(tmp_path / str(n), 8, seed) for n, seed in enumerate((5, 5, 6)))

    assert records(first) == records(again)
    assert all(records(first)[name] != text for name, text in records(other).items())


def test_folder_with_files_in_it_is_refused_and_left_alone(tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "mine.txt").write_text("mine")

    with pytest.raises(FolderNotEmpty):
        simulate(tmp_path / "w", 3, 1, Silent())

    assert [path.name for path in (tmp_path / "w").iterdir()] == ["mine.txt"]


def test_interrupted_simulation_leaves_nothing(tmp_path):
    class Interrupted(Silent):
        def advances(self) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulate(tmp_path / "w", 3, 1, Interrupted())

    assert list(tmp_path.iterdir()) == []
