"""The manual's gallery shows every kind and variant."""

from pathlib import Path

from docgen.kinds import load_catalogue

ROOT = Path(__file__).parents[1]
KINDS = load_catalogue([ROOT / "templates"]).kinds
PAGE = (ROOT / "docs" / "gallery.md").read_text("utf-8")


def test_every_paper_has_its_picture_on_the_page():
    labels = {paper.label for kind in KINDS for paper in kind.papers}

    assert {path.stem for path in (ROOT / "docs" / "gallery").glob("*.png")} == labels
    assert [label for label in labels if f"(gallery/{label}.png)" not in PAGE] == []


def test_every_kind_has_two_lines_on_what_it_is_for():
    entries = dict(entry.split(" ", 1) for entry in PAGE.split("\n## ")[1:])

    for kind in KINDS:
        _, purpose, pictures, *_ = entries[kind.code].split("\n\n")
        assert len(purpose.split("\n")) == 2
        assert all(len(line) > 8 for line in purpose.split("\n"))
        assert "![" in pictures
