"""The layout pass: what Word cannot compute is computed after rendering.

Blocks are known by the name of their paragraph style and by nothing else, so that a template that
was edited and saved in Word or LibreOffice keeps working.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.layout.fit import OnePage, fit_one_page
from docgen.layout.passes.absent import drop_absent, drop_empty_runs, fill_cells
from docgen.layout.passes.body import keep_sections_apart, split_lines, style_by_numbering
from docgen.layout.passes.columns import share_columns
from docgen.layout.passes.ends import (
    break_notes,
    keep_signing_with_text,
    number_attachments,
    place_pledges,
    place_signatures,
    set_imprints,
)
from docgen.layout.passes.heads import break_names, break_titles, fit_mark, set_signers
from docgen.layout.passes.joint import part_organs, spread_marks
from docgen.layout.passes.letters import place_letter_heads
from docgen.layout.passes.long_ends import part_long_ends
from docgen.layout.passes.minutes import set_attendees
from docgen.layout.passes.numbers import number_ids
from docgen.layout.passes.page_setup import finish_styles, must_finish, set_pages, set_pitch
from docgen.layout.passes.paper import Rendered
from docgen.layout.passes.signing_room import keep_signing_room
from docgen.layout.passes.tables import keep_rows_together
from docgen.layout.passes.text_tables import fit_text_tables
from docgen.layout.passes.wraps import join_wraps
from docgen.layout.poster import ENLARGED, REDUCED, is_poster, scale
from docgen.layout.profile import SETUP, Profile
from docgen.layout.tree import parse, serialize, style_names
from docgen.layout.watermark import finish_header, has_headers, mark

__all__ = ["Finished", "OnePage", "finish", "finish_header", "finish_styles", "must_finish"]


@dataclass(frozen=True, slots=True)
class Finished:
    """A document.xml as it is printed. `fits` is False when one page was asked for and not reached."""

    xml: bytes
    fits: bool = True


def finish(
    document_xml: bytes,
    *,
    styles_xml: bytes | None = None,
    profile: Profile = SETUP,
    draft: bool = False,
    one_page: OnePage | None = None,
    keep_whole: Iterable[str] = (),
) -> Finished:
    """The rendered document laid out by GB/T 9704.

    `styles_xml` is the template's word/styles.xml (its ids name the styles; without it ours are
    taken), `keep_whole` are names that a title should not break within. `draft` marks the pages of a
    document without headers; where there are headers, finish_header does.
    """
    root = parse(document_xml)
    poster = is_poster(root)
    if poster:
        scale(root, REDUCED)
    paper = Rendered(root, style_names(styles_xml), profile, tuple(keep_whole))
    _lay_out(paper)
    fits = fit_one_page(paper, one_page) if one_page else True
    if draft and not has_headers(paper.root):
        mark(paper.body)
    if poster:
        scale(root, ENLARGED)
    return Finished(serialize(root), fits)


def _lay_out(paper: Rendered) -> None:
    set_pages(paper.root, paper.profile)
    set_pitch(paper.root, paper.profile)
    fill_cells(paper)
    share_columns(paper)
    fit_text_tables(paper)
    join_wraps(paper)
    if split_lines(paper):
        paper.seek()
    drop_absent(paper)
    drop_empty_runs(paper)
    if style_by_numbering(paper):
        paper.seek()
    spread_marks(paper)
    fit_mark(paper)
    place_letter_heads(paper)
    set_signers(paper)
    break_titles(paper)
    break_names(paper)
    number_attachments(paper)
    part_organs(paper)
    place_signatures(paper)
    break_notes(paper)
    set_attendees(paper)
    keep_signing_room(paper)
    keep_rows_together(paper)
    place_pledges(paper)
    keep_signing_with_text(paper)
    set_imprints(paper)
    keep_sections_apart(paper)
    part_long_ends(paper)
    number_ids(paper)
