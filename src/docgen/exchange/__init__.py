"""Records to other programs' files and back: Excel workbooks."""
