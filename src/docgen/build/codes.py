"""QR codes that lead from a posted paper, a printed web page or a screen to the noticeboard."""

import io

import segno


def code_svg(url: str) -> str:
    """The code as an SVG element, for a web page; "" for no address."""
    if not url:
        return ""
    return _code(url).svg_inline(scale=4, border=4, light="#fff", title="二维码", omitsize=True)


def code_png(url: str) -> bytes:
    """The code as a picture without a margin, for paper."""
    picture = io.BytesIO()
    _code(url).save(picture, kind="png", scale=8, border=0)
    return picture.getvalue()


def _code(url: str) -> segno.QRCode:
    return segno.make(url, error="m", micro=False)
