"""What the plan asks of the branches of one grade, and where a branch's method does otherwise (R36-R38).

The guidance names three grades, low to high; the plan's own are counted from the lowest: the first
answers to R36, the second to R37, all above to R38 (J3).
"""

import re
from collections.abc import Iterator

from docgen.campaign.models.committee_process import GradeGuidance
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.owed import owed
from docgen.campaign.rule import Hit

_REQUIREMENTS = 3
_MARKS = re.compile(r"[\s“”‘’\"'、，,。；;：:（）()《》]+")


def guided_by(number: int, branch: BranchRecord, office: Office) -> GradeGuidance | None:
    """The guidance for the branch's first grade, if it is the one that answers to this requirement."""
    ranked = _ranked(office)
    for index, one in enumerate(ranked):
        if one.grade == branch.baseline.grade:
            return one if min(index, _REQUIREMENTS - 1) == number else None
    return None


def departures(guidance: GradeGuidance, branch: BranchRecord, office: Office) -> Iterator[Hit]:
    """Where theme and methods are not those of the guidance; all of another grade's is one departure."""
    method = branch.method
    if not method:
        return  # R18 tells it
    yield from owed(method, "method", "grade_theme", "grade_methods")
    other = next(
        (one for one in _ranked(office) if one is not guidance and _is_theme(method.grade_theme, one)), None
    )
    wrong_theme = bool(method.grade_theme and guidance.theme) and not _is_theme(method.grade_theme, guidance)
    if wrong_theme:
        belongs = f"，那是“{other.grade}”党支部的主题" if other else ""
        said = f"档次主题写的是“{method.grade_theme}”，“{guidance.grade}”党支部是“{guidance.theme}”{belongs}"
        yield Hit("method.grade_theme", said)
    if not (wrong_theme and other and _all_from(method.grade_methods, other)):
        yield from _wrong_methods(guidance, method.grade_methods)


def unfocused(guidance: GradeGuidance, branch: BranchRecord) -> Iterator[Hit]:
    """A hit when no problem bears one of the points that the guidance wants solved."""
    wanted = {_bare(point) for point in guidance.focus}
    named = [(index, point) for index, problem in enumerate(branch.problems) for point in problem.focus]
    if not wanted or not branch.problems or any(_bare(point) in wanted for _, point in named):
        return
    asked = f"“{guidance.grade}”党支部重点解决的是{'、'.join(f'“{point}”' for point in guidance.focus)}"
    where = named[0][0] if named else 0
    yield Hit(f"problems[{where}].focus", f"没有一个问题对照本档次的焦点，{asked}")


def _ranked(office: Office) -> list[GradeGuidance]:
    named = [one for one in office.committee.plan.classification if one.grade]
    return sorted(named, key=lambda one: office.rank(one.grade) or 0)


def _wrong_methods(guidance: GradeGuidance, methods: tuple[str, ...]) -> Iterator[Hit]:
    """The methods of the guidance are all there; a branch may add its own."""
    written = {_bare(one) for one in methods}
    lacking = [one for one in guidance.methods if _bare(one) not in written]
    if methods and lacking:
        wanted = {_bare(one) for one in guidance.methods}
        foreign = [index for index, one in enumerate(methods) if _bare(one) not in wanted]
        field = f"method.grade_methods[{foreign[0]}]" if len(foreign) == 1 else "method.grade_methods"
        said = f"“{guidance.grade}”党支部的方法是{'、'.join(f'“{one}”' for one in guidance.methods)}"
        yield Hit(field, f"档次方法里没有{'、'.join(f'“{one}”' for one in lacking)}；{said}")


def _all_from(methods: tuple[str, ...], guidance: GradeGuidance) -> bool:
    return {_bare(one) for one in methods} <= {_bare(one) for one in guidance.methods}


def _is_theme(theme: str, guidance: GradeGuidance) -> bool:
    return bool(guidance.theme) and _bare(theme) == _bare(guidance.theme)


def _bare(text: str) -> str:
    """The words without quotes, marks and spaces, which offices set as they like."""
    return _MARKS.sub("", text)
