"""When a record, a template or docgen.toml has been saved."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import Any

from docgen.errors import DocgenError
from docgen.settings import NAME
from docgen.workspace import Workspace

_QUIET_MS = 50  # an editor saves in several steps
_LOOK_EVERY_MS = 1000
# Nothing after a dot: a folder. What was laid into a new one at once is not told.
_SUFFIXES = frozenset({".yaml", ".yml", ".docx", ".md", ".markdown", ".txt", ""})


def _is_ours(path: Path) -> bool:
    # ~$ and .~ are the locks of Word, WPS and LibreOffice; a dot begins an editor's own files.
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(("~", "."))


_HOW: Any = {
    "watch_filter": lambda _, path: _is_ours(Path(path)),
    "step": _QUIET_MS,
    "rust_timeout": _LOOK_EVERY_MS,
    "yield_on_timeout": True,
    "raise_interrupt": True,
}


class WatcherMissing(DocgenError):
    """The extra `preview` is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("没有安装监视文件所需的组件", "请执行 pip install 'docgen-gongwen[preview]' 后重试")


def need_watcher() -> Any:
    """The library. Raises WatcherMissing."""
    try:
        return import_module("watchfiles")
    except ImportError as reason:
        raise WatcherMissing from reason


def saves(workspace: Workspace, stop: Event) -> Iterator[tuple[str, ...]]:
    """The names of the files that were saved, each time some were, until `stop` is set."""
    watch, settings = need_watcher().watch, workspace.root / NAME
    folders, last = _folders(workspace), _stamp(settings)
    while not stop.is_set():
        for changed in watch(*folders, stop_event=stop, **_HOW):
            names = {Path(path).name for _, path in changed}
            # docgen.toml lies in a folder with the output, and a folder may be made: both are looked at.
            now, there = _stamp(settings), _folders(workspace)
            if now != last or there != folders:
                names.add(NAME)
            if names:
                yield tuple(sorted(names))
            last = now
            if there != folders:
                folders = there
                break


def _folders(workspace: Workspace) -> list[Path]:
    return [folder for folder in (workspace.data, *workspace.templates) if folder.is_dir()]


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
