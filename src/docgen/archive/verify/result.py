"""What verify found, and how it stands with each of the four headings."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.archive.verify.fault import Fault, Heading
from docgen.findings import Severity

GOOD, BAD, UNTESTED = "合格", "有问题", "未检测"


@dataclass(frozen=True, slots=True)
class Untested:
    """What could not be told, and why."""

    heading: Heading
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Remade:
    """A paper that was made once more; `difference` in lines of text where it is not the same."""

    object: str
    version: str
    result: str
    reason: str
    difference: str


@dataclass(slots=True)
class Tally:
    """How much was read."""

    objects: int = 0
    versions: int = 0
    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Verified:
    """All that is to be said of the place."""

    place: str
    kind: str  # 归档库, OCFL 库, OCFL 对象, 移交包
    tally: Tally
    faults: tuple[Fault, ...]
    seq: int = 0
    head: str = ""
    untested: tuple[Untested, ...] = ()
    rebuilt: tuple[Remade, ...] = ()

    @property
    def exit_status(self) -> int:
        return 1 if any(fault.severity is Severity.ERROR for fault in self.faults) else 0

    def properties(self) -> dict[str, dict[str, object]]:
        """Each heading with its verdict, the number of faults, and what was not tested."""
        return {heading.value: self._property(heading) for heading in Heading}

    def _property(self, heading: Heading) -> dict[str, object]:
        worst = [fault.severity for fault in self.faults if fault.heading is heading]
        found = [severity for severity in worst if severity is not Severity.INFO]
        untold = UNTESTED if not self.tally.files and not self.tally.objects else GOOD
        return {
            "result": BAD if found else untold,
            "findings": len(worst),
            "untested": [
                {"what": one.what, "why": one.why} for one in self.untested if one.heading is heading
            ],
        }


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The most urgent first, then by place."""
    return tuple(sorted(faults, key=lambda f: (f.severity, f.object, f.file, f.rule, f.message)))
