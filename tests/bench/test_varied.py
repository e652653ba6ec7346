"""Varied readings: records that stand on their text, and the rows that the ledger itself would write."""

import random

from bench.ledger import fill
from bench.varied import Plan, leave_out, make_bases, respelling, respelt
from onrecord.matters.belonging import find_belonging
from onrecord.records import Reading
from onrecord.records.matters import Instrument, Matter
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of
from tests.ledger.conftest import NewPlace
from tests.ledger.making import append_all, dump, open_at

TEXT = "Togo filed with the Harbour Court.\n\nFiji denied it, Radio Estuary said.\n\nThe court adjourned."
MATTER = Matter(
    id="m", title="Harbour Court", question="?", keywords=("Harbour Court",),
    instruments=(Instrument(id="i", name="opinion", kind="filing"),),
)  # fmt: skip


def reading() -> Reading:
    parties = (
        make_party("p1", name="Togo", mentions=(span_of(TEXT, "Togo"),)),
        make_party("p2", name="Harbour Court", kind="court", mentions=(span_of(TEXT, "Harbour Court"),)),
        make_party("p3", name="Radio Estuary", kind="outlet", mentions=(span_of(TEXT, "Radio Estuary"),)),
    )
    att = make_attribution(source="p3", content=(span_of(TEXT, "Fiji denied it"),), cue=span_of(TEXT, "said"))
    filed = make_act("e1", type="file", actors=("p1",), recipients=("p2",), trigger=span_of(TEXT, "filed"))
    denied = make_act("e2", type="deny", about=("e1",), chain=("a1",), trigger=span_of(TEXT, "denied"))
    report = make_report(TEXT, title="In the Harbour Court", published="2024-06-30")
    return make_reading(report, parties=parties, attributions=(att,), acts=(filed, denied))


def test_what_stands_in_a_paragraph_goes_with_it_and_the_rest_keeps_its_words() -> None:
    made = [leave_out(reading(), random.Random(seed)) for seed in range(20)]  # noqa: S311
    assert {len(each.acts) for each in made} == {0, 1, 2}
    for each in made:
        text = each.report.text
        assert all(act.trigger.of(text) in ("filed", "denied") for act in each.acts)
        assert all(span.of(text) == party.name for party in each.parties for span in party.mentions)
        assert all(set(act.chain) <= {att.id for att in each.attributions} for act in each.acts)
        assert all(set(act.about) <= {other.id for other in each.acts} for act in each.acts)


def test_keywords_are_spelt_otherwise_and_as_long() -> None:
    spelt = respelling(MATTER, 27)("The Harbour Courts’ HARBOUR court, no opinion")
    assert spelt == "The Icuftay Dqxvys’ ICUFTAY dqxvy, no opinion"


def test_report_belongs_to_the_matter_of_its_own_spelling_alone() -> None:
    text = "An opinion went to the Harbour Court."
    report = respelling(MATTER, 5)(text)
    matters = [respelt(MATTER, respelling(MATTER, number)) for number in (0, 5)]
    belongs = [find_belonging(make_reading(make_report(report)), matter) for matter in matters]
    assert [each.belongs for each in belongs] == [False, True]


def test_rows_are_those_that_the_ledger_writes(new_place: NewPlace) -> None:
    spellings = [respelling(MATTER, number) for number in (0, 1)]
    plan = Plan(bases=make_bases([reading()], 4), matters=spellings, reports_each=3)
    filled, appended = new_place(), new_place()
    with open_at(filled) as ledger:
        fill(ledger, map(plan.varied, range(6)))
    append_all(appended, map(plan.reading, range(6)))
    ours, theirs = dump(filled), dump(appended)
    for name in ("log", "onrecord_ledger"):  # the times differ
        del ours[name], theirs[name]
    assert ours == theirs
