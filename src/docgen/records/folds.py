"""A text that its clerk broke over several lines: YAML joins them by a space, which Chinese has not."""

import re

# Han, full-width signs and the punctuation that is set in the Chinese face.
_WIDE = (
    "[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
_GAP = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


def without_gaps(text: str) -> str:
    """The text without a single space between two full-width characters."""
    return _GAP.sub("", text)
