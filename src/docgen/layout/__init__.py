"""GB/T 9704-2012 on paper: numbers, styles, blocks, and what must be computed after rendering."""
