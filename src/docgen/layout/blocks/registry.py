"""Blocks by name, and how a list of them becomes markup."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from docgen.errors import DocgenError
from docgen.layout.markup import bookmark_name
from docgen.layout.pages import Section
from docgen.layout.profile import SETUP, Profile

Value = Any  # a value of blocks.yaml: text, number, bool, list or mapping


class BlockError(DocgenError):
    """blocks.yaml says something that cannot be built."""

    def __init__(self, where: str, fault: str, remedy: str = "写法见 docs/blocks.md") -> None:
        super().__init__(f"版块“{where}”{fault}", remedy)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a block must know of the page it stands on."""

    section: Section = field(default_factory=Section)
    profile: Profile = SETUP
    nested: bool = False  # inside a for or an if

    @property
    def text_width_twips(self) -> int:
        return self.section.text_width_twips


Writer = Callable[[Value, Mapping[str, Value], Scope], str]
_WRITERS: dict[str, Writer] = {}

# Keys that stand beside a block's own key.
_COMPANIONS = frozenset({"do", "else", "elif"})
_CONTENT_PARAGRAPH = re.compile(r"<w:p>(?!<w:r>)(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?", re.DOTALL)


def block(name: str) -> Callable[[Writer], Writer]:
    """The function writes the block of that name: (value, whole mapping, scope) to markup."""

    def register(writer: Writer) -> Writer:
        _WRITERS[name] = writer
        return writer

    return register


def compose(blocks: Sequence[Mapping[str, Value]], scope: Scope) -> str:
    """The markup of a list of blocks; a `bookmark` goes into the paragraph that follows it."""
    if not isinstance(blocks, list):
        raise BlockError("blocks", f"应当是一列版块，却写成了“{blocks}”")
    pieces: list[str] = []
    bookmark = ""
    for item in blocks:
        name = _name_of(item)
        if name == "bookmark":
            bookmark = str(item[name])
            continue
        markup = _WRITERS[name](item[name], item, scope)
        if bookmark:
            markup, bookmark = marked(markup, bookmark), ""
        pieces.append(markup)
    return "".join(pieces)


def _name_of(item: Mapping[str, Value]) -> str:
    if not isinstance(item, Mapping):
        raise BlockError(str(item), "应当写成“名称: 内容”")
    names = [key for key in item if key not in _COMPANIONS]
    if len(names) != 1:
        raise BlockError("、".join(map(str, names)), "每个版块只能有一个名称")
    name = str(names[0])
    if name not in _WRITERS and name != "bookmark":
        near = get_close_matches(name, [*_WRITERS, "bookmark"], n=1, cutoff=0.5)
        raise BlockError(
            name, "不存在", f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(_WRITERS)}"
        )
    return name


def marked(markup: str, bookmark: str) -> str:
    """`markup` with a bookmark in its first paragraph that prints something."""
    found = _CONTENT_PARAGRAPH.search(markup)
    if found is None:
        raise BlockError(f"bookmark: {bookmark}", "后面没有可以定位的段落")
    mark = f'<w:bookmarkStart w:id="0" w:name="{bookmark_name(bookmark)}"/><w:bookmarkEnd w:id="0"/>'
    return markup[: found.end()] + mark + markup[found.end() :]


def text_of(value: Value, where: str) -> str:
    """A text of blocks.yaml. Raises BlockError for a list or a mapping."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    raise BlockError(where, f"这里要写文字，却写成了“{value}”")


def fields_of(value: Value, where: str, known: Sequence[str], needed: Sequence[str] = ()) -> dict[str, Value]:
    """A mapping of blocks.yaml that has no keys but the known, and all that are needed. Raises BlockError."""
    if not isinstance(value, Mapping):
        raise BlockError(where, f"应当写成“名称: 内容”，却写成了“{value}”")
    for key in value:
        if key not in known:
            near = get_close_matches(str(key), known, n=1, cutoff=0.5)
            remedy = f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known)}"
            raise BlockError(where, f"没有“{key}”这一项", remedy)
    for key in needed:
        if key not in value:
            raise BlockError(where, f"缺少 {key}")
    return dict(value)


def listed(value: Value) -> list[Value]:
    """A list as it is, anything else as a list of one, nothing as none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
