"""What a record lacks leaves no half sentence: no empty 《》, no comma after nothing."""

import random
import re

import pytest

from support.docx import styled_paragraphs
from support.papers import made, office_of, records, sort_of, thinned

KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})
HALF = re.compile(
    r"《》|（）|“”|〔〕|[，、；：。][，；。]|的理由：$|^[，。；、：]|[于由至，]）|（[，；]|于[，。]|第版|档次为[，。]"
)
BRANCH_PAPERS = [
    ("problem-dossier", ""),
    ("upgrade-method", ""),
    ("agreement", ""),
    ("public-pledge", "page"),
]
BRANCH_PAPERS += [("public-notice", "goals"), ("evaluation-report", "branch")]
COMMITTEE_PAPERS = [("committee-plan", ""), ("public-notice", "result"), ("evaluation-report", "total")]


@pytest.mark.parametrize("seed", range(4))
def test_a_thin_record_leaves_no_half_sentences(seed):
    chance = random.Random(seed)
    office = office_of({name: thinned(plain, chance, KEPT) for name, plain in records().items()})
    branch = office.branches[seed % len(office.branches)]
    notice = next(iter(branch.publicity.notices), None)

    papers = [made(sort_of(*kind), office) for kind in COMMITTEE_PAPERS]
    for slug, variant in BRANCH_PAPERS:
        if variant != "goals":
            papers.append(made(sort_of(slug, variant), office, branch))
        elif notice is not None:
            papers.append(made(sort_of(slug, variant), office, branch, notice))

    lines = [line for paper in papers for _, text in styled_paragraphs(paper) for line in text.split("\n")]
    assert [line for line in lines if HALF.search(line.strip(" "))] == []


def test_accountability_is_left_open_while_a_target_is_missed_and_nobody_is_named():
    plain = records()
    plain["committee.yaml"] = {**plain["committee.yaml"], "accountability": []}

    total = made(sort_of("evaluation-report", "total"), office_of(plain))

    texts = [text for _, text in styled_paragraphs(total)]
    assert "（责任追究意见，请在此填写）" in texts
    assert not any("没有需要追究责任" in text for text in texts)
