"""The list as a page in the official look."""

import io
from collections.abc import Sequence
from importlib.resources import files

import yaml

from docgen.build.prepared import PreparedPaper, Sheet
from docgen.build.properties import PART, core_properties
from docgen.campaign.agenda import Item
from docgen.layout.builder import build_template
from docgen.layout.package import unpack
from docgen.layout.profile import SETUP
from docgen.publish.todo.listing import Listing, heading
from docgen.render import Template
from docgen.text.present import finalize

_BLOCKS = "page.yaml"


def written(listing: Listing) -> bytes:
    """The .docx: a table for each owner, then what is to be signed."""
    page = _prepared()
    parts = page.fill(_context(listing))
    page.lay_out(parts, Sheet(draft=False, one_page=None, keep_whole=listing.names))
    parts[PART] = core_properties(listing.title, listing.office, listing.as_of)
    return page.template.pack(parts)


def _prepared() -> PreparedPaper:
    blocks = yaml.safe_load(files(__package__ or "").joinpath(_BLOCKS).read_bytes())
    data = build_template(blocks)
    source = io.BytesIO(data)
    source.name = _BLOCKS
    return PreparedPaper(Template(source, finalize=finalize), unpack(data)["word/styles.xml"], SETUP, ())


def _context(listing: Listing) -> dict[str, object]:
    owners = [{"name": owner.name, "rows": _rows(owner.items, listing)} for owner in listing.owners]
    return {
        "title": listing.title,
        "as_of": listing.as_of,
        "owners": [owner for owner in owners if owner["rows"]],
        "signing": listing.signing,
    }


def _rows(items: Sequence[Item], listing: Listing) -> list[dict[str, str]]:
    return [
        {"what": item.task.what, "who": item.task.who, "when": heading(item, listing.as_of)} for item in items
    ]
