"""What is needed to make papers for issue: records, templates, what was given before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.build.drafts import OpenErrors
from docgen.build.given import Given, with_given
from docgen.build.job import Job
from docgen.build.office import LoadedOffice
from docgen.build.paper import Workshop
from docgen.build.plan import Owners, folder_of, plan_branches, plan_office
from docgen.build.view import view
from docgen.campaign.office import Office
from docgen.issuing.sources import Seen
from docgen.kinds import Paper
from docgen.workspace import Workspace

_BRANCHES = 48  # planned at a time: a group is worth a start of LibreOffice

Places = tuple[int, ...]  # of branches in the office; () for the office's own papers


@dataclass(slots=True)
class Shelf:
    """The papers that may be issued. `given` are numbers and days by short name, and grow with the run."""

    workspace: Workspace
    loaded: LoadedOffice
    office: Office
    papers: tuple[Paper, ...]  # those asked for
    all_papers: tuple[Paper, ...]
    owners: Owners
    workshop: Workshop
    known: OpenErrors
    seen: Seen
    files: Mapping[str, str]  # of branches, by id
    items: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by label: only these of several
    given: dict[str, Given] = field(default_factory=dict)
    _seen: tuple[int, Places, Office] | None = None

    def chunks(self) -> Iterator[Places]:
        """The office's own papers, then branches by the chunk; those that share a folder together."""
        yield ()
        if all(paper.scope != "branch" for paper in self.papers):
            return
        together: dict[str, list[int]] = {}
        for place, branch in enumerate(self.office.branches):
            if self.owners is not None and branch.branch.id not in self.owners:
                continue
            together.setdefault(folder_of(branch.branch.id).lower(), []).append(place)
        waiting: list[int] = []
        for places in together.values():
            waiting += places
            if len(waiting) >= _BRANCHES:
                yield tuple(waiting)
                waiting = []
        if waiting:
            yield tuple(waiting)

    def view(self, places: Places) -> Office:
        """The office with these branches unpacked; the last one asked for is held."""
        if self._seen is None or self._seen[:2] != (id(self.office), places):
            self._seen = id(self.office), places, view(self.office, places)
        return self._seen[2]

    def planned(self, office: Office, places: Places, papers: Sequence[Paper]) -> list[Job]:
        """The jobs of a chunk."""
        settings = self.workspace.settings
        if not places:
            jobs = plan_office(papers, office, settings, self.owners)
        else:
            branches = [office.branches[place] for place in places]
            jobs = plan_branches(papers, office, settings, branches, self.owners)
        return [job for job in jobs if self._is_chosen(job)]

    def _is_chosen(self, job: Job) -> bool:
        chosen = self.items.get(job.paper.label)
        return chosen is None or job.item_id in chosen

    def informed(self, office: Office, gifts: Mapping[str, Given]) -> Workshop:
        """A workshop whose records say what is given now and was given before."""
        told = with_given(office, self.all_papers, gifts)
        workshop = self.workshop.of(told)
        workshop.issued = {**self.given, **gifts}
        return workshop

    def inform(self) -> None:
        """The office says what the run has given so far, so that papers which quote numbers show them."""
        self._seen = None
        self.office = with_given(self.office, self.all_papers, self.given)
