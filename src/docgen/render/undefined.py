"""Names that the data does not have: absent in a test, noted when printed or looped over.

docxtpl prints nothing for them. Here each use is noted with the tag's place and rendering goes on, so
that one error can name them all.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from functools import wraps
from types import FrameType
from typing import Any

from jinja2 import Undefined, UndefinedError
from jinja2.utils import missing

NamesOf = Callable[[Any], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Miss:
    """An unknown name: in which part, on which line of its source."""

    part: str
    line: int
    name: str


@dataclass(slots=True)
class Run:
    """What one rendering notes besides its text.

    `misses`: each unknown name and the first value that lacks it (None: the data as a whole).
    `has_markup`: a value brought XML of its own, which may be faulty; `has_structure`: with tables or
    drawings in it; `document`: docxtpl's object, where one takes part; `part`: what is being filled;
    `rounds`: of all loops.
    """

    misses: dict[Miss, Any] = field(default_factory=dict)
    has_markup: bool = False
    has_structure: bool = False
    document: object = None
    part: str = ""
    rounds: int = 0


current_run: ContextVar[Run] = ContextVar("docgen_render_run")


def names_of(owner: object) -> Iterable[str]:
    """The names that a value offers: keys, fields, or public attributes."""
    if isinstance(owner, Mapping):
        return [key for key in owner if isinstance(key, str)]
    model_fields = getattr(type(owner), "model_fields", None)
    if isinstance(model_fields, dict):
        return list(model_fields)
    if is_dataclass(owner):
        return [f.name for f in fields(owner)]
    return [name for name in dir(owner) if not name.startswith("_")]


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or nothing."""
    # Two Chinese characters with one wrong score exactly 0.5; English words that alike are not alike.
    found = get_close_matches(name, list(known), n=1, cutoff=0.6 if name.isascii() else 0.5)
    return found[0] if found else ""


class Missing(Undefined):
    """Jinja's Undefined, except that printing, looping or computing with it is noted as a fault."""

    __slots__ = ()

    def _note(self) -> None:
        if self._undefined_exception is not UndefinedError:  # the sandbox refused it
            self._fail_with_undefined_error()
        run = current_run.get(None)
        if run is None:
            self._fail_with_undefined_error()
        # A hint without a name ("the sequence was empty") is Jinja's answer, not a wrong name.
        if self._undefined_hint is None and self._undefined_name is not None:
            part, line = template_position(sys._getframe(1))  # noqa: SLF001 (no other way to the caller)
            owner = None if self._undefined_obj is missing else self._undefined_obj
            miss = Miss(part, line, _spoken(self._undefined_name))
            run.misses.setdefault(miss, owner)

    def _noted(self, *_args: Any, **_kwargs: Any) -> "Missing":
        self._note()
        return self

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __int__(self) -> int:  # type: ignore[override]
        self._note()
        return 0

    def __float__(self) -> float:  # type: ignore[override]
        self._note()
        return 0.0

    def __contains__(self, _item: object) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._noted()

    def _refused(self, *_args: Any) -> bool:
        self._note()
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _noted  # type: ignore[assignment]
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _noted  # type: ignore[assignment]
    __pow__ = __rpow__ = __pos__ = __neg__ = __call__ = __getitem__ = _noted  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _refused  # type: ignore[assignment]


def _spoken(name: object) -> str:
    return f"第 {name + 1} 项" if isinstance(name, int) and name >= 0 else str(name)


def printed_length(value: Any) -> int:
    """`|length` where its result is printed: an unknown name is noted there, not counted as 0."""
    if isinstance(value, Missing):
        value._note()  # noqa: SLF001 (the same module)
    return len(value)


def noting_unknown(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, except that an unknown name is noted and not taken for an empty value."""

    @wraps(function)
    def noted(value: Any, *args: Any, **kwargs: Any) -> Any:
        return str(value) if isinstance(value, Missing) else function(value, *args, **kwargs)

    return noted


def template_position(frame: FrameType | None) -> tuple[str, int]:
    """Part and source line of the tag that is being carried out."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template.name or "", template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 1
