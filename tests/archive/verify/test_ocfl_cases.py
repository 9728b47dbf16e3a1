"""Our own judge and ocfl-py's, each on OCFL's cases: what is valid, warned and invalid comes out so."""

from pathlib import Path

import pytest

from docgen.archive.verify.run import Wanted, verify
from docgen.findings import Severity
from support.ocfl_cases import BAD, GOOD, WARN, Case, cases

CASES = list(cases())
# ocfl-py compares what an older inventory says with the root's, not with the folder that it lies in.
TOO_KIND = "E040_wrong_version_in_version_dir"


def laid(folder: Path, case: Case) -> Path:
    for path, data in case.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def verdict(folder: Path, *, ocfl: bool) -> str:
    worst = min((fault.severity for fault in verify(folder, Wanted(ocfl=ocfl)).faults), default=None)
    return {None: GOOD, Severity.INFO: GOOD, Severity.WARNING: WARN, Severity.ERROR: BAD}[worst]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_our_judge_tells_good_warned_and_bad_apart(tmp_path, case):
    assert verdict(laid(tmp_path, case), ocfl=False) == case.verdict


@pytest.mark.parametrize(
    "case", [case for case in CASES if TOO_KIND not in case.name], ids=lambda case: case.name
)
def test_ocfl_py_tells_good_warned_and_bad_apart(tmp_path, case):
    assert verdict(laid(tmp_path, case), ocfl=True) == case.verdict
