"""What the two README files tell people to type exists."""

import re
from pathlib import Path

import pytest

from docgen.actions.init import init
from docgen.cli import main, root

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md"]


def typed(path, program):
    """The words after `program` wherever the file tells people to type it, in a block or in backquotes."""
    text = path.read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```.*?\n(.*?)```", text, re.S))
    quoted = "\n".join(re.findall(r"`([^`\n]+)`", text))
    return re.findall(
        rf"(?m)(?:^|&& |; ){program} +(?:-C \S+ +)?([a-z][a-z-]*)(?: +([a-z][a-z-]*))?", f"{blocks}\n{quoted}"
    )


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(path):
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))

    assert {words[0] for words in typed(path, "make")} <= targets


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(path):
    group = root()

    for first, second in typed(path, "docgen"):
        command = group.get_command(None, first)
        assert command is not None, first
        if second and hasattr(command, "list_commands"):
            assert command.get_command(None, second) is not None, f"{first} {second}"


def test_readme_names_the_two_commands():
    assert {"demo", "test"} <= {words[0] for words in typed(ROOT / "README.md", "make")}


def test_the_finding_that_the_manual_shows_is_what_check_prints(tmp_path, capsys):
    shown = re.search(r"(?m)^ +(错误  data/branches/.*)$", READMES[1].read_text(encoding="utf-8"))
    office = init(tmp_path / "office").root
    record = office / "data" / "branches" / "branch-Z01.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("deadline: 2012-07-15", "deadline: 2012-06-31", 1), encoding="utf-8")

    main(["-C", str(office), "check"])

    assert shown is not None
    assert shown[1] in capsys.readouterr().out
