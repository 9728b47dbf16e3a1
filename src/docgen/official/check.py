"""How a check on official papers is written: a decorated function, its docstring the manual page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.findings import Severity
from docgen.official.models import PaperRecord
from docgen.official.printed import Printed


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault at a key path of the record."""

    field: str
    message: str
    remedy: str = ""


Asked = Callable[[PaperRecord, Printed], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, how urgent it is, what to do, and the function that asks."""

    code: str
    severity: Severity
    remedy: str
    ask: Asked

    @property
    def page(self) -> str:
        """What `docgen check --explain` prints."""
        return "\n".join(line.strip() for line in (self.ask.__doc__ or "").strip().splitlines())


CHECKS: list[Check] = []


def check(code: str, severity: Severity, remedy: str) -> Callable[[Asked], Asked]:
    """The function is asked about every paper."""

    def register(ask: Asked) -> Asked:
        CHECKS.append(Check(code, severity, remedy, ask))
        return ask

    return register
