"""`docgen check`."""

from datetime import date

import click

from docgen.actions.check import check
from docgen.cli import options
from docgen.cli.findings import counts, shown, summary
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.as_of
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, as_of: date | None) -> int:
    """检查记录填得对不对、全不全。

    每一处问题都指明文件、行号、栏目和改法，最要紧的在最前。

    例：
      docgen check
      docgen check --on 2012-06-30
    """
    checked = check(workspace, as_of, date.today())
    findings = checked.findings
    screen.data({"findings": [finding.as_json() for finding in findings], "summary": counts(findings)})
    for finding in findings:
        screen.result(shown(finding))
    screen.note(summary(findings))
    return checked.exit_status
