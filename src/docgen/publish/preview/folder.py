"""The preview's folder: pictures by the digest of their bytes, the page, and nothing of anybody else's."""

import re
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import CannotWrite, remove, write_atomic
from docgen.publish.preview.page import INDEX, MARK, View, page_files
from docgen.publish.preview.sheet import Picture

_PICTURE = re.compile(r"[0-9a-f]{20}\.png")


class NotAPreview(DocgenError):
    """The folder has an index.html that is somebody else's."""

    exit_status = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"文件夹“{folder}”里已有不是预览的 {INDEX}", "请用 -o 指定另一个文件夹，或把它移到别处"
        )


def claim(folder: Path) -> None:
    """The folder may be written to. Raises NotAPreview or CannotWrite."""
    try:
        is_ours = MARK in (folder / INDEX).read_text("utf-8", "replace")
    except FileNotFoundError:
        return
    except OSError as reason:
        raise CannotWrite(folder / INDEX, reason) from reason
    if not is_ours:
        raise NotAPreview(folder)


def put_pictures(folder: Path, pictures: Iterable[Picture]) -> None:
    """The pictures lie in the folder. Raises CannotWrite."""
    for picture in pictures:
        path = folder / picture.name
        if not path.is_file():
            write_atomic(path, picture.data)


def put_page(folder: Path, view: View) -> None:
    """The page shows the view, and pictures that it does not show are gone. Raises CannotWrite."""
    for name, data in page_files(view).items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            write_atomic(path, data)
    shown = {picture.name for sheet in view.sheets for picture in sheet.pictures}
    for path in folder.glob("*.png"):
        if _PICTURE.fullmatch(path.name) and path.name not in shown:
            remove(path)
