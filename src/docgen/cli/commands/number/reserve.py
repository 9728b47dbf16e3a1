"""`docgen number reserve`."""

from datetime import date

import click

from docgen.actions.number_enter import number_reserve
from docgen.cli import options
from docgen.cli.numbers import told
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("names", metavar="文号或代字…", nargs=-1, required=True)
@options.by
@options.reason
@click.option("--year", type=int, metavar="年份", help="写代字时取哪一年的号，默认是记录里的年份。")
@click.option("--until", type=options.Day(), metavar="日期", help="留到哪一天。")
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    names: tuple[str, ...],
    by: str,
    reason: str,
    year: int | None,
    until: date | None,
    wait_seconds: float,
) -> int:
    """预留文号，别人不能再用；写代字（或“机关代字”里的名称，如 下行）就取下一个号。

    例：
      docgen number reserve 示院党发〔2012〕39号 --by 张三 --reason 换届通知
      docgen number reserve 下行 --by 张三 --reason 换届通知 --until 2012-12-31
    """
    said = Said(by, reason, wait_seconds, screen.note)
    lines = number_reserve(workspace, names, said, year=year, until=until, today=date.today())
    return told(screen, "预留", lines)
