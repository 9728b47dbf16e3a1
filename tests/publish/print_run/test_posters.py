import io

import pikepdf
import pytest

from docgen.publish.print_run.posters import posters
from support.print_run import A3, A4_LYING, paper


def sheets(pdf: bytes) -> list[tuple[tuple[int, int], int]]:
    """The size of each sheet in mm, and how many pages stand on it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]), len(page.Resources.XObject))
            for page in document.pages
        ]


def test_an_upright_page_is_enlarged_to_an_upright_sheet_and_a_lying_one_to_a_lying(tmp_path):
    papers = [
        paper(tmp_path, "Z01 D26", 2, posted=True),
        paper(tmp_path, "Z02 D26", size=A4_LYING, posted=True),
    ]

    pdf, number = posters(papers, "a3", "张贴")

    assert sheets(pdf) == [((297, 420), 1), ((297, 420), 1), ((420, 297), 1)]
    assert number == 3


def test_two_pages_stand_side_by_side_those_of_one_owner_together(tmp_path):
    papers = [
        paper(tmp_path, "Z01 D26", 2, posted=True),
        paper(tmp_path, "Z01 D25", 1, posted=True),
        paper(tmp_path, "Z02 D26", 1, posted=True),
    ]

    pdf, _ = posters(papers, "2up", "张贴")

    assert sheets(pdf) == [((420, 297), 2), ((420, 297), 1), ((420, 297), 1)]


def test_only_papers_of_one_page_share_a_sheet(tmp_path):
    papers = [
        paper(tmp_path, "Z01 D29-W1", 1, posted=True),
        paper(tmp_path, "Z01 D26", 3, posted=True),
        paper(tmp_path, "Z01 D29-W2", 1, posted=True),
    ]

    pdf, _ = posters(papers, "2up", "张贴")

    assert sheets(pdf) == [((420, 297), 2), ((420, 297), 1), ((420, 297), 2)]


def test_side_by_side_is_true_to_size(tmp_path):
    pdf, _ = posters([paper(tmp_path, "Z01 D26", 2, posted=True)], "2up", "张贴")

    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.pages[0].contents_coalesce()
        said = document.pages[0].Contents.read_bytes()
    moves = [line.split() for line in said.decode().splitlines() if line.endswith("cm")]
    assert [float(move[at]) for move in moves for at in (0, 3)] == pytest.approx([1] * 4, abs=0.001)
    assert [round(float(move[4]) / 72 * 25.4) for move in moves] == [0, 210]


def test_what_is_not_posted_or_is_on_a3_anyway_needs_no_poster(tmp_path):
    papers = [
        paper(tmp_path, "Z01 D22"),
        paper(tmp_path, "Z01 D25-page", posted=True),
        paper(tmp_path, "Z01 D25-poster", size=A3, posted=True),
    ]

    _, number = posters(papers, "a3", "张贴")

    assert number == 0
