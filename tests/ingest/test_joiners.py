import pytest

from onrecord.ingest.joiners import drop_idle_joiners

PERSIAN = "می\u200cخواهم"


@pytest.mark.parametrize(
    "idle", ["\u200dstate", "state\u200d", "sta\u200cte", "sta\u200c\u200dte", "é\u200dم", "م\u200d m"]
)
def test_joiner_between_other_letters_goes(idle: str) -> None:
    assert drop_idle_joiners(idle) == idle.replace("\u200c", "").replace("\u200d", "")


def test_joiner_between_persian_letters_stays() -> None:
    assert drop_idle_joiners(PERSIAN) == PERSIAN


def test_run_of_joiners_becomes_one() -> None:
    assert drop_idle_joiners("می\u200d\u200cخواهم") == PERSIAN
