"""One file from its bytes to its findings, and to the copies that were asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docgen.errors import DocgenError
from docgen.findings import Severity
from docgen.inspect.annotating import boxed_page, commented
from docgen.inspect.deviation import Deviation
from docgen.inspect.document import Document, read_document
from docgen.inspect.elements import Format
from docgen.inspect.fixing import fixed
from docgen.inspect.geometry import Box
from docgen.inspect.house import House
from docgen.inspect.imprint import imprint_of
from docgen.inspect.inspected import Inspected, Recognised
from docgen.inspect.judging import judged
from docgen.inspect.pages import PagesView
from docgen.inspect.paper import open_paper
from docgen.inspect.seeing import pages_of, seen_of
from docgen.inspect.seen import Seen

_TOLD_CHARS = 30
_PICTURES_MAX = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked besides the findings."""

    annotate: bool = False
    fix: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings, the copies by the ending of their names (“-批注.docx”), and what was corrected.

    `left`: what the corrected copy still has, by its own file; None where none was asked for.
    """

    inspected: Inspected
    copies: Mapping[str, bytes] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    left: tuple[Deviation, ...] | None = None


def inspect_bytes(
    name: str,
    data: bytes,
    pdf: bytes | None,
    house: House,
    wish: Wish | None = None,
    notes: Sequence[str] = (),
) -> Outcome:
    """The outcome of one .docx (with `pdf`, its pages, where there are any) or one .pdf.

    What cannot be read is told in the outcome, not raised.
    """
    try:
        if name.lower().endswith(".pdf"):
            return _of_pages(name, data, house, wish or Wish(), notes)
        return _of_document(name, data, pdf, house, wish or Wish(), notes)
    except DocgenError as error:
        return Outcome(Inspected.unread(name, error))


def _of_document(
    name: str, data: bytes, pdf: bytes | None, house: House, wish: Wish, notes: Sequence[str]
) -> Outcome:
    document = read_document(data, name)
    said = list(notes)
    pages: PagesView | None = None
    if pdf is not None:
        try:
            pages = pages_of(pdf, name, house, is_ours=True)
        except DocgenError as error:
            said.append(f"没有检查排出来的页面：{error.message}")
    seen = seen_of(document, pages, house)
    inspected = _inspected(name, seen, house, said)
    copies: dict[str, bytes] = {}
    done: tuple[str, ...] = ()
    left: tuple[Deviation, ...] | None = None
    if wish.annotate and inspected.deviations:
        copies["-批注.docx"] = commented(data, document, inspected.deviations)
        if pdf is not None:
            copies.update(_pictures(pdf, inspected.deviations))
    if wish.fix:
        done, left, made = _fixed(name, data, document, seen, house)
        copies.update(made)
    return Outcome(inspected, copies, done, left)


def _fixed(
    name: str, data: bytes, document: Document, seen: Seen, house: House
) -> tuple[tuple[str, ...], tuple[Deviation, ...], dict[str, bytes]]:
    corrected = fixed(name, data, seen, house.off)
    again = seen_of(read_document(corrected.data, name), None, house)
    left = tuple(judged(again, house))
    return corrected.done, left, {"-已改正.docx": corrected.data} if corrected.done else {}


def _of_pages(name: str, data: bytes, house: House, wish: Wish, notes: Sequence[str]) -> Outcome:
    seen = seen_of(None, pages_of(data, name, house, is_ours=False), house)
    said = [*notes, *(["PDF 不能自动改正；请改正它的 Word 文件，再转成 PDF"] if wish.fix else [])]
    inspected = _inspected(name, seen, house, said)
    copies = _pictures(data, inspected.deviations) if wish.annotate else {}
    return Outcome(inspected, copies)


def _inspected(name: str, seen: Seen, house: House, notes: Sequence[str]) -> Inspected:
    return Inspected(
        name,
        seen.format.value,
        seen.profile.name,
        _page_count(seen),
        _recognised(seen),
        tuple(judged(seen, house)),
        (*notes, *_unread(seen), *house.notes),
    )


def _page_count(seen: Seen) -> int:
    return seen.pages.count or len(seen.pages.pages) if seen.pages else 0


def _recognised(seen: Seen) -> tuple[Recognised, ...]:
    if seen.document is not None:
        pairs = zip(seen.document.paragraphs, seen.elements, strict=True)
        return tuple(
            Recognised(element.value, _short(one.text), one.number)
            for one, element in pairs
            if not one.is_blank
        )
    if seen.pages is None:
        return ()
    blocks = zip(seen.pages.blocks, seen.page_elements, strict=True)
    return tuple(Recognised(element.value, _short(one.text), 0, one.page) for one, element in blocks)


def _unread(seen: Seen) -> list[str]:
    """What the pages do not let see, and what depends on how they are printed."""
    if seen.pages is None:
        return []
    words = {"scan": "是扫描的图片", "outlines": "的文字是图形，没有文字内容"}
    notes = []
    for state, said in words.items():
        numbers = [str(page.number) for page in seen.pages.pages if page.state == state]
        if numbers:
            shown = "、".join(numbers[:8]) + ("等" if len(numbers) > 8 else "")
            notes.append(f"第 {shown} 页{said}，未检测")
    imprint = imprint_of(seen)
    count = _page_count(seen)
    if imprint and imprint.page == count and count % 2 and count > 1 and seen.format is not Format.LETTER:
        notes.append(f"版记在第 {count} 页（奇数页）；双面印刷的，应在版记前加一空白页，使版记在最后一面")
    if seen.pages.count > len(seen.pages.pages):
        notes.append(f"共 {seen.pages.count} 页，只检测了前 {len(seen.pages.pages)} 页")
    return notes


def _pictures(pdf: bytes, deviations: Sequence[Deviation]) -> dict[str, bytes]:
    """The pages that have something to show, each deviation with its number in the report."""
    by_page: dict[int, list[tuple[int, Severity, Box]]] = {}
    for number, one in enumerate(deviations, start=1):
        if one.page and one.box_mm is not None:
            by_page.setdefault(one.page, []).append((number, one.weight.severity, one.box_mm))
    pages = open_paper(pdf).pages
    wanted = [page for page in pages if page.number in by_page][:_PICTURES_MAX]
    return {f"-第{page.number}页.png": boxed_page(page, by_page[page.number]) for page in wanted}


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _TOLD_CHARS else f"{plain[:_TOLD_CHARS]}…"
