"""What the last build of a selection came to, so that the next need read nothing where nothing changed.

It is told again only while program, settings, day, records and templates are what they were, and every
paper lies there as it was written.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from docgen.build.notes import read_note, write_note
from docgen.build.orphans import Orphan
from docgen.build.outcome import JobLine, Outcome
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
        return self.folder / f"last-{digest(asked.encode())[:16]}.json"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the build came to."""

    outcomes: list[Outcome]
    findings: tuple[Finding, ...]
    as_of: date
    unread: tuple[str, ...] = ()
    seen: Seen = field(default_factory=dict)
    orphans: tuple[Orphan, ...] = ()  # papers that nobody asks for any more; told once


def recall(selection: Selection, output: Output, today: date, *, verify: bool) -> Remembered | None:
    """What a build would come to now, without one; None where something has changed."""
    told = read_note(selection.file)
    if told is None or not _is_of_the_day(told, selection, today):
        return None
    if not Sources(told["seen"]).are_same(selection.sources):
        return None
    outcomes = []
    for line, status, reason, draft, kept in told["outcomes"]:
        job = JobLine(*line)
        entry = output.entries.get(job.key)
        if status in _THERE:
            if entry is None or entry.path != job.path or not output.is_intact(entry, verify=verify):
                return None
            outcomes.append(Outcome(job, "unchanged", reason, draft, entry.notes))
            continue
        if kept and output.state_of(job.path) != kept:
            return None
        outcomes.append(Outcome(job, status, reason, draft))
    findings = tuple(Finding(one[0], Severity(one[1]), *one[2:]) for one in told["findings"])
    return Remembered(outcomes, findings, date.fromisoformat(told["as_of"]), tuple(told["unread"]))


def seen_before(selection: Selection) -> Seen:
    """The files that the last build of the selection read, as `Sources` notes them."""
    told = read_note(selection.file)
    return told["seen"] if told else {}


def remember(selection: Selection, output: Output, today: date, came_to: Remembered) -> None:
    """The next `recall` gives `came_to`. Where something failed it is not remembered: it is tried again."""
    if any(outcome.status == "failed" for outcome in came_to.outcomes):
        return
    told = {
        "today": today.isoformat(),
        "as_of": came_to.as_of.isoformat(),
        "unread": list(came_to.unread),
        "findings": [[f.rule, int(f.severity), *astuple(f)[2:]] for f in came_to.findings],
        "seen": came_to.seen,
        "outcomes": [_told(outcome, output) for outcome in came_to.outcomes],
    }
    write_note(selection.file, told)
    newest_only(selection.folder, "last-*.json", _SELECTIONS)


def _told(outcome: Outcome, output: Output) -> list[Any]:
    is_kept = outcome.status == "skipped" and not outcome.job.reason
    kept = output.state_of(outcome.job.path) if is_kept else None
    return [list(asdict(outcome.job).values()), outcome.status, outcome.reason, outcome.draft, kept]


def _is_of_the_day(told: dict[str, Any], selection: Selection, today: date) -> bool:
    """Whether things were due by the same day: named, today's, or that of the last event (J23)."""
    return (
        selection.as_of is not None
        or told["today"] == today.isoformat()
        or told["as_of"] != told["today"]  # the records' own
    )
