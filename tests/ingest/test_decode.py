import pytest

from onrecord.ingest.decode import decode_bytes, decode_html
from onrecord.records.errors import InputError

ENGLISH = "The minister’s letter said: “No.” Jørgen Åkesson of Malmö agreed with the court. "
RUSSIAN = "Министр заявил, что суд принял решение по запросу прокурора. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_decode_bytes_knows_unicode_by_its_marks(encoding: str) -> None:
    assert decode_bytes(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251")])
def test_decode_bytes_guesses_what_nobody_declared(text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding)) == text


def test_decode_bytes_takes_the_declared_encoding() -> None:
    assert decode_bytes("Łódź".encode("iso8859-2"), declared="ISO-8859-2") == "Łódź"


def test_decode_bytes_reads_latin_1_as_the_web_does() -> None:
    assert decode_bytes(ENGLISH.encode("cp1252"), declared="ISO-8859-1") == ENGLISH


@pytest.mark.parametrize("wrong", ["iso-8859-1", "utf-16", "no-such", "zip", "utf-7", "unicode_escape"])
def test_decode_bytes_believes_valid_utf_8_before_a_wrong_declaration(wrong: str) -> None:
    assert decode_bytes(ENGLISH.encode(), declared=wrong) == ENGLISH


@pytest.mark.parametrize("escapes", [b"+ADw-script+AD4-", rb"\x3cscript\x3e"])
def test_decode_bytes_unpacks_no_escapes(escapes: bytes) -> None:
    assert decode_bytes(escapes, declared="utf-7" if escapes.startswith(b"+") else "unicode_escape") == escapes.decode()


def test_decode_bytes_reads_declared_japanese_that_looks_like_ascii() -> None:
    assert decode_bytes("外務省".encode("iso2022_jp"), declared="iso-2022-jp") == "外務省"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"\xff\xfe\x00", b"\xef\xbb\xbf\xff"])
def test_decode_bytes_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode_bytes(data)
    assert caught.value.reason == "encoding"


def test_decode_html_reads_the_charset_of_the_head() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Суд</body></html>'
    assert "Суд" in decode_html(page.encode("cp1251"))
