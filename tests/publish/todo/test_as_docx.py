from docgen.publish.todo.as_docx import written
from support.docx import text_of
from support.listing import LONG, listing


def test_the_page_names_every_item_and_what_is_to_be_signed():
    text = text_of(written(listing()))

    for words in (
        "医院党委提升工作待办事项",
        "门诊党支部（4项）",
        LONG,
        "离“七一”前考评（6月30日）还有 6 个工作日",
    ):
        assert words in text
    assert "我要签什么、在哪里签" in text
    assert "D07 责任书" in text


def test_an_owner_without_items_takes_no_place():
    assert "住院党支部" not in text_of(written(listing()))


def test_a_list_without_items_says_so():
    assert "没有要办的事项" in text_of(written(listing(empty=True)))


def test_the_same_list_gives_the_same_bytes():
    assert written(listing()) == written(listing())
