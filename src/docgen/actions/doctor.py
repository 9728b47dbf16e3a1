"""doctor: what this machine has and lacks, and how to get it."""

import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec
from pathlib import Path

from docgen import __version__
from docgen.archive.faults import NoLocks
from docgen.archive.locking import locks_work
from docgen.errors import DocgenError
from docgen.files import CannotWrite
from docgen.pdf import doctor_facts
from docgen.workspace import Workspace

_DISTRIBUTION = "docgen-gongwen"
_EXTRAS = {
    "s3": ("s3fs", "把归档库复制到 S3"),
    "archive": ("ocfl", "比较归档的版本、请第三方程序复核归档库、移交打包"),
    "cluster": ("distributed", "用 Dask 集群生成文书"),
    "pdf": ("pikepdf", "合成打印文件、检查 PDF 版面"),
    "preview": ("watchfiles", "保存后自动刷新预览"),
    "redline": ("python_redlines_docxodus", "做花脸稿"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the machine has (`found`) or lacks (`remedy` says how to get it).

    What papers do without, such as an extra, is `optional`.
    """

    what: str
    found: str
    remedy: str = ""
    optional: bool = False

    @property
    def is_good(self) -> bool:
        return not self.remedy


def doctor(start: Path) -> list[Fact]:
    """All facts: docgen, Python, what docgen rests on, LibreOffice and the fonts, the extras.

    Where `start` lies in a workspace, also whether its archive can be locked.
    """
    pdf = [Fact(fact.what, fact.found, fact.remedy) for fact in doctor_facts()]
    return [Fact("docgen", __version__), _python(), *_packages(), *pdf, *_extras(), *_locks(start)]


def _python() -> Fact:
    return Fact("Python", f"{platform.python_version()}（{sys.executable}）")


def _packages() -> list[Fact]:
    names = ("docxtpl", "python-docx", "lxml", "pydantic", "PyYAML", "isal", "click", "rich")
    return [_package(name) for name in names]


def _package(name: str) -> Fact:
    try:
        return Fact(name, version(name))
    except PackageNotFoundError:
        return Fact(name, "没有", f"请执行 pip install {name}")


def _extras() -> list[Fact]:
    known = _extras_of_this_version()
    return [
        Fact(f"附加功能 {extra}", "已安装", optional=True)
        if find_spec(module)
        else Fact(
            f"附加功能 {extra}",
            f"没有（用于{purpose}）",
            f'需要时请执行 pip install "{_DISTRIBUTION}[{extra}]"',
            True,
        )
        for extra, (module, purpose) in _EXTRAS.items()
        if extra in known
    ]


def _extras_of_this_version() -> set[str]:
    try:
        return set(metadata(_DISTRIBUTION).get_all("Provides-Extra") or ())
    except PackageNotFoundError:
        return set(_EXTRAS)


def _locks(start: Path) -> list[Fact]:
    try:
        workspace = Workspace.find(start)
        place = workspace.archive if workspace.archive.is_dir() else workspace.root
        works = locks_work(place)
    except CannotWrite as reason:
        return [Fact("归档文件锁", "试不了", str(reason))]
    except DocgenError:
        return []  # no workspace here
    return [Fact("归档文件锁", "可用") if works else Fact("归档文件锁", "不可用", NoLocks(place).remedy)]
