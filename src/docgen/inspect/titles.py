"""The rows in which a title is set, and the shape that they make."""

from collections.abc import Sequence
from itertools import pairwise

from docgen.text.width import width_em

_SLACK_EM = 0.6


def shape_fault(rows: Sequence[str]) -> str:
    """What is wrong with the shape of these rows, "" for nothing: 梯形 and 菱形 are right."""
    widths = [width_em("".join(row.split())) for row in rows]
    if len(widths) < 2:
        return ""
    if max(widths) - min(widths) < _SLACK_EM:
        return "各行一样长，排成了长方形"
    inner = widths[1:-1]
    if inner and min(inner) < min(widths[0], widths[-1]) - _SLACK_EM:
        return "中间的行比上下都短，排成了沙漏形"
    return ""


_WORDS = """
关于 印发 转发 批转 通知 通报 请示 报告 批复 意见 决定 决议 公告 通告 公报 纪要 议案
工作 管理 加强 开展 进一步 做好 实施 办法 方案 规定 会议 活动 单位 公司 安全 申请 全面 推进 深入
养老 服务 医疗 教育 文化 体育 旅游 交通 运输 农业 农村 林业 水利 环境 生态 污染 防治 疫情 防控 脱贫 乡村
振兴 社会 救助 保险 就业 创业 人才 科技 创新 企业 投资 招商 贸易 市场 价格 税收 财政 金融 土地 房屋 住房
城市 规划 道路 桥梁 电力 能源 煤矿 矿山 隐患 排查 治理 整治 专项 行动 重点 任务 分工 年度 绩效 考核 评价
表彰 奖励 干部 任职 任免 换届 选举 值班 放假 安排 春节 国庆 组织 领导 机构 编制 职责 调整 信息 数据 网络
平台 系统 档案 保密 法治 依法 行政 执法 审计 统计 普查 调查 研究 调研 课题 项目 申报 评选 推荐 参加 举办
召开 学习 宣传 贯彻 落实 精神 主题 培训 竞赛 建设 保障 供水 供电 供热 防汛 抗旱 消防 生产 设备 设施 采购
招标 经费 资金 预算 工程 改造 维修 质量 卫生 健康 保护 资源 规范 监督 改革 发展 制度 细则 计划 要点 目标
责任 问题 情况 结果 督查 检查 整改 公示 公开 年终 总结 部署 动员 学校 医院 学院 大学 委员 政府 人民
"""
_TORN = tuple(_WORDS.split())
_KNOWN = frozenset(_TORN)
_NOT_FIRST = frozenset("的了、，。：；）》”〕")
_NOT_LAST = frozenset("（《“〔")


def torn_word(rows: Sequence[str]) -> str:
    """The word that a row's end breaks in two (or the sign that it leaves alone); "" for none."""
    plain = ["".join(row.split()) for row in rows]
    for before, after in pairwise(plain):
        if not before or not after:
            continue
        if after[0] in _NOT_FIRST:
            return after[0]
        if before[-1] in _NOT_LAST:
            return before[-1]
        if before[-2:] in _KNOWN or after[:2] in _KNOWN:
            continue  # a word ends or begins here, whatever the signs on both sides make together
        for word in _TORN:
            for at in range(1, len(word)):
                if before.endswith(word[:at]) and after.startswith(word[at:]):
                    return word
    return ""
