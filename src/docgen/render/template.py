"""A docxtpl template, prepared once and rendered any number of times.

The results are docxtpl's (`render(context, autoescape=True)`, canonical XML); where it loses or
executes data they are right instead: docs/docxtpl-differences.md lists each case.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jinja2 import Environment

from docgen.errors import DocgenError
from docgen.render import undefined
from docgen.render.docxtpl_way import CarefulTemplate, MakeContext
from docgen.render.environment import Finalize, NeedsDocument, make_environment
from docgen.render.explain import Explainer
from docgen.render.faults import BoundValue
from docgen.render.package import Member, compressed, joined, packed
from docgen.render.places import Tag
from docgen.render.prepare import AnyPart, prepare
from docgen.render.source import Source, read_source
from docgen.render.undefined import NamesOf, Run, current_run

Context = Mapping[str, Any] | MakeContext
_CONTENT_TYPES = "[Content_Types].xml"


class Template:
    """A prepared template: `render` is a function of the context alone, and may be called from threads.

    `strict`: a name that is printed or looped over and that the data lacks is an error (docxtpl prints
    nothing). `finalize` turns each value into what is printed. `names_of` tells which names a value
    offers, for suggestions. Raises BrokenTemplate and TemplateError.
    """

    def __init__(
        self,
        source: Source,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        jinja_env: Environment | None = None,
        *,
        strict: bool = True,
        finalize: Finalize | None = None,
        globals: Mapping[str, Any] | None = None,  # noqa: A002 (Jinja's word)
        names_of: NamesOf = undefined.names_of,
    ) -> None:
        self.name, self._data = read_source(source)
        self._env = make_environment(jinja_env, filters or {}, globals or {}, finalize, strict=strict)
        self._globals = tuple(globals or ())
        prepared = prepare(self.name, self._data, self._env, strict=strict)
        self._parts: dict[str, AnyPart] = {part.name: part for part in prepared.parts}
        self._explainer = Explainer(self.name, self._parts, names_of)
        self._static = {name: part.fill({}, Run()) for name, part in self._parts.items() if part.is_static}
        self._stored = {name: compressed(name, content) for name, content in self._static.items()}
        self._packed: list[Member] = [
            compressed(name, content) for name, content in prepared.members.items() if name not in self._parts
        ]

    @property
    def names(self) -> frozenset[str]:
        """The root names that the template takes from the data."""
        return frozenset().union(*(part.names for part in self._parts.values()))

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag with its place, in reading order, part by part."""
        return tuple(tag for part in self._parts.values() for tag in part.text.tags)

    def render(self, context: Context) -> bytes:
        """The finished .docx. A function is called with docxtpl's object and returns the context."""
        return self.pack(self.parts(context))

    def parts(self, context: Context) -> dict[str, bytes]:
        """The rendered members by name, for a further pass before `pack`.

        Where docxtpl's own path was taken these are all members of the document.
        """
        if not isinstance(context, Mapping):
            return self._by_docxtpl(context)
        try:
            return self._by_compiled(dict(context))
        except NeedsDocument as fault:
            return self._by_docxtpl(context, fault)

    def pack(self, parts: Mapping[str, bytes]) -> bytes:
        """The .docx of these members, the template's others around them."""
        if _CONTENT_TYPES in parts:
            return packed(parts)
        if absent := self._parts.keys() - parts.keys():
            raise ValueError(f"parts are missing: {sorted(absent)}")
        return joined([*self._packed, *(self._member(name, content) for name, content in parts.items())])

    def _member(self, name: str, content: bytes) -> Member:
        return self._stored[name] if content == self._static.get(name) else compressed(name, content)

    def _by_compiled(self, context: dict[str, Any]) -> dict[str, bytes]:
        run, rendered = Run(), {}
        with self._noting(run, context):
            for name, part in self._parts.items():
                run.part = name
                rendered[name] = self._static.get(name) or part.fill(context, run)
        return rendered

    def _by_docxtpl(self, context: Context, reason: NeedsDocument | None = None) -> dict[str, bytes]:
        if reason is not None and not reason.can_move:
            raise BoundValue(self.name, reason.kind)
        run = Run()
        tpl = run.document = CarefulTemplate(self._data, self._env, run)
        values = context if isinstance(context, Mapping) else context(tpl)
        with self._noting(run, values):
            try:
                return tpl.fill(values)
            except NeedsDocument as fault:
                raise BoundValue(self.name, fault.kind) from fault

    @contextmanager
    def _noting(self, run: Run, context: Mapping[str, Any]) -> Iterator[None]:
        """What is raised or noted inside comes out as this template's errors."""
        token = current_run.set(run)
        try:
            yield
        except (DocgenError, NeedsDocument):
            raise
        except Exception as fault:
            raise self._unknown(run, context) or self._explainer.failed(fault, run.part) from fault
        finally:
            current_run.reset(token)
        if unknown := self._unknown(run, context):
            raise unknown

    def _unknown(self, run: Run, context: Mapping[str, Any]) -> DocgenError | None:
        return self._explainer.unknown(run, [*context, *self._globals]) if run.misses else None
