"""Pairs of Chinese papers that differ by known edits, as people make them in Word."""

import copy
import io
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache

from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

Edit = Callable[[Opened, random.Random], None]

_PAPERS = 7  # of which the pairs of one seed are made
_STOCK = """
医院 护理部 值班 制度 落实 整改 时限 责任人 二〇一三年 供水管网 抢修 群众 满意率 科室 党员 活动室 培训 考核
阿卜杜热合曼 芮𬱖 第三季度 6月20日 9月30日 85.5% 〔2013〕12号 《护理质量标准》 “首问负责” AB角 12345热线
"""
_WORDS = _STOCK.split()
_CLAUSE_ENDS = "，，，、；。"


def clause(rng: random.Random, words: int = 5) -> str:
    """Some words of an office with a stop behind."""
    return "".join(rng.choice(_WORDS) for _ in range(rng.randint(2, words))) + rng.choice(_CLAUSE_ENDS)


def sentence(rng: random.Random) -> str:
    return "".join(clause(rng) for _ in range(rng.randint(1, 6)))[:-1] + "。"


@cache
def paper(seed: int) -> bytes:
    """A paper of a hospital or a water company: title, body, two tables, footer, runs of several looks."""
    rng = random.Random(seed)
    document = Document()
    document.add_heading(f"关于{clause(rng)[:-1]}的通知", 1)
    for number in range(rng.randint(6, 14)):
        paragraph = document.add_paragraph()
        for _ in range(rng.randint(1, 4)):
            run = paragraph.add_run(clause(rng))
            run.bold = rng.random() < 0.2 or None
            run.font.size = Pt(rng.choice([16, 16, 16, 14]))
        if rng.random() < 0.3:
            paragraph.add_run().add_break()
            paragraph.add_run(sentence(rng))
        if rng.random() < 0.2:
            paragraph.add_run("\t附件")
        if number == 3:
            _table(document, rng, rng.randint(2, 6), rng.randint(2, 5))
    _table(document, rng, 4, 3)
    document.add_paragraph(sentence(rng)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.sections[0].footer.paragraphs[0].text = f"印发：{clause(rng)}"
    document.sections[0].header.paragraphs[0].text = "内部资料"
    return _bytes(document)


def _table(document: Opened, rng: random.Random, rows: int, columns: int) -> Table:
    table = document.add_table(rows, columns)
    table.style = "Table Grid"
    for row in table.rows:
        for cell in row.cells:
            cell.text = clause(rng) if rng.random() < 0.85 else ""
    if rng.random() < 0.5:
        table.cell(0, 0).merge(table.cell(0, 1))
    if rng.random() < 0.3:
        table.cell(0, columns - 1).merge(table.cell(1, columns - 1))
    return table


def edited(docx: bytes, edits: list[str], seed: int) -> bytes:
    """The paper after these edits, by their names in EDITS."""
    rng, document = random.Random(seed), Document(io.BytesIO(docx))
    for name in edits:
        with suppress(IndexError, ValueError):  # an edit before it took away what this one is for
            EDITS[name](document, rng)
    return _bytes(document)


def pairs(count: int, seed: int = 1) -> Iterator[tuple[str, bytes, bytes]]:
    """Name, old and new: first every edit alone, then several at a time."""
    names = list(EDITS)
    for index in range(count):
        rng = random.Random(seed * 1000 + index)
        chosen = [names[index]] if index < len(names) else rng.sample(names, rng.randint(2, 5))
        old = paper(seed * 1000 + index % _PAPERS)
        yield f"{seed}-{index} {'+'.join(chosen)}", old, edited(old, chosen, index)


def _bytes(document: Opened) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _filled(document: Opened) -> list[Paragraph]:
    return [one for one in document.paragraphs if len(one.text) > 6 and one.runs]


def _run(document: Opened, rng: random.Random):
    return rng.choice(
        [run for one in _filled(document) for run in one.runs if len(run.text) > 3 and "\n" not in run.text]
    )


def _one_character(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    at = rng.randrange(len(run.text))
    run.text = run.text[:at] + rng.choice("九八七六五") + run.text[at + 1 :]


def _word(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    at = rng.randrange(len(run.text))
    run.text = run.text[:at] + rng.choice(_WORDS) + run.text[at + 2 :]


def _clause_in(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.text = run.text + clause(rng)


def _clause_out(document: Opened, rng: random.Random) -> None:
    paragraph = rng.choice([one for one in _filled(document) if len(one.runs) > 1] or _filled(document))
    run = rng.choice(paragraph.runs)
    run._r.getparent().remove(run._r)


def _paragraph_in(document: Opened, rng: random.Random) -> None:
    rng.choice(_filled(document)).insert_paragraph_before(sentence(rng))


def _paragraph_out(document: Opened, rng: random.Random) -> None:
    element = rng.choice(_filled(document)[1:])._p
    element.getparent().remove(element)


def _paragraph_moved(document: Opened, rng: random.Random) -> None:
    moved, before = rng.sample(_filled(document), 2)
    before._p.addprevious(moved._p)


def _split(document: Opened, rng: random.Random) -> None:
    paragraph = rng.choice(_filled(document))
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    runs, copies = paragraph.runs, Paragraph(new, paragraph._parent).runs
    at = len(runs) // 2
    for run in runs[at:]:
        run._r.getparent().remove(run._r)
    for run in copies[:at]:
        run._r.getparent().remove(run._r)


def _merged(document: Opened, rng: random.Random) -> None:
    for paragraph in rng.sample(_filled(document)[:-1], len(_filled(document)) - 1):
        following = paragraph._p.getnext()
        if following is not None and following.tag == qn("w:p"):
            for run in Paragraph(following, paragraph._parent).runs:
                paragraph._p.append(run._r)
            following.getparent().remove(following)
            return


def _emptied(document: Opened, rng: random.Random) -> None:
    for run in rng.choice(_filled(document)).runs:
        run._r.getparent().remove(run._r)


def _row_in(document: Opened, rng: random.Random) -> None:
    table = rng.choice(document.tables)
    row = rng.choice(table.rows[1:])._tr
    new = copy.deepcopy(row)
    row.addnext(new)
    for text in new.iter(qn("w:t")):
        text.text = clause(rng)


def _row_out(document: Opened, rng: random.Random) -> None:
    table = rng.choice(document.tables)
    row = table.rows[-1]._tr
    row.getparent().remove(row)


def _rows_swapped(document: Opened, rng: random.Random) -> None:
    table = rng.choice(document.tables)
    last = table.rows[-1]._tr
    last.getprevious().addprevious(last)


def _column_in(document: Opened, rng: random.Random) -> None:
    table = rng.choice(document.tables)
    grid = table._tbl.tblGrid
    grid.append(copy.deepcopy(grid[-1]))
    for row in table._tbl.tr_lst:
        cell = copy.deepcopy(row.tc_lst[-1])
        for text in cell.iter(qn("w:t")):
            text.text = clause(rng)
        row.append(cell)


def _column_out(document: Opened, rng: random.Random) -> None:
    table = document.tables[-1]
    table._tbl.tblGrid.remove(table._tbl.tblGrid[-1])
    for row in table._tbl.tr_lst:
        row.remove(row.tc_lst[-1])


def _cells_merged(document: Opened, rng: random.Random) -> None:
    table = document.tables[-1]
    table.cell(2, 0).merge(table.cell(2, 1))


def _cells_merged_down(document: Opened, rng: random.Random) -> None:
    table = document.tables[-1]
    table.cell(2, 2).merge(table.cell(3, 2))


def _cell_text(document: Opened, rng: random.Random) -> None:
    table = rng.choice(document.tables)
    rng.choice(rng.choice(table.rows).cells).text = clause(rng)


def _table_in(document: Opened, rng: random.Random) -> None:
    table = _table(document, rng, 2, 2)
    rng.choice(_filled(document))._p.addnext(table._tbl)


def _table_out(document: Opened, rng: random.Random) -> None:
    table = document.tables[0]._tbl
    table.getparent().remove(table)


def _bold(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.bold = not run.bold


def _look(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.font.size, run.font.color.rgb, run.underline = Pt(22), RGBColor(200, 0, 0), True


def _run_split_look(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    tail = copy.deepcopy(run._r)
    run._r.addnext(tail)
    text, at = run.text, len(run.text) // 2
    run.text = text[:at]
    tail.text = text[at:]
    run.italic = True


def _alignment(document: Opened, rng: random.Random) -> None:
    rng.choice(_filled(document)).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(document: Opened, rng: random.Random) -> None:
    rng.choice(_filled(document)).style = "Heading 2"


def _footer(document: Opened, rng: random.Random) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.runs[0].text += clause(rng)


def _header(document: Opened, rng: random.Random) -> None:
    document.sections[0].header.paragraphs[0].runs[0].text = "公开资料"


def _break_in(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.add_break()
    run.add_text(clause(rng))


def _breaks_out(document: Opened, rng: random.Random) -> None:
    for paragraph in document.paragraphs:
        for found in list(paragraph._p.iter(qn("w:br")))[:1]:
            found.getparent().remove(found)


def _break_doubled(document: Opened, rng: random.Random) -> None:
    for found in list(document.element.body.iter(qn("w:br")))[:2]:
        found.addnext(copy.deepcopy(found))


def _page_break(document: Opened, rng: random.Random) -> None:
    rng.choice(_filled(document)).runs[0].add_break(WD_BREAK.PAGE)


def _tab(document: Opened, rng: random.Random) -> None:
    _run(document, rng).add_tab()


def _space(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.text = run.text[:2] + rng.choice(["\u3000", "\xa0", "  "]) + run.text[2:]


def _mark(document: Opened, rng: random.Random) -> None:
    run = _run(document, rng)
    run.text = run.text[:1] + rng.choice("，、；（）“”") + run.text[1:]


def _replaced_all(document: Opened, rng: random.Random) -> None:
    for paragraph in _filled(document):
        for run in paragraph.runs:
            if "制度" in run.text and "\n" not in run.text:
                run.text = run.text.replace("制度", "办法")


def _field(document: Opened, rng: random.Random) -> None:
    run = rng.choice(_filled(document)).add_run()
    for kind in ("begin", None, "end"):
        if kind is None:
            one = OxmlElement("w:instrText")
            one.text = " PAGE "
        else:
            one = OxmlElement("w:fldChar")
            one.set(qn("w:fldCharType"), kind)
        run._r.append(one)


EDITS: dict[str, Edit] = {
    name.lstrip("_"): edit
    for name, edit in list(globals().items())
    if name.startswith("_")
    and callable(edit)
    and getattr(edit, "__module__", "") == __name__
    and edit.__code__.co_varnames[:2] == ("document", "rng")
    and name not in ("_table", "_run")
}
