"""All kinds that a workspace knows, its own before the built-in ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.findings import Finding, Severity
from docgen.kinds.kind import Items, Kind, Numbered, OnePage, Paper
from docgen.kinds.manifest import ItemsPart, Manifest, VariantPart
from docgen.kinds.reading import read_manifest

MANIFEST = "kind.yaml"


class UnknownKind(DocgenError):
    """No folder under templates/ has this name, and no kind this number."""

    exit_status = 2

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name.lower(), [word.lower() for word in known], n=1, cutoff=0.5)
        right = next((word for word in known if near and word.lower() == near[0]), "")
        remedy = f"是否想写“{right}”" if right else "用 docgen list kinds 查看有哪些文种"
        super().__init__(f"没有文种“{name}”", remedy)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The kinds by code, and what is wrong with the manifests that could not be used."""

    kinds: tuple[Kind, ...]
    findings: tuple[Finding, ...] = ()

    def find(self, name: str) -> Kind:
        """The kind with this slug, D number or Chinese name. Raises UnknownKind."""
        wanted = name.strip().lower()
        for kind in self.kinds:
            if wanted in (kind.slug.lower(), kind.code.lower(), kind.name.lower()):
                return kind
        raise UnknownKind(name, [word for kind in self.kinds for word in (kind.slug, kind.code, kind.name)])

    def chosen(self, names: Sequence[str]) -> tuple[Paper, ...]:
        """The papers of the kinds named, each once; of all kinds when none is named. Raises UnknownKind."""
        kinds = [self.find(name) for name in names] or self.kinds
        return tuple(paper for kind in dict.fromkeys(kinds) for paper in kind.papers)

    def papers_named(self, name: str) -> tuple[Paper, ...]:
        """The papers of a kind, or the one that a label such as D26-result names. Raises UnknownKind."""
        wanted = name.strip().lower()
        labelled = (
            paper
            for kind in self.kinds
            for paper in kind.papers
            if wanted in (paper.label.lower(), f"{paper.slug}-{paper.variant}".lower())
        )
        return tuple(labelled) or self.find(name).papers


def load_catalogue(folders: Sequence[Path]) -> Catalogue:
    """The kinds in `folders`; of two folders with one name the earlier wins, file by file.

    A clerk may so keep nothing but a template.docx of their own, and leave its kind.yaml to the built-in.
    """
    kinds: list[Kind] = []
    findings: list[Finding] = []
    for slug in _slugs(folders):
        homes = [folder / slug for folder in folders if (folder / slug).is_dir()]
        home = next((home for home in homes if (home / MANIFEST).is_file()), None)
        if home is None:
            continue
        shown = f"templates/{slug}/{MANIFEST}"
        read = read_manifest(home / MANIFEST, shown)
        findings += read.findings
        if read.manifest is not None:
            kind = _kind(slug, read.manifest, homes)
            kinds.append(kind)
            findings += _missing_templates(kind, shown)
    kinds.sort(key=lambda kind: (kind.code, kind.slug))
    return Catalogue(tuple(kinds), (*findings, *_shared_codes(kinds)))


def _slugs(folders: Sequence[Path]) -> list[str]:
    present = [folder for folder in folders if folder.is_dir()]
    return sorted({path.name for folder in present for path in folder.iterdir() if path.is_dir()})


def _kind(slug: str, manifest: Manifest, homes: Sequence[Path]) -> Kind:
    variants = manifest.variants or {"": VariantPart()}
    papers = tuple(_paper(slug, name, manifest, variant, homes) for name, variant in variants.items())
    return Kind(manifest.code, slug, manifest.name, papers)


def _paper(slug: str, name: str, manifest: Manifest, variant: VariantPart, homes: Sequence[Path]) -> Paper:
    said: dict[str, Any] = {
        key: getattr(variant if key in variant.model_fields_set else manifest, key)
        for key in VariantPart.model_fields
    }
    items, one_page, switch = said.pop("items"), said.pop("one_page"), said.pop("switch")
    number = said.pop("number")
    template = f"template-{name}.docx" if name else "template.docx"
    return Paper(
        **said,
        code=manifest.code,
        slug=slug,
        variant=name,
        name=manifest.name,
        items=_items(items) if items else None,
        one_page=_one_page(one_page) if one_page else None,
        switch=tuple(switch.items()),
        number=Numbered(number.prefix, number.at) if number else None,
        template=next(
            (home / template for home in homes if (home / template).is_file()), homes[0] / template
        ),
    )


def _items(part: ItemsPart) -> Items:
    alternatives = [part.when] if isinstance(part.when, dict) else part.when
    return Items(
        part.of,
        part.name or "item",
        part.id or "id",
        tuple(tuple(one.items()) for one in alternatives if one),
        tuple(part.match.items()),
    )


def _one_page(part: Any) -> OnePage:
    defaults = OnePage(min_line_twips=400, min_size_half_points=24)
    return OnePage(
        part.min_line_twips or defaults.min_line_twips,
        part.min_size_half_points or defaults.min_size_half_points,
    )


def _missing_templates(kind: Kind, shown: str) -> Iterator[Finding]:
    for paper in kind.papers:
        if not paper.template.is_file():
            message = f"{paper.label} {kind.name}缺少模板文件 {paper.template.name}"
            remedy = f"请把模板放到 templates/{kind.slug} 文件夹里"
            yield Finding("G05", Severity.ERROR, message, remedy, shown)


def _shared_codes(kinds: Sequence[Kind]) -> Iterator[Finding]:
    count = Counter(kind.code.lower() for kind in kinds)
    for kind in kinds:
        if count[kind.code.lower()] > 1:
            message, remedy = f"代号 {kind.code} 有几个文种同时在用", "请给其中一个改用别的代号"
            yield Finding(
                "G06", Severity.ERROR, message, remedy, f"templates/{kind.slug}/{MANIFEST}", field="code"
            )
