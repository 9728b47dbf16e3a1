"""L02: the letter's red double lines: under the mark thick over thin, at the foot thin over thick."""

from collections.abc import Iterator, Sequence

from docgen.inspect.asking import is_at
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import Rule as Line
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "L02",
    "10.1",
    Strength.MUST,
    "信函的红色双线",
    "发文机关标志下4毫米处印一条红色双线（上粗下细），距下页边20毫米处印一条红色双线（上细下粗），线长均为170毫米，居中排布。"
    "标准没有规定线的粗细。",
    tolerance_mm=1.5,
)
_PAIR_MM = 4.0
_MIDDLE_MM = 150.0
_LENGTH_MM = 2.0
_SAME_THICKNESS_MM = 0.05


def on_pages(seen: Seen) -> Iterator[Deviation]:
    marks = [block for block in seen.blocks(Element.MARK) if block.page == 1]
    if seen.format is not Format.LETTER or not marks or seen.pages is None:
        return
    first = seen.pages.pages[0]
    upper = [line for line in first.red_rules if line.box.top_mm < _MIDDLE_MM]
    lower = [line for line in first.red_rules if line.box.top_mm >= _MIDDLE_MM]
    bottom = first.mark.bottom_mm if first.mark else marks[-1].ink.bottom_mm
    numbers = seen.numbers
    yield from _pair(seen, marks[0], upper, "发文机关标志下的红色双线", is_thick_first=True)
    yield from _pair(seen, marks[0], lower, "页面下方的红色双线", is_thick_first=False)
    if upper:
        gap = upper[0].box.top_mm - bottom
        wanted = numbers.red_line_gap_mm
        # A mark's ink ends above its line box by what the face leaves there, one to two millimetres.
        if not wanted - seen.tolerance_mm(RULE) <= gap <= wanted + seen.tolerance_mm(RULE) + 1.0:
            told = f"红色双线在发文机关标志下 {gap:.1f} 毫米"
            found, expected = f"{gap:.1f} 毫米", f"{wanted:g} 毫米"
            yield at_block(RULE, marks[0], told, "请调整到 4 毫米", expected, found, box_mm=upper[0].box)
    if lower:
        foot, wanted = lower[-1].box.bottom_mm, numbers.letter_lower_line_mm
        if not is_at(foot, wanted, seen.tolerance_mm(RULE)):
            from_edge = numbers.page_height_mm - foot
            told = f"下方的红色双线距下页边 {from_edge:.1f} 毫米"
            expected = f"{numbers.page_height_mm - wanted:g} 毫米"
            yield at_block(
                RULE,
                marks[0],
                told,
                "请调整到 20 毫米",
                expected,
                f"{from_edge:.1f} 毫米",
                box_mm=lower[-1].box,
            )


def _pair(
    seen: Seen, block: PageBlock, lines: Sequence[Line], label: str, *, is_thick_first: bool
) -> Iterator[Deviation]:
    if not lines:
        yield at_block(RULE, block, f"没有{label}", "请加红色双线，长170毫米，居中", "红色双线", "没有")
        return
    if len(lines) == 1 or lines[1].box.top_mm - lines[0].box.bottom_mm > _PAIR_MM:
        told, remedy = f"{label}只有一条线", "请改为双线，一粗一细"
        yield at_block(RULE, block, told, remedy, "双线", "单线", box_mm=lines[0].box)
    else:
        first, second = lines[0].thickness_mm, lines[1].thickness_mm
        is_wrong = first < second if is_thick_first else first > second
        if is_wrong and abs(first - second) > _SAME_THICKNESS_MM:
            order = "上粗下细" if is_thick_first else "上细下粗"
            told = f"{label}不是{order}"
            yield at_block(RULE, block, told, f"请改为{order}", order, box_mm=lines[0].box)
    yield from _length(seen, block, lines[0], label)


def _length(seen: Seen, block: PageBlock, line: Line, label: str) -> Iterator[Deviation]:
    wanted, centre = seen.numbers.letter_line_mm, seen.numbers.centre_mm
    if not is_at(line.box.width_mm, wanted, _LENGTH_MM):
        told = f"{label}长 {line.box.width_mm:.1f} 毫米"
        found = f"{line.box.width_mm:.1f} 毫米"
        yield at_block(
            RULE, block, told, f"请改为 {wanted:g} 毫米", f"{wanted:g} 毫米", found, box_mm=line.box
        )
    # Centred on the text area or on the sheet: the standard does not say on which.
    elif not (
        is_at(line.box.centre_x_mm, centre, _LENGTH_MM)
        or is_at(line.box.centre_x_mm, seen.numbers.page_width_mm / 2, _LENGTH_MM)
    ):
        yield at_block(RULE, block, f"{label}没有居中", "请居中", "居中", box_mm=line.box)
