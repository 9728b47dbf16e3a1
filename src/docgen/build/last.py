"""What the last build of a selection came to, so that the next need read nothing where nothing changed.

It is told again only while program, settings, day, records and templates are what they were, and every
paper lies there as it was written, made from what it was made from then: in between, a build of another
selection, day or setting may have made it otherwise, or have left papers that this one does not want.
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
    for line, status, reason, draft, before in told["outcomes"]:
        job = JobLine(*line)
        entry = output.entries.get(job.key)
        if status in _THERE:
            if entry is None or (entry.path, entry.inputs) != (job.path, before):
                return None
            if not output.is_intact(entry, verify=verify):
                return None
            outcomes.append(Outcome(job, "unchanged", reason, draft, entry.notes))
            continue
        if before and output.state_of(job.path) != before:
            return None
        outcomes.append(Outcome(job, status, reason, draft))
    if _keys(selection, output, outcomes) != told["keys"]:
        return None
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
        "keys": _keys(selection, output, came_to.outcomes),
        "outcomes": [_told(outcome, output) for outcome in came_to.outcomes],
    }
    write_note(selection.file, told)
    newest_only(selection.folder, "last-*.json", _SELECTIONS)


def _told(outcome: Outcome, output: Output) -> list[Any]:
    """With what a paper was made from, or the size and time of a clerk's own that was kept."""
    before: Any = None
    if outcome.status in _THERE:
        before = output.entries[outcome.job.key].inputs
    elif outcome.status == "skipped" and not outcome.job.reason:
        before = output.state_of(outcome.job.path)
    return [list(asdict(outcome.job).values()), outcome.status, outcome.reason, outcome.draft, before]


def _keys(selection: Selection, output: Output, outcomes: Sequence[Outcome]) -> str:
    """Stands for the papers that the manifest tells of, as far as the selection is about them."""
    owners = {outcome.job.owner for outcome in outcomes} if selection.owners else None
    slugs = {outcome.job.slug for outcome in outcomes} if selection.kinds else None
    keys = (
        key
        for key, entry in output.entries.items()
        if (owners is None or entry.owner in owners) and (slugs is None or entry.slug in slugs)
    )
    return digest("\n".join(sorted(keys)).encode("utf-8", "surrogatepass"))


def _is_of_the_day(told: dict[str, Any], selection: Selection, today: date) -> bool:
    """Whether things were due by the same day: named, today's, or that of the last event (J23)."""
    return (
        selection.as_of is not None
        or told["today"] == today.isoformat()
        or told["as_of"] != told["today"]  # the records' own
    )
