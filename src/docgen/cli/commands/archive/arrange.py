"""`docgen archive arrange`."""

from datetime import date

import click

from docgen.actions.archive_arrange import Arranged, archive_arrange
from docgen.archive.filing.item import Item
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.issuing.said import Said
from docgen.workspace import Workspace


@click.command
@options.year
@options.by
@click.option("--reason", default="年度整理", metavar="事由", help="为什么，默认“年度整理”。")
@options.wait
@options.screen
@options.workspace
def command(
    screen: Screen, workspace: Workspace, year: str, by: str, reason: str, wait_seconds: float
) -> int:
    """整理一个年度的归档文件：定保管期限，分件，编档号。

    件号只编一次，编好就不再变；以后新归档的接着往下编。请示和引用了它文号的批复编成一件，批复在前。
    保管期限按各文书的规定；本单位有自己的保管期限表的，写在 docgen.toml 的 [archive.retention] 里。

    例：
      docgen archive arrange --year 2012 --by 张三
    """
    made = archive_arrange(workspace, year, Said(by, reason, wait_seconds, screen.note), date.today())
    screen.data(_as_json(made))
    for item in made.arrangement.items:
        mark = "新编" if item in made.new else "　　"
        screen.result(f"{mark}  {item.archival_no}  {_title(made, item)}")
    for name in made.arrangement.unsettled:
        screen.note(
            f"没有定保管期限，未编入：{name}（请在 docgen.toml 的 [archive.retention] 写明，或写“不归档”）"
        )
    count, new = len(made.arrangement.items), len(made.new)
    screen.note(
        f"{year} 年共 {count} 件，本次新编或有增加的 {new} 件。" if count else f"{year} 年没有归档文件。"
    )
    return 0


def _title(made: Arranged, item: Item) -> str:
    names = [made.papers[name].about.title or name for name in item.objects if name in made.papers]
    return "；".join(names) or "（已销毁）"


def _as_json(made: Arranged) -> dict[str, object]:
    return {
        "year": made.arrangement.year,
        "items": [
            {
                "archival_no": item.archival_no,
                "number": item.number,
                "retention": item.retention,
                "objects": list(item.objects),
                "title": _title(made, item),
                "is_new": item in made.new,
            }
            for item in made.arrangement.items
        ],
        "unsettled": list(made.arrangement.unsettled),
        "seq": made.seq,
    }
