"""inspect: the official-format check of any .docx or .pdf, one or many."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from docgen.build.pool import Died, over_processes
from docgen.errors import DocgenError
from docgen.files import read_bounded, write_atomic
from docgen.inspect.document.package import open_package
from docgen.inspect.house import House, house_of
from docgen.inspect.inspected import Inspected
from docgen.inspect.inspecting import Outcome, Wish, inspect_bytes
from docgen.inspect.pictures import has_huge_picture
from docgen.inspect.rules import all_rules
from docgen.pdf import LibreOfficeMissing, PdfJob, PdfResult, Pool
from docgen.settings import Settings

FILE_BYTES_MAX = 300_000_000
_SUFFIXES = (".docx", ".docm", ".pdf")
_OURS = ("-批注.docx", "-已改正.docx")
_PAGES_UNSEEN = "没有检查排出来的页面"


class NothingToInspect(DocgenError):
    """Neither a file nor anything in the folders named can be inspected."""

    exit_status = 2

    def __init__(self, named: Sequence[Path]) -> None:
        super().__init__(
            f"“{'、'.join(str(path) for path in named)}”里没有 .docx 或 .pdf 文件",
            "请写明要检查的文件或文件夹；旧的 .doc 请先用 Word 或 WPS 另存为 .docx",
        )


class Listener(Protocol):
    """Hears how far the work is."""

    def starts(self, what: str, total: int) -> None: ...

    def advances(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """One file with the PDF that was made of it, and what to tell of that."""

    path: Path
    pdf: Path | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setup:
    house: House
    wish: Wish


def house(settings: Settings | None) -> House:
    """The unit's own reading of the format. Raises FaultySettings."""
    if settings is None or not settings.inspect:
        return House()
    return house_of(settings.inspect, frozenset(entry.rule.code for entry in all_rules()))


def files_in(named: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named, our own copies left out. Raises NothingToInspect."""
    found: list[Path] = []
    for path in named:
        found += _within(path) if path.is_dir() else [path]
    if not found:
        raise NothingToInspect(named)
    return list(dict.fromkeys(found))


def _within(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        is_ours = path.name.endswith(_OURS) or any(part.startswith(".") for part in path.parts[-2:])
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith("~$") and not is_ours:
            yield path


def inspect_files(
    paths: Sequence[Path],
    house: House,
    listener: Listener,
    wish: Wish | None = None,
    *,
    rendered: bool = True,
    processes: int = 0,
) -> list[Outcome]:
    """One outcome a file, in their order. Documents are laid out by LibreOffices side by side, then read
    by several processes.
    """
    setup = _Setup(house, wish or Wish())
    with tempfile.TemporaryDirectory(prefix="docgen-inspect-", ignore_cleanup_errors=True) as folder:
        tasks = _laid_out(paths, Path(folder), listener) if rendered else [Task(path) for path in paths]
        listener.starts("检查", len(tasks))
        return _outcomes(tasks, setup, listener, processes or _cores())


def _outcomes(tasks: Sequence[Task], setup: _Setup, listener: Listener, processes: int) -> list[Outcome]:
    outcomes: dict[int, Outcome] = {}
    if len(tasks) == 1 or processes == 1:
        for place, task in enumerate(tasks):
            outcomes[place] = _one(setup, task)
            listener.advances()
    else:
        all_rules()  # read once, before the processes part
        for place, outcome in over_processes(_one, setup, tasks, processes):
            outcomes[place] = _died(tasks[place]) if isinstance(outcome, Died) else outcome
            listener.advances()
    return [outcomes[place] for place in range(len(tasks))]


def _died(task: Task) -> Outcome:
    told = "检查这个文件时内存不够，进程被系统中止"
    return Outcome(Inspected(task.path.name, failure=told, remedy="请单独检查它，或者先删去其中过大的图片"))


def _one(setup: _Setup, task: Task) -> Outcome:
    name = task.path.name
    try:
        data = read_bounded(task.path, FILE_BYTES_MAX)
        pdf = read_bounded(task.pdf, FILE_BYTES_MAX) if task.pdf else None
    except DocgenError as error:
        return Outcome(Inspected.unread(name, error))
    return inspect_bytes(name, data, pdf, setup.house, setup.wish, task.notes)


def _laid_out(paths: Sequence[Path], folder: Path, listener: Listener) -> list[Task]:
    """The files, each .docx that can be read with its pages."""
    tasks = {path: Task(path) for path in paths}
    jobs: list[PdfJob] = []
    for number, path in enumerate(paths):
        if path.suffix.lower() != ".pdf":
            reason = _why_not(path)
            if reason:
                tasks[path] = Task(path, None, (f"{_PAGES_UNSEEN}：{reason}",))
            elif reason is not None:
                jobs.append(PdfJob(path, folder / f"{number:06}.pdf"))
    if jobs:
        listener.starts("排版", len(jobs))
        try:
            with Pool() as pool:
                for _, result in pool.results(jobs):
                    tasks[_source(result)] = _task_of(result)
                    listener.advances()
        except LibreOfficeMissing as error:
            for job in jobs:
                path = _source(job)
                tasks[path] = Task(path, None, (f"{_PAGES_UNSEEN}：{error.message}。{error.remedy}",))
    return [tasks[path] for path in paths]


def _source(of: PdfJob | PdfResult) -> Path:
    source = of.job.source if isinstance(of, PdfResult) else of.source
    if not isinstance(source, Path):
        raise TypeError(source)
    return source


def _task_of(result: PdfResult) -> Task:
    path = _source(result)
    if result.error is not None:
        return Task(path, None, (f"{_PAGES_UNSEEN}：{result.error.message}",))
    faces = tuple(f"{one.message}，排出来的宽度只供参考" for one in result.substitutions)
    return Task(path, result.job.target, faces)


def _why_not(path: Path) -> str | None:
    """Why LibreOffice shall not see it: "" when it may, None when it cannot be read at all."""
    try:
        package = open_package(path.name, read_bounded(path, FILE_BYTES_MAX))
    except DocgenError:
        return None
    return "其中有过大的图片" if has_huge_picture(package) else ""


def write_copies(path: Path, outcome: Outcome, folder: Path | None) -> list[Path]:
    """The copies lie beside the file, or in `folder`, under names that were free. Raises CannotWrite."""
    written = []
    for ending, data in outcome.copies.items():
        target = _free((folder or path.parent) / f"{path.stem}{ending}")
        write_atomic(target, data)
        written.append(target)
    return written


def _free(target: Path) -> Path:
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem}（{number}）{target.suffix}")
    return free


@lru_cache(maxsize=1)
def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
