from support import other_office
from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of

SLUG = "rectification-order"


def _with(order=None, committee=None, **changes):
    plain = records()
    plain["branch-Z01.yaml"] |= changes
    plain["branch-Z01.yaml"]["rectification_order"] |= order or {}
    plain["committee.yaml"] |= committee or {}
    return words_of(SLUG, whose=office_of(plain))


def test_only_the_branch_that_was_ordered_gets_one():
    assert [job.owner for job in jobs_of(SLUG)] == ["Z01"]


def test_everything_in_the_order_is_on_it():
    record = office().branch("Z01")

    paper = words_of(SLUG)

    assert unprinted(record.rectification_order, paper) <= {
        "report.title",
        "report.date",
        "recheck.by",
        "recheck.date",
        "recheck.result",
    }
    assert squeezed(record.midterm.comment) in paper


def test_the_facts_are_those_of_the_assessment():
    paper = words_of(SLUG)

    assert "2012年6月28日，党委对你支部整改落实情况进行了“七一”前考评" in paper
    assert "考评得分60分（满分100分），低于70分的要求，结果为批评并限期整改。" in paper
    assert "主要失分项目：整改落实进度扣17分、办实事解难题扣8分、问题档案与原因分析扣4分。" in paper


def test_reasons_are_ticked_and_demands_numbered():
    paper = words_of(SLUG)

    assert "☑整改措施不到位☑工作走过场☐不得力" in paper
    assert "1.重新整改W2并由书记在党员大会上说明情况。2.公布W1每月办结时间。3.报送书面整改报告。" in paper
    assert "整改要求公布名单。整改期限" in _with({"demands": ["公布名单"]})


def test_the_day_the_report_and_what_follows_are_told():
    paper = words_of(SLUG)

    assert "请于2012年7月20日前完成整改，并由支部书记签字，向党委组织部报送书面整改情况报告。" in paper
    assert "逾期没有完成整改，或者整改不到位的，按照责任书的约定追究责任。" in paper
    assert "按照有关规定追究责任。" in _with(agreement=None)
    assert "逾期的约谈书记。" in _with(committee={"texts": {"D12": {"逾期处理": "逾期的约谈书记。"}}})


def test_it_is_addressed_copied_numbered_sealed_and_dated():
    paper = paper_of(SLUG)

    text = words_of(SLUG)
    assert list(texts_with_style(paper, "公文副题")) == ["示院党督〔2012〕1号"]
    assert "主送中共示范学院机关第一支部委员会抄送联系委员漆昀，党委组织部" in text
    assert "特此通知。中共示范学院委员会（盖章）2012年6月29日送达回执" in text


def test_a_committee_without_a_seal_is_not_asked_for_one():
    own = records()["committee.yaml"]["committee"] | {"has_seal": False}

    assert "（盖章）" not in _with(committee={"committee": own})


def test_the_receipt_names_who_received_it_and_leaves_the_signatures_open():
    paper = words_of(SLUG)

    assert "收到日期2012年6月29日签收人尉迟远（签字）：整改期限2012年7月20日" in paper
    assert "支部书记（签字）：年月日" in paper


def test_an_order_not_finished_leaves_room_for_handwriting():
    paper = _with(
        {
            "doc_no": None,
            "issued_on": None,
            "demands": None,
            "deadline": None,
            "receipt": None,
            "reasons": None,
        }
    )

    assert "限期整改通知书示院党督〔2012〕号主送" in paper
    assert "请于年月日前完成整改" in paper
    assert "☐整改措施不到位☐工作走过场☐不得力整改要求整改期限和报告方式" in paper


def test_another_office_has_its_own_words_and_numbers():
    whole = other_office.records()
    whose = office_of({"committee.yaml": whole.pop("committee"), **whole})

    paper = words_of(SLUG, whose=whose)

    assert "滨医党督〔2027〕1号" in paper
    assert "考评得分55分（满分100分），低于60分的要求" in paper


def test_odd_texts_are_printed_as_they_stand():
    assert squeezed(ODD_TEXT) in _with({"demands": [ODD_TEXT]})
