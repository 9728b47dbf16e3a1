"""What verify found, for programs and for people."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from docgen.archive.verify.fault import Fault, shown
from docgen.archive.verify.result import Verified
from docgen.findings import Finding, Severity


def as_json(verified: Verified) -> dict[str, Any]:
    """The one object of `--format json`."""
    found = Counter(fault.severity for fault in verified.faults)
    return {
        "place": verified.place,
        "kind": verified.kind,
        "objects": verified.tally.objects,
        "versions": verified.tally.versions,
        "files": verified.tally.files,
        "bytes": verified.tally.bytes,
        "seq": verified.seq,
        "head": verified.head,
        "findings": [fault.as_json() for fault in verified.faults],
        "properties": verified.properties(),
        "rebuilt": [asdict(one) for one in verified.rebuilt],
        "summary": {severity.label: found[severity] for severity in Severity},
    }


def as_finding(fault: Fault) -> Finding:
    """The fault as all findings are shown: of which object and version, in which file."""
    name = f"{shown(fault.object)}{f' {shown(fault.version)}' if fault.version else ''}".strip()
    return Finding(
        fault.rule, fault.severity, shown(fault.message), fault.remedy, file=shown(fault.file), label=name
    )
