"""QR codes for screens and printed web pages."""

import segno


def code_svg(url: str) -> str:
    """The code that leads to `url` as an SVG element; "" for no address."""
    if not url:
        return ""
    code = segno.make(url, error="m", micro=False)
    return code.svg_inline(scale=4, border=4, light="#fff", title="二维码", omitsize=True)
