"""word/theme/theme1.xml: nothing refers to it, but Word repairs a file without one."""

from docgen.layout.faces import LATIN, SONG
from docgen.layout.markup import XML_HEAD, A

_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "C00000",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def theme_xml() -> str:
    """A theme of plain fills and lines."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    return (
        f'{XML_HEAD}<a:theme xmlns:a="{A}" name="docgen"><a:themeElements>'
        f'<a:clrScheme name="docgen">{colors}</a:clrScheme>'
        f'<a:fontScheme name="docgen"><a:majorFont>{_fonts()}</a:majorFont>'
        f"<a:minorFont>{_fonts()}</a:minorFont>"
        f'</a:fontScheme><a:fmtScheme name="docgen">{_formats()}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _fonts() -> str:
    return f'<a:latin typeface="{LATIN.name}"/><a:ea typeface="{SONG.name}"/><a:cs typeface=""/>'


def _formats() -> str:
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
