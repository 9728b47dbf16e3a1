"""What a user may type for a paper."""

import pytest

from docgen.archive.address import Address, parse
from docgen.archive.faults import AmbiguousAddress, UnknownObject

KNOWN = ["urn:docgen:S77:2031:Z01:D22", "urn:docgen:S77:2030:Z01:D22", "urn:docgen:S77:2031:Z02:D26-goals:G1"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("urn:docgen:S77:2031:Z01:D22", Address(KNOWN[0])),
        ("urn:docgen:S77:2031:Z01:D22@v12", Address(KNOWN[0], "v12")),
        ("2031:Z01:D22@v1", Address(KNOWN[0], "v1")),
        (" Z02:D26-goals:G1 ", Address(KNOWN[2])),
    ],
)
def test_address_in_full_or_its_end_is_understood(text, address):
    assert parse(text, KNOWN) == address
    assert parse(str(address)) == address


def test_short_address_of_several_years_is_asked_for_in_full():
    with pytest.raises(AmbiguousAddress, match=r"2030.*2031"):
        parse("Z01:D22", KNOWN)


@pytest.mark.parametrize("text", ["Z01:D2", "1:D22", "", "Z02:D26-goals:G1@v0"])
def test_unknown_address_is_told_with_the_nearest(text):
    with pytest.raises(UnknownObject):
        parse(text, KNOWN)
