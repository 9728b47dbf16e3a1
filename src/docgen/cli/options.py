"""The options that commands share, and how their values are read."""

import functools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.cli.screen import Screen
from docgen.errors import DocgenError
from docgen.text.dates import NotADay, parse_day
from docgen.workspace import Workspace

Command = Callable[..., int]
Option = Callable[[Command], Command]


class Day(click.ParamType):  # type: ignore[type-arg]  # click 8.1 has no type argument
    """A day such as 2012-06-30, in any of the ways people type one."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except NotADay as reason:
            self.fail(
                f"“{value}”不是日期{f'（{reason}）' if str(reason) else ''}，请写成 2012-06-30", param, ctx
            )


as_of = click.option("--on", "as_of", type=Day(), metavar="日期", help="以这一天为准判断是否到期，默认今天。")

source = click.option(
    "--from", "source", metavar="工作区", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="从这个工作区带来不变的内容。",
)  # fmt: skip

by = click.option("--by", default="", metavar="姓名", help="经办人，必写。")
year = click.option(
    "--year", required=True, type=str, metavar="年度", callback=lambda _c, _p, value: four_digits(value),
    help="归档年度（成文日期所在的年），四位数字。",
)  # fmt: skip
wait = click.option(
    "--wait", "wait_seconds", type=click.FloatRange(min=0), default=60, metavar="秒数",
    help="别人正在存入归档库时最多等多久，默认 60 秒。",
)  # fmt: skip


def four_digits(value: str) -> str:
    """A year as it is written. Raises click.BadParameter."""
    if not (value.isascii() and value.isdigit() and len(value) == 4):
        raise click.BadParameter(f"年度要写四位数字，如 2012，不能写“{value}”")
    return value


def reason_for(told: str) -> Option:
    """--reason, where it is something more exact than a reason."""
    return click.option("--reason", default="", metavar="事由", help=f"{told}，必写。")


reason = reason_for("为什么")


def branches(told: str) -> Option:
    """-b, as often as one likes, for what `told` says of them."""
    return click.option(
        "-b", "--branch", "branches", metavar="支部", multiple=True, shell_complete=complete_branch,
        help=f"{told}；可以写几次。",
    )  # fmt: skip


def papers(does: str) -> Option:
    """Which papers: [文种]… and -b, `does` being what the command does with those of one branch."""

    def with_papers(command: Command) -> Command:
        command = branches(f"只{does}这个党支部的文书（编号或简称，DW 为党委）")(command)
        return click.argument("kinds", metavar="[文种]…", nargs=-1, shell_complete=complete_kind)(command)

    return with_papers


def output_folder(told: str) -> Option:
    """-o, a folder that need not be there yet."""
    return click.option(
        "-o", "--output", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help=told
    )


def screen(command: Command) -> Command:
    """`command` gets a Screen by --format, -q and -v."""

    @click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json",
        help="json 供程序读取。",
    )  # fmt: skip
    @click.option("-q", "--quiet", is_flag=True, help="只给出结果，不说明过程。")
    @click.option("-v", "--verbose", is_flag=True, help="多说一些细节。")
    @functools.wraps(command)
    def with_screen(*args: Any, form: str, quiet: bool, verbose: bool, **kwargs: Any) -> int:
        return command(Screen(form == "json", quiet, verbose), *args, **kwargs)

    return with_screen


def workspace(command: Command) -> Command:
    """`command` gets the Workspace of the current folder, or of -C."""

    @click.pass_context
    @functools.wraps(command)
    def with_workspace(ctx: click.Context, *args: Any, **kwargs: Any) -> int:
        return command(*args, workspace=Workspace.find(folder(ctx)), **kwargs)

    return with_workspace


def folder(ctx: click.Context) -> Path:
    """The folder that the command works in: that of -C, else the current one."""
    return Path(ctx.find_root().params.get("folder") or ".")


def complete_kind(ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Slugs of kinds for the shell; nothing outside a workspace."""
    return [name for name in _names(ctx, "*/kind.yaml") if name.startswith(typed)]


def complete_branch(ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Ids of branches for the shell, taken from the file names."""
    try:
        found = Workspace.find(folder(ctx)).branches.glob("*.yaml")
    except DocgenError:
        return []
    names = (path.stem.removeprefix("branch-") for path in found)
    return sorted(name for name in names if name.lower().startswith(typed.lower()))


def _names(ctx: click.Context, pattern: str) -> list[str]:
    try:
        folders = Workspace.find(folder(ctx)).templates
    except DocgenError:
        return []
    return sorted({path.parent.name for place in folders for path in place.glob(pattern)})
