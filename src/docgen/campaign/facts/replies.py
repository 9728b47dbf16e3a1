"""The superior's replies as papers quote them: by issuer, title and number (R22, R23)."""

from docgen.campaign.fact import fact
from docgen.campaign.facts.basis import quoted_title
from docgen.campaign.models.meetings import Letter
from docgen.campaign.office import Office


@fact("plan_reply", "方案批复", scope="committee", reads=("superior", "submission_to_superior"))
def plan_reply(office: Office) -> str:
    """中共示范市委教育工作委员会《关于…方案的批复》（示教工委〔2012〕33号); "" while there is none."""
    return _quoted(office.committee.submission_to_superior.reply, office)


@fact("grade_reply", "档次批复", scope="committee", reads=("superior", "grade_confirmation"))
def grade_reply(office: Office) -> str:
    """The same of the reply on the grades."""
    return _quoted(office.committee.grade_confirmation.reply, office)


def _quoted(reply: Letter, office: Office) -> str:
    if not reply:
        return ""
    issuer = office.committee.superior.full_name or "上级党组织"
    number = f"（{reply.doc_no}）" if reply.doc_no else ""
    return f"{issuer}{quoted_title(reply.title) if reply.title else '的批复'}{number}"
