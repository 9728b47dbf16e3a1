"""doctor: what this machine has and lacks, and how to get it."""

import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec

from docgen import __version__
from docgen.pdf import doctor_facts

_DISTRIBUTION = "docgen-gongwen"
_EXTRAS = {
    "cluster": ("distributed", "用 Dask 集群生成文书"),
    "pdf": ("pikepdf", "合成打印文件、检查 PDF 版面"),
    "preview": ("watchfiles", "保存后自动刷新预览"),
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


def doctor() -> list[Fact]:
    """All facts: docgen, Python, what docgen rests on, LibreOffice and the fonts, the extras."""
    pdf = [Fact(fact.what, fact.found, fact.remedy) for fact in doctor_facts()]
    return [Fact("docgen", __version__), _python(), *_packages(), *pdf, *_extras()]


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
