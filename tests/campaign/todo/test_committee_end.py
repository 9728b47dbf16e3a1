import pytest

from support.tasks import items_on, stands_until


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("midterm_evaluation.bulletin.date", "2013-06-27"),
        ("final_evaluation.result_notice.start", "2013-12-11"),
        ("final_evaluation.result_notice.end", "2013-12-17"),
        ("final_evaluation.committee_decision.date", "2013-12-19"),
        ("grade_confirmation.request.date", "2013-12-20"),
        ("grade_confirmation.reply.date", "2013-12-23"),
        ("grade_confirmation.notice.date", "2013-12-24"),
    ],
)
def test_one_step_after_the_other_stands_until_its_day(field, day):
    assert stands_until(field, day).owner == "DW"


def test_a_missed_target_has_somebody_answer_for_it():
    missed = {"final": {"achieved": False}}

    assert "门诊" in items_on("2013-12-20", **missed)["accountability"].task.what
    told = {"accountability": [{"branch": "Z01", "person": "赵海"}]}
    assert "accountability" not in items_on("2013-12-20", told, **missed)


def test_the_papers_go_to_the_archive_by_the_day_that_was_set():
    task = items_on("2013-12-30")["archive.transferred_on"].task

    assert (task.who, task.due.isoformat(), task.before) == ("郑华", "2014-06-30", "归档移交")
    assert "archive.transferred_on" not in items_on(
        "2014-05-02", {"archive": {"transferred_on": "2014-05-01"}}
    )
