import io
import zipfile

from docgen.pdf.wanted import Wanted, wanted_by


def make_package(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def test_fonts_and_characters_are_taken_from_text_and_styles_and_nothing_else():
    package = make_package(
        document='<w:rFonts w:eastAsia="仿宋_GB2312"/><w:t xml:space="preserve">甲&amp;</w:t><w:tab/>',
        styles='<w:rFonts w:ascii="A&amp;B"/>',
        settings='<w:rFonts w:ascii="别的"/><w:t>乙</w:t>',
    )

    assert wanted_by(package) == Wanted(frozenset({"仿宋_GB2312", "A&B"}), frozenset("甲&"))


def test_what_is_no_docx_asks_for_nothing_known():
    assert wanted_by(b"%PDF") is None
    assert wanted_by(make_package(other="<a/>")) is None
