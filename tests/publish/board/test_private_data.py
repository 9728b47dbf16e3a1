"""J37: only what the allow-list names is on the board; tried on three offices, and with words of our own."""

import re
from datetime import date
from html import unescape

import pytest
import yaml

from docgen.actions.board import publish
from docgen.workspace import Workspace, bundled
from support import good, other_office
from support.public import is_public, leaves, with_canaries

TODAY = date(2027, 4, 1)
# The page's own words: whoever types the same gives nothing away.
OURS = "工作思路 规章制度 组织阵地 保障机制 公开承诺 实事进展"


def sample():
    data = bundled("data")
    committee = yaml.load((data / "committee.yaml").read_text("utf-8"), yaml.CBaseLoader)
    branches = [yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for path in _branch_files(data)]
    return {"committee": committee, **{one["branch"]["id"]: one for one in branches}}


def _branch_files(data):
    return sorted((data / "branches").glob("*.yaml"))


def clinic():
    branches = [good.branch("Z01"), good.branch("Z02")]
    committee = {**good.committee(branches), "branches": ["Z01.yaml", "Z02.yaml"]}
    return {"committee": committee, "Z01": branches[0], "Z02": branches[1]}


def workspace(records, folder):
    (folder / "data" / "branches").mkdir(parents=True)
    (folder / "docgen.toml").write_text('[board]\nbase_url = "http://board.example/"\n', "utf-8")
    records["committee"]["branches"] = [f"{name}.yaml" for name in records if name != "committee"]
    for name, record in records.items():
        path = "committee.yaml" if name == "committee" else f"branches/{name}.yaml"
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        (folder / "data" / path).write_text(text, "utf-8")
    return Workspace.find(folder)


def site(records, folder):
    """All that a visitor can read, the address of the pages and the code of scripts and style left out."""
    published = publish(workspace(records, folder), folder / "site", None, TODAY, drafts=True)
    pages = [path.read_text("utf-8") for path in sorted(published.folder.glob("*.html"))]
    assert len(published.postings) >= len(records) - 1
    return unescape("\n".join(re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL) for page in pages))


@pytest.mark.parametrize("office", [sample, clinic, other_office.records])
def test_nothing_stands_on_the_board_that_is_not_on_the_list(office, tmp_path):
    records = office()
    told = [leaf for record in records.values() for leaf in leaves(record)]
    public = "\n".join(text for path, text in told if is_public(path))

    seen = site(records, tmp_path)

    leaked = {(path, text) for path, text in told if not is_public(path) and _is_telling(text, public, seen)}
    assert not leaked


def _is_telling(text, public, seen):
    """Whether a visitor learns the text from the board and from nothing that is public."""
    if len(text) < 4 or re.fullmatch(r"[a-z]+|[\d.\-:]{1,10}", text):  # markup has such words and numbers too
        return False
    return text in seen and text not in public + OURS


@pytest.mark.parametrize("office", [sample, other_office.records])
def test_words_put_into_every_private_place_do_not_come_out(office, tmp_path):
    records = {name: with_canaries(record) for name, record in office().items()}

    seen = site(records, tmp_path)

    assert "0999-7654321" not in seen
    assert "canary@" not in seen
    assert "金丝雀" not in seen


def test_the_check_would_see_a_leak(tmp_path):
    records = sample()
    records["Z01"]["target"]["statement"] = records["Z01"]["branch"]["contact"]["phone"]
    told = [leaf for record in records.values() for leaf in leaves(record)]
    public = "\n".join(text for path, text in told if is_public(path) and not path.startswith("target"))

    seen = site(records, tmp_path)

    assert any(_is_telling(text, public, seen) for path, text in told if path == "branch.contact.phone")
