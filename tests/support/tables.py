"""What stands in the cells of a paper's tables."""

from io import BytesIO

from docx import Document


def rows_of(docx: bytes, table: int = 0) -> list[list[str]]:
    """The texts of a table's rows, a cell that spans several columns once; line ends are gone."""
    return [
        ["".join(cell.text.split()) for cell in dict.fromkeys(row.cells)]
        for row in Document(BytesIO(docx)).tables[table].rows
    ]
