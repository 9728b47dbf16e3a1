"""H05: a joint paper's names stand one below the other in equal width, “文件” at their middle."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element, Format
from docgen.inspect.geometry import around
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block

RULE = Rule(
    "H05",
    "7.2.4",
    Strength.MUST,
    "联合行文的发文机关标志",
    "联合行文时，一般应当将主办机关名称排列在前；如有“文件”二字，应当置于发文机关名称右侧，"
    "以联署发文机关名称为准上下居中排布。各机关名称宜分散对齐、宽度相等。",
    tolerance_mm=2.0,
)
_WORD = "文件"


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.format not in (Format.ORDINARY, Format.UPWARD):
        return
    marks = seen.blocks(Element.MARK)
    names = [line for block in marks for line in block.lines if "".join(line.text.split()) != _WORD]
    words = (
        [part for block in marks for line in block.lines for part in line.find(_WORD)]
        if len(names) > 1
        else []
    )
    if len(words) != 1:
        return
    organs = [line for line in names if not line.text.endswith(_WORD)] or names
    if len(organs) < 2:
        return
    stack = around(line.ink for line in names)
    off = words[0].ink.centre_y_mm - stack.centre_y_mm
    if abs(off) > seen.tolerance_mm(RULE):
        told = f"“文件”二字比各机关名称的中间{'低' if off > 0 else '高'} {abs(off):.1f} 毫米"
        yield at_block(
            RULE, marks[0], told, "请把“文件”上下居中", "上下居中", f"{off:+.1f} 毫米", box_mm=words[0].ink
        )
    widths = [line.ink.width_mm for line in organs]
    if max(widths) - min(widths) > 2 * seen.tolerance_mm(RULE):
        told = f"各机关名称宽度不一，相差 {max(widths) - min(widths):.1f} 毫米"
        yield at_block(
            RULE, marks[0], told, "请把各机关名称设为分散对齐", "宽度相等", strength=Strength.ADVISED
        )
