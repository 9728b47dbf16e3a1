"""The rules over records that were read from files: findings stand where the fault was typed."""

import shutil
from pathlib import Path

import pytest

from docgen.campaign.judge import Sources, run
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.findings import Finding
from docgen.records import load
from support.records import SAMPLE


def checked(folder: Path) -> list[Finding]:
    committee = load(folder / "committee.yaml", folder, CommitteeRecord)
    assert committee.value is not None
    loaded = [load(folder / "branches" / name, folder, BranchRecord) for name in committee.value.branches]
    office = Office(committee.value, tuple(one.value for one in loaded if one.value is not None))
    return run(office, Sources(committee.source, tuple(one.source for one in loaded)))


def test_the_sample_files_give_no_findings():
    assert checked(SAMPLE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "label"),
    [
        ("responsible: 乜小禾", "responsible: 也小禾", "X03", "问题 W2 › 措施 C1 › 责任人"),
        (
            "addresses: [Y2], action: 修订",
            "addresses: [Y5], action: 修订",
            "X06",
            "问题 W1 › 措施 C2 › 针对原因 第1项",
        ),
        ("total: 66.2", "total: 66.3", "X12", "划档定级结果 › 总分"),
        ("total: 60\n", "total: 61\n", "R48", "七一前考评 › 总分"),
        ("valid: 57", "valid: 56", "X13", "考评验收 › 民主测评 › 有效票数"),
        ("achieved: false", "achieved: true", "X14", "考评验收 › 是否实现目标"),
        ("grade_to: 先进", "grade_to: 标兵", "R21", "责任书 › 目标档次"),
    ],
)
def test_a_slip_is_found_on_its_line(right: str, wrong: str, code: str, label: str, tmp_path: Path):
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "branches" / "branch-Z01.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    line = text[: text.index(right)].count("\n") + 1

    found = checked(tmp_path)

    assert [(one.rule, one.file, one.line, one.label) for one in found] == [
        (code, "branches/branch-Z01.yaml", line, label)
    ]
