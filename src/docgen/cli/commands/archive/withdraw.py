"""`docgen archive withdraw`."""

import click

from docgen.actions.archive_attach import withdraw
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.issuing.issued import WITHDRAWALS
from docgen.issuing.said import Said
from docgen.workspace import Workspace

_EVENTS = {word: event for event, word in WITHDRAWALS.items()}


@click.command
@click.argument("address", metavar="地址")
@click.option(
    "--as", "called", type=click.Choice(list(_EVENTS)), default="撤回", help="撤回还是废止，默认撤回。"
)
@options.by
@options.reason
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    address: str,
    called: str,
    by: str,
    reason: str,
    wait_seconds: float,
) -> int:
    """撤回或废止已印发的文书：不再打印、不再上公示栏，仍然可以查阅，文号不再给别的文件用。

    例：
      docgen archive withdraw Z01:D22 --by 张三 --reason 内容有误，另行印发
      docgen archive withdraw DW:D01 --as 废止 --by 张三 --reason 新方案已印发
    """
    kept = withdraw(workspace, address, _EVENTS[called], Said(by, reason, wait_seconds, screen.note))
    screen.data({"object": kept.object, "version": kept.version, "seq": kept.seq})
    screen.result(f"{kept.object}@{kept.version}")
    screen.note(f"已{called}。")
    return 0
