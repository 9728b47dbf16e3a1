from docgen.authoring import skeleton


def test_minutes_begin_with_who_was_there_and_no_signature():
    blocks = skeleton._BODIES["minutes"]

    assert "- attendees:" in blocks
    assert "recipients" not in blocks
    assert "signature" not in blocks
