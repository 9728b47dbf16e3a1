"""What differs in the text of two papers: paragraphs and cells, exact to the character."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.archive.difference.matching import matched, text_likeness
from docgen.archive.difference.package import open_paper
from docgen.archive.difference.reading import Said, Section, sections
from docgen.archive.difference.records import ADDED, CHANGED, MOVED, REMOVED


@dataclass(frozen=True, slots=True)
class TextChange:
    """One paragraph, cell, row or table. `where` is its place in the new paper, or in the old if removed."""

    op: str
    where: str
    old: str
    new: str


def text_changes(
    old: bytes, new: bytes, names: tuple[str, str] = ("旧文书", "新文书")
) -> tuple[TextChange, ...]:
    """In the order of the new paper. Raises UnreadableDocument."""
    before, after = (sections(open_paper(name, data)) for name, data in zip(names, (old, new), strict=True))
    return tuple(change for pair in _same_sections(before, after) for change in _section_changes(*pair))


def _same_sections(old: Sequence[Section], new: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Body with body, the second header with the second."""
    for name in dict.fromkeys(section.name for section in (*new, *old)):
        before, after = ([one for one in side if one.name == name and one not in other]
                         for side, other in ((old, new), (new, old)))  # fmt: skip
        for at in range(max(len(before), len(after))):
            nothing = Section(name, ())
            yield (before[at] if at < len(before) else nothing), (after[at] if at < len(after) else nothing)


def _section_changes(old: Section, new: Section) -> Iterator[TextChange]:
    before, after = _placed(old), _placed(new)
    pairs = matched([said for said, _ in before], [said for said, _ in after], _likeness)
    gone = set(range(len(before))) - {i for i, _ in pairs}
    come = set(range(len(after))) - {j for _, j in pairs}
    came_from = {j: i for i, j in _moves(before, after, gone, come)}
    removed = sorted(gone - set(came_from.values()))
    next_new = 0
    for i, j in [*pairs, (len(before), len(after))]:
        while removed and removed[0] < i:
            yield from _alone(REMOVED, *before[removed.pop(0)])
        for k in range(next_new, j):
            if k in came_from:
                said, where = after[k]
                yield TextChange(MOVED, f"{before[came_from[k]][1]} → {where}", said.text, said.text)
            else:
                yield from _alone(ADDED, *after[k])
        if i < len(before):
            yield from _changed(before[i][0], *after[j])
        next_new = j + 1


def _placed(section: Section) -> list[tuple[Said, str]]:
    """What is said with its place; paragraphs that say nothing are no paragraphs to a reader."""
    found: list[tuple[Said, str]] = []
    paragraphs = tables = 0
    for one in section.said:
        if one.rows is not None:
            tables += 1
            found.append((one, f"{section.name}表{tables}"))
        elif one.text.strip():
            paragraphs += 1
            found.append((one, f"{section.name}第{paragraphs}段"))
    return found


def _moves(
    old: list[tuple[Said, str]], new: list[tuple[Said, str]], gone: set[int], come: set[int]
) -> Iterator[tuple[int, int]]:
    left = sorted(come)
    for i in sorted(gone):
        j = next((one for one in left if old[i][0].rows is None and new[one][0] == old[i][0]), None)
        if j is not None:
            left.remove(j)
            yield i, j


def _alone(op: str, said: Said, where: str) -> Iterator[TextChange]:
    text = said.text if said.rows is None else "\n".join(map(_row_text, said.rows))
    yield TextChange(op, where, text if op == REMOVED else "", text if op == ADDED else "")


def _changed(old: Said, new: Said, where: str) -> Iterator[TextChange]:
    if old == new:
        return
    if old.rows is None or new.rows is None:
        yield TextChange(CHANGED, where, old.text, new.text)
    else:
        yield from _table_changes(old.rows, new.rows, where)


def _table_changes(
    old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...], where: str
) -> Iterator[TextChange]:
    pairs = matched(old, new, _row_likeness)
    by_new = {j: i for i, j in pairs}
    kept = {i for i, _ in pairs}
    moved = _moved_rows(old, new, kept, by_new.keys())
    for i, row in enumerate(old):
        if i not in kept and i not in moved.values():
            yield TextChange(REMOVED, f"{where}第{i + 1}行", _row_text(row), "")
    for j, row in enumerate(new):
        if j in moved:
            yield TextChange(
                MOVED, f"{where}第{moved[j] + 1}行 → 第{j + 1}行", _row_text(row), _row_text(row)
            )
        elif j not in by_new:
            yield TextChange(ADDED, f"{where}第{j + 1}行", "", _row_text(row))
        else:
            yield from _row_changes(old[by_new[j]], row, f"{where}第{j + 1}行")


def _moved_rows(
    old: Sequence[tuple[str, ...]],
    new: Sequence[tuple[str, ...]],
    kept: Container[int],
    there: Container[int],
) -> dict[int, int]:
    """New place to old place of the rows that only stand elsewhere."""
    left = [i for i in range(len(old)) if i not in kept]
    moved: dict[int, int] = {}
    for j, row in enumerate(new):
        at = next((i for i in left if old[i] == row), None) if j not in there else None
        if at is not None:
            left.remove(at)
            moved[j] = at
    return moved


def _row_changes(old: tuple[str, ...], new: tuple[str, ...], where: str) -> Iterator[TextChange]:
    if len(old) == len(new):
        for at, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                yield TextChange(CHANGED, f"{where}第{at + 1}格", before, after)
        return
    pairs = {j: i for i, j in matched(old, new, text_likeness)}
    for i, cell in enumerate(old):
        if i not in pairs.values():
            yield TextChange(REMOVED, f"{where}第{i + 1}格", cell, "")
    for j, cell in enumerate(new):
        if j not in pairs:
            yield TextChange(ADDED, f"{where}第{j + 1}格", "", cell)
        elif old[pairs[j]] != cell:
            yield TextChange(CHANGED, f"{where}第{j + 1}格", old[pairs[j]], cell)


def _row_text(row: Sequence[str]) -> str:
    return "｜".join(row)


def _likeness(old: Said, new: Said) -> float:
    if old.rows is None and new.rows is None:
        return text_likeness(old.text, new.text)
    if old.rows is None or new.rows is None:
        return 0.0
    return 0.5 + _row_likeness(
        [cell for row in old.rows for cell in row], [cell for row in new.rows for cell in row]
    )


def _row_likeness(old: Sequence[str], new: Sequence[str]) -> float:
    return SequenceMatcher(None, old, new, autojunk=False).ratio() * 0.7 + 0.3 * text_likeness(
        "".join(old), "".join(new)
    )


def spans(old: str, new: str) -> list[tuple[str, str]]:
    """The two as one line: (改, text) for neither; 删 and 加 stretches in between, exact to the character."""
    found = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("", old[i:i_end]))
            continue
        found += [(op, text) for op, text in ((REMOVED, old[i:i_end]), (ADDED, new[j:j_end])) if text]
    return found
