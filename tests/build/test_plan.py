from dataclasses import replace
from pathlib import Path

import pytest

from docgen.build.plan import plan
from docgen.kinds import FILLED, Items, load_catalogue
from docgen.settings import Settings
from support.records import branch_data, make_office

TEMPLATES = Path(__file__).parents[2] / "templates"


def paper_of(slug, variant=""):
    kind = load_catalogue([TEMPLATES]).find(slug)
    return next(paper for paper in kind.papers if paper.variant == variant)


def jobs_of(slug, *branches, variant="", owners=None, settings=None, **changes):
    paper = paper_of(slug, variant)
    if changes:
        paper = type(paper)(
            **{name: getattr(paper, name) for name in type(paper).__dataclass_fields__} | changes
        )
    return plan([paper], make_office(*branches), settings or Settings(), owners)


def test_one_paper_for_each_branch():
    jobs = jobs_of("upgrade-method", branch_data(), branch_data("Z02"))

    assert [job.owner for job in jobs][-1] == "Z02"
    assert len(jobs) == 2


def test_only_chosen_owners_get_papers():
    jobs = jobs_of("upgrade-method", branch_data(), branch_data("Z02"), owners=frozenset({"Z02"}))

    assert [job.owner for job in jobs] == ["Z02"]


def test_missing_data_is_a_reason_in_the_users_words():
    (job,) = jobs_of("upgrade-method", branch_data(), needs=("brand",))

    assert "品牌" in job.reason
    assert job.path == ""


def test_list_without_a_fitting_member_is_a_reason():
    items = Items("publicity.notices", "notice", "id", ((("kind", "没有的公示"),),))

    (job,) = jobs_of("public-notice", branch_data(), variant="goals", items=items)

    assert "没有的公示" in job.reason


def _noticed(*notices):
    return branch_data(publicity={"notices": list(notices)})


GOALS_POSTED = {"id": "G1", "kind": "目标和办法公示", "channels": ["公示栏", "食堂门口"]}
RESULT_POSTED = {"id": "G2", "kind": "结果公示", "start": "2013-12-20"}


@pytest.mark.parametrize(
    ("when", "made"),
    [
        ((), ["G1", "G2"]),
        (((("kind", "结果公示"),),), ["G2"]),
        (((("start", FILLED),), (("kind", "目标和办法公示"),)), ["G1", "G2"]),
        (((("start", FILLED), ("kind", "目标和办法公示")),), [""]),
    ],
)
def test_members_that_meet_one_of_the_alternatives_get_papers(when, made):
    items = Items("publicity.notices", "notice", "id", when)

    jobs = jobs_of(
        "public-notice", _noticed(GOALS_POSTED, RESULT_POSTED), variant="goals", items=items, needs=()
    )

    assert [job.item_id for job in jobs] == made


def test_what_no_member_has_filled_is_told_by_its_label():
    items = Items("problems", "problem", "id", ((("carry_over", FILLED),),))

    (job,) = jobs_of("problem-dossier", branch_data(), items=items)

    assert job.reason == "记录里还没有“续办”"


def test_members_of_the_committees_list_are_those_that_name_the_branch():
    items = Items("inspections", "inspection", "id", (), (("branches", "branch.id"),))
    held = [{"id": "JC1", "branches": ["Z01", "Z02"]}, {"id": "JC2", "branches": ["Z02"]}]
    whose = make_office(branch_data(), branch_data("Z02"), inspections=held)
    paper = replace(paper_of("problem-dossier"), items=items)

    jobs = plan([paper], whose, Settings(), None)

    assert [(job.owner, job.item_id) for job in jobs] == [("Z01", "JC1"), ("Z02", "JC1"), ("Z02", "JC2")]


@pytest.mark.parametrize("branch_id", ["../../etc", "a/b", "C:\\x", "con", "..", "支部 一"])
def test_hostile_id_stays_inside_the_output_folder(branch_id):
    (job,) = jobs_of("upgrade-method", branch_data(branch={"id": branch_id}))

    folder, name = job.path.split("/")
    assert folder not in ("", ".", "..")
    assert not set(name + folder) & set('\\/:*?"<>| ')


def test_branches_of_one_id_get_papers_of_two_names():
    first, second = jobs_of("upgrade-method", branch_data(), branch_data())

    assert first.path.lower() != second.path.lower()
    assert first.key != second.key


def test_paper_without_a_date_has_none_in_its_name():
    (job,) = jobs_of("upgrade-method", branch_data(), date="method.adopted.nothing", edition="")

    assert job.path.endswith("_v1.docx")
    assert job.day is None


def test_a_paper_about_a_day_is_filed_under_the_day_as_it_is_typed():
    held = [{"date": "2012-06-14", "type": "党员大会"}, {"date": "2012-06-14", "type": "支部委员会"}]

    jobs = jobs_of("branch-meeting", branch_data(meetings=held))

    assert [job.item_id for job in jobs] == ["2012-06-14", "2012-06-14(2)"]
    assert jobs[0].path == "Z01/Z01_D35_2012-06-14_支部会议记录_v1_20120614.docx"
