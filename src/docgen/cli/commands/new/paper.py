"""`docgen new paper`."""

import click

from docgen.actions.new import new_paper
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.official.genres import NAMES
from docgen.workspace import Workspace


@click.command
@click.argument("paper_id", metavar="编号")
@click.option("--genre", metavar="文种", type=click.Choice(NAMES), help="十五种文种之一。")
@click.option("--title", metavar="标题", default="", help="公文标题。")
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, paper_id: str, genre: str | None, title: str) -> int:
    """新建一份通用公文的记录，每一栏都有中文说明和例子。

    记录放在 data/papers 里，文件名就是编号。填好后执行 docgen build official-paper，
    得到公文和发文稿纸。已有的记录不会被覆盖。

    例：
      docgen new paper xiaofang
      docgen new paper qingshi-3 --genre 请示 --title 关于增设消防设备的请示
    """
    made = new_paper(workspace, paper_id, genre or "", title)
    shown = workspace.relative(made.path)
    screen.data({"file": shown, "schema": workspace.relative(made.schema)})
    screen.result(f"记录建好了：{shown}")
    screen.note("下一步：打开它填写，执行 docgen check 检查，再执行 docgen build official-paper。")
    return 0
