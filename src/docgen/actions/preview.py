"""preview: pictures of the papers on a local page, made anew when a record or a template is saved."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

from docgen.issuing.issued import given_in
from docgen.pdf.spare import Spare
from docgen.publish.own_folders import refuse_own_folder
from docgen.publish.preview.folder import claim
from docgen.publish.preview.looking import Wanted
from docgen.publish.preview.page import INDEX
from docgen.publish.preview.pictures import need_pictures
from docgen.publish.preview.session import Listener, Refreshed, Session
from docgen.publish.preview.watching import need_watcher, saves
from docgen.workspace import Workspace

__all__ = ["INDEX", "Refreshed", "Wanted", "default_folder", "preview", "watch"]

FOLDER = "预览"

OnRefresh = Callable[[Refreshed, float], None]


def default_folder(workspace: Workspace) -> Path:
    """Where the page lies unless the user says otherwise."""
    return workspace.output / FOLDER


def preview(workspace: Workspace, folder: Path, wanted: Wanted, today: date, listener: Listener) -> Refreshed:
    """The folder shows the papers as they are now. Raises what keeps all of them from being shown."""
    need_pictures()
    refuse_own_folder(folder, workspace)
    claim(folder)
    with Spare() as spare:
        wanted = replace(wanted, gifts=given_in(workspace.archive))
        return Session(workspace.root, folder, wanted, spare, listener).refresh(today, is_first=True)


def watch(
    workspace: Workspace,
    folder: Path,
    wanted: Wanted,
    today: date,
    on_refresh: OnRefresh,
    stop: Event,
    listener: Listener,
) -> None:
    """The folder shows the papers as they are, until `stop` is set or Ctrl-C is pressed.

    `on_refresh` hears of every look, with the seconds that it took.
    """
    need_pictures()
    need_watcher()
    refuse_own_folder(folder, workspace)
    claim(folder)
    with Spare() as spare:
        wanted = replace(wanted, gifts=given_in(workspace.archive))
        session = Session(workspace.root, folder, wanted, spare, listener, watching=True)
        begun = time.monotonic()
        on_refresh(session.refresh(today, is_first=True), time.monotonic() - begun)
        for _ in saves(workspace, stop):
            begun = time.monotonic()
            on_refresh(session.refresh(today), time.monotonic() - begun)
