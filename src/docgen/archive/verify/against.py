"""The log against checkpoints: those that lie in the archive, and one from outside that is trusted more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha512
from pathlib import Path

from docgen.archive.checkpoint import Checkpoint, FaultyCheckpoint, read_checkpoint, signature_of
from docgen.archive.sm3 import sm3
from docgen.archive.verify.chain import Chain
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.result import Untested
from docgen.files import CannotRead
from docgen.findings import Severity

RULE, UNREADABLE, SIGNATURE = "V52", "V53", "V54"
_RESTORE = "请从备份恢复 log 文件夹和 ocfl 文件夹，并查明是谁改动的"


@dataclass(frozen=True, slots=True)
class Mark:
    """A checkpoint and where it lies."""

    name: str
    path: Path
    checkpoint: Checkpoint


def marks_in(archive: Path) -> tuple[list[Mark], list[Fault]]:
    """The checkpoints in the archive, the earliest first; those that cannot be read are faults."""
    found: list[Mark] = []
    faults: list[Fault] = []
    for path in sorted((archive / "checkpoints").glob("*.json")):
        name = f"checkpoints/{path.name}"
        try:
            mark = Mark(name, path, read_checkpoint(path))
        except (FaultyCheckpoint, CannotRead):
            faults.append(_fault(UNREADABLE, Heading.USABLE, "校验点读不懂", "请从备份恢复这个文件", name))
            continue
        if path.stem != str(mark.checkpoint.seq):
            faults.append(
                _fault(
                    UNREADABLE, Heading.AUTHENTIC, "校验点的文件名与内容不符", "请从备份恢复这个文件", name
                )
            )
            continue
        found.append(mark)
    return sorted(found, key=lambda mark: mark.checkpoint.seq), faults


def outside(path: Path) -> Mark:
    """The checkpoint that the user named. Raises CannotRead or FaultyCheckpoint."""
    return Mark(str(path), path, read_checkpoint(path))


def compared(chain: Chain, marks: Sequence[Mark]) -> Iterator[Fault]:
    """The first checkpoint that the log does not agree with, and every signature that does not fit."""
    for mark in marks:
        signature = signature_of(mark.path)
        if signature and not signature.fits:
            what = "校验点的签名与内容不符：校验点或签名被改动过"
            yield _fault(SIGNATURE, Heading.AUTHENTIC, what, "请改用另外保存的校验点", mark.name)
    for mark in marks:
        found = _compared(chain, mark)
        if found:
            yield found
            return


def _compared(chain: Chain, mark: Mark) -> Fault | None:
    told = mark.checkpoint
    line = chain.marked.get(told.seq)
    if chain.seq < told.seq and not chain.lost:
        what = f"日志被截短：校验点记到第 {told.seq} 号，日志只到第 {chain.seq} 号"
        return _fault(RULE, Heading.COMPLETE, what, _RESTORE, mark.name)
    if line is None:
        return None  # the line is damaged, and told as such
    if sha512(line).hexdigest() != told.head:
        what = f"日志被整体改写过：第 {told.seq} 号记录与 {told.at[:10]} 的校验点不符"
        return _fault(RULE, Heading.AUTHENTIC, what, _RESTORE, mark.name)
    if sm3(line) != told.sm3:
        return _fault(
            UNREADABLE, Heading.AUTHENTIC, "校验点里的 SM3 值被改动过", "请从备份恢复这个文件", mark.name
        )
    return None


def signers(marks: Sequence[Mark]) -> Iterator[Untested]:
    """Whose the fitting signatures are cannot be told: the key has to be compared by eye."""
    for mark in marks:
        signature = signature_of(mark.path)
        if signature and signature.fits:
            yield Untested(
                Heading.AUTHENTIC, f"{mark.name} 的签名人",
                f"签名有效，密钥指纹 {signature.key}，请与签名人公布的指纹对照",
            )  # fmt: skip


def _fault(rule: str, heading: Heading, what: str, remedy: str, file: str) -> Fault:
    return Fault(rule, heading, Severity.ERROR, what, remedy, file=file)
