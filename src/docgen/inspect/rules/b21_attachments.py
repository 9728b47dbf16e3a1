"""B21: an attachment begins a page: its label in row 1, its title centred in row 3, before 版记."""

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.inspect.bearings import start_chars
from docgen.inspect.blanks import rows_above
from docgen.inspect.block_type import is_close_below
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph
from docgen.inspect.elements import Align, Element, Place
from docgen.inspect.elements.shapes import HAN_DIGITS
from docgen.inspect.manner import other_faces, other_sizes
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph, pt
from docgen.inspect.typeface import Typeface
from docgen.inspect.upright import is_judged, is_judged_on_pages

RULE = Rule(
    "B21",
    "7.3.7",
    Strength.MUST,
    "附件的编排",
    "附件应当另面编排，并在版记之前，与公文正文一起装订。“附件”二字及附件顺序号用3号黑体字顶格编排在版心左上角第一行，"
    "附件标题居中编排在版心第三行。附件顺序号和附件标题应当与附件说明的表述一致，只有一个附件的不编号。",
)
_SLACK_CHARS, _ROWS_SLACK = 0.4, 0.55
_NAME = re.compile(r"^(?:附件[：:])?(?:\d{1,2}[.．、])?(.+?)[。；;，,]?$")
_ROW_1_MM, _FIRST_ROW_SLACK_MM = 47.0, 4.0


def in_document(seen: Seen) -> Iterator[Deviation]:
    if seen.document is None or not is_judged(seen):
        return
    labels = seen.paragraphs(Element.ATTACHMENT_LABEL)
    for label in labels:
        yield from _label(seen, label)
    for at, wanted, written in _misnumbered([one.text for one in labels], _names(seen)):
        told = f"“{written}”的顺序号与附件说明不一致"
        yield at_paragraph(RULE, labels[at], told, f"请写成“{wanted}”", wanted, written)
    yield from _titles(seen)
    yield from _issued(seen)
    counted = _miscounted(len(labels), len(_names(seen)))
    if counted:
        yield at_paragraph(RULE, labels[-1], *counted, Strength.MAY)
    if len(labels) == 1 and re.search(r"\d", labels[0].text) and len(_names(seen)) == 1:
        yield at_paragraph(
            RULE, labels[0], "只有一个附件，不必编号", "请只写“附件”", "附件", labels[0].text.strip()
        )
    imprints = [one for one in seen.paragraphs(Element.IMPRINT) if one.place is not Place.BOX]
    if labels and imprints and imprints[-1].number < labels[0].number:
        yield at_paragraph(
            RULE, labels[0], "附件排在版记之后", "请把版记移到附件之后的最后一面", "版记之前", "版记之后"
        )


def _issued(seen: Seen) -> Iterator[Deviation]:
    """What follows the date without a label: an attachment that lost its own, or a plan that is issued."""
    titles = seen.paragraphs(Element.ISSUED_TITLE)
    if not titles:
        return
    if _is_attachment(titles, _names(seen)):
        told = "附件前面没有标“附件”二字"
        yield at_paragraph(RULE, titles[0], told, "请在附件第一行顶格标“附件”", "附件", "没有")
    document = seen.document.paragraphs if seen.document else ()
    dates = seen.paragraphs(Element.DATE)
    between = document[dates[-1].number : titles[0].number] if dates else ()
    if dates and not any(one.starts_page for one in between):
        remedy = "请在它的标题前插入分页符"
        yield at_paragraph(
            RULE, titles[0], "印发的文件没有另起一页", remedy, "另面编排", "接排", Strength.HABIT
        )


def _is_attachment(titles: Sequence[Paragraph | PageBlock], names: Sequence[str]) -> bool:
    """Whether the note under the text names it."""
    return _plain("".join(one.text for one in titles)) in names


def _miscounted(labels: int, names: int) -> tuple[str, str, str, str] | None:
    """What is told of another number of attachments than the note names; those not bound in have no label."""
    if not labels or not names or labels == names:
        return None
    told = f"附件说明列了{names}个附件，后面有{labels}个"
    return told, "请核对附件说明和附件的个数", f"{names}个", f"{labels}个"


def _misnumbered(labels: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Which labels are not numbered in turn: place, wanted, written. Judged where all of them are there."""
    if len(labels) < 2 or len(labels) != len(names):
        return
    for at, label in enumerate(labels):
        written = re.sub(r"[\s：:]", "", label)
        found = re.fullmatch(r"附件(\d{0,2})", written)
        if found and found[1] != str(at + 1):
            yield at, f"附件{at + 1}", written


def _label(seen: Seen, label: Paragraph) -> Iterator[Deviation]:
    wanted, start = seen.numbers.body_size_pt, start_chars(label)
    if not label.starts_page:
        yield at_paragraph(RULE, label, "附件没有另起一页", "请在“附件”前插入分页符", "另面编排", "接排")
    if label.align in (Align.CENTER, Align.RIGHT) or (start is not None and start > _SLACK_CHARS):
        yield at_paragraph(
            RULE, label, f"“{label.text.strip()}”没有顶格", "请居左顶格编排", "顶格", "没有顶格"
        )
    for font in other_faces(label.runs, Typeface.HEITI)[:1]:
        yield at_paragraph(RULE, label, f"“{label.text.strip()}”的字体是{font}", "请改为黑体", "黑体", font)
    if found := re.match(rf"附件([{HAN_DIGITS}]+)", "".join(label.text.split())):
        told, remedy = "附件顺序号用了汉字", "请改用阿拉伯数字，如“附件1”"
        yield at_paragraph(RULE, label, told, remedy, "附件1", found[0], Strength.USUAL)
    for size_pt in other_sizes(label.runs, wanted)[:1]:
        told = f"“{label.text.strip()}”的字号是{pt(size_pt)}"
        yield at_paragraph(RULE, label, told, f"请改为{pt(wanted)}", pt(wanted), pt(size_pt))
    if re.search(r"[：:]$", label.text.strip()):
        yield at_paragraph(
            RULE, label, "附件标记后面有冒号", "请去掉冒号", "没有冒号", label.text.strip()[-1]
        )


def _titles(seen: Seen) -> Iterator[Deviation]:
    names = _names(seen)
    firsts = _first_rows(seen)
    for at, rows in enumerate(firsts):
        title = rows[0]
        if (
            title.align is not Align.CENTER
            and not title.text[:1].isspace()
            and title.align is not Align.RIGHT
        ):
            yield at_paragraph(RULE, title, "附件标题没有居中", "请把附件标题设为居中", "居中", "没有居中")
        yield from _type_of(seen, title)
        found = rows_above(seen, title)
        if found and found[1] is Element.ATTACHMENT_LABEL and abs(found[0] - 1) > _ROWS_SLACK:
            told = f"“附件”与附件标题之间空了{found[0]:.2g}行"
            yield at_paragraph(RULE, title, told, "请空一行，使标题在第三行", "1行", f"{found[0]:.2g}行")
        written = _plain("".join(one.text for one in rows))
        if len(names) == len(firsts) and names[at] != written:
            remedy = "请使附件标题与附件说明一致"
            yield at_paragraph(RULE, title, "附件标题与附件说明不一致", remedy, names[at], written)


def _type_of(seen: Seen, title: Paragraph) -> Iterator[Deviation]:
    """The type of an attachment's title: its format is the text's, so that of a title (7.3.7)."""
    wanted = seen.numbers.title_size_pt
    for font in other_faces(title.runs, Typeface.TITLE_SONG)[:1]:
        told, remedy = f"附件标题的字体是{font}", "请改为方正小标宋简体"
        yield at_paragraph(RULE, title, told, remedy, "小标宋", font, Strength.MAY)
    for size_pt in other_sizes(title.runs, wanted)[:1]:
        told, remedy = f"附件标题的字号是{pt(size_pt)}", f"请改为{pt(wanted)}"
        yield at_paragraph(RULE, title, told, remedy, pt(wanted), pt(size_pt), Strength.MAY)


def _first_rows(seen: Seen) -> list[list[Paragraph]]:
    """The title rows under each label."""
    found: list[list[Paragraph]] = []
    for one in seen.paragraphs(Element.ATTACHMENT_LABEL, Element.ATTACHMENT_TITLE):
        if seen.element_of(one) is Element.ATTACHMENT_LABEL:
            found.append([])
        elif found:
            found[-1].append(one)
    return [rows for rows in found if rows]


def _names(seen: Seen) -> list[str]:
    return _names_of(one.text for one in seen.paragraphs(Element.ATTACHMENT_NOTE))


def _names_of(rows: Iterable[str]) -> list[str]:
    """The names in the note, without number and marks; rows without number go on with the one above."""
    names: list[str] = []
    for row in rows:
        text = "".join(row.split())
        if names and not re.match(r"附件|\d", text):
            names[-1] += text
        elif found := _NAME.match(text):
            names.append(found[1])
    return [_plain(name) for name in names]


def _plain(text: str) -> str:
    return re.sub(r"[\s《》]", "", text)


def on_pages(seen: Seen) -> Iterator[Deviation]:
    """On a PDF the label is the first row of a page, the title the third."""
    if not is_judged_on_pages(seen) or seen.pages is None:
        return
    labels, titles = seen.blocks(Element.ATTACHMENT_LABEL), seen.blocks(Element.ATTACHMENT_TITLE)
    for block in (label for label in labels if _is_upright(seen, label)):
        off_mm = block.cells.left_mm - seen.numbers.left_mm
        if block.ink.top_mm > _ROW_1_MM + _FIRST_ROW_SLACK_MM:
            told = "附件没有另起一页，或不在第一行"
            yield at_block(RULE, block, told, "请在“附件”前分页", "第一行", "不在第一行")
        elif off_mm > seen.tolerance_mm(RULE) + 1.0:
            yield at_block(RULE, block, f"“{block.text}”没有顶格", "请居左顶格编排", "顶格", "没有顶格")
        if re.search(r"[：:]$", block.text.strip()):
            found = block.text.strip()[-1]
            yield at_block(RULE, block, "附件标记后面有冒号", "请去掉冒号", "没有冒号", found)
        if block.look.face in (Typeface.FANGSONG, Typeface.KAITI):
            found = str(block.look.face)
            yield at_block(RULE, block, f"“{block.text}”的字体是{found}", "请改为黑体", "黑体", found)
    for block in (title for title in titles if _is_upright(seen, title)):
        yield from _title_on_page(seen, block)
    names = _names_of(block.text for block in seen.blocks(Element.ATTACHMENT_NOTE))
    issued = seen.blocks(Element.ISSUED_TITLE)
    if issued and _is_attachment(issued, names):
        told = "附件前面没有标“附件”二字"
        yield at_block(RULE, issued[0], told, "请在附件第一行顶格标“附件”", "附件", "没有")
    counted = _miscounted(len(labels), len(names))
    if counted:
        yield at_block(RULE, labels[-1], *counted, Strength.MAY)
    if len(labels) == 1 and re.search(r"\d", labels[0].text) and len(names) == 1:
        yield at_block(RULE, labels[0], "只有一个附件，不必编号", "请只写“附件”", "附件", labels[0].text)
    for at, wanted, written in _misnumbered([block.text for block in labels], names):
        told = f"“{written}”的顺序号与附件说明不一致"
        yield at_block(RULE, labels[at], told, f"请写成“{wanted}”", wanted, written)
    if len(names) == len(titles) == len(labels):
        for name, block in zip(names, titles, strict=True):
            if name != _plain(block.text):
                remedy = "请使附件标题与附件说明一致"
                yield at_block(RULE, block, "附件标题与附件说明不一致", remedy, name, _plain(block.text))


def _is_upright(seen: Seen, block: PageBlock) -> bool:
    """Whether its page is no lying table's, whose edges are others."""
    page = seen.pages.pages[block.page - 1] if seen.pages else None
    return page is not None and page.width_mm <= page.height_mm


def _title_on_page(seen: Seen, block: PageBlock) -> Iterator[Deviation]:
    centre_mm = seen.numbers.centre_mm
    if abs(block.cells.centre_x_mm - centre_mm) > seen.tolerance_mm(RULE) + 2.0:
        yield at_block(RULE, block, "附件标题没有居中", "请把附件标题设为居中", "居中", "没有居中")
    if is_close_below(seen, block):
        yield at_block(RULE, block, "“附件”与附件标题之间没有空行", "请空一行，使标题在第三行", "1行", "0行")
