import pytest

from docgen.text.width import width_em


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("", 0), ("支部", 2), ("2012年5月29日", 6.5), ("“七一”", 4), ("阿·江", 3), ("（Ａ）", 3), ("芮𬱖", 2),
        ("ab c", 2), ("e\u0301", 0.5), ("支\u200b部", 2), ("8:30—12:00", 5.5), ("〔2012〕", 4),
    ],
)  # fmt: skip
def test_han_is_one_wide_and_a_digit_half(text, em):
    assert width_em(text) == em
