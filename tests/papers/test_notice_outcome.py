import pytest

from support.docx import texts_with_style
from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of
from support.tables import rows_of

SLUG = "notice-outcome"
POSTED = [(job.owner, job.item_id, job.branch, job.item) for job in jobs_of(SLUG, "statement")]


def _z01(notice=None, **changes):
    plain = records()
    publicity = plain["branch-Z01.yaml"]["publicity"]
    publicity["notices"][0] |= notice or {}
    publicity |= changes
    return office_of(plain)


@pytest.mark.parametrize(("owner", "item", "record", "notice"), POSTED)
def test_the_statement_tells_all_of_the_notice_and_of_what_was_said(owner, item, record, notice):
    paper = words_of(SLUG, "statement", owner=owner, item=item)
    said = tuple(one for one in record.publicity.feedback if one.notice == notice.id)

    assert unprinted(notice, paper) <= {"id", "kind"}
    assert unprinted(said, paper) <= {"id", "notice", "from_whom"}
    if said:
        assert f"共收到意见{len(said)}条" in paper


def test_a_notice_that_nobody_answered_says_so():
    assert "公示期间没有收到意见。" in words_of(SLUG, "statement", owner="Z02")


def test_opinions_that_nobody_counted_are_left_to_be_counted():
    whose = _z01({"feedback_count": None, "conclusion": None}, feedback=[])

    paper = words_of(SLUG, "statement", owner="Z01", whose=whose)

    assert "公示期间共收到意见条，已答复条。" in paper
    assert "（公示结论（无异议，或者怎样调整），请在此填写）" in paper


def test_an_opinion_without_an_answer_is_still_open():
    feedback = records()["branch-Z01.yaml"]["publicity"]["feedback"]
    feedback[1]["replied_on"] = None

    assert "共收到意见2条，已答复1条，尚有1条正在办理。" in words_of(
        SLUG, "statement", owner="Z01", whose=_z01(feedback=feedback)
    )


def test_a_method_changed_after_the_notice_goes_through_review_again():
    assert "形成第2版，按程序重新报审。" in words_of(
        SLUG, "statement", owner="Z01", whose=_z01({"method_version": 1})
    )
    assert "重新报审" not in words_of(SLUG, "statement", owner="Z01")


def test_photos_are_told_of_or_left_to_be_put_in():
    plain = records()
    plain["branch-Z01.yaml"]["texts"] = {"D27": {"照片": "公示栏照片 2 张"}}

    written = words_of(SLUG, "statement", owner="Z01", whose=office_of(plain))

    assert "公示照片：公示栏照片2张" in written
    assert "（公示照片（附照片或注明张数和存放处），请在此填写）" in words_of(SLUG, "statement", owner="Z01")


def test_only_a_branch_with_a_seal_leaves_room_for_one():
    sealed, unsealed = (paper_of(SLUG, "statement", owner=owner) for owner in ("Z06", "Z01"))

    assert list(texts_with_style(sealed, "落款署名")) == [office().branches[5].branch.full_name]
    assert list(texts_with_style(unsealed, "落款署名")) == []


def test_the_register_has_a_row_for_each_opinion_with_who_and_how():
    rows = rows_of(paper_of(SLUG, "register", owner="Z01"))

    assert rows[2] == ["1", "2012年6月18日", "当面", "一名教学秘书", *rows[2][4:6], "2012年6月20日", "芮𬱖"]
    assert rows[3][2:4] == ["意见箱", "匿名"]


@pytest.mark.parametrize("number", range(6))
def test_the_register_holds_every_opinion(number):
    record = office().branches[number]

    paper = words_of(SLUG, "register", owner=record.branch.id)

    assert unprinted(record.publicity.feedback, paper) <= {"id", "notice", "from_whom"}


def test_an_opinion_on_no_known_notice_is_not_lost():
    feedback = [{"id": "F9", "notice": "G9", "date": "2012-06-19", "from": "匿名", "content": ODD_TEXT}]

    assert squeezed(ODD_TEXT) in words_of(SLUG, "register", owner="Z01", whose=_z01(feedback=feedback))
