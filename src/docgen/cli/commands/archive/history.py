"""`docgen archive history`."""

import click

from docgen.actions.archive_history import paper_history
from docgen.archive.events import event_label
from docgen.archive.history import Event, History
from docgen.archive.succession import Succession
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_TITLES = ("版本", "事项", "版次", "文号", "时间", "经办人", "事由")


@click.command
@click.argument("address", metavar="地址")
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, address: str) -> int:
    """列出一件文书从印发到现在的每一版。

    地址如 Z01:D22，或全称 urn:docgen:全宗号:年度:支部:文种。每印发、更正、附入扫描件一次，
    就多一版（v1、v2……）；“版次”是记录里写的第几稿，两者不是一回事。加 -v 列出每一版的文件。

    例：
      docgen archive history Z01:D22
      docgen archive history Z01:D22 -v
    """
    found = paper_history(workspace, address)
    screen.data(found.history.as_json())
    if found.warning:
        screen.note(found.warning)
    _show(screen, found.history, found.succession)
    return 0


def _show(screen: Screen, told: History, succession: Succession) -> None:
    screen.result(f"{told.title or '（没有标题）'}\n{told.object}")
    for name, value in succession_shown(succession):
        screen.result(f"{name}：{value}")
    screen.result("")
    screen.result(table(_TITLES, [_row(one) for one in told.versions]))
    if screen.verbose and not screen.as_json:
        for one in told.versions:
            screen.result(f"\n{one.version}（docgen {one.docgen or '版本不详'}）")
            screen.result(files_table(one))


def _row(one: Event) -> tuple[str, ...]:
    edition = f"第{one.edition}版" if one.edition else ""
    return (
        one.version,
        event_label(one.event),
        edition,
        one.doc_no,
        time_shown(one.created),
        one.by,
        one.reason,
    )


def succession_shown(found: Succession) -> list[tuple[str, str]]:
    """What a paper replaced and what replaced it, with the words for it."""
    told = (("代替", found.before), ("已由新文号代替", found.after))
    return [(name, value) for name, value in told if value]


def time_shown(created: str) -> str:
    """2012-06-15 09:30, as the clock then showed."""
    return created[:16].replace("T", " ")


def files_table(one: Event) -> str:
    """The files of a version with their sizes."""
    return "\n".join(f"  {file.path}（{size_shown(file.size)}）" for file in one.files)


def size_shown(size: int | None) -> str:
    """The bytes of a file as one reads them."""
    if size is None:
        return "文件不见了"
    return f"{size / 1024:.0f} KB" if size >= 1024 else f"{size} 字节"
