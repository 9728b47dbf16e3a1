"""What the inspector says of a finished paper. Only papers with an official layout have a format to keep.

The document itself is judged, not the picture of its pages: that takes fifteen times as long, and the PDF is
made from the document at once.
"""

from functools import cache
from typing import Any

from docgen.build.job import Job
from docgen.findings import Finding
from docgen.inspect.deviation import Deviation
from docgen.inspect.house import House, house_of
from docgen.inspect.inspecting import inspect_bytes
from docgen.inspect.rules import all_rules
from docgen.settings import Settings

OFFICIAL = ("red-head", "letter", "minutes")


def format_findings(job: Job, docx: bytes, settings: Settings) -> list[Finding]:
    """The findings on the format of the paper. Raises FaultySettings."""
    if job.paper.layout not in OFFICIAL:
        return []
    name = f"{job.paper_id}.docx"
    inspected = inspect_bytes(name, docx, None, house(settings)).inspected
    return [_finding(one, name) for one in inspected.deviations]


def house(settings: Settings) -> House:
    """The unit's own reading of the format. Raises FaultySettings."""
    table: dict[str, Any] = dict(settings.inspect)
    return house_of(table, _codes()) if table else House()


@cache
def _codes() -> frozenset[str]:
    return frozenset(entry.rule.code for entry in all_rules())


def _finding(one: Deviation, name: str) -> Finding:
    place = f"第 {one.paragraph} 段" if one.paragraph else ""
    return Finding(one.rule.code, one.weight.severity, one.message, one.remedy, name, label=place)
