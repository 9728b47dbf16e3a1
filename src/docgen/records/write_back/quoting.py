"""A value as a YAML scalar: plain where every YAML program reads the same text, quoted otherwise."""

import re

from docgen.records.write_back.wanted import Leaf

_SPECIAL_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~\s]|\.\.\.")
_NEGATIVE = re.compile(r"-\d")
_BREAKS_PLAIN = re.compile(r":(\s|$)|\s#|\s$|[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
_BREAKS_FLOW = re.compile(r"[,\[\]{}:]")
# What other programs would take for a number, a truth value, a null, a date or a time.
_TAKEN_FOR_ELSE = re.compile(
    r"[-+]?[\d_.,:]+([eE][-+]?\d+)?|0[xob][0-9a-fA-F_]+|\d{4}-\d{1,2}-\d{1,2}.*|"
    r"(?i:true|false|yes|no|on|off|y|n|null|nan|[-+]?\.inf|\.nan)"
)
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar(leaf: Leaf, *, flow: bool, style: str = "") -> str:
    """The leaf on one line; `style` is the quotation mark it had before, kept where it can be."""
    text = leaf.text
    if style == "'" and not _UNPRINTED.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style == '"' or not _is_plain(leaf, flow=flow):
        return _quoted(text)
    return text


def block(text: str, indent: str) -> str:
    """Several lines as a literal block under its key; `indent` is that of the lines."""
    lines = (f"{indent}{line}" if line else "" for line in text.split("\n"))
    return "|-\n" + "\n".join(lines)


def fits_block(text: str) -> bool:
    """Whether a literal block keeps the text: several lines, the first and last of them filled."""
    return "\n" in text and text == text.strip() and "\t" not in text and not _UNPRINTED.search(text)


def _is_plain(leaf: Leaf, *, flow: bool) -> bool:
    text = leaf.text
    if not text or (_SPECIAL_START.match(text) and not (not leaf.is_text and _NEGATIVE.match(text))):
        return False
    if _BREAKS_PLAIN.search(text) or (flow and _BREAKS_FLOW.search(text)):
        return False
    return not (leaf.is_text and _TAKEN_FOR_ELSE.fullmatch(text))


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char) or _printed(char) for char in text) + '"'


def _printed(char: str) -> str:
    return f"\\u{ord(char):04X}" if _UNPRINTED.match(char) else char
