"""Open folder: the checks of an object, each in a file of its own under checks/."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.held import Held
from docgen.findings import Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found; the runner adds rule, heading and remedy."""

    message: str
    file: str = ""
    version: str = ""


Check = Callable[[Held], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Seat:
    """A check with what every fault of it says."""

    rule: str
    heading: Heading
    severity: Severity
    title: str
    remedy: str
    run: Check

    def faults(self, held: Held) -> Iterator[Fault]:
        """What the check has to say of the object."""
        for hit in self.run(held):
            file = f"{held.where}/{hit.file}" if hit.file else held.where
            yield Fault(
                self.rule, self.heading, self.severity, hit.message, self.remedy, held.id, hit.version, file
            )


_SEATS: dict[str, Seat] = {}


def check(
    rule: str, heading: Heading, *, remedy: str, severity: Severity = Severity.ERROR
) -> Callable[[Check], Check]:
    """The decorated function is the check of this rule; its docstring's first line is its title."""

    def seated(run: Check) -> Check:
        if rule in _SEATS:
            raise ValueError(rule)
        title = (run.__doc__ or "").strip().partition("\n")[0].rstrip("。")
        _SEATS[rule] = Seat(rule, heading, severity, title, remedy, run)
        return run

    return seated


@cache
def seats() -> tuple[Seat, ...]:
    """All checks, in the order of their rules."""
    package = "docgen.archive.verify.checks"
    for name in sorted(module.name for module in iter_modules(import_module(package).__path__)):
        import_module(f"{package}.{name}")
    return tuple(_SEATS[rule] for rule in sorted(_SEATS))
