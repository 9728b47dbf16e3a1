"""The library that joins PDFs; only the print run needs it."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from docgen.errors import DocgenError


class NoPdfPackages(DocgenError):
    """The extra `pdf` is not installed."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            "合并 PDF 要用的软件包 pikepdf 没有装", "请执行 pip install 'docgen-gongwen[pdf]'，再试一次"
        )


def pikepdf() -> ModuleType:
    """The module, imported when it is needed. Raises NoPdfPackages."""
    if find_spec("pikepdf") is None:
        raise NoPdfPackages
    return import_module("pikepdf")
