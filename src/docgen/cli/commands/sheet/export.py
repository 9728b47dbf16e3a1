"""`docgen sheet export`."""

from dataclasses import asdict
from pathlib import Path

import click

from docgen.actions.sheet_export import FOLDER, export
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_STATUS = {"written": "已导出", "unchanged": "没有变化", "kept": "没有导出", "failed": "失败"}


@click.command
@click.argument("names", metavar="[支部]…", nargs=-1, shell_complete=options.complete_branch)
@options.branches("只导出这个党支部，和直接写支部一样")
@click.option(
    "-o", "target", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False),
    help=f"放在这个文件夹里，默认是工作区的“{FOLDER}”文件夹。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="已有的工作簿里有还没导入的改动也替换。")
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    names: tuple[str, ...],
    branches: tuple[str, ...],
    target: Path | None,
    force: bool,
) -> int:
    """把记录导出成 Excel 工作簿，一个党支部一本，党委一本。

    不写支部就全部导出；支部写编号或简称，DW 为党委。填好后用 docgen sheet import 导入。

    例：
      docgen sheet export
      docgen sheet export Z01 Z02 -o 发给支部
    """
    made = export(workspace, names + branches, target, force=force)
    screen.data({"files": [asdict(one) for one in made]})
    rows = [(one.record, one.name, _STATUS[one.status], one.path) for one in made]
    screen.result(table(("编号", "名称", "结果", "文件"), rows))
    for one in made:
        if one.reason:
            screen.note(f"{one.record}：{one.reason}")
    return 1 if any(one.status in ("failed", "kept") for one in made) else 0
