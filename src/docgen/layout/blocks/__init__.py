"""What a page is made of: one function a block of blocks.yaml, from its value to markup.

The language is written down in docs/blocks.md.
"""

from docgen.layout.blocks import attachments, body, control, forms, head, page, signing, tables
from docgen.layout.blocks.registry import BlockError, Scope, compose

__all__ = [
    "BlockError",
    "Scope",
    "attachments",
    "body",
    "compose",
    "control",
    "forms",
    "head",
    "page",
    "signing",
    "tables",
]
