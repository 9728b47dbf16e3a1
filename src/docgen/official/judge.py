"""Every check asked about a paper, and its hits made findings with their places."""

from collections.abc import Iterator
from typing import Protocol

from docgen.findings import Finding
from docgen.official import checks
from docgen.official.check import CHECKS, Check, Hit
from docgen.official.models import PaperRecord
from docgen.official.printed import Printed

__all__ = ["CHECKS", "checks", "judged"]


class Place(Protocol):
    """Where the fields of the record stand; records.Source is one."""

    @property
    def file(self) -> str:
        """The file, relative to the workspace."""

    def locate(self, field_path: str) -> tuple[int, int]:
        """Line and column of a field, or of what is nearest to it."""

    def label(self, field_path: str) -> str:
        """The field in Chinese."""


def judged(record: PaperRecord, paper: Printed, place: Place) -> Iterator[Finding]:
    """All findings of the checks on one paper."""
    for check in CHECKS:
        for hit in check.ask(record, paper):
            yield _finding(check, hit, place)


def _finding(check: Check, hit: Hit, place: Place) -> Finding:
    line, column = place.locate(hit.field)
    return Finding(
        check.code,
        check.severity,
        hit.message,
        hit.remedy or check.remedy,
        place.file,
        line,
        column,
        hit.field,
        place.label(hit.field),
    )
