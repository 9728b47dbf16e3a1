from datetime import date

from docgen.campaign.days import two


def test_days_of_one_year_go_without_it():
    assert two(date(2027, 5, 31), date(2027, 6, 1)) == ("5月31日", "6月1日")


def test_days_of_two_years_tell_them():
    assert two(date(2027, 12, 31), date(2028, 1, 1)) == ("2027年12月31日", "2028年1月1日")
