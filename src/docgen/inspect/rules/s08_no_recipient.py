"""S08: 公报, 公告 and 通告 are for all and name no recipient."""

from collections.abc import Iterator

from docgen.inspect.elements import Element
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.wording import Slip, Wording, both

RULE = Rule(
    "S08",
    "《条例》第八条",
    Strength.MUST,
    "公报、公告、通告不写主送机关",
    "公报、公告、通告面向社会公布，不写主送机关。",
)


def _slips(wording: Wording) -> Iterator[Slip]:
    lines = wording.of(Element.RECIPIENTS)
    if wording.genre in ("公报", "公告", "通告") and lines:
        told = f"{wording.genre}写了主送机关“{lines[0].text.strip()[:16]}”"
        yield Slip(lines[0], told, "请去掉主送机关：这种公文面向大家", "没有", lines[0].text.strip()[:16])


in_document, on_pages = both(RULE, _slips)
