"""`docgen check`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.check import check
from docgen.actions.explain import explain, pages
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.findings import counts, shown, summary
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_NOT_YET_DUE = "K27"  # an unfinished record owes dozens of these


@click.command
@options.as_of
@click.option("--rules", is_flag=True, help="列出全部检查规则，不检查记录。")
@click.option("--explain", "code", metavar="规则编号", help="说明一条规则，附正确和错误的写法。")
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, as_of: date | None, rules: bool, code: str | None) -> int:
    """检查记录填得对不对、全不全。

    每一处问题都指明文件、行号、栏目和改法，最要紧的在最前。

    例：
      docgen check
      docgen check --on 2012-06-30
      docgen check --explain X03
    """
    if code is not None:
        return _explain(screen, code)
    if rules:
        return _list_rules(screen)
    checked = check(Workspace.find(options.folder(ctx)), as_of, date.today())
    findings = checked.findings
    screen.data({"findings": [finding.as_json() for finding in findings], "summary": counts(findings)})
    told = [finding for finding in findings if screen.verbose or finding.rule != _NOT_YET_DUE]
    for finding in told:
        screen.result(shown(finding))
    screen.note(summary(told))
    if len(told) < len(findings):
        screen.note(f"另有 {len(findings) - len(told)} 项以后才需要填写，加 -v 列出。")
    return checked.exit_status


def _explain(screen: Screen, code: str) -> int:
    page = explain(code)
    screen.data(asdict(page))
    screen.result(f"{page.code}  {page.text}")
    return 0


def _list_rules(screen: Screen) -> int:
    listed = pages()
    screen.data({"rules": [asdict(page) for page in listed]})
    screen.result(table(("编号", "要求"), [(page.code, page.title) for page in listed]))
    return 0
