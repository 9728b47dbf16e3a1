"""The names of an official paper that its template prints, with their Chinese names."""

from functools import cache
from types import MappingProxyType
from typing import get_args, get_origin, get_type_hints

from docgen.authoring.shapes import VALUE, Mapped, Several, Shape
from docgen.official.models import Signer, Slip
from docgen.official.pieces import Piece
from docgen.official.printed import Printed, PrintedAttachment, PrintedSlip

_WORDS = """
genre 文种  organs 发文机关  organ 主办机关  organ_lines 署名  mark 发文机关标志  number 发文字号
is_upward 是否上行文  signers 签发人  stamps 签名章  copy_no 份号  secrecy 密级和保密期限  urgency 紧急程度
title 标题  subtitle 题注  recipients 主送机关  recipients_in_imprint 移到版记的主送机关  body 正文
attachments 附件  attachment_titles 附件名称  date 成文日期  is_sealed 是否盖章  contact 联系人  note 附注
present 出席  absent 请假  observers 列席  copies_to 抄送机关  issued_by 印发机关  issued_on 印发日期
slip 发文稿纸  text 文字  rows 表格的行  head 表头  lines 表身  name 姓名  post 职务
signer 签发人  attachment_lines 附件  drafting_unit 拟稿单位  drafter 拟稿人  phone 电话
drafted_on 拟稿日期  checker 核稿人  checked_on 核稿日期  countersigners 会签  opinion 签发意见
signed_on 签发日期  proofreader 校对人  copies 印刷份数  publicity 公开属性
"""
WORDS = MappingProxyType(dict(zip(_WORDS.split()[::2], _WORDS.split()[1::2], strict=True)))
_FOLLOWED = (Printed, PrintedAttachment, PrintedSlip, Piece, Signer)


@cache
def printed_shape(kind: type = Printed) -> Shape:
    """The names of an official paper, or of one part of it."""
    names = {name: _shape(hint) for name, hint in _hints(kind).items() if not name.startswith("_")}
    if kind is PrintedSlip:
        names = dict.fromkeys(Slip.model_fields, VALUE) | names
    return Mapped(MappingProxyType(names), words=WORDS)


def _hints(kind: type) -> dict[str, object]:
    if kind is Signer:
        return dict.fromkeys(("post", "name"), str)
    found: dict[str, object] = {name: hint for name, hint in get_type_hints(kind).items() if name != "_"}
    for name, member in vars(kind).items():
        getter = getattr(member, "fget", None) or getattr(member, "func", None)
        if getter is not None:
            found[name] = get_type_hints(getter).get("return")
    return found


def _shape(hint: object) -> Shape:
    if get_origin(hint) is tuple:
        return Several(_shape(get_args(hint)[0]))
    return printed_shape(hint) if isinstance(hint, type) and hint in _FOLLOWED else VALUE
