"""From blocks.yaml to template.docx: the same blocks, the same bytes."""

from collections.abc import Mapping
from typing import Any

from docgen.layout.base import assemble
from docgen.layout.blocks import BlockError, Scope, compose
from docgen.layout.blocks.registry import fields_of
from docgen.layout.package import pack, unpack
from docgen.layout.pages import Section, section_properties
from docgen.layout.poster import enlarged
from docgen.layout.profile import SETUP, Profile

LAYOUTS = ("red-head", "letter", "minutes", "plain", "form", "landscape")
_PAGES = ("portrait", "landscape", "a3-landscape", "poster")
_TITLE_PAGE = "<w:titlePg/>"


def build_template(blocks: Mapping[str, Any], layout: str = "plain", profile: Profile = SETUP) -> bytes:
    """The template that `blocks` (the content of a blocks.yaml) describes. Raises BlockError.

    `layout` is the kind's: landscape lays the pages on their side unless `page:` says otherwise,
    letter leaves the first page without a number (10.1). `footer:` is a line over every page number,
    `page: poster` an upright page enlarged to A3, `page: a3-landscape` a lying one for wide ledgers.
    """
    if layout not in LAYOUTS:
        raise BlockError("layout", f"没有版式“{layout}”", f"可用的有：{'、'.join(LAYOUTS)}")
    fields_of(blocks, "blocks.yaml", ("page", "footer", "blocks"))
    content = blocks.get("blocks")
    if not isinstance(content, list):
        raise BlockError("blocks", "缺少 blocks，应当是一列版块")
    scope = Scope(_section(blocks, layout, content), profile)
    body = compose(content, scope)
    template = assemble(_ended(body, scope), profile, str(blocks.get("footer", "")))
    return _enlarged(template) if blocks.get("page") == "poster" else template


def _enlarged(template: bytes) -> bytes:
    parts = unpack(template)
    measured = [name for name in parts if name.startswith(("word/document", "word/styles", "word/footer"))]
    return pack(parts | {name: enlarged(parts[name]) for name in measured})


def _section(blocks: Mapping[str, Any], layout: str, content: list[Any]) -> Section:
    turned = blocks.get("page", "landscape" if layout == "landscape" else "portrait")
    if turned not in _PAGES:
        raise BlockError("page", f"不能是“{turned}”", f"请写 {'、'.join(_PAGES)} 之一")
    bare = layout == "letter" or any(
        isinstance(item, Mapping) and ("cover" in item or "letter_head" in item) for item in content
    )
    return Section(turned in ("landscape", "a3-landscape"), bare, turned == "a3-landscape")


def _ended(body: str, scope: Scope) -> str:
    # Only the first section has a first page of its own kind. Sections without content stay here and
    # go in the layout pass, which also sees those that data leave empty.
    whole = body + section_properties(scope.section, scope.profile)
    head, mark, rest = whole.partition(_TITLE_PAGE)
    return head + mark + rest.replace(_TITLE_PAGE, "")
