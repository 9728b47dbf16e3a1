"""Papers to what the archive keeps: which may be issued, under which number, with what proof."""
