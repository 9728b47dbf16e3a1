import pytest
from jinja2 import Environment, TemplateSyntaxError

from docgen.render.jinja_words import in_chinese


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ [a，b] }}", "（多了符号“，”，或者它不是半角的）"),
        ("{{ a|default('x) }}", "（多了符号“'”，或者它不是半角的）"),
        ("{{ }}", "（没有写完，后面缺名称或内容）"),
        ("{{ a + }}", "（没有写完，后面缺名称或内容）"),
        ("{{ a b }}", "（“b”是多出来的，或者前面缺点号、运算符）"),
        ("{% if a = 1 %}{% endif %}", "（比较是否相等要写两个等号 ==）"),
        ("{% for a of b %}{% endfor %}", "（应当是“in”的地方写了“of”）"),
        ("{{ a. }}", None),
        ("{{ (a }}", None),
        ("{{ a) }}", None),
        ("{{{ a }}}", None),
        ("{% set 1 = 2 %}", None),
        ("{% for in b %}{% endfor %}", None),
    ],
)
def test_what_jinja_says_is_said_in_chinese(tag, said):
    with pytest.raises(TemplateSyntaxError) as fault:
        Environment().parse(tag)

    told = in_chinese(fault.value.message)

    assert told == said if said else told
    assert not any(word in told for word in ("expected", "token", "got"))


def test_what_is_unknown_is_left_out():
    assert in_chinese("something new") == in_chinese(None) == ""
