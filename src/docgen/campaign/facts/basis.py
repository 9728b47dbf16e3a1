"""The documents that the campaign rests on, as the opening sentence of a paper quotes them (R1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.campaign.fact import Row, fact
from docgen.campaign.models.campaign import Basis
from docgen.campaign.office import Office
from docgen.campaign.phrases import joined


@dataclass(frozen=True, slots=True)
class BasisFact(Row):
    """《…》（示发〔2012〕10号）、《…》: all of them, and those that are not the committee's own."""

    all_text: str
    from_above: str


@fact("basis", "依据", scope="committee", reads=("campaign", "committee"))
def committee_basis(office: Office) -> BasisFact:
    """The basis in the words of a paper; the committee does not name itself as the issuer."""
    listed = [basis for basis in office.campaign.basis if basis.title]
    own = office.committee.committee.full_name
    return BasisFact(
        all_text=_quoted(listed, own),
        from_above=_quoted((basis for basis in listed if basis.issuer != own), own),
    )


@fact("basis", "依据", reads=("campaign", "committee"))
def basis(office: Office) -> BasisFact:
    """The same in the papers of a branch."""
    return committee_basis(office)


def quoted_title(title: str) -> str:
    """《关于印发〈意见〉的通知》: marks within a title are single ones."""
    inner = title[1:-1] if title.startswith("《") and title.endswith("》") else title
    return f"《{inner.replace('《', '〈').replace('》', '〉')}》"


def _quoted(listed: Iterable[Basis], own: str) -> str:
    return joined(_one(basis, own) for basis in listed)


def _one(basis: Basis, own: str) -> str:
    issuer = "" if basis.issuer == own else basis.issuer
    number = f"（{basis.doc_no}）" if basis.doc_no else ""
    return f"{issuer}{quoted_title(basis.title)}{number}"
