"""`docgen archive export`."""

from datetime import datetime
from pathlib import Path

import click

from docgen.actions.archive_export import archive_export
from docgen.cli import options
from docgen.cli.screen import Screen
from docgen.workspace import Workspace


@click.command
@options.year
@click.option(
    "-o", "--output", "folder", required=True, metavar="文件夹", type=click.Path(path_type=Path),
    help="移交包放在这个新文件夹里。",
)  # fmt: skip
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, year: str, folder: Path) -> int:
    """把一个年度整理好的归档文件做成移交包（BagIt 格式，档案馆可用通用工具校验）。

    一件一个文件夹，以档号命名；批复在请示前，定稿在底稿前；另有归档文件目录、移交清单、备考表、
    归档章填写单和缺件清单（Word 和 Excel）。移交清单印有归档日志的校验值，请双方各留一份。
    同时在归档库里留一个校验点。

    例：
      docgen archive export --year 2012 -o 移交2012
    """
    made = archive_export(workspace, year, folder, datetime.now().astimezone())
    told = made.told
    screen.data(
        {
            "folder": str(made.folder),
            "items": len(told.lines),
            "files": made.files,
            "lacking": [{"owner": one.owner, "paper": one.paper, "why": one.why} for one in told.lacking],
            "seq": told.seq,
            "head": told.head,
        }
    )
    for group in told.groups:
        screen.result(
            f"{group.retention}  {group.count} 件  件号 {group.first}—{group.last}  {group.pages} 页"
        )
    screen.result(str(made.folder))
    if told.lacking:
        screen.note(f"按程序应有而没有归档的文件 {len(told.lacking)} 份，见“归档表册”里的缺件清单。")
    screen.note(f"移交包共 {made.files} 个文件，已校验。日后可执行 docgen archive verify {made.folder}。")
    return 0
