"""A whole archive of docgen: its log, its objects, and whether each tells the same as the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.archive.verify import tree
from docgen.archive.verify.against import RULE as NOT_AS_MARKED
from docgen.archive.verify.against import Mark, compared
from docgen.archive.verify.chain import BROKEN, Chain, chain_of
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.inventory import INVENTORY, NotJson, parsed
from docgen.archive.verify.one import Judged, Task
from docgen.archive.verify.result import Tally
from docgen.archive.verify.roots import faults_of_ours, objects_under, place_of
from docgen.archive.verify.sharing import judge_all
from docgen.archive.verify.unfinished import Unfinished, unfinished
from docgen.findings import Severity

MISSING, MOVED, TOMBSTONE = "V42", "V43", "V46"
_UNLOGGED = "V29"
_PASSES = 3


@dataclass(slots=True)
class Whole:
    """An archive being judged."""

    folder: str
    chain: Chain
    unfinished: Unfinished
    tally: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)
    unlogged: list[Fault] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    was_busy: bool = False  # somebody went on putting papers in

    @property
    def root(self) -> str:
        return f"{self.folder}/ocfl"


def judge_archive(folder: str, marks: Sequence[Mark] = (), processes: int = 0) -> Whole:
    """The archive in `folder`, every byte of it read, its log compared with the checkpoints.

    No lock is taken: where something seems wrong and the log has grown meanwhile, all is read once more.
    """
    for _ in range(_PASSES):
        whole = _judged(folder, marks, processes)
        errors = [fault for fault in whole.faults if fault.severity is Severity.ERROR]
        if not errors or chain_of(folder).seq == whole.chain.seq:
            return whole
    whole.was_busy = True
    return whole


def _judged(folder: str, marks: Sequence[Mark], processes: int) -> Whole:
    chain = chain_of(folder, {mark.checkpoint.seq for mark in marks})
    whole = Whole(folder, chain, unfinished(folder, chain))
    whole.faults += list(compared(chain, marks))
    is_cut = any(fault.rule == NOT_AS_MARKED for fault in whole.faults)
    whole.faults += [*chain.faults, *whole.unfinished.faults]
    whole.faults += [_in_root(fault) for fault in faults_of_ours(whole.root)]
    for result in judge_all(_tasks(whole), processes):
        _add(whole, result)
    _tell_missing(whole, 1 if is_cut else _tell_unlogged(whole))
    return whole


def _tasks(whole: Whole) -> Iterator[Task]:
    expected = {place_of(name): name for name in whole.chain.objects}
    linked: list[str] = []
    empty: list[Fault] = []
    for found in objects_under(whole.root, expected.keys()):
        if isinstance(found, Fault):
            (empty if "E073" in found.message else whole.faults).append(_in_root(found))
            if found.heading is Heading.SAFE:
                linked.append(found.file)
        elif found in expected:
            whole.seen.add(expected[found])
            yield _task(whole, found, expected[found])
        else:
            yield from _elsewhere(whole, found)
    for place, name in expected.items():
        if any(place == link or place.startswith(f"{link}/") for link in linked):
            whole.seen.add(name)
    gone = [place for place, name in expected.items() if name not in whole.seen or name in whole.moved]
    whole.faults += [
        fault for fault in empty if not any(f"ocfl/{place}/".startswith(f"{fault.file}/") for place in gone)
    ]


def _task(whole: Whole, place: str, name: str) -> Task:
    staged = whole.unfinished.staged.get(name, frozenset())
    return Task(
        f"{whole.root}/{place}", f"ocfl/{place}", whole.chain.versions(name),
        staged, name in whole.unfinished.settling, name,
    )  # fmt: skip


def _elsewhere(whole: Whole, place: str) -> Iterator[Task]:
    """An object where the log expects none: moved, copied, added, or its line was lost."""
    name = _id_in(f"{whole.root}/{place}")
    if name in whole.chain.objects:
        if Path(whole.root, place_of(name)).exists():
            whole.faults.append(
                _object_fault(MOVED, "同一件在另一处还有一份", "请查明来历，移出归档文件夹", name, place)
            )
            return
        whole.seen.add(name)
        whole.moved.add(name)
        whole.faults.append(
            _object_fault(
                MOVED, "这一件被移到了别处", f"请把整个文件夹移回 ocfl/{place_of(name)}", name, place
            )
        )
        yield _task(whole, place, name)
    elif name in whole.chain.tombstones:
        if str(whole.chain.tombstones[name]) not in whole.unfinished.names:  # else the next run takes it out
            what = "这一件已登记销毁，文件却在"
            whole.faults.append(_object_fault(TOMBSTONE, what, "请查明来历，移出归档文件夹", name, place))
    else:
        yield Task(f"{whole.root}/{place}", f"ocfl/{place}", {})


def _id_in(folder: str) -> str:
    for path in (INVENTORY, f"v1/{INVENTORY}"):
        try:
            name = parsed(tree.read(folder, path) or b"").get("id")
        except NotJson:
            continue
        if isinstance(name, str):
            return name
    return ""


def _add(whole: Whole, result: Judged) -> None:
    whole.tally.objects += 1
    whole.tally.versions += result.versions
    whole.tally.files += result.files
    whole.tally.bytes += result.bytes
    for fault in result.faults:
        if fault.rule == _UNLOGGED:
            whole.unlogged.append(fault)
        else:
            whole.faults.append(fault)


def _tell_missing(whole: Whole, lost: int) -> None:
    """Objects of the log that are nowhere: gone, or destroyed by a line that is one of the `lost`."""
    for name in whole.chain.objects:
        staged = whole.unfinished.staged.get(name, frozenset())
        if name in whole.seen or whole.chain.versions(name).keys() <= staged:
            continue
        fault = _object_fault(
            MISSING, "整件不见了，日志里有它", "请从备份恢复这一件的整个文件夹", name, place_of(name)
        )
        if lost:
            what = "整件不见了；日志有损坏，可能缺的正是它的销毁记录"
            fault = replace(fault, severity=Severity.INFO, message=what, remedy="请先恢复日志，再核验一次")
        whole.faults.append(fault)


def _tell_unlogged(whole: Whole) -> int:
    """Versions that the log does not name: explained by its lost lines, or cut off its end, or put in.

    How many lines are lost after all.
    """
    found = whole.unlogged
    if len(found) <= whole.chain.lost:
        return whole.chain.lost
    if len({fault.object for fault in found}) < 2:
        whole.faults += found
        return whole.chain.lost
    first = found[0]
    whole.faults.append(
        _fault(
            BROKEN, Heading.COMPLETE,
            f"有 {len(found)} 版没有登记（如 {first.object} 的 {first.version}）："
            "日志的末尾可能被截去，或有人放进了文件",
            "请用备份中的日志对照；确认是放进来的，移出归档文件夹", "log",
        )
    )  # fmt: skip
    return whole.chain.lost + len(found)


def _object_fault(rule: str, what: str, remedy: str, name: str, place: str) -> Fault:
    return Fault(rule, Heading.COMPLETE, Severity.ERROR, what, remedy, name, file=f"ocfl/{place}")


def _fault(rule: str, heading: Heading, what: str, remedy: str, file: str) -> Fault:
    return Fault(rule, heading, Severity.ERROR, what, remedy, file=file)


def _in_root(fault: Fault) -> Fault:
    return Fault(
        fault.rule, fault.heading, fault.severity, fault.message, fault.remedy, file=f"ocfl/{fault.file}"
    )
