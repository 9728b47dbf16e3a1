"""From records to postings: every value that the public may read is named here, and no other is taken.

The numbers and words are those of the papers: the same facts and phrases.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from docgen.build.plan import Job
from docgen.build.posted import page_name
from docgen.campaign.facts import FACTS
from docgen.campaign.facts.goal_rows import GoalRow
from docgen.campaign.models.organisation import Office as Department
from docgen.campaign.models.problem import Problem
from docgen.campaign.models.process import Notice, Supervise
from docgen.campaign.models.record import BranchRecord
from docgen.campaign.office import Office
from docgen.campaign.phrases import channels, period_with_workdays
from docgen.campaign.subject import Subject
from docgen.publish.board.posting import Count, Desk, Posting, Section, Supervision, Table
from docgen.text.present import present


def posting(job: Job, title: str, office: Office, *, draft: bool = False, code_svg: str = "") -> Posting:
    """What the public reads of the posted paper `job`."""
    plain = Posting(
        job.paper.board, page_name(job), title, _owner(job, office), job.day, draft=draft, code_svg=code_svg
    )
    filled = _filled(plain, job, office)
    sections = tuple(part for part in filled.sections if part.paragraphs or part.table)
    return replace(filled, sections=sections)


def desks(office: Office) -> tuple[Desk, ...]:
    """The two departments that J37 lets the public know."""
    committee = office.committee.committee
    found = (_desk(committee.org_department), _desk(committee.office))
    return tuple(desk for desk in found if desk.name)


def _desk(department: Department) -> Desk:
    return Desk(department.name, department.phone, department.email, department.room, department.hours)


def _owner(job: Job, office: Office) -> str:
    committee = office.committee.committee
    return job.branch.branch.short_name if job.branch else committee.short_name or committee.full_name


def _filled(plain: Posting, job: Job, office: Office) -> Posting:
    branch, item = job.branch, job.item
    if plain.board == "result" and branch is None:
        return _result(plain, office)
    if branch is None:
        return _other(plain)
    if plain.board == "notice" and isinstance(item, Notice):
        return _notice(plain, item, branch, office)
    if plain.board == "explanation" and isinstance(item, Problem):
        return _explanation(plain, item, branch, office)
    if plain.board == "pledge":
        return _pledge(plain, branch, office)
    if plain.board == "deeds":
        return _deeds(plain, branch, office)
    return _other(plain)


def _other(plain: Posting) -> Posting:
    return replace(plain, board="other", lead="全文见公示栏张贴的纸质件。")


def _notice(plain: Posting, notice: Notice, branch: BranchRecord, office: Office) -> Posting:
    return replace(
        plain,
        start=notice.start,
        end=notice.end,
        period_text=_period(notice.start, notice.end, office),
        channels_text=channels(notice.channels),
        lead=_aim(branch),
        sections=tuple(_notice_sections(branch, office)),
        supervision=_supervision(notice.supervise, office),
    )


def _notice_sections(branch: BranchRecord, office: Office) -> Iterable[Section]:
    target, brand = branch.target, branch.brand
    texts = [target.statement]
    if target.reason_for_same_grade:
        texts.append(f"{target.mode}的理由：{target.reason_for_same_grade}")
    if brand.name:
        texts += [f"打造的工作品牌：{brand.name}", brand.slogan and f"口号：{brand.slogan}", brand.meaning]
    yield Section("晋位升级目标", _said(texts))
    yield Section("四个新提升", table=_goals(branch, office))
    dimensions = tuple((one.name, one.baseline, one.target) for one in branch.goals.five_dimensions)
    yield Section("五个方面", table=_table(("方面", "现状", "目标"), dimensions))
    method = branch.method
    theme = f"工作主题：{method.grade_theme}" if method.grade_theme else ""
    ways = f"主要方法：{present(method.grade_methods)}" if method.grade_methods else ""
    yield Section("升级办法要点", _said((theme, ways, method.integration)))
    yield Section("公开承诺事项", table=_pledged(branch, kept=False))


def _aim(branch: BranchRecord) -> str:
    target, baseline = branch.target, branch.baseline
    was = f"现为{baseline.grade}" if baseline.grade else ""
    aim = f"目标为{target.grade}" if target.grade else ""
    by = f"{present(target.by)}前实现" if target.by else ""
    return "，".join(filter(None, (was, aim, by)))


def _goals(branch: BranchRecord, office: Office) -> Table | None:
    rows: tuple[GoalRow, ...] = FACTS["branch"]["goal_rows"].of(Subject(office, branch))  # type: ignore[assignment]
    texts = ((r.area, r.text, r.metric_text, r.responsible, present(r.deadline)) for r in rows)
    return _table(("方面", "目标任务", "指标", "责任人", "时限"), texts)


def _result(plain: Posting, office: Office) -> Posting:
    notice = office.committee.final_evaluation.result_notice
    rows = ((one.branch.short_name, one.baseline.grade, one.final.grade) for one in office.branches)
    return replace(
        plain,
        start=notice.start,
        end=notice.end,
        period_text=_period(notice.start, notice.end, office),
        channels_text=channels(notice.channels),
        lead=f"{len(office.branches)}个党支部拟审定的档次",
        sections=(Section("拟审定档次", table=_table(("党支部", "原档次", "拟审定档次"), rows)),),
        supervision=_supervision(Supervise(phone=notice.phone), office),
    )


def _pledge(plain: Posting, branch: BranchRecord, office: Office) -> Posting:
    pledge = branch.pledges.to_public
    signer = pledge.signer or branch.branch.secretary
    kept = sum(item.fulfilled is True for item in pledge.items)  # as facts.pledge_counts has it
    sections = (
        Section("晋位升级目标", _said((branch.target.statement,))),
        Section("承诺事项", table=_pledged(branch, kept=True)),
        Section("", _said((signer and f"承诺人：{signer}",))),
    )
    return replace(
        plain,
        lead=branch.target.statement,
        sections=sections,
        count=Count(kept, len(pledge.items)),
        supervision=_supervision_of_branch(branch, office),
    )


def _pledged(branch: BranchRecord, *, kept: bool) -> Table | None:
    items = branch.pledges.to_public.items
    columns = ("承诺事项", "完成时限", "责任人")
    table = _table(columns, ((one.text, present(one.deadline), one.responsible) for one in items))
    if table is None or not kept:
        return table
    done = tuple(one.fulfilled is True for one in items)
    return _with_states(table, "兑现情况", done, ("已兑现" if one else "正在办理" for one in done))


def _deeds(plain: Posting, branch: BranchRecord, office: Office) -> Posting:
    columns = ("实事", "服务对象", "责任人", "计划时间", "办理结果")
    rows = (
        (one.title, _for_whom(one.beneficiary, one.people), one.lead, present(one.planned_on), one.result)
        for one in branch.deeds
    )
    table, done = _table(columns, rows), tuple(one.done_on is not None for one in branch.deeds)
    states = (f"{present(one.done_on)}办结" if one.done_on else "正在办理" for one in branch.deeds)
    if table:
        table = _with_states(table, "进展", done, states)
    return replace(
        plain,
        sections=(Section("", table=table),),
        count=Count(sum(done), len(done)),
        supervision=_supervision_of_branch(branch, office),
    )


def _with_states(table: Table, heading: str, done: tuple[bool, ...], states: Iterable[str]) -> Table:
    rows = tuple((*row, state) for row, state in zip(table.rows, states, strict=True))
    return Table((*table.columns, heading), rows, len(table.columns), done)


def _for_whom(beneficiary: str, people: int | None) -> str:
    return beneficiary + (f"（{people}人）" if people is not None else "")


def _explanation(plain: Posting, problem: Problem, branch: BranchRecord, office: Office) -> Posting:
    told, by = problem.explanation, problem.deadline
    plan = (f"完成时限：{present(by)}" if by else "", f"牵头责任人：{problem.lead}" if problem.lead else "")
    measures = ((one.action, one.responsible, present(one.deadline)) for one in problem.measures)
    return replace(
        plain,
        posted_on=told.date or plain.posted_on,
        lead=problem.title,
        channels_text=told.channel,
        sections=(
            Section("问题", _said((problem.title, *problem.description.split("\n")))),
            Section("暂时不能解决的原因", _said(told.text.split("\n"))),
            Section("解决的计划", _said(plan), _table(("措施", "责任人", "完成时限"), measures)),
        ),
        supervision=_supervision_of_branch(branch, office),
    )


def _supervision_of_branch(branch: BranchRecord, office: Office) -> Supervision:
    asked = (one.supervise for one in branch.publicity.notices if one.supervise.phone)
    return _supervision(next(asked, Supervise()), office)


def _supervision(asked: Supervise, office: Office) -> Supervision:
    """The posting's own ways to comment; where it names no telephone, the organisation department's."""
    phone = asked.phone or office.committee.committee.org_department.phone
    return Supervision(phone, asked.receiver, asked.email, asked.box)


def _period(start: date | None, end: date | None, office: Office) -> str:
    return period_with_workdays(start, end, office.workdays(start, end))


def _said(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table | None:
    filled = tuple(rows)
    return Table(columns, filled) if filled else None
