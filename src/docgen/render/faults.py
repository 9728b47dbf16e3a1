"""What can be wrong with a template, said in the user's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.errors import DocgenError


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a template something stands; `paragraph` counts from 1, 0 where there is none.

    `part` is the member of the package (word/document.xml), `area` the same in Chinese,
    `cell` says which table cell, `text` is the paragraph's text.
    """

    part: str
    area: str
    paragraph: int = 0
    cell: str = ""
    text: str = ""

    def __str__(self) -> str:
        number = f"第 {self.paragraph} 段" if self.paragraph else ""
        cell = f"（{self.cell}）" if self.cell else ""
        quoted = f"“{_shortened(self.text)}”" if self.text else ""
        return f"{self.area}{number}{cell}{quoted}"


class BrokenTemplate(DocgenError):
    """The file is no Word document that can be filled in."""

    def __init__(self, template: str, reason: str, remedy: str) -> None:
        super().__init__(f"模板“{template}”{reason}", remedy)
        self.template = template


class TemplateError(DocgenError):
    """A tag of the template cannot be read or carried out."""

    def __init__(self, template: str, place: Place, problem: str, remedy: str) -> None:
        super().__init__(f"模板“{template}”{place}：{problem}", remedy)
        self.template = template
        self.place = place
        self.problem = problem


@dataclass(frozen=True, slots=True)
class UnknownUse:
    """One use of a name that the data does not have; `near` is the nearest name, or empty."""

    place: Place
    tag: str
    name: str
    near: str

    def __str__(self) -> str:
        where = f"标签 {self.tag} 里的" if self.tag else ""
        hint = f"，是否想写“{self.near}”" if self.near else ""
        return f"{self.place}，{where}名称“{self.name}”没有对应的数据{hint}"


class UnknownName(TemplateError):
    """Names that are printed or looped over, and that the data does not have: all of one rendering."""

    def __init__(self, template: str, uses: Sequence[UnknownUse]) -> None:
        first = uses[0]
        remedy = "请改正标签里的名称，或在数据中补上；允许为空的写成 {{ 名称|default('') }}"
        super().__init__(template, first.place, "", remedy)
        self.uses = tuple(uses)
        self.problem = "；".join(map(str, uses))
        self.message = f"模板“{template}”{self.problem}"
        self.args = (self.message,)


class BoundValue(DocgenError):
    """A value carries parts of a document (a relation, a sub-document) that is not this one."""

    def __init__(self, template: str, kind: str) -> None:
        super().__init__(
            f"填入模板“{template}”的{kind}属于另一个模板对象，不能直接放进数据",
            "请改用 render(lambda tpl: {…}) 的写法，用其中的 tpl 来建立它",
        )


def _shortened(text: str, width: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[:width]}……"
