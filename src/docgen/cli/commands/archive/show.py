"""`docgen archive show`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.archive_show import Shown, show
from docgen.archive.events import event_label
from docgen.cli import options
from docgen.cli.commands.archive.history import files_table, succession_shown, time_shown
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@click.argument("address", metavar="地址")
@click.option("--version", "number", metavar="版本", help="看哪一版，如 v2；不写是最新一版。")
@click.option("--on", "day", type=options.Day(), metavar="日期", help="看这一天时的版本。")
@options.output_folder("把这一版的文件原样取出，放在这个文件夹下。")
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    address: str,
    number: str | None,
    day: date | None,
    output: Path | None,
) -> int:
    """看一件归档文书的某一版，或原样取出它的文件。

    取出的文件与存入时一字节不差；文件夹里已有内容不同的同名文件时，一个也不取。

    例：
      docgen archive show Z01:D22
      docgen archive show Z01:D22@v1 -o 取出
      docgen archive show Z01:D22 --on 2012-07-01 -o 取出
    """
    found = show(workspace, address, number, day, output)
    screen.data(_as_json(found))
    if found.warning:
        screen.note(found.warning)
    _show(screen, found)
    if output is not None:
        screen.note(f"已取出 {len(found.written)} 个文件：{output}")
    return 0


def _as_json(found: Shown) -> dict[str, object]:
    version = found.version
    return {
        "object": found.object,
        "title": found.title,
        "version": version.version,
        "latest": found.is_latest,
        "edition": version.edition,
        "event": version.event,
        "doc_no": version.doc_no,
        "created": version.created,
        "by": version.by,
        "reason": version.reason,
        "docgen": version.docgen,
        "files": [{"path": one.path, "size": one.size, "sha512": one.sha512} for one in version.files],
        "written": [path.as_posix() for path in found.written],
    }


def _show(screen: Screen, found: Shown) -> None:
    one = found.version
    lines = [
        ("标题", found.title or "（没有标题）"),
        ("地址", f"{found.object}@{one.version}{'（最新）' if found.is_latest else '（不是最新）'}"),
        ("事项", event_label(one.event)),
        ("版次", f"第{one.edition}版" if one.edition else ""),
        ("文号", one.doc_no),
        ("时间", time_shown(one.created)),
        ("经办人", one.by),
        ("事由", one.reason),
        *succession_shown(found.succession),
    ]
    for name, value in lines:
        if value:
            screen.result(f"{name}：{value}")
    screen.result("文件：")
    screen.result(files_table(one))
