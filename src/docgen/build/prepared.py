"""A paper's template prepared for a workspace's page profile, once for any number of papers."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.files import told
from docgen.layout.finish import OnePage, finish, finish_header, finish_styles, must_finish
from docgen.layout.profile import Profile
from docgen.layout.tree import VAL, parse, w
from docgen.render import BrokenTemplate, Template
from docgen.text.present import finalize
from docgen.zip_damage import ZIP_DAMAGE

BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_BLANK = "空白填写"
_HELD = 128  # templates a process holds; the catalogue has some fifty


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one paper is to be laid out, beyond what its template says."""

    draft: bool
    one_page: OnePage | None
    keep_whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedPaper:
    """A prepared template with the styles by whose names the layout pass knows its blocks."""

    template: Template
    styles: bytes | None
    profile: Profile
    blanks: tuple[str, ...]  # ids of the style of blanks for handwriting

    def fill(self, context: Mapping[str, object]) -> dict[str, bytes]:
        """The rendered members, not laid out yet. Raises what is wrong with the template."""
        return self.template.parts(context)

    def has_blanks(self, parts: Mapping[str, bytes]) -> bool:
        """Whether the paper leaves a place for handwriting where a section is not written (J22)."""
        return any(f'<w:pStyle w:val="{style}"/>'.encode() in parts[BODY] for style in self.blanks)

    def lay_out(self, parts: dict[str, bytes], sheet: Sheet) -> bool:
        """`parts` are as they are printed; whether one page, if asked for, was enough."""
        finished = finish(
            parts[BODY],
            styles_xml=self.styles,
            profile=self.profile,
            draft=sheet.draft,
            one_page=sheet.one_page,
            keep_whole=sheet.keep_whole,
        )
        parts[BODY] = finished.xml
        for name in parts:
            if name.startswith("word/header"):
                parts[name] = finish_header(parts[name], draft=sheet.draft)
        return finished.fits


def prepare(path: Path, profile: Profile, read: Callable[[Path], bytes] = Path.read_bytes) -> PreparedPaper:
    """The template at `path` for papers of this profile. Raises what is wrong with it."""
    try:
        data = read(path)
    except OSError as reason:
        remedy = "请把模板文件放回这个文种的文件夹"
        raise BrokenTemplate(path.name, f"读不出来（{told(reason)}）", remedy) from reason
    return _prepared(path.name, data, profile)


@lru_cache(maxsize=_HELD)
def _prepared(name: str, data: bytes, profile: Profile) -> PreparedPaper:
    """By contents, so that a process that builds again (print, a watch, a cluster's worker) compiles once."""
    styles = _styles_of(data)
    if styles is not None and must_finish(styles, profile):
        styles = finish_styles(styles, profile)
        data = _with_styles(data, styles)
    named = io.BytesIO(data)
    named.name = name
    return PreparedPaper(Template(named, finalize=finalize), styles, profile, _blank_ids(styles))


def _blank_ids(styles: bytes | None) -> tuple[str, ...]:
    root = parse(styles) if styles is not None else None
    found = root.iter(w("style")) if root is not None else ()
    named = ((style.get(w("styleId")), style.find(w("name"))) for style in found)
    return tuple(key for key, name in named if key and name is not None and name.get(VAL) == _BLANK)


def _styles_of(data: bytes) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.read(_STYLES)
    except ZIP_DAMAGE:
        return None  # Template says what is wrong with the file


def _with_styles(data: bytes, styles: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(changed, "w") as copy:
        for member in package.infolist():
            copy.writestr(member, styles if member.filename == _STYLES else package.read(member))
    return changed.getvalue()
