"""One module a command, one sub-folder a group; found by being here (cli/folder.py)."""
