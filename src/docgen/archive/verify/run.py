"""verify: any place judged, whatever it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.archive.faults import NewerArchive
from docgen.archive.verify import by_ocfl_py
from docgen.archive.verify.against import Mark, marks_in, outside, signers
from docgen.archive.verify.bag import judge_bag
from docgen.archive.verify.beside import beside
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.one import Judged, Task, judged
from docgen.archive.verify.places import Sort, sort_of
from docgen.archive.verify.result import Tally, Untested, Verified, in_order
from docgen.archive.verify.roots import NEWER, faults_of_any, newer_objects, objects_under
from docgen.archive.verify.sharing import judge_all
from docgen.archive.verify.whole import judge_archive
from docgen.errors import DocgenError
from docgen.findings import Severity

_VIRUSES = Untested(Heading.SAFE, "病毒", "docgen 不查毒，请用单位的杀毒软件")
_CARRIER = Untested(Heading.SAFE, "载体", "磁盘、光盘的状况请用专门的工具检测")
_CHAIN = Untested(Heading.AUTHENTIC, "登记与内容是否一致", "这里没有 docgen 的日志，只能看它自身是否一致")
_NOTHING_READ = tuple(Untested(heading, "全部", "这里没有可以核验的内容") for heading in Heading)
_BUSY = Untested(Heading.AUTHENTIC, "正在存入的各件", "核验期间一直有人在存入，请在空闲时再核验一次")
_REWRITTEN = Untested(
    Heading.AUTHENTIC, "日志是否被整体改写", "要用另外保存的校验点对照：--against 校验点文件"
)


class NoLogHere(DocgenError):
    """A checkpoint can only be held against the log of an archive."""

    exit_status = 2

    def __init__(self, place: Path, sort: Sort) -> None:
        super().__init__(
            f"“{place}”是{sort.value}，没有日志，不能与校验点对照", "请指明归档文件夹，或去掉 --against"
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """How closely to look."""

    ocfl: bool = False  # ocfl-py judges too
    against: Path | None = None  # a checkpoint from outside
    processes: int = 0  # as many as pay


def verify(folder: Path, wanted: Wanted = Wanted()) -> Verified:
    """What is to be said of all that lies in `folder`.

    Raises NoOcflPy or NoBagit where a judge is not installed, NoLogHere, NewerArchive,
    CannotRead or FaultyCheckpoint.
    """
    if wanted.ocfl:
        by_ocfl_py.require()
    sort = sort_of(folder)
    if wanted.against and sort is not Sort.ARCHIVE:
        raise NoLogHere(folder, sort)
    if sort is Sort.ARCHIVE:
        return _archive(folder, wanted)
    if sort is Sort.ROOT:
        return _root(folder, wanted)
    if sort is Sort.OBJECT or (wanted.ocfl and sort is Sort.NOTHING):
        return _object(folder, wanted)
    if sort is Sort.BAG:
        faults, tally = judge_bag(folder)
        return Verified(str(folder), sort.value, tally, in_order(faults), untested=(_VIRUSES, _CARRIER))
    return Verified(str(folder), sort.value, Tally(), (nothing(folder),), untested=_NOTHING_READ)


def nothing(folder: Path) -> Fault:
    """The one fault of a folder that holds nothing verify knows."""
    what = "这里没有归档库、OCFL 库、OCFL 对象或移交包" if folder.is_dir() else "没有这个文件夹"
    remedy = "请检查路径是否写对"
    if (folder / "docgen.toml").is_file():
        remedy = f"这是 docgen 的工作区：请写其中的归档文件夹，或执行 docgen -C {folder} archive verify"
    return Fault("V10", Heading.COMPLETE, Severity.ERROR, what, remedy, file=str(folder))


def _archive(folder: Path, wanted: Wanted) -> Verified:
    inside, unreadable = marks_in(folder)
    marks: list[Mark] = [*([outside(wanted.against)] if wanted.against else []), *inside]
    whole = judge_archive(str(folder), marks, wanted.processes)
    if whole.chain.format:
        raise NewerArchive(folder, f"日志格式 {whole.chain.format}")
    faults = [*whole.faults, *unreadable, *beside(folder)]
    if wanted.ocfl:
        second, _ = by_ocfl_py.judge_root(folder / "ocfl")
        faults += _not_told_yet(faults, second)
    unsure = [*([_BUSY] if whole.was_busy else []), *([] if wanted.against else [_REWRITTEN])]
    untested = (*unsure, *signers([*marks[:1], *marks[1:][-1:]]), _VIRUSES, _CARRIER)
    return Verified(
        str(folder), Sort.ARCHIVE.value, whole.tally, in_order(faults), whole.chain.seq, whole.chain.head,
        untested,
    )  # fmt: skip


def _not_told_yet(first: Sequence[Fault], second: Sequence[Fault]) -> list[Fault]:
    """What the second judge says of places about which the first had nothing to say."""
    told = {fault.file for fault in first}
    fresh = []
    for fault in second:
        place = f"ocfl/{fault.file}" if fault.file else "ocfl"
        if not any(
            one == place or one.startswith(f"{place}/") or place.startswith(f"{one}/") for one in told
        ):
            fresh.append(replace(fault, file=place))
    return fresh


def _root(folder: Path, wanted: Wanted) -> Verified:
    faults: list[Fault] = []
    tally = Tally()
    places: list[str] = []
    for found in objects_under(str(folder)):
        if isinstance(found, Fault):
            faults.append(found)
        else:
            places.append(found)
    faults += [*faults_of_any(str(folder)), *newer_objects(folder, places)]
    results = judge_all((Task(f"{folder}/{place}", place) for place in places), wanted.processes)
    for result in results:
        _count(tally, result)
        faults += result.faults
    if wanted.ocfl:
        ours = [fault for fault in faults if fault.heading is Heading.SAFE or fault.rule == NEWER]
        faults, _ = by_ocfl_py.judge_root(folder)
        faults += [fault for fault in ours if fault.file not in {one.file for one in faults}]
    untested = (_CHAIN, _VIRUSES, _CARRIER)
    return Verified(str(folder), Sort.ROOT.value, tally, in_order(faults), untested=untested)


def _object(folder: Path, wanted: Wanted) -> Verified:
    result = judged(Task(str(folder), folder.name))
    tally = Tally()
    _count(tally, result)
    faults = by_ocfl_py.judge_object(folder, folder.name) if wanted.ocfl else result.faults
    untested = (_CHAIN, _VIRUSES, _CARRIER)
    return Verified(str(folder), Sort.OBJECT.value, tally, in_order(faults), untested=untested)


def _count(tally: Tally, result: Judged) -> None:
    tally.objects += 1
    tally.versions += result.versions
    tally.files += result.files
    tally.bytes += result.bytes
