import shutil
from datetime import date

import pikepdf
import pytest

from docgen.actions.build import Wanted, build
from docgen.actions.init import init
from docgen.build.output import Output
from docgen.cli import main
from docgen.pdf import printer
from docgen.workspace import Workspace
from support.pdfa import pdfa_faults


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


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Two branches' papers as PDFs, one conversion for the tests that only look."""
    root = init(tmp_path_factory.mktemp("pdfs") / "office").root
    wanted = Wanted(("D22",), ("Z01", "Z02"), pdf=True)
    return root, build(Workspace.find(root), wanted, date(2012, 7, 1), Silent())


def _pages(root, entry):
    with pikepdf.open((root / "output" / entry.path).with_suffix(".pdf")) as document:
        return len(document.pages)


@pytest.mark.pdf
def test_the_manifest_tells_pages_form_and_printer_of_a_pdf(printed):
    root, _ = printed

    entries = Output.open(root / "output").entries.values()

    assert [entry.pages for entry in entries] == [_pages(root, entry) for entry in entries]
    assert {entry.pdf_form for entry in entries} == {"pdf"}
    assert {entry.pdf_printer for entry in entries} == {printer()}


@pytest.mark.pdf
def test_other_fonts_or_another_form_make_the_pdfs_anew(printed):
    output = Output.open(printed[0] / "output")
    key = next(iter(output.entries))

    asked = [
        output.needs_pdf(key, printer=printer()),
        output.needs_pdf(key, printer="other fonts"),
        output.needs_pdf(key, printer=printer(), pdfa=True),
        output.needs_pdf(key, printer=""),
    ]

    assert asked == [False, True, True, False]


@pytest.mark.pdf
def test_a_scan_in_the_pdf_s_place_is_not_lost(office):
    (paper,) = build(Workspace.find(office), Wanted(("D22",), ("Z01",)), date(2012, 7, 1), Silent()).outcomes
    pdf = (office / "output" / paper.job.path).with_suffix(".pdf")
    pdf.write_bytes(b"the signed paper, scanned")

    again = built(office)

    (kept,) = (office / "output" / "旧版").rglob("*.pdf")
    assert kept.read_bytes() == b"the signed paper, scanned"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert any("旧版" in note for note in again.outcomes[0].notes)


@pytest.mark.pdf
def test_a_substitution_is_told_again_of_a_pdf_that_stays(office, monkeypatch, tmp_path):
    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path / "none"))
    first = built(office)

    second = built(office)

    assert second.substitutions == first.substitutions
    assert any("仿宋" in told and "fonts install" in told for told in first.substitutions)


@pytest.mark.pdf
def test_pdfa_is_made_where_the_setting_says_so(office):
    (office / "docgen.toml").write_text('pdf = "pdfa"\n')

    result = build(Workspace.find(office), Wanted(("D22",), ("Z01",)), date(2012, 7, 1), Silent())

    assert pdfa_faults((office / "output" / result.outcomes[0].pdf).read_bytes()) == []


def test_the_option_pdfa_asks_for_pdfs_too(office, monkeypatch):
    monkeypatch.setenv("PATH", str(office))
    wanted = Wanted(("D22",), ("Z01",), pdfa=True)

    result = build(Workspace.find(office), wanted, date(2012, 7, 1), Silent())

    assert result.exit_status == 3


@pytest.mark.pdf
def test_the_build_says_how_many_pdfs_there_are(printed, capsys):
    root, _ = printed

    main(["-C", str(root), "build", "D22", "-b", "Z01", "-b", "Z02", "--on", "2012-07-01", "--pdf"])

    assert "PDF 2 份" in capsys.readouterr().err
