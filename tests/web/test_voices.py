from onrecord.records import Outlet
from onrecord.web.voices import find_voices
from tests.factories import make_attribution, make_party, make_reading, make_report


def test_voice_tells_everybody_up_to_the_outlet() -> None:
    reading = make_reading(
        make_report(outlet=Outlet(name="The Quayside Herald")),
        parties=(
            make_party("p1", kind="outlet", name="Eastgate News"),
            make_party("p2", kind="person", name="Ana Ruiz"),
        ),
        attributions=(make_attribution("a1", source="p1"), make_attribution("a2", source="p2", parent="a1")),
    )
    voice = find_voices(reading)["a2"]
    assert voice.chain == ("a2", "a1")
    assert voice.words == "Ana Ruiz, as cited by Eastgate News, as cited by The Quayside Herald"


def test_whoever_speaks_twice_has_one_hue() -> None:
    reading = make_reading(
        parties=(make_party("p1", name="Ghana"), make_party("p2", name="Peru")),
        attributions=tuple(make_attribution(f"a{n}", source=who) for n, who in enumerate(("p1", "p2", "p1"))),
    )
    hues = [voice.hue for voice in find_voices(reading).values()]
    assert hues == [0, 1, 0]


def test_a_long_source_is_cut_between_words() -> None:
    name = "the undersecretary of state for the affairs of the southern islands"
    reading = make_reading(
        parties=(make_party("p1", kind="person", name=name),), attributions=(make_attribution(source="p1"),)
    )
    voice = find_voices(reading)["a1"]
    assert voice.short == "the undersecretary of state for…"
    assert name in voice.words


def test_a_source_that_is_withheld_is_said_to_be() -> None:
    assert find_voices(make_reading(attributions=(make_attribution(),)))["a1"].short == "a source not named"
