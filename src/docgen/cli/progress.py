"""A progress bar on a terminal; nothing in a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docgen.cli.screen import Screen


class Silent:
    """Hears and says nothing."""

    def starts(self, what: str, total: int) -> None:
        """No bar begins."""

    def advances(self) -> None:
        """No bar grows."""


class Bar:
    """One bar for what is going on now."""

    def __init__(self, progress: Any) -> None:
        self._progress = progress
        self._task: Any = None

    def starts(self, what: str, total: int) -> None:
        """A new bar of `total` steps takes the old one's place."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(what, total=total)

    def advances(self) -> None:
        """The bar is one step longer."""
        self._progress.advance(self._task)


@contextmanager
def progress(screen: Screen) -> Iterator[Silent | Bar]:
    """A listener that draws a bar on standard error if that is a terminal."""
    if screen.quiet or not sys.stderr.isatty():
        yield Silent()
        return
    # rich takes longer to import than a small build takes to run; only a terminal needs it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Bar(bar)
