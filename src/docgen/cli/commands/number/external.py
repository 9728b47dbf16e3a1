"""`docgen number external`."""

import click

from docgen.actions.number_enter import Entered, number_external
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("names", metavar="文号…", nargs=-1, required=True)
@click.option("--by", default="", metavar="姓名", help="经办人，必写。")
@click.option("--reason", default="", metavar="事由", help="用在哪份文件上，必写。")
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    names: tuple[str, ...],
    by: str,
    reason: str,
    wait_seconds: float,
) -> int:
    """登记 docgen 以外的文件用掉的号，可以写起止号。

    例：
      docgen number external 示院党发〔2012〕1—10号 --by 张三 --reason 上半年纸质发文
    """
    said = Entered(by, reason, wait_seconds)
    lines = number_external(workspace, names, said)
    screen.data({"numbers": [{"doc_no": one.doc_no, "event": one.event, "seq": one.seq} for one in lines]})
    screen.result("\n".join(one.doc_no for one in lines))
    screen.note(f"已登记 {len(lines)} 个号。")
    return 0
