"""What is wrong with a score sheet: a line that the rubric has not, one without a score, marks, the sum.

One fault is one hit: scores are summed when each has its line and is in its range.
"""

from collections.abc import Iterator

from docgen.campaign.facts.scores import sum_of
from docgen.campaign.models.campaign import Campaign, Indicator
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.rule import Hit, nearest
from docgen.campaign.score_sheets import Part, Sheet, is_out_of_range, sheets
from docgen.campaign.typed import agrees, shown
from docgen.text.numerals import plain_number

_WHOLE = 100  # what the full marks of a rubric add up to


def sheet_faults(sheet: Sheet) -> Iterator[Hit]:
    """Everything that is wrong with the sheet."""
    yield from line_faults(sheet)
    yield from range_faults(sheet)
    yield from sum_faults(sheet)


def has_faults(part: Part, branch: BranchRecord, campaign: Campaign) -> bool:
    """Whether the scores are to be put right before anything is said of what follows from them."""
    return any(True for sheet in sheets(part, branch, campaign) for _ in sheet_faults(sheet))


def line_faults(sheet: Sheet) -> Iterator[Hit]:
    """Scores without a line of the rubric, and lines without a score."""
    unknown, lacking = _unknown(sheet), _lacking(sheet)
    for key in unknown:
        yield _unknown_line(f"{sheet.field}.{key}", key, sheet.lines)
    if sheet.scores and len(lacking) > len(unknown):  # an unknown one may be one of these, mistyped
        yield Hit(sheet.field, f"缺少{'、'.join(f'“{name}”' for name in lacking)}的得分", "补上这一项的得分")


def range_faults(sheet: Sheet) -> Iterator[Hit]:
    """Scores below zero or above the line's full marks, once these add up (X10)."""
    full_marks = [line.full for line in sheet.lines.values() if line.full is not None]
    add_up = len(full_marks) < len(sheet.lines) or sum(full_marks) == _WHOLE
    for key, score in sheet.scores.items():
        line = sheet.lines.get(key)
        if is_out_of_range(score, line) and (add_up or score < 0):
            name, typed = (line.name if line and line.name else key), plain_number(score)
            full = plain_number(line.full) if line and line.full is not None else ""
            limit = "不能小于 0" if score < 0 else f"超过满分 {full}"
            said = f"“{name}”的得分是 {typed}，{limit}"
            yield Hit(f"{sheet.field}.{key}", said, "核对评分表，改正这一项的得分")


def sum_faults(sheet: Sheet) -> Iterator[Hit]:
    """A typed total that is not the sum of the scores."""
    if any(is_out_of_range(score, sheet.lines.get(key)) for key, score in sheet.scores.items()):
        return  # the score is to be put right first
    if len(_lacking(sheet)) > len(_unknown(sheet)):
        return  # so is a score that is not there
    total = sum_of(sheet.scores)
    if total is not None and sheet.total is not None and not agrees(sheet.total, total):
        said = f"总分写的是 {shown(sheet.total)}，各项得分之和是 {shown(total)}"
        yield Hit(sheet.total_field, said, "核对各项得分和总分，改正写错的一个")


def _unknown(sheet: Sheet) -> list[str]:
    return [key for key in sheet.scores if key not in sheet.lines]


def _lacking(sheet: Sheet) -> list[str]:
    return [line.name or key for key, line in sheet.lines.items() if key not in sheet.scores]


def _unknown_line(field: str, key: str, lines: dict[str, Indicator]) -> Hit:
    by_name = {line.name: line.key for line in lines.values() if line.name}
    near = by_name.get(key) or nearest(key, list(lines)) or by_name.get(nearest(key, list(by_name)), "")
    known = f"指标的代号有：{'、'.join(lines)}"
    return Hit(field, f"考评指标里没有代号“{key}”", f"是否想写“{near}”？{known}" if near else known)
