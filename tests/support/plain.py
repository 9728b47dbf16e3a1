"""A paper as a clerk types it, in plain Normal style, with everything wrong that a machine can put right."""

import io

from docx import Document

WRONG = (
    "长乐县人民医院文件",
    "",
    "长医[2023]07号",
    "",
    "长乐县人民医院关于购置核磁共振设备的通知。",
    "",
    "各科室:",
    "　　根据安排,现将有关事项通知如下.",
    "一、提高认识。",
    "（一）、加强领导",
    "1、落实责任",
    "各科室要在2023年03月05日前报送, 2021-2023年漏损率降到10～12%。",
    "特此通知。",
    "附件：1、清单；",
    "长乐县人民医院",
    "2023年03月06日",
    "抄送:县财政局",
    "长乐县人民医院办公室   2023年3月6日印发",
)


def typed(lines=WRONG) -> bytes:
    """A .docx of these lines, as python-docx's own template has it."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def texts_of(data: bytes) -> list[str]:
    """The paragraphs' texts."""
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
