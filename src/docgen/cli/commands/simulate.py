"""`docgen simulate`."""

from pathlib import Path

import click

from docgen.actions.simulate import simulate
from docgen.cli import options
from docgen.cli.progress import progress
from docgen.cli.screen import Screen

_MOST = 5_000  # the committee's record lists them all, and a record has its bounds


@click.command
@click.argument("target", metavar="文件夹", type=click.Path(path_type=Path))
@click.option(
    "--branches", metavar="个数", type=click.IntRange(1, _MOST), required=True,
    help=f"党支部的个数，最多 {_MOST}。",
)  # fmt: skip
@click.option(
    "--seed", metavar="数", type=int, default=1, show_default=True,
    help="换一个数，得到另一套；同一个数总是同一套。",
)  # fmt: skip
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, target: Path, branches: int, seed: int) -> int:
    """新建一个有许多党支部的工作区，用来试验速度。

    记录由自带的示例变化而来：名称、姓名、电话、字号、分数、人数、原因和措施各不相同，合计和日期前后一致，
    docgen check 查不出错误。内容是编造的，不要当真用。

    例：
      docgen simulate 试验 --branches 300
      docgen -C 试验 build
    """
    with progress(screen) as listener:
        made = simulate(options.folder(ctx) / target, branches, seed, listener)
    screen.data({"workspace": str(made.root), "branches": made.branches, "seed": made.seed})
    screen.result(f"工作区建好了：{made.root}")
    screen.note(f"里面有 {made.branches} 个党支部的记录，都是编造的，只用于试验。")
    return 0
