"""Documents to PDFs, with the real LibreOffice."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.inspect.paper import open_paper
from docgen.pdf import ConversionFailed, LibreOfficeMissing, PdfJob, convert
from docgen.pdf.jobs import NotTried
from support.made_paper import MadePaper, full_pages, red_headed

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def page() -> bytes:
    return full_pages(1)


@pytest.fixture(scope="module")
def ready_pdf(tmp_path_factory, page) -> Path:
    path = tmp_path_factory.mktemp("ready") / "ready.pdf"
    assert convert([PdfJob(page, path)])[0].error is None
    return path


def office_that_hangs(folder: Path, on: str, ready_pdf: Path) -> Path:
    """A soffice at once done with a file, unless it says `on`: then it sleeps for ever, in a child."""
    script = folder / "soffice"
    script.write_text(
        "#!/bin/sh\n"
        f'echo start >> "{folder}/starts"\n'
        'while [ "$1" != --outdir ]; do shift; done\n'
        "out=$2; shift 2\n"
        'mkdir -p "$out"\n'
        "for file do\n"
        f'  grep -q {on} "$file" && sh -c "sleep 1000; : {folder}"\n'
        f'  cp "{ready_pdf}" "$out/$(basename "$file" .docx).pdf"\n'
        "done\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


def test_every_job_has_its_pdf_and_its_result_in_order(tmp_path, page):
    jobs = [PdfJob(page, tmp_path / f"{name}.pdf") for name in "丙甲乙"]

    results = convert(jobs)

    assert [result.job for result in results] == jobs
    assert all(result.error is None for result in results)
    assert all(open_paper(job.target.read_bytes()).pages for job in jobs)


def test_files_of_one_name_in_two_folders_do_not_overwrite_each_other(tmp_path):
    for folder, rows in (("甲", 1), ("乙", 23)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "办法.docx").write_bytes(full_pages(rows))
    folders = [tmp_path / "甲", tmp_path / "乙"]

    convert([PdfJob(folder / "办法.docx", folder / "办法.pdf") for folder in folders])

    pages = [len(open_paper((folder / "办法.pdf").read_bytes()).pages) for folder in folders]
    assert pages == [1, 2]


@pytest.mark.parametrize("broken", [b"", b"not a document", "cut"])
def test_a_broken_document_is_named_and_the_others_come_out(tmp_path, page, broken):
    bad = page[: len(page) // 2] if broken == "cut" else broken
    jobs = [
        PdfJob(data, tmp_path / f"{name}.pdf") for name, data in (("一", page), ("坏", bad), ("二", page))
    ]
    heard = []

    results = convert(jobs, on_done=lambda result: heard.append(result.job.name))

    assert [result.error is None for result in results] == [True, False, True]
    assert isinstance(results[1].error, ConversionFailed)
    assert "坏.docx" in results[1].error.message
    assert results[1].error.remedy
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["一.pdf", "二.pdf"]
    assert sorted(heard) == sorted(["一.docx", "坏.docx", "二.docx"])


def test_a_document_that_hangs_is_killed_alone_and_the_others_come_out(tmp_path, page, ready_pdf):
    office = office_that_hangs(tmp_path, "HANG-HERE", ready_pdf)
    names = {"一": page, "死": page + b"HANG-HERE", "二": page}

    results = convert(
        [PdfJob(data, tmp_path / f"{name}.pdf") for name, data in names.items()], timeout_s=1, office=office
    )

    assert [result.error is None for result in results] == [True, False, True]
    assert "1 秒" in results[1].error.message
    assert "死.docx" in results[1].error.message
    sleepers = subprocess.run(["pgrep", "-f", f"sleep 1000; : {tmp_path}"], capture_output=True, check=False)
    assert sleepers.returncode == 1, "the hanging process and its children must be gone"


def test_an_office_that_always_hangs_is_given_up(tmp_path, page, ready_pdf):
    office = office_that_hangs(tmp_path, "PK", ready_pdf)

    results = convert(
        [PdfJob(page, tmp_path / f"{number}.pdf") for number in range(30)], timeout_s=0.2, office=office
    )

    assert all(isinstance(result.error, ConversionFailed | NotTried) for result in results)
    assert (tmp_path / "starts").read_text().count("start") < 10


def test_an_office_that_dies_at_once_fails_each_document(tmp_path, page):
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\nexit 77\n")
    office.chmod(0o755)

    results = convert([PdfJob(page, tmp_path / f"{n}.pdf") for n in range(3)], office=office)

    assert ["意外退出" in result.error.message for result in results] == [True] * 3


def test_without_libreoffice_the_exit_status_is_3_and_the_remedy_names_the_package(
    tmp_path, page, monkeypatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)

    with pytest.raises(LibreOfficeMissing) as caught:
        convert([PdfJob(page, tmp_path / "x.pdf")])

    assert caught.value.exit_status == 3
    assert "libreoffice-writer-nogui" in caught.value.remedy


def test_nothing_to_do_needs_no_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert convert([]) == []


def test_a_source_that_cannot_be_read_is_a_result_and_not_a_crash(tmp_path, page):
    jobs = [PdfJob(tmp_path / "没有.docx", tmp_path / "a.pdf"), PdfJob(page, tmp_path / "b.pdf")]

    gone, there = convert(jobs)

    assert "没有.docx" in gone.error.message
    assert there.error is None


def test_a_target_that_cannot_be_written_is_a_result_and_not_a_crash(tmp_path, page):
    (tmp_path / "file").write_bytes(b"")
    jobs = [PdfJob(page, tmp_path / "file" / "a.pdf"), PdfJob(page, tmp_path / "b.pdf")]

    blocked, free = convert(jobs)

    assert blocked.error is not None
    assert free.error is None


def test_nothing_is_left_in_the_temporary_folder(tmp_path, page, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))

    convert([PdfJob(page, tmp_path / "a.pdf")])

    assert list(scratch.iterdir()) == []


def test_an_older_pdf_survives_a_failed_conversion(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"older")

    convert([PdfJob(b"broken", tmp_path / "a.pdf")])

    assert (tmp_path / "a.pdf").read_bytes() == b"older"


def test_a_document_of_official_faces_has_no_substitution(tmp_path):
    (result,) = convert([PdfJob(red_headed(), tmp_path / "a.pdf")])

    assert result.substitutions == ()


def test_without_the_installed_fonts_the_substitution_is_reported(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path / "none"))

    (result,) = convert([PdfJob(red_headed(), tmp_path / "a.pdf")])

    assert "仿宋_GB2312" in {one.official for one in result.substitutions}
    assert all(one.remedy and one.message for one in result.substitutions)


def test_a_character_that_no_font_has_is_reported(tmp_path):
    paper = MadePaper()
    paper.line("芮𬱖、镕喆，\U00100abc")

    (result,) = convert([PdfJob(paper.bytes, tmp_path / "a.pdf")])

    assert result.unprintable == ("\U00100abc",)


def test_an_interrupt_ends_libreoffice_and_leaves_nothing(tmp_path, page, ready_pdf):
    office_that_hangs(tmp_path, "PK", ready_pdf)
    (tmp_path / "a.docx").write_bytes(page)
    (tmp_path / "scratch").mkdir()
    script = (
        "import sys; from pathlib import Path; from docgen.pdf import PdfJob, convert; "
        "home = Path(sys.argv[1]); "
        "convert([PdfJob(home / 'a.docx', home / 'a.pdf')], office=home / 'soffice')"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "scratch")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:
        while not (tmp_path / "starts").exists():
            time.sleep(0.02)

        process.send_signal(signal.SIGINT)
        process.wait(10)

    sleepers = subprocess.run(["pgrep", "-f", f"sleep 1000; : {tmp_path}"], capture_output=True, check=False)
    assert sleepers.returncode == 1
    assert list((tmp_path / "scratch").iterdir()) == []
    assert not (tmp_path / "a.pdf").exists()
