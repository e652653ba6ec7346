import pytest

from onrecord.cli.settings import read_settings

CASES = [
    ("court.db", {"ONRECORD_LEDGER": "desk.db"}, "court.db", "court.db"),
    (None, {"ONRECORD_LEDGER": "desk.db"}, "desk.db", "desk.db (from ONRECORD_LEDGER)"),
    (None, {}, "onrecord.db", "onrecord.db (the default)"),
    (None, {"ONRECORD_LEDGER": ""}, "onrecord.db", "onrecord.db (the default)"),
]


@pytest.mark.parametrize(("option", "environment", "ledger", "words"), CASES)
def test_ledger_by_option_then_environment_then_default(
    option: str | None, environment: dict[str, str], ledger: str, words: str
) -> None:
    settings = read_settings(option, environment)
    assert (settings.ledger, settings.ledger_words) == (ledger, words)
