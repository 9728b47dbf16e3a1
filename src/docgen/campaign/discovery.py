"""Open folders: every module of a package is imported, so that a new file is found by being there."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules


def import_all(package: str, path: Iterable[str]) -> None:
    """Every module of the package has run, in the order of their names."""
    for name in sorted(module.name for module in iter_modules(path)):
        import_module(f"{package}.{name}")
