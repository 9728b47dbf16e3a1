"""check: what is due by a day, and said once."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.actions.check import Checked, check
from docgen.findings import Severity
from docgen.workspace import Workspace
from support.judged import in_short
from support.other_office import changed, records, write
from support.records import SAMPLE

TODAY = date(2029, 1, 1)


def checked(whole: dict[str, Any], folder: Path, as_of: date | None = None, today: date = TODAY) -> Checked:
    return check(Workspace.find(write(whole, folder)), as_of, today)


def test_the_hospitals_records_are_free_of_findings(tmp_path: Path):
    found = checked(records(), tmp_path)

    assert found.findings == ()
    assert found.exit_status == 0


def test_the_sample_is_free_of_findings(tmp_path: Path):
    (tmp_path / "docgen.toml").touch()
    shutil.copytree(SAMPLE, tmp_path / "data")

    assert check(Workspace.find(tmp_path), None, TODAY).findings == ()


def test_after_publication_the_day_is_that_of_the_last_event(tmp_path: Path):
    assert checked(records(), tmp_path).as_of == date(2027, 12, 22)


def test_before_publication_the_day_is_today(tmp_path: Path):
    assert checked(changed("committee.grade_confirmation.notice.date", None), tmp_path).as_of == TODAY


@pytest.mark.parametrize(
    ("as_of", "severity"),
    [(date(2027, 6, 15), Severity.INFO), (date(2027, 11, 22), Severity.ERROR), (None, Severity.ERROR)],
)
def test_what_is_due_at_the_year_end_is_no_error_in_june(
    as_of: date | None, severity: Severity, tmp_path: Path
):
    whole = changed("P1.goals.five_dimensions[0].result", None)

    found = checked(whole, tmp_path, as_of)

    assert [(one.rule, one.severity) for one in found.findings] == [("R4", severity)]


def test_a_required_field_is_a_hint_until_its_step_and_then_an_error(tmp_path: Path):
    whole = changed("P1.final.conclusion", None)
    later, now = tmp_path / "later", tmp_path / "now"
    later.mkdir()
    now.mkdir()

    early = [in_short(one) for one in checked(whole, later, date(2027, 10, 1)).findings]
    late = [in_short(one) for one in checked(whole, now).findings]

    assert early == ["K27 提示 P1.final.conclusion"]
    assert late == ["K26 错误 P1.final.conclusion"]


def test_a_new_workspace_with_only_names_has_no_error(tmp_path: Path):
    whole = records()
    names = {
        "committee": {
            "schema": "jinwei-shengji/v1",
            "campaign": {"id": "TS"},
            "committee": {"full_name": "中共滨海市第一医院委员会"},
            "branches": ["P1.yaml"],
        },
        "P1": {
            "schema": "jinwei-shengji/v1",
            "branch": {"id": "P1", "short_name": whole["P1"]["branch"]["short_name"]},
        },
    }

    found = checked(names, tmp_path)

    assert found.exit_status == 0
    assert {one.severity for one in found.findings} == {Severity.INFO}
