from docs.tables import noun
from onrecord.records import ActTime, Party


def test_noun_shows_fields_as_they_are_written() -> None:
    table = noun(ActTime)
    assert "| `from` | text or null | null |" in table
    assert "| `span` | [span](#span) or null | null |" in table


def test_noun_says_what_must_be_there() -> None:
    assert "| `name` | text | must be there |" in noun(Party)
