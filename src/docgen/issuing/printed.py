"""What stands on a finished .docx, as plain text, to see that it bears its number and its day."""

import html
import io
import re
import zipfile
from datetime import date

from docgen.errors import DocgenError
from docgen.text.numerals import cn_digits, cn_number
from docgen.text.present import present
from docgen.zip_damage import ZIP_DAMAGE

_TAGS = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"\s+")
_PART = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_PART_BYTES_MAX = 50_000_000


class NoWordFile(DocgenError):
    """The file that was given is no .docx."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是完好的 Word 文件（.docx）", "请用 Word 打开看是否完好，另存为 .docx 再试"
        )


def text_on(data: bytes, name: str = "paper.docx") -> str:
    """All text of the document, its headers and footers, without blanks. Raises NoWordFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if "word/document.xml" not in package.namelist():
                raise NoWordFile(name)
            parts = [one for one in package.infolist() if _PART.fullmatch(one.filename)]
            if sum(one.file_size for one in parts) > _PART_BYTES_MAX:
                raise NoWordFile(name)
            text = "\n".join(package.read(one).decode("utf-8") for one in parts)
    except ZIP_DAMAGE as reason:
        raise NoWordFile(name) from reason
    return without_blanks(html.unescape(_TAGS.sub("", text)))


def without_blanks(text: str) -> str:
    """The text as it compares: blanks and line breaks are layout."""
    return _BLANKS.sub("", text)


def shows(text: str, day: date) -> bool:
    """Whether the day stands in the text, in either way of writing it."""
    numerals = f"{cn_digits(day.year)}年{cn_number(day.month)}月{cn_number(day.day)}日"
    return present(day) in text or numerals in text
