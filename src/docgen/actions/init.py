"""init: a new workspace, with the sample records or empty."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.files import write_folder
from docgen.settings import NAME
from docgen.workspace import bundled

_SETTINGS = """\
# 本文件标明这里是 docgen 的工作区。可用的设置有（不写的一律取默认值，去掉行首的 # 即可启用）：
# profile = "setup"        # 版面尺寸的取法：setup 或 glyph
# date_style = "arabic"    # 日期写法：arabic（2012年6月14日）或 chinese（二〇一二年六月十四日）
# commendation = "one"     # 表扬与批评合发一份通报（one）或分两份（two）
# agreement = "on"         # 是否生成责任书：on 或 off
# ledger = "on"            # 是否生成台账：on 或 off
# pdf = "off"              # 生成文书时是否同时生成 PDF：off、on 或 pdfa
"""
_TEMPLATES_NOTE = """\
这个文件夹放本单位自己的模板，没有则使用 docgen 自带的模板。
要改某一种文书的样子，把自带模板的整个文件夹（例如 problem-dossier）复制到这里，
再用 Word 修改其中的 template.docx。
"""
_OUTPUT_NOTE = (
    "docgen 把生成的公文放在这个文件夹里。文件夹内的内容可以随时删除，重新执行 docgen build 即可再次生成。\n"
)


class FolderNotEmpty(DocgenError):
    """A workspace is not put among other files."""

    exit_status = 2

    def __init__(self, folder: Path) -> None:
        super().__init__(f"“{folder}”里已经有文件", "请换一个新文件夹名，或先把里面的文件移走")


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A workspace that was just made."""

    root: Path
    records: tuple[str, ...]


def init(folder: Path, *, empty: bool = False) -> NewWorkspace:
    """A workspace lies in `folder`, whole. Raises FolderNotEmpty or CannotWrite."""
    refuse_filled(folder)
    records = {} if empty else _sample()
    write_folder(folder, standing_files() | records, empty=("data/branches",))
    return NewWorkspace(folder.resolve(), tuple(sorted(records)))


def refuse_filled(folder: Path) -> None:
    """Raises FolderNotEmpty if anything stands where a workspace is to be made."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise FolderNotEmpty(folder)


def standing_files() -> dict[str, bytes]:
    """What every workspace has beside its records."""
    notes = {
        NAME: _SETTINGS,
        "templates/说明.txt": _TEMPLATES_NOTE,
        "output/说明.txt": _OUTPUT_NOTE,
    }
    return {name: text.encode() for name, text in notes.items()}


def _sample() -> dict[str, bytes]:
    root = bundled("data")
    paths = sorted(path for path in root.rglob("*.yaml") if path.is_file())
    return {f"data/{path.relative_to(root).as_posix()}": path.read_bytes() for path in paths}
