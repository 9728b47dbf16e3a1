"""DESIGN 2's three sentences, read from the imports."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "docgen"

FLOORS = {
    **dict.fromkeys(
        [
            "errors",
            "findings",
            "files",
            "durable",
            "interruption",
            "settings",
            "workspace",
            "zip_damage",
            "text",
            "records",
        ],
        0,
    ),
    **dict.fromkeys(["campaign", "official"], 1),
    **dict.fromkeys(["layout", "kinds", "render"], 2),
    **dict.fromkeys(["inspect", "pdf"], 3),
    **dict.fromkeys(["authoring", "build", "exchange", "publish", "archive", "issuing", "simulate"], 4),
    "actions": 5,
    **dict.fromkeys(["cli", "web"], 6),
    "__main__": 7,
}

# Who may import whom on the same floor, and why.
PAIRS = {
    ("files", "errors"): "a disk that refuses is an error",
    ("findings", "errors"): "a code that no rule has is an error",
    ("durable", "files"): "the same refusals in the same words",
    ("settings", "errors"): "a faulty docgen.toml is an error",
    ("workspace", "errors"): "no workspace is an error",
    ("workspace", "files"): "a folder must stay inside",
    ("workspace", "settings"): "docgen.toml says where things lie",
    ("records", "errors"): "an unreadable path is an error",
    ("records", "files"): "a record must lie inside the workspace",
    ("records", "findings"): "what is wrong in a record is a finding",
    ("records", "text"): "days and numbers are read as people type them",
    ("render", "layout"): "prepared templates know the styles",
    ("inspect", "pdf"): "a PDF is made before it is measured",
    ("issuing", "build"): "what is issued are papers, made as everywhere",
    ("issuing", "exchange"): "numbers are entered into records as sheets are",
    ("issuing", "publish"): "print and noticeboard take what was issued",
    ("issuing", "archive"): "what is issued is frozen, numbered by the log",
    ("publish", "build"): "what leaves the house is made of papers and jobs",
    ("publish", "exchange"): "a ledger needs the packages that sheets need",
}

BLIND = {"layout", "kinds", "render", "inspect", "pdf"}

WRITERS = {
    "files": "the one door",
    "durable": "its other leaf: single steps, each made durable, for the archive",
    "pdf/fonts/install.py": "swaps a whole folder of fonts",
    "pdf/fonts/sources.py": "unpacks packages into a temporary folder",
    "pdf/worker.py": "throws away LibreOffice's temporary folder",
}
WRITING = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rename",
    "replace_file",
    "rmtree",
    "rmdir",
    "touch",
}
STARTERS = {"pdf", "build", "publish", "archive"}


@cache
def modules() -> list[tuple[str, ast.Module]]:
    files = sorted(SOURCE.rglob("*.py"))
    return [(path.relative_to(SOURCE).as_posix(), ast.parse(path.read_bytes())) for path in files]


def unit(relative: str) -> str:
    """The package or module directly under docgen: `build` for build/run.py, `files` for files.py."""
    return relative.split("/")[0].removesuffix(".py")


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def inner_imports() -> list[tuple[str, str, str]]:
    found = ((relative, name.split(".")) for relative, tree in modules() for name in imports(tree))
    return [
        (relative, unit(relative), parts[1])
        for relative, parts in found
        if parts[0] == "docgen" and len(parts) > 1 and parts[1] in FLOORS
    ]


def test_every_module_stands_on_a_floor():
    homeless = {unit(relative) for relative, _ in modules()} - FLOORS.keys() - {"__init__"}

    assert not homeless


def test_imports_run_downward_or_along_the_listed_pairs():
    wrong = [
        f"{relative} imports {theirs}"
        for relative, ours, theirs in inner_imports()
        if ours != theirs and ours != "__init__"
        if FLOORS[theirs] > FLOORS[ours] or (FLOORS[theirs] == FLOORS[ours] and (ours, theirs) not in PAIRS)
    ]

    assert not wrong


def test_packages_do_not_import_each_other_in_a_circle():
    graph: dict[str, set[str]] = {}
    for _, ours, theirs in inner_imports():
        if ours != theirs:
            graph.setdefault(ours, set()).add(theirs)

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(f"a circle: {circle.args[1]}")


def test_modules_do_not_import_each_other_in_a_circle():
    names = {_dotted(relative) for relative, _ in modules()}
    graph: dict[str, set[str]] = {}
    for relative, tree in modules():
        ours = _dotted(relative)
        found = {_module_of(name, names) for name in imports(tree) if name.startswith("docgen")}
        graph[ours] = {theirs for theirs in found if theirs and theirs != ours}

    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(f"a circle: {circle.args[1]}")


def _dotted(relative: str) -> str:
    return f"docgen.{relative.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")


def _module_of(name: str, names: set[str]) -> str:
    """The module that `from … import` reads: the name itself, or what holds it."""
    return name if name in names else name.rpartition(".")[0]


def test_papers_machinery_knows_no_campaign():
    wrong = [relative for relative, ours, theirs in inner_imports() if ours in BLIND and theirs == "campaign"]
    wrong += [
        relative for relative, ours, theirs in inner_imports() if (ours, theirs) == ("inspect", "records")
    ]

    assert not wrong


def test_only_files_writes_to_the_disk():
    wrong = [
        f"{relative}:{node.lineno} {node.func.attr}"
        for relative, tree in modules()
        if unit(relative) not in WRITERS and relative not in WRITERS
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING
    ]
    wrong += [
        f"{relative}:{node.lineno} open for writing"
        for relative, tree in modules()
        if unit(relative) not in WRITERS and relative not in WRITERS
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _opens_for_writing(node)
    ]

    assert not wrong


def _opens_for_writing(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name != "open":
        return False
    modes = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and len(mode.value) <= 3
        and set(mode.value) & set("wax+")
        for mode in modes
    )


def test_only_listed_packages_start_a_process():
    wrong = [
        relative
        for relative, tree in modules()
        if unit(relative) not in STARTERS
        for name in imports(tree)
        if name.split(".")[0] in {"subprocess", "multiprocessing"} or name.startswith("concurrent.futures")
    ]

    assert not wrong


def test_bare_command_line_imports_nothing_heavy():
    light = ["__init__.py", "errors.py", "findings.py", "cli/__init__.py", "cli/folder.py", "cli/words.py"]
    heavy = {"docxtpl", "docx", "lxml", "pydantic", "rich", "yaml"}
    trees = {relative: tree for relative, tree in modules() if relative in light}

    wrong = [
        (relative, name)
        for relative, tree in trees.items()
        for name in imports(tree)
        if name.split(".")[0] in heavy
    ]

    assert len(trees) == len(light)
    assert not wrong
