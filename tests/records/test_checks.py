from hypothesis import given

from onrecord.records import ActTime, Dropped, Reading, Span, is_within
from onrecord.records.checks import keep_sound
from tests.factories import TEXT, make_act, make_attribution, make_party, make_reading
from tests.records.strategies import any_reading

OFF = Span(60, len(TEXT) + 1)


def test_sound_reading_comes_back_as_it_was() -> None:
    reading = make_reading(
        parties=(make_party(mentions=(Span(0, 9),)),),
        attributions=(make_attribution(),),
        acts=(make_act(actors=("p1",), chain=("a1",)),),
    )
    assert keep_sound(reading) == reading


def test_mention_off_the_text_is_dropped_and_its_party_stays() -> None:
    sound = keep_sound(make_reading(parties=(make_party(mentions=(Span(0, 9), OFF)),)))
    assert sound.parties[0].mentions == (Span(0, 9),)
    assert sound.dropped == (Dropped(record="mention", reason="span off the text", count=1),)


def test_span_with_space_at_its_edge_is_off_the_text() -> None:
    assert keep_sound(make_reading(attributions=(make_attribution(cue=Span(9, 15)),))).attributions == ()


def test_act_goes_with_the_attribution_that_told_it() -> None:
    broken = make_attribution(content=(OFF,))
    sound = keep_sound(make_reading(attributions=(broken,), acts=(make_act(chain=("a1",)), make_act("e2"))))
    assert [act.id for act in sound.acts] == ["e2"]
    assert Dropped(record="act", reason="unknown attribution", count=1) in sound.dropped


def test_act_of_an_unknown_party_is_dropped() -> None:
    sound = keep_sound(make_reading(acts=(make_act(recipients=("p9",)),)))
    assert sound.acts == ()
    assert sound.dropped == (Dropped(record="act", reason="unknown party", count=1),)


def test_act_with_a_time_off_the_text_is_dropped() -> None:
    assert keep_sound(make_reading(acts=(make_act(time=ActTime(span=OFF)),))).acts == ()


def test_parent_that_is_gone_is_unlinked_and_counted() -> None:
    sound = keep_sound(make_reading(attributions=(make_attribution(content=()), make_attribution("a2", parent="a1"))))
    assert [(att.id, att.parent) for att in sound.attributions] == [("a2", None)]
    assert Dropped(record="parent", reason="unknown attribution", count=1) in sound.dropped


def test_parents_in_a_circle_are_parted_once() -> None:
    atts = (make_attribution("a1", parent="a2"), make_attribution("a2", parent="a1"))
    sound = keep_sound(make_reading(attributions=atts))
    assert [att.parent for att in sound.attributions] == ["a2", None]


def test_about_forgets_an_act_that_is_gone() -> None:
    acts = (make_act("e1", about=("e2", "e3", "e1")), make_act("e2"), make_act("e3", actors=("p9",)))
    assert [act.about for act in keep_sound(make_reading(acts=acts)).acts] == [("e2",), ()]


def test_second_record_with_an_id_is_dropped() -> None:
    sound = keep_sound(make_reading(parties=(make_party(name="Freedonia"), make_party(name="Sylvania"))))
    assert [party.name for party in sound.parties] == ["Freedonia"]


def test_counts_add_to_those_that_the_reader_made() -> None:
    before = (Dropped(record="act", reason="unknown party", count=2), Dropped(record="act", reason="span", count=1))
    sound = keep_sound(make_reading(acts=(make_act(actors=("p9",)),), dropped=before))
    assert [dropped.count for dropped in sound.dropped] == [3, 1]


@given(any_reading())
def test_what_was_kept_is_sound(reading: Reading) -> None:
    sound = keep_sound(reading)
    assert keep_sound(sound) == sound


@given(any_reading())
def test_what_was_kept_stands_on_the_text_and_on_known_records(reading: Reading) -> None:
    sound = keep_sound(reading)
    parties, attributions = {party.id for party in sound.parties}, {att.id for att in sound.attributions}
    assert all(is_within(act.trigger, sound.report.text) for act in sound.acts)
    assert all(parties.issuperset(act.actors) and attributions.issuperset(act.chain) for act in sound.acts)
    assert attributions.issuperset(att.parent for att in sound.attributions if att.parent is not None)
