"""The index sheet in front of a print run: what is printed, how often, who signs, and what is left out."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from docgen.build.prepared import PreparedPaper, Sheet
from docgen.build.properties import PART, core_properties
from docgen.layout.builder import build_template
from docgen.layout.package import unpack
from docgen.layout.profile import SETUP
from docgen.publish.print_run.paper import LeftOut, Manner, Placed, PrintPaper
from docgen.render import Template
from docgen.text.present import finalize

_BLOCKS = "index.yaml"


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
    page = _prepared()
    parts = page.fill(
        {
            "title": heading.title,
            "as_of": heading.as_of,
            "lead": list(_lead(totals(placed, manner), manner)),
            "papers": list(_rows(placed)),
            "left_out": [_left_out_row(one) for one in left_out],
            "signing": list(_signing_rows(placed)),
        }
    )
    page.lay_out(parts, Sheet(draft=False, one_page=None, keep_whole=heading.names))
    parts[PART] = core_properties(heading.title, heading.office, heading.as_of)
    return page.template.pack(parts)


@cache
def _prepared() -> PreparedPaper:
    data = build_template(yaml.safe_load(files(__package__ or "").joinpath(_BLOCKS).read_bytes()))
    source = io.BytesIO(data)
    source.name = _BLOCKS
    return PreparedPaper(Template(source, finalize=finalize), unpack(data)["word/styles.xml"], SETUP, ())


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


def _rows(placed: Sequence[Placed]) -> Iterator[dict[str, str]]:
    owner = ""
    for one in placed:
        signing = one.paper.signing
        yield {
            # A long name once is enough; the id goes on.
            "owner": one.paper.owner if one.paper.owner == owner else _owner(one.paper),
            "title": one.paper.title,
            "pages": str(one.pages),
            "copies": str(one.paper.copies),
            "first_page": str(one.first_page),
            "who": signing.who if signing else "",
            "remark": "；".join(_remarks(one)),
        }
        owner = one.paper.owner


def _owner(paper: PrintPaper) -> str:
    return f"{paper.owner} {paper.owner_name}"


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


def _signing_rows(placed: Sequence[Placed]) -> Iterator[dict[str, str]]:
    owner = ""
    for number, one in enumerate(placed, 1):
        line = one.paper.signing
        if line is not None:
            yield {
                "place_in_run": str(number),
                "owner": one.paper.owner if one.paper.owner == owner else _owner(one.paper),
                "title": one.paper.title,
                "who": line.who or "不签字",
                "where": line.place,
                "seal": line.seal,
                "state": line.state,
            }
            owner = one.paper.owner
