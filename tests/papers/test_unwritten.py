"""What a record lacks leaves no half sentence: no empty 《》, no comma after nothing."""

import random
import re
from dataclasses import replace

import pytest

from docgen.build.plan import plan
from docgen.kinds import load_catalogue
from docgen.settings import Settings
from support.docx import styled_paragraphs
from support.papers import TEMPLATES, made, office_of, records, sort_of, thinned

KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})
HALF = re.compile(
    r"《》|（）|“”|〔〕|[，、；：。][，；。]|的理由：$|^[，。；、：]|[于由至，]）|（[，；]|于[，。]|第版|档次为[，。]"
)
# As if everything needed were there: a paper must read well long before the record is complete.
PAPERS = [
    replace(paper, state="S0", needs=())
    for kind in load_catalogue([TEMPLATES]).kinds
    for paper in kind.papers
]


@pytest.mark.parametrize("seed", range(4))
def test_a_thin_record_leaves_no_half_sentences(seed):
    chance = random.Random(seed)
    office = office_of({name: thinned(plain, chance, KEPT) for name, plain in records().items()})
    office = replace(office, branches=(office.branches[seed % len(office.branches)],))
    jobs = [job for job in plan(PAPERS, office, Settings(), None) if not job.reason]

    papers = [made(job.paper, office, job.branch, job.item) for job in jobs]

    assert len({job.paper for job in jobs}) > len(PAPERS) // 2
    lines = [
        (job.paper.label, text) for job, paper in zip(jobs, papers, strict=True) for text in _lines(paper)
    ]
    assert [line for line in lines if HALF.search(line[1].strip(" "))] == []


def _lines(paper: bytes) -> list[str]:
    return [line for _, text in styled_paragraphs(paper) for line in text.split("\n")]


def test_accountability_is_left_open_while_a_target_is_missed_and_nobody_is_named():
    plain = records()
    plain["committee.yaml"] = {**plain["committee.yaml"], "accountability": []}

    total = made(sort_of("evaluation-report", "total"), office_of(plain))

    texts = [text for _, text in styled_paragraphs(total)]
    assert "（责任追究意见，请在此填写）" in texts
    assert not any("没有需要追究责任" in text for text in texts)
