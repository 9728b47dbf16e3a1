"""The two libraries that read and write workbooks; only this command needs them."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from docgen.errors import DocgenError

_NEEDED = {"xlsxwriter": "XlsxWriter", "python_calamine": "python-calamine"}


class NoSheetPackages(DocgenError):
    """The extra `sheet` is not installed."""

    exit_status = 3

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            f"读写 Excel 文件要用的软件包没有装：{'、'.join(missing)}",
            "请执行 pip install 'docgen-gongwen[sheet]'，再试一次",
        )


def need(name: str) -> ModuleType:
    """The module. Raises NoSheetPackages."""
    missing = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise NoSheetPackages(missing)
    return import_module(name)
