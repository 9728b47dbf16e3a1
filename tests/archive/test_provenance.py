"""provenance.json: W3C PROV-JSON that says what was meant, and says it again when read."""

import io
import json

import pytest
from prov.model import ProvDocument

from docgen.archive.provenance import About, FaultyProvenance, Provenance, read, written

TOLD = Provenance(
    object="urn:docgen:Q008:2012:Z01:D22.2",
    event="issue",
    by="张三 & “李四”",
    reason="印发 {{ 7*7 }}",
    at="2012-06-14T09:00:00+08:00",
    program="docgen 1.0",
    about=About(title="题名<甲>", doc_no="示院党批〔2012〕2号", date="2012-06-14", replaces="urn:docgen:old"),
    given={"Z01:D07": {"doc_no": "示院党责〔2012〕1号", "date": ""}},
)
FILES = {"record/committee.yaml": b"a: 1\n", "paper.docx": b"PK", "scan/扫描 1.pdf": b"%PDF"}


def test_what_was_written_is_read():
    assert read(written(TOLD, FILES)) == TOLD


def test_other_programs_read_it_as_prov_json_and_lose_nothing():
    data = written(TOLD, FILES)

    document = ProvDocument.deserialize(io.BytesIO(data), format="json")
    again = json.loads(document.serialize(format="json"))

    ours = json.loads(data)
    assert set(again["entity"]) == set(ours["entity"])
    assert again["activity"]["docgen:event"]["docgen:by"] == TOLD.by
    assert {key for key in ours if key != "prefix"} <= set(again)
    assert {one.get("docgen:path") for one in again["entity"].values()} >= FILES.keys()


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"{}", b'{"activity": []}', b'{"activity": {"docgen:event": 1}}']
)
def test_what_is_no_provenance_is_told(data):
    with pytest.raises(FaultyProvenance):
        read(data)
