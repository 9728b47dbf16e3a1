"""The page set-up by GB/T 9704: paper, margins, rows, in every section that stands upright."""

from docgen.inspect.document.model import Section
from docgen.inspect.numbers import STANDARD, Numbers
from docgen.layout.gbt9704 import (
    LEFT_TWIPS,
    PAGE_HEIGHT_TWIPS,
    PAGE_WIDTH_TWIPS,
    RIGHT_TWIPS,
    twips,
)
from docgen.layout.profile import Profile
from docgen.layout.tree import SECT, Element, w

_SLACK_TWIPS = 6
_FOOTER_TWIPS = 1447
_ORDER = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")


def set_pages(root: Element, sections: tuple[Section, ...], profile: Profile, numbers: Numbers) -> list[str]:
    """What was changed, in the user's words; a section that lies is left alone."""
    done: list[str] = []
    for at, (element, section) in enumerate(zip(root.iter(SECT), sections, strict=False), start=1):
        if not section.is_landscape:
            where = f"第 {at} 节" if len(sections) > 1 else ""
            done += [f"{where}{said}" for said in _set(element, section, profile, numbers)]
    return done


def _set(element: Element, section: Section, profile: Profile, numbers: Numbers) -> list[str]:
    done = []
    if _differ((section.width_twips, section.height_twips), (PAGE_WIDTH_TWIPS, PAGE_HEIGHT_TWIPS)):
        _put(element, "pgSz", {"w": PAGE_WIDTH_TWIPS, "h": PAGE_HEIGHT_TWIPS})
        done.append("纸张改为 A4")
    wanted = _margins(profile, numbers)
    now = (section.top_twips, section.bottom_twips, section.left_twips, section.right_twips)
    if _differ(now, tuple(wanted.values())) or section.gutter_twips:
        foot = section.footer_twips if abs(section.footer_twips - _FOOTER_TWIPS) < 60 else _FOOTER_TWIPS
        _put(element, "pgMar", {**wanted, "header": section.header_twips, "footer": foot, "gutter": 0})
        done.append("页边距改为天头 37 毫米、订口 28 毫米、版心 156×225 毫米")
    if section.grid not in ("lines", "linesAndChars") or section.pitch_twips != profile.pitch_twips:
        _put(element, "docGrid", {"type": "lines", "linePitch": profile.pitch_twips})
        done.append("文档网格改为每页 22 行")
    return done


def _margins(profile: Profile, numbers: Numbers) -> dict[str, int]:
    if numbers == STANDARD:
        top, bottom, left, right = profile.top_twips, profile.bottom_twips, LEFT_TWIPS, RIGHT_TWIPS
    else:
        top, left, right = twips(numbers.top_mm), twips(numbers.left_mm), twips(numbers.right_mm)
        bottom = twips(numbers.page_height_mm - numbers.text_bottom_mm)
    return {"top": top, "bottom": bottom, "left": left, "right": right}


def _differ(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return any(abs(one - other) > _SLACK_TWIPS for one, other in zip(found, wanted, strict=True))


def _put(section: Element, name: str, values: dict[str, int | str]) -> None:
    old = section.find(w(name))
    if old is None:
        old = section.makeelement(w(name), {}, None)
        if name == "docGrid":
            section.append(old)
        else:
            before = [child for child in section if child.tag in {w(one) for one in (*_ORDER, "pgSz")}]
            section.insert(section.index(before[-1]) + 1 if before else 0, old)
    old.attrib.clear()
    for key, value in values.items():
        old.set(w(key), str(value))
