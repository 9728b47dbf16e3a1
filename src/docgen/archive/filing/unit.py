"""How a unit files: its codes, and its own table of how long papers are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.settings import PERIODS

YEARS: Mapping[str, int | None] = {"永久": None, "30年": 30, "10年": 10}
_SAME: Mapping[str, str] = {"长期": "30年", "短期": "10年", "三十年": "30年", "十年": "10年"}
DOCUMENTS = "WS"  # 文书, where the unit has no class of its own


@dataclass(frozen=True, slots=True)
class Unit:
    """`retention`: the unit's own approved table, by the code or slug of a kind; else the manifests count."""

    fonds_no: str
    class_code: str = DOCUMENTS
    organ: str = ""  # 机构（问题）; left out of the 档号 where the unit does not file by it
    retention: Mapping[str, str] = field(default_factory=dict)

    def archival_no(self, year: str, retention: str, number: int) -> str:
        """档号: fonds-class·year-retention-organ-item, as in `0194-WS·2016-D30-BGS-0001`."""
        parts = [f"{self.fonds_no}-{self.class_code}·{year}", PERIODS[retention], self.organ, f"{number:04}"]
        return "-".join(filter(None, parts))

    def retention_of(self, *names: str, own: str) -> str:
        """What the table says of the kind with these names, else `own`."""
        return next((self.retention[name] for name in names if name in self.retention), own)


def period_of(told: str) -> str:
    """永久, 30年 or 10年, the words of 2006; "" for what is not filed (随全宗, 不归档)."""
    plain = _SAME.get(told.strip(), told.strip())
    return plain if plain in PERIODS else ""
