"""A new kind to start from: a manifest and blocks that explain themselves and build at once."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from docgen.errors import DocgenError

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_OWN_CODE = "U{:02d}"  # U: the unit's own; D belongs to the procedure

_MANIFEST = """\
# {name}：请在这里写一两行，说明这种文书是做什么用的。
# 各项的意思见用户手册“自己做一种文书”。改好后执行 docgen template lint，再 docgen build {slug}。
code: {code}
name: {name}
short_title: {name}        # 文件名里的短题名
scope: {scope}            # 每个党支部一份写 branch，全党委一份写 committee
state: S0                # 记录到了哪一步才生成：S0 到 S12
layout: {layout}            # red-head 红头、letter 信函、minutes 纪要、plain 普通、form 表格、landscape 横表
retention: 10年           # 保管期限：永久、30年、10年
copies: 2                # 份数
signs: []                # 谁签字，例如 [党支部书记]
seal: none               # 盖谁的章：none、committee、branch
feeds: {feeds}   # 模板要用到记录的哪些部分；没有写的用不了
facts: []                # 要用到哪些推算值，见 docgen template fields
title: "{title}"
"""

_PLAIN = """\
  - title: "{title}"
  - recipients: "各党支部："
  - text: |
      根据{{{{ campaign.name }}}}的安排，现将有关事项说明如下。
      一、第一部分
      （一）第一点
      这里写正文。一行是一段；“一、”“（一）”“1.”“（1）”开头的行自动用相应的样式。
  - signature: {{org: "{org}", date: "", sealed: false}}
"""

_BODIES = {
    "plain": _PLAIN,
    "letter": """\
  - letter_head: {{mark: "{{{{ committee.full_name }}}}", number: ""}}
"""
    + _PLAIN,
    "minutes": """\
  - minutes_head: {{mark: "{{{{ committee.full_name }}}}会议纪要", number: ""}}
  - title: "{title}"
  - text: |
      会议研究了{{{{ campaign.name }}}}，现将议定事项纪要如下。
      一、第一项
      这里写议定的事项。一行是一段。
  - attendees: {{出席: 这里写出席人员, 列席: 这里写列席人员}}
""",
    "red-head": """\
  - red_head: {{mark: "{{{{ committee.full_name }}}}文件", number: ""}}
"""
    + _PLAIN
    + """\
  - imprint: {{copy_to: "", issuer: "{{{{ committee.office.name }}}}", date: ""}}
""",
    "form": """\
  - title: "{title}"
  - blank_row: 1
  - form:
      columns_mm: [30, 48, 30, 48]
      rows:
        - [{{label: 党支部}}, "{who}", {{label: 日期}}, ""]
        - [{{label: 内容}}, {{text: "", span: 3, min_mm: 60}}]
        - {{opinion: {{label: 意见, text: "", sign: "签字：", seal: "", date: "　　年　月　日", min_mm: 35}}}}
""",
    "landscape": """\
  - title: "{title}"
  - blank_row: 1
  - table:
      columns:
        - {{title: 序号, mm: 15, align: center}}
        - {{title: 名称, mm: 70}}
        - {{title: 内容, mm: 100}}
        - {{title: 备注, mm: 40}}
      rows: "n in range(1, 11)"
      cells: ["{{{{ n }}}}", "", "", ""]
""",
}
_BLOCKS = """\
# 模板的内容。改好后执行 docgen template build {slug}，template.docx 就按它重做；
# 也可以不用本文件，直接在 Word 里改 template.docx（这时请删去本文件）。
page: {page}
blocks:
"""


class BadSlug(DocgenError):
    """The name would not do for a folder."""

    exit_status = 2

    def __init__(self, slug: str) -> None:
        super().__init__(
            f"“{slug}”不能作文种的英文名", "只用小写字母、数字和短横，以字母开头，例如 study-plan"
        )


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The two texts of a new kind's folder."""

    manifest: str
    blocks: str


def require_slug(slug: str) -> None:
    """Nothing, or BadSlug."""
    if not _SLUG.fullmatch(slug):
        raise BadSlug(slug)


def free_code(taken: Collection[str]) -> str:
    """The first code of the unit's own that no kind has."""
    used = {code.upper() for code in taken}
    return next(code for number in range(1, len(used) + 2) if (code := _OWN_CODE.format(number)) not in used)


def skeleton(slug: str, name: str, code: str, *, scope: str, layout: str) -> Skeleton:
    """A kind of this layout, for each branch or for the committee."""
    is_branch = scope == "branch"
    title = f"{{{{ branch.short_name }}}}{name}" if is_branch else name
    values = {
        "slug": slug,
        "name": name,
        "code": code,
        "scope": scope,
        "layout": layout,
        "title": title,
        "feeds": "[campaign, committee, branch]" if is_branch else "[campaign, committee]",
        "org": "{{ branch.full_name }}" if is_branch else "{{ committee.full_name }}",
        "who": "{{ branch.full_name }}" if is_branch else "",
        "page": "landscape" if layout == "landscape" else "portrait",
    }
    blocks = _BLOCKS.format(**values) + _BODIES[layout].format(**values)
    return Skeleton(_MANIFEST.format(**values), blocks)


def renamed(manifest: str, *, name: str, code: str) -> str:
    """Another kind's manifest under a name and a code of its own; its variants keep their own words."""
    text = re.sub(r"(?m)^code:.*$", f"code: {code}", manifest, count=1)
    text = re.sub(r"(?m)^name:.*$", lambda _: f"name: {name}", text, count=1)
    return re.sub(r"(?m)^short_title:.*$", lambda _: f"short_title: {name}", text, count=1)
