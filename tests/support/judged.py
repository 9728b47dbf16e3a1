"""What `check` finds in the other office when one thing in it is changed."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docgen.build.office import load_office
from docgen.findings import Finding
from docgen.workspace import Workspace
from support.other_office import changed, records, write

_LONG_AFTER = date(2028, 6, 1)


def found_with(field: str, value: Any, folder: Path) -> list[str]:
    """All findings as “R24 错误 P1.problems[0].target.unit”."""
    return [in_short(one) for one in findings_of(changed(field, value), folder)]


def findings_of(whole: dict[str, Any], folder: Path, as_of: date | None = None) -> tuple[Finding, ...]:
    """The findings of these records, read from files in the folder.

    As after an earlier build: files in which nothing was changed are known from their notes.
    """
    workspace = Workspace.find(write(whole, folder))
    shutil.copytree(_notes_of_the_good_office().name, workspace.state)
    return load_office(workspace, as_of, _LONG_AFTER).findings


@cache
def _notes_of_the_good_office() -> TemporaryDirectory[str]:
    kept = TemporaryDirectory()
    with TemporaryDirectory() as folder:
        workspace = Workspace.find(write(records(), Path(folder)))
        load_office(workspace, None, _LONG_AFTER, notes=True)
        shutil.copytree(workspace.state, kept.name, dirs_exist_ok=True)
    return kept


def in_short(finding: Finding) -> str:
    """Rule, severity and place of a finding."""
    return f"{finding.rule} {finding.severity.label} {Path(finding.file).stem}.{finding.field}"


def parted(found: list[str], requirements: range) -> tuple[list[str], list[str]]:
    """The findings of these requirements and of the loader (K), and all others."""
    own = [one for one in found if _is_of(one, requirements)]
    return own, [one for one in found if one not in own]


def _is_of(found: str, requirements: range) -> bool:
    code = found.split()[0]
    return code[0] == "K" or (code[0] == "R" and int(code[1:]) in requirements)
