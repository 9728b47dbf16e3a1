"""`docgen list stale`."""

from datetime import date

import click

from docgen.actions.list_stale import list_stale
from docgen.build.outcome import Outcome
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.as_of
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, as_of: date | None) -> int:
    """列出记录或模板改动之后需要重新生成的文书。

    例：
      docgen list stale
    """
    found = list_stale(workspace, as_of, date.today())
    folder = workspace.relative(workspace.output)
    screen.data({"files": [_as_json(outcome, folder) for outcome in found]})
    if found:
        rows = [(o.job.label, o.job.name, o.job.owner, _reason(o), o.job.path) for o in found]
        screen.result(table(("代号", "文种", "单位", "原因", "文件"), rows))
    told = f"有 {len(found)} 份文书需要重新生成，执行 docgen build。" if found else "文书都与记录一致。"
    screen.note(told)
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
