"""A record's text is the same but for what was changed."""

import yaml

from docgen.simulate.stencil import Stencil

RECORD = """\
# Z01 某支部
branch:
  id: Z01      # 编号
  phone: "0000-1"
  rooms: [A 座, B 座]
text: >-
  一行，
  又一行。

empty:
end: {a: 1, b: 'x # y'}
"""


def test_values_that_stay_are_typed_as_before_and_comments_are_gone():
    text = Stencil.of(RECORD).filled(lambda _, value: value)

    assert yaml.safe_load(text) == yaml.safe_load(RECORD)
    assert '"0000-1"' in text
    assert "编号" not in text
    assert "某支部" not in text
    assert "'x # y'" in text


def test_changed_values_are_read_as_they_were_meant():
    meant = {"branch.rooms[0]": "甲, 乙: 丙", "text": "新：a: b # c", "end.a": "", "branch.phone": '1"2'}

    text = Stencil.of(RECORD).filled(lambda path, value: meant.get(path, value))

    read = yaml.safe_load(text)
    assert read["branch"] == {"id": "Z01", "phone": '1"2', "rooms": ["甲, 乙: 丙", "B 座"]}
    assert (read["text"], read["end"]) == ("新：a: b # c", {"a": None, "b": "x # y"})
