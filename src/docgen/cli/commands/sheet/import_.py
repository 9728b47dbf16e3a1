"""`docgen sheet import`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from docgen.actions.sheet_import import Imported, read_workbooks, write
from docgen.cli import options
from docgen.cli.findings import shown, summary
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument(
    "files", metavar="工作簿…", nargs=-1, required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)  # fmt: skip
@click.option("--yes", is_flag=True, help="不再询问，直接写入。")
@click.option("--dry-run", is_flag=True, help="只列出改动，不写入。")
@click.option("--force", is_flag=True, help="导出之后记录文件改过的地方，也以工作簿为准。")
@options.screen
@options.workspace
def command(
    screen: Screen, workspace: Workspace, files: Sequence[Path], yes: bool, dry_run: bool, force: bool
) -> int:
    """把填好的 Excel 工作簿导入记录。

    先逐项列出改动，您同意了才写。有一个单元格填错就什么也不写，并指明是哪张表的哪一格。
    记录文件里的注释和先后保持原样。

    例：
      docgen sheet import 表格/Z01_机关第一党支部.xlsx
      docgen sheet import 表格/*.xlsx --dry-run
    """
    imported = read_workbooks(workspace, files, force=force)
    _show(screen, imported)
    written = _is_agreed(screen, imported, yes=yes, dry_run=dry_run)
    if written:
        write(imported)
        names = "、".join(one.record.file for one in imported.updates if one.changes)
        screen.note(f"已写入 {names}。请执行 docgen check 检查。")
    screen.data(_as_json(imported, written=written))
    return 1 if imported.is_bad else 0


def _show(screen: Screen, imported: Imported) -> None:
    for finding in imported.findings:
        screen.result(shown(finding))
    for one in imported.updates:
        if one.changes:
            screen.result(f"{one.record.file}：{len(one.changes)} 处改动")
        for change in one.changes:
            screen.result(f"  {change.label}：{_or_empty(change.old)} → {_or_empty(change.new)}")


def _or_empty(text: str) -> str:
    return text.replace("\n", "⏎") or "（空）"


def _is_agreed(screen: Screen, imported: Imported, *, yes: bool, dry_run: bool) -> bool:
    if imported.is_bad:
        screen.note(f"{summary(imported.findings)}什么也没有写，请改好工作簿再导入。")
        return False
    if imported.is_empty:
        screen.note("工作簿和记录一致，没有要写的改动。")
        return False
    if dry_run:
        screen.note("演练：什么也没有写。")
        return False
    if yes:
        return True
    if screen.as_json or not sys.stdin.isatty():
        screen.note("还没有写入。核对无误后，加 --yes 再执行一次。")
        return False
    return click.confirm("写入这些改动吗", default=False, err=True)


def _as_json(imported: Imported, *, written: bool) -> dict[str, Any]:
    return {
        "changes": [
            {
                "file": one.record.file,
                "field": change.field,
                "label": change.label,
                "old": change.old,
                "new": change.new,
            }
            for one in imported.updates
            for change in one.changes
        ],
        "findings": [finding.as_json() for finding in imported.findings],
        "written": written,
    }
