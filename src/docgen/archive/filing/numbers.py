"""Document numbers looked for in many texts, all of them in one go through each."""

from collections.abc import Iterable


def unspaced(words: str) -> str:
    """The words without white space: a number may be broken over two lines."""
    return "".join(words.split())


class Numbers:
    """Numbers to look for. What a text costs depends on its length, not on how many they are."""

    def __init__(self, numbers: Iterable[str]) -> None:
        # By their last character, which is nearly always 号, then by their length.
        self._by_end: dict[str, dict[int, set[str]]] = {}
        for number in filter(None, map(unspaced, numbers)):
            self._by_end.setdefault(number[-1], {}).setdefault(len(number), set()).add(number)

    def __bool__(self) -> bool:
        return bool(self._by_end)

    def named_in(self, text: str) -> set[str]:
        """Those that the text names; it is `unspaced`, and so are they."""
        found: set[str] = set()
        for last, by_length in self._by_end.items():
            at = text.find(last)
            while at >= 0:
                for length, numbers in by_length.items():
                    words = text[max(at + 1 - length, 0) : at + 1]
                    if words in numbers:
                        found.add(words)
                at = text.find(last, at + 1)
        return found
