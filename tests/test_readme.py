"""What the two README files tell people to type exists."""

import re
from pathlib import Path

import pytest

from docgen.cli import root

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
