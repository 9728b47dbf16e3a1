"""The public face: names, tags, parts, pack; the same bytes for the same input, from any thread."""

import io
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from docx import Document
from docxtpl import RichText

from docgen.render import Template
from support.rendering import footnote, header, made, member, saved, table, text_of

FORM = made(
    "{{ name }}",
    "{% if flag %}{{ rows|length }}{% endif %}",
    table(["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ loop.index }}"], ["{%tr endfor %}", ""]),
    header("{{ office }}"),
    footnote("{{ note }}"),
    lambda document: setattr(document.core_properties, "title", "{{ title }}"),
)
CONTEXT = {
    "name": "甲",
    "flag": True,
    "rows": [{"a": 1}, {"a": 2}],
    "office": "办",
    "note": "注",
    "title": "题",
}
SCRIPT = """
import sys, hashlib
from docgen.render import Template
form = Template(sys.argv[1])
print(hashlib.sha256(form.render({context!r})).hexdigest())
"""


def test_names_are_those_that_the_data_must_bring():
    assert Template(FORM).names == {"name", "flag", "rows", "office", "note", "title"}


def test_tags_come_with_part_paragraph_and_text():
    tags = Template(FORM).tags

    assert [(t.text, t.place.area, t.place.paragraph) for t in tags[:2]] == [
        ("{{ name }}", "正文", 1),
        ("{% if flag %}", "正文", 2),
    ]
    assert {t.text: t.place.area for t in tags if t.place.area != "正文"} == {
        "{{ office }}": "页眉",
        "{{ note }}": "脚注",
        "{{ title }}": "文档属性",
    }
    assert next(t.place.cell for t in tags if t.text == "{{ r.a }}") == "表格 1 第 2 行第 1 格"


def test_rendered_parts_may_be_changed_before_they_are_packed():
    form = Template(FORM)
    parts = form.parts(CONTEXT)

    parts["word/document.xml"] = parts["word/document.xml"].replace("甲".encode(), "乙".encode())

    assert text_of(form.pack(parts)).startswith("乙")
    assert set(parts) == {"word/document.xml", "word/header1.xml", "word/footnotes.xml", "docProps/core.xml"}


def test_header_without_tags_is_among_the_parts_and_may_be_changed():
    form = Template(made("{{ name }}", header("固定页眉")))
    parts = form.parts({"name": "甲"})

    parts["word/header1.xml"] = parts["word/header1.xml"].replace("固定".encode(), "草稿".encode())

    assert text_of(form.pack(parts), "word/header1.xml") == "草稿页眉"
    assert text_of(form.render({"name": "甲"}), "word/header1.xml") == "固定页眉"


def test_package_without_one_of_its_parts_is_refused():
    form = Template(FORM)
    parts = form.parts(CONTEXT)

    del parts["word/header1.xml"]

    with pytest.raises(ValueError, match="header1"):
        form.pack(parts)


def test_parts_of_docxtpls_own_path_may_be_changed_too():
    form = Template(FORM)
    parts = form.parts(lambda _tpl: CONTEXT)

    parts["word/document.xml"] = parts["word/document.xml"].replace("甲".encode(), "乙".encode())

    assert text_of(form.pack(parts)).startswith("乙")


def test_package_opens_in_python_docx_and_its_members_are_sound():
    docx = Template(FORM).render(CONTEXT)

    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert Document(io.BytesIO(docx)).tables[0].rows[1].cells[1].text == "2"


@pytest.mark.parametrize("context", [CONTEXT, lambda _tpl: CONTEXT], ids=["compiled", "docxtpl"])
def test_same_input_gives_the_same_bytes(context):
    assert Template(FORM).render(context) == Template(FORM).render(context)


def test_same_bytes_in_processes_with_other_hash_seeds(tmp_path):
    path = saved(tmp_path, FORM)
    script = SCRIPT.format(context=CONTEXT)

    digests = {
        subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "77")
    }

    assert len(digests) == 1


def test_one_template_serves_many_threads():
    form = Template(FORM)
    contexts = [{**CONTEXT, "name": f"第{n}支部", "rows": [{"a": n}] * (n % 4)} for n in range(60)]

    with ThreadPoolExecutor(8) as pool:
        rendered = list(pool.map(form.render, contexts))

    assert rendered == [form.render(context) for context in contexts]


def test_faults_of_one_thread_are_not_told_in_another():
    form = Template(made("{{ a.x }}"))

    def attempt(number: int) -> bool:
        try:
            form.render({"a": {"x": 1} if number % 2 else {}})
        except Exception:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(attempt, range(200))) == [bool(number % 2) for number in range(200)]


def test_context_is_not_changed_by_rendering():
    context = {**CONTEXT, "rows": [{"a": 1}]}

    Template(FORM).render(context)

    assert context == {**CONTEXT, "rows": [{"a": 1}]}


def test_a_context_of_two_thousand_rows_is_rendered_whole():
    form = Template(made(table(["{%tr for r in rows %}"], ["{{ r }}"], ["{%tr endfor %}"])))

    docx = form.render({"rows": [f"第{n}行\n续" for n in range(2000)]})

    assert text_of(docx).split("\n")[-2:] == ["第1999行", "续"]


def test_text_of_ten_megabytes_is_rendered_whole():
    text = "长文" * 1_700_000

    assert text_of(Template(made("{{ x }}")).render({"x": text})) == text


def test_rich_text_keeps_to_the_compiled_way_and_odd_properties_are_refused():
    form = Template(made("{{r x }}"))

    assert "<w:b/>" in member(form.render({"x": RichText("甲", bold=True)}))
    with pytest.raises(Exception, match="嵌套"):
        form.render({"x": RichText("甲", style='a"<b')})
