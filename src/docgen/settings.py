"""What docgen.toml may say, with a default for everything it leaves out (domain.md 6.1, J35)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError

NAME = "docgen.toml"

CHOICES: Mapping[str, tuple[str, ...]] = {
    "profile": ("setup", "glyph"),  # the two readings of the page of GB/T 9704 (DESIGN 6)
    "date_style": ("arabic", "chinese"),  # 2012年6月14日 or 二〇一二年六月十四日
    "commendation": ("one", "two"),  # praise and criticism in one circular or in two
    "agreement": ("on", "off"),
    "ledger": ("on", "off"),
    "pdf": ("off", "on", "pdfa"),
}
_TABLES = ("paths", "inspect", "board", "archive")
_ARCHIVE = ("class_code", "organ", "retention")
_CODE = re.compile(r"[A-Za-z0-9一-鿿]{1,20}")
_PATHS = ("data", "templates", "output", "archive")
# 保管期限 and the sign that stands for it in a 档号 (国家档案局令第8号; domain.md 3.6).
PERIODS: Mapping[str, str] = {"永久": "Y", "30年": "D30", "10年": "D10"}
_WEB_ADDRESS = re.compile(r"https?://[^\s\"<>?#]+")


class FaultySettings(DocgenError):
    """docgen.toml cannot be read, or says something that docgen does not know."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("；".join(faults), f"请改正 {NAME}；不需要的设置删掉即可，不写的一律取默认值")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workspace. Paths are relative to it."""

    profile: str = "setup"
    date_style: str = "arabic"
    commendation: str = "one"
    agreement: str = "on"
    ledger: str = "on"
    pdf: str = "off"
    paths: Mapping[str, str] = field(default_factory=dict)
    inspect: Mapping[str, Any] = field(default_factory=dict)
    board: Mapping[str, str] = field(default_factory=dict)
    archive: Mapping[str, Any] = field(default_factory=dict)  # class_code, organ, retention: see filing

    @property
    def board_url(self) -> str:
        """Where the noticeboard's pages are to be found, ending in a slash; "" when nobody has said."""
        url = self.board.get("base_url", "")
        return url if not url or url.endswith("/") else f"{url}/"

    def folder(self, name: str) -> str:
        """Where `name` (data, templates, output, archive) lies, relative to the workspace."""
        return self.paths.get(name, name)


def read_settings(path: Path) -> Settings:
    """The settings of a docgen.toml. Raises FaultySettings, with all its faults at once."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except OSError as reason:
        raise FaultySettings([f"{NAME} 读不出来，请检查它的权限"]) from reason
    except UnicodeDecodeError as reason:
        raise FaultySettings([f"{NAME} 不是 UTF-8 编码，请用记事本另存为 UTF-8"]) from reason
    except tomllib.TOMLDecodeError as reason:
        raise FaultySettings([f"{NAME} 的写法有误（{_place_of(str(reason))}）"]) from reason
    faults = [f"{NAME}:{_line_of(text, key)} {fault}" for key, fault in _faults(table)]
    if faults:
        raise FaultySettings(faults)
    return Settings(**{key: _switch(value) for key, value in table.items()})


def _switch(value: Any) -> Any:
    return ("off", "on")[value] if isinstance(value, bool) else value


def _faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known = (*CHOICES, *_TABLES)
    for key, value in table.items():
        if key not in known:
            yield key, f"没有“{key}”这项设置，{_nearest(key, known)}"
        elif key in _TABLES and not isinstance(value, Mapping):
            yield key, f"“{key}”应当写成一节：[{key}]"
        elif key in CHOICES and _switch(value) not in CHOICES[key]:
            yield key, f"“{key}”写成 {value}，只能是{'、'.join(CHOICES[key])}之一"
    paths = table.get("paths")
    if isinstance(paths, Mapping):
        yield from _path_faults(paths)
    board = table.get("board")
    if isinstance(board, Mapping):
        yield from _board_faults(board)
    archive = table.get("archive")
    if isinstance(archive, Mapping):
        yield from _archive_faults(archive)


def _path_faults(paths: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in paths.items():
        if key not in _PATHS:
            yield key, f"[paths] 没有“{key}”这项设置，{_nearest(key, _PATHS)}"
        elif not isinstance(value, str) or not value.strip():
            yield key, f"[paths] 的“{key}”应当写一个文件夹名"


def _board_faults(board: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in board.items():
        if key != "base_url":
            yield key, f"[board] 没有“{key}”这项设置，{_nearest(key, ('base_url',))}"
        elif not isinstance(value, str) or not _WEB_ADDRESS.fullmatch(value):
            yield key, "[board] 的“base_url”应当写公示栏的网址，如 http://www.example.cn/gongshi/"


def _archive_faults(archive: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in archive.items():
        if key not in _ARCHIVE:
            yield key, f"[archive] 没有“{key}”这项设置，{_nearest(key, _ARCHIVE)}"
        elif key != "retention":
            if not isinstance(value, str) or not _CODE.fullmatch(value):
                yield key, f"[archive] 的“{key}”应当写一个代码，如 DQ13、ZZB"
        elif not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
            yield key, '[archive.retention] 应当每行写一种文书，如 D22 = "30年"'
        else:
            for name, period in value.items():
                if period not in (*PERIODS, "不归档"):
                    choices = "、".join((*PERIODS, "不归档"))
                    yield name, f"[archive.retention] 的“{name}”写成“{period}”，只能是{choices}之一"


def _nearest(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(known)}"


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"(?m)^\s*\[?\s*[\"']?{re.escape(key)}\b", text)
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _place_of(reason: str) -> str:
    # tomllib says “… (at line 3, column 5)” or “(at end of document)”, in English.
    found = re.search(r"line (\d+), column (\d+)", reason)
    return f"第 {found[1]} 行第 {found[2]} 列" if found else "文件结尾处"
