"""A file that is no usable Word document: one error with a remedy."""

import io
import random
import zipfile

import pytest

from docgen.errors import DocgenError
from docgen.render import BrokenTemplate, Template, render_file
from support.rendering import footnote, header, made, member, saved, table, text_of

GOOD = made("{{ x }}", header("{{ x }}"), footnote("{{ x }}"), table(["{{ x }}"]))


def changed(drop=(), **contents: bytes) -> bytes:
    """The good template without some members, or with other contents (path with __ for / and . )."""
    names = {
        "document": "word/document.xml",
        "header": "word/header1.xml",
        "notes": "word/footnotes.xml",
        "core": "docProps/core.xml",
        "rels": "_rels/.rels",
        "media": "word/media/a.png",
    }
    replaced = {names[key]: content for key, content in contents.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in (*old.namelist(), *(n for n in replaced if n not in old.namelist())):
            if name not in drop:
                new.writestr(name, replaced[name] if name in replaced else old.read(name))
    return buffer.getvalue()


DOCUMENT = member(GOOD)
DOCTYPE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'
WITH_ENTITY = DOCUMENT.replace("<w:document", DOCTYPE, 1)
BROKEN = {
    "empty": (b"", "不是 .docx"),
    "text": (b"hello", "不是 .docx"),
    "old format": (b"\xd0\xcf\x11\xe0" + bytes(600), "旧的 .doc"),
    "cut": (GOOD[:3000], "已损坏"),
    "cut at the end": (GOOD[:-30], "已损坏"),
    "no body": (changed(["word/document.xml"]), "没有可读的 Word 正文"),
    "no relations": (changed(["_rels/.rels"]), "没有可读的 Word 正文"),
    "no types": (changed(["[Content_Types].xml"]), "没有 Word 正文"),
    "half a body": (changed(document=DOCUMENT[:-20].encode()), "没有可读的 Word 正文"),
    "half a header": (changed(header=b"<a"), "没有可读的 Word 正文"),
    "half the notes": (changed(notes=b"<a"), "没有可读的 Word 正文"),
    "wrong properties": (changed(core=b"<a/>"), "没有可读的 Word 正文"),
    "wrong root": (changed(document=b"<x/>"), "没有可读的 Word 正文"),
    "entities": (changed(document=WITH_ENTITY.encode()), "实体声明"),
    "entities in UTF-16": (
        changed(document=WITH_ENTITY.replace("UTF-8", "UTF-16").encode("utf-16")),
        "实体声明",
    ),
    "bomb": (changed(media=bytes(250_000_000)), "过大"),
    "strict format": (
        changed(rels=b'<Relationships xmlns="http://purl.oclc.org/ooxml/package/relationships"/>'),
        "严格 Open XML",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_unusable_file_is_one_error_with_a_remedy(case, tmp_path):
    data, message = BROKEN[case]

    with pytest.raises(BrokenTemplate, match=message) as raised:
        Template(saved(tmp_path, data, "表.docx"))

    assert raised.value.message.startswith("模板“表.docx”")
    assert raised.value.remedy.startswith("请")


def test_missing_file_and_folder_are_errors_too(tmp_path):
    for path, reason in ((tmp_path / "没有.docx", "没有这个文件或文件夹"), (tmp_path, "已有同名的文件夹")):
        with pytest.raises(BrokenTemplate, match=f"读不出来（{reason}）"):
            Template(path)


def test_changed_bytes_never_give_another_exception():
    chance = random.Random(7)
    names = [
        "word/document.xml",
        "word/header1.xml",
        "word/footnotes.xml",
        "docProps/core.xml",
        "_rels/.rels",
    ]
    for _ in range(60):
        name = chance.choice(names)
        content = bytearray(member(GOOD, name).encode())
        start = chance.randrange(len(content))
        content[start : start + chance.randint(1, 30)] = chance.choice([b"", b"<", b"&", b"\xff", b'"'])
        key = {
            "word/document.xml": "document",
            "word/header1.xml": "header",
            "word/footnotes.xml": "notes",
            "docProps/core.xml": "core",
            "_rels/.rels": "rels",
        }[name]
        try:
            Template(changed(**{key: bytes(content)})).render({"x": "甲"})
        except DocgenError:
            continue


@pytest.mark.parametrize("kind", ["path", "text", "bytes", "file"])
def test_template_comes_from_a_path_bytes_or_an_open_file(kind, tmp_path):
    path = saved(tmp_path, GOOD)
    with path.open("rb") as file:
        source = {"path": path, "text": str(path), "bytes": GOOD, "file": file}[kind]

        assert text_of(Template(source).render({"x": "甲"})) == "甲\n甲"


def test_rendered_file_is_written_whole(tmp_path):
    out = tmp_path / "新" / "成文.docx"

    render_file(saved(tmp_path, GOOD), {"x": "甲"}, out)

    assert text_of(out.read_bytes()) == "甲\n甲"
    assert [path.name for path in out.parent.iterdir()] == ["成文.docx"]


def test_utf16_body_is_read():
    template = changed(document=DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16"))

    assert text_of(Template(template).render({"x": "甲"})) == "甲\n甲"
