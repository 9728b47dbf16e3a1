"""One PDF ready for the printer: the papers in the order they are handed out, with an index in front."""
