"""Our rendering against docxtpl as its manual shows it: time for a document, and memory over many.

Run it as `make bench`. Both sides run by turns in one process, so that other load on the machine hits
both; memory is measured in processes of its own.
"""

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from docx import Document
from docxtpl import DocxTemplate

from docgen.render import Template

ROUNDS = 15
OURS_IN_A_ROUND, THEIRS_IN_A_ROUND = 100, 2
FEW, MANY = 100, 5_000


def dossier() -> tuple[bytes, dict[str, Any]]:
    """A problem dossier's form: two pages, a table of ten measures, header and footer."""
    document = Document()
    document.core_properties.title = "{{ branch.name }}问题档案"
    document.sections[0].header.paragraphs[0].text = "{{ branch.name }}"
    document.sections[0].footer.paragraphs[0].text = "编号 {{ problem.id }}"
    document.add_paragraph("{{ branch.name }}晋位升级问题档案")
    _form(
        document,
        [
            ("问题", "problem.title"),
            ("来源", "problem.source"),
            ("责任领导", "problem.leader"),
            ("表现", "problem.symptoms"),
            ("原因", "problem.causes|join('；')"),
            ("目标", "problem.goal"),
        ],
    )
    _rows(
        document,
        ["序号", "整改措施", "责任人", "完成时限"],
        "m",
        "problem.measures",
        ["{{ loop.index }}", "{{ m.text }}", "{{ m.who }}", "{{ m.until }}"],
    )
    for opinion in ("支部意见", "党委意见"):
        document.add_paragraph("{%p if problem.closed %}")
        document.add_paragraph(opinion + "：{{ problem.opinion }}")
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ branch.secretary }}　　{{ problem.found_on }}")
    measures = [
        {
            "text": f"第{n}项：每周集中学习一次，做好记录并由支部书记检查",
            "who": "张三",
            "until": "2012年9月30日",
        }
        for n in range(10)
    ]
    problem = {
        "id": "W1",
        "title": "组织生活制度落实不到位",
        "source": "党员座谈会、群众评议",
        "leader": "王五",
        "found_on": "2012年6月14日",
        "symptoms": "“三会一课”次数不足，记录不全，个别党员连续缺席，" * 4,
        "causes": ["认识不足", "制度不健全", "检查不经常"],
        "goal": "半年内健全制度，出席率达到百分之九十五以上",
        "measures": measures,
        "closed": True,
        "opinion": "同意销号",
    }
    return _bytes(document), {"branch": {"name": "第一党支部", "secretary": "李四"}, "problem": problem}


def agreement() -> tuple[bytes, dict[str, Any]]:
    """A responsibility agreement: running text in articles, two parties, a table of targets."""
    document = Document()
    document.core_properties.title = "{{ branch }}目标责任书"
    document.sections[0].footer.paragraphs[0].text = "{{ committee }}"
    document.add_paragraph("基层党组织晋位升级目标责任书")
    document.add_paragraph("甲方：{{ committee }}　　乙方：{{ branch }}")
    document.add_paragraph("{%p for article in articles %}")
    document.add_paragraph("第{{ loop.index }}条　{{ article.title }}")
    document.add_paragraph("{{ article.text }}{% if article.note %}（{{ article.note }}）{% endif %}")
    document.add_paragraph("{%p endfor %}")
    _rows(
        document, ["项目", "目标", "分值"], "t", "targets", ["{{ t.item }}", "{{ t.goal }}", "{{ t.points }}"]
    )
    document.add_paragraph("甲方（签字）：{{ signer_a }}　　乙方（签字）：{{ signer_b }}")
    document.add_paragraph("{{ signed_on }}")
    text = "乙方在甲方领导下开展工作，按照方案规定的步骤和时限完成各项任务，接受检查和考评。"
    return _bytes(document), {
        "committee": "中共某某学校委员会",
        "branch": "第一党支部",
        "signer_a": "赵六",
        "signer_b": "李四",
        "signed_on": "2012年6月14日",
        "articles": [
            {"title": f"职责之{n}", "text": text * 3, "note": "另见方案" if n % 2 else ""} for n in range(9)
        ],
        "targets": [{"item": f"指标{n}", "goal": "年底前达到先进标准", "points": 10} for n in range(10)],
    }


def _form(document: Any, lines: list[tuple[str, str]]) -> None:
    table = document.add_table(rows=len(lines), cols=2)
    for row, (label, tag) in zip(table.rows, lines, strict=True):
        row.cells[0].text, row.cells[1].text = label, f"{{{{ {tag} }}}}"


def _rows(document: Any, head: list[str], item: str, items: str, tags: list[str]) -> None:
    table = document.add_table(rows=4, cols=len(head))
    for row, texts in zip(
        table.rows, (head, [f"{{%tr for {item} in {items} %}}"], tags, ["{%tr endfor %}"]), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _bytes(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docxtpl_once(template: bytes, context: dict[str, Any]) -> bytes:
    """docxtpl as its manual shows it: open, render, save."""
    tpl = DocxTemplate(io.BytesIO(template))
    tpl.render(context)
    buffer = io.BytesIO()
    tpl.save(buffer)
    return buffer.getvalue()


def seconds(work: Callable[[], object], times: int) -> float:
    """Time for one."""
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times


def compare(name: str, template: bytes, context: dict[str, Any]) -> None:
    """A line with both speeds and their ratio; medians over the rounds."""
    form = Template(template)
    form.render(context)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: form.render(context), OURS_IN_A_ROUND))
        theirs.append(seconds(lambda: docxtpl_once(template, context), THEIRS_IN_A_ROUND))
    mine, other = sorted(ours)[ROUNDS // 2], sorted(theirs)[ROUNDS // 2]
    print(f"{name}: docgen {1 / mine:,.0f}/s, docxtpl {1 / other:,.0f}/s, ratio {other / mine:.0f}")


def peak_mebibytes(count: int) -> float:
    """The peak memory of a process that renders so many documents."""
    done = subprocess.run([sys.executable, __file__, str(count)], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def _render_many(count: int) -> None:
    template, context = dossier()
    form = Template(template)
    for number in range(count):
        form.render({**context, "branch": {"name": f"第{number}党支部", "secretary": "李四"}})
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    if len(sys.argv) > 1:
        _render_many(int(sys.argv[1]))
        return
    compare("problem dossier", *dossier())
    compare("responsibility agreement", *agreement())
    for count in (FEW, MANY):
        print(f"peak memory of {count} documents: {peak_mebibytes(count):.1f} MiB")


if __name__ == "__main__":
    main()
