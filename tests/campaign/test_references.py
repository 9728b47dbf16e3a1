from docgen.campaign.models.problem import Problem
from docgen.campaign.models.record import BranchRecord, CommitteeRecord
from docgen.campaign.references import lists, pointers
from support.records import model


def test_references_are_found_with_record_keys_and_indexes():
    record = model(
        BranchRecord,
        {
            "branch": {"secretary": "赵海"},
            "problems": [{"id": "W1"}, {"measures": [{"addresses": ["Y1", "Y2"], "responsible": "钱进"}]}],
        },
    )

    found = [(pointer.field, pointer.text, pointer.to) for pointer in pointers(record)]

    assert found == [
        ("branch.secretary", "赵海", "person"),
        ("problems[1].measures[0].addresses[0]", "Y1", "cause"),
        ("problems[1].measures[0].addresses[1]", "Y2", "cause"),
        ("problems[1].measures[0].responsible", "钱进", "person"),
    ]


def test_a_reference_knows_what_it_stands_in():
    record = model(BranchRecord, {"problems": [{"id": "W1", "measures": [{"addresses": ["Y1"]}]}]})

    pointer = next(one for one in pointers(record) if one.to == "cause")

    assert pointer.parent(Problem) == record.problems[0]


def test_keys_that_are_python_words_are_written_as_in_the_record():
    record = model(CommitteeRecord, {"campaign": {"rules": {"ratio_targets": [{"from": "一般"}]}}})

    assert [pointer.field for pointer in pointers(record)] == ["campaign.rules.ratio_targets[0].from"]


def test_lists_inside_lists_are_found():
    record = model(BranchRecord, {"problems": [{"id": "W1", "causes": [{"id": "Y1"}]}]})

    found = [path for path, members in lists(record) if members]

    assert found == ["problems", "problems[0].causes"]
