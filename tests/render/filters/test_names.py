"""姓名对齐."""

from docgen.render.filters.names import padded


def test_name_of_two_characters_is_as_wide_as_one_of_three():
    assert padded("张三") == "张　三"
    assert padded("欧阳修") == "欧阳修"
    assert padded(["张三", "李四五"]) == ["张　三", "李四五"]
    assert padded(None) == ""
