"""What Word would repair: three checkers of OOXML find nothing in templates and papers."""

import pytest

from docgen.layout.builder import build_template
from docgen.layout.finish import OnePage
from docgen.layout.profile import GLYPH
from support.checkers import faults_of
from support.layout import blocks_of, laid_out, rendered

EVERYTHING = """
- cover: {title: "{{ t }}", lines: [{label: 党支部, text: "{{ t }}"}]}
- red_head: {mark: "{{ t }}文件", number: "某发〔2012〕1号", signers: "张三、李四、王五", secrecy: 秘密}
- title: "{{ t }}"
- subtitle: "（{{ t }}）"
- recipients: "{{ t }}："
- text: "{{ body }}"
- for: p in ps
  do:
    - bookmark: "W_{{ loop.index }}"
    - text: "{{ p }}，见@page(W_{{ 1 }})页"
- attachment_note: {for: p in ps, text: "{{ p }}"}
- signature: {org: ["{{ t }}", 另一机关], date: 2012年6月5日, sealed: "ps"}
- note: "（{{ t }}）"
- pledge_signature: {label: [承诺单位：, 承诺人（签字）：]}
- two_party_signature: {left: [甲方, 签字], right: [乙方]}
- sign_lines: [{label: "组长：", date: true}]
- blank: {label: 打算, lines: 2}
- landscape:
    - table:
        caption: 表
        columns: [{title: a, mm: 100}, {title: b, mm: 125, align: center}]
        rows: p in ps
        cells: ["{{ p }}", "{{ loop.index }}"]
        footer: [[{text: 合计, span: 2}]]
        size: 五号
        empty: 无
- cross_table:
    {corner: 原, columns: p in ps, head: "{{ p }}", rows: r in ps, label: "{{ r }}", cells: p in ps, cell: 甲}
- form:
    columns_mm: [24, 54, 24, 54]
    header: {repeat: true}
    rows:
      - [{label: 编号}, "{{ t }}", {label: 日期}, 6月5日]
      - for: p in ps
        cells: [{label: 措施, merge: loop}, {text: {for: q in ps, text: "{{ q }}"}, span: 3}]
      - opinion: {label: 意见, text: "{{ body }}", sign: "签字：", seal: （盖章）}
- attachment: {number: 1, title: "{{ t }}", blocks: [{text: 好}]}
- imprint: {copy_to: "{{ t }}", issuer: 办公室, date: 2012年6月5日}
- text_table: {rows: "[[t, t], [t, t]]"}
- order_head: {mark: "{{ t }}令", number: 第5号}
- signature_stamp: {for: p in ps, post: "{{ p }}", name: 张三, date: 2012年6月5日}
- letter_head: {mark: "{{ t }}", number: 某函〔2012〕3号, copy_no: "000001", secrecy: "{{ t }}"}
- attendees: {出席: "{{ t }}", 请假: "", 列席: 王五}
- red_head: {mark: "{{ organs }}", number: 某发〔2012〕3号}
- signature: {org: "{{ organs }}", date: 2012年6月15日}
"""
FULL = {
    "t": "中共滨江大学委员会关于&<>的通知",
    "body": "甲\n一、乙\n（一）丙。丁。",
    "ps": ["一", "二"],
    "organs": "甲局\n乙委员会\n丙\n丁",
}
EMPTY: dict[str, object] = {"t": "", "body": "", "ps": [], "organs": ""}


def test_nothing_is_to_be_repaired(tmp_path):
    documents = {
        "template": build_template(blocks_of(EVERYTHING)),
        "paper": laid_out(rendered(EVERYTHING, **FULL)),
        "draft": laid_out(rendered(EVERYTHING, **FULL), draft=True),
        "glyph": laid_out(rendered(EVERYTHING, **FULL), profile=GLYPH),
        "one-page": laid_out(rendered(EVERYTHING, **FULL), one_page=OnePage()),
        "empty": laid_out(rendered(EVERYTHING, **EMPTY)),
    }
    files = [tmp_path / f"{name}.docx" for name in documents]
    for file, data in zip(files, documents.values(), strict=True):
        file.write_bytes(data)

    faults = [fault for file in files for fault in faults_of(file)]

    assert faults == []


def test_the_checkers_do_find_faults(tmp_path):
    from docgen.layout.package import pack, unpack

    parts = unpack(build_template({"blocks": [{"text": "好"}]}))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:tbl/>")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(pack(parts))

    assert len(faults_of(broken)) >= 2


@pytest.mark.parametrize("layout", ["plain", "letter", "landscape"])
def test_a_template_without_blocks_is_valid(tmp_path, layout):
    file = tmp_path / "empty.docx"
    file.write_bytes(build_template({"blocks": []}, layout))

    assert faults_of(file) == []
