"""What an inspection found, for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from docgen.actions.inspect_rules import clause_of
from docgen.findings import Severity
from docgen.inspect.deviation import Deviation
from docgen.inspect.inspected import Inspected
from docgen.inspect.inspecting import Outcome

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_PROFILES = {"setup": "天头 37 毫米按页面设置量", "glyph": "天头 37 毫米按字面量"}
UNREADABLE = "Y01"


def report(path: Path, inspected: Inspected, *, verbose: bool) -> str:
    """One file: what it was taken for, then its findings. `verbose`: every paragraph with its element."""
    if inspected.failure:
        severity = click.style(Severity.ERROR.label, fg=_COLOURS[Severity.ERROR])
        return f"{severity}  {path}：{inspected.failure}（{UNREADABLE}）\n      {inspected.remedy}\n"
    lines = [_headline(path, inspected)]
    if verbose:
        lines += [f"    {line}" for line in _elements(inspected)]
    lines += [f"    注意：{note}。" for note in inspected.notes]
    lines += [_shown(number, one) for number, one in enumerate(inspected.deviations, start=1)]
    if not inspected.deviations:
        lines.append("    没有发现问题。")
    return "\n".join(lines) + "\n"


def _headline(path: Path, inspected: Inspected) -> str:
    pages = f"，{inspected.pages} 页" if inspected.pages else ""
    return f"{path}：认作{inspected.format}{pages}，{_PROFILES.get(inspected.profile, inspected.profile)}"


def _elements(inspected: Inspected) -> Iterator[str]:
    for one in inspected.elements:
        place = f"第 {one.paragraph} 段" if one.paragraph else f"第 {one.page} 页"
        yield f"{place}  {one.element}  {one.text}"


def _shown(number: int, one: Deviation) -> str:
    severity = one.weight.severity
    label = click.style(severity.label, fg=_COLOURS[severity])
    page = f"第 {one.page} 页" if one.page else ""
    paragraph = f"第 {one.paragraph} 段" if one.paragraph else ""
    quoted = f"“{' '.join(one.text.split())}”" if one.text.strip() else ""
    where = page + paragraph + quoted
    said = f"{where}：{one.message}" if where else one.message
    first = f"{label}  {number}. {said}（{one.rule.code}，{clause_of(one.rule)}）"
    measured = f"应为“{one.expected}”，现为“{one.found}”；" if one.expected and one.found else ""
    return f"{first}\n      {measured}{one.remedy}"


def corrections(outcome: Outcome) -> Iterator[str]:
    """What the corrected copy has that the file had not, and what is left for the clerk."""
    if outcome.left is None:
        return
    if not outcome.done:
        yield "    没有可以自动改正的。"
    else:
        yield "    已改正：\n" + "\n".join(f"      {one}" for one in outcome.done)
    if outcome.left:
        yield "    还要您自己处理（只看 Word 文件的内容，没有重新排版）：\n" + "\n".join(
            _shown(number, one) for number, one in enumerate(outcome.left, start=1)
        )


def closing(inspected: Sequence[Inspected]) -> str:
    """All files in one sentence."""
    found = Counter(one.weight.severity for each in inspected for one in each.deviations)
    unread = sum(bool(each.failure) for each in inspected)
    counts = [f"{severity.label} {found[severity]} 处" for severity in Severity if found[severity]]
    files = f"检查了 {len(inspected)} 个文件" + (f"，其中 {unread} 个读不出来" if unread else "")
    return (
        f"{files}：{'、'.join(counts)}。"
        if counts
        else f"{files}，没有发现格式问题。"
        if not unread
        else f"{files}。"
    )


def as_json(paths: Sequence[Path], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The object of `--format json` (DESIGN 10)."""
    findings = [
        finding
        for path, outcome in zip(paths, outcomes, strict=True)
        for finding in _findings(path, outcome.inspected)
    ]
    counted = Counter(finding["severity"] for finding in findings)
    return {
        "findings": findings,
        "files": [_file(path, outcome) for path, outcome in zip(paths, outcomes, strict=True)],
        "summary": {severity.label: counted[severity.label] for severity in Severity},
    }


def _findings(path: Path, inspected: Inspected) -> Iterator[dict[str, Any]]:
    if inspected.failure:
        yield _finding(path, UNREADABLE, Severity.ERROR, inspected.failure, inspected.remedy)
    for one in inspected.deviations:
        box = one.box_mm
        yield _finding(path, one.rule.code, one.weight.severity, one.message, one.remedy) | {
            "clause": clause_of(one.rule),
            "strength": one.weight.value,
            "page": one.page,
            "paragraph": one.paragraph,
            "x_mm": round(box.left_mm, 2) if box else None,
            "y_mm": round(box.top_mm, 2) if box else None,
            "expected": one.expected,
            "found": one.found,
            "text": one.text,
        }


def _finding(path: Path, code: str, severity: Severity, message: str, remedy: str) -> dict[str, Any]:
    return {
        "rule": code,
        "severity": severity.label,
        "file": str(path),
        "page": 0,
        "paragraph": 0,
        "x_mm": None,
        "y_mm": None,
        "expected": "",
        "found": "",
        "message": message,
        "remedy": remedy,
    }


def _file(path: Path, outcome: Outcome) -> dict[str, Any]:
    inspected = outcome.inspected
    told: dict[str, Any] = {
        "file": str(path),
        "format": inspected.format,
        "profile": inspected.profile,
        "pages": inspected.pages,
        "elements": [
            {"element": one.element, "text": one.text, "paragraph": one.paragraph, "page": one.page}
            for one in inspected.elements
        ],
        "notes": list(inspected.notes),
    }
    if outcome.left is not None:
        told["fixed"] = list(outcome.done)
        told["left"] = list(_findings(path, Inspected(inspected.file, deviations=outcome.left)))
    return told
