"""What leaves the house beside the papers: one output a file."""
