"""Which papers are not owed: of what did not happen, and where another one does as well."""

from collections.abc import Mapping

# R49, R50: nobody has to be praised, and only a criticised branch is ordered to rectify. That the order of
# a criticised one is lacking is a finding.
OCCASIONAL = frozenset(
    {"rectification_order", "midterm_evaluation.commended", "midterm_evaluation.criticised"}
)

# A paper for each branch, or one for all of them (domain.md 3.4, D04).
ONE_FOR_ALL: Mapping[str, str] = {"D04-single": "D04-collective"}
