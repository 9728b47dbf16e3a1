"""What can be wrong with a workbook: the W codes, worded like those of the record files."""

from functools import partial

from docgen.findings import Severity
from docgen.records.faults import fault, shown

SHEET_CODES: dict[str, str] = {}
"""Every code of this package with its title."""

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_fault = partial(fault, codes=SHEET_CODES)


@_fault("W01", _ERROR, "单元格是错误值")
def error_cell(text: str) -> tuple[str, str]:
    """The cell shows #N/A, #REF! and the like."""
    return f"单元格是错误值{shown(text)}", "请改好公式，或者直接填上内容；没有内容就清空这个单元格"


@_fault("W02", _ERROR, "单元格的类型不对")
def wrong_type(found: str, wanted: str, remedy: str) -> tuple[str, str]:
    """A date where a number belongs, and so on."""
    return f"这里要填{wanted}，单元格里却是{found}", remedy


@_fault("W03", _ERROR, "没有写属于哪一项")
def no_parent(what: str) -> tuple[str, str]:
    """A row of a sheet that hangs below another does not say below which row."""
    return f"这一行没有写属于哪一项“{what}”", f"请在这一格填上“{what}”表里的编号"


@_fault("W04", _ERROR, "所属的编号不存在")
def unknown_parent(typed: str, what: str, near: str) -> tuple[str, str]:
    """A row hangs below a number that the other sheet does not have."""
    hint = f"是否想写“{near}”；" if near else ""
    return f"“{what}”表里没有{shown(typed)}", f"{hint}请改成“{what}”表里有的编号，或在那里补上一行"


@_fault("W05", _ERROR, "编号重复")
def doubled_id(typed: str, row: int) -> tuple[str, str]:
    """Two rows bear the same number, so that nobody knows which one is meant."""
    return f"编号{shown(typed)}和第 {row} 行的重复", "请给其中一行换一个编号；多余的一行请删去"


@_fault("W06", _ERROR, "同一项写了两行")
def doubled_part(typed: str, row: int) -> tuple[str, str]:
    """A part that stands once is filled twice."""
    return f"{shown(typed)}在第 {row} 行已经写过，每一项只能写一行", "请把两行并成一行"


@_fault("W07", _WARNING, "没有这张表")
def missing_sheet(name: str) -> tuple[str, str]:
    """A sheet was deleted: what it held stays as it is."""
    return f"工作簿里没有“{name}”表，这部分保持不变", "要改这部分，请重新导出一份工作簿"


@_fault("W08", _WARNING, "没有这一列")
def missing_column(title: str) -> tuple[str, str]:
    """A column was deleted: what it held stays as it is."""
    return f"这张表里没有“{title}”这一列，这一项保持不变", "要改这一项，请重新导出一份工作簿"


@_fault("W09", _WARNING, "名称改过")
def renamed(typed: str, title: str) -> tuple[str, str]:
    """A heading or a sheet bears another name than it was given."""
    return (
        f"没有名为{shown(typed)}的栏目，已当作“{title}”读取",
        f"请核对；若确是这一项，请把名称改回“{title}”",
    )


@_fault("W10", _WARNING, "多出的内容没有读")
def not_read(what: str) -> tuple[str, str]:
    """A sheet, a column or a row that the record has no place for."""
    return f"{what}不属于这份记录，没有读", "自己加的表、列和备注不会导入，可以不管"


@_fault("W11", _ERROR, "文字太长")
def lost_mark() -> tuple[str, str]:
    """The mark that stands for a text too long for a cell was put elsewhere."""
    return "这是代替过长文字的记号，不能当作内容", "请填写内容；太长的文字请直接在记录文件里改"


@_fault("W12", _ERROR, "横向合并的单元格")
def merged_across(titles: str) -> tuple[str, str]:
    """One cell was made of several columns."""
    return f"这里把“{titles}”几列合并成了一格，不知道内容属于哪一列", "请取消合并单元格，每一列分别填写"


@_fault("W13", _ERROR, "新键的写法不对")
def bad_pair(line: str) -> tuple[str, str]:
    """A line that adds a key of its own is no pair."""
    return f"{shown(line)}不是“名称：内容”", "请每行写一项，中间用冒号隔开，例如“满意：30”"


@_fault("W14", _ERROR, "记录文件在导出之后改过")
def changed_since(label: str, now: str, wanted: str) -> tuple[str, str]:
    """The file was changed after the export, where the workbook says something else."""
    return (
        f"导出之后，记录文件里的“{label}”改成了{_or_nothing(now)}，工作簿里是{_or_nothing(wanted)}",
        "请核对以哪一个为准：重新导出一份再改，或者加 --force 以工作簿为准",
    )


@_fault("W15", _WARNING, "不知道是何时导出的")
def no_stamp() -> tuple[str, str]:
    """The hidden sheet is gone, so that nobody knows whether the record has changed since."""
    return (
        "工作簿里隐藏的“docgen”表不见了，看不出导出之后记录文件有没有改过",
        "请仔细核对下面列出的改动，再决定是否写入",
    )


@_fault("W16", _ERROR, "要增加的一项已经有了")
def not_new(key: str) -> tuple[str, str]:
    """A key is added that stands in a line of its own."""
    return f"{shown(key)}已经有了，不用增加", "请在它自己的那一行里改，并从这一格里删去"


def _or_nothing(text: str) -> str:
    return shown(text) if text else "空的"
