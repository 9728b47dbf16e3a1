from docgen.render.filters.quotes import inner_quotes


def test_marks_within_marks_become_the_inner_ones():
    assert inner_quotes("对“领先”的《办法》") == "对‘领先’的〈办法〉"
    assert inner_quotes(None) == ""
