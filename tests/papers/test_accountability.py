from support import other_office
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of

SLUG = "accountability"
ENTRY = office().committee.accountability[0]
UNSIGNED = {"agreement": None, "final": {"conclusion": "没有达到目标。"}}
VARIANTS = ("interview-notice", "interview-record", "decision")


def _with(variant, texts=None, branch=None, **changes):
    plain = records()
    plain["committee.yaml"]["accountability"][0] |= changes
    plain["committee.yaml"]["texts"] = {"D17": texts or {}}
    plain["branch-Z01.yaml"] |= branch or {}
    return words_of(SLUG, variant, whose=office_of(plain))


def _made_with(*entries):
    plain = records()
    plain["committee.yaml"]["accountability"] = list(entries)
    whose = office_of(plain)
    return {
        variant: [(job.owner, job.item_id) for job in jobs_of(SLUG, variant, whose)] for variant in VARIANTS
    }


def test_who_is_not_interviewed_gets_the_decision_alone():
    entry = {"branch": "Z02", "person": "郗望舒", "form": "书面检查"}

    assert _made_with(entry) == {
        "interview-notice": [],
        "interview-record": [],
        "decision": [("Z02", "郗望舒")],
    }


def test_an_interview_by_any_name_has_its_notice_and_record():
    entries = [
        {"branch": "Z02", "person": "郗望舒", "form": ["书面检查", "约谈"]},
        {"branch": "Z01", "person": "尉迟远", "form": "谈话提醒", "interviewer": "欧阳景和"},
    ]

    made = _made_with(*entries)

    assert made["interview-notice"] == made["interview-record"] == [("Z01", "尉迟远"), ("Z02", "郗望舒")]


def test_the_decision_has_facts_basis_and_measures():
    paper = words_of(SLUG, "decision")

    assert unprinted(ENTRY, paper) <= {"branch", "interviewed_on", "interviewer"}
    assert "尉迟远，机关第一党支部书记。2012年6月15日，机关第一党支部与党委签订" in paper
    assert "确定由一般晋升先进。经考评验收，该支部得分72.6分，验收档次为一般。" in paper
    assert squeezed(office().branch("Z01").agreement.accountability) in paper
    assert "2012年12月24日经党委会研究，决定对尉迟远同志给予以下处理：1.约谈。2.取消评先资格。" in paper
    assert "本决定自2012年12月24日起执行。" in paper


def test_the_decision_goes_to_the_branch_under_the_committees_seal():
    paper = paper_of(SLUG, "decision")

    assert list(texts_with_style(paper, "主送机关")) == ["中共示范学院机关第一支部委员会："]
    assert list(texts_with_style(paper, "落款署名")) == ["中共示范学院委员会"]
    assert list(texts_with_style(paper, "成文日期")) == ["2012年12月24日"]
    assert "".join(texts_with_style(paper, "公文标题")).replace("\n", "") == (
        "中共示范学院委员会关于对尉迟远同志实施责任追究的决定"
    )


def test_who_was_to_hold_a_grade_is_not_said_to_rise():
    agreement = records()["branch-Z01.yaml"]["agreement"] | {"grade_to": "一般"}

    assert "确定在一般档次上有新的提高。" in _with("decision", branch={"agreement": agreement})


def test_a_decision_without_agreement_or_result_still_reads():
    paper = _with("decision", branch=UNSIGNED, decided_on=None, form="书面检查")

    assert "尉迟远，机关第一党支部书记。未实现责任书确定的" in paper
    assert "经党委会研究，决定对尉迟远同志给予以下处理：书面检查。" in paper
    assert "本决定自印发之日起执行。" in paper


def test_the_notice_says_why_when_and_with_whom():
    paper = words_of(SLUG, "interview-notice")

    assert paper.startswith("约谈通知书尉迟远同志：2012年12月24日，经党委会研究，决定对你进行约谈。")
    assert "1.约谈事由：未实现责任书确定的晋升先进目标" in paper
    assert "2.约谈时间：2012年12月26日时分3.约谈地点：4.约谈人：欧阳景和（党委书记）" in paper
    assert "回执约谈通知书已收到" in paper


def test_the_record_has_the_persons_and_leaves_their_words_and_names_to_be_written():
    paper = words_of(SLUG, "interview-record")

    assert "约谈人欧阳景和职务党委书记被约谈人尉迟远职务机关第一党支部书记" in paper
    assert "约谈要点被约谈人陈述整改要求" in paper
    assert "约谈人签字签字日期年月日被约谈人签字签字日期年月日记录人签字签字日期年月日" in paper


def test_what_was_said_may_be_written_for_each_person():
    texts = {"约谈要点": "公用", "约谈要点（尉迟远）": ODD_TEXT, "记录人": "仇朴", "约谈地点": "行政楼 306"}

    record, notice = _with("interview-record", texts), _with("interview-notice", texts)

    assert f"约谈要点{squeezed(ODD_TEXT)}被约谈人陈述" in record
    assert "记录人仇朴" in record
    assert "约谈地点：行政楼306" in notice


def test_another_office_has_its_own_words():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words_of(SLUG, "decision", whose=whose)

    assert "滨医党发〔2027〕" in paper
    assert "确定由达标晋升良好" in paper
    assert "给予以下处理：书面检查。" in paper
