"""Numbers are found in a text, all in one go."""

from docgen.archive.filing.numbers import Numbers


def test_the_numbers_that_a_text_names_are_found_whatever_they_end_in():
    numbers = Numbers(
        ["水党〔2016〕3号", "水党〔2016〕13号", "市委发〔2016〕9号", "WS-2016-7", "水党〔2016〕4号", ""]
    )

    found = numbers.named_in(
        "你委《请示》（水党〔2016〕13号）收悉。WS-2016-7、市委发〔2016〕9号和水党〔2016〕3号照办"
    )

    assert found == {"水党〔2016〕3号", "水党〔2016〕13号", "WS-2016-7", "市委发〔2016〕9号"}


def test_a_text_shorter_than_the_number_names_none():
    assert Numbers(["水党〔2016〕3号"]).named_in("3号") == set()


def test_without_numbers_there_is_nothing_to_look_for():
    assert not Numbers(["", " "])
    assert Numbers(["3号"])
