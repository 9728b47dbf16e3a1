"""Papers for a print run that need no LibreOffice: pages that are blank but for a number."""

import io
from pathlib import Path

import pikepdf

from docgen.publish.print_run.paper import PrintPaper
from docgen.publish.todo.signing import SigningLine

A4, A4_LYING, A3 = (595, 842), (842, 595), (842, 1191)


def pdf_of(pages: int, size: tuple[float, float] = A4, mark: str = "x") -> bytes:
    """Pages that each hold a comment of their own, by which they are known again."""
    pdf = pikepdf.new()
    for number in range(1, pages + 1):
        pdf.add_blank_page(page_size=size)
        pdf.pages[-1].Contents = pdf.make_stream(f"% {mark}{number}\n0 0 10 10 re f".encode())
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def marks(pdf: bytes) -> list[str]:
    """What stands on each page, "" for a blank one."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [_mark(page) for page in document.pages]


def _mark(page: pikepdf.Page) -> str:
    contents = page.get("/Contents")
    said = contents.read_bytes().decode() if contents is not None else ""
    return said.split()[1] if said.startswith("% ") else ""


def paper(folder: Path, name: str = "Z01 D22", pages: int = 1, size=A4, **changes) -> PrintPaper:
    """A paper called by owner and label, with a PDF of so many pages."""
    owner, label = name.split()[:2]
    item = (name.split()[2:] or [""])[0]
    code, _, variant = label.partition("-")
    path = f"{owner}/{name.replace(' ', '_')}_升级办法_v1.docx"
    pdf = folder / f"{name.replace(' ', '_')}.pdf"
    pdf.write_bytes(pdf_of(pages, size, f"{owner}{label}{item}:"))
    values = {
        "key": f"{owner}/kind-{code.lower()}/{variant}/{item}",
        "owner": owner,
        "owner_name": f"{owner}党支部",
        "label": label,
        "name": f"升级办法（{item}）" if item else "升级办法",
        "path": path,
        "pdf": pdf,
        "copies": 2,
        **changes,
    }
    return PrintPaper(**values)


def signing(who: str = "王某（党支部书记）", state: str = "待签") -> SigningLine:
    return SigningLine("D22", "升级办法", who, "正文末尾的署名处", "不盖章", state, "")
