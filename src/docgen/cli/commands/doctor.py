"""`docgen doctor`."""

import click

from docgen.actions.doctor import Fact, doctor
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.screen import Screen

_LACKING = 3


@click.command
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen) -> int:
    """查看本机装了什么、缺什么、怎样补。

    在工作区里执行，还会试一试归档文件夹能不能加锁（两人同时编号不重号）。

    例：
      docgen doctor
    """
    facts = doctor(options.folder(ctx))
    lacking = [fact for fact in facts if not fact.is_good and not fact.optional]
    screen.data({"facts": [_as_json(fact) for fact in facts], "summary": {"lacking": len(lacking)}})
    screen.result(table(("", "项目", "情况"), [(_mark(fact), fact.what, fact.found) for fact in facts]))
    for fact in facts:
        if not fact.is_good:
            screen.result(f"{fact.what}：{fact.remedy}")
    if not lacking:
        screen.note("需要的都有。")
    return _LACKING if lacking else 0


def _mark(fact: Fact) -> str:
    if fact.is_good:
        return "有"
    return "可选" if fact.optional else "缺"


def _as_json(fact: Fact) -> dict[str, object]:
    return {
        "what": fact.what,
        "found": fact.found,
        "good": fact.is_good,
        "optional": fact.optional,
        "remedy": fact.remedy,
    }
