"""Styles that lost their meaning, formatting against the style, pages of other measures.

A clerk's copy is held against the template that it was made from: what that had is right.
"""

from collections.abc import Iterator, Mapping

from docgen.authoring.lint.faults import at
from docgen.authoring.lint.sheets import Look, PageSetup, Para, Sheet
from docgen.findings import Finding, Severity
from docgen.layout.faces import FACES
from docgen.layout.pages import margins_twips
from docgen.layout.profile import PROFILES, Profile
from docgen.layout.styles import GRID, STYLE_BY_NAME
from docgen.render.faults import Place

_TWIPS_PER_MM = 1440 / 25.4
_A4_LONG_TWIPS = 16838  # 297 mm
_A3_ENLARGEMENT = 2**0.5
_SLACK_TWIPS = 30  # half a millimetre: LibreOffice moves the margin under a turned footer by as much
_CELLS = ("表头", "表格正文", "表格居中", "表单标签", "表单正文", "表单签署", "封面信息", "页眉", "页码")
_WORDS = {"size": "字号", "face": "字体", "line": "行距"}
_ALIKE = {face.alternative: face.name for face in FACES if face.alternative}
_BODY = Place("word/document.xml", "正文")


def faults_in_looks(sheet: Sheet, original: Sheet | None) -> Iterator[Finding]:
    """What of the sheet's looks the layout pass would not understand, or print wrongly."""
    yield from _lost_styles(sheet, original)
    if not any(_is_enlarged(page) for page in sheet.pages):
        yield from _changed_styles(sheet, original)
        yield from _direct_formatting(sheet, original)
    yield from _pages(sheet, original)


def _is_enlarged(page: PageSetup) -> bool:
    """Whether it is a poster, whose type is larger than the styles say."""
    return page.size[1] > page.size[0] > _A4_LONG_TWIPS - _SLACK_TWIPS


def _lost_styles(sheet: Sheet, original: Sheet | None) -> Iterator[Finding]:
    named = _styles_by_text(original)
    ours = [para for para in sheet.paras if para.style in STYLE_BY_NAME]
    if not ours and not named:
        remedy = "请把各段设成“公文标题”“公文正文”等样式（可从自带模板复制），或照原样使用"
        yield at("G12", Severity.WARNING, _BODY, "全文没有用公文样式，生成时不会按公文格式排版", remedy)
        return
    for para in sheet.paras:
        if not para.text:
            continue
        formers = named.get(para.text, frozenset())
        former = min(formers, default="")
        if formers and formers <= STYLE_BY_NAME.keys() and para.style not in formers:
            problem = f"原来的样式是“{former}”，现在是“{para.style}”，排版时认不出它"
            yield at(
                "G12", Severity.ERROR, para.place, problem, f"请在 Word 里选中这一段，把样式改回“{former}”"
            )
        elif para.style not in STYLE_BY_NAME and not former:
            problem = f"样式“{para.style}”不是公文样式，这一段不会按公文格式排版"
            yield at("G12", Severity.WARNING, para.place, problem, "请改用“公文正文”等公文样式")


def _styles_by_text(original: Sheet | None) -> dict[str, frozenset[str]]:
    """The styles in which the original says the same words; a name may stand above and below a letter."""
    found: dict[str, frozenset[str]] = {}
    for para in original.paras if original else ():
        if para.text:
            found[para.text] = found.get(para.text, frozenset()) | {para.style}
    return found


def _changed_styles(sheet: Sheet, original: Sheet | None) -> Iterator[Finding]:
    used = {para.style for para in sheet.paras if para.text}
    for name in sorted(used & STYLE_BY_NAME.keys()):
        right = _look_of(name)
        before = original.styles.get(name, {}) if original else {}
        for what, value in sheet.styles.get(name, {}).items():
            if what in right and not _same(what, value, right[what]) and before.get(what) != value:
                problem = (
                    f"样式“{name}”的{_WORDS[what]}改成了{_told(what, value)}，应为{_told(what, right[what])}"
                )
                yield at("G13", Severity.WARNING, _BODY, problem, f"请把样式“{name}”的{_WORDS[what]}改回来")


def _direct_formatting(sheet: Sheet, original: Sheet | None) -> Iterator[Finding]:
    before = {(para.text, para.style): para.direct for para in original.paras} if original else {}
    for para in sheet.paras:
        if para.style not in STYLE_BY_NAME or not para.text:
            continue
        for what, value in para.direct.items():
            if _stands_out(para, what, value, before.get((para.text, para.style), {})):
                right = _told(what, _look_of(para.style)[what])
                problem = f"直接设了{_WORDS[what]}（{_told(what, value)}），与样式“{para.style}”的{right}不同"
                remedy = "请选中这一段，按 Ctrl+空格 和 Ctrl+Q 清除直接设置的格式"
                yield at("G13", Severity.WARNING, para.place, problem, remedy)


def _stands_out(para: Para, what: str, value: str, before: Look) -> bool:
    right = _look_of(para.style)
    if what not in right or _same(what, value, right[what]) or before.get(what) == value:
        return False
    # Cells are set smaller where a table needs it; that is the template's own choice.
    return not (para.style in _CELLS and what in ("size", "line"))


def _look_of(name: str) -> Mapping[str, str]:
    style = STYLE_BY_NAME[name]
    look = {"size": str(style.size), "face": style.face.name}
    return look if style.line_twips == GRID else {**look, "line": str(style.line_twips)}


def _same(what: str, value: str, right: str) -> bool:
    if what == "face":
        return _ALIKE.get(value, value) == right
    return value == right or (_is_number(value) and abs(float(value) - float(right)) <= _slack(what))


def _slack(what: str) -> float:
    return _SLACK_TWIPS if what == "line" else 0


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _told(what: str, value: str) -> str:
    if not _is_number(value):
        return value
    return f"{float(value) / 2:g} 磅" if what == "size" else f"{float(value) / 20:g} 磅"


def _pages(sheet: Sheet, original: Sheet | None) -> Iterator[Finding]:
    for number, page in enumerate(sheet.pages, start=1):
        if _is_right(page) or any(_alike(page, other) for other in (original.pages if original else ())):
            continue
        where = f"第 {number} 节的" if len(sheet.pages) > 1 else ""
        top, right, bottom, left = (f"{side / _TWIPS_PER_MM:.1f}" for side in page.margins)
        problem = f"{where}页边距是上 {top}、右 {right}、下 {bottom}、左 {left} 毫米，或行网格不对"
        remedy = "公文用 A4 纸，上 37、右 26、下 35、左 28 毫米，每页 22 行；请在页面设置里改回"
        yield at("G14", Severity.WARNING, _BODY, problem, remedy)


def _is_right(page: PageSetup) -> bool:
    scale = _A3_ENLARGEMENT if _is_enlarged(page) else 1.0
    # A lying A3 page, of a ledger, has the margins of an upright A4 one.
    ways = (False, True) if max(page.size) > _A4_LONG_TWIPS + _SLACK_TWIPS else (page.size[0] > page.size[1],)
    return any(
        _near(page.margins, tuple(round(side * scale) for side in _margins(turned, profile)))
        and (page.pitch == 0 or abs(page.pitch - profile.pitch_twips * scale) <= _SLACK_TWIPS)
        for profile in PROFILES.values()
        for turned in ways
    )


def _margins(turned: bool, profile: Profile) -> tuple[int, ...]:
    return tuple(margins_twips(landscape=turned, profile=profile).values())


def _alike(page: PageSetup, other: PageSetup) -> bool:
    return _near(page.margins, other.margins) and _near(page.size, other.size)


def _near(some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    return all(abs(one - other) <= _SLACK_TWIPS for one, other in zip(some, others, strict=True))
