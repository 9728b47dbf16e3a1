"""A straight line at a fixed place of the page: DrawingML, with VML for old Word and WPS."""

from dataclasses import dataclass

from docgen.layout.gbt9704 import EMU_PER_MM, POINTS_PER_MM
from docgen.layout.markup import WPS, attribute


@dataclass(frozen=True, slots=True)
class Line:
    """A lying line; `y_emu` is its upper edge, from the page's."""

    id: int
    name: str
    x_emu: int
    y_emu: int
    length_emu: int
    thickness_emu: int
    color: str


def drawn_line(line: Line) -> str:
    """A run that holds the line."""
    # A filled box: renderers differ in where a stroke lies on its path.
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{_drawing(line)}</mc:Choice><mc:Fallback>{_picture(line)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _drawing(line: Line) -> str:
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{line.x_emu}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{line.y_emu}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{line.length_emu}" cy="{line.thickness_emu}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{line.id}" name={attribute(line.name)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{line.length_emu}" cy="{line.thickness_emu}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{line.color}"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )


def _picture(line: Line) -> str:
    return f'<w:pict><v:rect style="{_style(line)}" fillcolor="#{line.color}" stroked="f"/></w:pict>'


def _style(line: Line) -> str:
    return (
        f"position:absolute;margin-left:{_points(line.x_emu)}pt;margin-top:{_points(line.y_emu)}pt;"
        f"width:{_points(line.length_emu)}pt;height:{_points(line.thickness_emu)}pt;z-index:2;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )


def _points(length_emu: int) -> str:
    return f"{length_emu / EMU_PER_MM * POINTS_PER_MM:.2f}"
