from docgen.findings import Severity
from docgen.records.missing import missing

GOOD = "schema: jinwei-shengji/v1\nbranch: {id: Z01, short_name: 甲支部}\n"


def owed(loaded, states):
    return {f.field: f for f in missing(loaded.value, loaded.source, frozenset(states))}


def test_field_is_owed_as_a_hint_until_its_state_and_an_error_from_then_on(read):
    loaded = read(GOOD)

    assert owed(loaded, {"S0"})["baseline"].severity is Severity.INFO
    assert owed(loaded, {"S0", "S1"})["baseline"].severity is Severity.ERROR
    assert owed(loaded, {"S0"})["branch.full_name"].severity is Severity.ERROR


def test_finding_names_line_label_state_and_remedy(read):
    finding = owed(read(GOOD), {"S0"})["branch.full_name"]

    assert (finding.line, finding.column, finding.label) == (2, 1, "党支部 › 全称")
    assert "S0" in finding.message
    assert finding.remedy


def test_absent_optional_part_owes_nothing_but_a_filled_one_owes_its_fields(read):
    without = owed(read(GOOD), {"S9"})
    given = owed(read(GOOD + "rectification_order: {deadline: 2012-08-01}\n"), {"S9"})

    assert not [path for path in without if path.startswith("rectification_order")]
    assert given["rectification_order.reasons"].severity is Severity.ERROR


def test_absent_part_that_is_due_is_one_finding_and_not_one_a_field(read):
    paths = owed(read(GOOD), {"S1"})

    assert "baseline" in paths
    assert "baseline.grade" not in paths


def test_every_filled_item_owes_its_fields(read):
    paths = owed(read(GOOD + "problems: [{id: W1}, {id: W2, title: 乙}]\n"), {"S1"})

    assert "problems[0].title" in paths
    assert "problems[1].title" not in paths


def test_value_that_was_refused_is_not_missing_as_well(read):
    paths = owed(read(GOOD + "target: {by: 2012-06-31}\n"), {"S2"})

    assert "target.by" not in paths
    assert "target.mode" in paths
