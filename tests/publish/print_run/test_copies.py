import pytest

from docgen.publish.print_run.copies import copies_of, recipients
from support.papers import made, office, sort_of

GROUPS = {"各党支部": 5, "机关各部门": 3}


@pytest.fixture(scope="module")
def plan_notice() -> bytes:
    return made(sort_of("committee-plan"), office())


@pytest.mark.parametrize(("said", "copies"), [("2", 2), ("", 1), ("0", 1), ("随便", 1)])
def test_a_number_is_the_number_and_a_paper_is_printed_at_least_once(said, copies):
    assert copies_of(said, b"", GROUPS) == copies


def test_recipients_are_those_that_the_paper_names(plan_notice):
    # 各党支部，机关各部门； 抄送：the superior committee.
    assert recipients(plan_notice, GROUPS) == 5 + 3 + 1
    assert copies_of("recipients + 3", plan_notice, GROUPS) == 12


def test_a_paper_without_recipients_is_printed_as_often_as_is_added():
    pledge = made(sort_of("upgrade-method"), office(), office().branches[0])

    assert copies_of("recipients + 2", pledge, GROUPS) == 2


def test_every_kind_of_the_repository_says_its_copies_in_words_that_are_understood():
    from docgen.kinds import load_catalogue
    from support.papers import TEMPLATES

    said = {paper.copies for kind in load_catalogue([TEMPLATES]).kinds for paper in kind.papers}

    assert all(word.isdigit() or word.startswith("recipients + ") for word in said if word)
