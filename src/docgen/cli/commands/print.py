"""`docgen print`."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.actions.print_run import Printed, Wanted, print_run
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.progress import progress
from docgen.cli.screen import Screen
from docgen.publish.print_run.order import BY_BRANCH, BY_KIND
from docgen.publish.print_run.paper import LeftOut, Manner, Placed
from docgen.publish.print_run.posters import FORMS
from docgen.workspace import Workspace


class Order(click.ParamType):  # type: ignore[type-arg]  # click 8.1 has no type argument
    """branch, kind, or a file that lists papers."""

    name = "顺序"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:
        if value in (BY_BRANCH, BY_KIND):
            return str(value)
        path = Path(value)
        if not path.is_file():
            self.fail(f"“{value}”不是 branch、kind，也不是现有的清单文件", param, ctx)
        return path


@click.command
@options.papers("打印")
@options.as_of
@click.option("--drafts", is_flag=True, help="记录还有错误的也打印，纸上带“草稿”字样。")
@click.option(
    "--order", type=Order(), default=BY_BRANCH, metavar="branch|kind|清单文件",
    help="按支部、按文种，或按清单文件的先后排列，默认按支部。",
)  # fmt: skip
@click.option(
    "--duplex/--simplex", default=True,
    help="双面打印（默认），每份文书从正面开始，必要时补一页空白；或单面打印。",
)  # fmt: skip
@click.option("--collate", is_flag=True, help="按规定的份数把每份文书重复排好，全部打印一遍即可。")
@click.option(
    "--posters", type=click.Choice(list(FORMS)), default=None, metavar="a3|2up",
    help="公示、承诺等张贴的文书另出一个 A3 文件：a3 放大，2up 两页并排。",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="文件.pdf", type=click.Path(path_type=Path, dir_okay=False),
    help="写成这个文件，默认 output/打印.pdf。",
)  # fmt: skip
@options.screen
@options.workspace
def command(
    screen: Screen,
    workspace: Workspace,
    kinds: tuple[str, ...],
    branches: tuple[str, ...],
    as_of: date | None,
    drafts: bool,
    order: str | Path,
    duplex: bool,
    collate: bool,
    posters: str | None,
    output: Path | None,
) -> int:
    """把文书合成一个 PDF，送去打印即可。

    缺的、过时的文书先生成，手工改过的按改过的打印。最前面是打印清单
    （每份的页数、份数、谁签、起始页）和签字盖章核对单。带“草稿”字样
    的不打印，逐份列出。

    清单文件是文本，每行写一个文件名，或写“支部 文种”，如 Z01 D22；
    # 之后是注释。

    例：
      docgen print
      docgen print D22 D25 --order kind --collate
      docgen print -b Z01 -o 机关第一党支部.pdf
      docgen print D26 --posters a3
    """
    manner = Manner(duplex, collate)
    wanted = Wanted(kinds, branches, as_of, drafts, order, manner, posters or "", output)
    with progress(screen) as listener:
        printed = print_run(workspace, wanted, date.today(), listener, screen.note)
    screen.data(_as_json(printed))
    _show(screen, printed)
    return printed.exit_status


def _as_json(printed: Printed) -> dict[str, Any]:
    sums = printed.totals
    return {
        "file": printed.file.as_posix(),
        "pages": printed.pages,
        "papers": [_paper_as_json(one) for one in printed.placed],
        "left_out": [_left_out_as_json(one) for one in printed.left_out],
        "posters": printed.poster_file.as_posix() if printed.poster_file else "",
        "summary": {
            "papers": sums.papers,
            "pages": sums.pages,
            "blanks": sums.blanks,
            "a4_sheets": sums.a4_sheets,
            "a3_sheets": sums.a3_sheets,
            "poster_sheets": printed.poster_sheets,
            "left_out": len(printed.left_out),
            "waiting": printed.waiting,
            "unread": list(printed.unread),
            "on": printed.as_of.isoformat(),
        },
    }


def _paper_as_json(one: Placed) -> dict[str, Any]:
    signing = one.paper.signing
    return {
        "branch": one.paper.owner,
        "kind": one.paper.label,
        "name": one.paper.name,
        "path": one.paper.path,
        "first_page": one.first_page,
        "pages": one.pages,
        "blanks": one.blanks,
        "copies": one.paper.copies,
        "paper": "A3" if one.is_a3 else "A4",
        "draft": one.paper.draft,
        "edited": one.paper.edited,
        "issued": one.paper.issued,
        "signing": signing.as_json() if signing else None,
    }


def _left_out_as_json(one: LeftOut) -> dict[str, Any]:
    return {
        "branch": one.owner,
        "kind": one.label,
        "name": one.name,
        "path": one.path,
        "draft": one.draft,
        "reason": one.reason,
    }


def _show(screen: Screen, printed: Printed) -> None:
    rows = [
        (one.paper.owner_name, one.paper.title, str(one.pages), str(one.paper.copies), str(one.first_page))
        for one in printed.placed
    ]
    screen.result(table(("单位", "文书", "页数", "份数", "起始页"), rows))
    for left in printed.left_out:
        screen.note(f"没有打印：{left.owner_name} {left.label} {left.name}：{left.reason}")
    issued = sum(bool(one.paper.issued) for one in printed.placed)
    if issued:
        screen.note(f"其中 {issued} 份已经印发，按归档的那一版打印。")
    for one in printed.placed:
        if one.paper.edited:
            screen.note(f"按手工改过的打印：{one.paper.path}")
    for substitution in printed.substitutions:
        screen.note(f"PDF：{substitution}")
    for file in printed.unread:
        screen.note(f"{file}：记录读不出来，这个党支部的文书没有打印。请执行 docgen check 查看原因")
    _sum_up(screen, printed)


def _sum_up(screen: Screen, printed: Printed) -> None:
    sums = printed.totals
    if any(one.draft for one in printed.left_out):
        screen.note("带“草稿”字样的没有打印；改正记录后再打印，或加 --drafts 一并打印。")
    if printed.waiting:
        screen.note(f"另有 {printed.waiting} 份还没有到生成的时候（docgen build -v 逐份列出原因）。")
    if printed.poster_file:
        screen.note(f"A3 张贴 {printed.poster_sheets} 张：{printed.poster_file}")
    a3 = f"、A3 纸 {sums.a3_sheets} 张" if sums.a3_sheets else ""
    screen.note(f"{sums.papers} 份文书 {sums.pages} 页，按份数印齐要 A4 纸 {sums.a4_sheets} 张{a3}。")
    screen.note(f"打印文件：{printed.file}")
