"""One type for every fact that docgen reports about a record, a template or a paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum

from docgen.errors import DocgenError


class Severity(IntEnum):
    """How urgent a finding is; the smaller, the more urgent."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def label(self) -> str:
        """The Chinese word that users read: 错误, 警告 or 提示."""
        return ("错误", "警告", "提示")[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do about it.

    `rule` is a code such as Y03, K05, X02, R9 (prefixes: DESIGN 9). `file` is relative to the
    workspace; `line` and `column` count from 1, 0 where there is none. `field` is the key path
    (`problems[1].measures[0].deadline`), `label` the same in Chinese (问题 W2 › 措施 C1 › 时限).
    """

    rule: str
    severity: Severity
    message: str
    remedy: str
    file: str = ""
    line: int = 0
    column: int = 0
    field: str = ""
    label: str = ""

    def as_json(self) -> dict[str, str | int]:
        """The finding as `--format json` prints it (DESIGN 10)."""
        return {
            "rule": self.rule,
            "severity": self.severity.label,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "field": self.field,
            "label": self.label,
            "message": self.message,
            "remedy": self.remedy,
        }


class UnknownCode(DocgenError):
    """No rule has this code; `listing` is the command that lists them."""

    exit_status = 2

    def __init__(self, code: str, known: Sequence[str], listing: str) -> None:
        near = get_close_matches(code.upper(), known, n=1, cutoff=0.5)
        remedy = f"是否想写“{near[0]}”" if near else f"用 {listing} 查看有哪些规则"
        super().__init__(f"没有编号为“{code}”的规则", remedy)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by urgency, then by place, so that two runs print the same."""
    return sorted(findings, key=lambda f: (f.severity, f.file, f.line, f.column, f.rule, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether one of them is a 错误."""
    return any(finding.severity is Severity.ERROR for finding in findings)
