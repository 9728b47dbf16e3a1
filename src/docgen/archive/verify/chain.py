"""The log's chain: is every line there, in its place, and as it was written?

A line that was changed is told once, and its words are believed no more; how many such lines there are
explains as many versions of which the log seems to know nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from docgen.archive.verify import tree
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.logbook import NOTHING_BEFORE, Line, Logged, lines_of, without_self
from docgen.findings import Severity

CHANGED, BROKEN, UNFINISHED, STRAY = "V50", "V51", "V58", "V44"
DESTROY = "destroy"
_ALL = 10**9
_LOG_BYTES_MAX = 1 << 30
_RESTORE = "请从备份恢复这个日志文件，并查明是谁改动的"


@dataclass(slots=True)
class Chain:
    """What the log says, as far as it can be believed, and what is wrong with it."""

    lines: int = 0
    seq: int = 0
    head: str = NOTHING_BEFORE
    last: bytes = b""  # the last line without `self`
    marked: dict[int, bytes] = field(default_factory=dict)  # lines that were asked for, without `self`
    versions: dict[str, dict[str, Logged]] = field(default_factory=dict)
    tombstones: dict[str, int] = field(default_factory=dict)
    lost: int = 0  # lines that are missing or not believed
    faults: list[Fault] = field(default_factory=list)


def chain_of(folder: str, marks: Collection[int] = ()) -> Chain:
    """The chain of an archive; of lines whose numbers are `marks` the text is kept."""
    place = f"{folder}/log"
    found = tree.look(place)
    names = sorted(name for name in found.files if name.endswith(".jsonl") and "/" not in name)
    data = [(name, tree.read(place, name, _LOG_BYTES_MAX)) for name in names]
    chain = chained([(name, content) for name, content in data if content is not None], marks)
    unread = [*(name for name, content in data if content is None), *filter(None, found.refused)]
    for name in unread:
        _lose(chain, Heading.USABLE, "日志文件读不出来", f"log/{name}")
    for name in found.links:
        _lose(chain, Heading.SAFE, "日志文件被换成了链接（快捷方式）", f"log/{name}")
    if not names and not chain.faults:
        _lose(chain, Heading.COMPLETE, "日志不见了", "log")
    for name in sorted({*found.files, *found.folders} - set(names)):
        what = "日志文件夹里多出一个文件，请查明来历"
        chain.faults.append(
            Fault(STRAY, Heading.COMPLETE, Severity.ERROR, what, "请把它移出归档文件夹", file=f"log/{name}")
        )
    return chain


def _lose(chain: Chain, heading: Heading, what: str, file: str) -> None:
    chain.lost = _ALL
    chain.faults.append(Fault(CHANGED, heading, Severity.ERROR, what, _RESTORE, file=file))


def chained(files: Sequence[tuple[str, bytes]], marks: Collection[int] = ()) -> Chain:
    """The chain of the log's files, by name and bytes."""
    chain = Chain()
    good: dict[int, Line] = {}
    for name, data in files:
        _read_file(chain, good, name, data)
    _judge_links(chain, good)
    for seq in sorted(good):
        _believe(chain, good[seq])
        if seq in marks:
            chain.marked[seq] = without_self(good[seq].table)
    if good:
        chain.seq = max(good)
        chain.head = good[chain.seq].digest
        chain.last = without_self(good[chain.seq].table)
    return chain


def _read_file(chain: Chain, good: dict[int, Line], name: str, data: bytes) -> None:
    rows = list(lines_of(name, data))
    if data and not data.endswith(b"\n") and rows:
        chain.faults.append(_unfinished(name, rows[-1]))
        if rows[-1].fault:
            rows.pop()
            chain.lost += 1
    before = 0
    for line in rows:
        chain.lines += 1
        if line.fault:
            chain.lost += 1
            chain.faults.append(_fault(CHANGED, line, line.fault))
            continue
        if line.seq in good:
            chain.faults.append(_fault(BROKEN, line, f"第 {line.seq} 号记录重复出现"))
            continue
        if line.seq < before:
            chain.faults.append(_fault(BROKEN, line, f"第 {line.seq} 号记录的次序被调换"))
        before = max(before, line.seq)
        good[line.seq] = line


def _unfinished(name: str, line: Line) -> Fault:
    what = "最后一条没有写完" if line.fault else "最后一条的末尾缺少换行"
    return Fault(
        UNFINISHED, Heading.COMPLETE, Severity.INFO, f"{what}，下次存入时会自动了结",
        "不必处理；想现在就了结，请再执行一次归档", file=f"log/{name}",
    )  # fmt: skip


def _fault(rule: str, line: Line, what: str) -> Fault:
    return Fault(
        rule, Heading.AUTHENTIC, Severity.ERROR, f"日志第 {line.place} 行：{what}", _RESTORE,
        object=line.text("object") if not line.fault else "", file=f"log/{line.file}",
    )  # fmt: skip


def _judge_links(chain: Chain, good: dict[int, Line]) -> None:
    missing = sorted(set(range(1, max(good, default=0) + 1)) - good.keys())
    known = chain.lost
    for first, last in _ranges(missing):
        known -= last - first + 1
        if known < 0:
            which = f"第 {first} 号" if first == last else f"第 {first} 至 {last} 号"
            where = good.get(last + 1)
            file = f"log/{where.file}" if where else ""
            chain.lost += last - first + 1
            chain.faults.append(
                Fault(BROKEN, Heading.COMPLETE, Severity.ERROR, f"日志缺少{which}记录", _RESTORE, file=file)
            )
    for line in list(_rewritten(good)):
        chain.lost += 1
        chain.faults.append(_fault(BROKEN, line, "与后一条记录接不上，被改写过"))
        del good[line.seq]


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = before = 0
    for number in numbers:
        if number != before + 1 or not start:
            if start:
                yield start, before
            start = number
        before = number
    if start:
        yield start, before


def _rewritten(good: dict[int, Line]) -> Iterator[Line]:
    """The lines of which the next one tells another digest."""
    for seq, line in good.items():
        before = good.get(seq - 1)
        expected = NOTHING_BEFORE if seq == 1 else before.digest if before else line.text("prev")
        if line.text("prev") != expected:
            yield before or line


def _believe(chain: Chain, line: Line) -> None:
    name, version = line.text("object"), line.text("version")
    if line.text("event") == DESTROY and name:
        chain.tombstones[name] = line.seq
        chain.versions.pop(name, None)
    elif name and version:
        chain.tombstones.pop(name, None)
        texts = (line.text(key) for key in ("inventory", "at", "by", "reason", "doc_no", "date"))
        chain.versions.setdefault(name, {})[version] = Logged(line.seq, *texts)
