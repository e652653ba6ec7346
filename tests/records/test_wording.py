import re
from typing import Any, get_args

import pytest
from hypothesis import given

from onrecord.records import Act, ActStatus, ActTime, ActType, Count, Outlet, Reading
from onrecord.records.wording import Wording, word_act, word_time
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of
from tests.records.strategies import any_reading

TEXT = (
    'Freedonia asked 25 countries to "join Sylvania in filing an opinion" over the toxic cargo. '
    "Officials said that the court has faced threats. An opinion was sent. Ministers promised to send grain."
)
PARTIES = (
    make_party("p1", name="Freedonia"),
    make_party("p2", kind="group", name="25 countries", count=Count(value=25)),
    make_party("p3", kind="person", name="Ana Brill", role="chief prosecutor", acts_for="p4"),
    make_party("p4", kind="court", name="High Court of Ports"),
    make_party("p5", kind="outlet", name="Meridian Wire"),
    make_party("p6", kind="group", name="states", of="state", count=Count(value=20, bound="at_least")),
)
ATTRIBUTIONS = (
    make_attribution("a1", source="p5"),
    make_attribution("a2", source="p6", parent="a1"),
    make_attribution("a3"),
    make_attribution("a4", source="p3", via="p5"),
    make_attribution("a5", source="p5", parent="a1"),
)


def reading_of(*acts: Act, outlet: str | None = "The Harbour Times") -> Reading:
    report = make_report(TEXT, outlet=Outlet(name=outlet))
    return make_reading(report, parties=PARTIES, attributions=ATTRIBUTIONS, acts=acts)


def clause_of(type: str, object: str | None = None, **fields: Any) -> str:
    fields = {"actors": ("p1",), "object": object and span_of(TEXT, object)} | fields
    act = make_act(type=type, **fields)
    return Wording(reading_of(act)).clause(act)


def test_request_puts_the_act_it_is_about_in_words() -> None:
    filing = make_act("e2", type="file", actors=("p2",), object=span_of(TEXT, "An opinion"), status="requested")
    asking = make_act("e1", actors=("p1",), recipients=("p2",), about=("e2",), chain=("a1",))
    assert word_act(asking, reading_of(asking, filing)) == (
        "Freedonia asked 25 countries (unnamed) to file “an opinion” — Meridian Wire, as cited by The Harbour Times"
    )


STATUSES = {
    "actual": "Freedonia filed “an opinion” with the High Court of Ports",
    "planned": "Freedonia plans to file “an opinion” with the High Court of Ports",
    "requested": "Freedonia is asked to file “an opinion” with the High Court of Ports",
    "possible": "Freedonia may file “an opinion” with the High Court of Ports",
    "conditional": "Freedonia would, if a condition is met, file “an opinion” with the High Court of Ports",
    "negated": "Freedonia did not file “an opinion” with the High Court of Ports",
    "denied": "It is denied that Freedonia filed “an opinion” with the High Court of Ports",
}


@pytest.mark.parametrize("status", get_args(ActStatus))
def test_each_status_shows_in_the_verb(status: ActStatus) -> None:
    assert clause_of("file", "An opinion", recipients=("p4",), status=status) == STATUSES[status]


TYPES = {
    "request": "asked Ana Brill for",
    "pledge": "promised Ana Brill “an",
    "support": "supported Ana Brill over",
    "oppose": "opposed Ana Brill over",
    "accuse": "accused Ana Brill of",
    "deny": "denied “an opinion”, in answer to Ana Brill",
    "warn": "warned Ana Brill of",
    "threaten": "threatened Ana Brill with",
    "consult": "held talks with Ana Brill on",
    "agree": "agreed with Ana Brill on",
    "sign": "signed “an opinion”, concerning Ana Brill",
    "file": "filed “an opinion” with Ana Brill",
    "rule": "ruled on “an opinion”, concerning Ana Brill",
    "investigate": "investigated Ana Brill over",
    "charge": "took legal action against Ana Brill over",
    "arrest": "detained Ana Brill over",
    "reject": "turned down Ana Brill over",
    "withdraw": "withdrew “an opinion”, as regards Ana Brill",
    "vote": "voted on “an opinion”, concerning Ana Brill",
    "aid": "aided Ana Brill with",
    "sanction": "penalised Ana Brill:",
    "interfere": "interfered with Ana Brill:",
    "protest": "protested against Ana Brill over",
    "mobilise": "mobilised “an opinion” against Ana Brill",
    "coerce": "used coercion against Ana Brill:",
    "attack": "attacked Ana Brill:",
    "yield": "yielded to Ana Brill on",
    "cooperate": "cooperated with Ana Brill on",
}


@pytest.mark.parametrize("type", get_args(ActType))
def test_each_type_has_its_verb(type: ActType) -> None:
    clause = clause_of(type, "An opinion", recipients=("p3",))
    assert clause.replace(" (chief prosecutor, for the High Court of Ports)", "").startswith(f"Freedonia {TYPES[type]}")


OBJECTS = [None, "An opinion", "over the toxic cargo", "the court has faced threats", "send grain", "to send grain"]


@pytest.mark.parametrize("status", get_args(ActStatus))
@pytest.mark.parametrize("type", get_args(ActType))
def test_every_type_and_status_makes_a_whole_clause(type: ActType, status: ActStatus) -> None:
    for words in OBJECTS:
        for recipients in ((), ("p2",)):
            clause = clause_of(type, words, recipients=recipients, status=status)
            assert not re.search(r"[~{}]|\b(\w+) \1\b|  |\b(to|with|on|of|over)$|\w+eed\b(?<!agreed)", clause), clause
            assert clause[0].isupper()
            assert (words is None) == ("“" not in clause)
            assert bool(recipients) == ("25 countries (unnamed)" in clause), clause


def test_object_after_to_reads_as_an_infinitive() -> None:
    assert clause_of("pledge", "send grain") == "Freedonia promised to “send grain”"
    assert clause_of("pledge", "to send grain") == "Freedonia promised to “send grain”"


def test_object_that_is_a_clause_follows_that() -> None:
    assert clause_of("warn", "the court has faced threats") == "Freedonia warned that “the court has faced threats”"


def test_object_with_its_own_preposition_keeps_it() -> None:
    clause = clause_of("sanction", "over the toxic cargo", recipients=("p2",))
    assert clause == "Freedonia penalised 25 countries (unnamed) “over the toxic cargo”"


def test_long_object_is_cut_between_words() -> None:
    act = make_act(actors=("p1",), object=span_of(TEXT, "An opinion was sent. Ministers promised"))
    clause = Wording(reading_of(act), quote_chars=20).clause(act)
    assert clause.endswith("“an opinion was …”")


def test_count_of_an_unnamed_group_shows_its_bound() -> None:
    assert clause_of("sign", actors=("p6",)) == "At least 20 states (unnamed) signed a text"
    assert clause_of("sign", actors=("p6",), status="planned") == "At least 20 states (unnamed) plan to sign a text"


def test_named_members_of_a_group_are_no_more_than_its_evidence() -> None:
    group = make_party("g", kind="group", name="20 states", count=Count(value=20), members=("p1",))
    reading = make_reading(parties=(*PARTIES, group))
    assert Wording(reading).party("g") == "20 states (among them Freedonia)"


NAMES = [
    ({"kind": "group", "name": "Ninety-three members"}, "ninety-three members (unnamed)"),
    ({"kind": "group", "name": "Sylvanian officials"}, "Sylvanian officials (unnamed)"),
    ({"kind": "group", "name": "fifteen states", "count": Count(value=15)}, "fifteen states (unnamed)"),
    ({"kind": "document", "name": "The joint statement"}, "the joint statement"),
    ({"kind": "document", "name": "letter"}, "the letter"),
    ({"kind": "organisation", "name": "foreign ministry"}, "the foreign ministry"),
    ({"kind": "organisation", "name": "Amnesty International"}, "Amnesty International"),
    ({"kind": "state", "name": "United Kingdom"}, "the United Kingdom"),
    ({"kind": "person", "name": "Prosecutor", "role": "prosecutor"}, "the prosecutor"),
    ({"kind": "person", "name": "aide to the minister"}, "an aide to the minister"),
    ({"kind": "outlet", "name": "The Guardian"}, "The Guardian"),
]


@pytest.mark.parametrize(("fields", "words"), NAMES)
def test_name_stands_as_inside_a_sentence(fields: dict[str, Any], words: str) -> None:
    assert Wording(make_reading(parties=(make_party("x", **fields),))).party("x") == words


def test_person_shows_office_and_principal() -> None:
    clause = clause_of("charge", actors=("p3",), recipients=("p1",))
    assert clause == "Ana Brill (chief prosecutor, for the High Court of Ports) took legal action against Freedonia"


def test_missing_actor_is_said() -> None:
    assert (
        clause_of("threaten", actors=(), recipients=("p4",))
        == "Somebody (not named) threatened the High Court of Ports"
    )


def test_denied_act_names_the_denier() -> None:
    denial = make_act("e1", type="deny", actors=("p3",), about=("e2",))
    filing = make_act("e2", type="file", actors=("p1",), status="denied")
    wording = Wording(reading_of(denial, filing))
    assert wording.clause(filing) == "It is denied by Ana Brill that Freedonia made a filing"
    assert wording.clause(denial).endswith("denied that Freedonia made a filing")


CHAINS = [
    ((), "stated by The Harbour Times itself"),
    (("a1",), "Meridian Wire, as cited by The Harbour Times"),
    (("a1", "a2"), "at least 20 states (unnamed), as cited by Meridian Wire, as cited by The Harbour Times"),
    (("a1", "a5"), "Meridian Wire, as cited by The Harbour Times"),
    (("a3",), "a source not named, as cited by The Harbour Times"),
    (("a4",), "Ana Brill, to Meridian Wire, as cited by The Harbour Times"),
]


@pytest.mark.parametrize(("chain", "words"), CHAINS)
def test_chain_is_told_from_the_innermost_out(chain: tuple[str, ...], words: str) -> None:
    act = make_act(chain=chain)
    assert word_act(act, reading_of(act)).endswith(f" — {words}")


def test_unknown_outlet_is_the_report() -> None:
    own, cited = make_act("e1"), make_act("e2", chain=("a1",))
    wording = Wording(reading_of(own, cited, outlet=None))
    assert wording.chain(own) == "stated by the report itself"
    assert wording.chain(cited) == "Meridian Wire, as cited by this report"


TIMES = [
    ("2024-06-12", "2024-06-12", "on 12 June 2024"),
    ("2024-06-01", "2024-06-30", "in June 2024"),
    ("2024-02-01", "2024-02-29", "in February 2024"),
    ("2024-01-01", "2024-12-31", "in 2024"),
    ("2024-06-12", "2024-07-03", "between 12 June 2024 and 3 July 2024"),
    ("2024-06-12", None, "from 12 June 2024 on"),
    (None, "2024-06-12", "by 12 June 2024"),
]


@pytest.mark.parametrize(("since", "until", "words"), TIMES)
def test_stated_time_in_words(since: str | None, until: str | None, words: str) -> None:
    assert word_time(ActTime(since=since, until=until, basis="stated")) == words


def test_date_of_publication_is_never_the_date_of_the_event() -> None:
    assert word_time(ActTime(since="2024-06-12", until="2024-06-12", basis="publication")) == ""


@given(any_reading())
def test_any_reading_has_words(reading: Reading) -> None:
    assert all(" — " in word_act(act, reading) for act in reading.acts)
