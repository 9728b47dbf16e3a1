"""template fields: the names that a paper's template may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from docgen.authoring.fields import Field, fields_of
from docgen.build.office import LoadedOffice, load_office
from docgen.build.plan import plan
from docgen.campaign.context import paper_context
from docgen.kinds import Paper, load_catalogue
from docgen.render.filters import known_filters
from docgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by all its names, and what it does in one line."""

    names: tuple[str, ...]
    text: str


def template_fields(workspace: Workspace, name: str, today: date) -> dict[Paper, tuple[Field, ...]]:
    """The names of every variant of the kind, or of the one named (D26-result).

    Raises UnknownKind or UnknownFeed.
    """
    papers = load_catalogue(workspace.templates).papers_named(name)
    loaded = load_office(workspace, None, today)
    return {paper: fields_of(paper, _context(workspace, loaded, paper)) for paper in papers}


def _context(workspace: Workspace, loaded: LoadedOffice, paper: Paper) -> Mapping[str, object] | None:
    """The values of the first paper that the records give."""
    if loaded.office is None:
        return None
    jobs = [job for job in plan([paper], loaded.office, workspace.settings, None) if not job.reason]
    if not jobs:
        return None
    job = jobs[0]
    item = (paper.items.name, job.item) if paper.items is not None and job.item is not None else None
    return paper_context(
        paper.feeds, paper.facts, loaded.office, branch=job.branch, item=item, as_of=loaded.as_of
    )


def filters() -> list[Filter]:
    """The filters of our own, each once."""
    by_function: dict[object, list[str]] = {}
    texts: dict[object, str] = {}
    for name, function in known_filters().items():
        by_function.setdefault(function, []).append(name)
        texts[function] = (function.__doc__ or "").strip().split("\n")[0]
    return [Filter(tuple(names), texts[function]) for function, names in by_function.items()]
