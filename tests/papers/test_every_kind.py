"""One test over all kinds: every paper of the sample office is made and is whole."""

import zipfile
from datetime import date
from functools import cache
from io import BytesIO

import pytest

from docgen.build.paper import Workshop
from docgen.build.plan import Job, plan
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.docx import styled_paragraphs
from support.papers import TEMPLATES, chosen_for, office, office_for
from support.records import sample_office

CATALOGUE = load_catalogue([TEMPLATES])
PAPERS = [paper for kind in CATALOGUE.kinds for paper in kind.papers]
DAY = date(2013, 1, 15)
OFFICE = sample_office()
JOBS = [job for paper in PAPERS for job in plan([paper], OFFICE, chosen_for(paper), None)]


@cache
def workshop() -> Workshop:
    return Workshop(OFFICE, Settings(), DAY)


def test_manifests_have_no_fault():
    assert CATALOGUE.findings == ()


def test_sample_has_every_paper():
    called_for = {paper for paper in PAPERS if office_for(paper) is office()}

    assert {job.paper for job in JOBS if not job.reason} == called_for


@pytest.mark.parametrize("job", [job for job in JOBS if not job.reason], ids=lambda job: job.path)
def test_every_sample_paper_has_no_trace_of_the_machinery(job: Job):
    made = workshop().make(job, draft=False).data

    text = "\n".join(text for _, text in styled_paragraphs(made))
    assert text.strip()
    for trace in ("None", "nan", "{{", "{%", "Undefined", "()", "[]"):
        assert trace not in text
    assert zipfile.ZipFile(BytesIO(made)).testzip() is None
