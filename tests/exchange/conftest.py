import json

import pytest

from docgen.actions.init import init
from docgen.cli import main
from support.workbooks import Book


@pytest.fixture
def office(tmp_path):
    """A workspace with the sample records."""
    return init(tmp_path / "office").root


@pytest.fixture
def exported(office, capsys):
    """The workbook of a record, exported, as a Book to be changed."""

    def _exported(name="Z01"):
        assert main(["-C", str(office), "sheet", "export", name, "--force", "-q"]) == 0
        capsys.readouterr()
        (path,) = (office / "表格").glob(f"{name}_*.xlsx")
        return Book(path)

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
