"""Where a Chinese title may break: between words, and how gladly.

There is no dictionary. The words that official titles are made of are listed; names that the record
gives, names in 《》 and “”, and organs (…委员会, …党支部) are held together; what is left breaks
after the endings of units (…科, …中心) or between pairs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LISTED = """
关于印发 关于 印发 转发 批转 开展 召开 公布 表彰 表扬 通报批评 审定 审批 报请 报送 协调解决
协调 解决 落实 进行 做好 加强 推进 深入 进一步 全面 基层党组织 党组织 基层 整改 提高 整改提高
晋位升级 晋位 升级 分类定级 创先争优 目标管理 先进性 建设年 组织建设 基层组织 实施方案 工作方案
实施办法 实施意见 实施细则 管理办法 暂行办法 工作办法 升级办法 方案 办法 意见 细则 规定 制度
计划 要点 规划 总体 整体 考评验收 考核验收 考评 验收 考核 评议 测评 民主 满意度 结果 情况
档次 等次 目标责任书 责任书 目标承诺书 公开承诺书 承诺书 目标 承诺 责任 问题档案 问题 档案 台账
清单 汇总表 一览表 登记表 统计表 工作 活动 会议 动员部署 部署会议 部署 动员 督查 检查 整顿
限期整改 公示 公开 自查报告 总结报告 工作报告 情况报告 情况说明 情况通报 通知书 通知 通报 报告
请示 批复 决定 纪要 意见书 说明 公告 通告 总结 申报表 审批表 年度 上半年 下半年 第一 第二
第三 第四 第五 第六 第七 第八 第九 第十 机关 学院 大学 医院 公司 集团 联合 离退休 后勤 教工
学生 教师 教职工 学校 直属 委员会 党总支 党支部 党委 支部 总支 办公室 组织部 宣传部 纪委 工会 服务 管理
教育 党员 干部 群众 领导小组 领导 小组 书记 问责 约谈 回头看 中心 联合党支部 附属医院 研究所
研究院 实验室 卫生健康 人力资源 社会保障 财政局 医学院 人民医院 中医院 医科大学 师范大学 中学 小学 街道 社区
校区 院区 厂区 园区
部署会 动员会 推进会 座谈会 总结会 签订 仪式
安全生产 消防安全 生产安全 食品安全 安全 生产 消防 防汛 抗旱 防火 应急 预案 事故 设备 设施 采购 招标
经费 资金 预算 项目 工程 建设 改造 维修 供应 供水 供电 供热 水质 质量 环境 卫生 健康 保护 资源 规范
监督 保障 贯彻 精神 改革 发展 专题 常务 办公会议 会议纪要 代表大会 职工 人员 名单 培训 招聘 考试 任免
车间 泵站 水厂 检测 抢修 加压 调度 同志 实施 责任追究 追究
先进集体 先进个人 有关 事项 相关 若干 指导意见 商请 提供 协助 申请 增设 购置 批准 同意 成立 调整
"""
_COUNTED = (f"第{number}{unit}" for number in "一二三四五六七八九十" for unit in "次届期批轮")
_VOCABULARY = frozenset((*_LISTED.split(), *_COUNTED))
_WORD_CHARS_MAX = max(map(len, _VOCABULARY))
_UNIT_ENDS = "科院部处室系所局厅组班站队校"
_UNIT_CHARS_MAX = 8
_SITES = ("校区", "院区", "厂区", "园区")
_UNIT_WORDS = (
    "中心", "学院", "医院", "公司", "集团", "研究所", "研究院", "实验室", "车间", "水厂", "泵站", *_SITES
)  # fmt: skip
_UNIT_TAILS = frozenset((*_UNIT_ENDS, *_SITES))
_CONJUNCTIONS = "与和及暨"

_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|（[^（）]*）|〔[^〔〕]*〕\d*号?")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:%％\-—/]*(?:年度|年|月|日|号|个|项|次|届|室|楼|层|栋)?")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月")
_PERSON = re.compile(r"(?:关于|给予|任命|免去|表彰|对)(?P<name>[一-鿿]{2,6}(?:·[一-鿿]{1,12})*?同志)")
_ORGAN_ENDS = ("委员会", "党总支", "党支部", "支部", "党委", "办公室", "组织部", "宣传部", "领导小组", "党组")
_ORGAN = re.compile(rf"[一-鿿0-9]{{2,28}}?(?:{'|'.join(_ORGAN_ENDS)})(?:{'|'.join(_ORGAN_ENDS)})*")
_BEFORE_ORGAN = re.compile(r"关于印发|关于转发|关于|印发|转发|批转|同意|表彰|通报|审定|[对向与和及、的]")
_NOT_AT_LINE_START = frozenset("的了等》”）〕、，。；：！？·")
_NOT_AT_LINE_END = frozenset("《“（〔与和及暨")
_ORDINAL = re.compile(r"第[一二三四五六七八九十]+$")

# What it costs to break there. A stub of a line costs 60, a wrong shape 1000 (title.py).
_IN_NAME, _IN_ORGAN, _IN_QUOTES, _IN_NUMBER, _AFTER_DE = 40.0, 14.0, 9.0, 200.0, 12.0
_BETWEEN_UNITS = {_IN_NAME: 10.0, _IN_ORGAN: 3.0}  # …教学部与…中心联合党支部
_AFTER_PAUSE = 4.0  # “环节多、/时间长”
_PAUSES = ("，", "、", "；", "：")
_MARKS = "".join(_PAUSES)
_GOOD, _FAIR, _PLAIN = 0.0, 1.0, 2.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a title; `seams[i]` is what a break between word i and the next costs."""

    words: tuple[str, ...]
    seams: tuple[float, ...]


def words_of(text: str, names: Sequence[str] = ()) -> Words:
    """The text's words; `names` are held together before anything else."""
    words = _merged(list(_cut(text)))
    held = _held(text, names)
    at, seams = 0, []
    for word, following in pairwise(words):
        at += len(word)
        seams.append(_seam(at, word, following, held))
    return Words(tuple(words), tuple(seams))


def _held(text: str, names: Sequence[str]) -> list[tuple[int, int, float]]:
    spans = [(*match.span(), _IN_NAME) for name in names for match in re.finditer(re.escape(name), text)]
    spans += [(*match.span(), _IN_NUMBER) for one in (_NUMBER, _DATE) for match in one.finditer(text)]
    spans += [(*match.span("name"), _IN_NAME) for match in _PERSON.finditer(text)]
    spans += [(*match.span(), _IN_QUOTES) for match in _QUOTED.finditer(text)]
    starts = [0, *(match.end() for match in _BEFORE_ORGAN.finditer(text))]
    organs = (match for match in (_ORGAN.match(text, start) for start in starts) if match)
    return spans + [(*organ.span(), _IN_ORGAN) for organ in organs]


def _seam(at: int, before: str, after: str, held: list[tuple[int, int, float]]) -> float:
    inside = max((cost for start, end, cost in held if start < at < end), default=0.0)
    if inside in _BETWEEN_UNITS and _parts_units(before, after):
        return _BETWEEN_UNITS[inside]
    if inside == _IN_QUOTES and before.endswith(_PAUSES):
        return _AFTER_PAUSE
    if inside:
        return inside
    if after.startswith(("关于", "《", "“")) or before.endswith(_ORGAN_ENDS):
        return _GOOD
    if before.endswith("的"):
        return _AFTER_DE
    return _FAIR if before.endswith(("》", "”", "印发", *_PAUSES)) else _PLAIN


def _parts_units(before: str, after: str) -> bool:
    """Whether a long name parts here by its sense: after a unit, a pause or a bracket, before a bracket."""
    return before[-1] in _UNIT_ENDS or before.endswith((*_UNIT_WORDS, *_PAUSES, "）")) or after[0] == "（"


def _merged(words: list[str]) -> list[str]:
    merged: list[str] = []
    for word in words:
        if merged and _belongs(word, merged[-1]):
            merged[-1] += word
        else:
            merged.append(word)
    return merged


def _belongs(word: str, before: str) -> bool:
    return (
        word[0] in _NOT_AT_LINE_START
        or before[-1] in _NOT_AT_LINE_END
        or _ORDINAL.search(before) is not None  # 第一医院, 第二党支部
        or (before[-1] == "”" and word in ("前", "后"))  # “七一”前
        or word.rstrip(_MARKS) in _UNIT_TAILS  # 维修服务队、夜间抢修班
        or word == "同志"
    )


def _cut(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        word = _listed_at(text, at) or _number_at(text, at)
        if word is None:
            end = at + 1
            while end < len(text) and _listed_at(text, end) is None and _number_at(text, end) is None:
                end += 1
            yield from _unknown(text[at:end])
            at = end
        else:
            yield word
            at += len(word)


def _listed_at(text: str, at: int) -> str | None:
    sizes = range(_WORD_CHARS_MAX, 1, -1)
    return next((text[at : at + size] for size in sizes if text[at : at + size] in _VOCABULARY), None)


def _number_at(text: str, at: int) -> str | None:
    match = _NUMBER.match(text, at)
    return match.group() if match else None


def _unknown(text: str) -> Iterator[str]:
    for phrase in re.findall(rf"[^{_MARKS}]+[{_MARKS}]*|[{_MARKS}]+", text):
        yield from _in_phrase(phrase)


def _in_phrase(text: str) -> Iterator[str]:
    parts = re.findall(rf"[{_CONJUNCTIONS}]|[^{_UNIT_ENDS}{_CONJUNCTIONS}]*[{_UNIT_ENDS}]?", text)
    for part in parts:
        if len(part) <= (_UNIT_CHARS_MAX if part and part[-1] in _UNIT_ENDS else 3):
            yield from ([part] if part else [])
        else:
            yield from (part[at : at + 2] for at in range(0, len(part), 2))
