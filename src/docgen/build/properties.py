"""What Word shows as the document's properties: from the record, never from the clock."""

from datetime import date
from xml.sax.saxutils import escape

PART = "docProps/core.xml"
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(title: str, creator: str, day: date | None) -> bytes:
    """docProps/core.xml with these values; without a day the paper has no date of creation."""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day is not None
    )
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f"<cp:coreProperties {_NAMESPACES}>"
        f"<dc:title>{_text(title)}</dc:title><dc:creator>{_text(creator)}</dc:creator>"
        f"<dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"
    ).encode()


def _text(value: str) -> str:
    return escape("".join(char for char in value if char.isprintable()))
