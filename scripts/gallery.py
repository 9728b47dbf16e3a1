"""Draws one picture of every paper for README and the gallery: `make gallery`.

The papers are those of the sample records, as `docgen build` makes them; a picture shows the page
that tells the kind best (its first, or the one named in PAGES).
"""

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docgen.files import write_atomic
from docgen.inspect.paper import page_png
from docgen.pdf import PdfJob, convert

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "gallery"
PAGES = {"D21": 3}  # the cover says little, the form of the first problem a lot
SHOWN_BRANCH = "Z02"  # the longest names of the sample
DPI = 48


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        papers = _papers(Path(folder) / "office")
        results = convert([PdfJob(path, Path(folder) / f"{name}.pdf") for name, path in papers.items()])
        for name, result in zip(papers, results, strict=True):
            if result.error:
                sys.exit(str(result.error))
            pdf = result.job.target.read_bytes()
            picture = page_png(pdf, PAGES.get(name, 1), DPI)
            write_atomic(PICTURES / f"{name}.png", _small(picture))


def _papers(office: Path) -> dict[str, Path]:
    """One finished paper of every kind and variant: name such as D26-goals, and where it lies."""
    docgen = [sys.executable, "-m", "docgen"]
    subprocess.run([*docgen, "init", str(office)], check=True, capture_output=True)
    build = [*docgen, "-C", str(office), "build", "--format", "json"]
    made = json.loads(subprocess.run(build, check=True, capture_output=True).stdout)["files"]
    chosen: dict[str, Path] = {}
    for paper in made:
        name = paper["code"] + (f"-{paper['variant']}" if paper["variant"] else "")
        if paper["path"] and (name not in chosen or paper["branch"] == SHOWN_BRANCH):
            chosen[name] = office / paper["path"]
    return dict(sorted(chosen.items()))


def _small(png: bytes) -> bytes:
    """The picture in sixteen greys and reds: a few kilobytes in the repository."""
    from PIL import Image

    small = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(16).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
