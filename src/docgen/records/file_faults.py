"""Faults of a file as a file and as YAML: the Y codes."""

from docgen.findings import Severity
from docgen.records.faults import fault, shown

_ERROR = Severity.ERROR
_RESAVE = "请用记事本或 WPS 打开，“另存为”时编码选 UTF-8，再保存一次"


@fault("Y01", _ERROR, "文件读不出来")
def unreadable(message: str, remedy: str) -> tuple[str, str]:
    """The file is missing, forbidden, or no ordinary file."""
    return message, remedy


@fault("Y02", _ERROR, "文件在工作区之外")
def outside(message: str, remedy: str) -> tuple[str, str]:
    """The path, its links followed, leaves the workspace."""
    return message, remedy


@fault("Y03", _ERROR, "文件太大")
def too_large(limit_mb: int) -> tuple[str, str]:
    """The file is larger than any record can be."""
    return f"文件超过 {limit_mb} MB，不像是一份记录", "请检查是否把附件或图片的内容粘进了文件；记录里只写文字"


@fault("Y04", _ERROR, "编码不是 UTF-8")
def wrong_encoding(encoding: str) -> tuple[str, str]:
    """The bytes are no UTF-8."""
    return f"文件的编码是 {encoding}，不是 UTF-8", _RESAVE


@fault("Y05", _ERROR, "有控制字符")
def control_character(char: str, count: int) -> tuple[str, str]:
    """The file holds characters that no text has, such as NUL."""
    more = f"，全文共 {count} 个" if count > 1 else ""
    return (
        f"这里有一个看不见的控制字符（U+{ord(char):04X}）{more}",
        "请删去这个字符；整段文字可先粘到记事本里再粘回来",
    )


@fault("Y06", _ERROR, "文件是空的")
def empty_file() -> tuple[str, str]:
    """Nothing but comments and white space."""
    return "文件是空的，没有任何内容", "请补写内容，或用 docgen new 生成一份带说明的空白记录"


@fault("Y07", _ERROR, "整个文件不是“键: 值”")
def not_a_mapping(found: str) -> tuple[str, str]:
    """The top of the file is a list or a single text."""
    return (
        f"整个文件应当由“键: 值”组成，现在是{found}",
        "请从“schema: …”一行写起，每行一个键，去掉最外层的短横“-”",
    )


@fault("Y08", _ERROR, "用制表符缩进")
def tab_indentation(lines: int) -> tuple[str, str]:
    """Lines are indented with tabs."""
    more = f"（共 {lines} 行）" if lines > 1 else ""
    return f"行首用了制表符（Tab）缩进{more}", "请把行首的制表符换成空格，每缩进一层两个空格"


@fault("Y09", _ERROR, "键后面的冒号不对")
def bad_colon(key: str, colon: str) -> tuple[str, str]:
    """A full-width colon, or none of the space that must follow it."""
    if colon == "：":
        return f"{shown(key)}后面用了全角冒号“：”", f"请改成半角冒号加一个空格：“{key.strip()}: …”"
    return f"{shown(key)}后面的冒号没有接半角空格", f"请在冒号后面加一个半角空格：“{key.strip()}: …”"


@fault("Y10", _ERROR, "用全角空格缩进")
def wide_indentation(lines: int) -> tuple[str, str]:
    """Lines are indented with U+3000 or U+00A0, as copies from Word and Excel are."""
    more = f"（共 {lines} 行）" if lines > 1 else ""
    return f"行首用了全角空格或不换行空格缩进{more}", "请删去行首的空白，重新输入半角空格，每缩进一层两个空格"


@fault("Y11", _ERROR, "方括号没有加引号")
def bare_brackets(year: str) -> tuple[str, str]:
    """[2012] without quotes where YAML takes it for a list (J16)."""
    return (
        f"“[{year}]”在这里会被当作列表，文件读不下去",
        f"请改成六角括号“〔{year}〕”，或者给整个字号加上英文引号",
    )


@fault("Y12", _ERROR, "用了全角的标点")
def wide_punctuation(found: str, wanted: str) -> tuple[str, str]:
    """Full-width braces, brackets or commas in the place of YAML's own."""
    return f"这里用了全角的“{found}”", f"请改成半角的“{wanted}”"


@fault("Y13", _ERROR, "文字里的冒号没有加引号")
def colon_in_text() -> tuple[str, str]:
    """A text holds a colon and a space, which YAML takes for a key."""
    return (
        "文字里有半角冒号加空格，会被当作又一个键",
        "请把文字里的冒号改成全角“：”，或者给整段文字加上英文引号",
    )


@fault("Y14", _ERROR, "缩进没有对齐")
def misaligned() -> tuple[str, str]:
    """A line stands at no level that is open."""
    return "这一行的缩进和上下文没有对齐", "请让同一层的各行左端对齐，下一层比上一层多两个空格"


@fault("Y15", _ERROR, "引号没有成对")
def open_quote() -> tuple[str, str]:
    """A quoted text never ends."""
    return (
        "从这里开始的引号没有结束",
        "请在文字末尾补上同样的英文引号；文字里本身有英文引号的，改成中文引号“”",
    )


@fault("Y16", _ERROR, "括号没有成对")
def open_bracket() -> tuple[str, str]:
    """A flow mapping or list is not closed, or its items are not parted by commas."""
    return (
        "从这里开始的花括号或方括号没有正常结束",
        "请检查括号是否成对、各项之间是否有半角逗号；文字里有括号、逗号或冒号的要加英文引号",
    )


@fault("Y17", _ERROR, "文字的第一个字符有特殊含义")
def special_start(char: str) -> tuple[str, str]:
    """A plain text begins with a character that means something in YAML."""
    return f"文字不能直接以“{char}”开头，这个符号另有含义", "请给整段文字加上英文引号"


@fault("Y18", _ERROR, "引用（*名称）有问题")
def bad_alias(name: str, why: str) -> tuple[str, str]:
    """An alias leads nowhere, into itself, or to more than is bearable."""
    return f"引用“*{name[:30]}”{why}", "请不用“&”和“*”，把内容直接写出来；若本是文字，请加英文引号"


@fault("Y19", _ERROR, "一个文件里有几份记录")
def many_documents() -> tuple[str, str]:
    """A second document begins in the same file."""
    return (
        "从这一行的“---”起是另一份记录，后面的内容没有读",
        "一个文件只写一份记录；请删去这一行，或把后面的内容另存为一个文件",
    )


@fault("Y20", _ERROR, "有不允许的标签（!）")
def refused_tag(tag: str) -> tuple[str, str]:
    """A YAML tag asks for a type of its own."""
    return f"“{tag[:40]}”是程序用的标签，记录里不允许", "请删去感叹号开头的这一段；若本是文字，请加英文引号"


@fault("Y21", _ERROR, "层数或项数太多")
def too_much(what: str) -> tuple[str, str]:
    """Nesting or size beyond any record; the rest was not read."""
    return f"{what}，后面的内容没有读", "请检查是否粘贴了多余的内容，或漏了括号"


@fault("Y22", _ERROR, "YAML 写法有误")
def syntax(problem: str) -> tuple[str, str]:
    """What the YAML parser says, when nothing better is known."""
    return f"从这里开始读不下去（{problem}）", "请检查这一行和上一行的冒号、引号、括号和缩进"


@fault("Y23", Severity.WARNING, "其余从略")
def too_many(count: int) -> tuple[str, str]:
    """More was found than is worth printing."""
    return f"这个文件还有 {count} 处同样的或其他的问题没有列出", "请先改好前面列出的，再检查一次"
