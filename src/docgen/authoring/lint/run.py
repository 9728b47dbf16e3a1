"""A template judged whole: every fault that can be told at once, with its paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from lxml import etree

from docgen.authoring.lint.looks import faults_in_looks
from docgen.authoring.lint.names import Names
from docgen.authoring.lint.sheets import carried, read_sheet, text_parts
from docgen.authoring.lint.tags import faults_in_tags, statements
from docgen.authoring.scope import names_for
from docgen.errors import DocgenError
from docgen.findings import Finding, Severity
from docgen.kinds import Paper
from docgen.layout.tree import Element
from docgen.render.environment import make_environment
from docgen.render.places import read_part
from docgen.render.source import RESAVE, read_source
from docgen.text.present import finalize


def lint(path: Path, paper: Paper | None, original: Path | None) -> list[Finding]:
    """What is wrong with the template at `path`, in reading order.

    `paper` says which names it may use (None: names are not judged); `original` is the template that
    it was made from, whose looks are right.
    """
    try:
        _, data = read_source(path)
        parts = list(text_parts(data))
        sheet = read_sheet(data)
        unseen = list(carried(data))
        model = read_sheet(original.read_bytes()) if original is not None else None
    except DocgenError as error:
        return [_unreadable(path, error.message, error.remedy)]
    except (KeyError, etree.XMLSyntaxError):
        return [_unreadable(path, "模板里没有可读的 Word 正文", RESAVE)]
    env = make_environment(None, {}, {}, finalize, strict=True)
    found = [finding for name, root in parts for finding in _in_part(name, root, paper, env)]
    found += [_unwanted(what) for what in unseen]
    return [replace(one, file=str(path)) for one in (*found, *faults_in_looks(sheet, model))]


def _unwanted(what: str) -> Finding:
    remedy = "请在 Word 或 WPS 里新建空白文档，把内容粘贴过去，另存为 .docx，再作模板"
    return Finding("G07", Severity.WARNING, f"模板里带有{what}，做出的每份文书都会带着", remedy)


def _unreadable(path: Path, message: str, remedy: str) -> Finding:
    return Finding("G07", Severity.ERROR, message, remedy, str(path))


def _in_part(name: str, root: Element, paper: Paper | None, env: Environment) -> Iterator[Finding]:
    text = read_part(name, root)
    yield from faults_in_tags(text, env)
    if paper is not None:
        yield from Names(paper, env, names_for(paper)).faults(statements(text))
