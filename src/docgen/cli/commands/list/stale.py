"""`docgen list stale`."""

from dataclasses import asdict
from datetime import date

import click

from docgen.actions.list_stale import StaleIssue, list_stale, list_stale_issued
from docgen.build.outcome import Outcome
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.as_of
@click.option("--issued", is_flag=True, help="看已印发的文书哪些和现在的记录不一致了。")
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, as_of: date | None, issued: bool) -> int:
    """列出记录或模板改动之后需要重新生成的文书；加 --issued 列出需要重新印发的。

    例：
      docgen list stale
      docgen list stale --issued
    """
    if issued:
        return _issued(screen, list_stale_issued(workspace, as_of, date.today()))
    found = list_stale(workspace, as_of, date.today())
    folder = workspace.relative(workspace.output)
    screen.data({"files": [_as_json(outcome, folder) for outcome in found]})
    if found:
        rows = [(o.job.label, o.job.name, o.job.owner, _reason(o), o.job.path) for o in found]
        screen.result(table(("代号", "文种", "单位", "原因", "文件"), rows))
    told = f"有 {len(found)} 份文书需要重新生成，执行 docgen build。" if found else "文书都与记录一致。"
    screen.note(told)
    return 0


def _issued(screen: Screen, found: list[StaleIssue]) -> int:
    screen.data({"papers": [asdict(one) for one in found]})
    if found:
        rows = [(f"{one.object}@{one.version}", one.doc_no, one.title, one.reason) for one in found]
        screen.result(table(("归档地址", "文号", "题名", "原因"), rows))
        screen.note(f"有 {len(found)} 份已印发的文书和记录不一致：改动属实的请重新印发，不再使用的请撤回。")
    else:
        screen.note("已印发的文书都与记录一致。")
    return 0


def _reason(outcome: Outcome) -> str:
    return "记录已改，文书又经手工改过" if outcome.status == "skipped" else "记录或模板已改"


def _as_json(outcome: Outcome, folder: str) -> dict[str, str]:
    job = outcome.job
    return {
        "kind": job.slug,
        "code": job.code,
        "variant": job.variant,
        "branch": job.branch_id,
        "item": job.item_id,
        "path": f"{folder}/{job.path}",
        "reason": _reason(outcome),
    }
