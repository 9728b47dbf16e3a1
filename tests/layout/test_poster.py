import pytest

from docgen.layout.builder import build_template
from docgen.layout.finish import finish
from docgen.layout.package import unpack
from docgen.layout.poster import ENLARGED, REDUCED, is_poster, scale
from docgen.layout.tree import parse, serialize, w

BLOCKS = {
    "blocks": [
        {"title": "公开承诺书"},
        {"text": "一、承诺\n按时完成。"},
        {"signature": {"org": "某支部"}},
    ]
}


def _parts(page):
    return unpack(build_template(BLOCKS | {"page": page}))


def test_a_poster_lies_on_a3_with_margins_and_type_in_proportion():
    upright, poster = (parse(_parts(page)["word/document.xml"]) for page in ("portrait", "poster"))

    size = next(poster.iter(w("pgSz")))
    assert (size.get(w("w")), size.get(w("h"))) == ("16838", "23811")
    for side in ("top", "left", "right", "bottom"):
        small, large = (int(next(root.iter(w("pgMar"))).get(w(side))) for root in (upright, poster))
        assert large == round(small * ENLARGED)


def test_only_upright_a3_is_a_poster():
    assert is_poster(parse(_parts("poster")["word/document.xml"]))
    for page in ("portrait", "landscape", "a3-landscape"):
        assert not is_poster(parse(_parts(page)["word/document.xml"]))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footer1.xml"])
def test_what_was_enlarged_is_reduced_to_what_it_was(part):
    upright, poster = _parts("portrait")[part], parse(_parts("poster")[part])

    scale(poster, REDUCED)

    assert serialize(poster) == serialize(parse(upright))


def test_the_pass_lays_a_poster_out_as_it_does_the_page():
    page = parse(finish(_parts("portrait")["word/document.xml"]).xml)
    poster = parse(finish(_parts("poster")["word/document.xml"]).xml)

    scale(page, ENLARGED)

    assert serialize(poster) == serialize(page)
