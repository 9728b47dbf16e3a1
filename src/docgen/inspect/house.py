"""A unit's own reading of the format: the [inspect] table of docgen.toml, checked.

[inspect]
off = ["T08"]            # rules that are not asked
[inspect.numbers]
top_mm = 35              # a number other than GB/T 9704's
[inspect.tolerances_mm]
P02 = 2
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any

from docgen.inspect.numbers import STANDARD, Numbers
from docgen.settings import NAME, FaultySettings

LABELS: Mapping[str, str] = {
    "page_width_mm": "幅面宽",
    "page_height_mm": "幅面高",
    "top_mm": "天头",
    "left_mm": "订口",
    "text_width_mm": "版心宽",
    "text_height_mm": "版心高",
    "rows_per_page": "每面行数",
    "chars_per_row": "每行字数",
    "body_size_pt": "正文字号（磅）",
    "title_size_pt": "标题字号（磅）",
    "small_size_pt": "版记和页码字号（磅）",
    "mark_top_mm": "发文机关标志上边缘",
    "order_mark_top_mm": "命令标志上边缘",
    "letter_mark_top_mm": "信函标志上边缘",
    "letter_line_mm": "信函双线长",
    "letter_lower_line_mm": "信函下双线位置",
    "red_line_gap_mm": "发文字号至红色分隔线",
    "imprint_thick_mm": "版记粗线",
    "imprint_thin_mm": "版记细线",
    "imprint_bottom_mm": "版记末线位置",
    "page_number_dash_mm": "页码一字线位置",
}
_KEYS = ("off", "numbers", "tolerances_mm")


@dataclass(frozen=True, slots=True)
class House:
    """The numbers to judge by, wider or narrower tolerances, and the rules that are not asked."""

    numbers: Numbers = STANDARD
    tolerances_mm: Mapping[str, float] = field(default_factory=dict)
    off: frozenset[str] = frozenset()

    @property
    def notes(self) -> tuple[str, ...]:
        """What the report must say of it; nothing where it is GB/T 9704's own."""
        changed = [
            f"{LABELS[one.name]}按 {_plain(ours)}（国家标准 {_plain(standard)}）"
            for one in fields(Numbers)
            if (ours := getattr(self.numbers, one.name)) != (standard := getattr(STANDARD, one.name))
        ]
        wider = [f"{code} 的误差按 {_plain(mm)} 毫米" for code, mm in sorted(self.tolerances_mm.items())]
        silent = [f"不检查 {'、'.join(sorted(self.off))}"] if self.off else []
        return tuple(f"按本单位的设置，{one}" for one in (*silent, *changed, *wider))


def house_of(table: Mapping[str, Any], known_codes: frozenset[str]) -> House:
    """The house as the table of docgen.toml has it. Raises FaultySettings."""
    faults = list(_faults(table, known_codes))
    if faults:
        raise FaultySettings([f"{NAME} 的 [inspect] {fault}" for fault in faults])
    return House(
        replace(STANDARD, **table.get("numbers", {})),
        {code.upper(): float(mm) for code, mm in table.get("tolerances_mm", {}).items()},
        frozenset(code.upper() for code in table.get("off", ())),
    )


def _faults(table: Mapping[str, Any], codes: frozenset[str]) -> Iterator[str]:
    for key in table:
        if key not in _KEYS:
            yield f"没有“{key}”这项设置，{_nearest(key, _KEYS)}"
    off = table.get("off", [])
    if not isinstance(off, list) or not all(isinstance(code, str) for code in off):
        yield '的“off”应当写规则的编号，如 ["T08"]'
    else:
        yield from _unknown(off, codes)
    for key, known in (("numbers", tuple(LABELS)), ("tolerances_mm", tuple(sorted(codes)))):
        yield from _number_faults(key, table.get(key, {}), known)


def _unknown(given: list[str], codes: frozenset[str]) -> Iterator[str]:
    for code in given:
        if code.upper() not in codes:
            yield f"里没有编号为“{code}”的规则，{_nearest(code.upper(), tuple(sorted(codes)))}"


def _number_faults(key: str, values: Any, known: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(values, Mapping):
        yield f"的“{key}”应当写成一节：[inspect.{key}]"
        return
    for name, value in values.items():
        asked = name if name in known else name.upper()
        if asked not in known:
            yield f"的“{key}”里没有“{name}”，{_nearest(name, known)}"
        elif isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10_000:
            yield f"的“{name}”写成 {value}，应当是大于 0 的数"


def _nearest(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known[:30])}"


def _plain(value: float) -> str:
    return f"{value:g}"
