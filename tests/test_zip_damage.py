"""Every reader of a .docx from outside ends a damaged one in its own word, whatever the damage."""

import io
import zipfile

import pytest

from docgen.build.prepared import prepare
from docgen.inspect.document import read_document
from docgen.inspect.document.package import Package, UnreadableDocument
from docgen.inspect.pictures import has_huge_picture
from docgen.issuing.attachments import NotAttachable, attachment
from docgen.issuing.printed import NoWordFile, text_on
from docgen.layout.profile import profile_named
from docgen.pdf.wanted import wanted_by
from docgen.render import Template
from docgen.render.faults import BrokenTemplate
from support.damaged import DAMAGES
from support.plain import typed

LOCKED = ("locked", "strongly_locked")


@pytest.fixture(params=DAMAGES)
def damage(request):
    return request.param


@pytest.fixture
def data(damage):
    return DAMAGES[damage](typed())


def test_the_inspection_tells_a_locked_document_from_a_damaged_one(damage, data):
    with pytest.raises(UnreadableDocument, match="带有密码" if damage in LOCKED else "已损坏") as caught:
        read_document(data, "通知.docx")

    assert caught.value.remedy


def test_a_template_tells_a_locked_document_from_a_damaged_one(damage, data):
    with pytest.raises(BrokenTemplate, match="带有密码" if damage in LOCKED else "已损坏") as caught:
        Template(data)

    assert caught.value.remedy


def test_a_damaged_template_of_a_kind_is_refused(data, tmp_path):
    path = tmp_path / "template.docx"
    path.write_bytes(data)

    with pytest.raises(BrokenTemplate, match=r"已损坏|带有密码"):
        prepare(path, profile_named("setup"))


def test_a_finished_paper_is_refused(data):
    with pytest.raises(NoWordFile, match="不是完好的 Word 文件"):
        text_on(data, "通知.docx")


def test_an_attachment_is_refused(data, tmp_path):
    path = tmp_path / "附件.docx"
    path.write_bytes(data)

    with pytest.raises(NotAttachable, match="已损坏"):
        attachment(path)


def test_nobody_knows_what_a_damaged_document_asks_of_the_printer(data):
    assert wanted_by(data) is None


@pytest.mark.parametrize("damage", sorted(DAMAGES.keys() - {"cut_off", "beyond_any_end"}))
def test_a_damaged_picture_is_no_huge_one(damage):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", b"\x89PNG" * 100)
    archive = zipfile.ZipFile(io.BytesIO(DAMAGES[damage](made.getvalue())))

    assert not has_huge_picture(
        Package("通知.docx", archive, {one.filename: one for one in archive.infolist()})
    )
