"""The output folder: what lies there is known by digest, so that nothing a clerk has edited is lost.

A paper is ours as long as it has the digest under which it was written. What a new name replaces moves to
旧版/, and so does an edited paper that --force overwrites.
"""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.build.journal import Journal, read_journal
from docgen.build.manifest import OF_PDF, Entries, Entry, digest_of_manifest, read_manifest, write_manifest
from docgen.errors import DocgenError
from docgen.files import (
    CannotWrite,
    digest,
    digest_of_file,
    move_aside,
    remove_if_empty,
    remove_leftovers,
    write_atomic,
)

OLD = "旧版"
_STATE = ".docgen"
_EDITED = (
    "这份文件与生成时不一样了，没有覆盖：多半是手工改过；没有人改过就是文件已经损坏。"
    "请打开看一看，要重新生成请加 --force"
)


class OpenElsewhere(DocgenError):
    """Word, WPS or LibreOffice holds the file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"“{path}”正在 Word 或 WPS 中打开",
            "请先关闭该文件再生成；如果确实没有打开，请删除同一文件夹里以 ~$ 开头的临时文件",
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a paper's bytes: written, unchanged or kept (the clerk's own stays)."""

    status: str
    note: str = ""


@dataclass(slots=True)
class Output:
    """The folder of papers with its manifest, which `save` writes back."""

    folder: Path
    unsaved: DocgenError | None = None  # why the manifest could not be written, last time
    _entries: Entries | None = None
    _begun: dict[str, set[str]] = field(default_factory=dict)  # digests by path, of a build that was killed
    _announced: set[tuple[str, str]] = field(default_factory=set)  # keys and digests in the journal
    _journal: Journal = field(init=False)

    def __post_init__(self) -> None:
        self._journal = Journal(self.folder / _STATE)

    @classmethod
    def open(cls, folder: Path) -> "Output":
        """The folder as the last build left it; a manifest that cannot be read counts as none."""
        output = cls(folder)
        for key, entry in read_journal(folder / _STATE):
            output._begun.setdefault(entry.path, set()).add(entry.digest)
            if entry.digest == digest_of_file(folder / entry.path):
                output._remember(key, entry, entry.digest)
        return output

    @property
    def entries(self) -> Entries:
        """What the manifest tells; read when somebody asks."""
        if self._entries is None:
            self._entries = read_manifest(self.folder / _STATE)
        return self._entries

    def digest(self) -> str:
        """Stands for what the manifest tells; "" after a build that was killed, which has done more."""
        return "" if self._begun else digest_of_manifest(self.folder / _STATE)

    def save(self) -> None:
        """The manifest tells what lies in the folder, or `unsaved` why it does not.

        Nothing is raised: what was made is to be told even when the disk is full. The journal then stays,
        and the next build knows from it which papers are ours.
        """
        self._journal.close()
        self._announced.clear()
        try:
            write_manifest(self.folder / _STATE, self.entries)
            self._journal.clear()
        except CannotWrite as error:
            self.unsaved = error
            return
        self.unsaved = None
        for folder in {(self.folder / path).parent for path in self._begun}:
            remove_leftovers(folder)
        self._begun.clear()

    def announce(self, papers: Iterable[tuple[str, Entry, bytes]]) -> None:
        """The journal knows, even after a power cut, that these papers are about to be placed.

        One write to the disk serves them all. A journal that cannot be written is told by `place`.
        """
        with contextlib.suppress(CannotWrite):
            for key, paper, data in papers:
                new = digest(data)
                self._journal.add(key, paper, new)
                self._announced.add((key, new))
            self._journal.sync()

    def place(self, key: str, paper: Entry, data: bytes, *, force: bool) -> Placed:
        """`paper.path` holds the paper `key`, unless a clerk has edited what lies there.

        `paper` says what is known of it beforehand; digest, size and time are added here.

        Raises CannotWrite or OpenElsewhere.
        """
        path, new = paper.path, digest(data)
        target = self.folder / path
        found = _digest_of(target)
        note = self._put_away(key, path)
        if found == new:
            self._remember(key, paper, new)
            return Placed("unchanged", note)
        edited = found is not None and not self._is_ours(key, path, found)
        if edited and not force:
            return Placed("kept", _EDITED)
        if found is not None:
            _refuse_if_open(target, path)
        if edited:
            moved = move_aside(target, self._old_folder(path))
            note = f"手工改过的文件移到了 {moved.relative_to(self.folder).as_posix()}"
        if (key, new) not in self._announced:
            self._journal.add(key, paper, new)
        self._announced.discard((key, new))
        write_atomic(target, data)
        self._remember(key, paper, new)
        return Placed("written", note)

    def would_place(self, key: str, path: str, data: bytes, *, force: bool) -> Placed:
        """What `place` would do; nothing is touched. Raises CannotWrite."""
        new, found = digest(data), _digest_of(self.folder / path)
        if found == new:
            return Placed("unchanged")
        if found is not None and not force and not self._is_ours(key, path, found):
            return Placed("kept", _EDITED)
        return Placed("written")

    def made_from(self, *, verify: bool = False) -> dict[str, str]:
        """The inputs of each paper that lies there as it was written, by its size and time.

        With `verify` by its digest; a file that was only touched is told by that too.
        """
        intact = (key for key, entry in self.entries.items() if self.is_intact(entry, verify=verify))
        return {key: self.entries[key].inputs for key in intact}

    def is_intact(self, entry: Entry, *, verify: bool = False) -> bool:
        """Whether the paper lies there as it was written."""
        target = self.folder / entry.path
        try:
            there = target.stat()
        except OSError:
            return False
        if not verify and (there.st_size, there.st_mtime_ns) == (entry.size, entry.mtime_ns):
            return True
        return there.st_size == entry.size and digest_of_file(target) == entry.digest

    def is_there(self, path: str, *, verify: bool) -> bool:
        """Whether a paper of ours lies at this path as it was written."""
        ours = [entry for entry in self.entries.beside(path) if entry.path == path]
        return any(self.is_intact(entry, verify=verify) for entry in ours)

    def state_of(self, path: str) -> list[int] | None:
        """Size and time of what lies there; None for nothing."""
        try:
            there = os.stat(f"{self.folder}/{path}")  # noqa: PTH116  # thousands of times; a Path takes thrice as long
        except OSError:
            return None
        return [there.st_size, there.st_mtime_ns]

    def is_stale(self, key: str, data: bytes) -> bool:
        """Whether the paper was made before, and would now be another."""
        made = self.entries.get(key)
        return made is not None and made.digest != digest(data) and (self.folder / made.path).is_file()

    def needs_pdf(self, key: str, *, pdfa: bool = False, printer: str = "") -> bool:
        """Whether the paper's PDF is missing, shows an older paper or would now look otherwise."""
        entry = self.entries[key]
        if entry.pdf_of != entry.digest or not self.pdf_of(key).is_file():
            return True
        return (pdfa and entry.pdf_form != "pdfa") or printer not in ("", entry.pdf_printer)

    def pdf_of(self, key: str) -> Path:
        """Where the paper's PDF lies, or would."""
        return (self.folder / self.entries[key].path).with_suffix(".pdf")

    def clear_pdf(self, key: str) -> str:
        """A PDF that is not ours, such as a scan, has moved to 旧版/; what to say of it."""
        pdf = self.pdf_of(key)
        if _digest_of(pdf) in (None, self.entries[key].pdf_digest):
            return ""
        moved = move_aside(pdf, self._old_folder(self.entries[key].path))
        return f"原来的 PDF 不是 docgen 生成的，移到了 {moved.relative_to(self.folder).as_posix()}"

    def has_pdf(
        self, key: str, *, digest: str, pages: int, form: str, printer: str, notes: tuple[str, ...]
    ) -> None:
        """The PDF beside the paper shows the paper as it is, and the entry tells about it."""
        entry = self.entries[key]
        self.entries[key] = replace(
            entry,
            pdf_of=entry.digest,
            pages=pages,
            pdf_digest=digest,
            pdf_form=form,
            pdf_printer=printer,
            pdf_notes=notes,
        )

    def _remember(self, key: str, paper: Entry, new: str) -> None:
        old, there = self.entries.get(key), (self.folder / paper.path).stat()
        pdf = {name: getattr(old, name) for name in OF_PDF} if old and old.path == paper.path else {}
        self.entries[key] = replace(paper, digest=new, size=there.st_size, mtime_ns=there.st_mtime_ns, **pdf)

    def _is_ours(self, key: str, path: str, found: str) -> bool:
        own = self.entries.get(key)
        if found in self._begun.get(path, ()):
            return True
        if own is not None and own.path == path:
            return own.digest == found
        return any(entry.path == path and entry.digest == found for entry in self.entries.beside(path))

    def _put_away(self, key: str, path: str) -> str:
        """What the paper was called before has moved to 旧版/, unless a clerk has edited it."""
        old = self.entries.get(key)
        if old is None or old.path == path:
            return ""
        is_there, moved_to = self._move_out(key, act=True)
        if not is_there:
            return ""
        return f"旧文件移到了 {moved_to}" if moved_to else f"旧文件 {old.path} 被手工改过，留在原处"

    def put_away(self, key: str, *, act: bool = True) -> tuple[bool, str]:
        """The paper is not ours any more: whether it was there, and where it moved ("": edited, so it stays).

        Without `act` nothing is touched. Raises CannotWrite or OpenElsewhere.
        """
        found = self._move_out(key, act=act)
        if act:
            del self.entries[key]
        return found

    def _move_out(self, key: str, *, act: bool) -> tuple[bool, str]:
        old = self.entries[key]
        former, aside = self.folder / old.path, self._old_folder(old.path)
        found = _digest_of(former)
        if found is None or self._paths_used_twice(old.path):
            return False, ""
        if found != old.digest:
            return True, ""
        _refuse_if_open(former, old.path)
        if not act:
            return True, (aside / former.name).relative_to(self.folder).as_posix()
        pdf = former.with_suffix(".pdf")
        moved = move_aside(former, aside)
        if pdf.is_file():
            move_aside(pdf, aside)
        remove_if_empty(former.parent)
        return True, moved.relative_to(self.folder).as_posix()

    def _paths_used_twice(self, path: str) -> bool:
        """Whether another paper has taken the path over."""
        return sum(entry.path == path for entry in self.entries.beside(path)) > 1

    def _old_folder(self, path: str) -> Path:
        return self.folder / OLD / Path(path).parent


def _digest_of(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as reason:
        raise CannotWrite(path, reason) from reason


def _refuse_if_open(target: Path, path: str) -> None:
    # Word drops the first two letters of longer names in its lock's name; WPS and LibreOffice have their own.
    name = target.name
    locks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#", f".~{name}")
    if any((target.parent / lock).exists() for lock in locks):
        raise OpenElsewhere(path)
