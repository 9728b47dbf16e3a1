import pytest

from docgen.text.dates import cn_date
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted, with_odd_texts
from support.planned import jobs_of, words_of

SLUG = "submission-form"
ALL = [(job.owner, job.item_id) for job in jobs_of(SLUG)]


def _latest(number):
    record = office().branches[number]
    return record, words_of(SLUG, owner=record.branch.id, item=str(record.review.submissions[-1].version))


@pytest.mark.parametrize("number", range(6))
def test_the_whole_way_of_the_method_is_on_the_form(number):
    record, paper = _latest(number)

    assert unprinted(record.review.submissions[-1], paper) <= {"guidance"}
    assert unprinted(record.review.approval, paper) <= {"signer"}
    assert unprinted(record.method, paper) == set()
    assert unprinted(record.target, paper) <= {"mode", "by"}
    assert unprinted(office().committee.submission_to_superior.reply, paper) <= {"title"}


@pytest.mark.parametrize("number", range(6))
def test_the_summary_names_every_problem(number):
    record, paper = _latest(number)

    assert f"问题：立档{len(record.problems)}个" in paper
    for place, problem in enumerate(record.problems, start=1):
        day = cn_date(problem.deadline)
        assert (
            f"{place}.{squeezed(problem.title)}（{problem.triage}，{problem.lead}负责，{day}前）；"
            f"措施{len(problem.measures)}条。" in paper
        )


def test_every_level_has_its_opinion_signature_and_day():
    paper = words_of(SLUG, owner="Z01", item="2")

    assert "支部书记（签字）：2012年6月14日" in paper
    assert "审核人（签字）：（盖章）2012年6月14日" in paper
    assert "党委负责人（签字）：（盖章）2012年6月14日" in paper
    assert "负责人（签字）：（盖章）2012年6月14日" in paper
    assert "赞成26票，反对0票，弃权0票），现报请审核。" in paper


def test_a_branch_with_a_seal_seals_its_opinion():
    assert "支部书记（签字）：（盖章）" in _latest(5)[1]
    assert "支部书记（签字）：（盖章）" not in _latest(0)[1]


def test_what_is_handed_in_again_says_what_was_found_before_and_what_changed():
    plain = records()
    plain["branch-Z01.yaml"]["texts"] = {"D23": {"修改情况": "会签规则单列为一条措施。"}}
    whose = office_of(plain)

    first, second = (words_of(SLUG, owner="Z01", item=item, whose=whose) for item in "12")

    assert "上一版：第1版，2012年6月11日报送，2012年6月13日审核，结果为退回修改。" in second
    assert "指出的缺陷：不具体、缺乏可操作性。" in second
    assert "上次指导意见：建议先统计办结时间" in second
    assert "这次修改情况：会签规则单列为一条措施。" in second
    assert "上一版" not in first


def test_an_older_version_shows_neither_the_present_text_nor_the_later_approval():
    paper = words_of(SLUG, owner="Z01", item="1")

    assert "见随表报送的第1版升级办法。" in paper
    assert "赞成26票" not in paper
    assert "同意实施" not in paper
    assert "党委负责人（签字）：（盖章）年月日" in paper


def test_there_is_one_for_each_time_the_method_was_handed_in():
    handed_in = [(r.branch.id, str(s.version)) for r in office().branches for s in r.review.submissions]

    assert handed_in == ALL


def test_the_head_says_to_whom_it_is_sent_and_each_cell_whose_it_is():
    paper = words_of(SLUG, owner="Z01", item="2")

    assert "报送：党委组织部" in paper
    assert "党委组织部审核意见" in paper
    assert "市委教育工委意见" in paper


def test_a_form_may_be_printed_before_it_is_reviewed():
    plain = records()
    plain["branch-Z01.yaml"]["review"] = {"submissions": [{"version": 1, "submitted_on": "2012-06-11"}]}
    plain["committee.yaml"]["submission_to_superior"] = None

    paper = words_of(SLUG, owner="Z01", whose=office_of(plain))

    assert "可行性：☐可行☐基本可行☐不可行" in paper
    assert paper.endswith("负责人（签字）：（盖章）年月日")


def test_odd_texts_are_printed_as_they_stand():
    odd = office_of(with_odd_texts(records()))

    assert squeezed(ODD_TEXT) in words_of(SLUG, owner="Z01", item="2", whose=odd)
