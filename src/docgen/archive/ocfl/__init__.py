"""OCFL 1.1 as docgen writes it: a storage root, where an object lies in it, and inventories."""
