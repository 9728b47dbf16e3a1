import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.build.inputs import Inputs
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.build.supplies import Supplies
from docgen.kinds import load_catalogue
from docgen.render import BrokenTemplate
from docgen.settings import Settings
from support.records import branch_data, make_office

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def carried(tmp_path):
    """A job, a workshop that has its template with it, and the place where the template was."""
    shutil.copytree(TEMPLATES / "problem-dossier", tmp_path / "templates" / "problem-dossier")
    papers = load_catalogue([tmp_path / "templates"]).kinds[0].papers
    office = make_office(branch_data("Z01"))
    (job,) = plan(papers, office, Settings())
    workshop = Workshop(office, Settings(), date(2012, 7, 1), supplies=Supplies.of(papers))
    return job, workshop, papers[0].template


def test_paper_is_the_same_without_the_template_file(carried):
    job, workshop, template = carried
    on_disk = replace(workshop, supplies=None)
    expected, inputs = on_disk.make(job, draft=False), Inputs(on_disk).of(job, draft=False)

    template.unlink()

    assert workshop.make(job, draft=False) == expected
    assert Inputs(workshop).of(job, draft=False) == inputs


def test_inputs_bear_the_stamp_of_the_program_that_asked(carried):
    job, workshop, _ = carried
    other = replace(workshop, supplies=replace(workshop.supplies, program="another"))

    assert Inputs(other).of(job, draft=False) != Inputs(workshop).of(job, draft=False)


def test_template_that_could_not_be_read_at_home_is_told_as_at_home(carried):
    job, workshop, template = carried
    data = template.read_bytes()
    template.unlink()
    without = replace(workshop, supplies=Supplies.of([job.paper]), _prepared={})
    template.write_bytes(data)

    with pytest.raises(BrokenTemplate, match="没有这个文件"):
        without.make(job, draft=False)
