"""How an element looks by GB/T 9704: face, size, colour, indents and rows, as direct formatting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.inspect.bearings import runs_of_first
from docgen.inspect.document.model import Paragraph, Run
from docgen.inspect.elements import Align, Element
from docgen.inspect.levels import is_numbered_sentence
from docgen.inspect.numbers import Numbers
from docgen.inspect.typeface import Typeface
from docgen.layout.faces import FANGSONG, HEITI, KAITI, TITLE_SONG, Face
from docgen.layout.tree import PPR, RPR, VAL, runs_of, set_property, set_run_property, text_of_run, w
from docgen.layout.tree import Element as Xml

_FACES = {
    Typeface.FANGSONG: FANGSONG,
    Typeface.KAITI: KAITI,
    Typeface.HEITI: HEITI,
    Typeface.TITLE_SONG: TITLE_SONG,
}
_NOT_KNOWN = (Typeface.UNKNOWN, Typeface.SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class _Norm:
    face: Typeface
    size: str = "body_size_pt"
    align: Align | None = None
    first_line_chars: int | None = None
    has_rows: bool = True


_NORMS = {
    Element.TITLE: _Norm(Typeface.TITLE_SONG, "title_size_pt", Align.CENTER, 0, has_rows=False),
    Element.RECIPIENTS: _Norm(Typeface.FANGSONG, first_line_chars=0),
    Element.BODY: _Norm(Typeface.FANGSONG, first_line_chars=2),
    Element.HEADING1: _Norm(Typeface.HEITI, first_line_chars=2),
    Element.HEADING2: _Norm(Typeface.KAITI, first_line_chars=2),
    Element.HEADING3: _Norm(Typeface.FANGSONG, first_line_chars=2),
    Element.HEADING4: _Norm(Typeface.FANGSONG, first_line_chars=2),
    Element.ATTACHMENT_NOTE: _Norm(Typeface.FANGSONG),
    Element.SIGNATURE: _Norm(Typeface.FANGSONG),
    Element.DATE: _Norm(Typeface.FANGSONG),
    Element.NOTE: _Norm(Typeface.FANGSONG, first_line_chars=2),
    Element.COPY_NUMBER: _Norm(Typeface.FANGSONG, has_rows=False),
    Element.SECRECY: _Norm(Typeface.HEITI, has_rows=False),
    Element.URGENCY: _Norm(Typeface.HEITI, has_rows=False),
    Element.NUMBER: _Norm(Typeface.FANGSONG, has_rows=False),
    Element.ATTACHMENT_LABEL: _Norm(Typeface.HEITI, first_line_chars=0),
    Element.ATTACHMENT_TITLE: _Norm(Typeface.TITLE_SONG, "title_size_pt", Align.CENTER, 0, has_rows=False),
    Element.COPY_TO: _Norm(Typeface.FANGSONG, "small_size_pt", has_rows=False),
    Element.IMPRINT: _Norm(Typeface.FANGSONG, "small_size_pt", has_rows=False),
}
_RED = "FF0000"
_RUN_IN = (Element.HEADING1, Element.HEADING2)
# What ends a heading that runs into its paragraph, and such a heading.
_HEADING_END = re.compile(r"[。：:；]")
_HEADING = re.compile(r"[^。：:；]+(?=[。：:；].)")


def set_look(xml: Xml, seen: Paragraph, element: Element, numbers: Numbers, pitch_twips: int) -> list[str]:
    """The paragraph looks as the element should; what was changed, in the user's words."""
    norm = _NORMS.get(element)
    if element is Element.MARK and not seen.is_blank:
        return _set_mark(xml, seen)
    if norm is None or seen.is_blank or (element is Element.BODY and seen.align is Align.CENTER):
        return []  # what is centred in the text is a heading of something issued: not for us to reset
    size_pt: float = getattr(numbers, norm.size)
    done = []
    if _set_faces(xml, seen, element, norm):
        done.append(f"{element}改用{norm.face}")
    if any(run.text.strip() and run.size_pt != size_pt for run in seen.runs):
        _set_size(xml, size_pt)
        done.append(f"{element}改为 {size_pt:g} 磅")
    if _set_black(xml, seen):
        done.append(f"{element}改为黑色、不加粗")
    return done + _set_paragraph(xml, seen, element, norm, pitch_twips)


def _set_mark(xml: Xml, seen: Paragraph) -> list[str]:
    done = []
    visible = [run for run in seen.runs if run.text.strip()]
    if any(_is_wrong(run, Typeface.TITLE_SONG) for run in visible):
        for run in runs_of(xml):
            _set_font(run, TITLE_SONG)
        done.append("发文机关标志改用小标宋")
    if any(run.is_bold for run in visible):
        for run in runs_of(xml):
            set_run_property(run, "b", {"val": "0"})
            set_run_property(run, "bCs", {"val": "0"})
        done.append("发文机关标志不加粗")
    if not all(run.is_red for run in visible):
        for run in runs_of(xml):
            set_run_property(run, "color", {"val": _RED})
        done.append("发文机关标志改为红色")
    return done


def _set_faces(xml: Xml, seen: Paragraph, element: Element, norm: _Norm) -> bool:
    heading = _HEADING.match(seen.text.strip()) if element in _RUN_IN else None
    runs_in = heading is not None
    runs = runs_of_first(seen, len(heading[0])) if heading else seen.runs
    if not _are_wrong(runs, norm.face):
        return False
    if element in _RUN_IN and is_numbered_sentence(seen.text) and not _are_wrong(runs, Typeface.FANGSONG):
        return False
    changed = False
    for run, face in zip(runs_of(xml), _faces(xml, norm.face, runs_in=runs_in), strict=True):
        if face is not None and text_of_run(run).strip():
            _set_font(run, _FACES[face])
            changed = True
    return changed


def _faces(xml: Xml, face: Typeface, *, runs_in: bool) -> list[Typeface | None]:
    """The face of each run; behind a heading that runs into its paragraph the text is 仿宋.

    A run that holds the end of the heading and the beginning of the text stays as it is.
    """
    faces: list[Typeface | None] = []
    is_heading = True
    for run in runs_of(xml):
        text = text_of_run(run)
        if not runs_in:
            faces.append(face)
        elif is_heading:
            ends = _HEADING_END.search(text) is not None
            faces.append(face if not ends or _HEADING_END.search(text.rstrip()[-1:]) else None)
            is_heading = not ends
        else:
            faces.append(Typeface.FANGSONG)
    return faces


def _are_wrong(runs: Sequence[Run], face: Typeface) -> bool:
    return any(run.text.strip() and _is_wrong(run, face) for run in runs)


def _is_wrong(run: Run, face: Typeface) -> bool:
    return (
        run.face is not face and run.face not in _NOT_KNOWN and any(ord(char) > 0x2E7F for char in run.text)
    )


def _set_font(run: Xml, face: Face) -> None:
    set_run_property(
        run,
        "rFonts",
        {"hint": "eastAsia", "ascii": face.name, "hAnsi": face.name, "eastAsia": face.name, "cs": face.name},
    )


def _set_size(xml: Xml, size_pt: float) -> None:
    for run in runs_of(xml):
        for name in ("sz", "szCs"):
            set_run_property(run, name, {"val": f"{size_pt * 2:g}"})


def _set_black(xml: Xml, seen: Paragraph) -> bool:
    coloured = any(run.text.strip() and run.color not in ("", "000000") for run in seen.runs)
    bold = any(run.text.strip() and run.is_bold for run in seen.runs)
    for run in runs_of(xml):
        if coloured:
            set_run_property(run, "color", {"val": "000000"})
        if bold:
            set_run_property(run, "b", {"val": "0"})
            set_run_property(run, "bCs", {"val": "0"})
    return coloured or bold


def _set_paragraph(xml: Xml, seen: Paragraph, element: Element, norm: _Norm, pitch_twips: int) -> list[str]:
    done = []
    spacing = seen.spacing
    if norm.has_rows and (
        (spacing.line_rule, spacing.line_twips) != ("exact", pitch_twips)
        or spacing.before_twips
        or spacing.after_twips
    ):
        values = {"before": 0, "after": 0, "line": pitch_twips, "lineRule": "exact"}
        set_property(xml, "spacing", values)
        done.append(f"{element}改为固定行距 {pitch_twips / 20:g} 磅")
    if norm.has_rows and seen.widow_control:
        set_property(xml, "widowControl", {"val": "0"})
    if norm.align and seen.align is not norm.align:
        set_property(xml, "jc", {"val": norm.align.value})
        done.append(f"{element}改为居中")
    if norm.first_line_chars is not None and _has_wrong_indent(seen, norm.first_line_chars):
        chars = norm.first_line_chars
        values = {"left": 0, "leftChars": 0, "firstLineChars": chars * 100, "firstLine": chars * 320}
        set_property(xml, "ind", values)
        done.append(f"{element}首行缩进改为 {chars} 字")
    return done


def _has_wrong_indent(seen: Paragraph, chars: int) -> bool:
    typed = len(seen.text) - len(seen.text.lstrip("　"))
    if typed or seen.text.startswith((" ", "\t")):
        return False  # indented by blanks: the eye sees the same
    wanted = chars * 320
    first = seen.indent.left_twips + seen.indent.first_line_twips
    return abs(first - wanted) > 30 or (bool(chars) and abs(seen.indent.left_twips) > 30)


def has_own_properties(xml: Xml) -> bool:
    """Whether the paragraph's manner was tracked as a revision, which is not for us to settle."""
    return next(xml.iter(w("pPrChange"), w("rPrChange")), None) is not None


__all__ = ["PPR", "RPR", "VAL", "has_own_properties", "set_look"]
