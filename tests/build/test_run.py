from datetime import date
from pathlib import Path

import pytest

from docgen.build.output import Output
from docgen.build.paper import Workshop
from docgen.build.plan import plan
from docgen.build.run import Order, run
from docgen.errors import DocgenError
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.records import branch_data, make_office

TEMPLATES = Path(__file__).parents[2] / "templates"
OFFICE = make_office(branch_data("Z01"), branch_data("Z02"))


class Faulty(Workshop):
    """A workshop that fails at the papers of one branch."""

    fault: Exception

    def make(self, job, *, draft):
        if job.owner == "Z01":
            raise self.fault
        return super().make(job, draft=draft)


@pytest.mark.parametrize(
    "fault", [KeyError("x"), ValueError("x"), RecursionError(), DocgenError("模板坏了", "请更换")]
)
def test_paper_that_fails_is_told_and_the_next_is_made(tmp_path, fault):
    papers = load_catalogue([TEMPLATES]).find("upgrade-method").papers
    jobs = plan(papers, OFFICE, Settings(), None)
    workshop = Faulty(OFFICE, Settings(), date(2012, 7, 1))
    workshop.fault = fault

    outcomes = run([Order(job) for job in jobs], workshop, Output.open(tmp_path))

    assert [outcome.status for outcome in outcomes] == ["failed", "written"]
    assert type(fault).__name__ in outcomes[0].reason or "请更换" in outcomes[0].reason


def test_fault_of_a_manifest_fails_its_order(tmp_path):
    papers = load_catalogue([TEMPLATES]).find("upgrade-method").papers
    (job, _) = plan(papers, OFFICE, Settings(), None)
    workshop = Workshop(OFFICE, Settings(), date(2012, 7, 1))

    (outcome,) = run([Order(job, fault=DocgenError("写错了", "请改正"))], workshop, Output.open(tmp_path))

    assert (outcome.status, outcome.reason) == ("failed", "写错了。请改正")
