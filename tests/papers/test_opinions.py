import pytest

from support.papers import ODD_TEXT, office, office_of, records, squeezed, unprinted
from support.planned import jobs_of, paper_of, words_of
from support.tables import rows_of

SLUG = "opinions"
HELD = [(job.owner, job.item_id, job.item) for job in jobs_of(SLUG, "record")]


def _z01(**changes):
    plain = records()
    plain["branch-Z01.yaml"] |= changes
    return office_of(plain)


def _first_activity(**changes):
    diagnosis = records()["branch-Z01.yaml"]["diagnosis"]
    first, *others = diagnosis["activities"]
    return _z01(diagnosis=diagnosis | {"activities": [first | changes, *others]})


@pytest.mark.parametrize(("owner", "item", "activity"), HELD)
def test_all_that_is_known_of_an_activity_is_in_its_record(owner, item, activity):
    assert unprinted(activity, words_of(SLUG, "record", owner=owner, item=item)) == set()


def test_there_is_a_record_of_every_activity():
    assert len(HELD) == sum(len(record.diagnosis.activities) for record in office().branches)


def test_the_record_names_the_problems_that_it_led_to():
    paper = words_of(SLUG, "record", owner="Z01", item="D3")

    assert "据此立档的问题Z01-W1" in paper
    assert "Z01-W2“三会一课”" in paper
    assert "Z01-W3" not in paper


def test_what_was_said_stands_line_by_line_else_there_are_lines_to_write_on():
    said = words_of(
        SLUG, "record", owner="Z01", item="D1", whose=_first_activity(points=["盖章慢", ODD_TEXT])
    )
    unsaid = words_of(SLUG, "record", owner="Z01", item="D1")

    assert f"意见建议（逐条记录）1盖章慢2{squeezed(ODD_TEXT)}据此立档" in said
    assert "意见建议（逐条记录）123456据此立档" in unsaid


def test_who_came_and_who_wrote_it_down_may_be_told_of_each_activity():
    texts = {"D20": {"记录人": "钟离棠", "记录人（D2）": "乜小禾", "参加人员（D1）": ODD_TEXT}}

    first, second = (
        words_of(SLUG, "record", owner="Z01", item=one, whose=_z01(texts=texts)) for one in ("D1", "D2")
    )

    assert "记录人钟离棠" in first
    assert squeezed(ODD_TEXT) in first
    assert "记录人乜小禾" in second
    assert "参加人员情况说明" in second


def test_an_activity_of_another_kind_is_called_what_all_are_called():
    record = office().branches[1]
    other = next(one for one in record.diagnosis.activities if one.kind == "其他")

    paper = words_of(SLUG, "record", owner="Z02", item=other.id)

    assert paper.startswith(squeezed(f"{record.branch.short_name}查找问题活动记录"))


@pytest.mark.parametrize("number", range(6))
def test_every_problem_is_a_row_of_the_summary(number):
    record = office().branches[number]
    days = {one.id: one for one in record.diagnosis.activities}

    rows = rows_of(paper_of(SLUG, "summary", owner=record.branch.id))

    for place, problem in enumerate(record.problems, start=1):
        seq, text, source, _, area, handling, no = rows[place]
        assert [seq, text, area, handling] == [str(place), problem.title, problem.area, "立档"]
        assert no == f"{record.branch.id}-{problem.id}"
        assert all(f"{days[one].date.month}月{days[one].date.day}日" in source for one in problem.sources)


def test_the_summary_adds_up_the_activities():
    assert (
        "2012年6月1日至6月7日，共开展查找问题活动3次，24人次参加，听取意见建议58条，立档问题3项。"
        in words_of(SLUG, "summary", owner="Z01")
    )


def test_other_opinions_follow_the_problems():
    diagnosis = records()["branch-Z01.yaml"]["diagnosis"]
    diagnosis["activities"][0]["points"] = ["窗口少一把椅子"]
    whose = _z01(diagnosis=diagnosis, texts={"D20": {"汇总表": "建议延时服务\n建议合并表格"}})

    rows = rows_of(paper_of(SLUG, "summary", owner="Z01", whose=whose))

    assert rows[4][:3] == ["4", "窗口少一把椅子", "座谈会（6月1日）"]
    assert [row[1] for row in rows[5:7]] == ["建议延时服务", "建议合并表格"]


def test_a_summary_that_holds_all_opinions_has_no_rows_left_open():
    diagnosis = records()["branch-Z01.yaml"]["diagnosis"]
    diagnosis["activities"] = [diagnosis["activities"][0] | {"opinions": 3}]

    *rows, _, _ = rows_of(paper_of(SLUG, "summary", owner="Z01", whose=_z01(diagnosis=diagnosis)))

    assert all(row[1] for row in rows)
