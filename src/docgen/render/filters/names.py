"""Names of people in a column."""

from collections.abc import Iterable

from docgen.render.filters import template_filter

_GAP = "　"


@template_filter("padded", "姓名对齐")
def padded(name: str | Iterable[str] | None) -> str | list[str]:
    """A name of two characters with a full-width space between, as wide as one of three; also a list."""
    if name is None:
        return ""
    if not isinstance(name, str):
        return [str(padded(one)) for one in name]
    return _GAP.join(name) if len(name) == 2 else name
