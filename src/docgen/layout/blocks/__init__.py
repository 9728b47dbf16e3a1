"""What a page is made of: one function a block of blocks.yaml, from its value to markup.

An open folder: a module here that registers a block is found by being there. The language is
written down in docs/blocks.md.
"""

from importlib import import_module
from pkgutil import iter_modules

from docgen.layout.blocks.registry import BlockError, Scope, compose

for _found in iter_modules(__path__):
    import_module(f"{__name__}.{_found.name}")

__all__ = ["BlockError", "Scope", "compose"]
