"""Grades that the total does not reach by the rubric's thresholds."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from docgen.campaign.office import Office
from docgen.campaign.rule import Hit
from docgen.text.numerals import plain_number


def above_its_score(field: str, grade: str, total: Decimal | None, office: Office) -> Iterator[Hit]:
    """A hit where the total is below the least one of the grade; a lower grade than reached is none."""
    least = office.thresholds.get(grade) if _lines_rise(office) else None
    if total is not None and least is not None and total < least:
        enough = office.grade_of(total)
        said = f"档次写的是“{grade}”（{plain_number(least)} 分以上），总分 {plain_number(total)} 分"
        yield Hit(field, f"{said}只够“{enough}”" if enough else f"{said}不够任何一档")


def _lines_rise(office: Office) -> bool:
    """Whether the thresholds rise with the grades; before they do (X25), no grade is judged by them."""
    lines = [office.thresholds[grade] for grade in office.grades if grade in office.thresholds]
    return all(low < high for low, high in pairwise(lines))
