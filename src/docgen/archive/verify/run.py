"""verify: any place judged, whatever it is."""

from pathlib import Path

from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.one import Judged, Task, judged
from docgen.archive.verify.places import Sort, sort_of
from docgen.archive.verify.result import Tally, Untested, Verified, in_order
from docgen.archive.verify.roots import faults_of_any, objects_under
from docgen.archive.verify.sharing import judge_all
from docgen.archive.verify.whole import judge_archive
from docgen.findings import Severity

_VIRUSES = Untested(Heading.SAFE, "病毒", "docgen 不查毒，请用单位的杀毒软件")
_CARRIER = Untested(Heading.SAFE, "载体", "磁盘、光盘的状况请用专门的工具检测")
_CHAIN = Untested(Heading.AUTHENTIC, "登记与内容是否一致", "这里没有 docgen 的日志，只能看它自身是否一致")


def verify(folder: Path, processes: int = 0) -> Verified:
    """What is to be said of all that lies in `folder`."""
    sort = sort_of(folder)
    if sort is Sort.ARCHIVE:
        return _archive(folder, processes)
    if sort is Sort.ROOT:
        return _root(folder, processes)
    if sort is Sort.OBJECT:
        return _object(folder)
    return Verified(str(folder), sort.value, Tally(), (nothing(folder),), untested=(_VIRUSES, _CARRIER))


def nothing(folder: Path) -> Fault:
    """The one fault of a folder that holds nothing verify knows."""
    what = "这里没有归档库、OCFL 库、OCFL 对象或移交包" if folder.is_dir() else "没有这个文件夹"
    return Fault("V10", Heading.COMPLETE, Severity.ERROR, what, "请检查路径是否写对", file=str(folder))


def _archive(folder: Path, processes: int) -> Verified:
    whole = judge_archive(str(folder), processes)
    return Verified(
        str(folder), Sort.ARCHIVE.value, whole.tally, in_order(whole.faults),
        whole.chain.seq, whole.chain.head, (_VIRUSES, _CARRIER),
    )  # fmt: skip


def _root(folder: Path, processes: int) -> Verified:
    faults = list(faults_of_any(str(folder)))
    tasks = []
    tally = Tally()
    for found in objects_under(str(folder)):
        if isinstance(found, Fault):
            faults.append(found)
        else:
            tasks.append(Task(f"{folder}/{found}", found))
    for result in judge_all(tasks, processes):
        _count(tally, result)
        faults += result.faults
    untested = (_CHAIN, _VIRUSES, _CARRIER)
    return Verified(str(folder), Sort.ROOT.value, tally, in_order(faults), untested=untested)


def _object(folder: Path) -> Verified:
    result = judged(Task(str(folder), folder.name))
    tally = Tally()
    _count(tally, result)
    untested = (_CHAIN, _VIRUSES, _CARRIER)
    return Verified(str(folder), Sort.OBJECT.value, tally, in_order(result.faults), untested=untested)


def _count(tally: Tally, result: Judged) -> None:
    tally.objects += 1
    tally.versions += result.versions
    tally.files += result.files
    tally.bytes += result.bytes
