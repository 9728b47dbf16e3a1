"""What a redline must be: all accepted the new paper, all rejected the old one."""

import pytest
from lxml import etree

from docgen.archive.difference import engine
from docgen.archive.difference import redline as module
from docgen.archive.difference.engine import EngineFailed, NoRedlineExtra
from docgen.archive.difference.fingerprint import fingerprint
from docgen.archive.difference.marked_paragraph import CannotMark, Marks
from docgen.archive.difference.package import open_paper
from docgen.archive.difference.redline import NoFaithfulRedline, redline
from docgen.archive.difference.revisions import accept_all, reject_all
from docgen.layout.markup import W
from docgen.layout.tree import w
from support.kept import docx
from support.pairs import edited, pairs, paper

AT = "2031-06-14T01:00:00Z"


def said(docx: bytes, settle=lambda part: None) -> list:
    parts = open_paper("", docx).parts
    for part in parts.values():
        settle(part)
    return sorted((fingerprint(part) for part in parts.values()), key=repr)


def assert_leads_back(marked: bytes, old: bytes, new: bytes) -> None:
    assert said(marked, accept_all) == said(new)
    assert said(marked, reject_all) == said(old)


def without_docxodus(*_papers: bytes, **_names: str) -> bytes:
    raise EngineFailed("not asked")


def cannot_mark(*_parts):
    raise CannotMark


def test_docxodus_marks_by_the_character_and_says_who_and_when():
    old, new = docx("抢修电话6月20日前有人接听。"), docx("抢修电话9月20日前有人接听。")

    marked = redline(old, new, author="芮𬱖", at=AT)

    assert_leads_back(marked, old, new)
    body = open_paper("", marked).parts["word/document.xml"]
    (gone,), (come,) = list(body.iter(w("del"))), list(body.iter(w("ins")))
    assert ("".join(gone.itertext()), "".join(come.itertext())) == ("6", "9")
    assert (come.get(w("author")), come.get(w("date"))) == ("芮𬱖", AT)
    assert redline(old, new, author="芮𬱖", at=AT) == marked


def test_docxodus_counts_breaks_right(monkeypatch):
    monkeypatch.setattr(module, "mark_part", cannot_mark)
    old = docx("一、抢修电话\n\n二、值班\t制度\n\n三、检查")
    new = docx("一、抢修电话\n二、值班制度\n\n三、检查")

    assert_leads_back(redline(old, new, author="甲", at=AT), old, new)


def test_what_docxodus_gets_wrong_is_marked_by_ourselves():
    old = paper(16)
    new = edited(old, ["cells_merged_down"], 16)

    assert_leads_back(redline(old, new, author="甲", at=AT), old, new)


def test_our_own_marks_lead_back_for_every_edit(monkeypatch):
    monkeypatch.setattr(module, "marked", without_docxodus)

    for _name, old, new in pairs(42, seed=7):
        assert_leads_back(redline(old, new, author="甲", at=AT), old, new)


def test_redline_that_does_not_lead_back_is_not_given_out(monkeypatch):
    old, new = docx("甲支部负责抢修。"), docx("乙支部负责抢修。")
    monkeypatch.setattr(module, "marked", lambda *_papers, **_names: new)  # all accepted from the start
    monkeypatch.setattr(module, "mark_part", lambda _old, new, _marks: new)

    with pytest.raises(NoFaithfulRedline):
        redline(old, new, author="甲", at=AT)


def test_absent_extra_is_the_environments_fault(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "python_redlines.engines", None)

    with pytest.raises(NoRedlineExtra) as caught:
        engine.engine_program()

    assert caught.value.exit_status == 3
    assert "docgen-gongwen[redline]" in caught.value.remedy


def part(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>')


def text_after(xml: str, settle) -> list[str]:
    tree = part(xml)
    settle(tree)
    return ["".join(one.itertext()) for one in tree.iter(w("p"))]


def test_deleted_paragraph_mark_joins_what_it_parted():
    xml = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    )

    assert text_after(xml, accept_all) == ["甲乙"]
    assert text_after(xml, reject_all) == ["甲", "乙"]


def test_inserted_row_and_moved_run_go_and_come():
    xml = (
        "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:r><w:t>行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>"
    )

    assert text_after(xml, accept_all) == ["行", "新"]
    assert text_after(xml, reject_all) == ["旧"]


def test_looks_are_part_of_what_must_lead_back():
    plain, bold = (
        part(f"<w:p><w:r>{look}<w:t>甲</w:t></w:r></w:p>") for look in ("", "<w:rPr><w:b/></w:rPr>")
    )
    halves = part("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t/></w:r></w:p>")

    assert fingerprint(plain) != fingerprint(bold)
    assert fingerprint(plain) == fingerprint(halves)


def test_marks_are_numbered_apart():
    marks = Marks("甲", AT)
    like = part("")

    assert marks.mark(like, "ins").get(w("id")) != marks.mark(like, "ins").get(w("id"))
