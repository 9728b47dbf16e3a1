"""What two versions of a paper do not have in common: fields of the record, text, and a redline."""
