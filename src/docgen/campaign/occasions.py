"""What a record has only if something happened; without it no paper is owed."""

# R49, R50: nobody has to be praised, and only a criticised branch is ordered to rectify. That the order of
# a criticised one is lacking is a finding.
OCCASIONAL = frozenset(
    {"rectification_order", "midterm_evaluation.commended", "midterm_evaluation.criticised"}
)
