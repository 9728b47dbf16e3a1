"""Codes on posted papers: read by a decoder from the printed page, measured in millimetres."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
import zxingcpp
from PIL import Image

from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.build.posted import page_name, page_url, with_page_code
from docgen.render.package import packed
from docgen.settings import Settings
from support.checkers import faults_of
from support.papers import DAY, office, sort_of
from support.pdf import measured, to_pdfs

BOARD = Settings(board={"base_url": "http://www.example.cn/gongshi"})
POSTED = (
    ("public-pledge", "page", "Z02"),
    ("public-pledge", "poster", "Z01"),
    ("public-notice", "goals", "Z02"),
    ("deeds-list", "", "Z01"),
)
BOTH = (POSTED[0], POSTED[3])
_DPI = 100


def job_of(slug, variant, owner):
    return next(
        job for job in plan([sort_of(slug, variant)], office(), BOARD, frozenset({owner})) if not job.reason
    )


def paper(slug, variant, owner, settings=BOARD, *, draft=False):
    return Workshop(office(), settings, DAY).make(job_of(slug, variant, owner), draft=draft).data


@pytest.fixture(scope="module")
def printed():
    """Each posted paper with the code, and two without it; one start of LibreOffice for all."""
    found = {case: paper(*case) for case in POSTED}
    found |= {("bare", *case): paper(*case, Settings()) for case in BOTH}
    to_pdfs(list(found.values()))
    return {case: measured(docx) for case, docx in found.items()}


@cache
def code_on(page):
    """What the code on the page says, and its edges in millimetres: left, top, right, bottom."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.picture(_DPI))))
    at = found.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    across, down = [c.x * 25.4 / _DPI for c in corners], [c.y * 25.4 / _DPI for c in corners]
    return found.text, (min(across), min(down), max(across), max(down))


def type_area(page):
    """版心: 28 mm from the left and 37 mm from the top of an upright A4, turned or enlarged with it."""
    short = min(page.width_mm, page.height_mm)
    if page.width_mm > page.height_mm:
        return 35, 28, 260, 184
    scale = short / 210
    return 28 * scale, 37 * scale, 184 * scale, 262 * scale


@pytest.mark.pdf
@pytest.mark.parametrize("case", POSTED)
def test_the_code_on_a_posted_paper_leads_to_its_page(printed, case):
    text, _ = code_on(printed[case].pages[0])

    assert text == page_url(job_of(*case), BOARD.board_url)
    assert text.startswith("http://www.example.cn/gongshi/")


@pytest.mark.pdf
@pytest.mark.parametrize("case", POSTED)
def test_the_code_stands_outside_the_type_area_and_on_the_sheet(printed, case):
    page = printed[case].pages[0]

    _, (left, top, right, bottom) = code_on(page)

    area_left, area_top, area_right, area_bottom = type_area(page)
    assert right < area_left or left > area_right or bottom < area_top or top > area_bottom + 2
    assert left > 4
    assert top > 4
    assert right < page.width_mm - 4
    assert bottom < page.height_mm - 4
    assert right - left == pytest.approx(
        20 * (1 if page.width_mm < 290 or page.height_mm < 290 else 2**0.5), abs=1
    )


@pytest.mark.pdf
@pytest.mark.parametrize("case", BOTH)
def test_the_paper_itself_is_as_it_was(printed, case):
    with_code, without = printed[case], printed["bare", *case]

    assert len(with_code.pages) == len(without.pages)
    moved = [
        (line.text, other.text)
        for page, before in zip(with_code.pages, without.pages, strict=True)
        for line, other in zip(_without_caption(page), before.lines, strict=True)
        if (line.text, round(line.baseline_mm, 1)) != (other.text, round(other.baseline_mm, 1))
    ]
    assert not moved


def _without_caption(page):
    return [line for line in page.lines if line.text.strip() not in ("手机扫码，", "在网上看。")]


def test_a_paper_with_a_code_is_a_sound_document(tmp_path):
    file = tmp_path / "paper.docx"
    file.write_bytes(paper("deeds-list", "", "Z01"))

    assert faults_of(file) == []


def test_the_same_paper_has_the_same_bytes_again():
    assert paper(*POSTED[0]) == paper(*POSTED[0])


def test_without_an_address_and_on_a_draft_there_is_no_code():
    bare = paper(*POSTED[0], Settings())

    assert b"docgen-qr.png" not in bare
    assert b"docgen-qr.png" not in paper(*POSTED[0], draft=True)
    assert b"docgen-qr.png" in paper(*POSTED[0])


def test_a_paper_that_is_not_posted_has_no_page():
    job = replace(job_of(*POSTED[0]), paper=sort_of("agreement"))

    assert page_url(job, BOARD.board_url) == ""


def test_variants_share_a_page_and_items_have_their_own():
    assert page_name(job_of("public-pledge", "page", "Z01")) == page_name(
        job_of("public-pledge", "poster", "Z01")
    )
    assert page_name(job_of("public-notice", "goals", "Z01")) == "Z01-D26-G1.html"


def test_an_id_of_any_characters_is_a_file_and_an_address():
    job = replace(job_of(*POSTED[0]), owner="机关/一 部")

    assert page_name(job) == "机关一部-D25.html"
    assert page_url(job, "http://a.cn/") == "http://a.cn/%E6%9C%BA%E5%85%B3%E4%B8%80%E9%83%A8-D25.html"


def test_margins_without_room_stay_as_they_are():
    with zipfile.ZipFile(io.BytesIO(paper(*POSTED[0], Settings()))) as package:
        members = {name: package.read(name) for name in package.namelist()}
    body = members["word/document.xml"]
    narrow = {**members, "word/document.xml": re.sub(rb'w:(bottom|right)="\d+"', rb'w:\1="700"', body)}

    assert with_page_code(packed(narrow), "http://a.cn/x.html") == packed(narrow)
    assert with_page_code(packed(members), "http://a.cn/x.html") != packed(members)
