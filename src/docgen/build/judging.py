"""The rules, asked in this process or, of many branches, by several: each a rule, or a few branches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from docgen.build.pool import Died, over_processes
from docgen.build.reading import Desk, FilePlaces, ReadFile, are_many
from docgen.build.stored import forget
from docgen.build.view import look_up, view
from docgen.campaign.judge import Place, Sources, run
from docgen.campaign.office import Office
from docgen.campaign.rule import Rule
from docgen.campaign.rules import RULES
from docgen.campaign.state_names import STATE_NAMES
from docgen.campaign.states import office_states, states
from docgen.findings import Finding
from docgen.records.missing import Owed

_BRANCHES = 24  # a task
_OF_BRANCHES = tuple(rule for rule in RULES if rule.scope == "branch")
_OF_COMMITTEE = tuple(rule for rule in RULES if rule.scope == "committee")
_OF_OFFICE = tuple(rule for rule in RULES if rule.scope == "office")
_ABOVE_BRANCHES = (*_OF_COMMITTEE, *_OF_OFFICE)
_TEXTS = ("rule", "message", "remedy", "file", "field", "label")
Asked = dict[str, Mapping[str, tuple[int, int, str]]]  # places that were looked up, by file


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules found, what is owed, and the places of fields that had to be looked up in the files."""

    by_rules: list[Finding] = field(default_factory=list)
    owed: list[Finding] = field(default_factory=list)
    asked: Asked = field(default_factory=dict)

    def add(self, by_rules: Iterable[Finding], owed: Iterable[Finding], asked: Asked) -> None:
        """More of each."""
        self.by_rules.extend(by_rules)
        self.owed.extend(owed)
        for file, places in asked.items():
            self.asked[file] = {**self.asked.get(file, {}), **places}


Task = Sequence[Rule] | range  # rules about the committee or the office, or the places of some branches


@dataclass(frozen=True, slots=True)
class Hearing:
    """An office with its files, to be judged by a day; with `is_noted` what was read is noted as well."""

    office: Office
    committee: Place
    owed: tuple[Owed, ...]  # by the committee
    files: tuple[ReadFile, ...]
    desk: Desk
    as_of: date
    is_noted: bool

    def judge(self, branches: Sequence[int]) -> Judged:
        """What the rules find in the branches at these places, and what those owe."""
        office, places = view(self.office, branches), self._places()
        judged = run(office, Sources(self.committee, places), self.as_of, _OF_BRANCHES, branches)
        owed = []
        for place in branches:
            reached = states(office.branches[place], office, self.as_of)
            file = self.files[place]
            owed += [one.finding(file.file, reached, STATE_NAMES) for one in file.opened().owed]
            if self.is_noted:
                self.desk.note(file, places[place].asked)
        return Judged(judged, owed)

    def judge_office(self, rules: Sequence[Rule]) -> Judged:
        """What these rules find in the office; with those about the committee, what that owes."""
        places = self._places()
        judged = run(self.office, Sources(self.committee, places), self.as_of, rules)
        owed = []
        if any(rule.scope == "committee" for rule in rules):
            reached = office_states(self.office, self.as_of)
            owed = [one.finding(self.committee.file, reached, STATE_NAMES) for one in self.owed]
        return Judged(judged, owed, {one.file: one.asked for one in places if one.asked})

    def do(self, task: Task) -> Judged:
        """What is to be found by these rules, or in these branches."""
        return self.judge(task) if isinstance(task, range) else self.judge_office(task)

    def _places(self) -> tuple[FilePlaces, ...]:
        return tuple(FilePlaces(self.desk.root, read) for read in self.files)


def hear(hearing: Hearing, processes: int) -> Judged:
    """All findings about the committee, the office and its branches."""
    whole = Judged()
    if not are_many(hearing.files):
        tasks: list[Task] = [_ABOVE_BRANCHES, *_several(len(hearing.files))]
        for one in map(hearing.do, tasks):
            whole.add(one.by_rules, one.owed, one.asked)
        return whole
    words: dict[str, str] = {}
    for one in _over(hearing, processes):
        by_rules, owed = ([_sharing(found, words) for found in some] for some in (one.by_rules, one.owed))
        whole.add(by_rules, owed, one.asked)
    hearing.office.memory.clear()
    forget()
    return whole


def _over(hearing: Hearing, processes: int) -> Iterator[Judged]:
    """A rule that looks at all branches takes long: each is a task, and they come first."""
    tasks: list[Task] = [_OF_COMMITTEE, *([rule] for rule in _OF_OFFICE), *_several(len(hearing.files))]
    if processes == 1:
        yield from map(hearing.do, tasks)
        return
    look_up(hearing.office)
    for place, found in over_processes(Hearing.do, hearing, tasks, processes):
        yield hearing.do(tasks[place]) if isinstance(found, Died) else found


def _several(count: int) -> list[range]:
    return [range(first, min(first + _BRANCHES, count)) for first in range(0, count, _BRANCHES)]


def _sharing(finding: Finding, words: dict[str, str]) -> Finding:
    """The finding, with texts that others have too: what comes from another process shares nothing."""
    texts: dict[str, Any] = {name: getattr(finding, name) for name in _TEXTS}
    shared: dict[str, Any] = {name: words.setdefault(text, text) for name, text in texts.items()}
    return replace(finding, **shared)
