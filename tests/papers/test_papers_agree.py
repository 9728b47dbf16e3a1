"""Ledger, dossier, agreement, report and workbook come from one record: they cannot differ."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from docgen.publish.ledger.as_xlsx import workbook
from docgen.publish.ledger.sheets import committee_sheets
from docgen.text.dates import cn_date
from support.docx import table_rows
from support.papers import DAY, made, office, office_of, records, sort_of, words


def rows(slug, variant, whose, number=0):
    branch = whose.branches[number] if sort_of(slug, variant).scope == "branch" else None
    return table_rows(made(sort_of(slug, variant), whose, branch))


def columns(lines, head, *titles):
    """What stands under these titles of the table with this head, by the number of the problem."""
    at = next(place for place, line in enumerate(lines) if line[: len(head)] == head)
    heads = lines[at]
    found = [line for line in lines[at + 1 :] if len(line) == len(heads)]
    key = next(place for place, title in enumerate(heads) if title in ("编号", "问题编号"))
    return {
        line[key]: tuple(line[heads.index(title)] for title in titles) for line in found if "-" in line[key]
    }


def in_the_workbook(whose):
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(committee_sheets(whose, DAY, ()), "台账")))
    _, _, heads, *lines = book.get_sheet_by_name("问题总台账").to_python()
    wanted = [heads.index(title) for title in ("问题编号", "问题", "解决方式", "状态", "完成时限")]
    told = [[line[place] for place in wanted] for line in lines]
    return {no: (*texts, cn_date(day) if day else "") for no, *texts, day in told}


def _changed():
    plain = records()
    for number in range(1, 7):
        for problem in plain[f"branch-Z0{number}.yaml"]["problems"]:
            problem |= {"title": f"{problem['title']}（改）", "deadline": "2012-11-11", "triage": "立即解决"}
            problem |= {"status": "整改中"}
    return office_of(plain)


def test_a_problem_that_was_changed_is_the_same_on_every_paper():
    records = _changed()
    book = in_the_workbook(records)
    master = columns(
        rows("master-ledger", "problems", records), ["序号", "支部"], "问题", "解决方式", "状态", "完成时限"
    )

    assert master == book
    assert len(book) == 17
    for number in range(len(records.branches)):
        own = columns(
            rows("problem-ledger", "", records, number), ["序号"], "问题", "解决方式", "状态", "时限"
        )
        dossier = columns(
            rows("problem-dossier", "", records, number), ["编号", "问题", "性质"], "问题", "解决方式", "状态"
        )
        agreed = columns(rows("agreement", "", records, number), ["编号"], "问题", "解决方式", "时限")
        report = columns(
            rows("evaluation-report", "branch", records, number), ["编号", "问题"], "问题", "状态"
        )
        for no, (title, triage, status, deadline) in own.items():
            assert book[no] == (title, triage, status, deadline)
            assert dossier[no] == (title, triage, status)
            assert agreed.get(no, (title, triage, deadline)) == (title, triage, deadline)
            assert report[no][0] == title
            assert report[no][1].startswith(status)


def test_the_closing_rate_is_the_same_in_the_statistics_the_reports_and_the_workbook():
    whose = office()
    sheets = committee_sheets(whose, DAY, ())
    problems = next(sheet for sheet in sheets if sheet.name == "统计表").tables[1]

    assert problems.lines[-1][5].text == "15/17，88.2%"
    assert ["合计", "17", "15", "2", "0", "15/17，88.2%"] in rows("master-ledger", "statistics", whose)
    for slug, variant in (("evaluation-report", "total"), ("work-report", "")):
        assert "88.2%（15/17）" in words(made(sort_of(slug, variant), whose))
