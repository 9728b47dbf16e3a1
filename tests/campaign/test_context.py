import json
import pickle
from datetime import date

import pytest

from docgen.campaign.context import paper_context, values_of
from docgen.campaign.feeds import UnknownFeed
from docgen.campaign.models.process import Notice
from docgen.campaign.office import Office
from support.records import branch_data, make_office, sample_office


@pytest.fixture
def office() -> Office:
    return make_office()


def test_a_root_is_seen_under_all_its_names(office: Office):
    context = paper_context(["branch"], [], office, branch=office.branches[0])

    assert context["branch"].secretary == "赵海"
    assert context["支部"].书记 == context["党支部"].支部书记 == "赵海"


def test_what_is_not_declared_is_not_seen(office: Office):
    context = paper_context(["branch"], [], office, branch=office.branches[0])

    assert set(context) == {"branch", "党支部", "支部", "facts"}


def test_a_feed_of_depth_two_hides_the_fields_beside_it(office: Office):
    context = paper_context(["publicity.notices"], [], office, branch=office.branches[0])

    assert [notice.id for notice in context["publicity"].notices] == ["G1"]
    assert not hasattr(context["publicity"], "feedback")
    assert not hasattr(context["publicity"], "意见")
    assert dir(context["publicity"]) == sorted(["notices", "公示"])


def test_a_whole_root_goes_before_a_part_of_it(office: Office):
    feeds = ["publicity.notices", "publicity", "publicity.feedback"]

    context = paper_context(feeds, [], office, branch=office.branches[0])

    assert context["publicity"].awareness.sample == 27


def test_two_fields_of_one_name_are_the_branchs_and_the_committees(office: Office):
    feeds = ["publicity", "committee_publicity", "texts", "committee_texts"]

    context = paper_context(feeds, [], office, branch=office.branches[0])

    assert context["publicity"].awareness.sample == 27
    assert context["committee_publicity"].survey.sample == 54


def test_papers_of_the_committee_see_branches_as_records(office: Office):
    context = paper_context(["branches.branch", "branches.final", "publicity"], [], office)

    assert [b.branch.short_name for b in context["branches"]] == ["门诊党支部", "住院党支部"]
    assert str(context["支部"][0].final.total) == "84.4"
    assert not hasattr(context["branches"][0], "problems")
    assert context["publicity"].survey.sample == 54


def test_the_committees_list_of_files_is_no_branch_papers_business(office: Office):
    with pytest.raises(UnknownFeed):
        paper_context(["branches"], [], office, branch=office.branches[0])


@pytest.mark.parametrize(
    ("feeds", "facts", "hint"),
    [
        (["problem"], [], "problems"),
        (["publicity.notice"], [], "publicity.notices"),
        (["branch"], ["dossier"], "dossiers"),
    ],
)
def test_an_unknown_feed_names_the_nearest(feeds: list[str], facts: list[str], hint: str, office: Office):
    with pytest.raises(UnknownFeed) as caught:
        paper_context(feeds, facts, office, branch=office.branches[0])

    assert hint in caught.value.remedy


def test_only_declared_facts_are_seen(office: Office):
    facts = paper_context([], ["members"], office, branch=office.branches[0])["facts"]

    assert facts.members.total == 27
    assert facts.党员数.formal == 25
    assert not hasattr(facts, "scores")
    assert sorted(dir(facts)) == ["members", "党员数"]


def test_a_fact_shows_no_more_of_a_branch_than_it_reads(office: Office):
    rows = paper_context([], ["branch_rows"], office)["facts"].branch_rows

    assert rows[0].record.branch.short_name == "门诊党支部"
    assert not hasattr(rows[0].record, "agreement")


def test_the_item_is_seen_under_its_name(office: Office):
    branch = office.branches[0]

    context = paper_context(
        [], ["notice"], office, branch=branch, item=("notice", branch.publicity.notices[0])
    )

    assert context["notice"].id == context["item"].编号 == "G1"
    assert context["facts"].notice.workdays == 5


def test_the_as_of_day_is_seen_only_where_declared(office: Office):
    day = date(2013, 5, 1)

    assert paper_context(["as_of"], [], office, as_of=day)["as_of"] == day
    assert "as_of" not in paper_context([], [], office, as_of=day)


def test_the_version_hash_leaves_out_when_and_where_it_was_signed(office: Office):
    def hashed(**agreement: object) -> object:
        changed = make_office(branch_data(agreement=agreement))
        feeds = ["agreement", "branch"]
        return paper_context(feeds, ["content_hash"], changed, branch=changed.branches[0])[
            "facts"
        ].content_hash

    assert hashed() == hashed(signed_on="2013-04-01") == hashed(place="礼堂") == hashed(signed_on=None)
    assert hashed() != hashed(copies=4)
    assert len(str(hashed())) == 12


def test_values_are_canonical_and_change_with_what_feeds(office: Office):
    def values(feeds: list[str], **changes: object) -> str:
        changed = make_office(branch_data(**changes))
        return values_of(feeds, ["problem_counts"], changed, branch=changed.branches[0])

    assert values(["branch"]) == values(["branch"], final={"total": 99})
    assert values(["branch"]) != values(["branch"], branch={"liaison": "周明"})
    assert values(["branch"]) != values(["branch"], problems=[{"id": "W1", "status": "整改中"}])
    assert list(json.loads(values(["branch"]))) == ["branch", "problems"]


def test_only_people_whose_names_occur_feed_a_paper(office: Office):
    values = json.loads(values_of(["branch", "people"], [], office, branch=office.branches[0]))

    assert {person["name"] for person in values["people"]} == {"赵海", "钱进", "吴静"}


def test_each_notice_feeds_its_own_paper(office: Office):
    def values(notice: Notice) -> str:
        return values_of(["branch"], [], office, branch=office.branches[0], item=("notice", notice))

    assert values(Notice(id="G1")) != values(Notice(id="G2"))


def test_values_of_every_root_of_the_sample_can_be_written():
    office = sample_office()

    text = values_of(["problems", "campaign", "plan", "people"], [], office, branch=office.branches[1])

    assert "迪丽努尔·阿卜杜热合曼江" in text
    assert json.loads(text)["campaign"]["year"] == 2012


def test_what_a_paper_names_is_computed_once_for_all_papers(office: Office):
    def facts(branch: int) -> object:
        return paper_context(["branch"], ["dossiers"], office, branch=office.branches[branch])["facts"]

    assert facts(0).dossiers is facts(0).dossiers
    assert facts(0).dossiers is not facts(1).dossiers


def test_branches_share_the_views_of_what_is_the_committees(office: Office):
    feeds = ["committee", "branch"]
    first, second = (paper_context(feeds, [], office, branch=branch) for branch in office.branches[:2])

    assert first["committee"] is second["committee"]
    assert first["branch"] is not second["branch"]


def test_an_office_in_another_process_remembers_nothing(office: Office):
    # Its records have other identities there, by which things are remembered.
    paper_context(["branch"], [], office, branch=office.branches[0])

    assert office.memory
    assert not pickle.loads(pickle.dumps(office)).memory
