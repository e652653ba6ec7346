from dataclasses import MISSING, fields

import pytest
from msgspec.structs import fields as struct_fields

from onrecord.records import Act, ActTime, Attribution, Count, Dropped, Outlet, Party, Reading, Report
from onrecord.records.wire import from_wire, to_wire, wire_name, wire_type
from tests.factories import make_party

RECORDS = (Act, ActTime, Attribution, Count, Dropped, Outlet, Party, Reading, Report)


@pytest.mark.parametrize("record", RECORDS)
def test_wire_type_has_every_field_of_its_record(record: type) -> None:
    names = [field.name for field in fields(record)]
    assert [name for name in wire_type(record).__struct_fields__ if name != "onrecord"] == names


@pytest.mark.parametrize("record", RECORDS)
def test_wire_type_needs_what_its_record_needs(record: type) -> None:
    needed = {field.name for field in fields(record) if field.default is MISSING}
    assert {field.name for field in struct_fields(wire_type(record)) if field.required} - {"onrecord"} == needed


def test_python_keywords_are_spelt_as_on_the_wire() -> None:
    assert (wire_name(ActTime, "since"), wire_name(ActTime, "basis")) == ("from", "basis")


def test_pairs_come_back_in_order() -> None:
    party = make_party(ids=(("wikidata", "Q801"), ("iso3", "ISR")))
    assert from_wire(to_wire(party), Party) == party
