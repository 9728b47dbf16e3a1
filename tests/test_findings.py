from docgen.findings import Finding, Severity, UnknownCode, has_errors, in_order


def finding(severity: Severity, rule: str = "K01", **place: object) -> Finding:
    return Finding(rule, severity, "说明", "改法", **place)  # type: ignore[arg-type]


def test_findings_are_ordered_by_urgency_then_place():
    hint = finding(Severity.INFO, file="a", line=1)
    late = finding(Severity.ERROR, file="b", line=2)
    early = finding(Severity.ERROR, file="a", line=9)
    first = finding(Severity.ERROR, file="a", line=2, column=3)

    assert in_order([hint, late, early, first]) == [first, early, late, hint]


def test_order_does_not_depend_on_the_order_found():
    same_place = [finding(Severity.ERROR, rule, file="a", line=1) for rule in ("K02", "Y01", "K10")]

    assert in_order(same_place) == in_order(reversed(same_place))


def test_an_unknown_code_suggests_the_nearest_or_the_list():
    near, far = (UnknownCode(code, ["P02", "P03"], "docgen inspect --rules") for code in ("p12", "啊啊啊"))

    assert near.remedy == "是否想写“P02”"
    assert far.remedy == "用 docgen inspect --rules 查看有哪些规则"


def test_only_an_error_is_an_error():
    assert has_errors([finding(Severity.INFO), finding(Severity.ERROR)])
    assert not has_errors([finding(Severity.INFO), finding(Severity.WARNING)])
    assert not has_errors([])


def test_json_has_the_keys_that_scripts_read():
    one = finding(
        Severity.WARNING, file="data/a.yaml", line=3, column=5, field="branch.id", label="党支部 › 编号"
    )

    assert one.as_json() == {
        "rule": "K01",
        "severity": "警告",
        "file": "data/a.yaml",
        "line": 3,
        "column": 5,
        "field": "branch.id",
        "label": "党支部 › 编号",
        "message": "说明",
        "remedy": "改法",
    }
