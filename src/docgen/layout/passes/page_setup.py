"""Papers in the other reading of the standard: margins and rows of the profile asked for."""

from docgen.layout.gbt9704 import A3_WIDTH_TWIPS, PAGE_NUMBER_FOOTER_TWIPS
from docgen.layout.pages import margins_twips
from docgen.layout.profile import PROFILES, SETUP, Profile
from docgen.layout.tree import VAL, Element, parse, serialize, w

# LibreOffice reads the switch as on and writes it as off, and then lets stops hang out of the text area.
_HANGING_OFF = b'<w:overflowPunct w:val="false"/>'
_PITCHES = frozenset(str(profile.pitch_twips) for profile in PROFILES.values())


def set_pages(root: Element, profile: Profile) -> None:
    """Sections that follow one of the two readings follow the profile's."""
    for section in root.iter(w("sectPr")):
        size, margins, grid = (section.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
        if size is None or margins is None or not _is_ours(margins, landscape=_is_turned(size)):
            continue
        for side, width in margins_twips(landscape=_is_turned(size), profile=profile).items():
            margins.set(w(side), str(width))
        margins.set(w("footer"), str(PAGE_NUMBER_FOOTER_TWIPS))
        if grid is not None:
            grid.set(w("linePitch"), str(profile.pitch_twips))


def _is_turned(size: Element) -> bool:
    # A lying A3 page has the margins of an upright A4 one.
    return size.get(w("orient")) == "landscape" and size.get(w("w")) != str(A3_WIDTH_TWIPS)


def _is_ours(margins: Element, *, landscape: bool) -> bool:
    return any(
        all(
            margins.get(w(side)) == str(width)
            for side, width in margins_twips(landscape=landscape, profile=profile).items()
        )
        for profile in PROFILES.values()
    )


def set_pitch(root: Element, profile: Profile) -> None:
    """Lines as high as a row of either reading are as high as the profile's."""
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("line")) in _PITCHES and spacing.get(w("lineRule")) == "exact":
            spacing.set(w("line"), str(profile.pitch_twips))


def must_finish(styles_xml: bytes, profile: Profile) -> bool:
    """Whether word/styles.xml is not yet as the profile has it; parsing it each time is work for nothing."""
    return profile is not SETUP or _HANGING_OFF in styles_xml


def finish_styles(styles_xml: bytes, profile: Profile) -> bytes:
    """word/styles.xml in the profile's row pitch, with what LibreOffice loses on saving."""
    root = parse(styles_xml)
    set_pitch(root, profile)
    for hanging in root.iter(w("overflowPunct")):
        if VAL in hanging.attrib:
            del hanging.attrib[VAL]
    return serialize(root)
