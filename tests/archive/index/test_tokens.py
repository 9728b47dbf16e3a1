import sqlite3

import pytest

from docgen.archive.index.tokens import phrase, place_of, tokens

TEXT = "关于会签制度的\u3000通知\n芮𬱖同志：满意率８５.5%，ＡＢ角{{不得转发}}。"


def is_found(words: str, text: str = TEXT) -> bool:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE word USING fts5 (said, content='', tokenize='ascii')")
    index.execute("INSERT INTO word (rowid, said) VALUES (1, ?)", (tokens(text),))
    return index.execute("SELECT 1 FROM word WHERE word MATCH ?", (phrase(words),)).fetchone() is not None


@pytest.mark.parametrize(
    "words", ["制", "制度", "芮𬱖", "的通知", "85.5%", "AB角", "ab角", "{{不得", "”".replace("”", "。")]
)
def test_words_that_stand_there_are_found(words):
    assert is_found(words)
    assert place_of(words, TEXT) is not None


@pytest.mark.parametrize("words", ["度制", "知芮", "8.55", "AB 度", "“", "芮𬱕"])
def test_words_that_do_not_stand_there_are_not(words):
    assert not is_found(words)
    assert place_of(words, TEXT) is None


def test_place_is_that_of_the_text_as_it_stands():
    start, end = place_of("率85", TEXT) or (0, 0)

    assert TEXT[start:end] == "率８５"


def test_blanks_alone_are_no_query():
    assert phrase(" \u3000\n") == ""


def test_quotes_in_a_query_are_text_and_no_syntax():
    assert not is_found('制度" OR "无')
    assert is_found('说"是"', '他说"是"。')
