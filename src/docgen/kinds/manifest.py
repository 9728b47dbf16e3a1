"""The language of kind.yaml. It is read like a record, so its faults come with their place and a remedy."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from docgen.records.schema import Entity, Options, field, many, part, words

SCOPES = ("committee", "branch", "paper")
BOARD = ("notice", "result", "pledge", "explanation", "deeds", "other")  # how a posted paper reads on the web
LAYOUTS = ("red-head", "letter", "minutes", "plain", "form", "landscape")


def _opened(value: Any) -> Any:
    return {value: "on"} if isinstance(value, str) else value


class ItemsPart(Entity):
    """`items`: one paper for each member of a list."""

    of: str = words("取自", required=True)
    name: str = Field("", title="名称", alias="as")
    id: str = words("编号", required=True)
    when: dict[str, str] | tuple[dict[str, str], ...] = field("条件", default={})
    match: dict[str, str] = field("对应", default={})


class OnePagePart(Entity):
    """`one_page`: how far a paper may shrink to fit on one page."""

    min_line_twips: int | None = field("最小行距")
    min_size_half_points: int | None = field("最小字号")


class NumberPart(Entity):
    """`number`: the paper has a 发文字号, of this key of 机关代字, at these key paths of the record."""

    prefix: str = words("机关代字")
    at: tuple[str, ...] = many("键")


class VariantPart(Entity):
    """What a variant may say for itself in place of its kind."""

    short_title: str = words("短题名")
    scope: Annotated[str, Options(SCOPES)] = words("范围")
    state: str = words("阶段")
    layout: Annotated[str, Options(LAYOUTS)] = words("版式")
    retention: str = words("保管期限")
    copies: str = words("份数")
    signs: tuple[str, ...] = many("签署人")
    seal: Annotated[str, Options(("none", "committee", "branch"))] = words("印章")
    feeds: tuple[str, ...] = many("取数")
    facts: tuple[str, ...] = many("推算")
    edition: str = words("版次")
    date: str = words("日期")
    needs: tuple[str, ...] = many("必需")
    # A setting's name alone means that it must be on.
    switch: Annotated[dict[str, str], BeforeValidator(_opened)] = field("开关", default={})
    items: ItemsPart = part(ItemsPart, "分件")
    one_page: OnePagePart = part(OnePagePart, "一页")
    title: str = words("题名")
    texts: tuple[str, ...] = many("补充文字")
    board: Annotated[str, Options(BOARD)] = words("公示栏")
    number: NumberPart = part(NumberPart, "文号")


class Manifest(VariantPart):
    """One kind.yaml."""

    code: str = words("代号", required=True)
    name: str = words("文种名", required=True)
    variants: dict[str, VariantPart] = field("变体", default={})
