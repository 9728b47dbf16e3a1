"""Findings for people: the most urgent first, each with its place, its Chinese name and the remedy."""

from collections import Counter
from collections.abc import Sequence

import click

from docgen.findings import Finding, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def shown(finding: Finding) -> str:
    """One finding in two lines: where and what, then what to do."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    label = f"{finding.label}：" if finding.label else ""
    severity = click.style(finding.severity.label, fg=_COLOURS[finding.severity])
    first = "  ".join(filter(None, (severity, place, f"{label}{finding.message}")))
    return f"{first}（{finding.rule}）\n      {finding.remedy}"


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many there are of each severity, by its Chinese word."""
    found = Counter(finding.severity for finding in findings)
    return {severity.label: found[severity] for severity in Severity}


def summary(findings: Sequence[Finding]) -> str:
    """The counts as a sentence."""
    if not findings:
        return "没有发现问题。"
    return (
        "共有" + "、".join(f"{label} {count} 处" for label, count in counts(findings).items() if count) + "。"
    )
