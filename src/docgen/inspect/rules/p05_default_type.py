"""P05: text is set in 3号仿宋 unless the standard says otherwise."""

from collections.abc import Iterator

from docgen.inspect.asking import not_bold
from docgen.inspect.deviation import Deviation
from docgen.inspect.elements import Element
from docgen.inspect.plain_type import like_the_text
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.upright import is_judged, is_judged_on_pages
from docgen.inspect.usual import usual_face_on_pages, usual_font, usual_size_pt

RULE = Rule(
    "P05",
    "5.2.2",
    Strength.USUAL,
    "正文用3号仿宋体字",
    "如无特殊说明，公文格式各要素一般用3号仿宋体字。字体名叫仿宋、仿宋_GB2312、FangSong、方正仿宋等的都算仿宋。",
)
_SLACK_PT = 0.3
_SIGNING = (Element.SIGNATURE, Element.DATE)
_UNSURE = (Typeface.UNKNOWN, Typeface.SUBSTITUTE, Typeface.LATIN)


def in_document(seen: Seen) -> Iterator[Deviation]:
    if not is_judged(seen):
        return
    font, size_pt = usual_font(seen), usual_size_pt(seen)
    if font is not None and font[0] is not Typeface.FANGSONG:
        yield _face(font[1])
    if size_pt is not None and abs(size_pt - seen.numbers.body_size_pt) > _SLACK_PT:
        yield _size(seen, size_pt)
    for paragraph in seen.paragraphs(*_SIGNING):
        yield from like_the_text(RULE, seen, paragraph, seen.element_of(paragraph))
        yield from not_bold(RULE, paragraph, seen.element_of(paragraph))


def on_pages(seen: Seen) -> Iterator[Deviation]:
    usual = usual_face_on_pages(seen) if is_judged_on_pages(seen) else None
    if usual is None or seen.pages is None:
        return
    face, size_pt = usual
    if face not in (*_UNSURE, Typeface.FANGSONG) and not seen.pages.has_substitutes:
        yield _face(str(face))
    if abs(size_pt - seen.numbers.body_size_pt) > 2 * _SLACK_PT:
        yield _size(seen, size_pt)


def _face(font: str) -> Deviation:
    return Deviation(RULE, f"正文的字体是{font}", "请把正文的中文字体改为仿宋_GB2312", "仿宋", font)


def _size(seen: Seen, size_pt: float) -> Deviation:
    wanted = pt(seen.numbers.body_size_pt)
    return Deviation(RULE, f"正文的字号是{pt(size_pt)}", f"请把正文改为{wanted}", wanted, pt(size_pt))
