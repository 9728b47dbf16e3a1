"""A LibreOffice that waits: it serves, survives a bad document and its own death, and is gone at the end."""

import pytest

from docgen.layout.builder import build_template
from docgen.pdf.process import kill
from docgen.pdf.spare import Spare
from docgen.pdf.worker import OfficeBroke

pytestmark = pytest.mark.pdf
GOOD = build_template({"blocks": [{"text": "好"}]})


def made(spare, *documents):
    return [outcome for _, outcome in sorted(spare.pdfs(documents))]


def test_it_serves_again_after_a_bad_document_and_after_it_was_killed():
    with Spare() as spare:
        first, bad = made(spare, GOOD, b"rubbish")
        kill(spare._worker._waiting)
        (again,) = made(spare, GOOD)
        waiting = spare._worker._waiting

    assert first.startswith(b"%PDF")
    assert isinstance(bad, OfficeBroke)
    assert again.startswith(b"%PDF")
    assert waiting.poll() is not None


def test_nothing_asked_is_nothing_done():
    with Spare() as spare:
        assert made(spare) == []
