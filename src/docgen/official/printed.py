"""What the template of an official paper may name: every line of it, ready to be printed.

Defaults come from the office's own record (`Letterhead`), the genre's habits from genres.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.official.body import body_pieces
from docgen.official.genres import LETTER, MINUTES, ORDER, UP, genre_named
from docgen.official.models import Attachment, PaperRecord, Signer, Slip
from docgen.official.numbers import tidy_number
from docgen.official.pieces import Piece
from docgen.official.tidying import tidy
from docgen.text.dates import cn_date, cn_numeral_date
from docgen.text.present import present
from docgen.text.width import width_em

_OPEN_DATE = "　　　　年　　月　　日"
_OPEN_NAME = "　　　　"
_ROWS_ON_FIRST_PAGE = 11  # under the two rows below the red line: title, blank row, recipients, text
_CHARS_PER_ROW, _TITLE_CHARS_PER_ROW = 28, 20
_IMPRINT_CHARS_PER_ROW, _IMPRINT_ROWS_MAX = 26, 21  # a longer imprint would not fit on a page


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the office's own record says of who writes."""

    organ: str = ""
    office: str = ""  # that prints: 印发机关
    prefixes: tuple[tuple[str, str], ...] = ()  # 机关代字 by direction: 上行, 下行, 函


@dataclass(frozen=True, slots=True)
class PrintedAttachment:
    """One attachment with its number ("" for a single one)."""

    number: str
    title: str
    body: tuple[Piece, ...]


class Printed:
    """One paper in print; each name is worked out when a template asks for it."""

    def __init__(self, record: PaperRecord, letterhead: Letterhead) -> None:
        self._record = record
        self._letterhead = letterhead

    @property
    def genre(self) -> str:
        return self._record.genre

    @property
    def organs(self) -> tuple[str, ...]:
        return self._record.organs or ((self._letterhead.organ,) if self._letterhead.organ else ())

    @property
    def organ(self) -> str:
        """主办机关, the first."""
        return self.organs[0] if self.organs else ""

    @property
    def organ_lines(self) -> str:
        """署名: the organs under one another."""
        return "\n".join(self.organs)

    @property
    def mark(self) -> str:
        """发文机关标志: ×××文件, of an order ×××令, of minutes ×××会议纪要, of a letter the name alone."""
        record = self._record
        if record.mark:
            return record.mark
        if record.format == LETTER:
            return self.organ
        if record.format == ORDER:
            return f"{self.organ}令"
        if record.format == MINUTES:
            return f"{self.organ}会议纪要"
        return "\n".join((*self.organs, "文件")) if len(self.organs) > 1 else f"{self.organ}文件"

    @property
    def number(self) -> str:
        record = self._record
        if record.number:
            return tidy_number(record.number)
        if record.format == ORDER:
            return "第　　号"
        if record.format == MINUTES:
            return f"〔{self._year}〕　　号"
        return f"{self._prefix}〔{self._year}〕　　号"

    @property
    def _year(self) -> str:
        return str(self._record.date.year) if self._record.date else "　　　　"

    @property
    def _prefix(self) -> str:
        known = dict(self._letterhead.prefixes)
        return known.get(self._record.genre) or known.get(series_key(self._record), "　　　　")

    @property
    def is_upward(self) -> bool:
        return _is_upward(self._record)

    @property
    def signers(self) -> str:
        """签发人 of a paper that goes upward; "" for others."""
        if not self.is_upward:
            return ""
        return "、".join(one.name for one in self._record.signers if one.name) or _OPEN_NAME

    @property
    def stamps(self) -> tuple[Signer, ...]:
        """Who signs an order, with the post."""
        return self._record.signers or (Signer(),)

    @property
    def copy_no(self) -> str:
        return self._record.copy_no

    @property
    def secrecy(self) -> str:
        return self._record.secrecy

    @property
    def urgency(self) -> str:
        return self._record.urgency

    @property
    def title(self) -> str:
        """The title with its marks and numbers tidied; the clerk's own line breaks stay."""
        return "\n".join(tidy(line) for line in self._record.title.split("\n"))

    @property
    def subtitle(self) -> str:
        text = self._record.subtitle.strip("（）()")
        return f"（{text}）" if text else ""

    @property
    def recipients(self) -> str:
        """主送机关 with its colon; "" where there is none, or where it stands in the imprint."""
        return "" if self.recipients_in_imprint else _with_colon(self._recipients)

    @property
    def recipients_in_imprint(self) -> str:
        """主送机关 that would leave the first page without a word of the text (7.3.2)."""
        rows = -(-width_em(self._recipients) // _CHARS_PER_ROW)
        title_rows = -(-width_em(self.title) // _TITLE_CHARS_PER_ROW)
        in_imprint = (width_em(self._recipients) + width_em(self.copies_to)) // _IMPRINT_CHARS_PER_ROW
        too_many = rows > _ROWS_ON_FIRST_PAGE - title_rows - 2
        return self._recipients if too_many and in_imprint <= _IMPRINT_ROWS_MAX else ""

    @property
    def _recipients(self) -> str:
        return _listed(self._record.recipients).rstrip("：:")

    @cached_property
    def body(self) -> tuple[Piece, ...]:
        record = self._record
        dates = (cn_date(record.date), cn_numeral_date(record.date)) if record.date else ()
        is_markdown = record.body_file.lower().endswith((".md", ".markdown"))
        return body_pieces(
            record.body, markdown=is_markdown, title=self.title, endings=(*self.organs, *dates)
        )

    @cached_property
    def attachments(self) -> tuple[PrintedAttachment, ...]:
        """The attachments that have a text, numbered among all."""
        listed = self._record.attachments
        numbers = [str(at) if len(listed) > 1 else "" for at in range(1, len(listed) + 1)]
        return tuple(
            PrintedAttachment(number, one.title, _body_of(one))
            for number, one in zip(numbers, listed, strict=True)
            if one.body
        )

    @property
    def attachment_titles(self) -> tuple[str, ...]:
        return tuple(one.title for one in self._record.attachments if one.title)

    @property
    def date(self) -> str:
        return cn_date(self._record.date) if self._record.date else _OPEN_DATE

    @property
    def is_sealed(self) -> bool:
        return self._record.sealed

    @property
    def contact(self) -> str:
        """附注 of a paper that wants an answer: （联系人：…；联系电话：…）."""
        one = self._record.contact
        parts = [f"联系人：{one.name}" if one.name else "", f"联系电话：{one.phone}" if one.phone else ""]
        text = "；".join(filter(None, parts))
        return f"（{text}）" if text else ""

    @property
    def note(self) -> str:
        text = self._record.note.strip("（）()")
        return f"（{text}）" if text else ""

    @property
    def present(self) -> str:
        return _listed(self._record.present)

    @property
    def absent(self) -> str:
        return _listed(self._record.absent)

    @property
    def observers(self) -> str:
        return _listed(self._record.observers)

    @property
    def copies_to(self) -> str:
        return _listed(self._record.copies_to).rstrip("。")

    @property
    def issued_by(self) -> str:
        return self._record.issued_by or self._letterhead.office or self.organ

    @property
    def issued_on(self) -> str:
        day = self._record.issued_on or self._record.date
        return cn_date(day) if day else "　　年　月　日"

    @property
    def slip(self) -> "PrintedSlip":
        return PrintedSlip(self._record)


class PrintedSlip:
    """发文稿纸: what the record knows of it; the rest is left open for handwriting."""

    def __init__(self, record: PaperRecord) -> None:
        self._slip: Slip = record.slip
        self._record = record

    def __getattr__(self, name: str) -> str:
        if name.startswith("_") or name not in Slip.model_fields:
            raise AttributeError(name)
        return present(getattr(self._slip, name))

    @property
    def countersigners(self) -> tuple[str, ...]:
        return tuple(
            "　".join(filter(None, (one.unit, one.name, one.opinion, present(one.date))))
            for one in self._slip.countersigners
        )

    @property
    def signer(self) -> str:
        return "、".join(one.name for one in self._record.signers if one.name)

    @property
    def recipients(self) -> str:
        return _listed(self._record.recipients).rstrip("：:")

    @property
    def number(self) -> str:
        return tidy_number(self._record.number)

    @property
    def issued_on(self) -> str:
        return present(self._record.issued_on)

    @property
    def attachment_lines(self) -> str:
        titles = [one.title for one in self._record.attachments]
        if len(titles) < 2:
            return "".join(titles)
        return "\n".join(f"{number}.{title}" for number, title in enumerate(titles, 1))


def _body_of(attachment: Attachment) -> tuple[Piece, ...]:
    is_markdown = attachment.body_file.lower().endswith((".md", ".markdown"))
    return body_pieces(attachment.body, markdown=is_markdown, title=attachment.title)


def _listed(names: Sequence[str]) -> str:
    """Organs joined by 、, but by ， where one is a list by itself (甲、乙，丙)."""
    return ("，" if any("、" in name for name in names) else "、").join(name for name in names if name)


def _with_colon(text: str) -> str:
    return f"{text}：" if text else ""


def series_key(record: PaperRecord) -> str:
    """The key of 机关代字 whose numbers the paper takes; "" for orders and minutes, which have their own."""
    if record.format in (ORDER, MINUTES):
        return ""
    return "上行" if _is_upward(record) else "函" if record.format == LETTER else "下行"


def _is_upward(record: PaperRecord) -> bool:
    return (record.direction or genre_named(record.genre).direction) == UP
