"""Draws one picture of every paper and writes the gallery page of the manual: `make gallery`.

The papers are those of the sample records, as `docgen build` makes them; a picture shows the page
that tells the kind best (its first, or the one named in PAGES). What the sample has no case of is
shown as the blank form.
"""

import io
import json
import subprocess
import sys
import tempfile
from itertools import takewhile
from pathlib import Path

from docgen.files import write_atomic
from docgen.inspect.paper import page_png
from docgen.kinds import Catalogue, Kind, load_catalogue
from docgen.pdf import PdfJob, convert

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
PAGES = {"D21": 3}  # the cover says little, the form of the first problem a lot
_HEAD = """\
# 文种图册

每一种文书是什么样子、做什么用。图由示例记录生成（`make gallery`）；
代号可以直接用在命令里，如 `docgen build D22`。
"""
_SCOPES = {"committee": "全党委一份", "branch": "每个党支部一份", "paper": "data/papers 里每份记录一份"}
_LAYOUTS = {
    "red-head": "红头文件",
    "letter": "信函格式",
    "minutes": "纪要格式",
    "plain": "普通格式",
    "form": "表格",
    "landscape": "横表",
}
SHOWN_BRANCH = "Z02"  # the longest names of the sample
DPI = 40


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        papers = _papers(Path(folder) / "office")
        results = convert([PdfJob(docx, Path(folder) / f"{name}.pdf") for name, docx in papers.items()])
        for name, result in zip(papers, results, strict=True):
            if result.error:
                sys.exit(str(result.error))
            pdf = result.job.target.read_bytes()
            picture = page_png(pdf, PAGES.get(name, 1), DPI)
            write_atomic(PICTURES / f"{name}.png", _small(picture))
    for picture_file in PICTURES.glob("*.png"):
        if picture_file.stem not in papers:
            picture_file.unlink()
    write_atomic(PAGE, page(load_catalogue([ROOT / "templates"])).encode())


def page(catalogue: Catalogue) -> str:
    """The gallery as Markdown: of every kind its pictures, what it is for, and how it is handled."""
    parts = [_HEAD, *(_entry(kind) for kind in catalogue.kinds)]
    return "\n".join(parts)


def _entry(kind: Kind) -> str:
    papers = kind.papers
    pictures = " ".join(f"![{paper.label}](gallery/{paper.label}.png)" for paper in papers)
    first = papers[0]
    said = "；".join(
        filter(
            None,
            (
                _SCOPES.get(first.scope, ""),
                "、".join(dict.fromkeys(_LAYOUTS[paper.layout] for paper in papers)),
                f"保管期限{'、'.join(dict.fromkeys(paper.retention for paper in papers))}",
                f"签署：{'、'.join(dict.fromkeys(name for paper in papers for name in paper.signs))}"
                if any(paper.signs for paper in papers)
                else "",
            ),
        )
    )
    return f"## {kind.code} {kind.name}（`{kind.slug}`）\n\n{_purpose(kind.slug)}\n{said}。\n\n{pictures}\n"


def _purpose(slug: str) -> str:
    """The comment that every kind.yaml begins with, without the kind's code."""
    lines = (ROOT / "templates" / slug / "kind.yaml").read_text("utf-8").splitlines()
    comment = "".join(
        line.removeprefix("#").strip() for line in takewhile(lambda one: one.startswith("#"), lines)
    )
    return comment.partition("：")[2] or comment


def _papers(office: Path) -> dict[str, bytes]:
    """One finished paper of every kind and variant: by its name such as D26-goals."""
    _docgen("init", str(office))
    chosen: dict[str, bytes] = {}
    _choose(chosen, office, "build")
    settings = office / "docgen.toml"
    write_atomic(settings, settings.read_bytes() + b'commendation = "two"\n')
    _choose(chosen, office, "build", "D11")
    _choose(chosen, office, "build", "--blank")
    return dict(sorted(chosen.items()))


def _choose(chosen: dict[str, bytes], office: Path, *command: str) -> None:
    known = set(chosen)
    for paper in json.loads(_docgen("-C", str(office), *command, "--format", "json"))["files"]:
        name = paper["code"] + (f"-{paper['variant']}" if paper["variant"] else "")
        if (
            paper["path"]
            and name not in known
            and (name not in chosen or paper.get("branch") == SHOWN_BRANCH)
        ):
            chosen[name] = (office / paper["path"]).read_bytes()


def _docgen(*arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "docgen", *arguments], check=True, capture_output=True
    ).stdout


def _small(png: bytes) -> bytes:
    """The picture in sixteen greys and reds: a few kilobytes in the repository."""
    from PIL import Image

    small = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(16).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
