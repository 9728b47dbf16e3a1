"""`docgen list records`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.list_records import list_records
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.findings import summary
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace) -> int:
    """列出有哪些记录、各到了哪一步、有几处错误。

    例：
      docgen list records
    """
    lines, findings = list_records(workspace, date.today())
    screen.data({"records": [asdict(line) for line in lines]})
    rows = [(r.id, r.name, r.file, r.states[-1] if r.states else "", str(r.errors)) for r in lines]
    screen.result(table(("编号", "名称", "文件", "已到阶段", "错误"), rows))
    screen.note(summary(findings))
    return 0
