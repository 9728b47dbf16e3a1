import json
import re
import subprocess
import sys

import pytest

from docgen.actions.init import init
from docgen.cli import main, root

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Error|Missing|Invalid|Try|Show|OPTIONS|ARGS|COMMAND)\b")


def every_command(group=None, path=()):
    """Every command and group by its words."""
    group = group or root()
    yield path, group
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.fixture
def office(tmp_path):
    """A workspace with the sample records."""
    return init(tmp_path / "office").root


def called(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


GROUPS = {path for path, command in every_command() if hasattr(command, "list_commands")}


@pytest.mark.parametrize("path", [path for path, _ in every_command()], ids=" ".join)
def test_every_command_has_chinese_help_with_an_example(capsys, path):
    status, out, _ = called(capsys, *path, "--help")

    assert status == 0
    assert not ENGLISH.search(out)
    assert f"docgen {' '.join(path)}".strip() in out.split("\n", 1)[0]
    assert path in GROUPS or "例：" in out


def test_every_command_is_summed_up_on_the_help_page(capsys):
    _, out, _ = called(capsys, "--help")

    listed = out.split("命令：")[1].strip().splitlines()
    assert all(len(line.split()) >= 2 for line in listed)
    assert len(listed) == len(root().list_commands(None))


def test_help_starts_quickly_and_loads_nothing_heavy():
    code = (
        "import sys; from docgen.cli import main; main(['--help']);"
        "print([m for m in ('docxtpl', 'docx', 'lxml', 'pydantic', 'rich', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.rstrip().endswith("[]")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "没有命令"),
        (["chek"], "check"),
        (["init"], "缺少参数"),
        (["check", "--nonsense"], "没有选项"),
        (["check", "--on", "2012-06-31"], "六月只有 30 天"),
        (["check", "--format", "xml"], "json"),
        (["build", "-j", "0"], "超出了范围"),
        (["build", "-j", "two"], "不是"),
        (["-C", "/nonexistent", "check"], "不存在"),
        (["list", "nonsense"], "没有命令"),
        (["completion", "csh"], "bash"),
        (["render", "a.docx", "b.yaml"], "缺少"),
        (["init", "a", "b"], "多出"),
        (["check", "--explain", "Q99"], "没有编号为"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_status_2(capsys, arguments, said):
    status, out, err = called(capsys, *arguments)

    assert status == 2
    assert out == ""
    assert said in err
    assert not ENGLISH.search(err)


def test_command_outside_a_workspace_says_how_to_make_one(capsys):
    status, _, err = called(capsys, "-C", "/", "check")

    assert status == 2
    assert "docgen init" in err


def test_error_with_json_is_one_json_object(capsys):
    status, out, _ = called(capsys, "-C", "/", "check", "--format", "json")

    assert status == 2
    assert json.loads(out)["error"]["remedy"]


def test_sample_records_have_no_finding(capsys, office):
    status, out, _ = called(capsys, "-C", office, "check", "--format", "json")

    assert status == 0
    assert json.loads(out) == {"findings": [], "summary": {"错误": 0, "警告": 0, "提示": 0}}


def test_faulty_record_is_a_finding_with_place_label_and_remedy(capsys, office):
    record = office / "data" / "branches" / "branch-Z01.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("rated_on: 2012-04-20", "rated_on: 2012-04-31"), encoding="utf-8")
    line = text[: text.index("rated_on")].count("\n") + 1

    status, out, _ = called(capsys, "-C", office, "check", "--format", "json")
    plain_status, plain, _ = called(capsys, "-C", office, "check")

    (finding,) = (f for f in json.loads(out)["findings"] if f["field"] == "baseline.rated_on")
    assert status == plain_status == 1
    assert (finding["file"], finding["line"]) == ("data/branches/branch-Z01.yaml", line)
    assert finding["severity"] == "错误"
    assert finding["remedy"]
    assert f"data/branches/branch-Z01.yaml:{line}" in plain


def test_all_faults_of_a_workspace_are_told_in_one_run(capsys, office):
    (office / "data" / "branches" / "branch-Z02.yaml").write_text("", encoding="utf-8")
    (office / "data" / "branches" / "branch-Z03.yaml").unlink()
    (office / "data" / "branches" / "branch-Z99.yaml").write_text("branch: {}\n", encoding="utf-8")
    (office / "data" / "branches" / "branch-Z04.yaml").write_bytes("书记：尉迟远\n".encode("gbk"))

    _, out, _ = called(capsys, "-C", office, "check", "--format", "json")

    findings = json.loads(out)["findings"]
    files = {(f["file"].rsplit("/", 1)[-1], f["rule"]) for f in findings}
    assert ("branch-Z02.yaml", "Y06") in files
    assert ("branch-Z04.yaml", "Y04") in files
    assert ("branch-Z99.yaml", "X02") in files
    missing = next(f for f in findings if f["rule"] == "X01")
    assert "branch-Z03.yaml" in missing["message"]
    assert missing["line"] > 1


def test_workspace_without_committee_is_one_finding(capsys, office):
    (office / "data" / "committee.yaml").unlink()

    status, out, _ = called(capsys, "-C", office, "check", "--format", "json")

    assert status == 1
    assert [f["rule"] for f in json.loads(out)["findings"]] == ["X01"]


def test_rules_are_listed_and_explained(capsys):
    _, listed, _ = called(capsys, "check", "--rules")
    status, page, _ = called(capsys, "check", "--explain", "x3")

    assert {"Y01", "K01", "X01", "G01"} <= set(re.findall(r"^[YKXG]\d\d", listed, re.M))
    assert status == 0
    assert "正确" in page


def test_kinds_are_listed_with_their_variants(capsys, office):
    _, out, _ = called(capsys, "-C", office, "list", "kinds", "--format", "json")

    kinds = {kind["code"]: kind for kind in json.loads(out)["kinds"]}
    assert kinds["D26"]["variants"] == ["goals", "result"]
    assert kinds["D21"]["slug"] == "problem-dossier"
    assert kinds["D21"]["scope"] == "branch"


def test_the_list_of_kinds_for_people_has_every_scope(capsys, office):
    status, out, _ = called(capsys, "-C", office, "list", "kinds")

    lines = {line.split()[0]: line for line in out.splitlines() if line}
    assert status == 0
    assert "党支部" in lines["D21"]
    assert "党委" in lines["D01"]
    assert "自拟公文" in lines["GW-letter"]


def test_records_are_listed_with_states_and_errors(capsys, office):
    (office / "data" / "branches" / "branch-Z02.yaml").write_text("", encoding="utf-8")

    _, out, _ = called(capsys, "-C", office, "list", "records", "--format", "json")

    records = {record["id"]: record for record in json.loads(out)["records"]}
    assert records["Z01"]["errors"] == 0
    assert "S1" in records["Z01"]["states"]
    assert records[""]["file"] == "data/branches/branch-Z02.yaml"
    assert records[""]["errors"] == 1


def test_version_is_printed(capsys):
    status, out, _ = called(capsys, "--version")

    assert status == 0
    assert re.fullmatch(r"docgen \d+\.\d+\.\d+\n", out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_is_printed(capsys, shell):
    status, out, _ = called(capsys, "completion", shell)

    assert status == 0
    assert "_DOCGEN_COMPLETE" in out


def test_own_fault_is_one_line_without_a_traceback(capsys, monkeypatch, office):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("docgen.cli.commands.check.check", broken)
    status, _, err = called(capsys, "-C", office, "check")

    assert status == 70
    assert "Traceback" not in err
    assert "-v" in err


def test_interrupted_command_ends_with_130(capsys, monkeypatch, office):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.cli.commands.check.check", interrupted)
    status, _, err = called(capsys, "-C", office, "check")

    assert status == 130
    assert "中断" in err


def test_command_works_in_a_console_of_another_encoding(office):
    code = "import sys; from docgen.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "-C", str(office), "list", "records"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "gbk", "PATH": "/usr/bin"},
    )

    assert "机关第一党支部" in done.stdout.decode("utf-8")


def test_reader_that_goes_away_is_no_error_message(office):
    command = f"{sys.executable} -m docgen -C {office} check --rules | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)

    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_doctor_tells_what_the_machine_has(capsys):
    status, out, _ = called(capsys, "doctor", "--format", "json")

    told = json.loads(out)
    assert status == (3 if told["summary"]["lacking"] else 0)
    assert {"docgen", "Python", "docxtpl", "LibreOffice"} <= {fact["what"] for fact in told["facts"]}
    assert all(fact["good"] or fact["remedy"] for fact in told["facts"])
