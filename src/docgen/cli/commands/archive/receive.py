"""`docgen archive receive`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.archive_attach import Incoming, receive
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", default="", metavar="文种", help="来文的文种，如 批复、通知，必写。")
@click.option("--number", default="", metavar="文号", help="来文的发文字号；没有的不写。")
@click.option("--from", "sender", default="", metavar="单位", help="来文单位，必写。")
@click.option("--date", "day", type=options.Day(), metavar="日期", help="来文的成文日期。")
@click.option("--title", default="", metavar="题名", help="来文题名；不写就用记录里的题名，没有的用文件名。")
@options.by
@options.reason
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    files: tuple[Path, ...],
    kind: str,
    number: str,
    sender: str,
    day: date | None,
    title: str,
    by: str,
    reason: str,
    wait_seconds: float,
) -> int:
    """收存别的单位的文件：上级的批复、作为依据的文件。

    例：
      docgen archive receive 批复.pdf --kind 批复 --number 示教工委〔2012〕33号 --from 市委教育工委
        --date 2012-06-14 --by 张三 --reason 上级批复
    """
    paper = Incoming(kind, number, sender, day, title)
    kept = receive(workspace, files, paper, Said(by, reason, wait_seconds, screen.note), date.today())
    screen.data({"object": kept.object, "version": kept.version, "title": kept.title, "new": kept.is_new})
    screen.result(f"{kept.object}@{kept.version}")
    screen.note(f"已收存：{kept.title}。" if kept.is_new else "这份文件已经收过，没有变化。")
    return 0
