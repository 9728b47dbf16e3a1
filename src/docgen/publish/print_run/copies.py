"""How many copies of a paper are printed: a number, or one for each of its recipients and some more.

Recipients are counted on the paper itself, in 主送机关 and 抄送: what is printed there is who gets it.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from docgen.layout.tree import parse, style_names, text_of, w

_MORE = re.compile(r"recipients\s*\+\s*(\d+)")
_ADDRESSED = ("主送机关", "抄送")
_LEADS = re.compile(r"^(抄送|主送|分送|发送|送)：")


def copies_of(said: str, docx: bytes, groups: Mapping[str, int]) -> int:
    """The number for a manifest's words; `groups` tells how many 各党支部 are. At least one."""
    if said.isdigit():
        return max(1, int(said))
    more = _MORE.fullmatch(said)
    if more is None:
        return 1
    return max(1, recipients(docx, groups) + int(more[1]))


def recipients(docx: bytes, groups: Mapping[str, int]) -> int:
    """How many the paper names as its recipients."""
    return sum(groups.get(name, 1) for text in _addressed(docx) for name in _names(text))


def _names(text: str) -> Iterator[str]:
    said = _LEADS.sub("", text.strip()).rstrip("：。:.")
    yield from (name for part in re.split(r"[，、,；;]", said) if (name := part.strip("　 ")))


def _addressed(docx: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        names = style_names(package.read("word/styles.xml"))
        body = parse(package.read("word/document.xml"))
    addressed = (p for p in body.iter(w("p")) if names.name(p) in _ADDRESSED)
    # A text box stands twice in the file, for new and for old readers.
    yield from dict.fromkeys(map(text_of, addressed))
