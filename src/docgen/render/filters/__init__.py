"""Filters for office papers: one family a file, found by being there.

A filter turns one value into another; `@template_filter("name", "名")` gives it its names in templates.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def template_filter(*names: str) -> Callable[[Function], Function]:
    """The function is a template filter under each of these names."""

    def named(function: Function) -> Function:
        function.__dict__["filter_names"] = names
        return function

    return named


@cache
def known_filters() -> dict[str, Callable[..., Any]]:
    """Every filter of this folder by each of its names. Raises ValueError when two share a name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        for function in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            for name in getattr(function, "filter_names", ()):
                if found.setdefault(name, function) is not function:
                    raise ValueError(f"two filters are called {name}")
    return found
