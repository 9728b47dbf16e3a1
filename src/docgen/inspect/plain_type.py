"""Elements that are set like the text: 3号仿宋."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.manner import other_faces, other_sizes
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_paragraph, pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.usual import has_right_face, has_right_size


def like_the_text(rule: Rule, seen: Seen, paragraph: Paragraph, what: str) -> Iterator[Deviation]:
    """What differs from 3号仿宋 in a paragraph, unless all of the text does. `what` names it: 附注."""
    for font in other_faces(paragraph.runs, Typeface.FANGSONG)[:1] if has_right_face(seen) else ():
        yield at_paragraph(
            rule, paragraph, f"{what}的字体是{font}", "请改为仿宋", "仿宋", font, Strength.USUAL
        )
    wanted = seen.numbers.body_size_pt
    for size_pt in other_sizes(paragraph.runs, wanted)[:1] if has_right_size(seen) else ():
        told = f"{what}的字号是{pt(size_pt)}"
        yield at_paragraph(
            rule, paragraph, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt), Strength.USUAL
        )
