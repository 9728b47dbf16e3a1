"""B08: the second level: “（一）” in 楷体."""

from docgen.inspect.elements import Element
from docgen.inspect.levels import Level, checks_of
from docgen.inspect.rule import Rule, Strength
from docgen.inspect.typeface import Typeface

RULE = Rule(
    "B08",
    "7.3.3",
    Strength.USUAL,
    "二级标题用楷体",
    "文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注；一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注，"
    "都是3号字，不加粗。本条检查“（一）”一级。",
)

in_document, on_pages = checks_of(RULE, Level(Element.HEADING2, "二级标题", Typeface.KAITI, "楷体"))
