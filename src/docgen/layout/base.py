"""The smallest .docx that Word opens without a word: our own parts, nobody's template."""

from docgen.layout.faces import FACES, Face
from docgen.layout.markup import NAMESPACES, XML_HEAD, R, W
from docgen.layout.package import pack
from docgen.layout.pages import FOOTER_PARTS, HEADER_PARTS, RELATION, footer_xml, header_xml
from docgen.layout.profile import Profile
from docgen.layout.styles import styles_xml
from docgen.layout.theme import theme_xml

_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TURNED_FOOTERS = FOOTER_PARTS[3:]


def assemble(body: str, profile: Profile, footer: str = "") -> bytes:
    """A .docx around `body` (the children of `w:body`); `footer` is a line over every page number."""
    document = f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    around = {name: header_xml() for name in HEADER_PARTS}
    around |= {name: footer_xml(name, footer) for name in FOOTER_PARTS if name not in _unused(body)}
    parts = {
        "[Content_Types].xml": _content_types(list(around)),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(),
        "docProps/app.xml": _app(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(list(around)),
        "word/styles.xml": styles_xml(profile),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": theme_xml(),
        **{f"word/{name}": text for name, text in around.items()},
    }
    return pack({name: text.encode() for name, text in parts.items()})


def _kind(part: str) -> str:
    return part[:6]  # header or footer


def _unused(body: str) -> tuple[str, ...]:
    return () if f'r:id="{RELATION[_TURNED_FOOTERS[0]]}"' in body else _TURNED_FOOTERS


def _content_types(around: list[str]) -> str:
    parts = {
        "word/document.xml": f"{_WORDML}.document.main+xml",
        "word/styles.xml": f"{_WORDML}.styles+xml",
        "word/settings.xml": f"{_WORDML}.settings+xml",
        "word/fontTable.xml": f"{_WORDML}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    } | {f"word/{name}": f"{_WORDML}.{_kind(name)}+xml" for name in around}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{path}"/>' for key, kind, path in targets)
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package_relations() -> str:
    return _relations(
        [
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations(around: list[str]) -> str:
    fixed = [
        ("rId1", f"{R}/styles", "styles.xml"),
        ("rId2", f"{R}/settings", "settings.xml"),
        ("rId3", f"{R}/fontTable", "fontTable.xml"),
        ("rId4", f"{R}/theme", "theme/theme1.xml"),
    ]
    return _relations(fixed + [(RELATION[name], f"{R}/{_kind(name)}", name) for name in around])


def _core() -> str:
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title></dc:title><dc:creator></dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    return (
        f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>docgen</Application></Properties>"
    )


def _settings() -> str:
    # The order is the schema's: openxml-audit finds evenAndOddHeaders anywhere else.
    return (
        f'{XML_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        f"{_compat('compatibilityMode', 15)}{_compat('overrideTableStyleFontSizeAndJustification', 1)}"
        f"{_compat('enableOpenTypeFeatures', 1)}{_compat('doNotFlipMirrorIndents', 1)}</w:compat>"
        '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'
    )


def _compat(name: str, value: int) -> str:
    return (
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    )


def _font_table() -> str:
    return f'{XML_HEAD}<w:fonts xmlns:w="{W}">{"".join(_font(face) for face in FACES)}</w:fonts>'


def _font(face: Face) -> str:
    alternative = f'<w:altName w:val="{face.alternative}"/>' if face.alternative else ""
    return (
        f'<w:font w:name="{face.name}">{alternative}<w:panose1 w:val="{face.panose}"/>'
        f'<w:charset w:val="{face.charset}"/><w:family w:val="{face.family}"/>'
        f'<w:pitch w:val="{face.pitch}"/></w:font>'
    )
