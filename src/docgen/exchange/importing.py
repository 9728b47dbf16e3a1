"""A workbook's changes to its record: found, checked against what changed meanwhile, and made."""

from collections.abc import Sequence
from dataclasses import dataclass

from yaml import YAMLError

from docgen.errors import DocgenError
from docgen.exchange import faults
from docgen.exchange.book import GUIDE, WORDS
from docgen.exchange.choices import Choices
from docgen.exchange.grid import Grid
from docgen.exchange.incoming import Spot
from docgen.exchange.merge import Change, Merged, merge
from docgen.exchange.record_file import RecordFile, rows_of, text_of
from docgen.exchange.stamp import SHEET, Stamp, read_stamp
from docgen.findings import Finding
from docgen.records.write_back import MarkedMapping, marked, rewritten

OWN_SHEETS = (GUIDE, WORDS, SHEET)


class CannotApply(DocgenError):
    """The changed text would not say what the workbook says; rather nothing is written."""

    def __init__(self, file: str, label: str) -> None:
        super().__init__(
            f"“{label}”的改动没能可靠地写进 {file}，什么也没有写",
            "请直接在记录文件里改这一项，或者把这一项恢复原样再导入其余的改动",
        )


@dataclass(frozen=True, slots=True)
class Update:
    """What one workbook does to one record; `data` are the record's new bytes."""

    record: RecordFile
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    data: bytes


def stamp_of(grids: Sequence[Grid]) -> Stamp | None:
    """The workbook's stamp, if it still has one."""
    return next((read_stamp(grid.rows) for grid in grids if grid.name == SHEET), None)


def update(
    record: RecordFile, grids: Sequence[Grid], choices: Choices, workbook: str, *, force: bool = False
) -> Update:
    """The changes that the workbook makes to the record. Raises CannotApply or SharedValue.

    Where the record was changed after the export and says something else, that is a 错误, unless forced.
    """
    stamp = stamp_of(grids)
    is_fresh = stamp is not None and stamp.digest == record.digest
    merged = merge(record.rows(), grids, choices, OWN_SHEETS, keyed=is_fresh)
    spots = list(merged.spots)
    if stamp is None:
        spots.insert(0, Spot(faults.no_stamp(), SHEET, -1, 0))
    elif not is_fresh and not force:
        spots += _conflicts(stamp, merged, record, grids, choices)
    findings = tuple(finding(spot, workbook) for spot in dict.fromkeys(spots))
    is_bad = any(spot.fault.severity == 0 for spot in spots)
    data = record.data if is_bad or not merged.changes else _written(record, merged, grids, choices)
    return Update(record, tuple(merged.changes), findings, data)


def pending(grids: Sequence[Grid], choices: Choices, model: type) -> bool:
    """Whether the workbook holds changes against the record as it was exported."""
    stamp = stamp_of(grids)
    if stamp is None:
        return True
    merged = merge(rows_of(text_of(stamp.data), model), grids, choices, OWN_SHEETS, keyed=True)
    return bool(merged.changes) or merged.is_bad


def _conflicts(
    stamp: Stamp, merged: Merged, record: RecordFile, grids: Sequence[Grid], choices: Choices
) -> list[Spot]:
    """What the workbook would undo: differences that its clerk did not make."""
    before = rows_of(text_of(stamp.data), type(record.value))
    own = {
        (change.label, change.old) for change in merge(before, grids, choices, OWN_SHEETS, keyed=True).changes
    }
    return [
        Spot(faults.changed_since(change.label, change.old, change.new), SHEET, -1, 0)
        for change in merged.changes
        if (change.label, change.old) not in own
    ]


def _written(record: RecordFile, merged: Merged, grids: Sequence[Grid], choices: Choices) -> bytes:
    node = marked(record.text)
    if not isinstance(node, MarkedMapping):
        raise CannotApply(record.file, merged.changes[0].label)
    text = rewritten(record.text, node, merged.wanted)
    try:
        left = merge(rows_of(text, type(record.value)), grids, choices, OWN_SHEETS, keyed=False)
    except YAMLError as reason:
        raise CannotApply(record.file, merged.changes[0].label) from reason
    if left.changes:
        raise CannotApply(record.file, left.changes[0].label)
    return record.with_text(text)


def finding(spot: Spot, workbook: str) -> Finding:
    """A fault of a cell as a finding, with the cell's name as its label."""
    fault = spot.fault
    return Finding(
        fault.rule,
        fault.severity,
        fault.message,
        fault.remedy,
        workbook,
        max(spot.row + 1, 0),
        spot.column + 1 if spot.row >= 0 else 0,
        label=spot.place,
    )
