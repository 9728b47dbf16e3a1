"""What a template sees of records and facts: names and values, nothing to call that could change them.

A name that a view does not know raises AttributeError, which Jinja makes an undefined value; `dir()`
tells the renderer which names the author may have meant. What is seen is frozen: a view keeps in its
own `__dict__` each name that was asked for, and Python finds it there the next time.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from docgen.campaign.fact import Fact, Row
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.names import fields_by_name
from docgen.campaign.subject import Subject
from docgen.errors import DocgenError
from docgen.records.schema import Entity

Allowed = frozenset[str] | None  # fields that may be named; None: all


class NotPrintable(DocgenError):
    """A template prints a whole mapping instead of one of its fields."""

    def __init__(self, entity: Entity) -> None:
        names = "、".join(list(type(entity).model_fields)[:3])
        super().__init__(f"模板要打印的是一组内容（{names}……），不是一项", "在名称后面写明要打印的那一项")


class View:
    """An entity by the names of its fields; false when the record fills nothing of it."""

    def __init__(self, entity: Entity, allowed: Allowed = None) -> None:
        self._entity = entity
        self._allowed = allowed

    def __getattr__(self, name: str) -> object:
        field = None if name.startswith("_") else fields_by_name(type(self._entity)).get(name)
        if field is None or (self._allowed is not None and field not in self._allowed):
            raise AttributeError(name)
        value = getattr(self._entity, field)
        seen = self.__dict__[name] = TextsView(value) if field == "texts" else view(value)
        return seen

    def __dir__(self) -> Iterable[str]:
        names = fields_by_name(type(self._entity)).items()
        return [name for name, field in names if self._allowed is None or field in self._allowed]

    def __bool__(self) -> bool:
        return bool(self._entity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._entity == self._entity

    def __hash__(self) -> int:
        return id(self._entity)

    def __str__(self) -> str:
        if not self._entity:
            return ""
        raise NotPrintable(self._entity)

    def __repr__(self) -> str:
        return f"View({self._entity!r})"


class TextsView:
    """补充文字 of a record (J22): a section that nobody wrote reads as nothing, at either depth."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def __getattr__(self, kind: str) -> "SectionsView":
        if kind.startswith("_"):
            raise AttributeError(kind)
        return SectionsView(self._texts.get(kind, {}))

    __getitem__ = __getattr__

    def __bool__(self) -> bool:
        return bool(self._texts)


class SectionsView:
    """The sections of one kind of paper."""

    __slots__ = ("_sections",)

    def __init__(self, sections: Mapping[str, str]) -> None:
        self._sections = sections

    def __getattr__(self, section: str) -> str:
        if section.startswith("_"):
            raise AttributeError(section)
        return self._sections.get(section, "")

    __getitem__ = __getattr__

    def __bool__(self) -> bool:
        return bool(self._sections)

    def __str__(self) -> str:
        return ""


class RowView:
    """A derived row; branch records in it show only the root keys that the fact declares to read."""

    def __init__(self, row: Row, roots: Allowed) -> None:
        self._row = row
        self._roots = roots

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        seen = self.__dict__[name] = view(getattr(self._row, name), self._roots)
        return seen

    def __dir__(self) -> Iterable[str]:
        return dir(type(self._row))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowView) and other._row == self._row

    def __hash__(self) -> int:
        return id(self._row)

    def __repr__(self) -> str:
        return f"RowView({self._row!r})"


class FactsView:
    """The facts that the manifest declares, by name or Chinese title, computed when first named."""

    def __init__(
        self, declared: Iterable[Fact], subject: Subject, given: Mapping[str, Callable[[], object]]
    ) -> None:
        self._declared = {name: fact for fact in declared for name in (fact.name, fact.title)}
        self._subject = subject
        self._given = given

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        seen = self.__dict__[name] = self._seen(name)
        return seen

    def _seen(self, name: str) -> object:
        if name in self._given:
            return self._given[name]()
        fact = self._declared.get(name)
        if fact is None:
            raise AttributeError(name)
        value, roots = fact.of(self._subject), branch_roots(fact.reads)
        # The value is kept beside its view: while it lives, nothing else can have its id.
        return self._subject.office.remembered(("seen", id(value), roots), lambda: view(value, roots), value)

    def __dir__(self) -> Iterable[str]:
        return (*self._declared, *self._given)


def view(value: object, roots: Allowed = None) -> object:
    """The value as a template sees it; entities and rows become views, in lists too."""
    kind: Any = type(value)
    return _maker(kind)(value, roots)


@cache  # by type: asking a pydantic model `isinstance` is slow, and a paper has hundreds of values
def _maker(kind: type) -> Callable[[Any, Allowed], object]:
    if issubclass(kind, tuple):
        return lambda value, roots: tuple(view(one, roots) for one in value)
    if issubclass(kind, BranchRecord):
        return View
    if issubclass(kind, Entity):
        return lambda value, _: View(value)
    if issubclass(kind, Row):
        return RowView
    if issubclass(kind, dict):
        return lambda value, _: MappingProxyType(value)
    return lambda value, _: value


def branch_roots(reads: Iterable[str]) -> Allowed:
    """The root keys of branch records among `branches.KEY` paths; all for a plain `branches`."""
    paths = [path.partition(".") for path in reads]
    if any(root == "branches" and not rest for root, _, rest in paths):
        return None
    return frozenset(rest for root, _, rest in paths if root == "branches")
