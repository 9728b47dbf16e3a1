"""One fault is one finding, whoever saw it."""

from docgen.build.said_once import said_once
from docgen.findings import Finding, Severity


def finding(rule: str, field: str, severity: Severity = Severity.ERROR, message: str = "") -> Finding:
    return Finding(rule, severity, message or rule, f"改 {rule}", "a.yaml", field=field)


def rules(found: list[Finding]) -> list[str]:
    return [one.rule for one in found]


def test_what_a_rule_says_of_a_field_is_not_owed_again():
    found = said_once([], [finding("R15", "goals.venue.deadline")], [finding("K26", "goals.venue.deadline")])

    assert rules(found) == ["R15"]


def test_a_missing_part_is_not_owed_when_rules_speak_of_what_is_in_it():
    judged = [finding("R13", "goals.work_idea"), finding("R14", "goals.rules")]

    assert rules(said_once([], judged, [finding("K26", "goals")])) == ["R13", "R14"]


def test_an_owed_error_is_not_hidden_by_a_hint():
    found = said_once([], [finding("R3", "target", Severity.INFO)], [finding("K26", "target")])

    assert rules(found) == ["R3", "K26"]


def test_another_field_of_a_similar_name_is_still_owed():
    found = said_once([], [finding("R3", "target.score")], [finding("K26", "target.sco")])

    assert rules(found) == ["R3", "K26"]


def test_a_mistyped_value_is_the_loaders_finding_alone():
    refused = finding("K05", "baseline.rated_on", message="写成了“2012-04-31”：四月只有 30 天")

    found = said_once([refused], [finding("R1", "baseline.rated_on")], [])

    assert found == [refused]


def test_a_word_for_a_day_bears_the_requirements_code_and_the_loaders_words():
    refused = finding("K28", "problems[0].measures[0].deadline", message="写成了“长期”，不是一个日期")

    found = said_once([refused], [finding("R24", "problems[0].measures[0].deadline")], [])

    assert [(one.rule, one.message, one.remedy) for one in found] == [
        ("R24", "写成了“长期”，不是一个日期", "改 K28")
    ]


def test_a_word_outside_the_list_bears_the_requirements_code():
    refused = finding("K10", "problems[0].nature", message="“严重”不是这里可选的词")

    found = said_once([refused], [finding("R2", "problems[0].nature")], [])

    assert [(one.rule, one.message) for one in found] == [("R2", "“严重”不是这里可选的词")]


def test_words_for_a_number_break_only_the_requirement_of_a_measure():
    field = "problems[0].target.target"

    assert rules(said_once([finding("K06", field)], [finding("R24", field)], [])) == ["R24"]
    assert rules(said_once([finding("K06", "target.score")], [finding("R3", "target.score")], [])) == ["K06"]


def test_a_refused_value_that_is_not_due_yet_is_still_an_error():
    found = said_once([finding("K05", "target.by")], [finding("R3", "target.by", Severity.INFO)], [])

    assert [(one.rule, one.severity) for one in found] == [("K05", Severity.ERROR)]


def test_a_tidied_value_and_a_rule_on_it_are_both_said():
    tidied = finding("K12", "agreement.doc_no", Severity.INFO)

    assert rules(said_once([tidied], [finding("R39", "agreement.doc_no")], [])) == ["K12", "R39"]


def test_a_refused_score_is_not_also_a_lacking_one():
    refused = finding("K06", "baseline.scores.team")

    assert said_once([refused], [finding("X09", "baseline.scores")], []) == [refused]
    assert rules(said_once([refused], [finding("X09", "final.self_scores")], [])) == ["K06", "X09"]


def test_what_was_refused_is_not_owed():
    refused = finding("K04", "baseline.scores")

    assert said_once([refused], [], [finding("K26", "baseline.scores")]) == [refused]
