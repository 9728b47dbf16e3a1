"""The paragraph styles of an official paper: each carries a meaning, and with it the format.

A style's name is the contract with the clerk who edits a template in Word and with the layout
pass, which knows blocks by nothing else; its id is ours alone and may change.
"""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docgen.layout.faces import FANGSONG, HEITI, KAITI, LATIN, SONG, TITLE_SONG, Face
from docgen.layout.gbt9704 import (
    CHAR_ADVANCE_TWIPS,
    CHAR_SPACING_TWIPS,
    IMPRINT_THICK_EIGHTHS,
    IMPRINT_THIN_EIGHTHS,
    RED,
    RED_LINE_EIGHTHS,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    SIZE_5,
    SIZE_SMALL_4,
    TEXT_WIDTH_TWIPS,
)
from docgen.layout.markup import NAMESPACES, XML_HEAD
from docgen.layout.profile import SETUP, Profile

GRID = -1  # a line as high as the profile's row

TWO_CHARS = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHAR_ADVANCE_TWIPS}"/>'
NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_FOUR_CHARS_OF_4 = 280
_FOUR_CHARS_RIGHT = f'<w:ind w:right="{4 * CHAR_ADVANCE_TWIPS}" w:firstLine="0"/>'

# Lines in cells and other places off the grid: half as high again as the type, in twips.
LINE_SMALL_4, LINE_5, LINE_4, LINE_SMALL_5 = 380, 320, 440, 280
IMPRINT_LINE = 500


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style. `line_twips` is exact; GRID means the profile's row."""

    id: str
    name: str
    face: Face = FANGSONG
    size: int = SIZE_3
    line_twips: int = GRID
    align: str = "both"
    indent: str = NO_INDENT
    level: int | None = None  # of the outline, for the navigation pane
    keep_next: bool = False
    page_break_before: bool = False
    on_grid: bool = True
    color: str = ""
    border: str = ""
    tabs: str = ""

    @property
    def char_spacing_twips(self) -> int:
        """Type of 3号 on the grid gives way so that 28 characters fit a row."""
        return CHAR_SPACING_TWIPS if self.size == SIZE_3 and self.line_twips == GRID else 0


def _cell(style_id: str, name: str, align: str, face: Face = FANGSONG) -> Style:
    return Style(style_id, name, face, SIZE_SMALL_4, LINE_SMALL_4, align, on_grid=False)


def _line(side: str, eighths: int, color: str = "000000", space_points: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space_points}" w:color="{color}"/>'


# A border's offset starts at the line box, not at the ink: 6 pt leaves 3.8 mm under the number.
RED_LINE = f"<w:pBdr>{_line('bottom', RED_LINE_EIGHTHS, RED, 6)}</w:pBdr>"
RULED = f"<w:pBdr>{_line('bottom', 4)}{_line('between', 4)}</w:pBdr>"
# The lines of the imprint are as wide as the text area, its text is not: they are paragraphs apart.
_THICK_LINE = f"<w:pBdr>{_line('bottom', IMPRINT_THICK_EIGHTHS)}</w:pBdr>"
_THIN_LINE = f"<w:pBdr>{_line('bottom', IMPRINT_THIN_EIGHTHS)}</w:pBdr>"
_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS - _FOUR_CHARS_OF_4}"/></w:tabs>'
_FULL_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'
_SIDES_OF_4 = f'<w:ind w:left="{_FOUR_CHARS_OF_4}" w:right="{_FOUR_CHARS_OF_4}" w:firstLine="0"/>'

STYLES: tuple[Style, ...] = (
    Style("GwBlankRow", "公文空行"),
    Style("GwCopyNumber", "份号", align="left"),
    Style("GwSecrecy", "密级和紧急程度", HEITI, align="left"),
    Style("GwMark", "发文机关标志", TITLE_SONG, 124, 1240, "center", on_grid=False, color=RED),
    Style("GwNumber", "发文字号", align="center", border=RED_LINE),
    Style("GwSigner", "签发人", align="left", border=RED_LINE),
    Style("GwLetterHead", "信函版头", size=2, line_twips=20, on_grid=False),
    Style("GwLetterNumber", "信函字号", align="left", tabs=_FULL_RIGHT_TAB),
    Style("GwOrderNumber", "令号", align="center"),
    Style("GwTitle", "公文标题", TITLE_SONG, SIZE_2, align="center", keep_next=True, on_grid=False),
    Style("GwSubtitle", "公文副题", KAITI, align="center", keep_next=True),
    Style("GwRecipients", "主送机关"),
    Style("GwBody", "公文正文", indent=TWO_CHARS),
    Style("GwHeading1", "公文一级标题", HEITI, indent=TWO_CHARS, level=0, keep_next=True),
    Style("GwHeading2", "公文二级标题", KAITI, indent=TWO_CHARS, level=1, keep_next=True),
    Style("GwHeading3", "公文三级标题", indent=TWO_CHARS, level=2),
    Style("GwHeading4", "公文四级标题", indent=TWO_CHARS, level=3),
    Style("GwAttachmentNote", "附件说明", indent=TWO_CHARS),
    Style("GwSignature", "落款署名", align="center", keep_next=True),
    Style("GwSignatureDate", "成文日期", align="center"),
    Style("GwSignatureUnsealed", "落款署名（不盖章）", align="center", keep_next=True),
    Style("GwSignatureDateUnsealed", "成文日期（不盖章）", align="center"),
    Style("GwSignatureStamp", "签名章", align="right", indent=_FOUR_CHARS_RIGHT, keep_next=True),
    Style("GwNote", "附注", indent=TWO_CHARS),
    Style("GwAttendees", "与会人员", indent=TWO_CHARS),
    Style("GwAttachmentLabel", "附件标记", HEITI, align="left", keep_next=True, page_break_before=True),
    Style("GwAttachmentTitle", "附件标题", TITLE_SONG, SIZE_2, align="center", keep_next=True, on_grid=False),
    Style("GwCopyTo", "抄送", size=SIZE_4, line_twips=IMPRINT_LINE, indent=_SIDES_OF_4, on_grid=False),
    Style(
        "GwImprint",
        "印发",
        size=SIZE_4,
        line_twips=IMPRINT_LINE,
        align="left",
        indent=_SIDES_OF_4,
        tabs=_RIGHT_TAB,
        on_grid=False,
    ),
    Style("GwImprintLine", "版记粗线", size=2, line_twips=20, border=_THICK_LINE, on_grid=False),
    Style("GwImprintThinLine", "版记细线", size=2, line_twips=20, border=_THIN_LINE, on_grid=False),
    Style("GwImprintPlace", "版记位置", size=2, line_twips=20, on_grid=False),
    Style("GwTableCaption", "表题", HEITI, SIZE_4, align="center", keep_next=True),
    _cell("GwTableHead", "表头", "center", HEITI),
    _cell("GwTableText", "表格正文", "left"),
    _cell("GwTableCentred", "表格居中", "center"),
    _cell("GwFormLabel", "表单标签", "center", HEITI),
    _cell("GwFormText", "表单正文", "left"),
    _cell("GwFormSign", "表单签署", "right"),
    Style("GwCoverTitle", "封面标题", TITLE_SONG, 72, 1000, "center", on_grid=False),
    Style("GwCoverText", "封面信息", size=SIZE_3, line_twips=600, align="left", on_grid=False),
    Style("GwSignLine", "签署栏", align="left"),
    Style("GwFillIn", "空白填写", align="left", border=RULED),
    Style("GwHeader", "页眉", size=SIZE_5, line_twips=240, on_grid=False),
    Style("GwPageNumber", "页码", SONG, SIZE_4, 280, "left", on_grid=False),
    Style("GwSectionEnd", "分节", size=2, line_twips=20, on_grid=False),
)

STYLE_BY_NAME = {style.name: style for style in STYLES}
STYLE_ID = {style.name: style.id for style in STYLES}


def styles_xml(profile: Profile = SETUP) -> str:
    """word/styles.xml with every style above, in the profile's row pitch."""
    body = "".join(_paragraph_style(style, profile) for style in STYLES)
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}>{_defaults()}{_normal(profile)}{_built_in()}{body}"
        f"{_lead_style('GwLeadHeiti', '标题字（黑体）', HEITI)}"
        f"{_lead_style('GwLeadKaiti', '标题字（楷体）', KAITI)}"
        "</w:styles>"
    )


def _defaults() -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(FANGSONG)}<w:sz w:val="{SIZE_3}"/><w:szCs w:val="{SIZE_3}"/>'
        '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(profile: Profile) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:adjustRightInd w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{profile.pitch_twips}" '
        'w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        # Latin text in Chinese is broken anywhere by LibreOffice (17.|2分); the defaults above keep zh-CN,
        # by which the PDF names its language.
        '<w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:style>'
    )


def _built_in() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _paragraph_style(style: Style, profile: Profile) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, profile)}</w:pPr>"
        f"<w:rPr>{_run_properties(style)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, profile: Profile) -> str:
    line = profile.pitch_twips if style.line_twips == GRID else style.line_twips
    return "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:pageBreakBefore/>" if style.page_break_before else "",
            style.border,
            style.tabs,
            "" if style.on_grid else '<w:snapToGrid w:val="0"/>',
            f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>',
            style.indent,
            f'<w:jc w:val="{style.align}"/>',
            "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>',
        )
    )


def _run_properties(style: Style) -> str:
    return "".join(
        (
            _fonts(style.face),
            f'<w:color w:val="{style.color}"/>' if style.color else "",
            f'<w:spacing w:val="{style.char_spacing_twips}"/>' if style.char_spacing_twips else "",
            f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>',
        )
    )


def _lead_style(style_id: str, name: str, face: Face) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_fonts(face)}</w:rPr></w:style>'
    )


def _fonts(face: Face) -> str:
    latin = SONG.name if face is SONG else LATIN.name
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:eastAsia="{face.name}" '
        f'w:hAnsi="{latin}" w:cs="{LATIN.name}"/>'
    )
