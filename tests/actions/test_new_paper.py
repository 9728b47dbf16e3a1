import pytest

from docgen.actions.init import init
from docgen.actions.new import AlreadyThere, BadId, new_paper
from docgen.build.official import load_papers
from docgen.campaign.models.record import CommitteeRecord
from docgen.workspace import Workspace


@pytest.fixture
def empty(tmp_path):
    return Workspace.find(init(tmp_path / "w", empty=True).root)


def test_a_new_paper_is_a_record_that_reads_and_says_what_it_lacks(empty):
    made = new_paper(empty, "qs-3", "请示", "关于增设设备的请示")

    read = load_papers(empty, CommitteeRecord())
    assert made.schema.is_file()
    [record] = read.records
    assert (record.id, record.genre, record.title) == ("qs-3", "请示", "关于增设设备的请示")
    assert {"S01", "S06", "S09", "B06"} <= {one.rule for one in read.findings}
    assert not [one for one in read.findings if one.rule[0] in "YK"]


def test_a_paper_that_is_there_is_not_touched(empty):
    new_paper(empty, "a", "", "")

    with pytest.raises(AlreadyThere):
        new_paper(empty, "a", "通知", "")


@pytest.mark.parametrize("paper_id", ["../a", "a b", "甲", ""])
def test_an_id_that_is_no_file_name_is_refused(empty, paper_id):
    with pytest.raises(BadId):
        new_paper(empty, paper_id, "", "")
