"""The records of a workspace: what is said when the list of branch files and the files differ."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.init import init
from docgen.build import committee
from docgen.build.committee import CommitteePlaces
from docgen.build.office import load_office
from docgen.findings import Finding
from docgen.workspace import Workspace

LATER = date(2013, 2, 1)
_read = CommitteePlaces._read


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path / "office", empty=False)
    return Workspace.find(tmp_path / "office")


def changed(workspace: Workspace, old: str, new: str, file: str = "committee.yaml") -> list[Finding]:
    path = workspace.data / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return list(load_office(workspace, None, LATER).findings)


def places(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.rule, f.severity.label, f"{f.file}:{f.field}") for f in findings]


def test_a_missing_branch_file_is_one_error_with_the_nearest_name(workspace):
    findings = changed(workspace, "branch-Z01.yaml,", "branch-Z11.yaml,")

    errors = [place for place in places(findings) if place[1] == "错误"]
    assert errors == [("X01", "错误", "data/committee.yaml:branches[0]")]
    assert "branch-Z01.yaml" in findings[0].remedy


def test_a_branch_file_that_is_not_listed_but_missed_is_one_error(workspace):
    findings = changed(workspace, "branch-Z01.yaml,", "")

    assert places(findings) == [("X02", "错误", "data/committee.yaml:branches")]


@pytest.mark.parametrize("office", ["faulty_values", "missed_branch"])
def test_findings_of_a_large_committee_file_have_their_places(workspace, office, monkeypatch):
    file = workspace.data / "committee.yaml"
    faulty = {"faulty_values": ("person: ", "person: 无此"), "missed_branch": ("branch-Z01.yaml,", "")}
    file.write_text(file.read_text("utf-8").replace(*faulty[office]), "utf-8")
    here = load_office(workspace, None, LATER, processes=1).findings
    monkeypatch.setattr(committee, "_LARGE_BYTES", 0)
    read = []
    monkeypatch.setattr(CommitteePlaces, "_read", lambda self: read.append(self.file) or _read(self))

    apart = load_office(workspace, None, LATER, processes=2).findings

    assert apart == here
    of_committee = [one for one in apart if one.file.endswith("committee.yaml")]
    assert of_committee
    assert all(one.line > 1 and one.label for one in of_committee)
    assert len(read) == (office == "missed_branch")  # by this process, only for a fault of the list


def test_a_file_that_nobody_lists_or_misses_is_a_hint(workspace):
    shutil.copy(workspace.branches / "branch-Z01.yaml", workspace.branches / "branch-old.yaml")

    findings = load_office(workspace, None, LATER).findings

    assert places(list(findings)) == [("X02", "提示", "data/branches/branch-old.yaml:")]


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd"])
def test_a_listed_path_out_of_the_folder_is_told_in_the_list_and_not_read(workspace, name):
    findings = changed(workspace, "branch-Z01.yaml,", f"branch-Z01.yaml, {name},")

    assert places(findings) == [("Y02", "错误", "data/committee.yaml:branches[1]")]


def test_a_branch_without_its_id_is_one_finding(workspace):
    findings = changed(workspace, "  id: Z03\n", "", "branches/branch-Z03.yaml")

    assert places(findings) == [("K18", "错误", "data/branches/branch-Z03.yaml:branch.id")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("rated_on: 2012-04-20", "rated_on: 2012-04-31", "K05 baseline.rated_on"),
        ("rated_on: 2012-04-20", "rated_on: 0000123", "K05 baseline.rated_on"),
        ("sources: [D1, D2, D3]", "sources: D1、D2", "K04 problems[0].sources"),
        ("  secretary: 尉", "  书纪: 尉", "K01 branch.书纪"),
        ("formal: 27", "formal: 二十七", "K06 branch.members.formal"),
        ("    measures:", "    measurs:", "K01 problems[0].measurs"),
    ],
)
def test_a_fault_of_a_value_is_one_finding_whatever_rules_miss_it(workspace, old, new, expected):
    findings = changed(workspace, old, new, "branches/branch-Z01.yaml")

    assert [f"{f.rule} {f.field}" for f in findings] == [expected]


def test_a_mistyped_id_is_told_where_it_was_typed(workspace):
    findings = changed(workspace, "  id: Z03\n", "  id: Z30\n", "branches/branch-Z03.yaml")

    told = [finding for finding in findings if finding.rule == "X04"]
    assert places(told) == [("X04", "错误", "data/branches/branch-Z03.yaml:branch.id")]
    assert "“Z03”" in told[0].remedy
