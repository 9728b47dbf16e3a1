"""There and back: nothing changes by itself, and any record can become any other."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.errors import DocgenError
from docgen.exchange.book import Contents, workbook
from docgen.exchange.choices import choices
from docgen.exchange.grid import read_grids
from docgen.exchange.importing import update
from docgen.exchange.record_file import read_record
from docgen.exchange.stamp import Stamp
from docgen.pdf.office import find_office, office_environment
from support.random_records import records, yaml_of
from support.workbooks import Book

SAMPLE = Path(__file__).parents[2] / "data"
FILES = ["committee.yaml", *(f"branches/branch-Z0{number}.yaml" for number in range(1, 7))]
# Shrinking a record that makes a workbook each time takes longer than reading it does.
SLOW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def read(folder, text, model=BranchRecord):
    path = folder / "record.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_record(path, folder, model)


def grids_of(record, folder):
    """The workbook of a record, read again."""
    path = folder / "book.xlsx"
    stamp = Stamp(record.file, "branch", record.data)
    path.write_bytes(workbook(Contents("标题", record.rows(), choices(None, record.value), stamp)))
    return read_grids(path)


def said(record):
    return filled(record.value.model_dump(exclude={"schema_"}))


def filled(value):
    """The value without what is empty: an empty list says the same as none."""
    if isinstance(value, dict):
        return {
            key: kept for key, one in value.items() if (kept := filled(one)) not in (None, "", (), {}, [])
        }
    return [filled(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("windows", [False, True])
def test_export_and_import_leave_the_sample_as_it_is(tmp_path, file, windows):
    data = (SAMPLE / file).read_bytes()
    data = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") if windows else data
    record = read(tmp_path, data, CommitteeRecord if file == FILES[0] else BranchRecord)

    result = update(record, grids_of(record, tmp_path), choices(None, record.value), "book.xlsx")

    assert result.changes == ()
    assert result.findings == ()
    assert result.data == data


@SLOW
@given(
    data=records(BranchRecord), flow=st.sampled_from([None, True, False]), width=st.sampled_from([30, 1000])
)
def test_export_and_import_leave_any_record_as_it_is(tmp_path_factory, data, flow, width):
    folder = tmp_path_factory.mktemp("any")
    text = yaml_of(data, flow=flow, width=width)
    record = read(folder, text)

    result = update(record, grids_of(record, folder), choices(None, record.value), "book.xlsx")

    assert result.changes == ()
    assert result.findings == ()
    assert result.data == text.encode()


@SLOW
@given(before=records(BranchRecord), after=records(BranchRecord), flow=st.sampled_from([None, True, False]))
def test_any_record_becomes_any_other(tmp_path_factory, before, after, flow):
    folder = tmp_path_factory.mktemp("any")
    wanted = read(folder, yaml_of(after))
    grids, wanted_value = grids_of(wanted, folder), said(wanted)
    record = read(folder, yaml_of(before, flow=flow))

    result = update(record, grids, choices(None, record.value), "book.xlsx", force=True)

    assert [f for f in result.findings if f.severity == 0 and f.rule not in ("W04", "W05")] == []
    if not result.findings:
        assert flat(said(read(folder, result.data))) == flat(wanted_value)


@SLOW
@given(before=records(CommitteeRecord), after=records(CommitteeRecord))
def test_any_committee_becomes_any_other(tmp_path_factory, before, after):
    folder = tmp_path_factory.mktemp("any")
    wanted = read(folder, yaml_of(after), CommitteeRecord)
    grids, wanted_value = grids_of(wanted, folder), said(wanted)
    record = read(folder, yaml_of(before), CommitteeRecord)

    result = update(record, grids, choices(None, record.value), "book.xlsx", force=True)

    if not result.findings:
        assert flat(said(read(folder, result.data, CommitteeRecord))) == flat(wanted_value)


def flat(value, path=""):
    """The single values by path, so that a difference is one line."""
    if isinstance(value, dict):
        return {at: one for key, inner in value.items() for at, one in flat(inner, f"{path}.{key}").items()}
    if isinstance(value, list):
        return {at: one for n, inner in enumerate(value) for at, one in flat(inner, f"{path}[{n}]").items()}
    return {path: value}


def converter():
    """LibreOffice with Calc, as LibreOffice's folder tells; None where only Writer is installed."""
    try:
        office = find_office()
    except DocgenError:
        return None
    return office if (office.resolve().parent / "libscfiltlo.so").is_file() else None


@pytest.mark.skipif(converter() is None, reason="needs LibreOffice Calc")
@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_workbook_saved_by_libreoffice_changes_nothing_but_what_was_changed(tmp_path, form):
    record = read(tmp_path, (SAMPLE / FILES[1]).read_bytes())
    grids_of(record, tmp_path)
    book = Book(tmp_path / "book.xlsx").line("target.score", 83)
    source = book.save(tmp_path / "changed.xlsx")
    profile = (tmp_path / "profile").as_uri()

    command = [converter(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    command += ["--outdir", tmp_path / "saved", tmp_path / "book.xlsx", source]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=office_environment())
    same, changed = (
        update(record, read_grids(tmp_path / "saved" / f"{name}.{form}"), choices(None, record.value), name)
        for name in ("book", "changed")
    )

    assert (same.changes, same.findings, same.data) == ((), (), record.data)
    assert [change.new for change in changed.changes] == ["83"]
    assert changed.data == record.data.replace(b"  score: 82\n", b"  score: 83\n")
