"""Kinds times records to jobs: which papers there are to make, under which names, and which cannot be yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from types import MappingProxyType

from docgen.build.job import Job
from docgen.build.keypath import at, is_filled
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.office import Office
from docgen.campaign.states import ready
from docgen.files import safe_name
from docgen.kinds import FILLED, Conditions, Items, Paper
from docgen.records.labels import label_of
from docgen.settings import Settings
from docgen.text.present import present

_OFF = "off"
__all__ = ["Job", "committee_id", "folder_of", "plan", "plan_branches", "plan_office"]

Owners = frozenset[str] | None

COMMITTEE_ID = "DW"  # in file names, where the committee's record gives itself no id


class _Roots(Mapping[str, object]):
    """What a manifest may name: a record's fields, the committee's others, and names of its own.

    Each is read when it is asked for: a large committee's lists are long.
    """

    def __init__(
        self,
        record: BranchRecord | CommitteeRecord,
        committee: CommitteeRecord,
        names: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self._records, self._names = (record, committee), names

    def with_names(self, names: Mapping[str, object]) -> "_Roots":
        """The same with more names."""
        return _Roots(*self._records, {**self._names, **names})

    def __getitem__(self, name: str) -> object:
        if name in self._names:
            return self._names[name]
        for record in self._records:
            if name in type(record).model_fields:
                return getattr(record, name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        fields = (name for record in self._records for name in type(record).model_fields)
        return iter(dict.fromkeys((*self._names, *fields)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def plan(papers: Iterable[Paper], office: Office, settings: Settings, owners: Owners = None) -> list[Job]:
    """A job for every paper of the chosen owners (None: of all), by owner and code; names are unique."""
    papers = list(papers)
    ours = plan_office(papers, office, settings, owners)
    theirs = plan_branches(papers, office, settings, office.branches, owners)
    return [*ours, *theirs]


def plan_office(
    papers: Iterable[Paper], office: Office, settings: Settings, owners: Owners = None
) -> list[Job]:
    """The jobs for the papers that are no branch's, by code."""
    own = committee_id(office)
    jobs = [
        job
        for paper in papers
        if paper.scope != "branch" and not _is_left_to_another(paper, settings)
        for job in _of_office(Job(paper, own, None), office, settings)
    ]
    return list(_with_own_paths(job for job in _by_code(jobs) if _is_chosen(job, owners)))


def _of_office(job: Job, office: Office, settings: Settings) -> Iterator[Job]:
    if job.paper.scope != "paper":
        yield from _of_owner(job, office.committee, office, settings)
    elif job.paper.items is not None:
        made = _one_per_item(
            job, job.paper.items, _Roots(office.committee, office.committee, {"papers": office.papers})
        )
        yield from (one for one in made if not one.reason)  # an office need not have papers of every format


def plan_branches(
    papers: Iterable[Paper],
    office: Office,
    settings: Settings,
    branches: Iterable[BranchRecord],
    owners: Owners = None,
) -> list[Job]:
    """The jobs for the papers of these branches, by branch and code.

    Branches whose papers go into one folder must be planned together (`folder_of`), for unique names.
    """
    own = [paper for paper in papers if paper.scope == "branch" and not _is_left_to_another(paper, settings)]
    jobs: list[Job] = []
    for branch in branches:
        first = Job(own[0], branch.branch.id, branch) if own else None
        if first is not None and _is_chosen(first, owners):
            found = (_of_owner(replace(first, paper=paper), branch, office, settings) for paper in own)
            jobs += _by_code(chain.from_iterable(found))
    return list(_with_own_paths(jobs))


def folder_of(owner: str) -> str:
    """Where the owner's papers go, below the output folder."""
    return safe_name(owner)


def committee_id(office: Office) -> str:
    """The id under which the committee's papers are filed."""
    return safe_name(office.committee.committee.id) if office.committee.committee.id else COMMITTEE_ID


def _by_code(jobs: Iterable[Job]) -> list[Job]:
    return sorted(jobs, key=lambda job: (job.paper.code, job.paper.variant))


def _is_chosen(job: Job, owners: Owners) -> bool:
    return owners is None or job.owner in owners


def _is_left_to_another(paper: Paper, settings: Settings) -> bool:
    """Whether the settings chose another variant in its place, so that nobody waits for this one."""
    return any(getattr(settings, key) not in (value, _OFF) for key, value in paper.switch)


def _of_owner(
    job: Job, record: BranchRecord | CommitteeRecord, office: Office, settings: Settings
) -> Iterator[Job]:
    roots = _Roots(record, office.committee)
    reason = _reason(job.paper, record, roots, office, settings)
    if reason:
        yield replace(job, reason=reason)
    elif job.paper.items is None:
        yield _named(job, roots)
    else:
        yield from _one_per_item(job, job.paper.items, roots)


def _reason(
    paper: Paper,
    record: BranchRecord | CommitteeRecord,
    roots: _Roots,
    office: Office,
    settings: Settings,
) -> str:
    """Why the paper cannot be made, or ""."""
    closed = next((key for key, value in paper.switch if _OFF == getattr(settings, key) != value), "")
    if closed:
        return f"工作区设置关闭了这种文书（docgen.toml 中 {closed} = “off”）"
    waiting = ready(paper.state, record, office)
    if waiting:
        return waiting
    lacking = [path for path in paper.needs if not is_filled(at(roots, path))]
    return f"记录里还没有填{'、'.join(_quoted(path) for path in lacking)}" if lacking else ""


def _quoted(path: str) -> str:
    return f"“{_label(path)}”"


def _label(path: str) -> str:
    return label_of(BranchRecord, path) or label_of(CommitteeRecord, path) or path


def _one_per_item(job: Job, items: Items, roots: _Roots) -> Iterator[Job]:
    members = at(roots, items.of)
    members = members if isinstance(members, tuple) else ()
    owned = tuple((key, present(at(roots, path))) for key, path in items.match)
    wanted = [item for item in members if _meets(item, owned) and _meets_any(item, items.when)]
    if not wanted:
        yield replace(job, reason=f"记录里还没有{_asked_for(items)}")
    for item in wanted:
        item_id = id_of(at(item, items.id))
        named = roots.with_names({items.name: item, "item": item})
        yield _named(replace(job, item=item, item_id=item_id), named)


def id_of(value: object) -> str:
    """A day as it is typed, 2012-06-14: so it sorts among file names."""
    return value.isoformat() if isinstance(value, date) else present(value)


def _meets_any(item: object, alternatives: tuple[Conditions, ...]) -> bool:
    return not alternatives or any(_meets(item, conditions) for conditions in alternatives)


def _meets(item: object, conditions: Conditions) -> bool:
    return all(_has(at(item, key), word) for key, word in conditions)


def _has(value: object, word: str) -> bool:
    if word == FILLED:
        return is_filled(value)
    return word in map(present, value) if isinstance(value, tuple) else present(value) == word


def _asked_for(items: Items) -> str:
    """What a list lacks, in the user's words."""
    conditions = items.when[0] if items.when else ()
    words = [word if word != FILLED else _of_member(items, key) for key, word in conditions]
    return "、".join(words) or _quoted(items.of)


def _of_member(items: Items, key: str) -> str:
    return f"“{_label(f'{items.of}[].{key}').rpartition(' › ')[2]}”"


def _named(job: Job, roots: _Roots) -> Job:
    day = at(roots, job.paper.date) if job.paper.date else None
    edition = at(roots, job.paper.edition) if job.paper.edition else None
    day = day if isinstance(day, date) else None
    code = job.paper.label
    version = present(edition).lower().removeprefix("v") or "1"
    parts = [
        job.owner,
        code,
        job.item_id,
        job.paper.short_title,
        f"v{version}",
        day.isoformat().replace("-", "") if day else "",
    ]
    name = "_".join(safe_name(part) for part in parts if part)
    return replace(job, path=f"{folder_of(job.owner)}/{name}.docx", day=day)


def _with_own_paths(jobs: Iterable[Job]) -> Iterator[Job]:
    taken: set[str] = set()
    for job in jobs:
        path, number = job.path, 1
        # Two members with one id; case does not tell files apart on Windows.
        while path and path.lower() in taken:
            number += 1
            path = f"{job.path.removesuffix('.docx')}({number}).docx"
        taken.add(path.lower())
        item_id = f"{job.item_id}({number})" if number > 1 else job.item_id
        yield replace(job, path=path, item_id=item_id)
