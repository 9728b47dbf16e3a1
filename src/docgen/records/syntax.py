"""What a clerk meant where the YAML parser gave up: the fault in plain words, the text mended if possible.

A mended text is only read on for the sake of the other faults in the file; nothing is written back.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from docgen.records import file_faults
from docgen.records.compose import Placed
from docgen.records.faults import Fault
from docgen.records.slips import narrow_blanks
from docgen.records.value_faults import odd_key

_MENDED_BY_WIDENING = frozenset({"Y13", "Y17"})
_TAB_INDENT = re.compile(r"^( *\t[ \t]*)(?=\S)")
_KEY_COLON = re.compile(r"^\s*(?:-\s+)*([^\s:：#'\"{\[｛［][^:：#]{0,40}?)\s*(：|:(?![ \t]|$))")
# Only before a key: a paragraph in a text may well begin with two wide blanks.
_WIDE_INDENT = re.compile("^ *[\u3000\u00a0][ \u3000\u00a0]*(?=(?:- +)?[^\\s:：]{1,30}[:：])")
_BLOCK_TEXT = re.compile(r"[:-] +[|>][-+0-9]*\s*(?:#.*)?$")
_BARE_YEAR = re.compile(r"\[(\d{4})\]")
_OPENING = re.compile(r"""(?:^|[:\-,\[{] ?) *(["'])""")
_WIDE_COMMA = re.compile(r"，(?=\s*[^\s,，:：{}]{1,30}[:：])")
_WIDE_SIGNS = {"｛": "{", "｝": "}", "［": "[", "］": "]"}
_WIDE_SIGN = re.compile("[｛｝［］]")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The fault, and the text without it when it could be mended."""

    placed: Placed
    mended: str | None = None


def diagnose(error: yaml.YAMLError, text: str) -> Diagnosis:
    """What is wrong where the parser stopped."""
    scene = _scene(error, text.split("\n"))
    for look in (_tabs, _wide_blanks, _bare_brackets, _colon, _wide_punctuation):
        diagnosis = look(scene)
        if diagnosis is not None:
            return diagnosis
    placed = _by_message(scene)
    return Diagnosis(placed, _widened(placed, scene) if placed.fault.rule in _MENDED_BY_WIDENING else None)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The lines of the file and the place of the fault; `line` counts from 0, `start` is where it began."""

    lines: list[str]
    problem: str
    context: str
    line: int
    column: int
    start: int
    start_column: int

    def near(self) -> list[int]:
        """The lines to look at, the likeliest first."""
        candidates = [self.start, self.line, self.line - 1]
        return [n for n in dict.fromkeys(candidates) if 0 <= n < len(self.lines)]

    def mended(self, changed: dict[int, str]) -> str:
        return "\n".join(changed.get(n, line) for n, line in enumerate(self.lines))


def _scene(error: yaml.YAMLError, lines: list[str]) -> _Scene:
    known: Any = error
    mark = getattr(known, "problem_mark", None)
    start = getattr(known, "context_mark", None) or mark
    return _Scene(
        lines,
        str(getattr(known, "problem", "") or getattr(known, "reason", "") or ""),
        str(getattr(known, "context", "") or ""),
        mark.line if mark else 0,
        mark.column if mark else 0,
        start.line if start else 0,
        start.column if start else 0,
    )


def _tabs(scene: _Scene) -> Diagnosis | None:
    if not any(_TAB_INDENT.match(scene.lines[n]) for n in scene.near()):
        return None
    tabbed = [n for n, line in enumerate(scene.lines) if _TAB_INDENT.match(line)]
    changed = {n: _TAB_INDENT.sub(lambda m: m[1].replace("\t", "  "), scene.lines[n]) for n in tabbed}
    placed = Placed(file_faults.tab_indentation(len(tabbed)), tabbed[0] + 1, 1)
    return Diagnosis(placed, scene.mended(changed))


def _wide_blanks(scene: _Scene) -> Diagnosis | None:
    if not any(_WIDE_INDENT.match(scene.lines[n]) for n in scene.near()):
        return None
    found = (n for n, line in enumerate(scene.lines) if _WIDE_INDENT.match(line))
    rows = [n for n in found if not _in_block_text(scene.lines, n)]
    if not rows:
        return None
    changed = {n: _WIDE_INDENT.sub(narrow_blanks, scene.lines[n]) for n in rows}
    placed = Placed(file_faults.wide_indentation(len(rows)), rows[0] + 1, 1)
    return Diagnosis(placed, scene.mended(changed))


def _in_block_text(lines: list[str], row: int) -> bool:
    """Whether the line belongs to a text after “|” or “>”."""
    indent = _indent(lines[row])
    above = next((n for n in range(row - 1, -1, -1) if lines[n].strip() and _indent(lines[n]) < indent), None)
    return above is not None and _BLOCK_TEXT.search(lines[above]) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bare_brackets(scene: _Scene) -> Diagnosis | None:
    for n in scene.near():
        found = _BARE_YEAR.search(scene.lines[n])
        if found:
            placed = Placed(file_faults.bare_brackets(found[1]), n + 1, found.start() + 1)
            return Diagnosis(placed, scene.mended({n: _BARE_YEAR.sub(r"〔\1〕", scene.lines[n])}))
    return None


def _colon(scene: _Scene) -> Diagnosis | None:
    for n in scene.near():
        line = scene.lines[n]
        found = _KEY_COLON.match(line)
        if found and not _in_block_text(scene.lines, n):
            placed = Placed(file_faults.bad_colon(found[1], found[2]), n + 1, found.start(2) + 1)
            rest = line[found.end(2) :].lstrip()
            return Diagnosis(placed, scene.mended({n: f"{line[: found.start(2)]}: {rest}"}))
    return None


def _wide_punctuation(scene: _Scene) -> Diagnosis | None:
    for n in scene.near():
        line = scene.lines[n]
        for pattern in (_WIDE_COMMA, _WIDE_SIGN):
            found = pattern.search(line)
            if found:
                wanted = _WIDE_SIGNS.get(found[0], ",")
                placed = Placed(file_faults.wide_punctuation(found[0], wanted), n + 1, found.start() + 1)
                return Diagnosis(placed, scene.mended({n: pattern.sub(_narrow, line)}))
    return None


def _narrow(found: re.Match[str]) -> str:
    return _WIDE_SIGNS.get(found[0], ", ")


def _by_message(scene: _Scene) -> Placed:
    here, start = (scene.line + 1, scene.column + 1), (scene.start + 1, scene.start_column + 1)
    if not _before(scene).strip() and _char_at(scene) == ":":
        return Placed(odd_key(), *here)
    if "mapping values are not allowed" in scene.problem:
        return Placed(_stray_colon(scene), *here)
    if "block" in scene.context and _before(scene).rstrip().endswith(("'", '"')):
        return Placed(file_faults.open_quote(), *_opening_quote(scene))
    if "quoted scalar" in scene.context:
        signs = _OPENING.finditer(scene.lines[scene.start])
        begins = any(sign.start(1) == scene.start_column for sign in signs)
        return Placed(file_faults.open_quote(), *(start if begins else _opening_quote(scene)))
    if "flow" in scene.context:
        return Placed(file_faults.open_bracket(), *start)
    if "cannot start any token" in scene.problem:
        return Placed(file_faults.special_start(_char_at(scene)), *here)
    if "anchor" in scene.context or "alias" in scene.context or "tag" in scene.context:
        return Placed(file_faults.special_start(_char_at(scene, start=True)), *start)
    if "block scalar" in scene.context:
        return Placed(file_faults.special_start(_char_at(scene, start=True)), *start)
    if "block" in scene.context or "indent" in scene.problem:
        return Placed(file_faults.misaligned(), *here)
    if "could not find expected ':'" in scene.problem:
        return Placed(file_faults.syntax("这里缺少冒号和值"), *start)
    return Placed(file_faults.syntax(_told(scene.problem)), *here)


def _stray_colon(scene: _Scene) -> Fault:
    typed_before = re.search(r":\s", _before(scene))
    return file_faults.colon_in_text() if typed_before else file_faults.misaligned()


def _before(scene: _Scene) -> str:
    return scene.lines[scene.line][: scene.column] if scene.line < len(scene.lines) else ""


def _opening_quote(scene: _Scene) -> tuple[int, int]:
    """Where the quoted text began that ended just before the fault."""
    row_before = min(scene.start if "quoted" in scene.context else scene.line, len(scene.lines)) - 1
    for row in range(row_before, -1, -1):
        for found in _OPENING.finditer(scene.lines[row]):
            if found[1] not in scene.lines[row][found.end() :]:
                return row + 1, found.start(1) + 1
    at = (scene.start, scene.start_column) if "quoted" in scene.context else (scene.line, scene.column)
    return at[0] + 1, at[1] + 1


def _char_at(scene: _Scene, *, start: bool = False) -> str:
    line, column = (scene.start, scene.start_column) if start else (scene.line, scene.column)
    return scene.lines[line][column : column + 1] if line < len(scene.lines) else ""


def _told(problem: str) -> str:
    if "document start" in problem:
        return "前面的内容已经结束，后面还有多余的文字"
    return "写法不合 YAML 的规定"


def _widened(placed: Placed, scene: _Scene) -> str | None:
    """The text with the offending sign full-width, so that it means nothing to YAML."""
    row, column = placed.line - 1, placed.column - 1
    line = scene.lines[row] if row < len(scene.lines) else ""
    if not "!" <= line[column : column + 1] <= "~":
        return None
    wide = chr(ord(line[column]) + 0xFEE0)
    return scene.mended({row: f"{line[:column]}{wide}{line[column + 1 :]}"})
