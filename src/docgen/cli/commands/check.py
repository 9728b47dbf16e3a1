"""`docgen check`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.check import check
from docgen.actions.explain import explain, pages
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.findings import counts, shown, summary
from docgen.cli.records_table import records_table
from docgen.cli.screen import Screen
from docgen.findings import Finding, Severity
from docgen.workspace import Workspace

_NOT_YET_DUE = "K27"


@click.command
@options.as_of
@click.option("--rules", is_flag=True, help="列出全部检查规则，不检查记录。")
@click.option("--explain", "code", metavar="规则编号", help="说明一条规则，附正确和错误的写法。")
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, as_of: date | None, rules: bool, code: str | None) -> int:
    """检查记录填得对不对、全不全。

    先列出每个单位到了哪一步、有几处问题，再逐一指明文件、行号、栏目和改法，最要紧的在最前。

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
    told = [finding for finding in findings if screen.verbose or not _is_for_later(finding)]
    screen.result(f"{records_table(checked.records, told)}\n")
    for finding in told:
        screen.result(shown(finding))
    screen.note(summary(told))
    if len(told) < len(findings):
        screen.note(f"另有 {len(findings) - len(told)} 项以后才到期，加 -v 列出。")
    return checked.exit_status


def _is_for_later(finding: Finding) -> bool:
    """Whether it is only due at a later step; an unfinished record owes dozens of these."""
    lowered = finding.severity is Severity.INFO and finding.rule.startswith("R")
    return lowered or finding.rule == _NOT_YET_DUE


def _explain(screen: Screen, code: str) -> int:
    page = explain(code)
    screen.data(asdict(page))
    screen.result(f"{page.code}  {page.text}")
    return 0


def _list_rules(screen: Screen) -> int:
    listed = pages()
    screen.data({"rules": [asdict(page) for page in listed]})
    rows = [(page.code, page.severity, page.due, page.title) for page in listed]
    screen.result(table(("编号", "程度", "起算", "要求"), rows))
    screen.note("起算：到这一步还没有做到的才算错误或警告，之前只作提示。用 --explain 编号 看一条的说明。")
    return 0
