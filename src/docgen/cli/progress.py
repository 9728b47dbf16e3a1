"""A progress bar on a terminal; nothing in a pipe."""

import sys
import time
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
        self._begun_s = 0.0
        self._done = 0

    def starts(self, what: str, total: int) -> None:
        """A new bar of `total` steps takes the old one's place."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._begun_s = time.monotonic()
        self._done = 0
        # Without a total the bar only moves to and fro.
        self._task = self._progress.add_task(what, total=total or None, rate="")

    def advances(self) -> None:
        """The bar is one step longer."""
        self._done += 1
        rate = self._done / max(time.monotonic() - self._begun_s, 0.001)
        self._progress.update(self._task, advance=1, rate=f"每秒 {rate:.0f} 份" if rate >= 1 else "")


@contextmanager
def progress(screen: Screen) -> Iterator[Silent | Bar]:
    """A listener that draws a bar on standard error if that is a terminal."""
    if screen.quiet or not sys.stderr.isatty():
        yield Silent()
        return
    # rich takes longer to import than a small build takes to run; only a terminal needs it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("还要"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Bar(bar)
