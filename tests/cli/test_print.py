"""docgen print at the command line; what it prints is tested with the action."""

import json

import pytest

from docgen.actions.init import init
from docgen.cli import main

ASKED = ["print", "D25", "-b", "Z01", "--on", "2012-07-01"]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return init(tmp_path_factory.mktemp("cli") / "office").root


@pytest.mark.pdf
def test_json_tells_every_paper_with_its_place(office, capsys):
    status = main(["-C", str(office), *ASKED, "--collate", "--simplex", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert status == 0
    assert told["file"].endswith("output/打印.pdf")
    page, poster = told["papers"]
    assert (page["branch"], page["kind"], page["paper"]) == ("Z01", "D25-page", "A4")
    assert (poster["kind"], poster["paper"]) == ("D25-poster", "A3")
    assert poster["first_page"] == page["first_page"] + page["pages"] * page["copies"]
    assert told["pages"] == poster["first_page"] - 1 + poster["pages"] * poster["copies"]
    assert page["signing"]["who"]
    assert told["summary"] | {"waiting": 0} == {
        "papers": 2, "pages": 2, "blanks": 0, "a4_sheets": 3, "a3_sheets": 3, "poster_sheets": 0,
        "left_out": 0, "waiting": 0, "unread": [], "on": "2012-07-01",
    }  # fmt: skip


def test_an_order_that_is_no_file_is_told(office, capsys):
    assert main(["-C", str(office), *ASKED, "--order", "没有.txt"]) == 2
    assert "清单文件" in capsys.readouterr().err


def test_without_libreoffice_one_line_says_what_to_install(office, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)

    status = main(["-C", str(office), "print", "D22", "-b", "Z01", "--on", "2012-07-01"])

    assert status == 3
    assert "sudo apt-get install libreoffice-writer-nogui" in capsys.readouterr().err
    assert list((office / "output").rglob("Z01_D22*.docx"))


def test_without_the_extra_the_status_is_3_before_anything_is_made(office, capsys, monkeypatch):
    monkeypatch.setattr("docgen.publish.print_run.packages.find_spec", lambda name: None)

    status = main(["-C", str(office), "print", "D21", "-b", "Z02", "--on", "2012-07-01"])

    assert status == 3
    assert "docgen-gongwen[pdf]" in capsys.readouterr().err
    assert not list((office / "output").rglob("Z02_D21*.docx"))
