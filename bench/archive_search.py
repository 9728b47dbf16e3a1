"""Search in 10,000 archived papers, ranked, against a warm `grep -rF` over their texts, by turns.

A search opens the index afresh and sees that it is up to date, as `docgen archive search` does; the best 20
come with their snippets, and the number of hits must be that of grep.
"""

import io
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from docgen.archive.entries import Deposit
from docgen.archive.index.searching import Wanted, search
from docgen.archive.index.updating import make_anew
from docgen.archive.writer import writing
from docgen.layout.markup import W
from support.archives import Unsynced, clock

PAPERS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
CHARACTERS = 1_880
GROUP = 100
ROUNDS = 7
RARE, WORDS = "芮𬱖", ("制度", "书记", "芮𬱖", "阿卜杜热合曼", "二〇一二年度", "没有这个词")
STOCK = """
党支部 书记 制度 整改 落实 措施 责任人 时限 群众 满意率 会议 记录 学习 活动室 考评 晋位 升级 办法 公示 意见
医院 护理 值班 供水 管网 抢修 检查 督查 档案 台账 党员 教育 管理 服务 监督 二〇一二年度 阿卜杜热合曼
"""


def text(rng: random.Random) -> list[str]:
    """Paragraphs of about so many characters; one paper in ten lacks each common word."""
    words = [word for word in STOCK.split() if rng.random() > 0.4]
    said: list[str] = []
    while sum(map(len, said)) < CHARACTERS:
        said.append("，".join("".join(rng.choices(words, k=4)) for _ in range(rng.randint(3, 9))) + "。")
    if rng.random() < 0.01:
        said.append(f"联系人：{RARE}。")
    return said


def docx(said: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in said)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return buffer.getvalue()


def fill(archive: Path, texts: Path) -> None:
    rng = random.Random(1)
    with writing(archive, by="张三", now=clock(), disk=Unsynced()) as writer:
        for start in range(0, PAPERS, GROUP):
            deposits = []
            for number in range(start, min(start + GROUP, PAPERS)):
                said = text(rng)
                (texts / f"{number}.txt").write_text("\n".join(said), encoding="utf-8")
                object_id = f"urn:docgen:S77:2031:Z{number}:D22"
                deposits.append(Deposit(object_id, "issue", {"paper.docx": docx(said)}, "张三", "印发"))
            writer.commit(deposits)


def milliseconds(work: Callable[[], int]) -> tuple[float, int]:
    start = time.perf_counter()
    found = work()
    return 1000 * (time.perf_counter() - start), found


def grep(texts: Path, word: str) -> int:
    return len(subprocess.run(["grep", "-rlF", word, texts], capture_output=True).stdout.splitlines())


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        archive, texts = Path(name) / "archive", Path(name) / "texts"
        texts.mkdir()
        fill(archive, texts)
        spent, versions = milliseconds(lambda: make_anew(archive))
        size = (archive / "index.sqlite").stat().st_size / 1e6
        print(
            f"{versions} papers of {CHARACTERS} characters: index made in {spent / 1000:.1f} s, {size:.0f} MB"
        )
        slower = 0
        for word in WORDS:
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours.append(milliseconds(lambda word=word: search(archive, Wanted((word,))).total))
                theirs.append(milliseconds(lambda word=word: grep(texts, word)))
            mine, other = median(one for one, _ in ours), median(one for one, _ in theirs)
            same = {found for _, found in (*ours, *theirs)}
            print(f"{word}：search {mine:5.1f} ms, grep {other:5.1f} ms, hits {sorted(same)}")
            slower += mine > other or len(same) > 1
        return int(slower > 0)


if __name__ == "__main__":
    sys.exit(main())
