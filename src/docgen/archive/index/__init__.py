"""The search index: made of the archive's files, brought up to date when it is asked, thrown away at will."""
