"""Our rendering against docxtpl as its manual shows it: time for a document, and memory over many.

The problem dossiers and the responsibility agreements of all branches of the sample records. Both sides
run by turns in one process, so that other load on the machine hits both; each prints its median. Our
template is prepared once before, which is what it is for; docxtpl opens it for each document. Both get
contexts made in the same way, in one of three:

first  as `docgen build` makes them: a fresh context for each document, its views and facts computed when
       the template names them. Each turn begins with an office that remembers nothing and makes each
       paper once: nothing is reused but what is the committee's.
live   the same, in an office that has made other papers of these branches before, so that it remembers
       the views and facts that papers share.
ready  one plain context, computed before: the rendering alone.

Memory is measured in processes of its own, with live contexts. Run it as `make bench`.
"""

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from docgen.build.office import load_office
from docgen.build.plan import Job, plan
from docgen.campaign.context import paper_context
from docgen.campaign.office import Office
from docgen.kinds import load_catalogue
from docgen.render import Template
from docgen.render.filters import known_filters
from docgen.text.present import finalize
from docgen.workspace import Workspace

KINDS = {"problem dossier": "problem-dossier", "responsibility agreement": "agreement"}
DAY = date(2013, 1, 15)
ROUNDS = 9
OURS_IN_A_ROUND = 60
FEW, MANY = 100, 5_000

Context = Mapping[str, Any]


class Kept:
    """A value of the office, each of its names computed once: what is measured is rendering, not facts."""

    def __init__(self, value: object) -> None:
        self.__dict__["_value"] = value

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        self.__dict__[name] = kept(getattr(self._value, name))
        return self.__dict__[name]

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return self._value == (other._value if isinstance(other, Kept) else other)

    def __hash__(self) -> int:
        return hash(self._value)

    def __str__(self) -> str:
        return str(self._value)


def kept(value: object) -> object:
    """The value with its names kept; plain values as they are."""
    if isinstance(value, tuple | list):
        return [kept(item) for item in value]
    return Kept(value) if type(value).__module__.startswith("docgen.") else value


@dataclass(frozen=True, slots=True)
class Papers:
    """A kind's template, and what fills it: the jobs of all branches."""

    template: Path
    office: Office
    jobs: tuple[Job, ...]

    def context(self, job: Job) -> Context:
        """A fresh one, as build makes it."""
        paper, item = job.paper, None
        if paper.items and job.item is not None:
            item = (paper.items.name, job.item)
        return paper_context(paper.feeds, paper.facts, self.office, branch=job.branch, item=item, as_of=DAY)

    def each_first(self, render: Callable[[Context], object]) -> None:
        """Every paper once, in an office that remembers nothing."""
        self.office.memory.clear()
        self.each_live(render)

    def each_live(self, render: Callable[[Context], object]) -> None:
        """Every paper once."""
        for job in self.jobs:
            render(self.context(job))


def papers_of(slug: str) -> Papers:
    """All papers of the kind that the sample records can fill."""
    workspace = Workspace.find(Path(__file__).parent)
    office = load_office(workspace, DAY, DAY).office
    if office is None:
        raise SystemExit("the sample records cannot be read")
    sorts = load_catalogue(workspace.templates).find(slug).papers
    jobs = tuple(job for job in plan(sorts, office, workspace.settings, None) if not job.reason)
    return Papers(jobs[0].paper.template, office, jobs)


def docxtpl_once(template: Path, context: Context, environment: Environment) -> bytes:
    """docxtpl as its manual shows it: open, render, save."""
    tpl = DocxTemplate(template)
    tpl.render(context, environment)
    buffer = io.BytesIO()
    tpl.save(buffer)
    return buffer.getvalue()


def environment() -> Environment:
    """What docxtpl needs to know of our printing and our filters."""
    env = Environment(autoescape=True, finalize=finalize)
    env.filters |= known_filters()
    return env


def seconds(work: Callable[[], object], documents: int, times: int = 1) -> float:
    """Time for one document."""
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / (documents * times)


def compare(name: str, papers: Papers) -> None:
    """A line for each way of making contexts, with both speeds and their ratio."""
    form, env, count = Template(papers.template, finalize=finalize), environment(), len(papers.jobs)
    ready = {name: kept(value) for name, value in papers.context(papers.jobs[0]).items()}

    def theirs(context: Context) -> bytes:
        return docxtpl_once(papers.template, context, env)

    ways: dict[str, tuple[Callable[[Callable[[Context], object]], object], int]] = {
        "first": (papers.each_first, count),
        "live": (papers.each_live, count),
        "ready": (lambda render: render(ready), 1),
    }
    for way, (each, documents) in ways.items():
        mine, other = in_turns(partial(each, form.render), partial(each, theirs), documents)
        speeds = f"docgen {1 / mine:,.0f}/s, docxtpl {1 / other:,.1f}/s, ratio {other / mine:.0f}"
        print(f"{name}, {way} context: {speeds}")


def in_turns(ours: Callable[[], object], theirs: Callable[[], object], documents: int) -> tuple[float, float]:
    """The medians of both, for one document."""
    ours()
    mine, other = [], []
    for _ in range(ROUNDS):
        mine.append(seconds(ours, documents, OURS_IN_A_ROUND // documents))
        other.append(seconds(theirs, documents))
    return median(mine), median(other)


def peak_mebibytes(slug: str, count: int) -> float:
    """The peak memory of a process that renders so many documents."""
    command = [sys.executable, __file__, slug, str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def render_many(slug: str, count: int) -> None:
    """Prints the peak memory, in KiB, after so many documents."""
    papers = papers_of(slug)
    form = Template(papers.template, finalize=finalize)
    for job in islice(cycle(papers.jobs), count):
        form.render(papers.context(job))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    if len(sys.argv) > 1:
        render_many(sys.argv[1], int(sys.argv[2]))
        return
    for name, slug in KINDS.items():
        compare(name, papers_of(slug))
        few, many = (peak_mebibytes(slug, count) for count in (FEW, MANY))
        print(f"{name}: peak memory {few:.1f} MiB for {FEW} documents, {many:.1f} MiB for {MANY:,}")


if __name__ == "__main__":
    main()
