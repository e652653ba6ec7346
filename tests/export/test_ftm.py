"""FollowTheMoney: entities that its schema takes, none of which reads as a fact or names somebody unnamed."""

import io
import json
from collections import defaultdict
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pycountry
import pytest
from hypothesis import given

from onrecord.export.excerpts import Excerpt
from onrecord.export.ftm import entities_of, write_ftm
from onrecord.export.ftm_parties import entity_of
from onrecord.export.ftm_table import load_alpha2, load_ftm_table
from onrecord.export.options import ExportOptions
from onrecord.records import Act, ActTime, Attribution, Party, Reading, Report
from onrecord.records.checks import keep_sound
from tests.export.excerpting import excerpt_of, letter
from tests.factories import TEXT, make_party
from tests.records.strategies import any_reading

# Made from followthemoney 4.11.2: the schemata and properties that are written, with their types.
SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "ftm_schema.json").read_text(encoding="utf-8"))
Entity = dict[str, Any]


def entities(excerpt: Excerpt, **options: Any) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities_of(excerpt, ExportOptions(**options)):
        found[entity["schema"]].append(entity)
    return found


def test_act_is_an_event_that_says_who_says_so() -> None:
    event = entities(excerpt_of(letter()))["Event"][1]["properties"]
    assert event["name"] == [
        "Reported: 25 countries (unnamed) are asked by Freedonia to file “an opinion”"
        " — The Harbour Times, as cited by Lakeside Post"
    ]
    assert event["keywords"] == ["file", "requested"]
    assert (
        "status requested; The Harbour Times, as cited by Lakeside Post. Published 2024-06-30."
        in event["description"][0]
    )
    assert (event["summary"], event["publisher"]) == (["an opinion"], ["Lakeside Post"])


def test_event_has_a_date_only_when_the_text_states_it() -> None:
    act = letter().acts[0]
    for basis, dates in (("stated", ["2024-06-12"]), ("publication", None)):
        time = ActTime(since="2024-06-12", until="2024-06-12", basis=basis)  # type: ignore[arg-type]
        [event] = entities(excerpt_of(replace(letter(), acts=(replace(act, time=time),))))["Event"]
        assert event["properties"].get("startDate") == dates


def test_groups_and_people_without_a_name_are_no_entities() -> None:
    official = make_party("p4", kind="person", name="senior official", acts_for="p1")
    reading = replace(letter(), parties=(*letter().parties, official))
    found = entities(excerpt_of(reading))
    assert [one["properties"]["name"] for one in found["Mention"]] == [["Freedonia"], ["The Harbour Times"]]
    assert (len(found["PublicBody"]), len(found["Organization"]), found["Person"]) == (1, 1, [])


def test_state_has_its_country_and_is_one_in_all_reports() -> None:
    state = make_party(name="Chad", ids=(("iso3", "TCD"), ("wikidata", "Q657")))
    made = entity_of(state, "own")
    assert (made["id"], made["schema"], made["properties"]["country"]) == ("Q657", "PublicBody", ["td"])


def test_attribution_is_a_note_on_its_source() -> None:
    found = entities(excerpt_of(letter()))
    [note], [times] = found["Note"], found["Organization"]
    assert note["properties"]["entity"] == [times["id"]]
    told = "The Harbour Times, as cited by Lakeside Post (report, indirect)"
    assert note["properties"]["description"][0].startswith(told)


def test_person_who_acts_for_a_state_is_said_to_by_the_article() -> None:
    person = make_party("p4", kind="person", name="Rosa Diaz", role="envoy", acts_for="p1")
    found = entities(excerpt_of(replace(letter(), parties=(*letter().parties, person))))
    [link], [article] = found["Representation"], found["Article"]
    assert link["properties"]["proof"] == [article["id"]]
    assert (link["properties"]["client"], link["properties"]["role"]) == ([found["PublicBody"][0]["id"]], ["envoy"])


def test_text_goes_out_only_when_asked_for() -> None:
    assert "bodyText" not in entities(excerpt_of(letter()))["Article"][0]["properties"]
    assert entities(excerpt_of(letter()), with_text=True)["Article"][0]["properties"]["bodyText"] == [TEXT]


@given(any_reading())
def test_what_is_written_is_in_the_schema_and_in_the_table(reading: Reading) -> None:
    named = {to for line in load_ftm_table() for to in line.goes}
    for entity in entities_of(excerpt_of(keep_sound(reading)), ExportOptions(with_text=True)):
        schema = SCHEMA[entity["schema"]]
        assert set(schema["required"]) <= set(entity["properties"])
        assert set(entity["properties"]) <= set(schema["properties"])
        assert {f"{entity['schema']}.{name}" for name in entity["properties"]} <= named


def test_table_has_every_field_of_every_record_once() -> None:
    records = (Report, Party, Attribution, Act, ActTime)
    expected = [f"{record.__name__}.{field.name}" for record in records for field in fields(record)]
    names = {record.__name__ for record in records}
    found = [line.field for line in load_ftm_table() if line.field.partition(".")[0] in names]
    assert sorted(found) == sorted(expected)


def test_every_state_has_the_code_of_the_standard() -> None:
    for alpha_3, alpha_2 in load_alpha2().items():
        country = pycountry.countries.get(alpha_3=alpha_3)
        assert (country.alpha_2.lower() if country else "xk") == alpha_2


def test_the_package_itself_takes_every_entity() -> None:
    """Where it is installed: nothing that is written is dropped or changed by its own cleaning."""
    model = pytest.importorskip("followthemoney").model
    stream = io.BytesIO()
    person = make_party("p4", kind="person", name="Rosa Diaz", role="envoy", acts_for="p1")
    state = make_party(name="Chad", ids=(("iso3", "TCD"), ("wikidata", "Q657")))
    reading = replace(letter(), parties=(state, *letter().parties[1:], person))
    write_ftm(stream, [excerpt_of(reading)], ExportOptions(with_text=True))
    for line in stream.getvalue().splitlines():
        entity = json.loads(line)
        model.get(entity["schema"]).validate(entity)
        cleaned = model.get_proxy(entity, cleaned=False).to_dict()
        assert {key: set(cleaned["properties"][key]) for key in entity["properties"]} == {
            key: set(values) for key, values in entity["properties"].items()
        }
