"""A batch of documents for one worker: who did not come back is tried again, alone, before it is lost."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from docgen.pdf.worker import OfficeBroke, Worker

_NOT_OPENED = "LibreOffice 打不开这个文件"
# A bad document breaks LibreOffice twice, in its batch and alone. After so many breaks in a row without
# one PDF, LibreOffice or a template is at fault, and thousands of papers would each wait for nothing.
_BREAKS_MAX = 12
_HANG_COUNTS = 2  # a hang costs the whole time limit, a crash a second


class GivenUp(OfficeBroke):
    """The document was not tried: LibreOffice broke too often before."""

    def __init__(self) -> None:
        super().__init__("LibreOffice 接连出错，没有再试")


@dataclass(slots=True)
class Patience:
    """How often LibreOffice broke since it last made a PDF; shared by the workers of a pool."""

    _breaks: int = 0
    _lock: Lock = field(default_factory=Lock)

    @property
    def is_over(self) -> bool:
        return self._breaks >= _BREAKS_MAX

    def rewarded(self) -> None:
        """A PDF came."""
        with self._lock:
            self._breaks = 0

    def tried(self, broke: OfficeBroke) -> None:
        """LibreOffice ended before its work did."""
        with self._lock:
            self._breaks += _HANG_COUNTS if broke.is_hang else 1


def outcomes(
    sources: list[Path], worker: Worker, patience: Patience
) -> Iterator[tuple[Path, bytes | OfficeBroke]]:
    """Every source with its PDF or with the reason why there is none."""
    batches = deque([sources])
    while batches and not patience.is_over:
        batch = batches.popleft()
        missing, broke = list(batch), None
        try:
            for source, pdf in worker.run(batch):
                missing.remove(source)
                patience.rewarded()
                yield source, pdf
        except OfficeBroke as reason:
            broke = reason
            patience.tried(reason)
        if len(batch) == 1:
            yield from ((source, broke or OfficeBroke(_NOT_OPENED)) for source in missing)
        else:
            batches.extendleft(reversed(_second_try(missing, broke)))
    yield from ((source, GivenUp()) for batch in batches for source in batch)


def _second_try(missing: list[Path], broke: OfficeBroke | None) -> list[list[Path]]:
    # LibreOffice works in order: when it broke, the first one missing did it and the rest are innocent.
    if broke is not None and len(missing) > 1:
        return [missing[:1], missing[1:]]
    return [[source] for source in missing]
