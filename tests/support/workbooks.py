"""Workbooks as a clerk leaves them: cells changed, rows moved, sheets renamed; saved anew."""

import io
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook


class Formula:
    """A formula with the value that the program last computed."""

    def __init__(self, text, value):
        self.text, self.value = text, value


class Book:
    """The cells of a workbook by sheet, to be changed and saved as another program would."""

    def __init__(self, path):
        self.path = Path(path)
        book = CalamineWorkbook.from_path(str(path))
        self.sheets = {
            name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            for name in book.sheet_names
        }
        self.merged = {}

    def column(self, sheet, title):
        """The number of the column with this title."""
        return self.sheets[sheet][0].index(title)

    def row(self, sheet, **cells):
        """The row in which these columns have these values."""
        for row in self.sheets[sheet][1:]:
            if all(row[self.column(sheet, title)] == value for title, value in cells.items()):
                return row
        raise AssertionError(f"no row {cells} in {sheet}")

    def set(self, sheet, where, **cells):
        """Changes cells of the row found by `where`."""
        row = self.row(sheet, **where)
        for title, value in cells.items():
            row[self.column(sheet, title)] = value
        return self

    def add(self, sheet, **cells):
        """A new row at the end, with no mark."""
        row = [""] * len(self.sheets[sheet][0])
        for title, value in cells.items():
            row[self.column(sheet, title)] = value
        self.sheets[sheet].append(row)
        return self

    def remove(self, sheet, **cells):
        """The row is gone."""
        row = self.row(sheet, **cells)
        self.sheets[sheet] = [one for one in self.sheets[sheet] if one is not row]
        return self

    def line(self, key, value):
        """Changes the sheet of single values by its hidden key."""
        for row in self.sheets["基本情况"]:
            if row[0] == key:
                row[3] = value
                return self
        raise AssertionError(f"no line {key}")

    def save(self, path=None):
        """Writes the workbook; the path of it."""
        target = Path(path or self.path)
        target.write_bytes(self.bytes())
        return target

    def bytes(self):
        """The workbook as another program would save it."""
        buffer = io.BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in self.sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for at, value in enumerate(row):
                    self._put(page, number, at, value)
            for place in self.merged.get(name, ()):
                page.merge_range(*place, "")
                self._put(page, place[0], place[1], rows[place[0]][place[1]])
        book.close()
        return buffer.getvalue()

    def _put(self, page, row, at, value):
        if isinstance(value, Formula):
            page.write_formula(row, at, value.text, None, value.value)
        elif isinstance(value, bool):
            page.write_boolean(row, at, value)
        elif isinstance(value, (datetime, date, time)):
            page.write_datetime(row, at, value, self._day)
        elif isinstance(value, (int, float)):
            page.write_number(row, at, value)
        elif value != "":
            page.write_string(row, at, value)


def changed_lines(before, after):
    """The lines that are not in both texts: (gone, new)."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]
