"""A checkpoint: where the log stood on a day, to be kept outside the archive, printed or signed.

The chain of the log finds a change of any line but not a log that was rewritten from some line on, nor one
whose end was cut off. Both differ from the checkpoint.
"""

import json
import os
import subprocess
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from shutil import which

from docgen.archive.sm3 import sm3
from docgen.archive.verify.chain import Chain, chain_of
from docgen.errors import DocgenError
from docgen.files import CannotRead, TooLarge, read_bounded, write_atomic
from docgen.findings import Severity

NAMESPACE = "docgen-checkpoint"  # of the signature, so that it can stand for nothing else
_BYTES_MAX = 100_000


class NothingToMark(DocgenError):
    """The log is empty, or too damaged to vouch for."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"不能做校验点：{what}", "请先执行 docgen archive verify，日志没有问题以后再做校验点"
        )


class FaultyCheckpoint(DocgenError):
    """The file is no checkpoint."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path}”不是校验点文件",
            "请指定 docgen archive checkpoint 写成的 .json 文件（在 checkpoints 文件夹里）",
        )


class CannotSign(DocgenError):
    """ssh-keygen is missing or refused."""

    exit_status = 3

    def __init__(self, what: str) -> None:
        super().__init__(f"校验点没有签名：{what}", "请检查密钥文件，或去掉 --key 不签名")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many objects and versions there were at line `seq`, and what vouches for all lines up to it.

    `head` is the line's `self`; `sm3` is the SM3 digest of the same text, the line without `self`.
    """

    at: str
    head: str
    objects: int
    seq: int
    sm3: str
    versions: int

    def as_bytes(self) -> bytes:
        """The file as it is signed."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def checkpoint_of(folder: Path, now: datetime) -> Checkpoint:
    """Where the log of the archive in `folder` stands. Raises NothingToMark."""
    chain = chain_of(str(folder))
    wrong = next((fault for fault in chain.faults if fault.severity is Severity.ERROR), None)
    if wrong or not chain.seq:
        raise NothingToMark(wrong.message if wrong else "日志里还没有记录")
    return _checkpoint(chain, now)


def _checkpoint(chain: Chain, now: datetime) -> Checkpoint:
    versions = sum(map(len, chain.objects.values()))
    at = now.isoformat(timespec="seconds")
    return Checkpoint(at, chain.head, len(chain.objects), chain.seq, sm3(chain.last), versions)


def write_checkpoint(archive: Path, made: Checkpoint, key: Path | None) -> tuple[Path, Path | None]:
    """The checkpoint lies in the archive, signed if there is a key. Raises CannotWrite or CannotSign."""
    path = archive / "checkpoints" / f"{made.seq}.json"
    signature = signed(made.as_bytes(), key) if key else None
    write_atomic(path, made.as_bytes())
    if signature is None:
        return path, None
    write_atomic(path.with_name(f"{path.name}.sig"), signature)
    return path, path.with_name(f"{path.name}.sig")


def signed(data: bytes, key: Path) -> bytes:
    """An SSH signature of `data`. Raises CannotSign."""
    if which("ssh-keygen") is None:
        raise CannotSign("这台电脑没有 ssh-keygen（OpenSSH）")
    if not key.is_file():
        raise CannotSign(f"找不到密钥“{key}”")
    # Never asks for a passphrase: a key that has one is used through ssh-agent.
    asking = {**os.environ, "SSH_ASKPASS_REQUIRE": "never", "DISPLAY": ""}
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE]
    ran = subprocess.run(
        command, input=data, capture_output=True, env=asking, start_new_session=True, check=False
    )
    if ran.returncode or b"SIGNATURE" not in ran.stdout:
        raise CannotSign(f"ssh-keygen 没有接受密钥“{key}”（有口令的密钥请先加入 ssh-agent）")
    return ran.stdout


def read_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint in the file. Raises CannotRead or FaultyCheckpoint."""
    try:
        table = json.loads(read_bounded(path, _BYTES_MAX))
        found = Checkpoint(**table)
    except (ValueError, TypeError, RecursionError, TooLarge) as reason:
        raise FaultyCheckpoint(path) from reason
    texts = (found.at, found.head, found.sm3)
    numbers = (found.objects, found.seq, found.versions)
    if not all(isinstance(one, str) for one in texts) or not all(type(one) is int for one in numbers):
        raise FaultyCheckpoint(path)
    return found


@dataclass(frozen=True, slots=True)
class Signature:
    """What ssh-keygen says of a signature: whether it fits, and whose key made it."""

    fits: bool
    key: str = ""


def signature_of(path: Path) -> Signature | None:
    """The judgement on the `.sig` beside a checkpoint; None where there is none, or nobody to judge it."""
    beside = path.with_name(f"{path.name}.sig")
    if not beside.is_file() or which("ssh-keygen") is None:
        return None
    try:
        data = read_bounded(path, _BYTES_MAX)
    except (CannotRead, TooLarge):
        return None
    command = ["ssh-keygen", "-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(beside)]
    ran = subprocess.run(command, input=data, capture_output=True, check=False)
    said = ran.stdout.decode("utf-8", "replace")
    key = next((word for word in said.split() if word.startswith("SHA256:")), "")
    return Signature(ran.returncode == 0, key)
