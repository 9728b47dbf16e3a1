"""Work that was broken off and that the next run settles: what lies in staging/."""

from dataclasses import dataclass, field
from pathlib import Path

from docgen.archive.verify import digests, tree
from docgen.archive.verify.chain import UNFINISHED, Chain
from docgen.archive.verify.copies import number
from docgen.archive.verify.fault import Fault, Heading
from docgen.archive.verify.inventory import INVENTORY
from docgen.archive.verify.logbook import Line
from docgen.findings import Severity

FALSE_STAGING = "V59"


@dataclass(slots=True)
class Unfinished:
    """Which versions still wait in staging, and of which objects the root's files are not final."""

    names: frozenset[str] = frozenset()  # of what lies in staging: numbers of log lines
    staged: dict[str, frozenset[str]] = field(default_factory=dict)
    settling: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def unfinished(folder: str, chain: Chain) -> Unfinished:
    """What the archive's staging folder holds."""
    found = Unfinished()
    place = Path(folder, "staging")
    left = sorted(entry.name for entry in place.iterdir()) if place.is_dir() else []
    for name in left:
        if name.isdecimal() and len(name) < 10 and chain.has(int(name)):
            _committed(found, f"{place}/{name}", chain.line(int(name)))
    found.names = frozenset(left)
    if left:
        found.faults.append(
            Fault(
                UNFINISHED, Heading.COMPLETE, Severity.INFO,
                f"有 {len(left)} 项工作还没有做完：正有人在存入，或者上次中断了（下次存入时会自动了结）",
                "不必处理；想现在就了结，请再执行一次归档", file="staging",
            )
        )  # fmt: skip
    return found


def _committed(found: Unfinished, folder: str, line: Line) -> None:
    object_id, version = line.text("object"), line.text("version")
    if not object_id or not version:
        return
    found.settling.add(object_id)
    lies = tree.look(folder)
    inventories = [path for path in lies.files if path.endswith(f"{version}/{INVENTORY}") and number(version)]
    if not inventories:
        return
    data = tree.read(folder, inventories[0]) or b""
    if digests.of_bytes(data, "sha512") != line.text("inventory"):
        found.faults.append(
            Fault(
                FALSE_STAGING, Heading.AUTHENTIC, Severity.ERROR, "还没有放到位的一版与日志登记的不符",
                "请从备份恢复 staging 文件夹", object_id, version, f"staging/{line.seq}/{inventories[0]}",
            )
        )  # fmt: skip
    found.staged[object_id] = found.staged.get(object_id, frozenset()) | {version}
