"""What the commands say that enter numbers into the register."""

from collections.abc import Sequence

from docgen.archive.entries import LogLine
from docgen.cli.screen import Screen


def told(screen: Screen, done: str, lines: Sequence[LogLine]) -> int:
    """The exit status, after the numbers have been shown with what was `done` to them (预留)."""
    screen.data({"numbers": [{"doc_no": one.doc_no, "event": one.event, "seq": one.seq} for one in lines]})
    screen.result("\n".join(one.doc_no for one in lines))
    screen.note(f"已{done} {len(lines)} 个号。")
    return 0
