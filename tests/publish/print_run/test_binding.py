import io

import pikepdf

from docgen.publish.print_run.binding import INDEX, bound, placed, sizes_of
from docgen.publish.print_run.paper import Manner
from support.print_run import A3, A4_LYING, marks, paper, pdf_of

ONE_SIDE, BOTH = Manner(duplex=False), Manner(duplex=True)


def group(*papers):
    return [(papers[0].owner_name, list(papers))]


def test_every_paper_begins_on_a_front_side(tmp_path):
    papers = [paper(tmp_path, f"Z0{n} D22", pages) for n, pages in ((1, 3), (2, 2), (3, 1))]

    run = bound(group(*papers), pdf_of(1, A4_LYING, "index"), BOTH, "题名")

    assert marks(run.pdf) == [
        *("index1", ""),
        *("Z01D22:1", "Z01D22:2", "Z01D22:3", ""),
        *("Z02D22:1", "Z02D22:2"),
        *("Z03D22:1", ""),
    ]
    assert [one.first_page for one in run.placed] == [3, 7, 9]
    assert [one.blanks for one in run.placed] == [1, 0, 1]


def test_on_one_side_there_are_no_blanks(tmp_path):
    run = bound(group(paper(tmp_path, pages=3)), pdf_of(1), ONE_SIDE, "题名")

    assert "" not in marks(run.pdf)
    assert run.pages == 4


def test_collated_copies_follow_each_other_and_each_begins_on_a_front_side(tmp_path):
    papers = [paper(tmp_path, "Z01 D22", 1, copies=3), paper(tmp_path, "Z01 D25", 2, copies=1)]

    run = bound(group(*papers), pdf_of(2), Manner(duplex=True, collate=True), "题名")

    assert marks(run.pdf)[2:] == ["Z01D22:1", "", "Z01D22:1", "", "Z01D22:1", "", "Z01D25:1", "Z01D25:2"]
    assert [one.first_page for one in run.placed] == [3, 9]


def test_copies_cost_no_fonts_and_pictures(tmp_path):
    once = bound(group(paper(tmp_path, pages=2, copies=1)), pdf_of(1), Manner(collate=True), "题名")
    often = bound(group(paper(tmp_path, pages=2, copies=50)), pdf_of(1), Manner(collate=True), "题名")

    def streams(run):
        with pikepdf.open(io.BytesIO(run.pdf)) as document:
            return sum(isinstance(one, pikepdf.Stream) for one in document.objects)

    assert streams(often) == streams(once)


def test_what_is_foretold_for_the_index_is_what_is_bound(tmp_path):
    papers = [paper(tmp_path, f"Z0{n} D22", n, copies=n) for n in range(1, 6)]
    for manner in (ONE_SIDE, BOTH, Manner(duplex=True, collate=True)):
        foretold = list(placed(group(*papers), sizes_of(group(*papers)), manner, 3))

        assert tuple(foretold) == bound(group(*papers), pdf_of(3), manner, "题名").placed


def test_bookmarks_lead_to_the_papers_under_their_owner(tmp_path):
    groups = [
        ("机关党支部", [paper(tmp_path, "Z01 D22"), paper(tmp_path, "Z01 D25")]),
        ("教工党支部", [paper(tmp_path, "Z02 D22")]),
    ]

    run = bound(groups, pdf_of(1), BOTH, "题名")

    with pikepdf.open(io.BytesIO(run.pdf)) as document, document.open_outline() as outline:
        found = [(item.title, [inner.title for inner in item.children]) for item in outline.root]
        page = document.pages.index(pikepdf.Page(outline.root[2].children[0].destination[0]))
    assert found == [
        (INDEX, []),
        ("机关党支部", ["D22 升级办法", "D25 升级办法"]),
        ("教工党支部", ["D22 升级办法"]),
    ]
    assert page + 1 == run.placed[2].first_page


def test_a_blank_page_is_as_large_as_the_page_before_it(tmp_path):
    run = bound(group(paper(tmp_path, size=A3)), pdf_of(1, A4_LYING), BOTH, "题名")

    with pikepdf.open(io.BytesIO(run.pdf)) as document:
        sizes = [tuple(map(int, page.mediabox[2:])) for page in document.pages]
    assert sizes == [A4_LYING, A4_LYING, A3, A3]
    assert run.placed[0].is_a3


def test_the_printer_is_told_the_sides_and_to_keep_the_size(tmp_path):
    run = bound(group(paper(tmp_path)), pdf_of(1), BOTH, "题名")

    with pikepdf.open(io.BytesIO(run.pdf)) as document:
        wishes = document.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.PrintScaling) == ("/DuplexFlipLongEdge", "/None")
        assert wishes.PickTrayByPDFSize
        assert document.pdf_version >= "1.7"
        assert str(document.docinfo.Title) == "题名"
        assert document.check_pdf_syntax() == []


def test_the_same_papers_give_the_same_bytes(tmp_path):
    papers, index = group(paper(tmp_path)), pdf_of(1)

    assert bound(papers, index, BOTH, "题名").pdf == bound(papers, index, BOTH, "题名").pdf
