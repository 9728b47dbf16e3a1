"""Official papers of any genre from a record of their own: the sibling of `campaign` for all other papers."""
