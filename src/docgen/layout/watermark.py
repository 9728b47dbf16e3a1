"""草稿, grey and slanting behind every page of a paper that is not fit to be signed yet."""

from lxml import etree

from docgen.layout.markup import NAMESPACES
from docgen.layout.tree import Element, P, parse, serialize, w

_TEXT = "草稿"
_SIZE = "width:360pt;height:180pt"


def finish_header(header_xml: bytes, *, draft: bool) -> bytes:
    """A header part with the watermark if the paper is a draft, else as it was."""
    if not draft:
        return header_xml
    root = parse(header_xml)
    mark(root)
    return serialize(root)


def mark(root: Element) -> None:
    """The first paragraph of the part (an empty one if there is none) holds the watermark."""
    paragraph = root.find(f".//{P}")
    if paragraph is None:
        paragraph = etree.SubElement(root, P)
    paragraph.append(_watermark())


def has_headers(document: Element) -> bool:
    """Whether a header part of this document can carry the watermark."""
    return document.find(f".//{w('headerReference')}") is not None


def _watermark() -> Element:
    # VML WordArt, as Word itself writes a watermark; LibreOffice 7.4 renders it.
    shape_type = (
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
        '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/>'
        '</v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
    )
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="{_TEXT}" '
        f'style="position:absolute;margin-left:0;margin-top:0;{_SIZE};rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'o:allowincell="f" fillcolor="#c0c0c0" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="{_TEXT}"/></v:shape>'
    )
    run = f"<w:r {NAMESPACES}><w:rPr><w:noProof/></w:rPr><w:pict>{shape_type}{shape}</w:pict></w:r>"
    return etree.fromstring(run.encode())
