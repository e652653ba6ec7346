"""The parties that go by one name, found without reading every report that names them."""

from collections.abc import Iterator

import pytest

from onrecord.ledger import Ledger, namesakes
from onrecord.ledger.log import read_judged
from onrecord.records.judgements import PartyName
from tests.factories import make_party, make_reading, make_report
from tests.ledger.making import open_at


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """Freedonia without a code in the oldest of twelve reports, and a person of that name in one."""
    with open_at(place) as opened:
        for at in range(12):
            ids = () if at == 0 else (("iso3", "FRE"),)
            person = make_party("p2", kind="person", name="Anna Freedonia")
            parties = (make_party(ids=ids), person) if at == 5 else (make_party(ids=ids),)
            opened.append(make_reading(make_report(title=f"Letter {at}"), parties=parties))
        yield opened


def test_each_party_of_a_name_is_found_once_the_newest_first(ledger: Ledger) -> None:
    assert ledger.parties("Freedonia") == (
        PartyName(kind="state", name="Freedonia", ids=(("iso3", "FRE"),)),
        PartyName(kind="person", name="Anna Freedonia"),
        PartyName(kind="state", name="Freedonia"),
    )


def test_few_readings_are_looked_at(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[int]()

    def counting(connection: object, seq: int) -> object:
        read.append(seq)
        return read_judged(connection, seq)  # type: ignore[arg-type]

    monkeypatch.setattr(namesakes, "read_judged", counting)
    ledger.parties("Freedonia")
    assert len(read) == 3


def test_nobody_goes_by_a_name_that_no_report_has(ledger: Ledger) -> None:
    assert ledger.parties("Sylvania") == ()
