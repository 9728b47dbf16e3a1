from docgen.layout.package import unpack
from docgen.layout.tree import parse, text_of, w
from support.layout import paper

LONG = "中共临江市城乡供水（集团）有限责任公司委员会"

FORM = """
- form:
    size: {size}
    columns_mm: [26, 130]
    rows:
      - opinion: {{label: 意见, sign: 书记（签字）：, seal: "{{% if sealed %}}（盖章）{{% endif %}}"}}
"""


def _signing_line(size: str, *, sealed: bool):
    docx = paper(FORM.format(size=size), "form", sealed=sealed)
    root = parse(unpack(docx)["word/document.xml"])
    return next(line for line in root.iter(w("p")) if "签字" in text_of(line))


def _right_twips(line):
    indent = line.find(f"{w('pPr')}/{w('ind')}")
    return 0 if indent is None else int(indent.get(w("right")))


def test_without_a_seal_there_is_room_to_sign_after_the_label():
    line = _signing_line("小四", sealed=False)

    assert text_of(line) == "书记（签字）："
    assert _right_twips(line) == 6 * 240


def test_room_to_sign_goes_by_the_size_of_the_type():
    assert _right_twips(_signing_line("五号", sealed=False)) == 6 * 210


def test_a_seal_stands_at_the_right_after_the_room_to_sign():
    line = _signing_line("小四", sealed=True)

    assert text_of(line) == "书记（签字）：　　　　　　（盖章）"
    assert _right_twips(line) == 0


ORDER = """
- form:
    size: 小四
    columns_mm: [26, 130]
    rows:
      - opinion: {label: 发出单位, sign: "{{ organ }}", seal: （盖章）}
"""


def _of_organ(organ: str) -> str:
    root = parse(unpack(paper(ORDER, "form", organ=organ))["word/document.xml"])
    return next(text_of(line) for line in root.iter(w("p")) if organ in text_of(line))


def test_a_long_name_leaves_the_seal_whole_on_its_line():
    assert _of_organ("中共示范学院委员会") == "中共示范学院委员会　　　　　　（盖章）"
    assert _of_organ(LONG) == f"{LONG}　　　（盖章）"


def test_a_name_that_fills_its_line_has_the_seal_under_it():
    assert _of_organ(LONG + "常务会") == f"{LONG}常务会\n（盖章）"
