import shutil
from datetime import date

import pytest

from docgen.actions.build import Wanted, build
from docgen.actions.init import init
from docgen.workspace import Workspace


class Silent:
    def starts(self, what, total):
        pass

    def advances(self):
        pass


@pytest.fixture
def office(tmp_path):
    return init(tmp_path / "office").root


def built(root, **wanted):
    return build(
        Workspace.find(root), Wanted(("D22",), ("Z01",), pdf=True, **wanted), date(2012, 7, 1), Silent()
    )


@pytest.mark.pdf
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf_lies_beside_its_paper_and_is_made_once(office):
    result = built(office)
    (pdf,) = (office / "output").rglob("*.pdf")
    before = pdf.stat().st_mtime_ns

    again = built(office)

    assert pdf.read_bytes().startswith(b"%PDF")
    assert [outcome.pdf for outcome in result.outcomes] == [pdf.relative_to(office / "output").as_posix()]
    assert again.outcomes[0].pdf == result.outcomes[0].pdf
    assert pdf.stat().st_mtime_ns == before
    assert result.exit_status == 0


def test_without_libreoffice_the_papers_are_whole_and_the_status_is_3(office, monkeypatch):
    monkeypatch.setenv("PATH", str(office))

    result = built(office)

    assert [outcome.status for outcome in result.outcomes] == ["written"]
    assert len(list((office / "output").rglob("*.docx"))) == 1
    assert result.exit_status == 3
    assert "LibreOffice" in str(result.pdf_error)
