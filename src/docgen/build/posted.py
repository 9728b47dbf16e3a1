"""Papers that are posted in public: their pages on the noticeboard, and the codes that lead there."""

import io
import zipfile
from urllib.parse import quote

from docgen.build.codes import code_png
from docgen.build.plan import Job
from docgen.files import safe_name
from docgen.layout.qr import with_code
from docgen.render.package import packed

_CAPTION = ("手机扫码，", "在网上看。")


def page_name(job: Job) -> str:
    """The file of the paper's page: Z01-D26-G1.html; variants of one paper share it."""
    parts = (job.owner, job.paper.code, job.item_id)
    return "-".join(safe_name(part) for part in parts if part) + ".html"


def page_url(job: Job, board_url: str) -> str:
    """The address of the paper's page; "" where the paper is not posted or the board has no address."""
    return board_url + quote(page_name(job)) if board_url and job.paper.board else ""


def with_page_code(data: bytes, url: str) -> bytes:
    """The .docx with a code outside its type area that leads to `url`; as it was where there is no room."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    stamped = with_code(members, code_png(url), _CAPTION)
    return data if stamped is None else packed(stamped)
