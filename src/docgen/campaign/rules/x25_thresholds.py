"""X25 档次越高，分数线越高 (Rubric)."""

from collections.abc import Iterator
from itertools import pairwise

from docgen.campaign.office import Office
from docgen.campaign.rule import Hit, rule
from docgen.findings import Severity
from docgen.text.numerals import plain_number


@rule("X25", severity=Severity.ERROR, remedy="改正档次分数线或者档次序列（由低到高）", scope="committee")
def thresholds_rise_with_grades(office: Office) -> Iterator[Hit]:
    """“档次分数线”里，高一档的最低分高于低一档的最低分，每个档次只有一条。

    正确::

        campaign: {rubric: {thresholds: [{grade: 先进, min: 80}, {grade: 一般, min: 60}]}}

    错误::

        campaign: {rubric: {thresholds: [{grade: 先进, min: 60}, {grade: 一般, min: 80}]}}
    """
    lines = enumerate(office.campaign.rubric.thresholds)
    ranked = sorted(
        (rank, line.min, index, line.grade)
        for index, line in lines
        if line.min is not None and (rank := office.rank(line.grade)) is not None
    )
    for (lower_rank, lower, _, low), (rank, least, index, grade) in pairwise(ranked):
        field = f"campaign.rubric.thresholds[{index}]"
        if rank == lower_rank:
            yield Hit(f"{field}.grade", f"“{grade}”的分数线写了两条")
        elif least <= lower:
            said = f"“{grade}”的最低分是 {plain_number(least)}，不高于“{low}”的 {plain_number(lower)}"
            yield Hit(f"{field}.min", said)
