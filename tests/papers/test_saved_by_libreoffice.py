"""A clerk saves our templates in LibreOffice: the papers from the copies are those from ours."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.authoring.lint.run import lint
from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.inspect.paper import Paper as Pages
from docgen.inspect.paper import open_paper
from docgen.pdf.office import find_office
from docgen.settings import Settings
from support.papers import DAY, office, sort_of
from support.pdf import to_pdfs

pytestmark = pytest.mark.pdf

# A red-headed plan with attachments, a letter, minutes, a form with page references, a title of two lines,
# a landscape list, a report with tables, the two-party signature.
KINDS = [
    ("committee-plan", ""),
    ("coordination", "letter"),
    ("deployment-meeting", "minutes"),
    ("problem-dossier", ""),
    ("overall-pledge", ""),
    ("deeds-list", ""),
    ("evaluation-report", "branch"),
    ("agreement", ""),
]
# LibreOffice rounds to hundredths of a millimetre, and a rule between paragraphs to a point.
SLACK_MM = 1.5


@pytest.fixture(scope="module")
def copies(tmp_path_factory) -> dict[str, Path]:
    """The templates as LibreOffice saves them, by slug."""
    folder = tmp_path_factory.mktemp("saved")
    ours = {slug: sort_of(slug, variant).template for slug, variant in KINDS}
    for slug, template in ours.items():
        (folder / f"{slug}.docx").write_bytes(template.read_bytes())
    command = [str(find_office()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    return {slug: folder / "out" / f"{slug}.docx" for slug in ours}


def first_job(slug: str, variant: str) -> Job:
    jobs = plan([sort_of(slug, variant)], office(), Settings(), None)
    return next(job for job in jobs if not job.reason)


def lines(pdf: Pages) -> list[tuple[int, str]]:
    return [(page.number, line.text) for page in pdf.pages for line in page.lines]


def test_papers_from_the_saved_copies_are_set_as_those_from_ours(copies):
    shop = Workshop(office(), Settings(), DAY)
    jobs = [first_job(slug, variant) for slug, variant in KINDS]
    ours = [shop.make(job, draft=False).data for job in jobs]
    saved = [replace(job, paper=replace(job.paper, template=copies[job.paper.slug])) for job in jobs]
    theirs = [shop.make(job, draft=False).data for job in saved]

    papers = [open_paper(pdf) for pdf in to_pdfs([*ours, *theirs])]

    for job, mine, copy in zip(jobs, papers, papers[len(jobs) :], strict=False):
        assert lines(copy) == lines(mine), job.path
        for page, other in zip(mine.pages, copy.pages, strict=True):
            for line, same in zip(page.lines, other.lines, strict=True):
                assert same.baseline_mm == pytest.approx(line.baseline_mm, abs=SLACK_MM), (
                    job.path,
                    line.text,
                )
                assert same.ink.left_mm == pytest.approx(line.ink.left_mm, abs=SLACK_MM), (
                    job.path,
                    line.text,
                )


@pytest.mark.parametrize(("slug", "variant"), KINDS)
def test_lint_has_nothing_against_a_saved_copy(copies, slug, variant):
    paper = sort_of(slug, variant)

    assert [
        f"{one.rule} {one.label} {one.message}" for one in lint(copies[slug], paper, paper.template)
    ] == []
