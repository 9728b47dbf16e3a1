"""`docgen board`."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.actions.board import LeftOut, Published, publish
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.as_of
@click.option("--drafts", is_flag=True, help="记录还有错误的也放上去，标明“草稿”。")
@options.output_folder("网页放在这个文件夹，默认 output/公示栏。")
@options.screen
@options.workspace
def command(
    screen: Screen, workspace: Workspace, as_of: date | None, drafts: bool, output: Path | None
) -> int:
    """把公示、公开承诺、实事进展做成网页，放到校园网或门厅大屏上。

    网页不需要服务器，用浏览器打开 index.html 就能看；screen.html 供大屏轮播。
    剩余工作日由浏览器按工作日历逐日计算。网页上只有公开的内容。
    记录还有错误的不放上去，并逐项列出。

    例：
      docgen board
      docgen board -o D:/web/gongshi
      docgen board --drafts
    """
    published = publish(workspace, output, as_of, date.today(), drafts=drafts)
    screen.data(_as_json(published))
    _show(screen, published)
    return published.exit_status


def _as_json(published: Published) -> dict[str, Any]:
    return {
        "folder": published.folder.as_posix(),
        "pages": [
            {"page": one.page, "title": one.title, "owner": one.owner, "draft": one.draft}
            for one in published.postings
        ],
        "left_out": [_left_out_as_json(one) for one in published.left_out],
        "summary": {
            "pages": len(published.postings),
            "drafts": sum(one.draft for one in published.postings),
            "left_out": len(published.left_out),
            "unread": list(published.unread),
            "edited": list(published.edited),
            "on": published.as_of.isoformat(),
        },
    }


def _left_out_as_json(one: LeftOut) -> dict[str, Any]:
    return {"owner": one.owner, "kind": one.label, "item": one.item, "draft": one.draft, "reason": one.reason}


def _show(screen: Screen, published: Published) -> None:
    if published.postings:
        rows = [(one.owner, one.title, one.page) for one in published.postings]
        screen.result(table(("单位", "题名", "网页"), rows))
    for one in published.left_out:
        if one.draft or screen.verbose:
            item = f"（{one.item}）" if one.item else ""
            screen.note(f"没有放上去：{one.owner_name} {one.label} {one.name}{item}：{one.reason}")
    for path in published.edited:
        screen.note(f"{path} 在生成之后手工改过；网页是按记录做的，两者可能不一样")
    waiting = sum(not one.draft for one in published.left_out)
    if waiting and not screen.verbose:
        screen.note(f"另有 {waiting} 份还没有到公开的时候（加 -v 逐份列出原因）")
    for file in published.unread:
        screen.note(f"{file}：记录读不出来，这个党支部的内容没有放上去。请执行 docgen check 查看原因")
    screen.note(f"公示栏已做好，请用浏览器打开 {published.folder / 'index.html'}")
