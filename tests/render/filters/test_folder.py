"""The open folder: a file is found by being there."""

import jinja2.defaults
import pytest

from docgen.render import filters

FAMILY = """
from docgen.render.filters import template_filter

@template_filter({names})
def added(n):
    return f"{{n}}斤"
"""


def test_every_filter_has_a_chinese_name_an_english_one_and_a_docstring():
    by_function: dict = {}
    for name, function in filters.known_filters().items():
        by_function.setdefault(function, []).append(name)

    for function, names in by_function.items():
        assert function.__doc__, names
        assert any(name.isascii() for name in names), names
        assert any(not name.isascii() for name in names), names


def test_no_filter_hides_one_of_jinjas():
    assert not filters.known_filters().keys() & jinja2.defaults.DEFAULT_FILTERS.keys()


def test_new_file_in_the_folder_is_found(tmp_path, monkeypatch):
    (tmp_path / "weights.py").write_text(FAMILY.format(names="'jin', '斤'"))
    monkeypatch.setattr(filters, "__path__", [*filters.__path__, str(tmp_path)])

    found = filters.known_filters.__wrapped__()

    assert found["斤"](3) == "3斤"


def test_two_filters_of_one_name_are_refused(tmp_path, monkeypatch):
    (tmp_path / "again.py").write_text(FAMILY.format(names="'数'"))
    monkeypatch.setattr(filters, "__path__", [*filters.__path__, str(tmp_path)])

    with pytest.raises(ValueError, match="数"):
        filters.known_filters.__wrapped__()
