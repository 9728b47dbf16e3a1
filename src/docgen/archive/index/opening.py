"""The index as it should be: used if it is up to date, else brought up to the last line of the log."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from docgen.archive.index.current import current


@contextmanager
def opened(folder: Path, *, anew: bool = False) -> Iterator[sqlite3.Connection]:
    """The index of the archive in the folder, up to date; made `anew` when it turned out to be damaged.

    Raises what `Archive.open` raises.
    """
    index = None if anew else current(folder)
    if index is None:
        from docgen.archive.index.updating import updated  # reads papers: an index in hand needs none of it

        index = updated(folder, anew=anew)
    with closing(index):
        yield index
