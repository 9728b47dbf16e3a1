"""The noticeboard: a static web site for the campus network, and a page for the screen in the lobby.

What stands on it is copied value by value from the records by `contents.py`: an allow-list, not a filter
(domain.md 6.1, J37).
"""
