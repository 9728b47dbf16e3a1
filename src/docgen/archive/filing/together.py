"""Which papers make one 件: a request and its reply, the final print and its draft (DA/T 22-2015)."""

from collections.abc import Collection, Container, Iterable, Sequence

from docgen.archive.filing.numbers import Numbers, unspaced
from docgen.archive.filing.paper import FiledPaper

SLIP = "slip"  # the variant of a 发文稿纸
_REQUESTS, _REPLIES = ("请示",), ("批复", "复函", "答复")

Drafted = tuple[str, str, str]
Papers = Sequence[FiledPaper]


class Answers:
    """Who answers whom: a reply quotes the number of its request."""

    def __init__(self, papers: Papers, fresh: Container[str]) -> None:
        """Of the pairs with a fresh paper among them, in the order of `papers`; the rest stay unread."""
        self._replies: dict[str, list[FiledPaper]] = {}
        self._requests: dict[str, list[FiledPaper]] = {}
        requests = _requests_by_number(papers)
        of_all = Numbers(requests)
        of_fresh = Numbers(
            number for number, several in requests.items() if any(one.object in fresh for _, one in several)
        )
        for reply in papers:
            numbers = of_all if reply.object in fresh else of_fresh
            if numbers and _is(reply, _REPLIES):
                named = numbers.named_in(reply.said())
                self._add(reply, sorted(one for number in named for one in requests[number]))

    def _add(self, reply: FiledPaper, requests: Iterable[tuple[int, FiledPaper]]) -> None:
        for _, request in requests:
            if request.object != reply.object:
                self._replies.setdefault(request.object, []).append(reply)
                self._requests.setdefault(reply.object, []).append(request)

    def to(self, request: FiledPaper) -> Papers:
        """The replies to it."""
        return self._replies.get(request.object, ())

    def answered_by(self, reply: FiledPaper) -> Papers:
        """The requests that it answers."""
        return self._requests.get(reply.object, ())


def _requests_by_number(papers: Papers) -> dict[str, list[tuple[int, FiledPaper]]]:
    """Each with its place among the papers."""
    found: dict[str, list[tuple[int, FiledPaper]]] = {}
    for place, paper in enumerate(papers):
        if _is(paper, _REQUESTS) and paper.about.doc_no:
            found.setdefault(unspaced(paper.about.doc_no), []).append((place, paper))
    return found


def drafted(paper: FiledPaper) -> Drafted:
    """What a paper and its drafting slip have in common."""
    return paper.about.kind, paper.about.owner, paper.about.item


def is_slip(paper: FiledPaper) -> bool:
    """Whether it is a drafting slip."""
    return paper.about.variant == SLIP


def groups(fresh: Papers, answers: Answers) -> list[list[FiledPaper]]:
    """A request behind the replies to it, a slip behind the paper that was drafted on it; the rest alone."""
    slips = _slips_of(fresh)
    taken = {slip.object for several in slips.values() for slip in several}
    free = {paper.object for paper in fresh} - taken
    made: list[list[FiledPaper]] = []
    for paper in fresh:
        if paper.object in free:
            group = _group(paper, answers, free)
            free -= {one.object for one in group}
            made.append([one for final in group for one in (final, *slips.pop(drafted(final), ()))])
    return made


def _group(paper: FiledPaper, answers: Answers, free: Container[str]) -> list[FiledPaper]:
    replies = [one for one in answers.to(paper) if one.object in free]
    requests = [one for one in answers.answered_by(paper) if one.object in free]
    return [*replies, paper] if replies else [paper, *requests]


def _slips_of(papers: Papers) -> dict[Drafted, list[FiledPaper]]:
    """The slips of papers that are there themselves."""
    finals = {drafted(paper) for paper in papers if not is_slip(paper)}
    slips: dict[Drafted, list[FiledPaper]] = {}
    for paper in papers:
        if is_slip(paper) and drafted(paper) in finals:
            slips.setdefault(drafted(paper), []).append(paper)
    return slips


def _is(paper: FiledPaper, genres: Collection[str]) -> bool:
    if is_slip(paper):
        return False  # it bears the title and number of its paper
    told = (paper.about.title.strip("[]"), paper.about.name)
    return any(words.endswith(genre) for words in told for genre in genres)
