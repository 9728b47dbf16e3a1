"""Our rendering against docxtpl as its manual shows it: time for a document, and memory over many.

The problem dossier and the responsibility agreement, filled from the sample records. Both sides run by
turns in one process, so that other load on the machine hits both; memory is measured in processes of its
own. Run it as `make bench`.
"""

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment

from docgen.build.office import load_office
from docgen.build.plan import plan
from docgen.campaign.context import paper_context
from docgen.kinds import load_catalogue
from docgen.render import Template
from docgen.render.filters import known_filters
from docgen.text.present import finalize
from docgen.workspace import Workspace

KINDS = {"problem dossier": "problem-dossier", "responsibility agreement": "agreement"}
DAY = date(2013, 1, 15)
ROUNDS = 15
OURS_IN_A_ROUND, THEIRS_IN_A_ROUND = 50, 1
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


def form_of(slug: str) -> tuple[Path, Context]:
    """The kind's template, and the context of its first paper."""
    workspace = Workspace.find(Path(__file__).parent)
    office = load_office(workspace, DAY, DAY).office
    if office is None:
        raise SystemExit("the sample records cannot be read")
    papers = load_catalogue(workspace.templates).find(slug).papers
    job = next(job for job in plan(papers, office, workspace.settings, None) if not job.reason)
    item = (job.paper.items.name, job.item) if job.paper.items and job.item is not None else None
    context = paper_context(job.paper.feeds, job.paper.facts, office, branch=job.branch, item=item, as_of=DAY)
    return job.paper.template, {name: kept(value) for name, value in context.items()}


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


def seconds(work: Callable[[], object], times: int) -> float:
    """Time for one."""
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times


def compare(name: str, template: Path, context: Context) -> None:
    """A line with both speeds and their ratio; medians over the rounds."""
    form, env = Template(template, finalize=finalize), environment()
    form.render(context)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: form.render(context), OURS_IN_A_ROUND))
        theirs.append(seconds(lambda: docxtpl_once(template, context, env), THEIRS_IN_A_ROUND))
    mine, other = sorted(ours)[ROUNDS // 2], sorted(theirs)[ROUNDS // 2]
    print(f"{name}: docgen {1 / mine:,.0f}/s, docxtpl {1 / other:,.1f}/s, ratio {other / mine:.0f}")


def peak_mebibytes(slug: str, count: int) -> float:
    """The peak memory of a process that renders so many documents."""
    command = [sys.executable, __file__, slug, str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def render_many(slug: str, count: int) -> None:
    """Prints the peak memory, in KiB, after so many documents."""
    template, context = form_of(slug)
    form = Template(template, finalize=finalize)
    for _ in range(count):
        form.render(context)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    if len(sys.argv) > 1:
        render_many(sys.argv[1], int(sys.argv[2]))
        return
    for name, slug in KINDS.items():
        compare(name, *form_of(slug))
        few, many = (peak_mebibytes(slug, count) for count in (FEW, MANY))
        print(f"{name}: peak memory {few:.1f} MiB for {FEW} documents, {many:.1f} MiB for {MANY:,}")


if __name__ == "__main__":
    main()
