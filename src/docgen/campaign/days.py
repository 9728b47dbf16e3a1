"""Days as messages name them: 6月11日, with the year where two days differ in it."""

from datetime import date

from docgen.text.dates import cn_date, month_day


def two(one: date, other: date) -> tuple[str, str]:
    """Both days in words; with their years when these differ."""
    word = month_day if one.year == other.year else cn_date
    return word(one), word(other)
