import pytest

from docgen.kinds import UnknownKind, load_catalogue

GOOD = """\
code: D90
name: 情况反映
short_title: 反映
scope: branch
state: S1
layout: plain
"""


def folder_with(root, slug="trial", manifest=GOOD, templates=("template.docx",)):
    home = root / slug
    home.mkdir(parents=True)
    if manifest is not None:
        (home / "kind.yaml").write_text(manifest, encoding="utf-8")
    for name in templates:
        (home / name).write_bytes(b"PK")
    return root


def findings_of(tmp_path, manifest):
    return load_catalogue([folder_with(tmp_path, manifest=manifest)]).findings


def test_kind_is_a_folder_with_a_manifest(tmp_path):
    (kind,) = load_catalogue([folder_with(tmp_path)]).kinds

    assert (kind.code, kind.slug, kind.name, kind.variants) == ("D90", "trial", "情况反映", ())
    assert kind.papers[0].template == tmp_path / "trial" / "template.docx"


@pytest.mark.parametrize("name", ["trial", "TRIAL", "D90", "d90", "情况反映", " d90 "])
def test_kind_is_found_by_slug_number_or_name(tmp_path, name):
    assert load_catalogue([folder_with(tmp_path)]).find(name).code == "D90"


def test_unknown_kind_suggests_the_nearest(tmp_path):
    catalogue = load_catalogue([folder_with(tmp_path)])

    with pytest.raises(UnknownKind) as caught:
        catalogue.find("tral")

    assert caught.value.exit_status == 2
    assert "trial" in caught.value.remedy


def test_unknown_chinese_name_suggests_the_nearest(tmp_path):
    catalogue = load_catalogue([folder_with(tmp_path, manifest=GOOD.replace("情况反映", "请示"))])

    with pytest.raises(UnknownKind) as caught:
        catalogue.find("请求")

    assert "请示" in caught.value.remedy


def test_variant_overrides_its_kind(tmp_path):
    manifest = GOOD + "variants:\n  short: {}\n  long: {scope: committee, copies: recipients + 3}\n"
    folder_with(tmp_path, manifest=manifest, templates=("template-short.docx", "template-long.docx"))

    (kind,) = load_catalogue([tmp_path]).kinds

    short, long = kind.papers
    assert (short.scope, short.copies, short.label) == ("branch", "", "D90-short")
    assert (long.scope, long.copies, long.short_title) == ("committee", "recipients + 3", "反映")


def test_switch_is_a_setting_that_is_on_or_the_value_it_names(tmp_path):
    manifest = GOOD + "switch: agreement\nvariants:\n  own: {}\n  two: {switch: {commendation: two}}\n"
    folder_with(tmp_path, manifest=manifest, templates=("template-own.docx", "template-two.docx"))

    (kind,) = load_catalogue([tmp_path]).kinds

    assert [paper.switch for paper in kind.papers] == [(("agreement", "on"),), (("commendation", "two"),)]


def test_clerks_own_kind_wins_over_the_built_in(tmp_path):
    own = folder_with(tmp_path / "own", manifest=GOOD.replace("情况反映", "本院情况反映"))
    built_in = folder_with(tmp_path / "built-in")

    (kind,) = load_catalogue([own, built_in]).kinds

    assert kind.name == "本院情况反映"


def test_clerk_may_keep_only_a_template(tmp_path):
    own = folder_with(tmp_path / "own", manifest=None)
    built_in = folder_with(tmp_path / "built-in")

    (kind,) = load_catalogue([own, built_in]).kinds

    assert kind.papers[0].template == own / "trial" / "template.docx"


def test_clerk_may_keep_only_a_manifest(tmp_path):
    own = folder_with(tmp_path / "own", templates=())
    built_in = folder_with(tmp_path / "built-in")

    catalogue = load_catalogue([own, built_in])

    assert catalogue.kinds[0].papers[0].template == built_in / "trial" / "template.docx"
    assert catalogue.findings == ()


def test_folder_without_a_manifest_is_no_kind(tmp_path):
    (tmp_path / "notes").mkdir()

    assert load_catalogue([tmp_path]) == load_catalogue([tmp_path / "absent"])


@pytest.mark.parametrize(
    ("manifest", "rule", "line", "said"),
    [
        ("code: [\n", "G01", 2, "YAML"),
        ("- code\n", "G01", 0, "键"),
        ("", "G01", 0, "键"),
        (GOOD + "feds: [branch]\n", "G02", 7, "feeds"),
        (GOOD.replace("name: 情况反映\n", ""), "G03", 0, "name"),
        (GOOD.replace("layout: plain\n", ""), "G03", 0, "layout"),
        (GOOD.replace("layout: plain", "layout: fancy"), "G04", 6, "red-head"),
        (GOOD.replace("layout: plain", "layout: [plain]"), "G04", 6, "layout"),
        (GOOD + "switch: agrement\n", "G04", 7, "agreement"),
        (GOOD + "switch: {commendation: three}\n", "G04", 7, "one、two"),
        (GOOD + "one_page: {min_line_twips: few}\n", "G04", 7, "few"),
    ],
)
def test_faulty_manifest_is_a_finding_with_its_line(tmp_path, manifest, rule, line, said):
    finding = findings_of(tmp_path, manifest)[0]

    assert (finding.rule, finding.file, finding.line) == (rule, "templates/trial/kind.yaml", line)
    assert said in finding.message + finding.remedy


def test_manifest_that_is_not_utf8_says_so(tmp_path):
    folder_with(tmp_path, manifest=None)
    (tmp_path / "trial" / "kind.yaml").write_bytes(GOOD.encode("gbk"))

    (finding,) = load_catalogue([tmp_path]).findings

    assert (finding.rule, finding.message) == ("G01", "文件不是 UTF-8 编码")


def test_missing_template_is_a_finding(tmp_path):
    (finding,) = load_catalogue([folder_with(tmp_path, templates=())]).findings

    assert finding.rule == "G05"
    assert "template.docx" in finding.message


def test_two_kinds_with_one_code_are_a_finding(tmp_path):
    folder_with(tmp_path, "one")
    folder_with(tmp_path, "two", GOOD.replace("D90", "d90"))

    findings = load_catalogue([tmp_path]).findings

    assert [finding.rule for finding in findings] == ["G06", "G06"]


def test_one_faulty_manifest_does_not_hide_the_others(tmp_path):
    folder_with(tmp_path, "bad", "code: [\n")
    folder_with(tmp_path, "good")

    assert [kind.slug for kind in load_catalogue([tmp_path]).kinds] == ["good"]
