"""`docgen number external`."""

import click

from docgen.actions.number_enter import number_external
from docgen.cli import options
from docgen.cli.numbers import told
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("names", metavar="文号…", nargs=-1, required=True)
@options.by
@options.reason_for("用在哪份文件上")
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
    said = Said(by, reason, wait_seconds, screen.note)
    lines = number_external(workspace, names, said)
    return told(screen, "登记", lines)
