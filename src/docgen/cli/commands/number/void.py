"""`docgen number void`."""

import click

from docgen.actions.number_enter import number_void
from docgen.cli import options
from docgen.cli.numbers import told
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("names", metavar="文号…", nargs=-1, required=True)
@options.by
@options.reason
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
    """作废文号，写明原因；作废的号不会再用。

    例：
      docgen number void 示院党发〔2012〕12号 --by 张三 --reason 起草后不发
    """
    said = Said(by, reason, wait_seconds, screen.note)
    lines = number_void(workspace, names, said)
    return told(screen, "作废", lines)
