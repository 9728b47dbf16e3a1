"""What a page is made of: text that can be measured, a scan, letters drawn as shapes."""

from docgen.inspect.paper import Page

_PICTURE_SHARE = 0.8
_SOME_INK_MM2 = 100.0


def state_of(page: Page) -> str:
    """`text`, `scan`, `outlines`, or `turned` for a page that its reader turns before showing it."""
    if page.turned_degrees:
        return "turned"
    if page.largest_picture_share > _PICTURE_SHARE:
        return "scan"
    if not page.lines and page.black.amount_mm2(page.area) > _SOME_INK_MM2:
        return "outlines"
    return "text"
