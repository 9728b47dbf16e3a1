"""Boxes to tick: ☑同意　☐不同意."""

from collections.abc import Iterable

from docgen.render.filters import template_filter
from docgen.text.present import present

_TICKED, _OPEN = "☑", "☐"


@template_filter("tick", "勾选")
def tick(chosen: object, options: Iterable[str] | str, sep: str = "　") -> str:
    """All options, the chosen one (or ones) ticked. Options may be one text divided by 、 or spaces."""
    known = options.replace("、", " ").split() if isinstance(options, str) else list(options)
    picked = (
        {present(item) for item in chosen} if isinstance(chosen, list | tuple | set) else {present(chosen)}
    )
    return sep.join((_TICKED if option in picked else _OPEN) + option for option in known)


@template_filter("checked", "打勾")
def checked(value: object) -> str:
    """☑ for what is true or said to be 是, ☐ otherwise."""
    return _TICKED if value and value not in ("否", "无", "未") else _OPEN
