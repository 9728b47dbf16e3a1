"""The index sheet in front of a print run: what is printed, how often, who signs, and what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from docgen.build.own_page import own_page
from docgen.publish.print_run.groups import Group, in_tables
from docgen.publish.print_run.paper import LeftOut, Manner, Placed


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose run it is, and of what day. A title does not break within `names`."""

    office: str
    campaign: str
    as_of: date
    names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The heading of the index, and the title of the file."""
        return f"{self.office}{self.campaign}打印清单"


@dataclass(frozen=True, slots=True)
class Totals:
    """The run in figures; sheets are for all copies."""

    papers: int
    pages: int
    blanks: int
    a4_sheets: int
    a3_sheets: int


def totals(placed: Sequence[Placed], manner: Manner) -> Totals:
    """What the run takes, without its index."""
    sheets = [(manner.sheets(one.pages) * one.paper.copies, one.is_a3) for one in placed]
    return Totals(
        len(placed),
        sum(one.pages for one in placed),
        sum(one.blanks for one in placed),
        sum(number for number, is_a3 in sheets if not is_a3),
        sum(number for number, is_a3 in sheets if is_a3),
    )


def index_docx(
    heading: Heading, placed: Sequence[Placed], left_out: Sequence[LeftOut], manner: Manner
) -> bytes:
    """The index as a .docx in the look of our papers."""
    context = {
        "title": heading.title,
        "as_of": heading.as_of,
        "lead": list(_lead(totals(placed, manner), manner)),
        "parts": list(in_tables(_groups(placed))),
        "left_out": [_left_out_row(one) for one in left_out],
        "signing": list(in_tables(_signing_groups(placed))),
    }
    return own_page(
        __package__ or "",
        "index.yaml",
        context,
        title=heading.title,
        office=heading.office,
        day=heading.as_of,
        names=heading.names,
    )


def _lead(sums: Totals, manner: Manner) -> Iterator[str]:
    blanks = f"，另有空白页 {sums.blanks} 页，使每份文书从正面开始" if sums.blanks else ""
    yield f"共 {sums.papers} 份文书，{sums.pages} 页{blanks}。"
    a3 = f"和 A3 纸 {sums.a3_sheets} 张" if sums.a3_sheets else ""
    sides = "双面打印（沿长边翻转）" if manner.duplex else "单面打印"
    yield f"按份数印齐，要用 A4 纸 {sums.a4_sheets} 张{a3}（不含本清单）。请按实际大小（100%）{sides}。"
    if manner.collate:
        yield "各文书已按份数排好，全部打印一遍即可。起始页是第一份的第一页在本文件中的页码。"
    else:
        yield "各文书在本文件中只排一遍，请按下表的份数打印。起始页是文书第一页在本文件中的页码。"


def _groups(placed: Sequence[Placed]) -> Iterator[Group]:
    for heading, members in groupby(enumerate(placed, 1), key=_heading):
        yield Group(heading, [_row(number, one) for number, one in members])


def _heading(numbered: tuple[int, Placed]) -> str:
    return numbered[1].heading


def _row(number: int, one: Placed) -> dict[str, str]:
    signing = one.paper.signing
    return {
        "number": str(number),
        "title": _title(one),
        "pages": str(one.pages),
        "copies": str(one.paper.copies),
        "first_page": str(one.first_page),
        "who": signing.who if signing else "",
        "remark": "；".join(_remarks(one)),
    }


def _title(one: Placed) -> str:
    """What the heading does not say yet."""
    if one.heading == one.paper.owner_name:
        return one.paper.title
    return f"{one.paper.owner_name} {one.paper.name}"


def _remarks(one: Placed) -> Iterator[str]:
    if one.paper.draft:
        yield "草稿"
    if one.paper.edited:
        yield "手工改过"
    if one.is_a3:
        yield "A3 纸"
    if one.blanks:
        yield f"补空白 {one.blanks} 页"


def _left_out_row(one: LeftOut) -> dict[str, str]:
    return {"owner": one.owner_name, "title": f"{one.label} {one.name}", "reason": one.reason}


def _signing_groups(placed: Sequence[Placed]) -> Iterator[Group]:
    signed = ((number, one) for number, one in enumerate(placed, 1) if one.paper.signing is not None)
    for heading, members in groupby(signed, key=_heading):
        yield Group(heading, [_signing_row(number, one) for number, one in members])


def _signing_row(number: int, one: Placed) -> dict[str, str]:
    line = one.paper.signing
    row = {"number": str(number), "title": _title(one)}
    if line is not None:
        row |= {"who": line.who or "不签字", "where": line.place, "seal": line.seal, "state": line.state}
    return row
