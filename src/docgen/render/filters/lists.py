"""Several things in one sentence or one after the other."""

from collections.abc import Iterable

from docgen.render.filters import template_filter
from docgen.text.numerals import cn_number
from docgen.text.present import present

_STYLES = {"一": "{cn}、", "（一）": "（{cn}）", "1": "{n}.", "（1）": "（{n}）"}


@template_filter("joined", "顿号连接")
def joined(items: Iterable[object] | str | None, sep: str = "、") -> str:
    """甲、乙、丙, without what is empty."""
    return sep.join(text for text in map(present, _several(items)) if text)


@template_filter("numbered", "编号")
def numbered(items: Iterable[object] | str | None, style: str = "1", sep: str = "\n") -> str:
    """1.甲, 2.乙, a line each; `style` is 一, （一）, 1 or （1）."""
    if style not in _STYLES:
        raise ValueError(f"没有编号样式“{style}”，可用：{'、'.join(_STYLES)}")
    texts = [text for text in map(present, _several(items)) if text]
    return sep.join(
        _STYLES[style].format(n=n, cn=cn_number(n)) + text for n, text in enumerate(texts, start=1)
    )


def _several(items: Iterable[object] | str | None) -> Iterable[object]:
    if items is None:
        return ()
    return (items,) if isinstance(items, str) else items
