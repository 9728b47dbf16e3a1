"""The log's chain: is every line there, in its place, and as it was written?

A line that was changed is told once, and its words are believed no more; how many such lines there are
explains as many versions of which the log seems to know nothing. Of good lines only the places are kept:
an archive of any size is read with little memory.
"""

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from docgen.archive.verify import tree
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.logbook import (
    NOTHING_BEFORE,
    Line,
    Logged,
    is_beginning,
    line_of,
    lines_of,
    without_self,
)
from docgen.findings import Severity

CHANGED, BROKEN, UNFINISHED, STRAY = "V50", "V51", "V58", "V44"
DESTROY = "destroy"
_ALL = 10**9
_SEQ_MAX = 5_000_000  # more events than any office has; a forged number must not take all memory
_LOG_BYTES_MAX = 1 << 30
_LINE_BYTES_MAX = 1 << 20
_RESTORE = "请从备份恢复这个日志文件，并查明是谁改动的"


@dataclass(slots=True)
class Chain:
    """What the log says, as far as it can be believed, and what is wrong with it."""

    place: str  # the folder of the log
    names: Sequence[str] = ()  # of its files
    seq: int = 0
    head: str = NOTHING_BEFORE
    last: bytes = b""  # the last line without `self`
    marked: dict[int, bytes] = field(default_factory=dict)  # lines that were asked for, without `self`
    objects: dict[str, tuple[int, ...]] = field(default_factory=dict)  # with the lines of their versions
    tombstones: dict[str, int] = field(default_factory=dict)
    lost: int = 0  # lines that are missing or not believed
    format: str = ""  # of lines that a later docgen wrote
    faults: list[Fault] = field(default_factory=list)
    _files: "array[int]" = field(default_factory=lambda: array("l", [0]))  # by seq: number of the file
    _starts: "array[int]" = field(default_factory=lambda: array("q", [-1]))  # by seq: where the line begins

    def versions(self, name: str) -> dict[str, Logged]:
        """What the log says of each version of an object."""
        return {line.text("version"): _logged(line) for line in map(self.line, self.objects.get(name, ()))}

    def line(self, seq: int) -> Line:
        """A line that is believed, read once more; without words where the file has changed since."""
        name = self.names[self._files[seq]]
        try:
            with Path(self.place, name).open("rb") as file:
                file.seek(self._starts[seq])
                return line_of(name, 0, file.readline(_LINE_BYTES_MAX).removesuffix(b"\n"))
        except OSError:
            return Line(name, 0, {}, "", "读不出来")

    def has(self, seq: int) -> bool:
        """Whether the line is believed."""
        return 0 < seq < len(self._starts) and self._starts[seq] >= 0

    def believe(self, line: Line, file: int, start: int) -> None:
        """The line counts; it stands at `start` bytes of the file."""
        missing = line.seq + 1 - len(self._starts)
        if missing > 0:
            self._files.extend([0] * missing)
            self._starts.extend([-1] * missing)
        self._files[line.seq], self._starts[line.seq] = file, start
        self.format = line.text("format") or self.format
        name = line.text("object")
        if line.text("event") == DESTROY and name:
            self.tombstones[name] = line.seq
            self.objects.pop(name, None)
        elif name and line.text("version"):
            self.tombstones.pop(name, None)
            self.objects[name] = (*self.objects.get(name, ()), line.seq)


def _logged(line: Line) -> Logged:
    texts = (line.text(key) for key in ("inventory", "at", "by", "reason", "doc_no", "date"))
    return Logged(line.seq, *texts)


def chain_of(folder: str, marks: Collection[int] = ()) -> Chain:
    """The chain of an archive; of lines whose numbers are `marks` the text is kept."""
    place = f"{folder}/log"
    found = tree.look(place)
    names = sorted(name for name in found.files if name.endswith(".jsonl") and "/" not in name)
    folders = [name for name in found.folders if name.endswith(".jsonl")]
    chain = Chain(place, names)
    if found.links or folders or not _runs(chain, marks):
        chain = Chain(place, names)
        for name in found.links:
            _lose(chain, Heading.SAFE, "日志文件被换成了链接（快捷方式）", f"log/{name}")
        for name in folders:
            _lose(chain, Heading.COMPLETE, "日志文件被换成了文件夹", f"log/{name}")
        _diagnose(chain, marks)
    for name in filter(None, found.refused):
        _lose(chain, Heading.USABLE, "日志文件读不出来", f"log/{name}")
    if not names and not chain.faults:
        _lose(chain, Heading.COMPLETE, "日志不见了", "log")
    for name in sorted({*found.files, *found.folders} - {*names, *folders}):
        what = "日志文件夹里多出一个文件，请查明来历"
        chain.faults.append(
            Fault(STRAY, Heading.COMPLETE, Severity.ERROR, what, "请把它移出归档文件夹", file=f"log/{name}")
        )
    return chain


def _lose(chain: Chain, heading: Heading, what: str, file: str) -> None:
    chain.lost = _ALL
    chain.faults.append(Fault(CHANGED, heading, Severity.ERROR, what, _RESTORE, file=file))


def _runs(chain: Chain, marks: Collection[int]) -> bool:
    """Whether every line follows the one before, as it does where nothing is wrong; then all is believed."""
    try:
        return all(_runs_through(chain, marks, at, name) for at, name in enumerate(chain.names))
    except OSError:
        return False


def _runs_through(chain: Chain, marks: Collection[int], at: int, name: str) -> bool:
    with Path(chain.place, name).open("rb") as file:
        start = 0
        while row := file.readline(_LINE_BYTES_MAX):
            line = line_of(name, 0, row[:-1])
            if not row.endswith(b"\n") or line.fault:
                return False
            if line.seq != chain.seq + 1 or line.text("prev") != chain.head:
                return False
            chain.believe(line, at, start)
            _end(chain, line, marks)
            start += len(row)
    return True


def _end(chain: Chain, line: Line, marks: Collection[int]) -> None:
    chain.seq, chain.head, chain.last = line.seq, line.digest, without_self(line.table)
    if line.seq in marks:
        chain.marked[line.seq] = chain.last


def _diagnose(chain: Chain, marks: Collection[int]) -> None:
    """What is wrong with a log that does not run through, and what of it can be believed."""
    good: dict[int, Line] = {}
    starts: dict[int, tuple[int, int]] = {}
    for at, name in enumerate(chain.names):
        data = tree.read(chain.place, name, _LOG_BYTES_MAX)
        if data is None:
            _lose(chain, Heading.USABLE, "日志文件读不出来", f"log/{name}")
            continue
        before = {*good}
        _read_file(chain, good, name, data, is_last=name == chain.names[-1])
        ends = _starts(data)
        starts |= {seq: (at, ends[line.place - 1]) for seq, line in good.items() if seq not in before}
    _judge_links(chain, good)
    for seq in sorted(good):
        chain.believe(good[seq], *starts[seq])
        _end(chain, good[seq], marks)


def _starts(data: bytes) -> list[int]:
    starts, at = [0], data.find(b"\n")
    while at >= 0:
        starts.append(at + 1)
        at = data.find(b"\n", at + 1)
    return starts


def _read_file(chain: Chain, good: dict[int, Line], name: str, data: bytes, *, is_last: bool) -> None:
    rows = list(lines_of(name, data))
    if rows and not data.endswith(b"\n") and not (rows[-1].fault and not _is_torn(data, is_last=is_last)):
        chain.faults.append(_unfinished(name, rows[-1]))
        if rows[-1].fault:
            rows.pop()  # it was never committed, and so explains nothing
    chain.faults += _changed(rows)
    before = 0
    for line in rows:
        if line.fault:
            chain.lost += 1
            continue
        if not 0 < line.seq <= _SEQ_MAX:
            chain.lost += 1
            chain.faults.append(_fault(CHANGED, line, "记录的编号（seq）不合理"))
            continue
        if line.seq in good:
            chain.faults.append(_fault(BROKEN, line, f"第 {line.seq} 号记录重复出现"))
            continue
        if line.seq < before:
            chain.faults.append(_fault(BROKEN, line, f"第 {line.seq} 号记录的次序被调换"))
        before = max(before, line.seq)
        good[line.seq] = line


def _changed(rows: Sequence[Line]) -> Iterator[Fault]:
    """The lines with a fault, neighbours with the same as one: the whole file may have been saved anew."""
    for what, group in groupby(rows, key=lambda line: line.fault):
        if what:
            first, *others = group
            yield _fault(CHANGED, first, what, others[-1] if others else first)


def _is_torn(data: bytes, *, is_last: bool) -> bool:
    """Whether the last line may have been broken off while it was written: only the log's very last."""
    tail = data[data.rfind(b"\n") + 1 :]
    return is_last and is_beginning(tail)


def _unfinished(name: str, line: Line) -> Fault:
    what = "最后一条没有写完" if line.fault else "最后一条的末尾缺少换行"
    return Fault(
        UNFINISHED, Heading.COMPLETE, Severity.INFO, f"{what}，下次存入时会自动了结",
        "不必处理；想现在就了结，请再执行一次归档", file=f"log/{name}",
    )  # fmt: skip


def _fault(rule: str, line: Line, what: str, last: Line | None = None) -> Fault:
    places = f"{line.place} 至 {last.place}" if last and last is not line else f"{line.place}"
    return Fault(
        rule, Heading.AUTHENTIC, Severity.ERROR, f"日志第 {places} 行：{what}", _RESTORE,
        object=line.text("object") if not line.fault else "", file=f"log/{line.file}",
    )  # fmt: skip


def _judge_links(chain: Chain, good: dict[int, Line]) -> None:
    known = chain.lost
    for first, last in _gaps(good):
        known -= last - first + 1
        if known < 0:
            which = f"第 {first} 号" if first == last else f"第 {first} 至 {last} 号"
            chain.lost += last - first + 1
            chain.faults.append(
                Fault(
                    BROKEN, Heading.COMPLETE, Severity.ERROR, f"日志缺少{which}记录", _RESTORE,
                    file=f"log/{good[last + 1].file}",
                )
            )  # fmt: skip
    for line in {line.seq: line for line in _rewritten(good)}.values():
        chain.lost += 1
        chain.faults.append(_fault(BROKEN, line, "与后一条记录接不上，被改写过"))
        del good[line.seq]


def _gaps(good: dict[int, Line]) -> Iterator[tuple[int, int]]:
    """The numbers that are missing, from and to."""
    before = 0
    for seq in sorted(good):
        if seq > before + 1:
            yield before + 1, seq - 1
        before = seq


def _rewritten(good: dict[int, Line]) -> Iterator[Line]:
    """The lines of which the next one tells another digest."""
    for seq, line in good.items():
        before = good.get(seq - 1)
        expected = NOTHING_BEFORE if seq == 1 else before.digest if before else line.text("prev")
        if line.text("prev") != expected:
            yield before or line
