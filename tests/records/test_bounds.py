"""Whatever the bytes: no exception, a value or a finding, in bounded time and memory."""

import json
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.campaign.models.record import BranchRecord
from docgen.records import load

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "data" / "branches" / "branch-Z01.yaml").read_text("utf-8")
HEAD = "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 甲}\n"
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def laughs(kind: str, levels: int = 12) -> str:
    lines = ["goals: &l0 " + ("[x, x, x]" if kind == "list" else "{a: x, b: x}")]
    for level in range(1, levels):
        below = f"*l{level - 1}"
        inner = ", ".join([below] * 9) if kind == "list" else ", ".join(f"k{n}: {below}" for n in range(9))
        lines.append(f"x{level}: &l{level} " + (f"[{inner}]" if kind == "list" else f"{{{inner}}}"))
    return HEAD + "\n".join(lines) + f"\nproblems: *l{levels - 1}\n"


def merges() -> str:
    lines = ["x0: &m0 {a: 1}"]
    lines += [f"x{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}], k{n}: 1}}" for n in range(1, 40)]
    return HEAD + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "content",
    [
        laughs("list"),
        laughs("map"),
        merges(),
        HEAD + "problems: " + "[" * 1_000_000,
        HEAD + "problems: " + "{a: " * 500_000,
        HEAD + "- " * 500_000,
        HEAD + "problems: [" + "x," * 2_000_000 + "]\n",
        HEAD + "target:\n" + "".join(f"  k{n}: 1\n" for n in range(100_000)),
        HEAD + "a: " * 100_000,
        HEAD + "branch：x\n" * 20_000,
        HEAD + "x" * 10_000_000,
        HEAD + "-   " * 200 + "x\n",
        HEAD + "target: {statement: 'x" + " " * 19_900 + "\\n y', nonsense: 1}\n",
        HEAD + "agreement: {doc_no: 示〔2012〕" + "0" * 19_000 + "}\n",
        HEAD + "target: {x,,：" + "，  " * 200_000 + "\n",
        HEAD + "problems: [" + ", ".join(f"{{id：W{n}}}" for n in range(20_000)) + "]\n",
        HEAD + "".join(f"t{n}: {{a: [2012]}}\n  ：\n" for n in range(10_000)),
    ],
    ids=[
        "list bomb", "map bomb", "merge bomb", "brackets", "braces", "dashes", "items", "keys", "colons",
        "wide colons", "one word", "dashes and gaps", "spaces", "zeros", "commas", "slips", "mixed",
    ],
)  # fmt: skip
def test_bomb_is_told_in_bounded_time(read, content):
    started = time.process_time()

    loaded = read(content)

    assert 0 < len(loaded.findings) <= 201
    assert time.process_time() - started < 6  # 1.5 s on a quiet machine


@pytest.mark.parametrize("content", [laughs("list"), laughs("map"), merges()], ids=["list", "map", "merge"])
def test_alias_bomb_takes_little_memory(read, content):
    tracemalloc.start()

    read(content)

    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 50_000_000


def test_alias_bomb_is_refused_at_once(read):
    started = time.process_time()

    loaded = read(laughs("list"))

    assert time.process_time() - started < 2
    assert "Y18" in {f.rule for f in loaded.findings}


def test_more_findings_than_anyone_reads_are_counted(read):
    loaded = read(HEAD + "target:\n" + "".join(f"  k{n}: 1\n" for n in range(1000)))

    assert len(loaded.findings) == 201
    assert loaded.findings[-1].rule == "Y23"
    assert "800" in loaded.findings[-1].message


def load_bytes(folder: Path, data: bytes):
    (folder / "a.yaml").write_bytes(data)
    return load("a.yaml", folder, BranchRecord)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bytes")


@relaxed
@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_value_or_a_finding(folder, data):
    loaded = load_bytes(folder, data)

    assert loaded.findings or loaded.value is not None


NASTY = [*"：｛｝，　 \t\n-?:[]{}#&*!|>'\"%@`\0\x07\u200b\u2028\ufeff\ue000~<=.,0９a甲",
    "\n  ", "---", "<<: *a", "&a ", "{{", "2012-06-31", "[2012]", "\r", ": ", "- ",
]  # fmt: skip


@relaxed
@given(st.data())
def test_any_slip_in_a_sample_gives_a_value_or_a_finding(folder, data):
    text = SAMPLE[:6000]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.sampled_from(NASTY)) + text[at + cut :]

    loaded = load_bytes(folder, text.encode())

    assert loaded.findings or loaded.value is not None
    for finding in loaded.findings:
        assert finding.message
        assert finding.remedy
        assert 0 <= finding.line <= text.count("\n") + text.count("\r") + 2


KEYS = ["branch", "problems", "target", "id", "causes", "scores", "final", "满意", "texts", "甲"]
TREES = st.recursive(
    st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
)


@relaxed
@given(TREES)
def test_any_tree_in_any_place_gives_a_value_or_a_finding(folder, tree):
    loaded = load_bytes(
        folder, json.dumps({"schema": "x", "branch": tree, "problems": tree, "final": tree}).encode()
    )

    assert loaded.findings or loaded.value is not None
