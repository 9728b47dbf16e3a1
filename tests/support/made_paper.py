"""Documents of known measures, made without docgen: what the measuring is measured by."""

import io
from functools import cache
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips

LINE_TWIPS = 579


class MadePaper:
    """An A4 page set up after GB/T 9704: 22 lines of 28 characters."""

    def __init__(self) -> None:
        self.document = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Twips(11906), Twips(16838)
        section.top_margin, section.bottom_margin = Twips(2098), Twips(1984)
        section.left_margin, section.right_margin = Twips(1588), Twips(1474)
        section.footer_distance = Twips(1447)
        grid = section._sectPr.find(qn("w:docGrid"))
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(LINE_TWIPS))

    def line(
        self, text: str, font: str = "仿宋_GB2312", size: float = 16, *, within: Any = None, **look: Any
    ) -> Any:
        """A paragraph of one run; `look`: align, red, indent_right_chars, exact_twips."""
        paragraph = (within or self.document).add_paragraph()
        form = paragraph.paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.widow_control = WD_LINE_SPACING.EXACTLY, False
        form.line_spacing = Twips(look.get("exact_twips", LINE_TWIPS))
        form.alignment = look.get("align")
        form.right_indent = Twips(round(look.get("indent_right_chars", 0) * 320))
        self._dress(paragraph.add_run(text), font, size, red=look.get("red", False))
        return paragraph

    def _dress(self, run: Any, font: str, size: float, *, red: bool) -> None:
        run.font.size = Pt(size)
        if red:
            run.font.color.rgb = RGBColor(255, 0, 0)
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)
        fonts.set(qn("w:hint"), "eastAsia")
        for kind in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{kind}"), "Times New Roman")
        if size == 16:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "-5")
            run._r.rPr.append(spacing)

    def mark(self, text: str, size: float) -> Any:
        """Red letters in a frame whose upper edge is 72 mm from the page's."""
        centre = WD_ALIGN_PARAGRAPH.CENTER
        paragraph = self.line(
            text, "方正小标宋简体", size, align=centre, red=True, exact_twips=round(size * 20)
        )
        frame = OxmlElement("w:framePr")
        for name, value in {
            "w": "8844",
            "hRule": "exact",
            "h": str(round(size * 20)),
            "wrap": "around",
        }.items():
            frame.set(qn(f"w:{name}"), value)
        for name, value in {"vAnchor": "page", "hAnchor": "margin", "y": "4082", "xAlign": "center"}.items():
            frame.set(qn(f"w:{name}"), value)
        paragraph._p.get_or_add_pPr().insert(0, frame)
        return paragraph

    def page_number(self, text: str) -> None:
        """A fixed footer: right, one character in, 4号宋体."""
        footer = self.document.sections[0].footer
        footer.paragraphs[0]._p.getparent().remove(footer.paragraphs[0]._p)
        right = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph = self.line(text, "宋体", 14, within=footer, align=right, exact_twips=280)
        paragraph.paragraph_format.right_indent = Twips(280)
        self._off_the_grid(paragraph)

    def _off_the_grid(self, paragraph: Any) -> None:
        snap = OxmlElement("w:snapToGrid")
        snap.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(snap)

    def border(self, paragraph: Any, **edges: tuple[int, int, str]) -> None:
        """Borders by edge: (eighths of a point, points of space, colour)."""
        borders = OxmlElement("w:pBdr")
        for edge, (eighths, space, colour) in edges.items():
            element = OxmlElement(f"w:{edge}")
            values = {"val": "single", "sz": eighths, "space": space, "color": colour}
            for name, value in values.items():
                element.set(qn(f"w:{name}"), str(value))
            borders.append(element)
        properties = paragraph._p.get_or_add_pPr()
        anchor = properties.find(qn("w:spacing"))
        anchor.addprevious(borders)

    @property
    def bytes(self) -> bytes:
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()


@cache
def full_pages(rows: int) -> bytes:
    """So many full rows of 28 characters."""
    paper = MadePaper()
    paper.line("国" * 28 * rows)
    return paper.bytes


@cache
def red_headed() -> bytes:
    """One page: mark, number, red line, title, body, signature, imprint lines, page number."""
    centre = WD_ALIGN_PARAGRAPH.CENTER
    paper = MadePaper()
    paper.mark("中共示范学院委员会文件", 40)
    for _ in range(4):
        paper.line("")
    number = paper.line("示院党发〔2026〕12号", align=centre)
    paper.border(number, bottom=(12, 6, "FF0000"))
    paper.line("关于做好工作的通知", "方正小标宋简体", 22, align=centre)
    paper.line("各党支部：")
    paper.line("请芮𬱖、镕喆同志负责，于2026年6月5日前完成。")
    paper.line("中共示范学院委员会", align=WD_ALIGN_PARAGRAPH.RIGHT, indent_right_chars=4)
    copies = paper.line("抄送：院纪委。", size=14)
    paper.border(copies, top=(8, 1, "000000"))
    issued = paper.line("示范学院党委办公室　　2026年6月5日印发", size=14)
    paper.border(issued, top=(6, 1, "000000"), bottom=(8, 1, "000000"))
    paper.page_number("— 1 —")
    return paper.bytes
