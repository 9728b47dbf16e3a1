"""Our own papers stand before our own inspection."""

import pytest

from docgen.actions.init import init
from docgen.cli import main
from docgen.findings import Severity
from docgen.inspect.house import House
from docgen.inspect.inspecting import inspect_bytes

OFFICIAL = [
    "D01",
    "D03",
    "D04",
    "D06",
    "D07",
    "D09",
    "D11",
    "D12",
    "D16",
    "D17",
    "D18",
    "D26",
    "D30",
    "D32",
    "GW",
]
FORMATS = {
    "D03-plan": "上行文",
    "D16": "普通公文",
    "D06-minutes": "纪要",
    "D30-letter": "信函",
    "D30-request": "上行文",
    "GW-order": "命令（令）",
    "GW-letter": "信函",
    "GW-slip": "非公文",
    "D32": "非公文",
    "D12": "非公文",
}


@pytest.fixture(scope="module")
def inspected(tmp_path_factory):
    """What was found in the papers of the committee and of one branch, by their codes."""
    root = init(tmp_path_factory.mktemp("office") / "w").root
    main(["-C", str(root), "build", *OFFICIAL, "-b", "DW", "-b", "Z01", "-q"])
    paths = sorted((root / "output").rglob("*.docx"))
    return [
        (path.name, inspect_bytes(path.name, path.read_bytes(), None, House()).inspected) for path in paths
    ]


def test_papers_have_no_error_and_no_warning(inspected):
    told = [
        f"{name} {one.rule.code} {one.text} {one.message}"
        for name, found in inspected
        for one in found.deviations
        if one.weight.severity in (Severity.ERROR, Severity.WARNING)
    ]

    assert len(inspected) > 30
    assert not [found.failure for _, found in inspected if found.failure]
    assert told == []


def test_papers_are_taken_for_what_they_are(inspected):
    formats = {name.split("_")[1]: found.format for name, found in inspected}

    assert {code: formats[code] for code in FORMATS} == FORMATS
