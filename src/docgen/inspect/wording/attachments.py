"""The attachments that a paper names under its text."""

import re

from docgen.inspect.elements import Element
from docgen.inspect.wording.wording import Wording

_LABEL = re.compile(r"^附\s*件\s*\d{0,2}\s*[:：]?\s*")
_NUMBER = re.compile(r"(?:^|(?<=[\n\t 　]))\d{1,2}\s*[.．、]\s*")


def named_attachments(wording: Wording) -> list[str]:
    """Their names, without label and number; a name that runs on over lines counts once."""
    text = "\n".join(line.text.strip() for line in wording.of(Element.ATTACHMENT_NOTE))
    plain = _LABEL.sub("", text)
    if not plain.strip():
        return []
    if not _NUMBER.match(plain):
        return ["".join(plain.split())]
    return ["".join(name.split()) for name in _NUMBER.split(plain) if name.strip()]
