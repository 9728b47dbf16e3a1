"""`docgen init`."""

from pathlib import Path

import click

from docgen.actions.init import init
from docgen.cli import options
from docgen.cli.screen import Screen


@click.command
@click.argument("target", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="不带示例记录。")
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, target: Path, empty: bool) -> int:
    """新建一个工作区，带一套示例记录。

    例：
      docgen init 我的党委
      cd 我的党委
      docgen build
    """
    made = init(options.folder(ctx) / target, empty=empty)
    screen.data({"workspace": str(made.root), "records": list(made.records)})
    screen.result(f"工作区建好了：{made.root}")
    if made.records:
        screen.note(
            f"里面有 {len(made.records)} 份示例记录（data 文件夹）。下一步：进入该文件夹，执行 docgen build。"
        )
    else:
        screen.note(
            "data 文件夹是空的。下一步：进入该文件夹，执行 docgen new committee，再给每个党支部执行"
            " docgen new branch 编号。"
        )
    return 0
