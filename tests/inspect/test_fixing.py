"""The corrected copy: what is mechanical is right, what is not is untouched."""

import io

import pytest
from docx import Document
from docx.shared import Pt

from docgen.inspect.document import UnreadableDocument, read_document
from docgen.inspect.elements import Element
from docgen.inspect.fixing import fixed
from docgen.inspect.fixing.words import rewritten
from docgen.inspect.house import House
from docgen.inspect.judging import judged
from docgen.inspect.seeing import seen_of
from support.checkers import faults_of
from support.official_documents import ordinary_rows
from support.plain import WRONG, texts_of, typed
from support.typed_paper import FANGSONG, HEITI, KAITI, TITLE_SONG, Page, Row, changed, docx_of, inserted


def seen(data, name="a.docx"):
    return seen_of(read_document(data, name), None, House())


def fix(data):
    return fixed("a.docx", data, seen(data))


@pytest.fixture(scope="module")
def corrected():
    return fix(typed())


def test_words_are_put_right(corrected):
    assert texts_of(corrected.data) == [
        "长乐县人民医院文件",
        "",
        "长医〔2023〕7号",
        "",
        "长乐县人民医院关于购置核磁共振设备的通知",
        "",
        "各科室：",
        "　　根据安排，现将有关事项通知如下。",
        "一、提高认识",
        "（一）加强领导",
        "1.落实责任",
        "各科室要在2023年3月5日前报送，2021—2023年漏损率降到10%～12%。",
        "特此通知。",
        "",
        "附件：1.清单",
        "",
        "长乐县人民医院",
        "2023年3月6日",
        "抄送：县财政局。",
        "长乐县人民医院办公室   2023年3月6日印发",
    ]


def test_rules_about_words_find_nothing_any_more(corrected):
    left = [one.rule.code for one in judged(seen(corrected.data), House()) if one.rule.code[0] in "TS"]

    assert left == []


def test_the_page_and_the_looks_are_those_of_the_standard(corrected):
    document = read_document(corrected.data, "a.docx")
    section = document.sections[0]
    by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}
    title, body = by_text["长乐县人民医院关于购置核磁共振设备的通知"], by_text["特此通知。"]

    assert (section.width_twips, section.top_twips, section.left_twips) == (11906, 2098, 1588)
    assert (title.main_run.east_asian_font, title.main_run.size_pt) == ("方正小标宋简体", 22)
    assert (body.main_run.east_asian_font, body.main_run.size_pt) == ("仿宋_GB2312", 16)
    assert (body.spacing.line_twips, body.spacing.line_rule) == (579, "exact")
    assert body.indent.first_line_twips == 640
    assert by_text["一、提高认识"].main_run.east_asian_font == "黑体"


def test_what_was_done_is_listed(corrected):
    assert "发文字号的写法：“长医[2023]07号”改为“长医〔2023〕7号”" in corrected.done
    assert "正文改为 16 磅（3 处）" in corrected.done


def test_a_corrected_copy_has_nothing_more_to_correct(corrected):
    assert fix(corrected.data).done == ()


def test_a_word_in_another_manner_keeps_it():
    document = Document()
    for line in WRONG[:11]:
        document.add_paragraph(line)
    paragraph = document.add_paragraph("请在")
    paragraph.add_run("2023年03月05日").italic = True
    paragraph.add_run("前报送,谢谢。")
    made = io.BytesIO()
    document.save(made)

    after = Document(io.BytesIO(fix(made.getvalue()).data)).paragraphs[-1]

    assert [(run.text, bool(run.italic)) for run in after.runs] == [
        ("请在", False),
        ("2023年3月5日", True),
        ("前报送，谢谢。", False),
    ]


def test_what_is_no_official_paper_keeps_its_looks():
    document = Document()
    document.add_paragraph("采购清单").runs[0].font.size = Pt(20)
    document.add_paragraph("水泵,2台")
    made = io.BytesIO()
    document.save(made)

    after = Document(io.BytesIO(fix(made.getvalue()).data))

    assert after.paragraphs[0].runs[0].font.size == Pt(20)
    assert after.sections[0].page_width == document.sections[0].page_width


@pytest.mark.parametrize(("label", "text"), [("一、会议时间。", "6月15日。"), ("二、地点：", "行政楼")])
def test_a_short_heading_keeps_the_face_of_what_runs_on(label, text):
    parts = ((label, {"font": HEITI}), (text, {}))
    rows = changed(ordinary_rows(), heading1={"text": "", "parts": parts})

    assert fix(docx_of(rows)).done == ()


def test_a_form_keeps_its_days_and_what_it_asks_for():
    document = Document()
    lines = ("申报表", "填报单位：第一支部,报送：党委组织部", "抄送机关", "审核人：王立　2012年6月11日")
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)

    corrected = fix(made.getvalue())

    assert texts_of(corrected.data) == [line.replace(",", "，") for line in lines]


def test_a_plans_own_title_and_numbered_sentences_keep_their_looks():
    plan = Row("plan", "供水安全行动方案", TITLE_SONG, 22, "center", new_page=True)
    ruling = {"text": "一、同意设立江州市第三水厂，为所属事业单位，核定编制35名。", "font": FANGSONG}
    run_in = (
        ("（一）加强领导。", {"font": KAITI}),
        ("各单位要明确责任，细化措施，加强督促检查，确保按期完成。", {}),
    )
    rows = changed(ordinary_rows(), heading1=ruling, heading2={"text": "", "parts": run_in})

    assert fix(docx_of(inserted(rows, "imprint", plan))).done == fix(docx_of(ordinary_rows())).done


PLACES = {
    "title under the line": (dict.fromkeys(("above_title1", "above_title2")), "标题上面补了 2 个空行"),
    "recipients under the title": ({"above_recipients": None}, "主送机关上面补了 1 个空行"),
    "attachments under the text": ({"above_note": None}, "附件说明上面补了 1 个空行"),
    "name under the text": (
        dict.fromkeys(("above_signature0", "above_signature1")), "发文机关署名上面补了 1 个空行"
    ),
    "a title under its label": ({"above_attachment1": None}, "附件标题上面补了 1 个空行"),
    "a date at the edge": ({"date": {"right": 0}}, "署名和成文日期改按不加盖印章的位置编排"),
    "a date far in": ({"date": {"right": 7}}, "署名和成文日期改按加盖印章的位置编排"),
    "an attachment on the same page": ({"label1": {"new_page": False}}, "附件改为另起一页"),
    "a label in the middle": ({"label1": {"align": "center"}}, "附件标记改为顶格"),
    "a label with a colon": ({"label1": {"text": "附件："}}, "附件标记去掉了冒号"),
    "a bold mark": ({"mark": {"bold": True}}, "发文机关标志不加粗"),
}  # fmt: skip
NUMBERS = {
    "none": Page(has_number=False),
    "in the middle": Page(odd_align="center", even_align="center"),
    "all on the right": Page(even_and_odd=False),
    "bare and small": Page(number_text=("", ""), number_size=9),
    "low": Page(footer=992),
}


@pytest.mark.parametrize("name", PLACES)
def test_what_stands_in_the_wrong_place_is_moved(name):
    changes, said = PLACES[name]

    corrected = fix(docx_of(changed(ordinary_rows(attachments=1), **changes)))

    assert corrected.done == (said,)
    assert judged(seen(corrected.data), House()) == []
    assert fix(corrected.data).done == ()


@pytest.mark.parametrize("name", NUMBERS)
def test_page_numbers_are_made_new(name):
    corrected = fix(docx_of(ordinary_rows(pages=3), NUMBERS[name]))

    assert len(corrected.done) == 1
    assert "单页居右、双页居左" in corrected.done[0]
    assert judged(seen(corrected.data), House()) == []


def test_a_footer_or_header_that_says_more_is_left_alone():
    def with_text(where):
        document = Document(io.BytesIO(docx_of(ordinary_rows(pages=3), NUMBERS["in the middle"])))
        section = document.sections[0]
        (section.footer if where == "footer" else section.header).add_paragraph("内部资料")
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    assert fix(with_text("footer")).done == fix(with_text("header")).done == ()


def test_superfluous_rows_are_taken_away_but_not_above_a_name():
    more = [Row(f"more{number}") for number in range(2)]
    rows = inserted(inserted(ordinary_rows(), "recipients", *more), "signature", *more)

    assert fix(docx_of(rows)).done == ("主送机关上面去掉 2 个空行",)


def test_what_is_mended_is_sound_for_word(tmp_path):
    changes = {"above_recipients": None, "date": {"right": 0}, "label1": {"new_page": False}}
    rows = changed(ordinary_rows(attachments=1), **changes)
    plain, mended = (tmp_path / name for name in ("plain.docx", "mended.docx"))
    plain.write_bytes(docx_of(rows, NUMBERS["none"]))
    mended.write_bytes(fix(plain.read_bytes()).data)

    told = [fault.replace(path.name, "") for path in (plain, mended) for fault in faults_of(path)]

    assert len(told) % 2 == 0
    assert told[: len(told) // 2] == told[len(told) // 2 :]


@pytest.mark.parametrize(
    ("element", "text", "right"),
    [
        (Element.DATE, "二〇二三年十二月三十一日", "2023年12月31日"),
        (Element.DATE, "2023.3.6", "2023年3月6日"),
        (Element.RECIPIENTS, "各科室", "各科室："),
        (Element.ATTACHMENT_NOTE, "附件1：清单", "附件：1.清单"),
        (Element.ATTACHMENT_NOTE, "附件：1.甲\n2、乙；", "附件：1.甲\n2.乙"),
        (Element.BODY, "　　网址http://a.cn/x,y，比例3:2。", "　　网址http://a.cn/x,y，比例3:2。"),
        (Element.HEADING1, "一、授予张三称号，予以表彰。", "一、授予张三称号，予以表彰。"),
        (Element.SIGNATURE, "长 乐 县 医 院", "长 乐 县 医 院"),
        (
            Element.BODY,
            "负责人（签字）：　　　　审核人（签字）：　　",
            "负责人（签字）：　　　　审核人（签字）：　　",
        ),
        (Element.DATE, "年　　月　　日", "年　　月　　日"),
        (Element.RECIPIENTS, "第一支部　　报送：党委组织部", "第一支部　　报送：党委组织部"),
        (Element.HEADING3, "2. 10 月中旬前完成,及时报送", "2. 10 月中旬前完成，及时报送"),
        (Element.TITLE, "关于转发长政[2023]5号文件的通知", "关于转发长政〔2023〕5号文件的通知"),
    ],
)
def test_a_line_is_written_as_its_element_wants(element, text, right):
    assert rewritten(element, text) == right


def test_a_damaged_file_is_told_not_copied():
    data = typed()

    with pytest.raises(UnreadableDocument):
        fixed("a.docx", data[:2000], seen(data))


@pytest.mark.parametrize(
    ("element", "text", "right"),
    [
        (Element.IMPRINT, "办公室\t2025年03月07日印发", "办公室\t2025年3月7日印发"),
        (Element.IMPRINT, "办公室　　2025年3月7日", "办公室　　2025年3月7日印发"),
        (Element.NOTE, "此件公开发布", "（此件公开发布）"),
        (Element.NOTE, "（此件公开发布）", "（此件公开发布）"),
    ],
)
def test_the_rows_at_the_end_are_written_as_they_should_be(element, text, right):
    assert rewritten(element, text) == right
