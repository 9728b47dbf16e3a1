import json

from docgen.actions.schema import labels, schema, write_schemas
from support.papers import TEMPLATES


def test_both_schemas_are_written(tmp_path):
    written = write_schemas(("branch", "committee"), (TEMPLATES,), tmp_path)

    assert [path.name for path in written] == ["branch.schema.json", "committee.schema.json"]
    assert json.loads(written[0].read_text("utf-8"))["title"] == "党支部的记录"


def test_descriptions_name_the_papers_and_examples_come_from_the_sample():
    found = schema("branch", (TEMPLATES,))["definitions"]

    assert "D07" in found["agreement.signed_on"]["description"]
    assert found["branch.secretary"]["examples"] == ["尉迟远"]


def test_labels_are_listed_with_the_other_words():
    found = {label.path: label for label in labels("branch")}

    assert found["problems[].measures[].deadline"].label == "时限"
    assert found["problems[].measures[].deadline"].aliases == ("完成时限",)


def test_the_record_of_an_official_paper_has_its_schema_and_labels():
    found = schema("paper", (TEMPLATES,))["definitions"]
    words = {label.path: label for label in labels("paper")}

    assert "请示" in found["genre"]["description"]
    assert words["copies_to"].label == "抄送机关"
    assert words["slip.countersigners[].unit"].label == "单位"
