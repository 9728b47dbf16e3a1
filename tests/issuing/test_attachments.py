"""Files from outside are judged by what is in them."""

import io
import struct
import zipfile
import zlib

import pytest

from docgen.issuing.attachments import NotAttachable, attachment

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\nstartxref\n9\n%%EOF\n"
JPG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xda\x00\x04abdata\xff\xd9"
TIFF = b"II*\0\x08\0\0\0\x01\0" + bytes(12) + bytes(4)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


def package(*names):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in names:
            made.writestr(name, b"x" * 200)
    return data.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")
GOOD = {"a.pdf": PDF, "a.PNG": PNG, "a.jpeg": JPG, "a.tif": TIFF, "签字 页.docx": DOCX, "a.xlsx": XLSX}


@pytest.mark.parametrize("name", GOOD)
def test_whole_file_is_taken(tmp_path, name):
    (tmp_path / name).write_bytes(GOOD[name])

    assert attachment(tmp_path / name).data == GOOD[name]


def test_file_without_an_ending_gets_that_of_its_contents(tmp_path):
    (tmp_path / "scan").write_bytes(PDF)

    assert attachment(tmp_path / "scan").name == "scan.pdf"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "空"),
        ("a.pdf", PDF[:-10], "不完整"),
        ("a.pdf", PDF.replace(b"<<>>", b"/Encrypt"), "密码"),
        ("a.pdf", PNG, "PNG"),
        ("a.png", PNG[:-9], "PNG"),
        ("a.png", PNG[:40] + b"\0" + PNG[41:], "损坏"),
        ("a.jpg", JPG[:-2], "JPG"),
        ("a.jpg", JPG[:3], "JPG"),
        ("a.tif", TIFF[:12], "TIFF"),
        ("a.docx", DOCX[:-30], "损坏"),
        ("a.docx", DOCX.replace(b"x" * 100, b"y" * 100, 1), "损坏"),
        ("a.docx", XLSX, "XLSX"),
        ("a.docx", package("a.txt"), "格式"),
        ("a.exe", b"MZ\x90", "格式"),
        ("a.txt", "纯文本".encode(), "格式"),
    ],
)
def test_broken_or_wrong_file_is_refused(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)

    with pytest.raises(NotAttachable, match=said):
        attachment(tmp_path / name)
