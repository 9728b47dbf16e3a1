"""`docgen number reserve`."""

from datetime import date

import click

from docgen.actions.number_enter import Entered, number_reserve
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("names", metavar="文号或代字…", nargs=-1, required=True)
@click.option("--by", default="", metavar="姓名", help="经办人，必写。")
@click.option("--reason", default="", metavar="事由", help="为什么，必写。")
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
    said = Entered(by, reason, wait_seconds)
    lines = number_reserve(workspace, names, said, year=year, until=until, today=date.today())
    screen.data({"numbers": [{"doc_no": one.doc_no, "event": one.event, "seq": one.seq} for one in lines]})
    screen.result("\n".join(one.doc_no for one in lines))
    screen.note(f"已预留 {len(lines)} 个号。")
    return 0
