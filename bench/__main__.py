"""Runs the benchmarks and writes what they printed to docs/benchmarks.md.

`python bench` runs all, `python bench engines batch` some; the sections of the others stay as they are.
`python bench batch:60,300` hands 60 and 300 to that script.
"""

import ast
import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE.parent / "docs" / "benchmarks.md"
PACKAGES = ("docgen-gongwen", "docxtpl", "jinja2", "lxml", "pydantic", "PyYAML", "isal")
TITLE = """\
# Benchmarks

Written by `make bench`, which runs the scripts in `bench/`; each section is what one of them printed in its
last run. Trust the ratios first: all sides of a ratio ran on one machine by turns. Load is how many processes
wanted the processors just then; where it is above the number of cores, times by the clock are too long.
"""


def main() -> int:
    failed = []
    names = sys.argv[1:] or sorted(path.stem for path in HERE.glob("*.py") if path.stem != "__main__")
    for asked in names:
        name, _, arguments = asked.partition(":")
        print(f"== {name}", flush=True)
        status, text = run(name, arguments.split(",") if arguments else [])
        failed += [name] if status else []
        sections = known() | {name: section(name, asked, status, text)}
        REPORT.write_text("\n".join([TITLE, *(sections[one] for one in sorted(sections))]))
    print(f"written: {REPORT.relative_to(HERE.parent)}")
    return 1 if failed else 0


def known() -> dict[str, str]:
    """The sections of the report as it is."""
    text = REPORT.read_text() if REPORT.is_file() else ""
    found = re.split(r"^## bench/(\w+)\.py\n", text, flags=re.MULTILINE)[1:]
    return {
        name: f"## bench/{name}.py\n{body.rstrip()}\n"
        for name, body in zip(found[::2], found[1::2], strict=True)
    }


def run(name: str, arguments: list[str]) -> tuple[int, str]:
    """Exit status and output of one benchmark, which is shown as it comes."""
    command = [sys.executable, str(HERE / f"{name}.py"), *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    return process.wait(), "".join(lines)


def section(name: str, asked: str, status: int, text: str) -> str:
    """A section of the report."""
    what = (ast.get_docstring(ast.parse((HERE / f"{name}.py").read_bytes())) or "").split("\n")[0]
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    outcome = "as promised" if status == 0 else f"**not as promised (exit status {status})**"
    return f"""\
## bench/{name}.py

{what} `python bench {asked}`, {datetime.now(UTC):%Y-%m-%d}, {outcome}.

```text
{text.rstrip()}
```

Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {versions}.
"""


if __name__ == "__main__":
    sys.exit(main())
