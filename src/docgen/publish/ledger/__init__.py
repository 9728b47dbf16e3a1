"""The ledgers and statistics as one workbook, from the same rows that the papers print."""
