"""A text box at a fixed place of the page: DrawingML, with VML for old Word and WPS."""

from dataclasses import dataclass

from docgen.layout.gbt9704 import EMU_PER_MM, POINTS_PER_MM
from docgen.layout.markup import WPS, attribute


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where a box stands, from the page's upper left corner, and what it holds.

    `turned` text reads downwards.
    """

    id: int
    name: str
    x_emu: int
    y_emu: int
    width_emu: int
    height_emu: int
    content: str
    turned: bool = False


def text_box(box: TextBox) -> str:
    """A run that holds the box."""
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps">{_drawing(box)}</mc:Choice><mc:Fallback>{_picture(box)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _drawing(box: TextBox) -> str:
    name = attribute(box.name)
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{_position(box)}<wp:extent cx="{box.width_emu}" cy="{box.height_emu}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{_wrap(box)}'
        f'<wp:docPr id="{box.id}" name={name}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{box.width_emu}" cy="{box.height_emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{box.content}</w:txbxContent></wps:txbx>{_body(box)}"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _position(box: TextBox) -> str:
    return (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{box.x_emu}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{box.y_emu}</wp:posOffset></wp:positionV>'
    )


def _wrap(box: TextBox) -> str:
    # LibreOffice 7.4 forgets the offsets of a turned box in a footer unless text wraps around it;
    # there is none where it stands.
    return '<wp:wrapSquare wrapText="bothSides"/>' if box.turned else "<wp:wrapNone/>"


def _body(box: TextBox) -> str:
    turn = ' vert="vert"' if box.turned else ""
    anchor = "ctr" if box.turned else "b"
    return (
        f'<wps:bodyPr rot="0"{turn} wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}" '
        'anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
    )


def _picture(box: TextBox) -> str:
    flow = ";layout-flow:vertical" if box.turned else ""
    return (
        f'<w:pict><v:shape type="#_x0000_t202" style="{_style(box)}" '
        f'filled="f" stroked="f"><v:textbox inset="0,0,0,0" style="mso-fit-shape-to-text:f{flow}">'
        f"<w:txbxContent>{box.content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def _style(box: TextBox) -> str:
    return (
        f"position:absolute;margin-left:{_points(box.x_emu)}pt;margin-top:{_points(box.y_emu)}pt;"
        f"width:{_points(box.width_emu)}pt;height:{_points(box.height_emu)}pt;z-index:2;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )


def _points(length_emu: int) -> str:
    return f"{length_emu / EMU_PER_MM * POINTS_PER_MM:.2f}"
