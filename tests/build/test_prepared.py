"""Templates are compiled once by a process, however many builds it makes."""

import shutil

import pytest

from docgen.build.prepared import prepare
from docgen.layout.profile import GLYPH, SETUP
from docgen.render import BrokenTemplate
from support.papers import sort_of


def test_a_template_is_prepared_once_for_all_builds_of_a_process(tmp_path):
    template = sort_of("upgrade-method").template
    shutil.copy(template, tmp_path)

    first = prepare(template, SETUP)

    assert prepare(tmp_path / template.name, SETUP) is first
    assert prepare(template, GLYPH) is not first


def test_a_template_that_was_changed_is_prepared_again(tmp_path):
    own = tmp_path / "template.docx"
    shutil.copy(sort_of("upgrade-method").template, own)
    before = prepare(own, SETUP)
    shutil.copy(sort_of("problem-dossier").template, own)

    assert prepare(own, SETUP) is not before
    own.write_bytes(b"no Word file")
    with pytest.raises(BrokenTemplate):
        prepare(own, SETUP)
