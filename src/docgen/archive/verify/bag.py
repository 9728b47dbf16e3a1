"""A hand-over bag (BagIt, RFC 8493), judged by bagit, and by us where bagit is too kind."""

import logging
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docgen.archive.verify import tree
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.result import Tally
from docgen.errors import DocgenError
from docgen.findings import Severity

RULE, ADVICE, LINK = "V70", "V71", "V72"
_ASK = "请移交方重新导出、重新复制，再核验一次"
_DECLARATION = re.compile(
    rb"BagIt-Version: \d+\.\d+(\r\n|\r|\n)Tag-File-Character-Encoding: [\w.:+-]+(\r\n|\r|\n)?"
)


class NoBagit(DocgenError):
    """The extra that judges bags is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("没有安装 bagit，不能核验移交包", "请执行 pip install 'docgen-gongwen[archive]'")


def judge_bag(folder: Path) -> tuple[list[Fault], Tally]:
    """What is wrong with the bag, every byte of it read."""
    if find_spec("bagit") is None:
        raise NoBagit
    faults = [*_declaration(folder), *_links(folder)]
    if not faults:
        faults = list(_judged(folder))
    payload = tree.look(f"{folder}/data")
    return faults, Tally(files=len(payload.files), bytes=sum(payload.files.values()))


def _declaration(folder: Path) -> Iterator[Fault]:
    data = tree.read(str(folder), "bagit.txt", 10_000)
    if data is None:
        yield _fault(Heading.COMPLETE, "移交包缺少 bagit.txt，或它读不出来", "bagit.txt")
    elif not _DECLARATION.fullmatch(data):
        yield _fault(Heading.USABLE, "bagit.txt 的写法不合规定（多了空格、空行或缺少一项）", "bagit.txt")


def _links(folder: Path) -> Iterator[Fault]:
    for path in tree.look(str(folder)).links:
        yield Fault(LINK, Heading.SAFE, Severity.ERROR, "文件被换成了链接（快捷方式）", _ASK, file=path)


def _judged(folder: Path) -> Iterator[Fault]:
    import bagit  # an extra

    heard = _Listener()
    logger = logging.getLogger("bagit")
    level, propagate = logger.level, logger.propagate
    logger.addHandler(heard)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    found: list[Fault] = []
    try:
        bag = bagit.Bag(str(folder))
        try:
            bag.validate()
        except bagit.BagValidationError as reason:
            if reason.details or not bag.info.pop("Payload-Oxum", None):
                raise
            # The sum of sizes ends bagit before it looks at a single file: go on to tell which file it is.
            what = "移交包不合格：文件个数或总字节数与 bag-info.txt 里的 Payload-Oxum 不符"
            found.append(_fault(Heading.COMPLETE, what, "bag-info.txt"))
            bag.validate()
    except bagit.BagValidationError as reason:
        details = sorted(reason.details, key=str)
        named = {detail.path: _of_file(detail) for detail in reversed(details) if hasattr(detail, "path")}
        rest = [_of_bagit(str(detail)) for detail in details if not hasattr(detail, "path")]
        found = [*named.values(), *rest] or [_of_bagit(str(reason))]
    except Exception as reason:  # whatever ends the judge is a fault of what it reads
        found.append(_of_bagit(str(reason) or type(reason).__name__))
    finally:
        logger.removeHandler(heard)
        logger.setLevel(level)
        logger.propagate = propagate
    yield from found
    for message in [] if found else dict.fromkeys(heard.warnings):
        yield Fault(
            ADVICE, Heading.USABLE, Severity.WARNING, f"bagit 提醒：{message}", "可以照用；建议移交方改正"
        )


def _of_file(detail: Any) -> Fault:
    """What bagit tells of one file: a checksum, or that it is lacking or too many."""
    kind = type(detail).__name__
    if kind == "FileMissing":
        return _fault(Heading.COMPLETE, "移交包不合格：缺少清单里有的文件", detail.path)
    if kind == "UnexpectedFile":
        return _fault(Heading.COMPLETE, "移交包不合格：多出清单里没有的文件", detail.path)
    return _fault(Heading.AUTHENTIC, "移交包不合格：文件被改动过，与清单中的校验值不符", detail.path)


def _of_bagit(detail: str) -> Fault:
    heading = Heading.AUTHENTIC if "validation failed" in detail else Heading.COMPLETE
    found = re.search(r"data/\S+|\S+\.txt", detail)
    return _fault(heading, f"移交包不合格：{detail}", found[0] if found else "")


def _fault(heading: Heading, what: str, file: str) -> Fault:
    return Fault(RULE, heading, Severity.ERROR, what, _ASK, file=file)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.WARNING:
            self.warnings.append(record.getMessage())
