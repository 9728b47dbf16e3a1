import pytest

from docgen.pdf import doctor_facts

pytestmark = pytest.mark.pdf


def test_a_machine_that_has_all_needs_no_remedy():
    facts = doctor_facts()

    assert [fact.what for fact in facts if not fact.is_good] == []
    assert any("LibreOffice" in fact.found for fact in facts)
    assert {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"} <= {fact.what for fact in facts}


def test_a_machine_without_libreoffice_and_fonts_is_told_how_to_get_each(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    monkeypatch.setenv("DOCGEN_FONTS_DIR", str(tmp_path))

    facts = {fact.what: fact for fact in doctor_facts()}

    assert "libreoffice-writer-nogui" in facts["LibreOffice"].remedy
    assert "docgen fonts install" in facts["替代字体"].remedy
    assert "fontconfig" in facts["字体对照"].remedy
