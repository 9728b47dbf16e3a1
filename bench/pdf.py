"""PDFs from LibreOffice: our pool against one start of LibreOffice for each paper.

Both sides make the same papers of the sample office. The other side is what a script does that calls
`soffice --convert-to pdf FILE` in a loop, in a profile that is warm, one after the other; a second loop
runs as many at once as there are cores, each in a profile of its own. Rounds are taken by turns, so that
other load on the machine hits all; each prints its median. Run it as `make bench`.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median

from docgen.actions.build import Wanted, build
from docgen.actions.init import init
from docgen.cli.progress import Silent
from docgen.pdf import PdfJob, convert, find_office, office_version
from docgen.pdf.office import office_environment
from docgen.pdf.pool import _cores
from docgen.pdf.profile import new_profile
from docgen.workspace import Workspace

DAY = date(2013, 1, 15)
KINDS = ("D07", "D21", "D22", "D25", "D26")
ROUNDS = 3
PAPERS = 200
ONE_BY_ONE = 8
MARGIN = 8  # the ratio that is promised


def papers_in(folder: Path) -> list[Path]:
    """The sample's papers of five kinds, again and again until there are enough."""
    root = init(folder / "office").root
    build(Workspace.find(root), Wanted(KINDS, as_of=DAY), DAY, Silent())
    made = sorted((root / "output").rglob("*.docx"))
    return [made[place % len(made)] for place in range(PAPERS)]


def pooled(papers: Sequence[Path], folder: Path) -> None:
    jobs = [PdfJob(paper, folder / f"{place}.pdf") for place, paper in enumerate(papers)]
    lost = [result for result in convert(jobs) if result.error]
    assert not lost, lost


def started_for(paper: Path, profile: Path, folder: Path) -> None:
    command = [
        str(find_office()),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(paper),
    ]
    subprocess.run(command, env=office_environment(), check=True, capture_output=True)


def one_by_one(papers: Sequence[Path], folder: Path) -> None:
    for paper in papers:
        started_for(paper, folder.parent / "profile0", folder)


def side_by_side(papers: Sequence[Path], folder: Path) -> None:
    """As many starts at once as there are cores."""
    cores = _cores()

    def share(number: int) -> None:
        for paper in papers[number::cores]:
            started_for(paper, folder.parent / f"profile{number}", folder / str(number))

    with ThreadPoolExecutor(cores) as threads:
        list(threads.map(share, range(cores)))


def per_second(way: Callable[[Sequence[Path], Path], None], papers: Sequence[Path], folder: Path) -> float:
    began = time.perf_counter()
    way(papers, folder)
    return len(papers) / (time.perf_counter() - began)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = papers_in(folder)
        few = papers[:: PAPERS // ONE_BY_ONE][:ONE_BY_ONE]
        for number in range(_cores()):
            new_profile(folder / f"profile{number}")
            started_for(papers[0], folder / f"profile{number}", folder / "warm")
        speeds: dict[str, list[float]] = {"pool": [], "one by one": [], "side by side": []}
        for round_ in range(ROUNDS):
            out = folder / f"out{round_}"
            speeds["pool"].append(per_second(pooled, papers, out))
            speeds["one by one"].append(per_second(one_by_one, few, folder / "a"))
            speeds["side by side"].append(per_second(side_by_side, few, folder / "b"))
    return told({way: median(found) for way, found in speeds.items()})


def told(speed: dict[str, float]) -> int:
    print(f"{office_version(find_office())}, {_cores()} cores, {PAPERS} papers of {len(KINDS)} kinds")
    print(f"our pool                          {speed['pool']:6.2f} papers a second")
    print(f"one start a paper                 {speed['one by one']:6.2f}")
    print(f"one start a paper, on all cores   {speed['side by side']:6.2f}")
    ratio = speed["pool"] / speed["one by one"]
    print(f"{ratio:.1f} times one start a paper (promised: {MARGIN}),")
    print(f"{speed['pool'] / speed['side by side']:.1f} times that on all cores")
    return 0 if ratio >= MARGIN else 1


if __name__ == "__main__":
    sys.exit(main())
