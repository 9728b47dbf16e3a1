"""Faults of keys and values: the K codes."""

from collections.abc import Iterable, Sequence

from docgen.findings import Severity
from docgen.records.faults import fault, nearest, shown

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@fault("K01", _ERROR, "没有这个键")
def unknown_key(typed: str, known: Iterable[str], *, parted_by_comma: bool = False) -> tuple[str, str]:
    """The mapping has no field of this name."""
    if parted_by_comma:
        return (
            f"没有“键”{shown(typed)}：半角逗号后面的文字被当成了又一个键",
            "请把文字里的逗号改成全角“，”，或者给整段文字加上英文引号",
        )
    words = list(known)
    near = nearest(typed, words)
    remedy = f"是否想写“{near}”" if near else f"这里可以写的有：{'、'.join(words[:40])}"
    return f"没有{shown(typed)}这个键", remedy


@fault("K02", _ERROR, "键重复")
def duplicate_key(typed: str, first: str, first_line: int) -> tuple[str, str]:
    """The field is filled twice; the first counts."""
    same = "" if typed == first else f"（{shown(typed)}和{shown(first)}是同一项）"
    return f"{shown(typed)}在第 {first_line} 行已经写过{same}，这里的没有采用", "请只保留一处，删去另一处"


@fault("K03", _ERROR, "键不是文字")
def odd_key() -> tuple[str, str]:
    """A key is a list or a mapping, or there is none before the colon."""
    return "冒号前面应当是一个词", "请写明键名；若本是以“{”或“[”开头的文字，请给整段文字加上英文引号"


@fault("K04", _ERROR, "写法的层次不对")
def wrong_shape(wanted: str, found: str, remedy: str) -> tuple[str, str]:
    """A mapping, a list or a single value stands where another of these belongs."""
    return f"这里应当是{wanted}，现在是{found}", remedy


@fault("K05", _ERROR, "不是日期")
def bad_date(typed: str, reason: str) -> tuple[str, str]:
    """The text is no day of the calendar."""
    why = f"：{reason}" if reason else "，不是一个日期"
    return f"写成了{shown(typed)}{why}", "请写成“2012-06-05”这样的年-月-日"


@fault("K06", _ERROR, "不是数字")
def bad_number(typed: str, advice: str) -> tuple[str, str]:
    """The text is no number."""
    return f"写成了{shown(typed)}，这里只能写一个数字", advice


@fault("K07", _ERROR, "不是整数")
def bad_count(typed: str, advice: str) -> tuple[str, str]:
    """The number is negative or has decimals where things are counted."""
    return f"写成了{shown(typed)}，这里只能写 0 或正整数", advice


@fault("K08", _ERROR, "比例不在 0 到 1 之间")
def bad_share(typed: str, advice: str) -> tuple[str, str]:
    """A share is written as per cent, or is no share."""
    return f"写成了{shown(typed)}，比例应当是 0 到 1 之间的小数", advice


@fault("K09", _ERROR, "不是“是”或“否”")
def bad_choice(typed: str) -> tuple[str, str]:
    """Neither yes nor no."""
    return f"写成了{shown(typed)}，这里只能写“是”或“否”", "请改成“是”或“否”（true、false 也可以）"


@fault("K10", _ERROR, "不在可选的词里")
def refused_word(typed: str, allowed: Sequence[str]) -> tuple[str, str]:
    """The list of words is closed, and this is none of them."""
    near = nearest(typed, allowed)
    hint = f"是否想写“{near}”；" if near else ""
    return f"{shown(typed)}不是这里可选的词", f"{hint}可选的有：{'、'.join(allowed)}"


@fault("K11", _WARNING, "不是常用的词")
def unusual_word(typed: str, usual: Sequence[str]) -> tuple[str, str]:
    """The list of words is open, but this is none of the usual."""
    near = nearest(typed, usual)
    hint = f"是否想写“{near}”；" if near else ""
    return f"{shown(typed)}不是这里常用的词", f"{hint}常用的有：{'、'.join(usual)}；确实如此的不必改"


@fault("K12", _INFO, "字号已改成规范写法")
def doc_no_tidied(typed: str, tidy: str) -> tuple[str, str]:
    """The document number was put into its proper form."""
    return (
        f"{shown(typed)}已按“{tidy}”使用",
        f"请把记录改成“{tidy}”：年份用六角括号〔〕，序号不加“第”、不编虚位",
    )


@fault("K13", _WARNING, "字号的写法不对")
def odd_doc_no(typed: str) -> tuple[str, str]:
    """It does not look like a document number."""
    return f"{shown(typed)}不像一个发文字号", "请写成“机关代字〔年份〕序号号”，例如“示院党发〔2012〕18号”"


@fault("K14", _INFO, "姓名的间隔号已改成规范写法")
def name_dot_tidied(typed: str, tidy: str) -> tuple[str, str]:
    """Another dot stood where U+00B7 belongs."""
    return (
        f"{shown(typed)}里的间隔号不是“·”（U+00B7），已按“{tidy}”使用",
        f"请把记录改成“{tidy}”，与人员库逐字一致",
    )


@fault("K15", _INFO, "姓名中的空格已去掉")
def name_space_removed(typed: str, tidy: str) -> tuple[str, str]:
    """A short name was stretched with spaces, as in tables."""
    return f"{shown(typed)}中间有空格，已按“{tidy}”使用", f"请把记录改成“{tidy}”；表格里的对齐由程序来排"


@fault("K16", _WARNING, "姓名中有空格")
def name_space(typed: str) -> tuple[str, str]:
    """A long name holds a space; it is kept."""
    return f"{shown(typed)}中间有空格", "请去掉空格；少数民族姓名各段之间用间隔号“·”"


@fault("K17", _ERROR, "文字太长")
def too_long(length: int, limit: int) -> tuple[str, str]:
    """One field holds a book."""
    return f"这一项有 {length} 个字，超过 {limit} 个字，没有采用", "请写摘要，全文作为附件另附"


@fault("K18", _ERROR, "缺少必填项")
def required_missing() -> tuple[str, str]:
    """What even a fresh record must have."""
    return "这一项必须填写", "请补上这一项"


@fault("K19", _WARNING, "时间的写法不对")
def odd_clock(typed: str) -> tuple[str, str]:
    """It is no time of day."""
    return f"{shown(typed)}不像一个时间", "请写成“14:30”这样的 24 小时制时间"


@fault("K20", _ERROR, "内容不合要求")
def refused_value(reason: str) -> tuple[str, str]:
    """The model refuses what the loader let pass."""
    return f"这一项的内容不合要求（{reason}）", "请按说明改正这一项"


@fault("K21", _WARNING, "有看不见的字符")
def invisible(codes: str) -> tuple[str, str]:
    """Zero-width or direction characters, left out of the value."""
    return f"文字里有看不见的字符（{codes}），已略去", "请删去这一项，重新用键盘输入，不要从网页粘贴"


@fault("K22", _ERROR, "文字里有控制字符")
def control_in_text(codes: str) -> tuple[str, str]:
    """Control characters written as escapes in a quoted text."""
    return f"文字里有控制字符（{codes}），不能印在纸上，已略去", "请删去这些字符"


@fault("K23", _WARNING, "有印不出来的字")
def unprintable(codes: str) -> tuple[str, str]:
    """Private-use or replacement characters: a private font or a broken conversion."""
    return (
        f"文字里有乱码或造字区的字（{codes}），别的电脑上印不出来",
        "请换成正式的汉字；生僻字可用新版输入法的 Unicode 字",
    )


@fault("K24", _ERROR, "编号的写法不对")
def odd_id(typed: str) -> tuple[str, str]:
    """An id holds spaces or signs that file names and references cannot hold."""
    return f"编号{shown(typed)}里有空格或符号", "编号只用字母、数字和短横，例如“Z01”"


@fault("K25", _WARNING, "列表里有空项")
def empty_item() -> tuple[str, str]:
    """A dash with nothing behind it."""
    return "列表的这一项是空的，没有采用", "请补上内容，或删去这一行的短横“-”"


@fault("K26", _ERROR, "到了这一步还缺的内容")
def due_missing(state: str) -> tuple[str, str]:
    """The state that needs it is reached."""
    return f"已经到了{state}这一步，这一项还没有填", "请补上这一项"


@fault("K27", _INFO, "以后要填的内容")
def due_later(state: str) -> tuple[str, str]:
    """The state that needs it is still ahead."""
    return f"这一项还没有填，到{state}这一步时必须有", "现在可以不填，到时补上"


@fault("K28", _ERROR, "用一句话代替日期")
def vague_day(typed: str) -> tuple[str, str]:
    """Words stand where a day is meant: 长期, 尽快, 年底前后."""
    return f"写成了{shown(typed)}，不是具体的日期", "请写成“2012-06-05”这样的年-月-日"
