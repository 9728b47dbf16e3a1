"""`docgen render`."""

from pathlib import Path

import click

from docgen.actions.render import render
from docgen.cli import options
from docgen.cli.screen import Screen

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command
@click.argument("template", metavar="模板.docx", type=_FILE)
@click.argument("data", metavar="数据.yaml|.json", type=_FILE)
@click.option(
    "-o", "--output", "out", metavar="文件.docx", type=_FILE, required=True, help="结果写到这个文件。"
)
@click.option("--lenient", is_flag=True, help="数据里没有的名称印成空白（docxtpl 的做法），不报错。")
@options.screen
def command(screen: Screen, template: Path, data: Path, out: Path, lenient: bool) -> int:
    """用任意数据填任意 docxtpl 模板，不需要工作区。

    数据按原样填入：true、12、1.5 是值，no、14:30、0000123、2012-06-05 都是文字。

    例：
      docgen render 合同.docx 合同.yaml -o 张三.docx
    """
    written = render(template, data, out, strict=not lenient)
    screen.data({"path": str(written)})
    screen.note(f"已生成 {written}")
    return 0
