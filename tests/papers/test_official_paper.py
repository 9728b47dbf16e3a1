"""The generic paper: the pasted guiding opinions whole and in order, every format, odd data."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from docgen.inspect import measures
from docgen.inspect.paper import Page
from support.docx import styled_paragraphs
from support.official import findings, good, made
from support.papers import ODD_TEXT, office, sort_of, squeezed, words
from support.papers import made as made_of_sample
from support.pdf import TYPE_AREA, measured, to_pdfs

SAMPLE = Path(__file__).parents[2] / "data" / "papers"
LONG_NAME = "中共江滨市第一人民医院附属肿瘤防治中心与康复医学科联合支部委员会"


@cache
def sample(variant: str, item_id: str) -> bytes:
    whose = office()
    item = next(one for one in whose.papers if one.id == item_id)
    return made_of_sample(sort_of("official-paper", variant), whose, item=item)


def guiding_opinions() -> bytes:
    return sample("ordinary", "guiding-opinions")


def styled(docx: bytes, *styles: str) -> list[str]:
    return [text for style, text in styled_paragraphs(docx) if style in styles]


@cache
def pasted() -> str:
    """The text of the guiding opinions as it was pasted into the record, broken lines and all."""
    record = yaml.safe_load((SAMPLE / "guiding-opinions.yaml").read_text("utf-8"))
    return record["body"]


def sentences() -> list[str]:
    text = squeezed(pasted()).replace("[2012]", "〔2012〕")
    text = re.sub(r"(?<=[。要施骤导])(\d)、", r"\1.", text)
    return [one for one in re.split(r"(?<=。)", text) if one]


def test_every_sentence_of_the_pasted_text_is_in_the_paper_in_order():
    printed = words(guiding_opinions())

    at = 0
    for sentence in sentences():
        found = printed.find(sentence, at)
        assert found >= at, sentence
        at = found + len(sentence)
    assert len(sentences()) > 40


def test_broken_lines_are_whole_paragraphs_and_headings_have_their_styles():
    docx = guiding_opinions()

    assert styled(docx, "公文一级标题") == ["一、总体要求", "二、方法步骤", "三、主要措施", "四、组织领导"]
    assert [text[:2] for text in styled(docx, "公文三级标题")] == [
        *("1.", "2.", "3.", "4.", "5.", "6."),
        *("1.", "2.", "3."),
        *("1.", "2.", "3.", "4."),
    ]
    body = styled(docx, "公文正文")
    assert len(body) == 2
    assert body[0].endswith("提出如下指导意见。")
    assert "基层党组织书记素质、党员队伍生机活力" in body[1]


def test_number_brackets_and_date_are_written_officially():
    docx = guiding_opinions()

    assert "（长发〔2012〕10号）" in words(docx)
    assert styled(docx, "发文字号") == ["示院党发〔2012〕18号"]
    assert styled(docx, "成文日期") == ["2012年5月29日"]
    assert styled(docx, "公文标题") == ["关于做好基层党组织整改提高\n晋位升级工作的指导意见"]


def test_the_imprint_is_in_the_paper_once_for_each_way_to_draw_it():
    assert set(styled(guiding_opinions(), "印发")) == {"中共示范学院委员会办公室\t2012年5月29日印发"}


@pytest.mark.pdf
def test_the_guiding_opinions_on_paper_are_as_the_standard_has_them(pages):
    paper = pages["opinions"]
    first, second, last = paper[0], paper[1], paper[-1]
    mark, [rule] = measures.mark(first), measures.red_rules(first)

    assert mark is not None
    assert mark.top_mm == pytest.approx(72, abs=1)
    assert (rule.box.left_mm, rule.box.right_mm) == pytest.approx((28, 184), abs=0.3)
    assert len(measures.body_rows(second, TYPE_AREA)) == 22
    assert measures.chars_in_fullest_row(second, TYPE_AREA) == pytest.approx(28, abs=0.5)
    assert measures.imprint_rules(last)[-1].box.bottom_mm == pytest.approx(262, abs=0.5)
    assert last.find("2012年5月29日")
    assert last.find("以优异成绩向党的十八大献礼")
    for page in paper:
        number = measures.page_number(page)
        assert number is not None
        assert number.dash_y_mm == pytest.approx(269, abs=1)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    joint = good(
        organs=["中共江滨市第一人民医院委员会", "江滨市卫生健康委员会", "江滨市财政局"],
        genre="报告",
        title="关于联合检查情况的报告",
        recipients=["江滨市人民政府"],
        body="现将情况报告如下。\n一、基本情况\n" + "检查工作进展顺利。" * 40 + "\n特此报告。",
        signers=["欧阳景和", "司徒砚秋", "漆昀"],
    )
    many = good(recipients=[f"江滨市第{number}人民医院第{number}党支部" for number in range(40, 70)])
    docx = {
        "opinions": guiding_opinions(),
        "joint": made(tmp_path_factory.mktemp("joint"), joint)[0],
        "many": made(tmp_path_factory.mktemp("many"), many)[0],
        "slip": made(tmp_path_factory.mktemp("slip"), _long(), slip=True)[0],
    }
    to_pdfs(list(docx.values()))
    return {name: list(measured(data).pages) for name, data in docx.items()}


@pytest.mark.pdf
def test_a_joint_report_has_its_signers_number_and_seals_in_their_places(pages):
    first, last = pages["joint"][0], pages["joint"][-1]
    [row] = [line for line in first.lines if "7号" in line.text]

    assert "漆昀" in row.text
    assert row.cells.right_mm <= 184 - 5.57 + 0.3
    assert last.find("江滨市财政局")
    assert last.find("2026年3月2日")


@pytest.mark.pdf
def test_recipients_too_many_for_the_first_page_stand_in_the_imprint(pages):
    first, last = pages["many"][0], pages["many"][-1]

    assert first.find("为做好消防安全工作")
    assert not first.find("第40党支部")
    assert [line.text for line in last.lines if line.text.startswith("主送：")]
    assert measures.imprint_rules(last)[-1].box.bottom_mm == pytest.approx(262, abs=0.5)


@pytest.mark.pdf
def test_a_slip_is_one_page_whatever_it_holds(pages):
    assert len(pages["slip"]) == 1
    assert measures.outside(pages["slip"][0], TYPE_AREA) == []


def _long() -> dict:
    return good(
        organs=[LONG_NAME],
        title=f"关于进一步做好{LONG_NAME}消防安全检查和隐患整改工作的通知",
        recipients=[LONG_NAME] * 4,
        copies_to=[LONG_NAME] * 3,
        attachments=[f"{LONG_NAME}检查表"] * 3,
        slip={"countersigners": [{"unit": LONG_NAME, "opinion": "同意。" * 10}] * 3, "copies": 300},
    )


def test_each_format_has_its_head_and_its_end():
    letter, order, minutes = (
        sample(variant, item)
        for variant, item in (
            ("letter", "venue-letter"),
            ("order", "venue-order"),
            ("minutes", "committee-minutes"),
        )
    )

    assert set(styled(letter, "发文机关标志")) == {"中共示范学院委员会"}
    assert "\t示院党函〔2012〕6号" in styled(letter, "信函字号")
    assert styled(letter, "印发") == []
    assert styled(order, "令号") == ["第3号"]
    assert styled(order, "签名章") == ["院长　　晏清和"]
    assert styled(order, "附件标题") == ["示范学院基层组织活动场所管理办法"]
    assert styled(minutes, "与会人员")[0].startswith("出席：欧阳景和、")
    assert styled(minutes, "落款署名", "成文日期") == []
    assert styled(minutes, "公文一级标题") == ["一、关于晋位升级目标", "二、关于活动场地"]


def test_a_paper_upward_shows_its_signer_and_its_contact(tmp_path):
    [docx] = made(
        tmp_path,
        good(
            genre="请示",
            title="关于增设消防设备的请示",
            recipients=["江滨市卫生健康委员会"],
            signers=["欧阳景和"],
            contact={"name": "仇朴", "phone": "0000-1"},
            note="此件依申请公开",
        ),
    )

    assert styled(docx, "签发人") == ["江一院党发〔2026〕7号\t签发人：欧阳景和"]
    assert styled(docx, "附注") == ["（联系人：仇朴；联系电话：0000-1）", "（此件依申请公开）"]


def test_attachments_are_named_numbered_and_begin_pages_of_their_own(tmp_path):
    texts = {"table.md": b"| a | b |\n|---|---|\n| 1 | 2 |\n"}
    attachments = [{"title": "检查表", "body_file": "table.md"}, "名单", {"title": "办法", "body": "一、甲"}]

    [docx] = made(tmp_path, good(attachments=attachments), texts=texts)

    assert styled(docx, "附件说明") == ["附件：1.检查表", "2.名单", "3.办法"]
    assert styled(docx, "附件标记") == ["附件1", "附件3"]
    assert styled(docx, "附件标题") == ["检查表", "办法"]
    assert styled(docx, "表格正文") == ["1", "2"]


def test_an_empty_record_makes_a_paper_to_write_on(tmp_path):
    bare = {"schema": "official-paper/v1", "genre": "通知", "title": "关于检查的通知"}

    [docx] = made(tmp_path, bare)
    [slip] = made(tmp_path, bare, slip=True)

    assert styled(docx, "发文字号") == ["江一院党发〔　　　　〕　　号"]
    assert styled(docx, "成文日期") == ["　　　　年　　月　　日"]
    assert styled(docx, "主送机关", "附注", "附件说明") == []
    assert "签发人：" in words(slip)
    assert "拟稿人" in words(slip)


def test_hostile_words_are_printed_as_they_stand(tmp_path):
    [docx] = made(
        tmp_path,
        good(
            title=f"关于{ODD_TEXT}的通知",
            body=f"{ODD_TEXT}。\n一、{ODD_TEXT}\n{{% for x in y %}}。",
            recipients=[ODD_TEXT],
            attachments=[{"title": ODD_TEXT, "body": ODD_TEXT}],
            copies_to=[ODD_TEXT],
            organs=[f"甲{ODD_TEXT}", "乙"],
        ),
    )

    assert words(docx).count(squeezed(ODD_TEXT)) >= 7
    assert "{%forxiny%}" in words(docx)


def test_a_paper_of_last_year_of_another_office_takes_its_own_names(tmp_path):
    [docx] = made(tmp_path, good(organs=None, date=date(1999, 12, 31), number=None))

    assert styled(docx, "发文机关标志") == ["中共江滨市第一人民医院委员会文件"]
    assert styled(docx, "发文字号") == ["江一院党发〔1999〕　　号"]
    assert styled(docx, "落款署名") == ["中共江滨市第一人民医院委员会"]


def test_a_long_text_of_a_file_keeps_every_paragraph(tmp_path):
    lines = [f"{number}、第{number}段，{'国' * 60}。" for number in range(1, 121)]

    [docx] = made(
        tmp_path, good(body=None, body_file="long.txt"), texts={"long.txt": "\n".join(lines).encode()}
    )

    assert [text.split("、")[0] for text in styled(docx, "公文三级标题")] == [
        f"{number}.第{number}段，{'国' * 60}。" for number in range(1, 121)
    ]


def test_sample_papers_have_no_findings(tmp_path):
    found = [
        one
        for path in sorted(SAMPLE.glob("*.yaml"))
        for one in findings(tmp_path / path.stem, yaml.safe_load(path.read_text("utf-8")))
    ]

    assert found == []
