"""Open folder: what an object is asked, one check a file, found by being there."""
