"""Folders that the user names for pages and pictures must not be those that the workspace itself lives in."""

from pathlib import Path

from docgen.errors import DocgenError
from docgen.workspace import Workspace


class OwnFolder(DocgenError):
    """The folder named by -o holds records, templates, papers or the archive."""

    exit_status = 2

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"“{folder}”是工作区存放{what}的地方，不能把网页和图片放在那里", "请用 -o 指定另一个文件夹"
        )


def refuse_own_folder(folder: Path, workspace: Workspace) -> None:
    """The folder is free to be filled. Raises OwnFolder."""
    wanted = folder.resolve()
    held = {
        workspace.data: "记录",
        workspace.archive: "归档文书",
        workspace.state: "生成清单",
        **dict.fromkeys(workspace.templates, "模板"),
    }
    for own, what in held.items():
        if wanted.is_relative_to(own.resolve()):
            raise OwnFolder(folder, what)
    if wanted == workspace.root.resolve():
        raise OwnFolder(folder, "全部资料")
    output = workspace.output.resolve()
    if wanted == output or (wanted.is_relative_to(output) and any(wanted.glob("*.docx"))):
        raise OwnFolder(folder, "文书")
