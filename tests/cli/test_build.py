"""What `docgen build` lists."""

from docgen.build.outcome import JobLine, Outcome
from docgen.cli.commands import build


def outcomes(count, status="unchanged", draft=False):
    line = JobLine("D21", "problem-dossier", "", "问题档案", "Z01", path="Z01/a.docx")
    return [Outcome(line, status, draft=draft)] * count


def test_of_thousands_only_those_that_changed_have_a_line():
    many = [*outcomes(1000), *outcomes(2, "written"), *outcomes(1, draft=True)]

    assert len(list(build._worth_a_line(many, len(many), verbose=False))) == 3
    assert len(list(build._worth_a_line(many, len(many), verbose=True))) == 1003


def test_of_a_few_all_have_a_line():
    assert len(list(build._worth_a_line(outcomes(40), 40, verbose=False))) == 40
