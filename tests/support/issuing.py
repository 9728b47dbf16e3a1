"""Workspaces in which papers are issued for real, with as few starts of LibreOffice as can be."""

from datetime import date
from pathlib import Path

from docgen.actions.issue import Issue, Wanted, issue
from docgen.workspace import Workspace
from support import other_office

TODAY = date(2027, 12, 31)
BY, REASON = "钱&进", "印发<{{ 7*7 }}>"


class Silent:
    """Hears and says nothing."""

    def starts(self, what: str, total: int) -> None: ...

    def advances(self) -> None: ...


def hospital(folder: Path, field: str = "", value: object = None) -> Workspace:
    """The hospital's workspace, with one value changed, and a 全宗号 if nobody says otherwise."""
    whole = other_office.changed(field, value) if field else other_office.records()
    whole["committee"]["committee"].setdefault("fonds_no", "H31")
    return Workspace.find(other_office.write(whole, folder))


def issued(workspace: Workspace, *kinds: str, **more: object) -> Issue:
    """What issuing these kinds came to."""
    wanted = Wanted(**{"by": BY, "reason": REASON, "kinds": kinds, **more})
    return issue(workspace, wanted, TODAY, Silent(), lambda text: None)
