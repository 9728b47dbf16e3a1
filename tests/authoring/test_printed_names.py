"""The names of an official paper are known to `template fields` and `template lint`."""

from docgen.authoring.fields import fields_of
from docgen.authoring.printed_names import WORDS, printed_shape
from docgen.authoring.scope import names_for
from docgen.official.printed import Printed
from support.papers import sort_of


def test_every_printed_name_is_listed_with_a_chinese_name():
    listed = {one.name: one.label for one in fields_of(sort_of("official-paper", "ordinary"), None)}

    assert listed["paper.mark"] == "本件.发文机关标志"
    assert listed["paper.attachments[].body[].text"] == "本件.附件.正文.文字"
    assert listed["paper.slip.checker"] == "本件.发文稿纸.核稿人"
    names = [name for name in vars(Printed) if not name.startswith("_")]
    assert set(names) <= set(WORDS)
    assert set(names) == set(printed_shape().names or ())


def test_a_name_that_no_paper_has_is_known_to_be_wrong():
    names = names_for(sort_of("official-paper", "slip"))["paper"].names or {}

    assert "titel" not in names
    assert "title" in names
