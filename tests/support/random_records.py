"""Records of any content that the models allow, as YAML in any style, for property tests."""

from datetime import date
from decimal import Decimal

import yaml
from hypothesis import strategies as st

from docgen.records.shape import Many, Named, Part, Single, shape_of

_WORDS = st.sampled_from(
    ["甲", "乙、丙", "=1+1", "-3", "+86", "@乙", "0010", "true", "null", "2012-06-05", "14:30", "a: b",
     "甲 # 乙", "[甲]", "{乙}", "芮𬱖", "_x0041_", "#N/A 不是错误", "“引号”", '"双"', "'单'", "&<>",
     "{{ 7*7 }}", "C:\\路径", "一行\n又一行", "一行\n\n  缩进的一行", "，", "甲；乙", "100%", "1e5",
     "～", "甲  乙", "- 甲", "|"],
)  # fmt: skip
# ⏎ is what a sheet writes for a line end within an item of a list.
_SIGNS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="⏎")
_TEXT = st.one_of(_WORDS, st.text(_SIGNS, max_size=12))
_FILLED = _TEXT.map(str.strip).filter(bool)
_IDS = st.sampled_from(["W1", "W2", "Y1", "C1", "G1", "Z01", "D3"])
_FORMS = {
    "id": _IDS,
    "name": st.sampled_from(["尉迟远", "阿依努尔·麦麦提江", "芮𬱖", "=名"]),
    "doc_no": st.sampled_from(["示院党发〔2012〕18号", "示发〔2013〕2号"]),
    "clock": st.sampled_from(["14:30", "08:00"]),
    "phone": st.sampled_from(["0000-8610031", "010", "13800000000"]),
}


def records(entity):
    """Mappings with record keys, of values as YAML has them; every key may be missing."""
    return _entity(entity).map(lambda data: {"schema": "jinwei-shengji/v1", **data})


def yaml_of(data, *, flow=None, width=80):
    """The record as some program would write it."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=width)


def _entity(entity):
    optional = {}
    for slot in shape_of(entity).slots:
        if slot.key not in ("schema",):
            optional[slot.key] = _kind(slot.kind, rest=slot is shape_of(entity).rest)
    return st.fixed_dictionaries({}, optional=optional).map(lambda data: _spread(entity, data))


def _spread(entity, data):
    """Options of a list of their own stand among the keys."""
    rest = shape_of(entity).rest
    if rest is None or rest.key not in data:
        return data
    return {**{key: value for key, value in data.items() if key != rest.key}, **data[rest.key]}


def _kind(kind, *, rest=False):
    if isinstance(kind, Single):
        return _single(kind)
    if isinstance(kind, Part):
        return _entity(kind.entity)
    if isinstance(kind, Many):
        return st.lists(_kind(kind.item), max_size=3)
    keys = st.sampled_from(["满意", "弃权"] if rest else ["甲", "leader", "D15", "有 空格"])
    assert isinstance(kind, Named)
    return st.dictionaries(keys, _kind(kind.value), max_size=2)


def _single(kind):
    if kind.type is date:
        return st.dates(date(1890, 1, 1), date(2080, 1, 1))
    if kind.type is bool:
        return st.booleans()
    if kind.type is int:
        return st.integers(0, 10**9)
    if kind.type is Decimal:
        return st.floats(0, 1).map(lambda x: round(x, 4)) if kind.share else st.integers(-999, 9999) | _TENTHS
    if kind.options:
        return st.sampled_from(kind.options.words)
    return _FORMS.get(kind.form, _FILLED)


_TENTHS = st.integers(-9999, 9999).map(lambda number: number / 10)
