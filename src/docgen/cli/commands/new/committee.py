"""`docgen new committee`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.new import new_committee
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.source
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, source: Path | None) -> int:
    """新建党委的记录，每一栏都有中文说明和例子。

    已有的记录不会被覆盖。写 --from 去年的工作区，就把机构、人员、部门和评分办法带过来；
    日期、方案、考评等不带。

    例：
      docgen new committee
      docgen new committee --from ../去年的工作区
    """
    made = new_committee(workspace, source, date.today())
    shown = workspace.relative(made.path)
    screen.data({"file": shown, "schema": workspace.relative(made.schema)})
    screen.result(f"记录建好了：{shown}")
    if made.awaited:
        screen.note(f"人员名单里有{'、'.join(made.awaited)}的人，请用 docgen new branch 建好这些支部的记录。")
    screen.note("下一步：打开它填写，用 docgen new branch 编号 建各党支部的记录，再执行 docgen todo。")
    return 0
