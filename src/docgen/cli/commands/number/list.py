"""`docgen number list`."""

from datetime import date
from typing import Any

import click

from docgen.actions.number_list import Numbers, number_list
from docgen.archive.register import Entry
from docgen.cli import options
from docgen.cli.columns import table
from docgen.cli.findings import shown
from docgen.cli.screen import Screen
from docgen.workspace import Workspace

_COLUMNS = ("文号", "状态", "归档地址", "经办人", "日期", "事由")


@click.command
@click.argument("prefix", metavar="[代字]", default="")
@click.option("--year", type=int, metavar="年份", help="只看这一年的。")
@options.screen
@options.workspace
def command(screen: Screen, workspace: Workspace, prefix: str, year: int | None) -> int:
    """列出发文登记簿：每个号是已用、预留、作废还是外用，并指出漏号和重号。

    例：
      docgen number list
      docgen number list 示院党发 --year 2012
    """
    found = number_list(workspace, prefix, year, date.today())
    screen.data(_as_json(found))
    if found.entries:
        screen.result(
            table(
                ("文号", "状态", "归档地址", "经办人", "日期", "事由"), [_row(one) for one in found.entries]
            )
        )
    for finding in found.findings:
        screen.note(shown(finding))
    screen.note(f"登记 {len(found.entries)} 个号。" if found.entries else "登记簿里还没有号。")
    return found.exit_status


def _as_json(found: Numbers) -> dict[str, Any]:
    return {
        "numbers": [
            {
                "prefix": one.doc_no.prefix,
                "year": one.doc_no.year,
                "number": one.doc_no.number,
                "doc_no": str(one.doc_no),
                "state": one.state,
                "object": _object(one),
                "by": one.line.by,
                "date": _date(one),
                "reason": one.line.reason,
                **({"until": one.line.extra["until"]} if "until" in one.line.extra else {}),
            }
            for one in found.entries
        ],
        "findings": [finding.as_json() for finding in found.findings],
    }


def _row(one: Entry) -> tuple[str, ...]:
    until = one.line.extra.get("until", "")
    state = f"{one.state}（到 {until}）" if until else one.state
    return str(one.doc_no), state, _object(one), one.line.by, _date(one), one.line.reason


def _object(one: Entry) -> str:
    return one.objects[-1] if one.objects else ""


def _date(one: Entry) -> str:
    """成文日期 of a used number, else the day on which it was entered."""
    return one.line.extra.get("date", "") or one.line.at[:10]
