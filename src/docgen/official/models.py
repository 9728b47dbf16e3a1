"""The record of one official paper (data/papers/*.yaml): what its clerk types, by key and label."""

from datetime import date
from typing import Annotated

from docgen.official.genres import DIRECTIONS, FORMATS, NAMES
from docgen.records.schema import Entity, Form, Options, field, many, part, words

SCHEMA = "official-paper/v1"

Day = date
Name = Annotated[str, Form("name")]
Phone = Annotated[str, Form("phone")]
Body = Annotated[str, Form("body")]
Id = Annotated[str, Form("id")]


class Signer(Entity):
    """签发人; of an order who signs it, with the post in full."""

    name: Name = words("姓名", plain=True)
    post: str = words("职务")
    organ: str = words("机关", "单位")


class Contact(Entity):
    """联系人 of the 附注, which a 请示 must have."""

    name: Name = words("姓名", "联系人")
    phone: Phone = words("电话", "联系电话")


class Attachment(Entity):
    """An attachment; without a text only its name is told under the body."""

    title: str = words("标题", "名称", plain=True)
    body: Body = words("正文")
    body_file: str = words("正文文件")


class Reply(Entity):
    """The paper that this one answers: 批复 and 复函 quote its title and number."""

    title: str = words("标题")
    number: str = words("发文字号", "文号", "字号")


class Countersignature(Entity):
    """会签 on the drafting slip."""

    unit: str = words("单位", "部门", plain=True)
    name: Name = words("姓名", "签字人")
    opinion: str = words("意见")
    date: Day | None = field("日期")


class Slip(Entity):
    """发文稿纸: who drafted, checked and countersigned; what is left out stays open for handwriting."""

    drafting_unit: str = words("拟稿单位", "主办单位")
    drafter: Name = words("拟稿人")
    phone: Phone = words("电话")
    drafted_on: Day | None = field("拟稿日期")
    checker: Name = words("核稿人", "审核人")
    checked_on: Day | None = field("核稿日期")
    countersigners: tuple[Countersignature, ...] = many("会签")
    opinion: str = words("签发意见")
    signed_on: Day | None = field("签发日期")
    proofreader: Name = words("校对人")
    copies: int | None = field("印刷份数", "份数")
    publicity: Annotated[str, Options(("主动公开", "依申请公开", "不予公开"), open=True)] = words("公开属性")


class PaperRecord(Entity):
    """One paper: genre, title, recipients, text, attachments, who issues and signs it."""

    schema_: Annotated[str, Options((SCHEMA,))] = words("格式版本", required=True, key="schema")
    id: Id = words("编号")
    genre: Annotated[str, Options(NAMES)] = words("文种", required=True)
    format: Annotated[str, Options(FORMATS)] = words("格式")
    direction: Annotated[str, Options(DIRECTIONS)] = words("行文方向")
    title: str = words("标题", required=True)
    subtitle: str = words("题注")
    organs: tuple[str, ...] = many("发文机关", "机关", plain=True)
    mark: str = words("发文机关标志")
    number: str = words("发文字号", "文号", "字号")
    date: Day | None = field("成文日期", "日期")
    copy_no: str = words("份号")
    secrecy: str = words("密级和保密期限", "密级")
    urgency: Annotated[str, Options(("特急", "加急"))] = words("紧急程度")
    recipients: tuple[str, ...] = many("主送机关", "主送", plain=True)
    body: Body = words("正文")
    body_file: str = words("正文文件")
    attachments: tuple[Attachment, ...] = many("附件", plain=True)
    signers: tuple[Signer, ...] = many("签发人", plain=True)
    sealed: bool = field("盖章", default=True)
    contact: Contact = part(Contact, "联系人")
    note: str = words("附注")
    in_reply_to: Reply = part(Reply, "来文", "答复的来文")
    present: tuple[str, ...] = many("出席", "出席人员", plain=True)
    absent: tuple[str, ...] = many("请假", "请假人员", plain=True)
    observers: tuple[str, ...] = many("列席", "列席人员", plain=True)
    copies_to: tuple[str, ...] = many("抄送机关", "抄送", plain=True)
    issued_by: str = words("印发机关")
    issued_on: Day | None = field("印发日期")
    slip: Slip = part(Slip, "发文稿纸")
