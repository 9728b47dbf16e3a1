"""A PDF opened for measuring: its pages, their text and their ink.

Text comes from the glyphs that the PDF places, ink from a picture of the page. pypdfium2 and numpy
belong to the extra `pdf`; both are loaded only when a PDF is opened.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from docgen.errors import DocgenError
from docgen.inspect.geometry import MM_PER_POINT, Box
from docgen.inspect.glyphs import read_chars
from docgen.inspect.lettering import Char, TextLine, in_reading_order, lines_of, turned_lines_of
from docgen.inspect.picture import png

if TYPE_CHECKING:
    from docgen.inspect.ink import Ink

DPI = 300
_MM_PER_INCH = 25.4


class PdfToolsMissing(DocgenError):
    """The extra `pdf` is not installed, so no PDF can be looked into."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("没有安装查看 PDF 所需的组件", "请执行 pip install 'docgen-gongwen[pdf]' 后重试")


class NotAPdf(DocgenError):
    """The bytes are no PDF, or a locked one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是完好的 PDF，打不开", "请用 PDF 阅读器打开该文件，看是否完好、是否加了密码"
        )


class Page:
    """One page; `number` counts from 1. Its picture is made when its ink is first asked for.

    It keeps the PDF's bytes, not an open PDF: nothing needs closing.
    """

    def __init__(self, pdf: bytes, number: int, size_points: tuple[float, float]) -> None:
        self._pdf = pdf
        self._held: Any = None
        self.number = number
        self.width_mm, self.height_mm = (length * MM_PER_POINT for length in size_points)

    @cached_property
    def chars(self) -> tuple[Char, ...]:
        """Every character in the order in which the PDF draws them."""
        with self._opened() as page:
            return tuple(read_chars(_pdfium().raw, page.get_textpage(), self.height_mm))

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """The upright text by baseline, from the top: what a reader's eye would take for a line."""
        return lines_of(self.chars)

    @cached_property
    def turned_lines(self) -> tuple[TextLine, ...]:
        """Text that stands on its side, as the page number of a landscape table does."""
        return turned_lines_of(self.chars)

    @property
    def area(self) -> Box:
        """All of the page."""
        return Box(0, 0, self.width_mm, self.height_mm)

    @cached_property
    def turned_degrees(self) -> int:
        """How far a reader turns the page before showing it; measures of such a page mean little."""
        with self._opened() as page:
            return int(page.get_rotation())

    @cached_property
    def largest_picture_share(self) -> float:
        """The share of the page that its largest picture covers: near 1 on a scan."""
        with self._opened() as page:
            pictures = page.get_objects(filter=[_pdfium().raw.FPDF_PAGEOBJ_IMAGE])
            areas = [abs((right - left) * (top - bottom)) for left, bottom, right, top in _boxes(pictures)]
        return max(areas, default=0.0) * MM_PER_POINT**2 / (self.width_mm * self.height_mm)

    @property
    def text(self) -> str:
        """The lines, one below the other; cells of a table stand side by side."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def flowing_text(self) -> str:
        """The text as it was set, without line ends: a sentence broken over lines or in a cell is whole."""
        return "".join(char.text for char in in_reading_order(self.chars))

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset(char.font for char in self.chars if char.font)

    @property
    def black(self) -> "Ink":
        """Everything dark: text, rules, pictures."""
        return self._inks[0]

    @property
    def red(self) -> "Ink":
        """Everything red: the mark, the red line, seals."""
        return self._inks[1]

    def find(self, wanted: str) -> list[TextLine]:
        """Where a line says `wanted`, white space aside, from the top of the page."""
        return [part for line in self.lines for part in line.find(wanted)]

    def picture(self, dpi: int) -> bytes:
        """The page as a PNG."""
        pixels = self.pixels(dpi)
        height, width, _ = pixels.shape
        return png(width, height, pixels.tobytes())

    @cached_property
    def _inks(self) -> tuple["Ink", "Ink"]:
        from docgen.inspect.ink import black_ink, by_planes, red_ink  # numpy belongs to the extra

        with self._rendered(DPI) as picture:
            pixels = by_planes(picture)
        scale = DPI / _MM_PER_INCH
        return black_ink(pixels, scale), red_ink(pixels, scale)

    def pixels(self, dpi: int) -> Any:
        """The page as an array of rows of red-green-blue triples."""
        with self._rendered(dpi) as picture:
            return picture.copy()

    @contextmanager
    def _rendered(self, dpi: int) -> Iterator[Any]:
        """The same array as long as the bitmap lives to whose memory it points."""
        with self._opened() as page, closing(page.render(scale=dpi / 72, rev_byteorder=True)) as bitmap:
            yield bitmap.to_numpy()[:, :, :3]

    @contextmanager
    def held_open(self) -> Iterator[None]:
        """Whatever is asked of the page within opens the PDF no second time."""
        with self._opened() as page:
            self._held = page
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        if self._held is not None:
            yield self._held
            return
        with closing(_pdfium().PdfDocument(self._pdf)) as document:
            yield document[self.number - 1]


@dataclass(frozen=True, slots=True)
class Paper:
    """All pages of a PDF."""

    pages: tuple[Page, ...]
    maker: str = ""  # the program that wrote it

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    @property
    def fonts(self) -> frozenset[str]:
        return frozenset(font for page in self.pages for font in page.fonts)


def open_paper(pdf: bytes, name: str = "PDF") -> Paper:
    """The PDF, ready to be measured. Raises PdfToolsMissing or NotAPdf."""
    pdfium = _pdfium()
    try:
        with closing(pdfium.PdfDocument(pdf)) as document:
            sizes = [document.get_page_size(index) for index in range(len(document))]
            maker = document.get_metadata_value("Producer")
    except pdfium.PdfiumError:
        raise NotAPdf(name) from None
    return Paper(tuple(Page(pdf, number, size) for number, size in enumerate(sizes, start=1)), maker)


def _boxes(pictures: Iterable[Any]) -> Iterator[tuple[float, float, float, float]]:
    for picture in pictures:
        with suppress(_pdfium().PdfiumError):
            yield picture.get_bounds()


def _pdfium() -> Any:
    # Imported by name, here and not above: a core install has neither and must start without them.
    try:
        import_module("numpy")
        return import_module("pypdfium2")
    except ImportError:
        raise PdfToolsMissing from None


def page_png(pdf: bytes, page: int = 1, dpi: int = 110) -> bytes:
    """Page `page` (from 1) of a PDF as a PNG."""
    return open_paper(pdf).pages[page - 1].picture(dpi)
