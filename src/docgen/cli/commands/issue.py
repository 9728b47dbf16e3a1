"""`docgen issue`."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.actions.issue import Issue, Wanted, issue
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.issuing.run import Line
from docgen.workspace import Workspace

_STATUS = {"issued": "已印发", "unchanged": "没有变化", "failed": "没有印发"}
_COLUMNS = ("代号", "文种", "单位", "结果", "文号", "归档地址")
_LINES = 400  # of papers, unless all are asked for


@click.command
@click.argument("kinds", metavar="[文种]…", nargs=-1, shell_complete=options.complete_kind)
@click.option("--all", "everything", is_flag=True, help="全部文书。")
@options.branches("只印发这个党支部的文书（编号或简称，DW 为党委）")
@options.by
@options.reason_for("为什么印发（例如“印发”）")
@click.option("--date", "day", type=options.Day(), metavar="日期", help="成文日期；记录里已有日期的不必写。")
@click.option(
    "--docx", type=click.Path(path_type=Path), metavar="文件",
    help="印发在 Word 里改定的这一份，一次只能一份；它和 docgen 生成的差别一并存下。",
)  # fmt: skip
@click.option(
    "--allow", metavar="代码", multiple=True, help="明知有这种错误仍要印发（记录在案）；可以写几次。"
)
@click.option("--write-back", is_flag=True, help="把编出的文号和成文日期填回记录文件（注释保留）。")
@options.wait
@options.as_of
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, **said: Any) -> int:
    """印发文书：检查、编号、生成 Word 和 PDF，存入归档库，从此不再改动。

    记录里写好文号的照记录编号；空着的取下一个号。记录有错误的不印发，也不占号。
    没有变化的文书再印发一次，不产生新的一版。

    例：
      docgen issue D22 -b Z01 --by 张三 --reason 印发
      docgen issue --all --by 张三 --reason 年终归档 --write-back
      docgen issue D26-goals:G1 --by 张三 --reason 印发 --docx 改定稿.docx
    """
    wanted = Wanted(**said)
    with progress(screen) as listener:
        issued = issue(workspace, wanted, date.today(), listener, screen.note)
    screen.data(_as_json(issued))
    _show(screen, issued)
    return issued.exit_status


def _as_json(issued: Issue) -> dict[str, Any]:
    count = Counter(line.status for line in issued.lines)
    summary: dict[str, Any] = {status: count[status] for status in _STATUS}
    summary |= {"waiting": issued.waiting, "written_back": list(issued.written_back)}
    if issued.error is not None:
        summary["error"] = str(issued.error)
    done = [line for line in issued.lines if line.status != "failed"]
    failed = [line for line in issued.lines if line.status == "failed"]
    return {
        "issued": [_line_as_json(line) for line in done],
        "failed": [{**_paper_as_json(line), "reason": line.reason} for line in failed],
        "summary": summary,
    }


def _paper_as_json(line: Line) -> dict[str, Any]:
    job = line.job.line
    return {
        "kind": job.slug,
        "code": job.code,
        "variant": job.variant,
        "branch": job.branch_id,
        "item": job.item_id,
    }


def _line_as_json(line: Line) -> dict[str, Any]:
    return {
        "object": line.object,
        "version": line.version,
        "edition": line.edition,
        **_paper_as_json(line),
        "doc_no": line.doc_no,
        "date": line.date,
        "by": line.by,
        "reason": line.reason,
        "seq": line.seq,
        "status": line.status,
        "notes": list(line.notes),
    }


def _show(screen: Screen, issued: Issue) -> None:
    shown = [
        line
        for line in issued.lines
        if screen.verbose or len(issued.lines) <= _LINES or line.status != "unchanged"
    ]
    if shown:
        screen.result(table(_COLUMNS, [_row(line) for line in shown]))
    for line in shown:
        job = line.job
        name = f"{job.owner} {job.paper.label}{f'（{job.item_id}）' if job.item_id else ''}"
        for text in (line.reason,) if line.status == "failed" else line.notes:
            screen.note(f"{name}：{text}")
    for note in (*issued.written_back, *issued.notes):
        screen.note(note)
    count = Counter(_STATUS[line.status] for line in issued.lines)
    told = "，".join(f"{word} {number} 份" for word, number in count.items())
    if told or issued.error is None:
        screen.note(told or "没有可以印发的文书")
    if issued.waiting and not shown:
        screen.note(f"另有 {issued.waiting} 份还没有到印发的时候")
    if issued.error is not None:
        screen.note(f"{'后面的' if told else ''}没有做：{issued.error}")


def _row(line: Line) -> tuple[str, ...]:
    paper = line.job.paper
    return paper.label, paper.name, line.job.owner, _STATUS[line.status], line.doc_no, line.object
