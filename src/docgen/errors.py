"""The one family of exceptions that ends a command.

A fact about the user's papers is a Finding (findings.py), never an exception.
"""


class DocgenError(Exception):
    """The command cannot go on; caught only where the command ends.

    `message` says what is wrong and `remedy` what to do, both in the user's Chinese.
    `exit_status`: 1 faulty input, 2 wrong usage, 3 the environment lacks something (DESIGN 9).
    """

    exit_status = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}。{self.remedy}" if self.remedy else self.message
