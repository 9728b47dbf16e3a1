"""The list of what is to be done, as files: one form a module, named after the file's ending."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from docgen.errors import DocgenError
from docgen.publish.todo.listing import Listing

_PREFIX = "as_"


class UnknownEnding(DocgenError):
    """No form of the list goes by this ending."""

    exit_status = 2

    def __init__(self, path: Path) -> None:
        known = "、".join(f"“.{ending}”" for ending in endings())
        super().__init__(f"不知道怎样写“{path.name}”这种文件", f"请让文件名以 {known} 结尾")


def endings() -> list[str]:
    """The endings of the files that can be written."""
    names = sorted(module.name for module in iter_modules(__path__))
    return [name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX)]


def written(listing: Listing, path: Path) -> bytes:
    """The list as a file for `path`, by its ending. Raises UnknownEnding."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in endings():
        raise UnknownEnding(path)
    data: bytes = import_module(f"{__name__}.{_PREFIX}{ending}").written(listing)
    return data
