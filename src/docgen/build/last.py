"""What the last build of a selection came to, so that the next need read nothing where nothing changed.

It is told again only while program, settings, day, records and templates are what they were, and every
paper lies there as it was written, made from what it was made from then: in between, a build of another
selection, day or setting may have made it otherwise, or have left papers that this one does not want.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

from docgen.build.notes import read_sealed, write_sealed
from docgen.build.orphans import Orphan
from docgen.build.outcome import Outcome
from docgen.build.outcomes import PATH, STATUS, Outcomes, packed, rows
from docgen.build.output import Output
from docgen.build.sources import Seen, Sources
from docgen.files import digest, newest_only
from docgen.findings import Finding, Severity

_SELECTIONS = 8  # so many are remembered
_THERE = ("written", "unchanged")


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, and under which settings: each is remembered by itself."""

    folder: Path  # of the build's notes
    kinds: Sequence[str]
    owners: Sequence[str]
    as_of: date | None
    settings: str
    sources: Sequence[Path]  # folders whose files the build reads

    @property
    def file(self) -> Path:
        """Where it is remembered."""
        asked = json.dumps([list(self.kinds), list(self.owners), str(self.as_of), self.settings])
        return self.folder / f"last-{digest(asked.encode())[:16]}"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the build came to."""

    outcomes: Outcomes
    findings: tuple[Finding, ...]  # about manifests
    errors: int  # in the records
    as_of: date
    unread: tuple[str, ...] = ()
    seen: Seen = field(default_factory=dict)
    orphans: tuple[Orphan, ...] = ()  # papers that nobody asks for any more; told once


def recall(selection: Selection, output: Output, today: date, *, verify: bool) -> Remembered | None:
    """What a build would come to now, without one; None where something has changed."""
    told, blocks = _noted(selection)
    if told is None or not _is_of_the_day(told, selection, today):
        return None
    if not Sources(told["seen"]).are_same(selection.sources):
        return None
    if told["manifest"] != output.digest() and told["papers"] != _papers(told["about"], output):
        return None
    if not all(_is_as_told(row, output, verify=verify) for block in blocks for row in rows(block)):
        return None
    findings = tuple(Finding(one[0], Severity(one[1]), *one[2:]) for one in told["findings"])
    day = date.fromisoformat(told["as_of"])
    return Remembered(Outcomes(blocks), findings, told["errors"], day, tuple(told["unread"]))


def seen_before(selection: Selection) -> Seen:
    """The files that the last build of the selection read, as `Sources` notes them."""
    told, _ = _noted(selection)
    return told["seen"] if told else {}


def remember(selection: Selection, output: Output, today: date, came_to: Remembered) -> None:
    """The next `recall` gives `came_to`. Where something failed it is not remembered: it is tried again."""
    if any(sort.status == "failed" for sort in came_to.outcomes.counted):
        return
    blocks, about = _as_told_next(came_to.outcomes, output), _about(selection, came_to.outcomes)
    told = {
        "today": today.isoformat(),
        "as_of": came_to.as_of.isoformat(),
        "unread": list(came_to.unread),
        "findings": [[f.rule, int(f.severity), *astuple(f)[2:]] for f in came_to.findings],
        "errors": came_to.errors,
        "seen": came_to.seen,
        "manifest": output.digest(),
        "about": about,
        "papers": _papers(about, output),
        "sizes": [len(block) for block in blocks],
    }
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    write_sealed(selection.file, b"".join((head, b"\n", *blocks)))
    newest_only(selection.folder, "last-*", _SELECTIONS)


def _noted(selection: Selection) -> tuple[dict[str, Any] | None, list[bytes]]:
    data = read_sealed(selection.file)
    if data is None:
        return None, []
    head, _, rest = data.partition(b"\n")
    told = json.loads(head.decode("utf-8", "surrogatepass"))
    ends = list(accumulate(told["sizes"]))
    return told, [rest[end - size : end] for size, end in zip(told["sizes"], ends, strict=True)]


def _as_told_next(outcomes: Outcomes, output: Output) -> list[bytes]:
    """The outcomes as they will be where nothing changes, each with the size and time of its file."""
    blocks: list[bytes] = []
    for block in outcomes.blocks:
        next_time = [_told_next(outcome, output) for outcome in Outcomes([block])]
        blocks += packed((one for one, _ in next_time), (state for _, state in next_time))
    return blocks


def _told_next(outcome: Outcome, output: Output) -> tuple[Outcome, list[int] | None]:
    job = outcome.job
    if outcome.status in _THERE:
        entry = output.entries[job.key]
        told = Outcome(job, "unchanged", outcome.reason, outcome.draft, entry.notes)
        return told, [entry.size, entry.mtime_ns]
    told = Outcome(job, outcome.status, outcome.reason, outcome.draft)
    is_kept = bool(job.path) and outcome.status == "skipped" and not job.reason
    return told, output.state_of(job.path) if is_kept else None


def _is_as_told(row: Sequence[Any], output: Output, *, verify: bool) -> bool:
    """Whether the paper, or what a clerk has put in its place, lies there as it did."""
    path, is_ours, state = row[PATH], row[STATUS] in _THERE, row[-1]
    if is_ours and verify:
        return output.is_there(path, verify=True)
    if state is None or output.state_of(path) == state:
        return True
    return is_ours and output.is_there(path, verify=False)


def _about(selection: Selection, outcomes: Outcomes) -> list[list[str] | None]:
    """The owners and the kinds that the selection is about; None for all."""
    owners = sorted({one.job.owner for one in outcomes}) if selection.owners else None
    slugs = sorted({one.job.slug for one in outcomes}) if selection.kinds else None
    return [owners, slugs]


def _papers(about: Sequence[Collection[str] | None], output: Output) -> str:
    """Stands for what the manifest tells of those papers, and what they were made from."""
    owners, slugs = about
    lines = (
        "\0".join((key, entry.path, entry.inputs))
        for key, entry in output.entries.items()
        if (owners is None or entry.owner in owners) and (slugs is None or entry.slug in slugs)
    )
    return digest("\n".join(sorted(lines)).encode("utf-8", "surrogatepass"))


def _is_of_the_day(told: dict[str, Any], selection: Selection, today: date) -> bool:
    """Whether things were due by the same day: named, today's, or that of the last event (J23)."""
    return (
        selection.as_of is not None
        or told["today"] == today.isoformat()
        or told["as_of"] != told["today"]  # the records' own
    )
