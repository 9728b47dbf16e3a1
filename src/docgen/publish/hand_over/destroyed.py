"""The list of what was destroyed in a year, as a paper to be signed."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from docgen.build.own_page import own_page
from docgen.text.dates import cn_date

_ACT = ("at", "approver", "by", "reason")


def destroyed_page(
    lines: Sequence[Mapping[str, str]], *, unit: str, fonds_no: str, year: int, day: date
) -> bytes:
    """The .docx of these lines, as the archive's register has them: those of one act stand together."""
    acts = groupby(lines, key=lambda line: tuple(line[key] for key in _ACT))
    context = {
        "unit": unit,
        "fonds_no": fonds_no,
        "year": year,
        "groups": [
            {
                **dict(zip(_ACT, act, strict=True)),
                "day": cn_date(date.fromisoformat(act[0][:10])),
                "lines": [{**line, "day_digits": line["day"].replace("-", "")} for line in several],
            }
            for act, several in acts
        ],
    }
    return own_page(__package__ or "", "destroyed.yaml", context, title="档案销毁清册", office=unit, day=day)
