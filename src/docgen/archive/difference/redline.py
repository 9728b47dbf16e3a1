"""花脸稿: the new paper with its changes against the old as tracked changes, proved before it is given out.

docxodus marks best; where it errs we mark more coarsely ourselves. Neither is trusted: only a paper that says
the new when all is accepted, and the old when all is rejected, is passed on.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace

from docgen.archive.difference.breaks import holds_stand_ins, put_stand_ins, take_stand_ins
from docgen.archive.difference.engine import EngineFailed, marked
from docgen.archive.difference.fingerprint import Block, fingerprint
from docgen.archive.difference.marked_paragraph import CannotMark, Marks
from docgen.archive.difference.marking import mark_part
from docgen.archive.difference.package import Paper, open_paper
from docgen.archive.difference.revisions import accept_all, reject_all
from docgen.errors import DocgenError
from docgen.inspect.document.package import UnreadableDocument
from docgen.layout.tree import Element


class NoFaithfulRedline(DocgenError):
    """What the engine marked does not lead back to both papers."""

    def __init__(self) -> None:
        super().__init__(
            "这两份文书的改动太复杂，做出的花脸稿核对不上，没有保存",
            "请看上面的文字差异，或在 Word 里用“比较”功能",
        )


def redline(old: bytes, new: bytes, *, author: str, at: str, names: tuple[str, str] = ("", "")) -> bytes:
    """The paper with the marks, `at` an ISO time.

    Raises UnreadableDocument, NoRedlineExtra or NoFaithfulRedline.
    """
    before, after = _settled(names[0], old), _settled(names[1], new)
    wanted = _said(before.parts), _said(after.parts)
    for way in (_by_docxodus, _by_ourselves):
        result = way(before, after, Marks(author, at))
        if result is not None and _leads_back(result, *wanted):
            return result.with_parts(result.parts)
    raise NoFaithfulRedline


def _by_docxodus(before: Paper, after: Paper, marks: Marks) -> Paper | None:
    inputs = [_with_stand_ins(paper) for paper in (before, after)]
    try:
        result = open_paper("花脸稿", marked(*inputs, author=marks.author, at=marks.at))
    except (EngineFailed, UnreadableDocument):
        return None
    for part in result.parts.values():
        take_stand_ins(part)
    return result


def _by_ourselves(before: Paper, after: Paper, marks: Marks) -> Paper | None:
    pairs = zip(_in_order(before), _in_order(after), strict=False)
    try:
        parts = {
            name: mark_part(before.parts[other], after.parts[name], marks)
            for other, name in pairs
            if fingerprint(before.parts[other]) != fingerprint(after.parts[name])
        }
    except CannotMark:
        return None
    return replace(after, parts={**after.parts, **parts})


def _in_order(paper: Paper) -> list[str]:
    """The names of its parts: the body, then headers, footers and notes as they come."""
    return sorted(paper.parts, key=lambda name: (paper.places[name], name))


def _settled(name: str, data: bytes) -> Paper:
    """The paper with its own tracked changes accepted: they are not what is compared."""
    paper = open_paper(name, data)
    for part in paper.parts.values():
        accept_all(part)
    return paper


def _with_stand_ins(paper: Paper) -> bytes:
    parts = {name: deepcopy(part) for name, part in paper.parts.items()}
    if not any(map(holds_stand_ins, parts.values())):
        for part in parts.values():
            put_stand_ins(part)
    return paper.with_parts(parts)


def _leads_back(result: Paper, old: list[tuple[Block, ...]], new: list[tuple[Block, ...]]) -> bool:
    return _after(result, accept_all) == new and _after(result, reject_all) == old


def _after(result: Paper, settle: Callable[[Element], None]) -> list[tuple[Block, ...]]:
    parts = {name: deepcopy(part) for name, part in result.parts.items()}
    for part in parts.values():
        settle(part)
    return _said(parts)


def _said(parts: Mapping[str, Element]) -> list[tuple[Block, ...]]:
    """What the parts say, whatever they are named; parts that say nothing do not count."""
    return sorted((said for said in map(fingerprint, parts.values()) if _says(said)), key=repr)


def _says(blocks: tuple[Block, ...]) -> bool:
    return any(block[0] != "p" or block[2] for block in blocks)
