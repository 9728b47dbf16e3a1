import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.layout.builder import build_template
from docgen.layout.finish import finish, finish_styles, must_finish
from docgen.layout.package import pack, unpack
from docgen.layout.profile import GLYPH, SETUP
from support.layout import blocks_of, laid_out, paper, paragraphs, part, rendered, texts

WHOLE = """
- red_head: {mark: 中共滨江大学委员会文件, number: "滨大党发〔2012〕12号", signers: "张三、李四、王五"}
- title: 中共滨江大学委员会关于印发《基层党组织整改提高晋位升级实施方案》的通知
- recipients: "各党支部："
- text: "{{ body }}"
- attachment_note: [实施方案, 一览表]
- signature: {org: 中共滨江大学委员会, date: 2012年6月5日, sealed: true}
- note: （联系人：张三）
- attachment: {number: 1, title: 实施方案, blocks: [{text: 一、好}]}
- imprint: {copy_to: 上级, issuer: 党委办公室, date: 2012年6月5日}
"""


def renamed(docx: bytes) -> bytes:
    """The document with style ids as another program gives them."""
    parts = unpack(docx)
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = re.sub(rb'"Gw(\w+)"', lambda found: b'"a' + found[1][::-1] + b'"', parts[name])
    return pack(parts)


def test_styles_are_known_by_name_whatever_their_ids():
    docx = rendered(WHOLE, body="甲\n一、乙")

    assert paragraphs(laid_out(renamed(docx))) == paragraphs(laid_out(docx))


def test_the_pass_changes_nothing_the_second_time():
    once = paper(WHOLE, body="甲\n一、乙")

    twice = laid_out(once)

    assert part(twice, "word/document.xml") == part(once, "word/document.xml")


def test_the_same_paper_has_the_same_bytes():
    assert paper(WHOLE, body="甲") == paper(WHOLE, body="甲")


def test_bookmarks_and_drawings_have_numbers_of_their_own():
    blocks = """
- for: p in ps
  do:
    - bookmark: "W_{{ loop.index }}"
    - text: "{{ p }}"
    - imprint: {issuer: 办公室, date: 6月5日}
"""
    document = part(paper(blocks, ps=["甲", "乙", "丙"]), "word/document.xml")

    assert re.findall(r'bookmarkStart w:id="(\d+)"', document) == ["0", "1", "2"]
    assert re.findall(r'bookmarkEnd w:id="(\d+)"', document) == ["0", "1", "2"]
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', document))) == 3


def test_a_paper_in_the_other_reading_has_its_margins_rows_and_mark():
    made = paper(WHOLE, profile=GLYPH, body="甲")

    document, styles = part(made, "word/document.xml"), part(made, "word/styles.xml")
    assert 'w:top="1960"' in document
    assert 'w:linePitch="592"' in document
    assert 'w:line="579"' not in document + styles
    assert 'w:line="592"' in styles
    assert part(laid_out(made, profile=SETUP), "word/styles.xml") == part(
        paper(WHOLE, body="甲"), "word/styles.xml"
    )


def test_margins_that_a_clerk_has_set_are_left_alone():
    parts = unpack(rendered("- text: 好"))
    document = parts["word/document.xml"].replace(b'w:top="2098"', b'w:top="1440"')

    assert b'w:top="1440"' in finish(document, profile=GLYPH).xml


def test_styles_that_are_not_rows_keep_their_lines():
    styles = unpack(build_template({"blocks": []}))["word/styles.xml"]

    assert finish_styles(styles, GLYPH).count(b'w:line="380"') == styles.count(b'w:line="380"') > 0


def test_text_in_a_link_or_a_content_control_is_read_and_kept():
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        '<w:p><w:pPr><w:pStyle w:val="GwBody"/></w:pPr><w:r/><w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r>'
        '</w:sdtContent></w:sdt></w:p><w:p><w:pPr><w:pStyle w:val="GwTitle"/></w:pPr><w:hyperlink><w:r><w:t>'
        f"{'题' * 30}</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"
    ).encode()

    after = finish(document).xml.decode()

    assert "甲" in after
    assert "题" * 30 in after


ODD = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\n。、一（）1.《》&<{}　"),
    max_size=120,
)


@settings(max_examples=60, deadline=None)
@given(body=ODD, title=ODD, org=ODD, name=ODD)
def test_no_text_is_lost_whatever_the_record_says(body, title, org, name):
    blocks = blocks_of(
        "- title: ⓉⓉ\n- text: ⒷⒷ\n- attachment_note: [ⒶⒶ]\n"
        "- signature: {org: ⓄⓄ, date: 2012年6月5日, sealed: false}"
    )
    parts = unpack(build_template(blocks))
    document = parts["word/document.xml"].decode()
    for mark, value in (("ⓉⓉ", title), ("ⒷⒷ", body), ("ⒶⒶ", name), ("ⓄⓄ", org)):
        escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        broken = escaped.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        document = document.replace(f">{mark}</w:t>", f">{broken}</w:t>")
    parts["word/document.xml"] = finish(document.encode()).xml
    made = pack(parts)

    def squeezed(text: str) -> str:
        return "".join(text.split())

    assert squeezed("".join(texts(made, "公文标题"))) == squeezed(title)
    body_styles = ("公文正文", "公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题")
    found = [text for style, text in paragraphs(made) if style in body_styles]
    assert squeezed("".join(found)) == squeezed(body)
    assert squeezed("".join(texts(made, "落款署名（不盖章）"))) == squeezed(org)


@pytest.mark.pdf
def test_a_template_saved_by_libreoffice_is_still_laid_out(tmp_path):
    source = tmp_path / "in" / "template.docx"
    source.parent.mkdir()
    source.write_bytes(rendered(WHOLE, body="甲\n一、乙"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=90)

    made = laid_out((tmp_path / "template.docx").read_bytes())

    assert texts(made, "公文标题") == [
        "中共滨江大学委员会关于印发《基层党组织\n整改提高晋位升级实施方案》的通知"
    ]
    assert texts(made, "公文一级标题") == ["一、乙", "一、好"]
    assert texts(made, "附件说明") == ["附件：1.实施方案", "2.一览表"]
    assert texts(made, "签发人")[0] == "\t签发人：张三\t李四"
    document = part(made, "word/document.xml")
    assert document.count('w:val="center"') >= 2


def test_a_lying_a3_page_follows_the_profile_as_an_upright_one_does():
    wide = laid_out(rendered("{page: a3-landscape, blocks: [{text: 好}]}"), profile=GLYPH)

    section = part(wide, "word/document.xml")
    assert f'w:top="{GLYPH.top_twips}"' in section
    assert f'w:linePitch="{GLYPH.pitch_twips}"' in section


def test_what_libreoffice_loses_in_styles_is_put_right():
    ours = part(paper(WHOLE, body="甲"), "word/styles.xml").encode()
    saved = ours.replace(b"<w:overflowPunct/>", b'<w:overflowPunct w:val="false"/>')

    assert must_finish(saved, SETUP)
    assert not must_finish(ours, SETUP)
    assert finish_styles(saved, SETUP) == finish_styles(ours, SETUP)
