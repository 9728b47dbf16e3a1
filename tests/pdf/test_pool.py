"""LibreOffices side by side: nothing is lost when one of them is."""

import os
import signal
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from docgen.pdf import ConversionFailed, PdfJob, Pool
from docgen.pdf.jobs import NotTried
from docgen.pdf.pool import BATCH_FILES_MAX, _shares
from support.made_paper import full_pages

pytestmark = pytest.mark.pdf

CRASHES = """#!/bin/sh
echo start >> "{home}/starts"
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
mkdir -p "$out"
for file do
  grep -q {on} "$file" && kill -SEGV $$
  printf '%%%%PDF-1.7 of %s %%%%%%%%EOF' "$file" > "$out/$(basename "$file" .docx).pdf"
done
"""


def office_that_crashes(folder: Path, on: str) -> Path:
    """A soffice that dies of a file that says `on`, and prints the others."""
    script = folder / "soffice"
    script.write_text(CRASHES.format(home=folder, on=on))
    script.chmod(0o755)
    return script


def jobs_in(folder: Path, documents: list[bytes]) -> list[PdfJob]:
    return [PdfJob(document, folder / f"{place}.pdf") for place, document in enumerate(documents)]


def test_a_crash_is_told_of_the_guilty_document_alone(tmp_path):
    office = office_that_crashes(tmp_path, "CRASH")
    jobs = jobs_in(tmp_path, [b"fine"] * 3 + [b"CRASH"] + [b"fine"] * 6)

    with Pool(office=office, workers=2) as pool:
        results = dict(pool.results(jobs))

    assert [place for place in range(10) if results[place].error] == [3]
    assert "3.docx" in results[3].error.message
    assert "意外退出" in results[3].error.message


def test_libreoffice_killed_in_the_middle_costs_no_document(tmp_path):
    document = full_pages(1)
    killed = []

    def kill_soffice() -> None:
        # The one with our profile; the wrapper script has another name.
        for _ in range(400):
            found = subprocess.run(
                ["pgrep", "-f", f"soffice.bin.*{tmp_path}"], capture_output=True, text=True, check=False
            )
            if found.stdout and list(tmp_path.glob("*.pdf")):
                os.kill(int(found.stdout.split()[0]), signal.SIGKILL)
                killed.append(True)
                return
            time.sleep(0.02)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(tmp_path))
        killer = threading.Thread(target=kill_soffice)
        killer.start()
        with Pool(workers=1) as pool:
            results = dict(pool.results(jobs_in(tmp_path, [document] * 4)))
        killer.join()

    assert killed
    assert all(result.error is None for result in results.values())
    assert len(list(tmp_path.glob("*.pdf"))) == 4


def test_documents_that_all_crash_do_not_cost_a_start_each(tmp_path):
    office = office_that_crashes(tmp_path, "PK")

    with Pool(office=office, workers=2) as pool:
        results = dict(pool.results(jobs_in(tmp_path, [b"PK"] * 500)))

    assert len(results) == 500
    told = Counter(type(result.error) for result in results.values())
    assert told[ConversionFailed] < 20
    assert told[NotTried] == 500 - told[ConversionFailed]
    assert (tmp_path / "starts").read_text().count("start") < 20


def test_results_come_while_documents_are_still_taken(tmp_path):
    office = office_that_crashes(tmp_path, "NEVER")
    taken = []

    def stream():
        for job in jobs_in(tmp_path, [b"fine"] * (BATCH_FILES_MAX + 1)):
            taken.append(job)
            yield job
        # Without the pool's first results this would wait for ever.
        assert heard.wait(20)

    heard = threading.Event()
    with Pool(office=office, workers=1) as pool:
        for _ in pool.results(stream()):
            heard.set()

    assert len(taken) == BATCH_FILES_MAX + 1


def test_a_fault_of_the_stream_reaches_the_caller(tmp_path):
    def stream():
        yield from jobs_in(tmp_path, [b"fine"])
        raise ZeroDivisionError

    with Pool(office=office_that_crashes(tmp_path, "NEVER")) as pool, pytest.raises(ZeroDivisionError):
        list(pool.results(stream()))


def test_a_caller_who_breaks_off_ends_libreoffice_and_may_go_on_later(tmp_path):
    office, before = office_that_crashes(tmp_path, "NEVER"), threading.active_count()
    with Pool(office=office, workers=2) as pool:
        for _ in pool.results(jobs_in(tmp_path, [b"fine"] * 300)):
            break

        after = dict(pool.results(jobs_in(tmp_path, [b"fine"])))

    assert after[0].error is None
    assert threading.active_count() == before


@pytest.mark.parametrize(
    ("wanted", "shares"), [(1, (1, 1)), (4, (1, 4)), (5, (2, 3)), (150, (2, 75)), (3000, (2, 100))]
)
def test_workers_end_together_and_few_documents_need_one(wanted, shares):
    assert _shares(wanted, 2) == shares
