"""Chinese dates, numerals, widths and working days; knows no file and no record."""
