"""Faults of a template are one error with part, paragraph, quoted text and remedy."""

import pytest

from docgen.render import Template, TemplateError
from support.rendering import footnote, header, made, saved, table

FAULTS = {
    "unclosed print": ("甲 {{ name", "{{ 没有写完", "请在标签末尾补上 }}"),
    "unclosed block": ("{% if x", "{% 没有写完", "请在标签末尾补上 %}"),
    "missing endif": ("{% if x %}甲", "{% if x %} 没有结束", "{% endif %}"),
    "endif too many": ("甲{% endif %}", "{% endif %} 前面没有对应的 {% if", "请删去它"),
    "crossed blocks": (
        "{% if x %}{% for y in z %}{% endif %}{% endfor %}",
        "应由 {% endfor %} 结束",
        "没有交叉",
    ),
    "space before the prefix": ("{% tr for x in y %}", "之间多了空格", "请写成 {%tr"),
    "percent in a paragraph tag": ("{%p if 7 % 2 %}", "里面不能再有 %", "{% set"),
    "full-width braces": ("｛｛名称｝｝", "全角的标签符号“｛｛”", "请改用半角"),
    "full-width percent": ("{％ if x ％}", "全角的标签符号“{％”", "请改用半角"),
    "two words": ("{{ a b }}", "{{ a b }} 的写法有误", "括号"),
    "unknown tag": ("{% foo %}", "“foo”不是认识的写法", "if、for"),
    "unknown filter": ("{{ x|uper }}", "没有的过滤器“uper”", "是否想写“upper”"),
    "unknown Chinese filter": ("{{ x|年月 }}", "没有的过滤器“年月”", "是否想写“年月日”"),
    "unknown test": ("{% if x is definde %}{% endif %}", "没有的判断“definde”", "是否想写“defined”"),
    "include": ("{% include 'x.docx' %}", "要引入另一个模板", "直接写进"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_names_paragraph_text_and_remedy(fault, tmp_path):
    text, problem, remedy = FAULTS[fault]

    with pytest.raises(TemplateError) as raised:
        Template(saved(tmp_path, made("前言", "{%p if yes %}", "中", "{%p endif %}", text)))

    assert problem in str(raised.value)
    assert remedy in raised.value.remedy
    assert "模板“form.docx”正文第 5 段" in raised.value.message
    assert raised.value.place.text == text


@pytest.mark.parametrize(
    ("template", "area"),
    [
        (made(header("{{ a b }}")), "页眉第 1 段"),
        (made(header("", "{% if %}")), "页脚第 1 段"),
        (made(footnote("{{ a b }}")), "脚注第 1 段"),
        (made(lambda d: setattr(d.core_properties, "title", "{{ a b }}")), "文档属性"),
        (made("一", table(["甲", "乙"], ["丙", "{{ a b }}"])), "正文第 5 段（表格 1 第 2 行第 2 格）"),
    ],
)
def test_fault_outside_the_running_text_names_its_part_or_cell(template, area):
    with pytest.raises(TemplateError) as raised:
        Template(template)

    assert f"模板“模板”{area}" in raised.value.message


def test_full_width_braces_are_text_where_the_template_is_not_strict():
    Template(made("｛｛名称｝｝"), strict=False).render({})


def test_one_of_several_equal_tags_is_the_right_one():
    template = made("{{ x.a }}", "{{ x.a }}", "{% for x in rows %}{{ x.a }}{% endfor %}")

    with pytest.raises(TemplateError, match="第 3 段"):
        Template(template).render({"x": {"a": 1}, "rows": [{"b": 1}]})
