"""`docgen ledger`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.ledger import FOLDER, Ledger, ledger
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.text.dates import cn_date
from docgen.workspace import Workspace

_STATUS = {"written": "写好了", "unchanged": "没有变化"}


@click.command
@options.branches("只做这个党支部自己的台账（编号或简称）")
@options.as_of
@click.option(
    "-o", "--output", metavar="文件.xlsx", type=click.Path(path_type=Path, dir_okay=False),
    help=f"写成这个文件，默认放在输出文件夹的“{FOLDER}”里。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="已有的文件不是 docgen 做的、或者改过，也替换。")
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    branches: tuple[str, ...],
    as_of: date | None,
    output: Path | None,
    force: bool,
) -> int:
    """把台账、清单和统计表做成一个 Excel 工作簿。

    与 Word 版的台账、问题档案、责任书出自同一份记录，数字和日期可以排序、求和。

    不写支部，是全党委的一本：支部台账、问题总台账、统计表（附图）、实事、宣传、
    知晓率、成果。写了支部，只有这些支部的问题台账和实事清单。

    台账由记录算出来，要改请改记录，再做一次。

    例：
      docgen ledger
      docgen ledger -b Z01 -o 机关一支部台账.xlsx
      docgen ledger --on 2012-09-30
    """
    made = ledger(workspace, branches, as_of, date.today(), output, force=force)
    screen.data(_as_json(made))
    screen.result(f"{_STATUS[made.status]}：{made.path}")
    for name, lines in made.sheets:
        screen.detail(f"  {name}：{lines} 行")
    counts = made.problems
    screen.note(
        f"截至 {cn_date(made.as_of)}：党支部 {made.branches} 个，问题 {counts.total} 个，"
        f"已销号 {counts.closed} 个，销号率 {counts.closing.percent}。"
    )
    if made.errors:
        screen.note(f"记录里还有 {made.errors} 处错误，台账里的数可能不全。请执行 docgen check 查看")
    for file in made.unread:
        screen.note(f"{file}：记录读不出来，没有算进去。请执行 docgen check 查看原因")
    return 1 if made.unread else 0


def _as_json(made: Ledger) -> dict[str, object]:
    counts = made.problems
    return {
        "file": {"path": str(made.path), "status": made.status},
        "sheets": [{"name": name, "lines": lines} for name, lines in made.sheets],
        "summary": {
            "on": made.as_of.isoformat(),
            "branches": made.branches,
            "problems": counts.total,
            "closed": counts.closed,
            "carried": counts.carried,
            "errors": made.errors,
            "unread": list(made.unread),
        },
    }
