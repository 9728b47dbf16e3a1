from itertools import pairwise

import pytest

from docgen.layout.title import break_title, is_good_shape
from docgen.text.width import width_em

TITLES = [
    "中共滨江大学委员会关于印发《基层党组织整改提高晋位升级实施方案》的通知",
    "中共滨江大学委员会关于报请审定《基层党组织整改提高晋位升级实施方案》的请示",
    "中共滨江大学委员会关于2012年度基层党组织整改提高晋位升级考评验收情况的报告",
    "中共江滨市卫生健康委员会直属机关委员会关于公布各党支部晋位升级档次审定结果的通知",
    "中共江滨市卫生健康委员会关于“七一”前整改落实情况考评结果的通报",
    "中共示范学院委员会关于“七一”前整改落实情况考评结果的通报",
    "中共滨江大学委员会关于对机关第三党支部限期整改的通知",
    "中共滨江大学委员会关于召开基层党组织整改提高晋位升级动员部署会议的通知",
    "中共示范学院委员会办公室关于召开示范学院晋位升级工作部署会暨责任书签订仪式的通知",
    "中共滨江大学委员会基层党组织整改提高晋位升级实施方案",
    "关于机关第一党支部晋位升级目标和办法的公示",
    "关于滨江大学后勤服务集团饮食服务中心与物业管理中心联合党支部晋位升级目标和办法的公示",
    "滨江大学后勤服务集团饮食服务中心与物业管理中心联合党支部晋位升级办法",
    "公共基础教学部与民族团结进步教育研究中心教工联合党支部晋位升级目标责任书",
    "附属医院第二临床学院麻醉科重症医学科联合党支部公开承诺书",
    "离退休干部工作处第二离退休教职工党支部考评验收报告",
    "机关第一党支部关于2012年上半年整改落实情况的自查报告",
    "关于印发《滨江大学基层党支部工作细则（试行）》和《党员活动日制度》的通知",
    "中共滨江大学委员会关于协调解决实验楼门禁权限问题的请示",
    "中共滨江大学委员会组织部关于做好年度考评验收准备工作的通知",
    "中共滨江大学委员会关于表彰2012年创先争优先进基层党组织和优秀共产党员的决定",
    "滨江大学机电工程学院学生第三党支部晋位升级目标责任书",
    "迪丽努尔·阿卜杜热合曼江同志关于机关第一党支部晋位升级工作的情况说明",
]
TOGETHER = [
    "关于",
    "的通知",
    "的请示",
    "的报告",
    "的公示",
    "委员会",
    "党支部",
    "晋位",
    "升级",
    "2012年",
    "（试行）",
    "”前",
    "部署会",
    "仪式",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_keeps_its_text_its_width_and_a_good_shape(title):
    lines = break_title(title)

    assert "".join(lines) == title
    assert max(map(width_em, lines)) <= 20
    assert is_good_shape([width_em(line) for line in lines])


@pytest.mark.parametrize("title", TITLES)
def test_a_title_breaks_between_words(title):
    lines = break_title(title)

    seams = {len("".join(lines[:count])) for count in range(1, len(lines))}
    for word in TOGETHER:
        start = title.find(word)
        while start >= 0:
            assert not seams & set(range(start + 1, start + len(word))), (word, lines)
            start = title.find(word, start + 1)


@pytest.mark.parametrize("title", TITLES)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(title):
    for before, after in pairwise(break_title(title)):
        assert after[0] not in "的》”）、和"[:5]
        assert before[-1] not in "《“（"


def test_a_title_that_fits_stays_one_line():
    assert break_title("中共滨江大学委员会关于考评验收情况的报告") == (
        "中共滨江大学委员会关于考评验收情况的报告",
    )


def test_the_usual_forwarding_title_breaks_into_two():
    assert break_title(TITLES[0]) == (
        "中共滨江大学委员会关于印发《基层党组织",
        "整改提高晋位升级实施方案》的通知",
    )


def test_a_quoted_problem_breaks_after_its_comma_and_a_room_keeps_its_number():
    quoted = break_title("关于解决“服务师生意识不强，办事环节多、时间长”问题的情况说明")
    room = break_title("关于协调腾退行政楼312室作为党员活动室的函")

    assert quoted == ("关于解决“服务师生意识不强，", "办事环节多、时间长”问题的情况说明")
    assert any("312室" in line for line in room)


def test_a_line_that_digits_widen_is_not_filled_to_the_edge():
    # 20 characters wide by arithmetic, 20.4 in a renderer that parts Han from digits.
    lines = break_title("中共示范学院委员会关于2012年度基层党组织晋位升级考评验收情况的报告")

    assert "中共示范学院委员会关于2012年度基层党组织" not in lines


def test_names_of_the_record_stay_whole():
    name = "望江楼街道红石榴社区"
    title = f"关于{name}党员志愿服务队晋位升级目标和办法的公示"

    lines = break_title(title, [name])

    assert any(name in line for line in lines)


def test_a_name_longer_than_a_line_still_breaks():
    name = "红" * 27

    lines = break_title(f"{name}党支部晋位升级办法", [name])

    assert max(map(width_em, lines)) <= 20


def test_a_clerks_own_breaks_stay():
    assert break_title("中共滨江大学委员会\n关于考评\n验收情况的报告") == (
        "中共滨江大学委员会",
        "关于考评",
        "验收情况的报告",
    )


def test_a_clerks_line_that_is_too_long_is_broken_again():
    lines = break_title("国" * 30 + "\n" + "通知")

    assert max(map(width_em, lines)) <= 20
    assert "".join(lines) == "国" * 30 + "通知"


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("龙河校区公共基础教学部与民族教育研究中心教工联合党支部", ("校区",)),
        ("锦原校区离退休教职工党支部", ("校区", "教职工")),
        ("滨海市第一医院北院区门诊党支部", ("北院区", "第一医院")),
    ],
)
def test_a_site_is_one_word(name, whole):
    for width in (9, 12, 14):
        lines = break_title(f"{name}问题档案", (), width)

        assert all(any(word in line for line in lines) for word in whole), lines


@pytest.mark.parametrize(
    "text", ["", " ", "a" * 500, "国" * 300, "《" + "书" * 60 + "》", "{{ 7*7 }}&<>" * 9]
)
def test_odd_titles_keep_their_text(text):
    assert "".join(break_title(text)) == text.strip()


@pytest.mark.parametrize(
    ("widths", "good"),
    [
        ([10], True),
        ([8, 12], True),
        ([12, 8], True),
        ([10, 10], False),
        ([8, 12, 16], True),
        ([8, 16, 12], True),
        ([16, 8, 12], False),
        ([12, 12, 8], False),
        ([8, 12, 14, 10], True),
    ],
)
def test_hourglass_and_rectangle_are_no_good_shapes(widths, good):
    assert is_good_shape(widths) is good


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "江河市自来水有限公司第五次安全生产工作专题会议纪要",
            ("江河市自来水有限公司第五次", "安全生产工作专题会议纪要"),
        ),
        (
            "关于申请追加污水处理厂提标改造项目建设资金的请示",
            ("关于申请追加污水处理厂", "提标改造项目建设资金的请示"),
        ),
    ],
)
def test_words_of_other_offices_stay_whole(title, lines):
    assert break_title(title) == lines


LONG_ORGAN = "中共临江市城乡供水（集团）有限责任公司委员会"
LONG_BRANCH = "第三水厂制水车间与城东加压泵站及水质检测中心（含驻厂维修服务队、夜间抢修班）联合党支部"


@pytest.mark.parametrize("day", ["2031年11月10日", "2012年12月31日", "11月10日", "2031年11月"])
def test_a_date_is_never_parted(day):
    for organ in (LONG_ORGAN, "中共示范学院委员会", "中共江滨市卫生健康委员会"):
        assert any(day in line for line in break_title(f"{organ}关于{day}督查情况的通报"))


@pytest.mark.parametrize("person", ["欧阳修远", "于丹", "尉迟远", "阿卜杜热西提·努尔麦麦提", "萨仁其木格"])
def test_a_person_stays_whole_and_with_the_word_comrade(person):
    for organ in (LONG_ORGAN, "中共示范学院委员会"):
        lines = break_title(f"{organ}关于对{person}同志实施责任追究的决定")

        assert any(f"{person}同志" in line for line in lines), lines


@pytest.mark.parametrize("ending", ["公开承诺书", "晋位升级目标责任书", "问题整改台账", "会议记录"])
def test_a_name_longer_than_two_lines_parts_by_its_sense(ending):
    lines = break_title(LONG_BRANCH + ending, [LONG_BRANCH])

    for part in ("水厂", "车间", "加压泵站", "检测中心", "服务队、", "抢修班）"):
        assert any(part in line for line in lines), (part, lines)
    assert min(map(width_em, lines)) > 4
