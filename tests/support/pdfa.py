"""What ISO 19005-2 level B asks of a file, as far as the file itself shows it without a renderer."""

import io
from collections.abc import Iterator

import pikepdf

PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
FORBIDDEN_ACTIONS = {
    "/Launch",
    "/Sound",
    "/Movie",
    "/ResetForm",
    "/ImportData",
    "/JavaScript",
    "/Hide",
    "/SetState",
}
FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}


def pdfa_faults(pdf: bytes) -> list[str]:
    """Every requirement that the file breaks, with the clause of ISO 19005-2; empty for PDF/A-2b."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [*_file(pdf, document), *_metadata(document), *_colours(document), *_objects(document)]


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of the file by name, and whether their outlines are in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return dict(_fonts(document))


def _file(pdf: bytes, document: pikepdf.Pdf) -> Iterator[str]:
    if not pdf.startswith(b"%PDF-1.") or min(pdf.split(b"\n", 2)[1][1:5]) < 128:
        yield "6.1.2 header: %PDF-1.n and a comment of four bytes above 127"
    if document.is_encrypted:
        yield "6.1.3 encrypted"
    if "/ID" not in document.trailer:
        yield "6.1.3 no file identifier"
    if b"/LZWDecode" in pdf:
        yield "6.1.7.2 LZW"
    for name in ("/AF", "/OpenAction"):
        target = document.Root.get(name)
        if isinstance(target, pikepdf.Dictionary) and target.get("/S") in FORBIDDEN_ACTIONS:
            yield f"6.5.1 {name}"
    if "/EmbeddedFiles" in document.Root.get("/Names", {}):
        yield "6.8 embedded files"
    if "/AcroForm" in document.Root and "/XFA" in document.Root.AcroForm:
        yield "6.4.2 XFA"


def _metadata(document: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in document.Root:
        yield "6.6.2.1 no XMP"
        return
    if "/Filter" in document.Root.Metadata:
        yield "6.6.2.1 filtered XMP"
    with document.open_metadata() as xmp:
        if (xmp.get(f"{PDFA}part"), xmp.get(f"{PDFA}conformance")) != ("2", "B"):
            yield "6.6.4 no pdfaid:part 2, conformance B"
        if "/Title" in document.docinfo and xmp.get(f"{DC}title") != str(document.docinfo.Title):
            yield "6.6.3 title of Info and XMP differ"
        author = str(document.docinfo.get("/Author", ""))
        if author and author not in "".join(xmp.get(f"{DC}creator") or ()):
            yield "6.6.3 author of Info and XMP differ"


def _colours(document: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in document.Root.get("/OutputIntents", ()) if one.get("/S") == "/GTS_PDFA1"]
    if not intents:
        yield "6.2.3 no output intent"
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        if profile is None or profile.read_bytes()[36:40] != b"acsp":
            yield "6.2.3 the output intent has no ICC profile"
        elif profile.N != 3:
            yield "6.2.4.3 pages in RGB need an RGB profile"


def _objects(document: pikepdf.Pdf) -> Iterator[str]:
    for name, embedded in _fonts(document):
        if not embedded:
            yield f"6.2.11.4 {name} is not embedded"
    for thing in document.objects:
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if thing.get("/S") in FORBIDDEN_ACTIONS:
            yield f"6.5.1 action {thing.S}"
        if thing.get("/Type") == "/Annot" and thing.get("/Subtype") != "/Popup":
            flags = int(thing.get("/F", 0))
            if not flags & 4 or flags & 0b100011:
                yield "6.3.2 an annotation that does not print"
        if thing.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in thing:
            yield "6.2.11.3 no CIDToGIDMap"
        if "/F" in thing and isinstance(thing, pikepdf.Stream):
            yield "6.1.7.1 a stream outside the file"
        if thing.get("/Subtype") == "/Image" and thing.get("/Interpolate"):
            yield "6.2.8 interpolation"


def _fonts(document: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for thing in document.objects:
        if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
            continue
        if thing.get("/Subtype") in ("/Type0", "/Type3"):
            continue  # a Type0's outlines hang on its descendant
        descriptor = thing.get("/FontDescriptor", {})
        yield str(thing.get("/BaseFont")), bool(FONT_FILES & set(descriptor.keys()))
