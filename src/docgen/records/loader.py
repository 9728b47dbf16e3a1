"""A record file to a typed value: everything that is wrong with it is a finding, nothing is raised."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from yaml import YAMLError

from docgen.files import CannotRead, OutsideWorkspace, TooLarge, digest, inside, read_bounded
from docgen.findings import Finding
from docgen.records import file_faults, value_faults
from docgen.records.compose import Composed, Limits, Placed, compose
from docgen.records.decode import decode
from docgen.records.faults import Fault
from docgen.records.missing import required
from docgen.records.schema import Entity
from docgen.records.shape import shape_of
from docgen.records.slips import slips
from docgen.records.source import Source
from docgen.records.syntax import diagnose
from docgen.records.tree import Mapping, Node, Scalar
from docgen.records.validate import Spotted, Validation

M = TypeVar("M", bound=Entity)
_WHOLE_FILE = frozenset({"Y06", "Y07", "Y19", "Y21"})  # these belong to no key
_COMPANIONS = frozenset({"K04", "K18"})  # follow from a fault of the file in the same line
_MISALIGNED = "Y14"
_OPEN_BRACKET = "Y16"  # what stands in its line was read wrong
_NO_LINE = 10**9
_MENDED_CHARS = 200_000  # a larger file is no clerk's typing, and each mend reads it again
_MENDS = 30  # a file with more slips than this is told the first ones


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A record, its source, and what is wrong with it; no value when the file cannot be read whole."""

    value: M | None
    source: Source
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Reading:
    """One file on its way to a value."""

    source: Source
    limits: Limits
    placed: list[Placed] = field(default_factory=list)
    spotted: list[Spotted] = field(default_factory=list)
    unlisted: int = 0
    value: Any = None
    doubtful_from: int = _NO_LINE  # what stands from this line on may belong elsewhere


def load(path: str | os.PathLike[str], root: Path, model: type[M], limits: Limits | None = None) -> Loaded[M]:
    """The record at `path` (taken from `root`, which it must not leave), or the findings that say why not."""
    reading = _Reading(Source(_shown_name(path, root), "", model), limits or Limits())
    data = _read(path, root, reading)
    if data is not None:
        reading.source.digest = digest(data)
        _understand(data, reading)
    return Loaded(reading.value, reading.source, _findings(reading))


def _shown_name(path: str | os.PathLike[str], root: Path) -> str:
    name = os.fspath(path)
    if Path(name).is_absolute():
        name = os.path.relpath(name, root)
    return Path(name).as_posix()


def _read(path: str | os.PathLike[str], root: Path, reading: _Reading) -> bytes | None:
    limit = reading.limits.file_bytes
    try:
        return read_bounded(inside(root, path), limit)
    except OutsideWorkspace as error:
        fault = file_faults.outside(f"“{reading.source.file}”不在工作区里", error.remedy)
    except TooLarge:
        fault = file_faults.too_large(limit // (1024 * 1024))
    except CannotRead as error:
        fault = file_faults.unreadable(error.reason, error.remedy)
    reading.placed.append(Placed(fault, 0, 0))
    return None


def _understand(data: bytes, reading: _Reading) -> None:
    text, placed = decode(data)
    reading.placed += placed
    if text is None:
        return
    composed = _composed(text, reading)
    reading.placed += composed.faults
    top = _top(composed, reading)
    if top is not None:
        reading.source.root = top
        _validate(top, composed.complete, reading)


def _composed(text: str, reading: _Reading) -> Composed:
    """The tree, slips mended on the way so that the rest of the file is checked as well."""
    mended = False
    for _ in range(_MENDS if len(text) <= _MENDED_CHARS else 1):
        composed = compose(text, reading.limits)
        again = _swallowed(composed, text, reading) if composed.error is None else None
        if composed.error is not None:
            again = _broken(composed.error, text, reading, mended)
        if again is None or again == text:
            return composed
        text, mended = again, True
    return composed


def _swallowed(composed: Composed, text: str, reading: _Reading) -> str | None:
    found = slips(composed.root, text)
    if found is None:
        return None
    reading.placed += found[0]
    return found[1]


def _broken(error: YAMLError, text: str, reading: _Reading, mended: bool) -> str | None:
    """The text mended, or None; the fault is told, but not what breaks only because of a mend."""
    diagnosis = diagnose(error, text)
    if diagnosis.mended is None and mended:
        return None
    reading.placed.append(diagnosis.placed)
    if diagnosis.placed.fault.rule == _MISALIGNED:
        reading.doubtful_from = diagnosis.placed.line - 1
    return diagnosis.mended


def _top(composed: Composed, reading: _Reading) -> Mapping | None:
    root = composed.root
    if isinstance(root, Mapping):
        return root
    if not reading.placed:
        reading.placed.append(_not_a_record(root))
    return None


def _not_a_record(root: Node | None) -> Placed:
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return Placed(file_faults.empty_file(), 1, 1)
    found = "一段文字" if isinstance(root, Scalar) else "一个列表"
    return Placed(file_faults.not_a_mapping(found), root.line, root.column)


def _validate(top: Mapping, complete: bool, reading: _Reading) -> None:
    model = reading.source.model
    validation = Validation(reading.limits)
    values = validation.entity(top, shape_of(model))
    reading.unlisted = validation.unlisted
    reading.spotted += [s for s in validation.spotted if s.line < reading.doubtful_from]
    if not complete:
        return
    try:
        reading.value = model.model_validate(values)
    except ValidationError as error:
        reading.spotted += _refusals(error, reading.source)
        return
    faulty = {spotted.path for spotted in reading.spotted}
    for path in required(reading.value, reading.source):
        if not any(path == one or path.startswith(f"{one}.") for one in faulty):
            reading.spotted.append(_spotted(path, value_faults.required_missing(), reading.source))


def _refusals(error: ValidationError, source: Source) -> list[Spotted]:
    """What only the model refuses, such as a bound of a field."""
    found = []
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in one["loc"])
        found.append(_spotted("".join(steps).lstrip("."), value_faults.refused_value(one["msg"]), source))
    return found


def _spotted(path: str, fault: Fault, source: Source) -> Spotted:
    return Spotted(fault, path, *source.locate(path))


def _findings(reading: _Reading) -> tuple[Finding, ...]:
    source, limit = reading.source, reading.limits.findings
    lines = {placed.line for placed in reading.placed if placed.line}
    torn = {placed.line for placed in reading.placed if placed.fault.rule == _OPEN_BRACKET}
    spotted = [
        s
        for s in reading.spotted
        if s.line not in torn and not (s.fault.rule in _COMPANIONS and s.line in lines)
    ]
    placed = reading.placed[: limit + 1]
    found = [_finding(p.fault, p.line, p.column, source, _path_of(p, source)) for p in placed]
    found += [_finding(s.fault, s.line, s.column, source, s.path) for s in spotted[: limit + 1]]
    distinct = list(dict.fromkeys(found))
    if len(distinct) <= limit:
        return tuple(distinct)
    left = len(reading.placed) + len(spotted) + reading.unlisted - limit
    return (*distinct[:limit], _finding(file_faults.too_many(left), 0, 0, source, ""))


def _path_of(placed: Placed, source: Source) -> str:
    return "" if placed.fault.rule in _WHOLE_FILE else source.at(placed.line, placed.column)


def _finding(fault: Fault, line: int, column: int, source: Source, path: str) -> Finding:
    label = source.label(path) if path else ""
    return Finding(
        fault.rule, fault.severity, fault.message, fault.remedy, source.file, line, column, path, label
    )
