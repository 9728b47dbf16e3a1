"""The rules about words: a right paper is silent, one broken in one way has exactly that rule speak."""

import importlib
import pkgutil

import pytest

import docgen.inspect.rules as rules
from docgen.inspect.elements import Element, Format, Place
from docgen.inspect.rules import t09_marks
from docgen.inspect.wording import Line, Wording
from support.words import PAPERS, words

WORDY = [
    importlib.import_module(f"{rules.__name__}.{found.name}")
    for found in pkgutil.iter_modules(rules.__path__)
    if found.name[0] in "ts" and found.name[1].isdigit()
]
E = Element


def codes(wording):
    return [module.RULE.code for module in WORDY for _ in module._slips(wording)]


BODIES = {
    "T01": [
        "按照云政发[2024]5号文件精神，做好工作。",
        "依据《通知》（云政发（2024）5号）办理。",
        "依据《通知》（云政发【2024】5号）办理。",
    ],
    "T02": [
        "依据《通知》（云政发〔2024〕第5号）办理。",
        "依据《通知》（云政发〔2024〕05号）办理。",
        "依据《通知》（云政发〔24〕5号）办理。",
    ],
    "T03": [
        "会议定于2024年06月5日召开。",
        "会议定于6月05日召开。",
        "会议定于6月5号召开。",
        "自二〇二四年五月起施行。",
        "会议定于2024年六月召开。",
        "会议定于2024年2月30日召开。",
        "会议定于6月31日召开。",
        "会议定于2024年6月5日（星期二）召开。",
        "会议定于24年6月召开。",
        "会议定于2024.6.5召开。",
    ],
    "T07": [],
    "T09": [
        "提高认识,加强管理。",
        "要求如下:按时报送。",
        "提高认识（重点)。",
        "加强领导;落实责任。",
        '学习了"三会一课"制度。',
        "学习了<党章>和准则。",
        "人员、车辆、物资...都要到位。",
        "人员、车辆、物资。。。都要到位。",
        "人员--特别是值班员--要到位。",
        "提高认识，，加强管理。",
        "提高认识，加强管理，。",
        "坚持“安全第一的方针。",
        "坚持安全第一”的方针。",
        "学习《条例和办法。",
        "提高认识.加强管理。",
        "提高认识（重点是防汛。",
    ],
    "T10": ["学习《条例》、《办法》和有关规定。", "做到“早发现”、“早报告”、“早处置”。"],
    "T11": [
        "水泵、沙袋、等物资要备足。",
        "2021-2023年完成改造。",
        "2021～2023年完成改造。",
        "漏损率降至10～12%。",
        "投资3-5万元。",
        "投资3～5亿元。",
        "合格率提高.5%以上。",
        "完成24年度任务。",
        "做好24年上半年工作。",
        "活动时间为2024年6月1日-2024年6月30日。",
        "6月1日-30日完成。",
        "自6月-8月开展。",
        "每班5~8人。",
    ],
    "T12": [
        "备足沙袋３００个。",
        "历时三、四天。",
        "有五、六十人参加。",
        "近300人左右参加。",
        "完成近80人左右的培训。",
        "大约三百人左右参加。",
    ],
    "T13": [
        "联系人：{{ 姓名 }}。",
        "请×××同志参加。",
        "由某某单位负责。",
        "由XX部门负责。",
        "TODO 补充数据。",
        "共投入（待补）元。",
        "单击此处输入文字。",
        "于×年×月召开。",
    ],
    "T14": ["贯彻云政发〔2023〕8号《关于加强管理的通知》。", "按照云政发〔2023〕8号文件要求，加强管理。"],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in BODIES.items() for text in texts])
def test_a_sentence_broken_in_one_way_has_one_rule_speak(code, text):
    wording = words("notice", add=(E.BODY, text))

    assert codes(wording) == [code]


LINES = [
    ("T04", "notice", {E.TITLE: "云河市自来水公司关于做好汛期供水保障工作的通知。"}),
    ("T04", "notice", {E.TITLE: "云河市自来水公司关于加强领导，做好供水工作的通知"}),
    ("T04", "notice", {E.TITLE: "云河市自来水公司关于转发《市政府关于防汛工作的通知》的通知"}),
    ("T05", "notice", {E.ATTACHMENT_NOTE: "附件：1.值班安排表。"}),
    ("T05", "notice", {E.ATTACHMENT_NOTE: "附件:1.值班安排表"}),
    ("T05", "notice", {E.ATTACHMENT_NOTE: "附件1：值班安排表"}),
    ("T05", "notice", {E.ATTACHMENT_NOTE: "附件：1、值班安排表"}),
    ("T05", "notice", {E.ATTACHMENT_NOTE: "附件：1.《值班安排表》"}),
    ("T06", "notice", {E.RECIPIENTS: "各营业所，公司机关各部门"}),
    ("T06", "notice", {E.RECIPIENTS: "各营业所，公司机关各部门:"}),
    ("T06", "notice", {E.COPY_TO: "抄送：市水务局，市应急管理局"}),
    ("T06", "notice", {E.COPY_TO: "抄送:市水务局，市应急管理局。"}),
    ("T07", "notice", {E.HEADING1: "一.提高思想认识"}),
    ("T07", "notice", {E.HEADING1: "一，提高思想认识"}),
    ("T07", "notice", {E.HEADING2: "（一）、加强值守。"}),
    ("T07", "notice", {E.HEADING2: "(一)加强值守。"}),
    ("T07", "notice", {E.HEADING2: "（一)加强值守。"}),
    ("T07", "notice", {E.HEADING3: "1、备足物资"}),
    ("T07", "notice", {E.HEADING3: "1．备足物资"}),
    ("T07", "notice", {E.HEADING3: "⒈备足物资"}),
    ("T07", "notice", {E.HEADING4: "(1)沙袋三四百个，水泵2台。"}),
    ("T07", "notice", {E.HEADING4: "1）沙袋三四百个，水泵2台。"}),
    ("T07", "notice", {E.HEADING4: "①沙袋三四百个，水泵2台。"}),
    ("T08", "notice", {E.HEADING1: "一、提高思想认识。"}),
    ("T13", "notice", {E.RECIPIENTS: "×××："}),
    ("T15", "request", {E.NOTE: "（联系人：仇朴）"}),
    ("T16", "notice", {E.SIGNATURE: "长乐县人民医院"}),
    ("T16", "notice", {E.TITLE: "长乐县人民医院关于做好汛期供水保障工作的通知"}),
    ("T16", "notice", {E.IMPRINT: "云河市自来水公司办公室　　2024年5月27日印发"}),
    ("S01", "request", {E.RECIPIENTS: "县卫生健康局、县财政局："}),
    ("S01", "request", {E.RECIPIENTS: "王县长："}),
    ("S03", "request", {E.TITLE: "长乐县人民医院关于购置核磁共振设备等事项的请示"}),
    ("S04", "request", {E.COPY_TO: "抄送：各乡镇卫生院。"}),
    ("S05", "reply", {E.BODY: "你院关于购置设备的来文（长医〔2023〕7号）收悉。经研究，同意购置。"}),
    ("S05", "reply", {E.BODY: "你院《关于购置核磁共振设备的请示》收悉。经研究，同意购置。"}),
    ("S06", "request", {E.SIGNER: None}),
    ("S01", "request", {E.RECIPIENTS: None}),
    ("S01", "reply", {E.RECIPIENTS: None}),
    ("T16", "notice", {E.NUMBER: "云水发〔2023〕12号"}),
    ("T09", "notice", {E.TITLE: "云河市自来水公司关于印发<考勤办法>的通知"}),
]


@pytest.mark.parametrize(("code", "paper", "instead"), LINES)
def test_a_line_broken_in_one_way_has_one_rule_speak(code, paper, instead):
    if code == "T15":
        wording = _without_last_phrase(words(paper), "妥否，请批示。", "特此报告。")
    else:
        wording = words(paper, instead=instead)

    assert codes(wording) == [code]


def _without_last_phrase(wording, old, new):
    lines = tuple(
        Line(line.element, new if line.text == old else line.text, paragraph=line.paragraph)
        for line in wording.lines
    )
    return Wording(lines, wording.format)


def test_a_number_of_an_attachment_that_is_not_there_is_told():
    assert codes(words("notice", add=(E.BODY, "值班安排见附件3。"))) == ["T05"]


@pytest.mark.parametrize("said", ["请批准拨付经费。", "恳请县局予以支持，帮助解决资金。", "妥否，请批示。"])
def test_a_report_that_asks_is_told(said):
    assert codes(words("report", add=(E.BODY, said))) == ["S02"]


def test_another_request_at_the_end_is_told():
    assert codes(words("request", add=(E.BODY, "另外，请一并批准招聘医师2名。"))) == ["S03"]


@pytest.mark.parametrize(
    ("paper", "old", "new", "code"),
    [
        ("announcement", "特此公告。", "特此通知。", "S07"),
        ("letter", "请予函复。", "此致 敬礼！", "S07"),
        ("letter", "请予函复。", "妥否，请批示。", "S07"),
        ("letter", "请予函复。", "特此通知。", "S07"),
        ("report", "特此报告。", "特此通知。", "T15"),
        ("request", "妥否，请批示。", "我院将做好后续工作。", "T15"),
    ],
)
def test_the_ending_of_another_genre_is_told(paper, old, new, code):
    assert codes(_without_last_phrase(words(paper), old, new)) == [code]


def test_recipients_of_what_is_for_all_are_told():
    wording = words("announcement", add=(E.RECIPIENTS, "各用户："))

    assert codes(wording) == ["S08"]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_right_paper_is_silent(paper):
    assert codes(words(paper)) == []


RIGHT = [
    "案件（2024）京01民初5号已结案。",
    "有期徒刑12年6个月，服务期2年3个月。",
    "地址：人民路3月8号楼。电话：0871-6510326转801。",
    "执行GB/T 9704-2012和《云河市条例》（云政发〔2024〕5号）、《云河市办法》。",
    "“早发现”“早报告”“早处置”；《条例》《办法》。",
    "第一、二季度完成，一、二年级参加，第三、四小组值班。",
    "“这是第一段引文。",
    "对张××、李某某给予批评，身份证号5301××××××1234。",
    "比例为3:2，时间为14:30，网址为http://www.a.cn/x?y=1,2。",
    "参加范围：党员、群众等。等级为一级、等额选举。",
    "会场设在3楼，人员近300人，高度0.5米左右，附近左右两侧。",
    "他说：“好！”大家鼓掌。这是……的意思——即安全。",
    "A、B两组，第3-2号井，型号DN800-1.6。",
    "据统计，2012年，全市共有3215户，占12.5%，增长1.2倍。",
    "温度为-5℃，气压为101.3kPa。",
    "他们“一个不能少”的承诺（见《公开承诺书》第2页）已兑现。",
    "12月31日前报送，逾期不予受理。",
    "文件由党委办公室、组织部等负责。",
    "约定左右线交接，接近50人。",
    "这3人（含1名女性）、2个单位。",
    "联系人：李明；电话：13800000000。",
    "血压>140、<90的登记，工作满24年，2024年6月1日—6月30日为活动时间，编号6-1日常。",
    "邮箱：a.b@c.cn。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_are_silent(text):
    assert codes(words("notice", add=(E.BODY, text))) == []


RIGHT_LINES = [
    ("notice", {E.TITLE: "云河市自来水公司关于印发《云河市自来水公司考勤办法（试行）》的通知"}),
    ("notice", {E.TITLE: "云河市自来水公司\n关于做好汛期供水保障工作的通知"}),
    ("notice", {E.TITLE: "关于做好汛期供水保障工作的通知"}),
    ("notice", {E.TITLE: "转发市水务局关于做好汛期供水保障工作的通知"}),
    ("notice", {E.TITLE: "云河市自来水公司转发市水务局关于做好汛期供水保障工作的通知"}),
    ("notice", {E.MARK: "中国共产党云河市自来水公司委员会文件", E.SIGNATURE: "中共云河市自来水公司委员会",
                E.TITLE: "关于做好汛期供水保障工作的通知"}),
    ("notice", {E.HEADING1: "一、授予张三等3人先进个人称号，予以表彰。"}),
    ("request", {E.SIGNER: "签发人：欧阳景和　仇朴"}),
]  # fmt: skip


def _of_pages(*texts):
    """Blocks of a page, as cells side by side are read."""
    return Wording(tuple(Line(E.TABLE, text, Place.CELL, page=1) for text in texts))


@pytest.mark.parametrize(
    "texts",
    [
        ("查找出“活动少", "张三", "的问题”"),
        ("条》", "按《准则》和《若干", "办理"),
        ("（编号", "W3）"),
        ("某委员[关于",),
    ],
)
def test_what_the_lines_of_cells_part_is_no_slip(texts):
    assert codes(_of_pages(*texts)) == []


def test_on_pages_a_sign_without_its_other_half_anywhere_is_told():
    (slip,) = t09_marks._slips(_of_pages("查找出“活动少", "的问题”", "（编号W3", "按《准则》"))

    assert (slip.line.text, slip.found) == ("（编号W3", "（")


@pytest.mark.parametrize(("paper", "instead"), RIGHT_LINES)
def test_right_lines_are_silent(paper, instead):
    assert codes(words(paper, instead=instead)) == []


def test_a_form_is_not_judged_as_a_paper():
    lines = (Line(E.TITLE, "关于申领补贴的报告"), Line(E.BODY, "请批准。"), Line(E.RECIPIENTS, "财务科"))

    assert codes(Wording(lines[:2], Format.OTHER)) == []


def test_every_rule_about_words_is_here():
    wanted = {f"T{number:02}" for number in range(1, 17)} | {f"S{number:02}" for number in range(1, 9)}

    assert {module.RULE.code for module in WORDY} == wanted
