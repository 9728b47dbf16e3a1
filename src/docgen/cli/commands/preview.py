"""`docgen preview`."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import click

from docgen.actions.preview import INDEX, Refreshed, Wanted, default_folder, preview, watch
from docgen.cli import options
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_NAMED_MAX = 3


@click.command
@options.papers("看")
@options.as_of
@click.option("--watch", "watching", is_flag=True, help="保存记录或模板后自动刷新，按 Ctrl-C 结束。")
@options.output_folder("网页放在这个文件夹，默认 output/预览。")
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    kinds: tuple[str, ...],
    branches: tuple[str, ...],
    as_of: date | None,
    watching: bool,
    output: Path | None,
) -> int:
    """在浏览器里看文书的样子，旁边列出问题。

    网页是 output/预览/index.html，用浏览器打开。加 --watch 后一直看着记录和
    模板，保存之后只重做受影响的文书，网页自己刷新；按 Ctrl-C 结束。

    例：
      docgen preview D21 -b Z01
      docgen preview 公示 公开承诺书 --watch
    """
    folder, wanted = output or default_folder(workspace), Wanted(kinds, branches, as_of)
    if not watching:
        with progress(screen) as listener:
            found = preview(workspace, folder, wanted, date.today(), listener)
        screen.data(_as_json(found, folder))
        _show(screen, found)
        screen.note(f"请用浏览器打开 {folder / INDEX}")
        return found.exit_status
    if screen.as_json:
        raise click.UsageError("--watch 一直运行，不能和 --format json 一起用")
    return _watch(screen, workspace, folder, wanted)


def _watch(screen: Screen, workspace: Workspace, folder: Path, wanted: Wanted) -> int:
    screen.note("正在做第一次预览……")
    with ExitStack() as first_look:
        listener = first_look.enter_context(progress(screen))
        is_first = True

        def on_refresh(found: Refreshed, seconds: float) -> None:
            nonlocal is_first
            first_look.close()  # the bar is gone: the later looks are short
            if is_first or found.made or found.troubles:
                screen.result(f"{_told(found)}（{seconds:.1f} 秒）")
            if is_first:
                screen.note(f"请用浏览器打开 {folder / INDEX}；保存记录或模板后自动刷新，按 Ctrl-C 结束。")
            is_first = False

        try:
            watch(workspace, folder, wanted, date.today(), on_refresh, Event(), listener)
        except KeyboardInterrupt:
            screen.note("预览已结束。")
    return 0


def _told(found: Refreshed) -> str:
    if found.troubles:
        return f"没有刷新：{found.troubles[0]}"
    named = "、".join(f"{sheet.owner} {sheet.label}" for sheet in found.made[:_NAMED_MAX])
    more = "等" if len(found.made) > _NAMED_MAX else ""
    return f"做了 {len(found.made)} 份：{named}{more}" if found.made else "没有变化"


def _show(screen: Screen, found: Refreshed) -> None:
    screen.result(f"共 {len(found.sheets)} 份文书。")
    for text in found.troubles:
        screen.note(text)
    for sheet in found.sheets:
        if sheet.is_old:
            screen.note(f"{sheet.owner} {sheet.label}：{'；'.join(sheet.notes)}")


def _as_json(found: Refreshed, folder: Path) -> dict[str, Any]:
    papers = [
        {
            "kind": sheet.label,
            "owner": sheet.owner,
            "path": sheet.path,
            "pages": len(sheet.pictures),
            "draft": sheet.is_draft,
            "failed": sheet.is_old,
            "findings": [finding.as_json() for finding in sheet.findings],
            "notes": list(sheet.notes),
        }
        for sheet in found.sheets
    ]
    return {
        "folder": folder.as_posix(),
        "papers": papers,
        "summary": {"papers": len(papers), "troubles": list(found.troubles)},
    }
