"""The files that a build reads, known by size and times: whether any of them is another than it was.

A file whose times differ is read and known by its digest. One that was changed so shortly before it was
noted that a second change might bear the same time is not trusted by its time at all.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.files import digest_of_file

_COARSE_NS = 2_100_000_000  # FAT drives note times in steps of two seconds
Seen = dict[str, list[object]]  # path: size, mtime_ns, ctime_ns, digest


@dataclass(frozen=True, slots=True)
class Sources:
    """The files below some folders, as they were noted."""

    seen: Seen

    @classmethod
    def noted(cls, folders: Iterable[Path], before: Mapping[str, list[object]]) -> "Sources":
        """The files as they are now; digests are taken from `before` where size and times are the same."""
        now_ns = time.time_ns()
        seen: Seen = {}
        for path, there in _files(folders):
            times = [there.st_size, there.st_mtime_ns, there.st_ctime_ns]
            known = before.get(path)
            fresh = known[3] if known and known[:3] == times else digest_of_file(Path(path))
            is_settled = max(there.st_mtime_ns, there.st_ctime_ns) < now_ns - _COARSE_NS
            seen[path] = [*(times if is_settled else [there.st_size, 0, 0]), fresh]
        return cls(seen)

    def are_same(self, folders: Iterable[Path]) -> bool:
        """Whether there are the same files with the same contents now."""
        left = set(self.seen)
        for path, there in _files(folders):
            known = self.seen.get(path)
            if known is None or there.st_size != known[0]:
                return False
            times = [there.st_mtime_ns, there.st_ctime_ns]
            if known[1:3] != times and digest_of_file(Path(path)) != known[3]:
                return False
            left.discard(path)
        return not left


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir():
                    yield from _files([Path(entry.path)])
                else:
                    yield entry.path, entry.stat()
            except OSError:
                continue  # a link that leads nowhere
