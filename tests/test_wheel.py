"""`pip install .`, then `docgen init` and `docgen build` anywhere: the wheel carries all they need."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command, cwd, **changes):
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | changes
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel built from the tree; the backend is the one already installed where there is one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps")
    run(*pip, "-w", str(folder), str(ROOT), cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_carries_templates_and_sample_and_nothing_of_the_house(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    assert "docgen/_bundled/data/committee.yaml" in names
    assert {
        f"docgen/_bundled/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in (ROOT / "templates").glob("*/*")
        if path.suffix in {".docx", ".yaml"}
    } <= names
    assert "docgen/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "output/"))]


def test_installed_wheel_makes_an_office_and_its_papers(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    docgen = (sys.executable, "-P", "-m", "docgen")

    where = run(
        sys.executable,
        "-P",
        "-c",
        "import docgen; print(docgen.__file__)",
        cwd=tmp_path,
        PYTHONPATH=str(site),
    )
    run(*docgen, "init", "my-office", cwd=tmp_path, PYTHONPATH=str(site))
    run(*docgen, "build", cwd=tmp_path / "my-office", PYTHONPATH=str(site))

    assert where.startswith(str(site))
    assert len(list((tmp_path / "my-office" / "output").glob("*/*.docx"))) >= 39
