"""list stale: the papers in the output folder that the records, as they are now, would make otherwise."""

from datetime import date

from docgen.actions.build import Wanted, build
from docgen.build.outcome import Outcome
from docgen.build.output import Output
from docgen.kinds import load_catalogue
from docgen.workspace import Workspace


class _NobodyListens:
    def starts(self, what: str, total: int) -> None:
        """Nothing is shown."""

    def advances(self) -> None:
        """Nothing is shown."""


def list_stale(workspace: Workspace, as_of: date | None, today: date) -> list[Outcome]:
    """The papers made before that are out of date by the as-of day, those that a clerk edited included."""
    made = {entry.slug for entry in Output.open(workspace.output).entries.values()}
    known = {kind.slug for kind in load_catalogue(workspace.templates).kinds}
    kinds = tuple(sorted(made & known))
    if not kinds:
        return []
    built = build(workspace, Wanted(kinds, as_of=as_of, dry_run=True), today, _NobodyListens())
    return [outcome for outcome in built.outcomes if outcome.stale]
