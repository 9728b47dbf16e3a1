import pytest

from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, words_of

SLUG = "branch-meeting"
ALL = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG)]


def _z01(**changes):
    plain = records()
    plain["branch-Z01.yaml"] |= changes
    return office_of(plain)


@pytest.mark.parametrize(("owner", "item", "meeting"), ALL)
def test_all_that_is_known_of_a_meeting_is_in_its_record(owner, item, meeting):
    assert unprinted(meeting, words_of(SLUG, owner=owner, item=item)) == set()


def test_there_is_a_record_of_every_meeting():
    assert len(ALL) == sum(len(record.meetings) for record in office().branches)


def test_who_did_not_come_is_named_with_the_reason():
    paper = words_of(SLUG, owner="Z01", item="2012-06-14")

    assert "缺席人员和原因訾怀瑾（外出培训）；预备党员1名（病假）议题" in paper
    assert "缺席人员和原因无议题" in words_of(SLUG, owner="Z01", item="2012-06-08")


def test_the_meeting_that_adopted_the_method_tells_the_vote():
    adopting = words_of(SLUG, owner="Z01", item="2012-06-14")

    assert "有表决权26人，赞成26票，反对0票，弃权0票。" in adopting
    assert "《机关第一党支部晋位升级办法》" in adopting
    assert "表决情况" not in words_of(SLUG, owner="Z01", item="2012-07-02")


def test_what_was_said_may_be_written_under_the_day():
    whose = _z01(texts={"D35": {"发言要点（2012-06-14）": ODD_TEXT}})

    assert f"发言要点{squeezed(ODD_TEXT)}表决情况" in words_of(
        SLUG, owner="Z01", item="2012-06-14", whose=whose
    )
    assert "发言要点决定事项" in words_of(SLUG, owner="Z01", item="2012-06-08", whose=whose)


def test_nobody_is_said_to_be_absent_when_it_is_not_known_who_came():
    whose = _z01(meetings=[{"date": "2012-06-08", "type": "支部委员会"}])

    assert "缺席人员和原因议题" in words_of(SLUG, owner="Z01", whose=whose)
