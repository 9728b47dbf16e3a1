"""Click's own words in Chinese.

Click looks its words up through gettext, by the user's environment. Ours are always Chinese, and a
catalogue compiled for gettext would be a binary file to keep; so the look-up itself is replaced in the
modules of click that print.
"""

import gettext
from importlib import import_module

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "shell_completion", "termui", "types")

_CHINESE = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Aborted!": "已中断。",
    "deprecated": "不再使用",
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本号。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法见 {command} {option}",
    "Got unexpected extra argument ({args})": "多出了参数（{args}）",
    "Got unexpected extra arguments ({args})": "多出了参数（{args}）",
    "Missing command.": "缺少命令",
    "Value must be an iterable.": "应当是一组值",
    "Takes {nargs} values but 1 was given.": "需要 {nargs} 个值，只给了 1 个",
    "Takes {nargs} values but {len} were given.": "需要 {nargs} 个值，给了 {len} 个",
    "env var: {var}": "环境变量：{var}",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "(dynamic)": "（随情况而定）",
    "Did you mean {possibility}?": "是否想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否想写其中之一：{possibilities}？",
    "Invalid value: {message}": "值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少{param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "unknown error": "原因不明",
    "Could not open file {filename!r}: {message}": "打不开文件 {filename!r}：{message}",
    "Argument {name!r} takes {nargs} values.": "参数 {name!r} 需要 {nargs} 个值",
    "Option {name!r} does not take a value.": "选项 {name!r} 后面不写值",
    "Option {name!r} requires an argument.": "选项 {name!r} 后面要写一个值",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 后面要写 {nargs} 个值",
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash 4.4 以前的版本不能自动补全",
    "Couldn't detect Bash version, shell completion is not supported.": "认不出 Bash 的版本，不能自动补全",
    "Choose from:\n\t{choices}": "可以写：\n\t{choices}",
    "{value!r} is not {choice}.": "{value!r} 不是 {choice}",
    "{value!r} is not one of {choices}.": "{value!r} 不在可写的值里：{choices}",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是数",
    "{value} is not in the range {range}.": "{value} 超出了范围 {range}",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} 不是“是”或“否”：{states}",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在",
    "{name} {filename!r} is a file.": "{name} {filename!r} 是文件，不是文件夹",
    "{name} {filename!r} is a directory.": "{name} {filename!r} 是文件夹，不是文件",
    "{name} {filename!r} is not readable.": "{name} {filename!r} 没有读取的权限",
    "{name} {filename!r} is not writable.": "{name} {filename!r} 没有写入的权限",
    "{len_type} values are required, but {len_value} was given.": "需要 {len_type} 个值",
    "{len_type} values are required, but {len_value} were given.": "需要 {len_type} 个值",
}


def speak_chinese() -> None:
    """From now on what click prints by itself is Chinese."""
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for taken, ours in (("_", _one), ("ngettext", _one_or_many)):
            if hasattr(module, taken):
                setattr(module, taken, ours)


def _one(message: str) -> str:
    return _CHINESE.get(message) or gettext.gettext(message)


def _one_or_many(one: str, many: str, count: int) -> str:
    return _CHINESE.get(one if count == 1 else many) or gettext.ngettext(one, many, count)
