import os
import signal
from datetime import date
from pathlib import Path

import pytest

from docgen.build.drafts import open_errors
from docgen.build.making import Shop
from docgen.build.output import Output
from docgen.build.paper import Workshop
from docgen.build.run import here, over, run
from docgen.errors import DocgenError
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.records import branch_data, make_office

TEMPLATES = Path(__file__).parents[2] / "templates"
OFFICE = make_office(*(branch_data(f"Z{number:02}") for number in range(1, 13)))


class Faulty(Workshop):
    """A workshop that fails at the papers of one branch."""

    fault: Exception | None = None  # None: its process is killed

    def make(self, job, *, draft):
        if job.owner == "Z01" and job.paper.code == "D22":
            if self.fault is None:
                os.kill(os.getpid(), signal.SIGKILL)
            raise self.fault
        return super().make(job, draft=draft)


def shop_of(workshop, *kinds):
    catalogue = load_catalogue([TEMPLATES])
    papers = tuple(paper for kind in kinds for paper in catalogue.find(kind).papers)
    files = [f"{number}.yaml" for number in range(len(workshop.office.branches))]
    return Shop(workshop, papers, open_errors([], "committee.yaml", files))


def told(outcomes):
    return {(o.job.owner, o.job.code): o.status for o in outcomes}


@pytest.mark.parametrize(
    "fault", [KeyError("x"), ValueError("x"), RecursionError(), DocgenError("模板坏了", "请更换")]
)
def test_paper_that_fails_is_told_and_the_next_is_made(tmp_path, fault):
    workshop = Faulty(OFFICE, Settings(), date(2012, 7, 1))
    Faulty.fault = fault

    outcomes = run(shop_of(workshop, "upgrade-method"), Output.open(tmp_path), maker=here)

    assert [outcome.status for outcome in outcomes] == ["failed", *["written"] * 11]
    assert type(fault).__name__ in outcomes[0].reason or "请更换" in outcomes[0].reason


def test_paper_whose_process_is_killed_fails_alone(tmp_path):
    workshop = Faulty(OFFICE, Settings(), date(2012, 7, 1))
    Faulty.fault = None

    outcomes = run(shop_of(workshop, "D22", "D21"), Output.open(tmp_path), maker=over(2))

    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    assert [(o.job.owner, o.job.code) for o in failed] == [("Z01", "D22")]
    assert "内存" in failed[0].reason
    assert len(told(outcomes)) == 24
    assert set(told(outcomes).values()) == {"written", "failed"}


def test_papers_come_in_order_whatever_process_made_them(tmp_path):
    workshop = Workshop(OFFICE, Settings(), date(2012, 7, 1))

    outcomes = run(shop_of(workshop, "D22", "D21"), Output.open(tmp_path), maker=over(2))

    assert [(o.job.owner, o.job.code) for o in outcomes] == [
        (branch_id, code) for branch_id in OFFICE.branch_ids for code in ("D21", "D22")
    ]
