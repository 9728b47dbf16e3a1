import pytest

from docgen.layout.profile import GLYPH, SETUP, UnknownProfile, profile_named


@pytest.mark.parametrize("profile", [SETUP, GLYPH])
def test_22_rows_fit_and_a_23rd_does_not(profile):
    assert 22 * profile.pitch_twips <= profile.text_height_twips < 23 * profile.pitch_twips


def test_rows_of_580_twips_would_be_too_high():
    assert SETUP.text_height_twips < 22 * 580


def test_the_mark_stands_at_the_same_height_in_both_readings():
    assert SETUP.top_twips + SETUP.mark_drop_twips == GLYPH.top_twips + GLYPH.mark_drop_twips


def test_an_unknown_profile_is_an_error_that_names_the_two():
    with pytest.raises(UnknownProfile) as caught:
        profile_named("word")

    assert "setup" in caught.value.remedy
    assert "glyph" in caught.value.remedy
    assert caught.value.exit_status == 2
