"""The list as a page in the official look."""

from collections.abc import Sequence

from docgen.build.own_page import own_page
from docgen.campaign.agenda import Item
from docgen.publish.todo.listing import Listing, heading


def written(listing: Listing) -> bytes:
    """The .docx: a table for each owner, then what is to be signed."""
    return own_page(
        __package__ or "",
        "page.yaml",
        _context(listing),
        title=listing.title,
        office=listing.office,
        day=listing.as_of,
        names=listing.names,
    )


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
