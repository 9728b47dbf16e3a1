"""The forms as Word papers and as one workbook."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from docgen.build.own_page import own_page
from docgen.publish.hand_over.rows import Group, HandOver, Lack, Line, pages_told
from docgen.publish.ledger import tables
from docgen.publish.ledger.as_xlsx import workbook
from docgen.publish.ledger.tables import Column

NAMES = {
    "contents": "归档文件目录",
    "transfer": "移交清单",
    "note": "备考表",
    "stamp": "归档章填写单",
    "lacking": "缺件清单",
}
BOOK = "归档表册"
_HALF_OF_SHA512 = 64


def forms(told: HandOver, day: date) -> Iterator[tuple[str, bytes]]:
    """Each form by its file name: five .docx and the workbook. Raises NoSheetPackages."""
    context = _context(told)
    for form, name in NAMES.items():
        made = own_page(__package__ or "", f"{form}.yaml", context, title=name, office=told.unit, day=day)
        yield f"{name}.docx", made
    yield f"{BOOK}.xlsx", workbook(_sheets(told), f"{told.year}年度归档表册")


def _context(told: HandOver) -> dict[str, object]:
    return {
        "unit": told.unit,
        "fonds_no": told.fonds_no,
        "class_code": told.class_code,
        "organ": told.organ,
        "year": told.year,
        "lines": [_line(line) for line in told.lines],
        "groups": [
            {
                "retention": group.retention,
                "lines": [_line(line) for line in group.lines],
                "first": group.first,
                "last": group.last,
                "count": group.count,
                "pages": group.pages,
            }
            for group in told.groups
        ],
        "count": len(told.lines),
        "pages": pages_told(told.lines),
        "situation": told.situation,
        "lacking": [asdict(one) for one in told.lacking],
        "at": told.at[:10],
        "seq": told.seq,
        # In two rows: it is longer than the cell is wide.
        "head_rows": f"{told.head[:_HALF_OF_SHA512]}\n{told.head[_HALF_OF_SHA512:]}",
        "sm3": told.sm3,
    }


def _line(line: Line) -> dict[str, object]:
    told = {**asdict(line), "day_digits": line.day_digits}
    return {key: "" if value is None else value for key, value in told.items()}


def _sheets(told: HandOver) -> list[tables.Sheet]:
    note = f"立档单位：{told.unit}　全宗号：{told.fonds_no}　年度：{told.year}　分类号：{told.class_code}"
    numbered = list(enumerate(told.lines, start=1))
    contents: list[Column[tuple[int, Line]]] = [
        Column("序号", 6, lambda row: row[0]),
        Column("档号", 26, lambda row: row[1].archival_no),
        Column("文号", 22, lambda row: row[1].doc_no),
        Column("责任者", 22, lambda row: row[1].author, "left"),
        Column("题名", 50, lambda row: row[1].title, "left"),
        Column("日期", 10, lambda row: row[1].day_digits),
        Column("密级", 6, lambda row: ""),
        Column("页数", 6, lambda row: row[1].pages),
        Column("备注", 14, lambda row: row[1].note, "left"),
    ]
    transfer: list[Column[Group]] = [
        Column("保管期限", 10, lambda group: group.retention),
        Column("起止件号", 14, lambda group: f"{group.first}—{group.last}"),
        Column("件数", 8, lambda group: group.count),
        Column("页数", 8, lambda group: group.pages),
        Column("盒数", 8, lambda group: ""),
        Column("备注", 20, lambda group: "", "left"),
    ]
    stamp: list[Column[tuple[int, Line]]] = [
        Column("序号", 6, lambda row: row[0]),
        Column("题名", 50, lambda row: row[1].title, "left"),
        Column("全宗号", 10, lambda row: told.fonds_no),
        Column("年度", 8, lambda row: told.year),
        Column("件号", 8, lambda row: row[1].item_no),
        Column("机构或问题", 12, lambda row: told.organ),
        Column("保管期限", 10, lambda row: row[1].retention),
        Column("页数", 6, lambda row: row[1].pages),
    ]
    lacking: list[Column[Lack]] = [
        Column("单位", 30, lambda lack: lack.owner, "left"),
        Column("文书", 40, lambda lack: lack.paper, "left"),
        Column("情况", 40, lambda lack: lack.why, "left"),
    ]
    mark = f"归档日志到第 {told.seq} 号（{told.at[:10]}）　sha512 {told.head}　SM3 {told.sm3}"
    noted: list[Column[str]] = [Column("说明", 90, lambda words: words, "left")]
    made = (
        ("contents", note, tables.table(contents, numbered)),
        ("transfer", mark, tables.table(transfer, told.groups)),
        ("note", note, tables.table(noted, [told.situation])),
        ("stamp", note, tables.table(stamp, numbered)),
        ("lacking", note, tables.table(lacking, told.lacking)),
    )
    return [tables.Sheet(NAMES[form], NAMES[form], remark, (table,)) for form, remark, table in made]
