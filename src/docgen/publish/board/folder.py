"""The folder of the site: replaced as a whole, and only when all that lies there is our own work."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import digest, swap_folder

_NOTE = ".docgen-board.json"
_NAMED_MAX = 3


class NotOurs(DocgenError):
    """The folder holds files that replacing it would lose."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        named = "、".join(f"“{name}”" for name in names[:_NAMED_MAX])
        more = f"等 {len(names)} 个文件" if len(names) > _NAMED_MAX else ""
        super().__init__(
            f"文件夹“{folder}”里有不是公示栏生成的、或生成之后改过的文件：{named}{more}",
            "请把这些文件移到别处，或用 -o 指定另一个文件夹",
        )


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """The folder holds the site. Raises NotOurs or CannotWrite, and leaves it as it was."""
    folder = folder.resolve()  # a link to the web server's folder stays a link
    foreign = sorted(_foreign(folder))
    if foreign:
        raise NotOurs(folder, foreign)
    wanted = {name: digest(data) for name, data in sorted(files.items())}
    if _known(folder / _NOTE) == wanted and all((folder / name).is_file() for name in wanted):
        return
    note = json.dumps({"files": wanted}, ensure_ascii=False, indent=1) + "\n"
    swap_folder(folder, {**files, _NOTE: note.encode()})


def _foreign(folder: Path) -> Iterator[str]:
    if folder.exists() and not folder.is_dir():
        yield folder.name
        return
    known = _known(folder / _NOTE)
    for path in folder.rglob("*") if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != _NOTE and known.get(name) != digest(path.read_bytes()):
            yield name


def _known(note: Path) -> dict[str, str]:
    try:
        told = json.loads(note.read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return told if isinstance(told, dict) else {}
