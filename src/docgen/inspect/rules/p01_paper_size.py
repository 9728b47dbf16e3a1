"""P01: the paper is A4, upright."""

from collections.abc import Iterator

from docgen.inspect.deviation import Deviation
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.layout.gbt9704 import TWIPS_PER_MM

RULE = Rule(
    "P01",
    "5.1",
    Strength.MUST,
    "幅面为A4",
    "公文用纸采用A4型纸，成品幅面210 mm×297 mm。横排的表格可以横放，仍是A4。",
    tolerance_mm=0.5,
)
_REMEDY = "请在“页面设置—纸张”中选A4（21厘米×29.7厘米）"


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not seen.format.is_official:
        return
    for at, section in enumerate(seen.document.sections, 1):
        size_mm = (section.width_twips / TWIPS_PER_MM, section.height_twips / TWIPS_PER_MM)
        if not _is_right(seen, size_mm):
            where = "" if len(seen.document.sections) == 1 else f"第{at}节的"
            yield _deviation(seen, size_mm, where)
            return


def on_pages(seen: Seen) -> Iterator[Deviation]:
    if seen.pages is None or seen.document is not None or not seen.format.is_official:
        return
    for page in seen.pages.pages:
        if not _is_right(seen, (page.width_mm, page.height_mm)):
            yield _deviation(seen, (page.width_mm, page.height_mm), f"第{page.number}页的", page.number)
            return


def _is_right(seen: Seen, size_mm: tuple[float, float]) -> bool:
    wanted = sorted((seen.numbers.page_width_mm, seen.numbers.page_height_mm))
    slack = seen.tolerance_mm(RULE)
    return all(abs(one - other) <= slack for one, other in zip(sorted(size_mm), wanted, strict=True))


def _deviation(seen: Seen, size_mm: tuple[float, float], where: str, page: int = 0) -> Deviation:
    expected = f"{seen.numbers.page_width_mm:g} mm×{seen.numbers.page_height_mm:g} mm"
    found = f"{size_mm[0]:.1f} mm×{size_mm[1]:.1f} mm"
    return Deviation(RULE, f"{where}纸张不是A4，是{found}", _REMEDY, expected, found, page=page)
