"""归档表册: the lists that go to the archive with the papers (D19), filled from what was arranged."""
