"""`docgen todo`."""

from datetime import date
from pathlib import Path

import click

from docgen.actions.todo import Todo, todo, write
from docgen.cli import options
from docgen.cli.columns import wrapped
from docgen.cli.screen import Screen
from docgen.publish.todo.listing import Listing, Owner, groups
from docgen.text.dates import cn_date
from docgen.workspace import Workspace

_SOON_WORKDAYS = 20
_LINE_COLUMNS = 100


@click.command
@click.option(
    "-b", "--branch", metavar="支部", shell_complete=options.complete_branch,
    help="只看这个党支部（编号或简称，DW 为党委），并列出要签的文书。",
)  # fmt: skip
@options.as_of
@click.option(
    "-o", "--output", metavar="文件", type=click.Path(path_type=Path, dir_okay=False),
    help="写成文件：.docx 供打印，.ics 供手机日历导入。",
)  # fmt: skip
@options.screen
@options.workspace
def command(
    screen: Screen, workspace: Workspace, branch: str | None, as_of: date | None, output: Path | None
) -> int:
    """列出还要办什么、谁来办、离期限还有几个工作日。

    党委和每个党支部要填的、要签的、要公示的、要答复的、要复查的，都从记录里推算出来，
    最急的在最前。指明一个支部时，另列“我要签什么、在哪里签”。

    例：
      docgen todo
      docgen todo -b Z01 --on 2012-06-20
      docgen todo -b Z01 -o 待办.docx
      docgen todo -o 待办.ics
    """
    found = todo(workspace, branch, as_of, date.today())
    if output is not None:
        write(found.listing, output)
        screen.note(f"写好了：{output}")
    screen.data(_as_json(found))
    if output is None:
        _show(screen, found.listing, everything=screen.verbose or branch is not None)
    for file in found.unread:
        screen.note(f"{file}：记录读不出来，没有算进去。请执行 docgen check 查看原因")
    return 0


def _as_json(found: Todo) -> dict[str, object]:
    listing = found.listing
    return {
        "items": [item.as_json() for item in listing.items],
        "signing": [line.as_json() for line in listing.signing],
        "summary": {
            "on": listing.as_of.isoformat(),
            "items": len(listing.items),
            "overdue": sum(item.overdue for item in listing.items),
            "unread": list(found.unread),
        },
    }


def _show(screen: Screen, listing: Listing, *, everything: bool) -> None:
    hidden = 0
    for owner in listing.owners:
        hidden += _show_owner(screen, owner, listing, everything=everything)
    if listing.signing:
        _show_signing(screen, listing)
    overdue = sum(item.overdue for item in listing.items)
    late = f"，其中已过期 {overdue} 项" if overdue else ""
    screen.note(f"截至 {cn_date(listing.as_of)}，共有 {len(listing.items)} 项要办{late}。")
    if hidden:
        screen.note(f"{_SOON_WORKDAYS} 个工作日以后才到期的 {hidden} 项没有列出，加 -v 或 -b 支部 查看。")


def _show_signing(screen: Screen, listing: Listing) -> None:
    screen.result("我要签什么、在哪里签")
    for line in listing.signing:
        screen.result(click.style(f"  {line.code} {line.paper}：{line.state}", bold=True))
        told = f"{line.who or '不签字'}；{line.place}；{line.seal}"
        screen.result("\n".join(f"      {text}" for text in wrapped(told, _LINE_COLUMNS)))


def _show_owner(screen: Screen, owner: Owner, listing: Listing, *, everything: bool) -> int:
    """How many items were left out because there is time."""
    shown = [item for item in owner.items if everything or (item.days_left or 0) <= _SOON_WORKDAYS]
    if shown:
        screen.result(f"{owner.name}（{owner.id}）：{len(owner.items)} 项")
    for group in groups(shown, listing.as_of):
        late = any(item.overdue for item in group.items)
        screen.result(click.style(f"  {group.heading}：", fg="red" if late else None, bold=True))
        for item in group.items:
            rule = f"（{item.task.rule}）" if item.task.rule else ""
            first, *rest = wrapped(f"{item.task.what}——{item.task.who}{rule}", _LINE_COLUMNS)
            screen.result("\n".join([f"    · {first}", *(f"      {line}" for line in rest)]))
    if shown:
        screen.result("")
    return len(owner.items) - len(shown)
