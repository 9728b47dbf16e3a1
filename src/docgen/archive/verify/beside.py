"""What lies beside the evidence: the note for readers, the index, and what does not belong there.

None of it proves anything and all of it can be made anew, so it is only mentioned.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from docgen.archive.readme import README
from docgen.archive.verify import tree
from docgen.archive.verify.fault import Fault, Heading
from docgen.findings import Severity

RULE = "V49"
_NOTE, _INDEX = "README.txt", "index.sqlite"
_KNOWN = {"ocfl", "log", "staging", "checkpoints", _NOTE, "lock", "lock.json"}
_MARK = re.compile(r"\d+\.json(\.sig)?")
_NOTE_BYTES_MAX = 1_000_000
_SQLITE = b"SQLite format 3\0"


def beside(archive: Path) -> Iterator[Fault]:
    """What is to be mentioned of the archive's folder itself."""
    for path in sorted(archive.iterdir()):
        if path.name not in _KNOWN and not path.name.startswith(_INDEX):
            yield _mention("归档文件夹里多出一样东西，不属于归档库", "请查明来历，移到别处", path.name)
    marks = archive / "checkpoints"
    for path in sorted(marks.iterdir()) if marks.is_dir() else ():
        if not _MARK.fullmatch(path.name):
            yield _mention(
                "校验点文件夹里多出一样东西，不是校验点", "请查明来历，移到别处", f"checkpoints/{path.name}"
            )
    if tree.read(str(archive), _NOTE, _NOTE_BYTES_MAX) != README.encode("utf-8-sig"):
        yield _mention("说明文件与 docgen 写的不同（它不是凭证）", "删掉它，下次存入时会重写", _NOTE)
    if (archive / _INDEX).exists() and _start(archive / _INDEX) != _SQLITE:
        yield _mention("检索用的索引坏了（它不是凭证）", "请执行 docgen archive reindex 重做", _INDEX)


def _start(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE))
    except OSError:
        return None


def _mention(what: str, remedy: str, file: str) -> Fault:
    return Fault(RULE, Heading.USABLE, Severity.INFO, what, remedy, file=file)
