"""A copy that was finished in Word: it must be the right paper; its difference to ours is kept."""

import difflib
import io
import re
import zipfile
from datetime import date

from lxml import etree

from docgen.errors import DocgenError
from docgen.issuing.printed import shows, text_on, without_blanks
from docgen.text.present import present

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIFFERENCE = "difference.txt"


class NotThePaper(DocgenError):
    """The copy bears another title, number or day than the paper that is to be issued."""

    def __init__(self, name: str, what: str, wanted: str) -> None:
        super().__init__(
            f"“{name}”上没有{what}“{wanted}”", "请核对是不是这份文书；是的话请在 Word 里改好，再执行一次"
        )


class NoNumberOnIt(DocgenError):
    """The copy must bear its number already."""

    def __init__(self, name: str, prefix: str) -> None:
        super().__init__(
            f"“{name}”上没有{prefix}的文号",
            "请先执行 docgen number reserve 预留一个号，在 Word 里填好，再印发",
        )


class StillADraft(DocgenError):
    """The copy bears the draft's mark."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”上还有“草稿”字样", "请在没有错误的记录上重新生成，再在 Word 里修改")


def number_on(data: bytes, name: str, series: tuple[str, int]) -> str:
    """The first number of the series on the copy. Raises NoNumberOnIt or NoWordFile."""
    prefix, year = series
    found = re.search(rf"{re.escape(prefix)}〔{year}〕[1-9]\d*号", text_on(data, name))
    if found is None:
        raise NoNumberOnIt(name, prefix)
    return found[0]


def require_paper(data: bytes, name: str, ours: bytes, *, title: str, doc_no: str, day: date | None) -> None:
    """The copy is this paper: title, number and day that are on ours are on it too.

    Raises NotThePaper, StillADraft, NoWordFile.
    """
    text, own = text_on(data, name), text_on(ours)
    for what, value in (("题名", title), ("文号", doc_no)):
        if without_blanks(value) in own and without_blanks(value) not in text:
            raise NotThePaper(name, what, value)
    if day and shows(own, day) and not shows(text, day):
        raise NotThePaper(name, "成文日期", present(day))
    if "草稿" in _watermark(data):
        raise StillADraft(name)


def difference(ours: bytes, theirs: bytes) -> bytes:
    """Line by line what was changed in Word: － ours, ＋ the copy's."""
    names = ("docgen 生成的", "在 Word 里改定的")
    changed = difflib.unified_diff(_lines(ours), _lines(theirs), *names, lineterm="", n=1)
    return ("\n".join(changed) + "\n").encode("utf-8", "surrogatepass")


def _lines(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    texts = ("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p"))
    return [text for text in texts if text.strip()]


def _watermark(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        headers = [name for name in package.namelist() if name.startswith("word/header")]
        return "".join(package.read(name).decode("utf-8", "replace") for name in headers)
