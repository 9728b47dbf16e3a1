"""Page breaks and pages that lie on their side."""

from collections.abc import Mapping
from dataclasses import replace

from docgen.layout.blocks.registry import Scope, Value, block, compose
from docgen.layout.markup import paragraph
from docgen.layout.pages import section_properties
from docgen.layout.styles import STYLE_ID


@block("page_break")
def page_break(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """What follows begins a new page."""
    return paragraph(STYLE_ID["分节"], '<w:r><w:br w:type="page"/></w:r>') if value else ""


@block("landscape")
def landscape(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """These blocks on pages that lie on their side."""
    return _turned(value, scope, landscape=True)


@block("portrait")
def portrait(value: Value, item: Mapping[str, Value], scope: Scope) -> str:
    """These blocks on upright pages."""
    return _turned(value, scope, landscape=False)


def _turned(value: Value, scope: Scope, *, landscape: bool) -> str:
    if scope.section.landscape == landscape:
        return compose(value, scope)
    inner = replace(scope, section=scope.section.turned(landscape=landscape))
    return section_end(scope) + compose(value, inner) + section_end(inner)


def section_end(scope: Scope) -> str:
    """The end of a section; one without content before it goes in the layout pass."""
    return paragraph(STYLE_ID["分节"], "", section_properties(scope.section, scope.profile))
