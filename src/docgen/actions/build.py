"""build: the main job, papers in the output folder.

With nothing to do it is over before the models, rules and renderer could be imported; so they are
imported where there is something to do.
"""

from dataclasses import dataclass, replace
from datetime import date

from docgen.build.last import Remembered, Selection, recall, remember, seen_before
from docgen.build.lock import alone
from docgen.build.orphans import Orphan
from docgen.build.outcomes import Outcomes
from docgen.build.output import Output
from docgen.build.sources import Sources
from docgen.build.wanted import Listener, NoOffice, Say, Wanted
from docgen.errors import DocgenError
from docgen.findings import Finding
from docgen.workspace import Workspace

__all__ = ["Built", "Listener", "NoOffice", "Wanted", "build"]

_WAITS = "另一个 docgen 正在这个工作区里生成文书，等它做完再接着做……"


@dataclass(frozen=True, slots=True)
class Built:
    """The build's outcomes with the findings on manifests, and the number of errors in the records."""

    outcomes: Outcomes
    findings: tuple[Finding, ...]
    errors: int
    as_of: date
    unread: tuple[str, ...] = ()  # record files that gave no papers at all
    substitutions: tuple[str, ...] = ()
    pdf_error: DocgenError | None = None
    orphans: tuple[Orphan, ...] = ()  # papers that nobody asks for any more
    unsaved: DocgenError | None = None  # why the list of what was made could not be written

    @property
    def exit_status(self) -> int:
        if self.unread or self.unsaved or any(o.status == "failed" or o.draft for o in self.outcomes.counted):
            return 1
        return self.pdf_error.exit_status if self.pdf_error else 0


def build(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    say: Say = lambda text: None,
) -> Built:
    """The wanted papers lie in the output folder, as far as they can be made.

    Where another build is going on in the workspace, it says so and waits for its end.
    """
    if wanted.dry_run:
        return _build(workspace, wanted, today, listener, say)
    with alone(workspace.state, lambda: say(_WAITS)):
        return _build(workspace, wanted, today, listener, say)


def _build(workspace: Workspace, wanted: Wanted, today: date, listener: Listener, say: Say) -> Built:
    output, selection = Output.open(workspace.output), _selection(workspace, wanted)
    last = None if wanted.force else recall(selection, output, today, verify=wanted.verify)
    if last is None:
        last = _from_records(workspace, wanted, today, listener, output, selection, say)
    if wanted.dry_run:
        return _built(last, last.outcomes)
    return replace(_with_pdfs(workspace, wanted, last, output, listener), unsaved=output.unsaved)


def _selection(workspace: Workspace, wanted: Wanted) -> Selection:
    register = workspace.archive / "log"  # numbers that were given stand on the papers
    settings, sources = repr(workspace.settings), (workspace.data, *workspace.templates, register)
    return Selection(workspace.state, wanted.kinds, wanted.branches, wanted.as_of, settings, sources)


def _from_records(
    workspace: Workspace,
    wanted: Wanted,
    today: date,
    listener: Listener,
    output: Output,
    selection: Selection,
    say: Say,
) -> Remembered:
    from docgen.build.fresh import from_records
    from docgen.issuing.issued import given_in

    seen = Sources.noted(selection.sources, seen_before(selection)).seen
    gifts = given_in(workspace.archive)
    came_to = from_records(workspace, wanted, today, listener, output, seen, say, gifts)
    if not wanted.dry_run and output.unsaved is None:
        remember(selection, output, today, came_to)
    return came_to


def _with_pdfs(
    workspace: Workspace, wanted: Wanted, last: Remembered, output: Output, listener: Listener
) -> Built:
    asked = workspace.settings.pdf
    if not (wanted.pdf or wanted.pdfa) and asked == "off":
        return _built(last, last.outcomes)
    from docgen.build.pdfs import make_pdfs

    pdfs = make_pdfs(
        last.outcomes,
        output,
        lambda _: listener.advances(),
        pdfa=wanted.pdfa or asked == "pdfa",
        starts=lambda total: listener.starts("转成 PDF", total),
    )
    return _built(last, Outcomes.of(pdfs.outcomes), pdfs.substitutions, pdfs.error)


def _built(
    last: Remembered,
    outcomes: Outcomes,
    substitutions: tuple[str, ...] = (),
    pdf_error: DocgenError | None = None,
) -> Built:
    return Built(
        outcomes,
        last.findings,
        last.errors,
        last.as_of,
        last.unread,
        substitutions,
        pdf_error,
        last.orphans,
    )
