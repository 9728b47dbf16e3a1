from pathlib import Path

import pytest

from docgen.build.plan import plan
from docgen.kinds import Items, load_catalogue
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
    items = Items("publicity.notices", "notice", "id", (("kind", "没有的公示"),))

    (job,) = jobs_of("public-notice", branch_data(), variant="goals", items=items)

    assert "没有的公示" in job.reason


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
