"""The codes of a template's faults, and how one is told."""

from collections.abc import Mapping

from docgen.findings import Finding, Severity
from docgen.render.faults import Place

TEMPLATE_CODES: Mapping[str, str] = {
    "G07": "模板文件打不开，或不是 Word 文档",
    "G08": "标签写错：括号、引号、成对的标签、过滤器等",
    "G09": "标签里的名称没有对应的数据",
    "G10": "标签用了文种说明（kind.yaml）没有声明的数据",
    "G11": "独占一段或一行的标签旁边还有别的内容，生成时会丢失",
    "G12": "段落的样式丢了含义，排版时认不出它是什么",
    "G13": "直接设置的字体、字号、行距与样式不同",
    "G14": "页面设置不合格式要求",
    "G15": "用现有的记录试填，填不成",
}


def at(code: str, severity: Severity, place: Place, message: str, remedy: str) -> Finding:
    """A finding about a paragraph; where its file lies is added by the caller."""
    return Finding(code, severity, message, remedy, label=str(place))
