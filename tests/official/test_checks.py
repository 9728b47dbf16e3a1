"""The records of official papers: what is wrong in them, where, and what to do."""

from datetime import date

import pytest

from docgen.build.official import load_papers
from docgen.campaign.models.record import CommitteeRecord
from docgen.findings import Severity
from docgen.settings import Settings
from docgen.workspace import Workspace
from support.official import findings, good, workspace


def codes(found, severity=None):
    return [one.rule for one in found if severity is None or one.severity is severity]


def request(**changes):
    fields = {
        "genre": "请示",
        "title": "关于增设消防设备的请示",
        "recipients": ["江滨市卫生健康委员会"],
        "number": "江一院党〔2026〕3号",
        "body": "因消防设备老化，拟增设一批消防设备。\n妥否，请批示。",
        "signers": ["欧阳景和"],
        "contact": {"name": "仇朴", "phone": "0000-1"},
    }
    return good(**{**fields, **changes})


def test_good_papers_have_no_findings(tmp_path):
    assert findings(tmp_path, good(), request()) == []


def test_another_genre_is_refused_with_the_nearest(tmp_path):
    [one] = [f for f in findings(tmp_path, good(genre="请求")) if f.field == "genre"]

    assert one.severity is Severity.ERROR
    assert (one.line, one.label) != (0, "")
    assert "请示" in one.remedy


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"recipients": None}, "S01", "recipients"),
        ({"recipients": ["甲", "乙"]}, "S01", "recipients"),
        ({"signers": None}, "S06", "signers"),
        ({"contact": None}, "S09", "contact"),
        ({"contact": {"name": "仇朴"}}, "S09", "contact"),
    ],
)
def test_a_request_needs_one_recipient_a_signer_and_a_contact(tmp_path, changes, code, field):
    [one] = findings(tmp_path, request(**changes))

    assert (one.rule, one.field, one.severity) == (code, field, Severity.ERROR)
    assert one.label
    assert one.remedy


def test_a_report_carries_no_request(tmp_path):
    report = request(genre="报告", title="关于消防检查情况的报告", contact=None)

    assert codes(findings(tmp_path, report), Severity.ERROR) == ["S02"]
    assert codes(findings(tmp_path, {**report, "body": "现将情况报告如下。\n特此报告。"})) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"genre": "公告", "title": "关于停水的公告", "body": "因检修停水。"}, "S08"),
        ({"title": "消防检查通知"}, "B03"),
        ({"title": "关于消防检查的通报"}, "B03"),
        ({"title": "关于消防检查的通知。"}, "T04"),
        ({"title": f"关于{'加强消防安全' * 20}的通知"}, "B02"),
        ({"body": "特此报告。"}, "S07"),
        ({"body": "请于2026年2月30日前报送。"}, "T03"),
        ({"body": None}, "B06"),
        ({"copy_no": "12"}, "H01"),
        ({"secrecy": "内部"}, "H02"),
        ({"secrecy": "秘密★1年"}, "H01"),
        ({"number": "七号"}, "H07"),
        ({"date": None}, "B18"),
        ({"issued_on": date(2026, 2, 1)}, "T16"),
    ],
)
def test_each_duty_has_its_finding(tmp_path, changes, code):
    found = findings(tmp_path, good(**changes))

    assert code in codes(found)
    assert all(one.remedy and one.label and one.line for one in found)


def test_a_number_with_wrong_brackets_is_no_fault(tmp_path):
    assert findings(tmp_path, good(number="江一院党发[2026]第007号")) == []


def test_an_order_has_a_number_of_its_own(tmp_path):
    order = good(
        genre="命令", title="江滨市第一人民医院令", recipients=None, number="第5号", body="现予公布。"
    )

    assert codes(findings(tmp_path, order)) == []
    assert codes(findings(tmp_path, {**order, "number": "江一院〔2026〕5号"})) == ["H07"]


@pytest.mark.parametrize("number", ["2026年第3号", "第3号", "〔2026〕3号"])
def test_what_is_for_all_may_be_counted_by_itself(tmp_path, number):
    paper = good(genre="公告", title="关于停水的公告", recipients=None, body="因检修停水。", number=number)

    assert codes(findings(tmp_path, paper)) == []


def test_a_text_file_that_is_refused_has_one_finding(tmp_path):
    assert codes(findings(tmp_path, good(body=None, body_file="../../a.txt"))) == ["Y02"]


def test_files_that_programs_leave_are_no_records_and_a_suffix_may_be_large(tmp_path):
    home = workspace(tmp_path, good()).data / "papers"
    (home / "._p1.yaml").write_bytes(b"\x00")
    (home / "p1.yaml").rename(home / "P1.YAML")

    read = load_papers(Workspace(tmp_path, Settings()), CommitteeRecord())

    assert [paper.id for paper in read.records] == ["P1"]
    assert read.unread == ()


def test_a_reply_quotes_the_request(tmp_path):
    reply = good(
        genre="批复",
        title="关于增设消防设备的批复",
        in_reply_to={"title": "关于增设消防设备的请示", "number": "江一院设[2026]3号"},
        body="你科《关于增设消防设备的请示》（江一院设〔2026〕3号）收悉。同意。\n此复。",
    )

    assert findings(tmp_path, reply) == []
    assert codes(findings(tmp_path, {**reply, "body": "同意。\n此复。"})) == ["S05", "S05"]


def test_two_papers_with_one_id_or_one_number_are_told_apart(tmp_path):
    found = findings(tmp_path, good(id="a"), good(id="a"))

    assert sorted(codes(found)) == ["X27", "X28"]
    assert all("p1.yaml" in one.message for one in found)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../../docgen.toml", "K20"),
        ("../../a.md", "Y02"),
        ("/etc/a.txt", "Y02"),
        ("missing.md", "Y01"),
        ("gbk.md", "Y04"),
        ("text.docx", "K20"),
    ],
)
def test_a_text_file_lies_in_the_folder_of_papers(tmp_path, name, code):
    texts = {"gbk.md": "正文内容很多".encode("gb18030")}

    found = findings(tmp_path, good(body=None, body_file=name), texts=texts)

    assert code in codes(found, Severity.ERROR)


def test_a_record_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    (tmp_path / "data" / "papers").mkdir(parents=True)
    (tmp_path / "data" / "papers" / "x.yaml").write_text("- 这不是记录\n", "utf-8")

    found = findings(tmp_path, good())

    assert codes(found) == ["Y07"]
