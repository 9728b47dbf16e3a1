import json

import pytest

from docgen.actions.init import init
from docgen.cli import main
from support.workbooks import Book


@pytest.fixture
def office(tmp_path):
    """A workspace with the sample records."""
    return init(tmp_path / "office").root


@pytest.fixture(scope="session")
def workbooks():
    """Names and bytes of the workbooks that were exported, by records and name: the same give the same."""
    return {}


@pytest.fixture
def exported(office, capsys, workbooks):
    """The workbook of a record, exported, as a Book to be changed."""

    def _exported(name="Z01"):
        records = tuple(path.read_bytes() for path in sorted((office / "data").rglob("*.yaml")))
        if (records, name) not in workbooks:
            assert main(["-C", str(office), "sheet", "export", name, "--force", "-q"]) == 0
            capsys.readouterr()
            (path,) = (office / "表格").glob(f"{name}_*.xlsx")
            workbooks[records, name] = path.name, path.read_bytes()
        file, data = workbooks[records, name]
        (office / "表格").mkdir(exist_ok=True)
        (office / "表格" / file).write_bytes(data)
        return Book(office / "表格" / file)

    return _exported


@pytest.fixture
def imported(office, capsys):
    """Imports a Book as `docgen sheet import --yes` does; exit status and its JSON."""

    def _imported(book, *options):
        path = book.save() if isinstance(book, Book) else book
        status = main(
            ["-C", str(office), "sheet", "import", str(path), "--yes", "--format", "json", *options]
        )
        return status, json.loads(capsys.readouterr().out)

    return _imported


@pytest.fixture
def record(office):
    """The text of a branch's record file."""

    def _record(name="Z01"):
        return (office / "data" / "branches" / f"branch-{name}.yaml").read_bytes().decode()

    return _record
