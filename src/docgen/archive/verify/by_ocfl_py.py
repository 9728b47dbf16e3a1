"""A second judge: ocfl-py, the reference implementation, and what it is known to let pass.

It accepts contents that are links, declarations without a line break and anything after a sidecar's first
line, and ends in an exception on some damaged inventories: all of these are faults here.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docgen.archive.verify import tree
from docgen.archive.verify.checks.v23_advice import REGISTERED
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.inventory import INVENTORY
from docgen.errors import DocgenError
from docgen.findings import Severity

RULE, ADVICE, GAP = "V60", "V61", "V62"
_LOOSE = 1000  # bytes of a sidecar or declaration that are looked at


class NoOcflPy(DocgenError):
    """The extra that judges OCFL is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "没有安装 ocfl-py，不能用它核验", "请执行 pip install 'docgen-gongwen[archive]'，或去掉 --ocfl"
        )


def require() -> None:
    """Raises NoOcflPy where it is not installed."""
    if find_spec("ocfl") is None:
        raise NoOcflPy


def judge_root(folder: Path) -> tuple[list[Fault], int]:
    """What ocfl-py says of a storage root, and how many objects it saw."""
    from ocfl.storage_root import StorageRoot  # heavy: fsspec and botocore
    from ocfl.validation_logger import ValidationLogger

    root = StorageRoot(root=str(folder))
    root.log = ValidationLogger(log_warnings=True)
    faults: list[Fault] = []
    seen = 0
    try:
        with _in_silence():
            root.open_root_fs()
            _check_structure(root)
        for place in root.object_paths():
            seen += 1
            faults += judge_object(folder / place, place)
    except Exception as reason:  # whatever ends the judge is a fault of what it reads
        faults.append(_ended(reason, ""))
    faults += _told(root.log, "")
    return faults + list(_gaps(folder, "", list(folder.iterdir()))), seen


def _check_structure(root: Any) -> None:
    from ocfl.storage_root import StorageRootException  # heavy: fsspec and botocore

    try:
        root.check_root_structure()
    except StorageRootException as reason:
        # It knows two layouts only; the others are none the less good OCFL.
        if not (reason.code == "E071" and reason.kwargs.get("layout_name") in REGISTERED):
            root.log.error(reason.code, **reason.kwargs)


def judge_object(folder: Path, where: str) -> list[Fault]:
    """What ocfl-py says of one object."""
    from ocfl.validator import Validator  # heavy: fsspec and botocore

    validator = Validator(log_warnings=True)
    validator.registered_extensions = [*validator.registered_extensions, *REGISTERED]
    faults = []
    try:
        with _in_silence():
            validator.validate_object(str(folder))
    except Exception as reason:  # whatever ends the judge is a fault of what it reads
        faults.append(_ended(reason, where))
    if not _has_unknown_extension(folder):
        validator.log.codes.pop("W013", None)  # it compares paths with names, and so finds none registered
    faults += _told(validator.log, where)
    inside = list(folder.iterdir()) if folder.is_dir() else []
    return faults + list(_gaps(folder, where, inside)) + list(_links(folder, where))


def _has_unknown_extension(folder: Path) -> bool:
    extensions = folder / "extensions"
    return extensions.is_dir() and any(
        path.is_dir() and path.name not in REGISTERED for path in extensions.iterdir()
    )


@contextmanager
def _in_silence() -> Iterator[None]:
    """ocfl-py talks through the root logger."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _told(log: Any, where: str) -> Iterator[Fault]:
    errors = sorted({message for code, message in log.codes.items() if not code.startswith("W")})
    advice = sorted({message for code, message in log.codes.items() if code.startswith("W")})
    if errors:
        yield Fault(
            RULE, Heading.USABLE, Severity.ERROR, f"ocfl-py 判为不合 OCFL：{'；'.join(errors)}",
            "请从备份恢复；不是 docgen 的归档库的，请找写成它的程序的维护者", file=where,
        )  # fmt: skip
    if advice:
        yield Fault(
            ADVICE,
            Heading.USABLE,
            Severity.WARNING,
            f"ocfl-py 提醒：{'；'.join(advice)}",
            "可以照用",
            file=where,
        )


def _ended(reason: Exception, where: str) -> Fault:
    return Fault(
        RULE, Heading.USABLE, Severity.ERROR,
        f"ocfl-py 读到一半停了下来（{type(reason).__name__}：{reason}）",
        "内容已损坏，请从备份恢复", file=where,
    )  # fmt: skip


def _gaps(folder: Path, where: str, inside: list[Path]) -> Iterator[Fault]:
    """Loose declarations and sidecars, which ocfl-py does not look at closely."""
    for path in sorted(inside):
        if path.name.startswith("0=") and not path.is_symlink():
            data = _start(folder, path.name)
            if data is not None and data != f"{path.name[2:]}\n".encode():
                yield _gap(
                    Heading.USABLE, "声明文件的内容与文件名不一致，或末尾缺少换行", f"{where}/{path.name}"
                )
    for path in sorted(folder.glob(f"{INVENTORY}.*")) + sorted(folder.glob(f"v*/{INVENTORY}.*")):
        name = path.relative_to(folder).as_posix()
        data = _start(folder, name) if path.is_file() and not path.is_symlink() else None
        if data is not None and data.partition(b"\n")[2].strip():
            yield _gap(Heading.AUTHENTIC, "校验文件第一行之后还有别的内容", f"{where}/{name}")


def _start(folder: Path, name: str) -> bytes | None:
    is_long = (folder / name).is_file() and (folder / name).stat().st_size > _LOOSE
    return b"\n?" if is_long else tree.read(str(folder), name)


def _links(folder: Path, where: str) -> Iterator[Fault]:
    for path in tree.look(str(folder)).links if folder.is_dir() else ():
        yield _gap(Heading.SAFE, "文件被换成了链接（快捷方式）", f"{where}/{path}")


def _gap(heading: Heading, what: str, file: str) -> Fault:
    return Fault(GAP, heading, Severity.ERROR, what, "请从备份恢复这个文件", file=file.removeprefix("/"))
