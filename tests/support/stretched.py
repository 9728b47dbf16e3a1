"""The sample records with everything long: what a paper must bear without breaking its page.

Nine problems, paragraphs of 600 characters, branch names of 27 and 39 characters, long lists, and the
optional parts that are often empty (deputies, absentees, e-mail) empty.
"""

from typing import Any

from support.papers import records

LONG_NAME = "公共基础教学部与民族团结进步教育研究中心教职工及离退休人员联合第一党支部（筹建）"
_PARAGRAPH_CHARS = 600
_LISTS_TO = {"problems": 9, "causes": 4, "measures": 4, "progress": 8, "meetings": 4, "feedback": 12}
# Words for a paper's running text; a title, a name or a table's short word stays short.
_PROSE = {"description", "text", "guiding", "overall_goal", "reply", "opinion", "explanation", "decision"}


def stretched() -> dict[str, dict[str, Any]]:
    """The records by file name, as `support.papers.office_of` takes them."""
    plain = records()
    for name, record in plain.items():
        plain[name] = _long(record, "")
    branches = [record for name, record in plain.items() if name != "committee.yaml"]
    for record in branches:
        record["branch"]["deputy_secretary"] = ""
        _numbered(record["problems"])
    branches[0]["branch"]["short_name"] = LONG_NAME
    branches[0]["branch"]["full_name"] = f"中共示范学院{LONG_NAME}委员会"
    return plain


def _long(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {inner: _long(one, inner) for inner, one in value.items()}
    if isinstance(value, list):
        several = [_long(one, key) for one in value]
        wanted = _LISTS_TO.get(key, 0) if several and isinstance(several[0], dict) else 0
        return several + [dict(several[place % len(several)]) for place in range(wanted - len(several))]
    if isinstance(value, str) and key in _PROSE and len(value) > 20:
        return (value * (_PARAGRAPH_CHARS // len(value) + 1))[:_PARAGRAPH_CHARS].rstrip("。") + "。"
    return value


def _numbered(problems: list[dict[str, Any]]) -> None:
    for place, problem in enumerate(problems, start=1):
        problem["id"] = f"W{place}"
