import random
from functools import cache

import pytest

from support import other_office
from support.docx import texts_with_style
from support.papers import (
    ODD_TEXT,
    made,
    office,
    office_of,
    records,
    sort_of,
    squeezed,
    thinned,
    with_odd_texts,
    words,
)

PAPER = sort_of("work-report")
TOTAL = sort_of("evaluation-report", "total")
KEPT = frozenset({"schema", "id", "full_name", "short_name", "committee", "branch"})


@cache
def _sample(kind):
    return made(kind, office())


def test_sections_stand_in_the_order_of_the_procedure():
    headings = list(texts_with_style(_sample(PAPER), "公文一级标题"))

    assert headings == ["一、主要做法", "二、取得成效", "三、存在问题", "四、下步打算"]


def test_it_goes_to_the_superior_alone_and_asks_for_nothing():
    paper = _sample(PAPER)

    assert list(texts_with_style(paper, "主送机关")) == [f"{office().committee.superior.full_name}："]
    assert list(texts_with_style(paper, "抄送")) == []
    text = words(paper)
    assert "特此报告。" in text
    assert not any(word in text for word in ("请批示", "请批复", "请予审定", "妥否"))


def test_number_signer_and_date_are_open_because_no_record_has_them():
    paper = _sample(PAPER)

    assert list(texts_with_style(paper, "签发人")) == ["示院党〔2012〕　　号\t签发人："]
    assert list(texts_with_style(paper, "成文日期")) == ["　　年　月　日"]


def test_what_was_done_is_counted_from_the_records():
    text = words(_sample(PAPER))

    records_ = office().branches
    activities = [one for record in records_ for one in record.diagnosis.activities]
    assert f"开展查找活动{len(activities)}次" in text
    assert f"收集意见建议{sum(one.opinions or 0 for one in activities)}条" in text
    assert f"审定，其中{1}个党支部的办法退回修改后重新报审" in text
    assert "共立档问题17个，其中突出问题12个、薄弱环节5个。" in text
    assert "开展督查4次（集中督查2次、随机抽查2次），发现问题4个，完成整改2个。" in text


def test_all_achievements_are_computed():
    text = words(_sample(PAPER))

    assert "已销号15个，转入续办2个，销号率88.2%（15/17）" in text
    assert "公开承诺15项，兑现14项，兑现率93.3%；列入计划的实事13件，办结13件，办结率100%" in text
    assert "平均得分由划档定级时的77.8分提高到85.9分，得分提高的党支部6个" in text
    assert "五个方面的目标达到28/30，93.3%" in text
    assert "知晓率197/210，93.8%，参与率198/210，94.3%" in text
    for line in ("一般党支部晋升先进率30%以上3222/3，66.7%", "标兵党支部晋升品牌率30%以上1111/1，100%"):
        assert line in text


def test_its_rates_are_those_of_the_report_on_the_acceptance():
    work, total = words(_sample(PAPER)), words(_sample(TOTAL))

    for said in ("已销号15个，转入续办2个，销号率88.2%（15/17）", "2/3", "66.7%", "党员210名"):
        assert said in total
    assert "210名党员" in work


def test_every_branch_and_every_achievement_has_its_line():
    text = words(_sample(PAPER))

    for record in office().branches:
        grades = f"{record.baseline.grade}{record.final.grade}"
        assert f"{record.branch.short_name}{grades}{record.baseline.total.normalize():f}" in text
    for achievement in office().committee.achievements:
        assert squeezed(achievement.title) in text


def test_missed_targets_accountability_and_carried_problems_are_told():
    text = words(_sample(PAPER))

    assert "没有实现晋位升级目标的党支部1个：机关第一党支部（72.6分）。" in text
    assert "机关第一党支部尉迟远（约谈、取消评先资格）" in text
    assert "转入续办的问题2个" in text
    assert "机关第一党支部服务师生意识不强，办事环节多、时间长2013年3月31日" in text


def test_the_motto_is_the_campaigns_own():
    plain = records()
    del plain["committee.yaml"]["campaign"]["motto"]

    assert "以优异成绩向党的十八大献礼。" in words(_sample(PAPER))
    assert "十八大" not in words(made(PAPER, office_of(plain)))


def test_what_no_key_feeds_is_printed_or_left_for_handwriting():
    sections = {"主要做法": "抓书记、书记抓。", "存在问题": "进度不平衡。", "下步打算": "建立长效机制。"}
    plain = records()
    plain["committee.yaml"]["texts"] = {"D18": sections}

    blank, filled = words(_sample(PAPER)), words(made(PAPER, office_of(plain)))

    for section, text in sections.items():
        assert f"（{section}，请在此填写）" in blank
        assert text in filled
    assert "请在此填写" not in filled


def test_another_office_has_its_own_words():
    whole = other_office.records()
    hospital = office_of({"committee.yaml": whole.pop("committee"), **whole})

    text = words(made(PAPER, hospital))

    assert "以优质服务迎接建院八十周年" in text
    assert not any(word in text for word in ("学校", "学院", "校园", "2012", "标兵"))


def test_odd_texts_are_printed_as_they_stand():
    plain = with_odd_texts(records())
    plain["committee.yaml"]["achievements"][0]["title"] = ODD_TEXT

    assert squeezed(ODD_TEXT) in words(made(PAPER, office_of(plain)))


@pytest.mark.parametrize("seed", range(3))
def test_an_unfinished_record_makes_a_paper(seed):
    plain = {name: thinned(one, random.Random(seed), KEPT) for name, one in records().items()}

    text = words(made(PAPER, office_of(plain)))

    assert not any(trace in text for trace in ("None", "nan", "{{", "{%", "Undefined"))


def test_nothing_is_told_as_nothing_not_as_zero():
    plain = records()
    for inspection in plain["committee.yaml"]["inspections"]:
        inspection["findings"] = []
    plain["committee.yaml"]["achievements"] = []

    paper = words(made(PAPER, office_of(plain)))

    assert "没有发现需要限期整改的问题。" in paper
    assert "发现问题0个" not in paper
    assert "（工作成果，请在此填写）" in paper
    assert "记录" not in paper.replace("会议记录", "")
