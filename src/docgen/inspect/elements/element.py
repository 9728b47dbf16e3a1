"""The elements of an official paper (GB/T 9704 7), and the formats that they make up."""

from enum import StrEnum


class Element(StrEnum):
    """What a paragraph or a block of a page is; the value is the office's word for it."""

    COPY_NUMBER = "份号"
    SECRECY = "密级"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNER = "签发人"
    ORDER_NUMBER = "令号"
    TITLE = "标题"
    RECIPIENTS = "主送机关"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    POST = "职务"
    DATE = "成文日期"
    NOTE = "附注"
    ATTENDEES = "出席"
    LEAVE = "请假"
    OBSERVERS = "列席"
    ATTACHMENT_LABEL = "附件标记"
    ATTACHMENT_TITLE = "附件标题"
    ISSUED_TITLE = "印发件标题"
    COPY_TO = "抄送机关"
    IMPRINT = "印发机关"
    PAGE_NUMBER = "页码"
    TABLE = "表格"
    BLANK = "空行"
    OTHER = "其他"


class Format(StrEnum):
    """What a paper was taken for; of OTHER only the page and the text are judged."""

    ORDINARY = "普通公文"
    UPWARD = "上行文"
    LETTER = "信函"
    ORDER = "命令（令）"
    MINUTES = "纪要"
    TABLE = "横排表格"
    OTHER = "非公文"

    @property
    def is_official(self) -> bool:
        """Whether rules about head, title and signature apply."""
        return self not in (Format.TABLE, Format.OTHER)
