import re
from pathlib import Path

from docgen.records import file_faults, value_faults  # noqa: F401 (they register their codes)
from docgen.records.faults import CODES

DOCS = Path(__file__).parents[2] / "docs" / "codes.md"


def test_documented_codes_are_those_of_the_code():
    rows = dict(re.findall(r"^\| ([YK]\d\d) \| ([^|]+?) \|", DOCS.read_text("utf-8"), re.MULTILINE))

    assert rows == CODES


def test_codes_of_the_file_and_of_values_count_without_gaps():
    for prefix in "YK":
        numbers = sorted(int(code[1:]) for code in CODES if code[0] == prefix)
        assert numbers == list(range(1, len(numbers) + 1))
