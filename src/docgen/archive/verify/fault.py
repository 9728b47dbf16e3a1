"""What verify says of one fault, and under which of the four headings of DA/T 70 it falls."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.findings import Severity


class Heading(StrEnum):
    """The four properties that an electronic archive is examined for."""

    AUTHENTIC = "真实性"
    COMPLETE = "完整性"
    USABLE = "可用性"
    SAFE = "安全性"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: of which object and version, in which file (from the place that was named)."""

    rule: str
    heading: Heading
    severity: Severity
    message: str
    remedy: str
    object: str = ""
    version: str = ""
    file: str = ""

    def as_json(self) -> dict[str, str]:
        """The fault as `--format json` prints it."""
        return {
            "rule": self.rule,
            "severity": self.severity.label,
            "object": shown(self.object),
            "version": shown(self.version),
            "file": shown(self.file),
            "message": shown(self.message),
            "remedy": self.remedy,
        }


def shown(name: str) -> str:
    """`name` as it can be printed: what is no character, or would steer a terminal, is written out."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)
