"""The verbs: all that a face (command line, pages) may call, one verb a file. They return values."""
