"""What leaves the archive: an open folder, one export a file."""
