"""PLOVER: acts become events by the table, with sources, targets and codes."""

from typing import Any

from onrecord.export.plover import PloverEvent, find_events, to_plover
from onrecord.records import Act, Reading, Span
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

TEXT = "Peru told Chad that it had to free the crew, rejecting the offer of Mali to ship grain."


def reading_of(*acts: Act, **fields: Any) -> Reading:
    """Peru is p1, Chad p2, Mali p3, Rosa Diaz (for Peru) p4; Peru's word is a1."""
    parties = [
        make_party(f"p{n}", name=name, ids=(("iso3", code),), mentions=(span_of(TEXT, name),))
        for n, (name, code) in enumerate([("Peru", "PER"), ("Chad", "TCD"), ("Mali", "MLI")], start=1)
    ]
    parties.append(make_party("p4", kind="person", name="Rosa Diaz", acts_for="p1"))
    parties.append(make_party("p5", kind="group", name="gunmen"))
    said = make_attribution(
        source="p1", source_span=span_of(TEXT, "Peru"), cue=span_of(TEXT, "told"), content=(Span(15, 43),)
    )
    return make_reading(make_report(TEXT), parties=tuple(parties), attributions=(said,), acts=acts, **fields)


def act(**fields: Any) -> Act:
    default: dict[str, Any] = {"trigger": span_of(TEXT, "free"), "actors": ("p1",), "rule": "verb:free#yield"}
    return make_act(**default | fields)


def shown(events: tuple[PloverEvent, ...]) -> list[tuple[str, list[str | None], list[str | None]]]:
    return [(e.plover, [a.code for a in e.sources], [a.code for a in e.targets]) for e in events]


def test_to_plover_gives_source_type_and_target() -> None:
    asked = act(type="request", recipients=("p2",), rule="verb:urge#request")
    assert shown(to_plover(asked, reading_of(asked))) == [("DEMAND", ["PER"], ["TCD"])]


def test_to_plover_names_the_draft_the_root_and_the_loss() -> None:
    event = to_plover(inquiry := act(type="investigate", rule="verb:probe#investigate"), reading_of(inquiry))[0]
    assert (event.draft, event.cameo, event.act) == ("ACCUSE", "09", "e1")
    assert event.loss is not None
    assert "looked into" in event.loss


def test_to_plover_leaves_out_what_was_denied() -> None:
    denied = act(type="attack", status="denied", recipients=("p2",), rule="verb:shell#attack")
    assert to_plover(denied, reading_of(denied)) == ()


def test_to_plover_takes_a_plan_to_help_for_consent_and_a_plan_to_harm_for_a_threat() -> None:
    for kind, name in (("aid", "AGREE"), ("sanction", "THREATEN")):
        planned = act(type=kind, status="planned", recipients=("p2",))
        assert shown(to_plover(planned, reading_of(planned))) == [(name, ["PER"], ["TCD"])]


def test_to_plover_takes_only_ones_own_refusal_for_a_rejection() -> None:
    refused = act(type="aid", status="negated", chain=("a1",), rule="verb:help#aid")
    assert shown(to_plover(refused, reading_of(refused))) == [("REJECT", ["PER"], [])]
    undone = act(type="aid", status="negated", rule="verb:help#aid")
    assert to_plover(undone, reading_of(undone)) == ()


def test_to_plover_takes_what_another_must_do_for_a_demand_of_the_speaker() -> None:
    must = act(type="yield", status="requested", actors=("p2",), chain=("a1",))
    assert shown(to_plover(must, reading_of(must))) == [("DEMAND", ["PER"], ["TCD"])]


def test_to_plover_never_codes_what_was_asked_for() -> None:
    free = act(id="e2", type="yield", status="requested", actors=("p2",))
    asked = act(type="request", recipients=("p2",), about=("e2",), trigger=span_of(TEXT, "told"))
    assert shown(find_events(reading_of(asked, free))) == [("DEMAND", ["PER"], ["TCD"])]


def test_to_plover_takes_the_target_from_whoever_made_the_offer() -> None:
    refused = act(type="reject", trigger=span_of(TEXT, "rejecting"), object=Span(55, 86), rule="verb:reject#reject")
    offer = act(id="e2", type="pledge", actors=("p3",), trigger=span_of(TEXT, "offer"), rule="noun:offer#pledge")
    assert shown(find_events(reading_of(refused, offer))) == [("REJECT", ["PER"], ["MLI"])]


def test_to_plover_takes_the_first_party_in_an_object_for_the_target() -> None:
    refused = act(type="reject", trigger=span_of(TEXT, "rejecting"), object=Span(55, 86), rule="verb:reject#reject")
    assert shown(to_plover(refused, reading_of(refused))) == [("REJECT", ["PER"], ["MLI"])]


def test_to_plover_codes_a_person_by_the_state_that_he_acts_for() -> None:
    praised = act(type="support", actors=("p4",), recipients=("p3",), rule="verb:praise#support")
    event = to_plover(praised, reading_of(praised))[0]
    assert (event.sources[0].name, event.sources[0].code) == ("Rosa Diaz", "PER")


def test_a_killing_is_a_fight_by_a_state_and_an_assault_by_others() -> None:
    for actor, name in (("p1", "FIGHT"), ("p4", "FIGHT"), ("p5", "ASSAULT")):
        killed = act(type="attack", actors=(actor,), rule="verb:kill#attack:2")
        assert to_plover(killed, reading_of(killed))[0].plover == name


def test_find_events_gives_what_protesters_demand_to_the_protest() -> None:
    marched = act(type="protest", rule="verb:march#protest")
    told = {"trigger": span_of(TEXT, "told"), "rule": "verb:demand#request"}
    demanded = act(id="e2", type="request", recipients=("p2",), **told)
    assert shown(find_events(reading_of(marched, demanded))) == [("PROTEST", ["PER"], ["TCD"])]


def test_find_events_gives_one_of_two_that_say_the_same() -> None:
    one = act(type="consult", recipients=("p2",), rule="verb:meet#consult")
    other = act(id="e2", type="consult", trigger=span_of(TEXT, "told"), rule="verb:confer#consult")
    assert shown(find_events(reading_of(other, one))) == [("CONSULT", ["PER"], ["TCD"])]
