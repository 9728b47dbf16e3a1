"""Is everything in an archive still what was put there?

Reads every byte, changes nothing, and shares no code with what writes archives: a fault of the
writer must not be repeated by its judge.
"""
