import pytest

from docgen.publish.print_run.order import BY_KIND, NotAList, UnknownLines, by_kind, by_list, grouped
from docgen.publish.print_run.paper import LeftOut
from support.print_run import paper


@pytest.fixture
def papers(tmp_path):
    names = ("DW D01", "Z01 D22", "Z01 D26-goals G1", "Z01 D26-goals G2", "Z02 D22")
    return [paper(tmp_path, name) for name in names]


def listed(tmp_path, papers, text, left_out=()):
    (tmp_path / "清单.txt").write_text(text, encoding="utf-8")
    found = by_list(papers, left_out, tmp_path / "清单.txt")
    return [one.path.split("/")[1].split("_升级")[0].replace("_", " ") for one in found]


def test_by_kind_papers_of_one_kind_stand_together_in_the_order_of_branches(papers):
    groups = list(grouped(by_kind(papers), BY_KIND))

    assert [heading for heading, _ in groups] == ["D01 升级办法", "D22 升级办法", "D26-goals 升级办法"]
    assert [one.owner for one in groups[1][1]] == ["Z01", "Z02"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Z02 D22\nZ01 D22", ["Z02 D22", "Z01 D22"]),
        ("\ufeff# 会上发的\n\nz01，d26 g2  # 第二份\n", ["Z01 D26-goals G2"]),
        ("D22", ["Z01 D22", "Z02 D22"]),
        ("Z01党支部 升级办法", ["Z01 D22", "Z01 D26-goals G1", "Z01 D26-goals G2"]),
        ("Z01 D26-goals:G2\nZ01：D26：G1", ["Z01 D26-goals G2", "Z01 D26-goals G1"]),
        ("Z02_D22_升级办法_v1.docx", ["Z02 D22"]),
        ("output/Z02/Z02_D22_升级办法_v1.pdf", ["Z02 D22"]),
        ("Z02\\Z02_D22_升级办法_v1", ["Z02 D22"]),
        ("Z01 D22\nZ01 D22", ["Z01 D22", "Z01 D22"]),
    ],
)
def test_a_line_names_papers_by_file_or_by_words(tmp_path, papers, text, names):
    assert listed(tmp_path, papers, text) == names


def test_lines_that_no_paper_answers_to_are_all_told_with_their_numbers(tmp_path, papers):
    with pytest.raises(UnknownLines) as caught:
        listed(tmp_path, papers, "Z01 D22\nZ09 D22\n\nD99")

    assert "第 2 行“Z09 D22”；第 4 行“D99”" in caught.value.message
    assert caught.value.exit_status == 2


def test_a_line_of_a_paper_that_is_left_out_is_no_fault(tmp_path, papers):
    draft = LeftOut("Z03/kind-d22//", "Z03", "Z03党支部", "D22", "升级办法", "Z03/x.docx", "草稿", True)

    assert listed(tmp_path, papers, "Z03 D22\nZ01 D22", [draft]) == ["Z01 D22"]


def test_a_list_that_is_no_text_is_refused(tmp_path, papers):
    (tmp_path / "清单.txt").write_bytes("第一支部".encode("gbk"))

    with pytest.raises(NotAList):
        by_list(papers, [], tmp_path / "清单.txt")
