from dataclasses import replace

from onrecord.matters.actors import Actors, actor_called, is_called
from onrecord.records import Reading
from onrecord.records.positions import Actor
from tests.matters.telling import MATTER, act, reading_of


def keys(actors: Actors, reading: Reading) -> dict[str, str]:
    return {party.name: actors.of(party.id, reading).key for party in reading.parties}


def test_who_acts_for_a_state_is_the_state_in_every_report() -> None:
    told = reading_of("Kofi Adom spoke.", act("warn", "spoke", ["Kofi Adom"]), acts_for={"Kofi Adom": "TGO"})
    untold = reading_of("Adom warned.", act("warn", "warned", ["Adom"]))
    actors = Actors(MATTER, [untold, told])
    assert keys(actors, untold) == {"Adom": "TGO"}


def test_one_report_does_not_go_against_two() -> None:
    right = [
        reading_of(f"Kofi Adom spoke {n} times.", act("warn", "spoke", ["Kofi Adom"]), acts_for={"Kofi Adom": "TGO"})
        for n in (2, 3)
    ]
    wrong = reading_of("Kofi Adom warned.", act("warn", "warned", ["Kofi Adom"]), acts_for={"Kofi Adom": "FJI"})
    untold = reading_of("Kofi Adom left.", act("warn", "left", ["Kofi Adom"]))
    assert keys(Actors(MATTER, [*right, wrong]), untold) == {"Kofi Adom": "TGO"}
    assert keys(Actors(MATTER, [right[0], wrong]), untold) == {"Kofi Adom": "kofi adom"}


def test_court_is_not_its_state() -> None:
    reading = reading_of("It ruled.", act("rule", "ruled", ["Harbour Court"]), acts_for={"Harbour Court": "FJI"})
    assert keys(Actors(MATTER, []), reading)["Harbour Court"] == "harbour court"


def test_government_of_a_known_person_is_the_same_state() -> None:
    told = reading_of("Kofi Adom spoke.", act("warn", "spoke", ["Kofi Adom"]), acts_for={"Kofi Adom": "TGO"})
    other = reading_of("The government of Kofi Adom left.", act("warn", "left", ["The government of Kofi Adom"]))
    parties = tuple(replace(party, kind="organisation") for party in other.parties)
    assert list(keys(Actors(MATTER, [told]), replace(other, parties=parties)).values()) == ["TGO"]


def test_spokesperson_of_a_known_person_speaks_for_the_same_state() -> None:
    told = reading_of("Kofi Adom spoke.", act("warn", "spoke", ["Kofi Adom"]), acts_for={"Kofi Adom": "TGO"})
    spoken = reading_of("It is so.", act("warn", "so", ["Minister Kofi Adom's deputy spokesperson"]))
    assert list(keys(Actors(MATTER, [told]), spoken).values()) == ["TGO"]


def test_counted_states_are_one_group_whatever_they_are_called() -> None:
    actors = Actors(MATTER, [])
    for words in ("25 states", "25 countries", "25 foreign ministers"):
        reading = reading_of(f"It wrote to {words}.", act("request", "wrote", [], [words]))
        assert list(keys(actors, reading).values()) == ["group 25 states"]


def test_descriptions_and_datelines_are_no_parties_to_follow() -> None:
    actors = Actors(MATTER, [])
    names = {"a diplomat": False, "LIMA PORT": False, "Ann Reed": True, "Council of Ports": True, "FJI": True}
    reading = reading_of("They left.", act("warn", "left", list(names)))
    assert {party.name: actors.follows(actors.of(party.id, reading)) for party in reading.parties} == names


def test_state_is_called_by_its_code_and_by_any_of_its_names() -> None:
    britain = Actor(key="GBR", name="GBR", kind="state")
    assert [is_called(britain, name) for name in ("gbr", "Britain", "United Kingdom", "France")] == [True] * 3 + [False]
    assert (actor_called("Britain").key, actor_called("Ada Moss").key) == ("GBR", "ada moss")
