"""What may be asked of a finished paper, in millimetres."""
