"""From a save to the new picture: one paper, with LibreOffice waiting for it, and with a start of its own.

The limit is two seconds for one paper after the first look.
"""

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from docgen.actions.build import Wanted as Built
from docgen.actions.build import build
from docgen.actions.init import init
from docgen.cli.progress import Silent
from docgen.pdf import PdfJob, convert
from docgen.pdf.spare import Spare
from docgen.publish.preview.looking import Wanted
from docgen.publish.preview.session import Session
from docgen.workspace import Workspace

_SAVES = 7
_PAUSE_SECONDS = 2.0  # a clerk does not save twice a second; the next LibreOffice starts meanwhile
_LIMIT_SECONDS = 2.0
_DAY = date(2012, 6, 18)
_OLD, _NEW = "12 项会签事项平均办结时间", "{} 项会签事项平均办结时间"


def main() -> int:
    """Prints the medians; 1 when the limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        warm, cold = _measured(Path(name))
    print(f"保存后到新页面：{warm:.2f} 秒（上限 {_LIMIT_SECONDS:g} 秒）")
    print(f"另起一个 LibreOffice，只转 PDF：{cold:.2f} 秒")
    return int(warm > _LIMIT_SECONDS)


def _measured(folder: Path) -> tuple[float, float]:
    root = init(folder / "office").root
    record = root / "data" / "branches" / "branch-Z01.yaml"
    text = record.read_text("utf-8")
    warm = []
    with Spare() as spare:
        session = Session(root, folder / "preview", Wanted(("D26",), ("Z01",)), spare, Silent())
        session.refresh(_DAY, is_first=True)
        for number in range(_SAVES):
            time.sleep(_PAUSE_SECONDS)
            record.write_text(text.replace(_OLD, _NEW.format(number + 20)), "utf-8")
            begun = time.perf_counter()
            made = session.refresh(_DAY).made
            warm.append(time.perf_counter() - begun)
            assert len(made) == 1, made
    return statistics.median(warm), statistics.median(_cold(root) for _ in range(3))


def _cold(root: Path) -> float:
    """The PDF alone, with a LibreOffice that is started for it."""
    if not list(root.rglob("*.docx")):
        build(Workspace.find(root), Built(("D26",), ("Z01",), as_of=_DAY), _DAY, Silent())
    paper = next((root / "output").rglob("*.docx"))
    begun = time.perf_counter()
    convert([PdfJob(paper, root / "paper.pdf")])
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
