"""What a print run has to turn into PDFs itself: its index, and the papers that a clerk has edited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.pdf import PdfJob, Pool
from docgen.publish.print_run.binding import Groups, page_count, placed, sizes_of
from docgen.publish.print_run.index import Heading, index_docx
from docgen.publish.print_run.paper import LeftOut, Manner, PrintPaper

_ROWS_A_PAGE_MAX = 19  # of the index, on a lying page of five-hao type
_GUESSES = 3
_LONG_PAGES = 6


@dataclass(frozen=True, slots=True)
class Press:
    """A LibreOffice that stays, and a folder that does not."""

    pool: Pool
    folder: Path

    def print_apart(
        self, papers: Sequence[PrintPaper], output: Path
    ) -> tuple[list[PrintPaper], list[tuple[PrintPaper, str]]]:
        """All papers with a PDF of what they are now, and those that gave none, with the reason.

        The PDF beside an edited paper, if there is one, shows what was made of the records.
        """
        apart = list({paper.key: paper for paper in papers if paper.apart}.values())
        jobs = [PdfJob(output / paper.path, self.folder / f"{at}.pdf") for at, paper in enumerate(apart)]
        results = {apart[at].key: result for at, result in self.pool.results(jobs)}
        there, lost = [], []
        for paper in papers:
            result = results.get(paper.key)
            if result is not None and result.error is not None:
                lost.append((paper, str(result.error)))
            else:
                there.append(replace(paper, pdf=result.job.target) if result else paper)
        return there, lost

    def index(self, heading: Heading, groups: Groups, left_out: Sequence[LeftOut], manner: Manner) -> bytes:
        """The index as a PDF; the pages that it names are right, however long it is itself."""
        rows = 2 * sum(len(papers) for _, papers in groups) + len(left_out)
        step, sizes = 2 if manner.duplex else 1, sizes_of(groups)
        least = max(1, rows // _ROWS_A_PAGE_MAX)
        # Several lengths are tried in one start of LibreOffice, which costs more than all of them; but
        # a long index costs more than a start.
        guesses = [least + step * more for more in range(_GUESSES if least < _LONG_PAGES else 1)]
        tried: set[int] = set()
        while True:
            documents = [
                index_docx(heading, list(placed(groups, sizes, manner, guess)), left_out, manner)
                for guess in guesses
            ]
            for guess, pdf in zip(guesses, self._printed(documents), strict=True):
                pages = page_count(pdf)
                if pages + manner.blanks(pages) == guess + manner.blanks(guess):
                    return pdf
            # Other page numbers may fill a line more or less, hardly ever a page.
            tried.update(guesses)
            sure = pages >= _LONG_PAGES and pages not in tried
            guesses = [pages] if sure else [pages, pages + step]

    def _printed(self, documents: Sequence[bytes]) -> list[bytes]:
        jobs = [PdfJob(docx, self.folder / f"index{at}.pdf") for at, docx in enumerate(documents)]
        for _, result in self.pool.results(jobs):
            if result.error is not None:
                raise result.error
        return [job.target.read_bytes() for job in jobs]
