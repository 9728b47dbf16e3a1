"""X27: one number of a document stands on one document."""

from pathlib import Path

import pytest

from support.judged import found_with


@pytest.mark.parametrize(
    ("field", "number", "expected"),
    [
        ("P2.agreement.doc_no", "滨医党责〔2027〕1号", ["X27 错误 P2.agreement.doc_no"]),
        (
            "committee.grade_confirmation.request.doc_no",
            "滨医党〔2027〕18号",
            ["X27 错误 committee.grade_confirmation.request.doc_no"],
        ),
        ("P2.review.approval.doc_no", "滨医党责〔2027〕1号", []),
        ("committee.campaign.basis[0].doc_no", "滨医党发〔2027〕9号", []),
    ],
)
def test_a_number_used_twice_is_reported_at_its_second_place(
    field: str, number: str, expected: list[str], tmp_path: Path
):
    assert found_with(field, number, tmp_path) == expected
