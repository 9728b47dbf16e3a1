"""The records on one screen: how far each branch has come, and how many findings it has."""

import shutil
from collections import Counter
from collections.abc import Sequence

import click

from docgen.build.overview import Line
from docgen.campaign.state_names import STATE_NAMES
from docgen.cli.columns import screen_columns, table
from docgen.findings import Finding, Severity

_TITLES = ("编号", "单位", "已到阶段", "问题（已销号或续办）", "错误", "警告", "提示")
_ROWS_LEAST = 10
_BESIDE_THE_ROWS = 4  # the titles, the line that sums up, and the beginning of what follows
_NAME_COLUMNS = 36
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def records_table(records: Sequence[Line], findings: Sequence[Finding]) -> str:
    """The table as it fits on the screen: of too many records those with the most urgent findings."""
    counts: dict[str, Counter[Severity]] = {record.file: Counter() for record in records}
    for finding in findings:
        if finding.file in counts:
            counts[finding.file][finding.severity] += 1
    shown = _shown(records, counts)
    titles, *rows = table(_TITLES, [_row(one, counts[one.file]) for one in shown]).split("\n")
    lines = [titles, *(_coloured(row, counts[one.file]) for row, one in zip(rows, shown, strict=True))]
    if len(shown) < len(records):
        lines.append(_rest([one for one in records if one not in shown], counts))
    return "\n".join(lines)


def _shown(records: Sequence[Line], counts: dict[str, Counter[Severity]]) -> list[Line]:
    room = max(_ROWS_LEAST, shutil.get_terminal_size().lines - _BESIDE_THE_ROWS)
    if len(records) <= room:
        return list(records)
    urgent = sorted(records, key=lambda one: [-counts[one.file][severity] for severity in Severity])[:room]
    return [one for one in records if one in urgent]


def _row(record: Line, count: Counter[Severity]) -> tuple[str, ...]:
    if not record.id and not record.name:
        return ("", _short(record.file), "读不出来", "", *_numbers(count))
    state = STATE_NAMES[record.states[-1]] if record.states else "" if record.is_paper else "尚未开始"
    problems = f"{record.problems}（{record.settled}）" if record.problems else ""
    return record.id, _short(record.name), state, problems, *_numbers(count)


def _numbers(count: Counter[Severity]) -> list[str]:
    return [str(count[severity]) for severity in Severity]


def _short(name: str) -> str:
    if screen_columns(name) <= _NAME_COLUMNS:
        return name
    while screen_columns(name) > _NAME_COLUMNS - 1:
        name = name[:-1]
    return f"{name}…"


def _coloured(row: str, count: Counter[Severity]) -> str:
    colour = next((_COLOURS[severity] for severity in _COLOURS if count[severity]), None)
    return click.style(row, fg=colour) if colour else row


def _rest(hidden: Sequence[Line], counts: dict[str, Counter[Severity]]) -> str:
    found: Counter[Severity] = sum((counts[one.file] for one in hidden), Counter())
    told = "、".join(f"{severity.label} {found[severity]} 处" for severity in Severity if found[severity])
    return f"其余 {len(hidden)} 个单位：{told or '没有发现问题'}"
