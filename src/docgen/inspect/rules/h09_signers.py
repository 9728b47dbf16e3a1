"""H09: the signers: the label in Fangsong, the names in Kai, one character in from the right, two a row."""

import re
from collections.abc import Iterator

from docgen.inspect.asking import is_at
from docgen.inspect.block_type import face_of, wrong_face
from docgen.inspect.deviation import Deviation
from docgen.inspect.document.model import Paragraph, Run
from docgen.inspect.elements import Element
from docgen.inspect.lettering import Char
from docgen.inspect.pages.view import PageBlock
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.seen import Seen
from docgen.inspect.telling import at_block, at_paragraph
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "H09",
    "7.2.6",
    Strength.MUST,
    "签发人",
    "由“签发人”三字加全角冒号和签发人姓名组成，居右空一字；“签发人”三字用3号仿宋体字，签发人姓名用3号楷体字。"
    "多个签发人的，按发文机关顺序从左到右、自上而下依次均匀编排，一般每行排两个姓名，回行时与上一行第一个签发人姓名对齐。",
    tolerance_mm=2.0,
)
_LABEL = re.compile(r"签\s*发\s*人\s*([:：]?)")
_UNSURE = (Typeface.UNKNOWN, Typeface.LATIN)
_SIZE_SLACK_PT = 0.3


def in_document(seen: Seen) -> Iterator[Deviation]:
    names_follow = False
    for paragraph in seen.paragraphs(Element.SIGNER):
        found = _LABEL.search(paragraph.text)
        if found and found[1] != "：":
            told = "“签发人”后面不是全角冒号" if found[1] else "“签发人”后面没有冒号"
            yield at_paragraph(RULE, paragraph, told, "请改为“签发人：”", "签发人：", found[0])
        if found is None and not names_follow:
            continue
        names_follow = True
        start = found.end() if found else 0
        yield from _faces(seen, paragraph, start, has_label=found is not None)


def _faces(seen: Seen, paragraph: Paragraph, start: int, *, has_label: bool) -> Iterator[Deviation]:
    at = -len(paragraph.numbering)
    wrong: set[str] = set()
    for run in paragraph.runs:
        begin, at = at, at + len(run.text)
        text = run.text.strip(" 　\t\n:：")
        if not text or re.search(r"[〔〕\d]", text) or run.face in _UNSURE:
            continue
        is_name = at > start and "签发人" not in text
        if is_name and run.face is not Typeface.KAITI:
            wrong.add("name")
        if (
            has_label
            and not is_name
            and "签发人" in text
            and run.face is not Typeface.FANGSONG
            and begin <= start
        ):
            wrong.add("label")
        if abs(run.size_pt - seen.numbers.body_size_pt) > _SIZE_SLACK_PT:
            wrong.add("size")
    whole = [
        run for run in paragraph.runs if "签发人" in run.text and run.text.strip(" 　\t\n:：") != "签发人"
    ]
    if any(_has_name(run) and run.face not in (Typeface.KAITI, *_UNSURE) for run in whole):
        wrong.add("name")
    if "name" in wrong:
        told = "签发人姓名不是楷体"
        yield at_paragraph(RULE, paragraph, told, "请把姓名改为3号楷体", "楷体", strength=Strength.USUAL)
    if "label" in wrong:
        told = "“签发人”三字不是仿宋"
        yield at_paragraph(RULE, paragraph, told, "请改为3号仿宋", "仿宋", strength=Strength.USUAL)
    if "size" in wrong:
        told = "签发人不是3号字"
        yield at_paragraph(RULE, paragraph, told, "请改为3号", "3号（16磅）", strength=Strength.USUAL)


def _has_name(run: Run) -> bool:
    found = _LABEL.search(run.text)
    return found is not None and bool(run.text[found.end() :].strip())


def on_pages(seen: Seen) -> Iterator[Deviation]:
    blocks = [block for block in seen.blocks(Element.SIGNER) if block.page == 1]
    right = seen.numbers.text_right_mm
    ends = [
        line.cells.right_mm
        for block in blocks
        for line in block.lines
        if "〔" not in line.text.split("\t")[-1] and not line.text.rstrip().endswith(("：", ":"))
    ]
    if ends and not is_at(max(ends), right - seen.numbers.cell_mm, seen.tolerance_mm(RULE)):
        found = f"{right - max(ends):.1f} 毫米"
        told = f"签发人右边空了{found}，不是空一字"
        yield at_block(RULE, blocks[0], told, "请居右空一字", f"{seen.numbers.cell_mm:.1f} 毫米", found)
    if seen.document is not None:
        return
    for block in blocks:
        found_label = _LABEL.search(block.text)
        if found_label and found_label[1] != "：":
            yield at_block(
                RULE, block, "“签发人”后面不是全角冒号", "请改为“签发人：”", "签发人：", found_label[0]
            )
        names = _names_on_page(block)
        if names and (face := wrong_face(seen, face_of(names), Typeface.KAITI)):
            told = "签发人姓名不是楷体"
            yield at_block(RULE, block, told, "请把姓名改为3号楷体", "楷体", face, Strength.USUAL)


def _names_on_page(block: PageBlock) -> list[Char]:
    """The characters behind “签发人：”."""
    for line in block.lines:
        solid = [char for char in line.chars if not char.text.isspace()]
        at = "".join(char.text for char in solid).find("签发人")
        if at >= 0:
            return solid[at + 4 :]
    return []
