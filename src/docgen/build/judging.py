"""The rules about branches, asked of a few branches at a time, in this process or in several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.build.pool import Died, over_processes
from docgen.build.reading import Desk, FilePlaces, ReadFile, are_many
from docgen.build.stored import view
from docgen.campaign.judge import Place, Sources, run
from docgen.campaign.office import Office
from docgen.campaign.rules import RULES
from docgen.campaign.state_names import STATE_NAMES
from docgen.campaign.states import states
from docgen.findings import Finding

_BRANCHES = 24  # a task
_OF_BRANCHES = tuple(rule for rule in RULES if rule.scope == "branch")
Judged = tuple[list[Finding], list[Finding]]  # by the rules; of what is owed


@dataclass(frozen=True, slots=True)
class Hearing:
    """An office with its files, to be judged by a day; with `is_noted` what was read is noted as well."""

    office: Office
    committee: Place
    files: tuple[ReadFile, ...]
    desk: Desk
    as_of: date
    is_noted: bool

    def judge(self, branches: Sequence[int]) -> Judged:
        """What the rules find in the branches at these places, and what those owe."""
        office = view(self.office, branches)
        places = tuple(FilePlaces(self.desk.root, read) for read in self.files)
        judged = run(office, Sources(self.committee, places), self.as_of, _OF_BRANCHES, branches)
        owed = []
        for place in branches:
            reached = states(office.branches[place], office, self.as_of)
            file = self.files[place]
            owed += [one.finding(file.file, reached, STATE_NAMES) for one in file.opened().owed]
            if self.is_noted:
                self.desk.note(file, places[place].asked)
        return judged, owed


def hear(hearing: Hearing, processes: int) -> Iterator[Judged]:
    """The findings about all branches, task by task."""
    count = len(hearing.files)
    tasks = [range(first, min(first + _BRANCHES, count)) for first in range(0, count, _BRANCHES)]
    if processes == 1 or not are_many(hearing.files):
        yield from map(hearing.judge, tasks)
        return
    for place, found in over_processes(Hearing.judge, hearing, tasks, processes):
        yield hearing.judge(tasks[place]) if isinstance(found, Died) else found
