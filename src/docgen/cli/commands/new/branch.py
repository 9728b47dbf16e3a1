"""`docgen new branch`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.new import new_branch
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("branch_id", metavar="编号")
@options.source
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, branch_id: str, source: Path | None) -> int:
    """新建一个党支部的记录，每一栏都有中文说明和例子。

    已有的记录不会被覆盖。写 --from 去年的工作区，就把该支部的名称、书记、委员等带过来。

    例：
      docgen new branch Z07
      docgen new branch Z01 --from ../去年的工作区
    """
    made = new_branch(workspace, branch_id, source, date.today())
    shown = workspace.relative(made.path)
    screen.data({"file": shown, "schema": workspace.relative(made.schema), "on_list": made.on_list})
    screen.result(f"记录建好了：{shown}")
    if made.on_list:
        screen.note("已写进党委记录的支部清单。")
    elif made.on_list is None:
        screen.note("还没有党委的记录，请执行 docgen new committee；它会把现有的支部文件写进清单。")
    else:
        screen.note(f"请在党委记录的“支部文件”（branches）里加上 {made.path.name}，否则读不到它。")
    screen.note(f"下一步：打开它填写，再执行 docgen todo -b {branch_id.strip()} 看要填什么、办什么。")
    return 0
