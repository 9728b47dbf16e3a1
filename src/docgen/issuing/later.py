"""What happens after a paper was issued: a scan comes, it is withdrawn; and papers of others come in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.archive.entries import RECEIVE, Deposit
from docgen.archive.provenance import FILE, About, Provenance, read
from docgen.archive.store import Archive
from docgen.archive.stored import StoredVersion
from docgen.build.paper_id import quoted
from docgen.errors import DocgenError
from docgen.issuing.attachments import Attachment
from docgen.issuing.deposit import Act, sealed_deposit
from docgen.issuing.issued import WITHDRAWALS

ATTACH = "attach"
_SCANS = "scan/"
_INCOMING = "收文"


class AttachedBefore(DocgenError):
    """The very same file is there already."""

    def __init__(self, name: str, object_id: str, path: str) -> None:
        super().__init__(f"“{name}”已经附在 {object_id} 上（{path}）", "不必再附；要附另一份请核对文件")


class WithdrawnBefore(DocgenError):
    """The paper is not in force any more."""

    def __init__(self, object_id: str, reason: str) -> None:
        super().__init__(f"{object_id} 已经撤回或废止（{reason}）", "不必再做；要重新印发请执行 docgen issue")


class NotOurs(DocgenError):
    """A paper of others cannot be withdrawn here."""

    def __init__(self, object_id: str) -> None:
        super().__init__(f"{object_id} 是收到的文件，不能由本单位撤回", "请核对地址")


class ReceivedBefore(DocgenError):
    """A paper of others with this number was taken in with other contents."""

    def __init__(self, number: str, object_id: str) -> None:
        super().__init__(
            f"{number} 已经收过（{object_id}），内容不一样",
            f"请核对文号；是同一份文件的附件，请执行 docgen archive attach {object_id}",
        )


def attached(archive: Archive, object_id: str, files: Sequence[Attachment], called: str, act: Act) -> Deposit:
    """The next version of the object, with these files. Raises AttachedBefore and what reading raises."""
    latest = archive.find(object_id).latest
    fresh: dict[str, bytes] = {}
    for one in files:
        _require_new(latest, one, object_id)
        fresh[_free(one.name, {*latest.state, *fresh})] = one.data
    deposit = _next(latest, ATTACH, fresh, act)
    return replace(deposit, extra={**deposit.extra, "as": called})


def withdrawn(archive: Archive, object_id: str, event: str, act: Act) -> Deposit:
    """The next version of the object, which is not in force any more. Raises WithdrawnBefore or NotOurs."""
    lines = archive.lines_of(object_id)
    if any(line.event == RECEIVE for line in lines):
        raise NotOurs(object_id)
    latest = archive.find(object_id).latest
    settled = next((line for line in reversed(lines) if line.event not in (ATTACH, "arrange")), None)
    if settled is not None and settled.event in WITHDRAWALS:
        raise WithdrawnBefore(object_id, settled.reason)
    return _next(latest, event, {}, act)


def received(
    archive: Archive, series: str, about: About, files: Sequence[Attachment], act: Act
) -> Deposit | str:
    """A paper of others as a new object; the id of the one it is, if it was taken in before.

    Raises ReceivedBefore.
    """
    object_id = f"{series}{_INCOMING}:{quoted(about.sender)}:{quoted(about.doc_no or about.title)}"
    fresh: dict[str, bytes] = {}
    for one in files:
        fresh[_free(one.name, fresh)] = one.data
    if archive.lines_of(object_id):
        first = archive.find(object_id).versions[0]
        held = sorted(first.read(path) for path in first.state if path.startswith(_SCANS))
        if held != sorted(fresh.values()):
            raise ReceivedBefore(about.doc_no or about.title, object_id)
        return object_id
    return sealed_deposit(object_id, RECEIVE, about, act, fresh, keep=False)


def _next(latest: StoredVersion, event: str, fresh: Mapping[str, bytes], act: Act) -> Deposit:
    before: Provenance = read(latest.read(FILE))
    carried = {path: latest.read(path) for path in latest.state if path != FILE}
    return sealed_deposit(
        latest.object, event, before.about, act, fresh, keep=True, carried=carried, given=before.given
    )


def _require_new(latest: StoredVersion, one: Attachment, object_id: str) -> None:
    for path in latest.state:
        if path.startswith(_SCANS) and latest.read(path) == one.data:
            raise AttachedBefore(one.name, object_id, path)


def _free(name: str, taken: Mapping[str, object] | set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    path, number = f"{_SCANS}{name}", 1
    while path.lower() in {one.lower() for one in taken}:
        number += 1
        path = f"{_SCANS}{stem}（{number}）{dot}{suffix}"
    return path
