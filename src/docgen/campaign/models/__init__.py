"""The entities of a record, as domain.md section 2.2 lists them."""
