"""`docgen archive diff`."""

from pathlib import Path

import click

from docgen.actions.archive_diff import Difference, difference
from docgen.archive.difference.records import ADDED, CHANGED, MOVED, REMOVED, FieldChange
from docgen.archive.difference.texts import TextChange, spans
from docgen.cli import options
from docgen.cli.screen import Screen

_BOTH_SHOWN_CHARS = 40  # two values on one line; longer ones are shown as one text with its changes marked
_AROUND_CHARS = 12


@click.command
@click.argument("old", metavar="旧")
@click.argument("new", metavar="新")
@click.option(
    "--redline", "output", metavar="文件.docx", type=click.Path(path_type=Path, dir_okay=False),
    help="另存一份花脸稿：改动都是 Word 的修订，可逐处接受或拒绝。",
)  # fmt: skip
@options.screen
@click.pass_context
def command(ctx: click.Context, screen: Screen, old: str, new: str, output: Path | None) -> int:
    """比较两版文书：记录的哪些栏目变了，文字哪里变了。

    “旧”“新”可以是归档件的地址（Z01:D22@v1；不写 @vN 是最新一版），也可以是两份 .docx 或两份 .yaml。
    删去的字标作 [-…-]，加上的字标作 {+…+}。

    例：
      docgen archive diff Z01:D22@v1 Z01:D22
      docgen archive diff Z01:D22@v1 Z01:D22@v3 --redline 花脸稿.docx
      docgen archive diff 初稿.docx 定稿.docx
    """
    found = difference(options.folder(ctx), old, new, output)
    screen.data(found.as_json())
    if found.warning:
        screen.note(found.warning)
    _show(screen, found)
    if found.failure is not None:
        raise found.failure
    if found.redline is not None:
        screen.note(f"花脸稿写好了：{found.redline}")
    return 0


def _show(screen: Screen, found: Difference) -> None:
    screen.note(f"{found.old} → {found.new}")
    if found.record:
        screen.result("记录的改动：")
        file = ""
        for change in found.record:
            if change.file != file:
                file = change.file
                screen.result(f"  {file}")
            screen.result(f"    {_field_line(change)}")
    if found.text:
        screen.result("文字的改动：")
        for one in found.text:
            screen.result(f"  {_text_line(one)}")
    if found.files:
        screen.result("其他文件：")
        for op, path in found.files:
            screen.result(f"  {op} {path}")
    if not (found.record or found.text or found.files or found.failure):
        screen.result("没有不同。")


def _field_line(change: FieldChange) -> str:
    if change.op == CHANGED:
        if len(change.old) + len(change.new) <= _BOTH_SHOWN_CHARS:
            return f"{change.label}：{change.old} → {change.new}"
        return f"{change.label}：{_marked(change.old, change.new)}"
    if change.op == MOVED:
        return f"移：{change.label}：{change.old} → {change.new}"
    value = change.new if change.op == ADDED else change.old
    return f"{change.op}：{change.label}" + (f"：{value}" if value != change.label else "")


def _text_line(one: TextChange) -> str:
    if one.op == CHANGED:
        told = _marked(one.old, one.new)
    else:
        told = f"{{+{one.new}+}}" if one.op == ADDED else f"[-{one.old}-]" if one.op == REMOVED else one.new
    return f"{one.op} {one.where}：{told.replace(chr(10), '↵')}"


def _marked(old: str, new: str) -> str:
    """One text with what was taken out and put in marked, long stretches without changes cut short."""
    told = []
    pieces = spans(old, new)
    for at, (op, text) in enumerate(pieces):
        if op:
            told.append(f"[-{text}-]" if op == REMOVED else f"{{+{text}+}}")
        elif len(text) > 2 * _AROUND_CHARS + 1:
            head = text[:_AROUND_CHARS] if at else ""
            tail = text[-_AROUND_CHARS:] if at < len(pieces) - 1 else ""
            told.append(f"{head}…{tail}")
        else:
            told.append(text)
    return "".join(told)
