"""Outlets: known names, unknown ones by pattern, and *the newspaper* later on."""

import pytest

from onrecord.resolve import resolve_parties
from tests.resolve.sentences import analyse, index_of


@pytest.mark.parametrize(
    ("subject", "head", "name"),
    [
        ("The|D|2|det Guardian|P|9|nsubj", "Guardian", "The Guardian"),
        ("AFP|P|9|nsubj", "AFP", "Agence France-Presse"),
        ("The|D|4|det Times|P|9|nsubj of|I|4|case Israel|P|2|nmod", "Times", "The Times of Israel"),
        ("The|D|4|det Azure|P|4|compound Coast|P|4|compound Gazette|P|9|nsubj", "Gazette", "Azure Coast Gazette"),
        ("Quayside|P|2|compound newspaper|N|9|nsubj", "newspaper", "Quayside"),
        ("Yonhap|P|3|compound news|N|3|compound agency|N|9|nsubj", "agency", "Yonhap"),
        ("Maltese|A|3|amod broadcaster|N|3|compound TVQ|P|9|nsubj", "TVQ", "TVQ"),
        ("A|D|3|det Kenyan|A|3|amod newspaper|N|9|nsubj", "newspaper", "Kenyan newspaper"),
    ],
)
def test_outlet_is_known_by_name_or_pattern(subject: str, head: str, name: str) -> None:
    words = subject.split()
    text = analyse(subject.replace("|9|", f"|{len(words) + 1}|") + " reported|V|0|root")
    table = resolve_parties(text, [index_of(text, head)])
    assert [(party.kind, party.name) for party in table.parties] == [("outlet", name)]


def test_site_is_the_outlet_last_named() -> None:
    text = analyse(
        "Walla|P|2|nsubj reported|V|0|root .|.|2|punct",
        "The|D|2|det site|N|3|nsubj added|V|0|root",
    )
    table = resolve_parties(text, [0, index_of(text, "site")])
    assert table.of(index_of(text, "site")) == table.of(0) == ("p1",)


def test_newspaper_is_the_one_of_that_kind() -> None:
    text = analyse(
        "Haaretz|P|2|nsubj quoted|V|0|root Reuters|P|2|obj .|.|2|punct",
        "The|D|2|det newspaper|N|3|nsubj added|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "newspaper")])
    assert table.parties[0].name == "Haaretz"


def test_this_newspaper_is_the_reports_own_outlet() -> None:
    text = analyse("Malta|P|2|nsubj told|V|0|root this|D|4|det newspaper|N|2|obj")
    table = resolve_parties(text, [3], outlet="The Harbour Times")
    assert [(party.kind, party.name) for party in table.parties] == [("outlet", "The Harbour Times")]


def test_us_is_the_reports_own_outlet_when_told() -> None:
    text = analyse("Malta|P|2|nsubj told|V|0|root|=tell us|X|2|obj")
    assert resolve_parties(text, [2], outlet="The Harbour Times").parties[0].name == "The Harbour Times"


def test_common_word_is_no_outlet() -> None:
    text = analyse("The|D|2|det sun|N|3|nsubj rose|V|0|root")
    assert resolve_parties(text, [1]).of(1) == ()


def test_media_of_a_state_are_a_group_of_outlets() -> None:
    table = resolve_parties(analyse("Kenyan|A|2|amod media|NS|3|nsubj reported|V|0|root"), [1])
    assert [(party.kind, party.of, party.name) for party in table.parties] == [("group", "outlet", "Kenyan media")]


def test_newspaper_is_no_agency() -> None:
    text = analyse(
        "The|D|3|det Harbour|P|3|compound Gazette|P|4|nsubj quoted|V|0|root Reuters|P|4|obj .|.|4|punct",
        "The|D|2|det newspaper|N|3|nsubj|<Reuters added|V|0|root",
    )
    table = resolve_parties(text, [index_of(text, "newspaper")])
    assert table.parties[0].name == "Harbour Gazette"


def test_noun_beside_an_outlet_is_that_outlet() -> None:
    text = analyse(
        "Quayside|P|6|nsubj ,|.|4|punct a|D|4|det daily|N|1|appos ,|.|4|punct reported|V|0|root",
        names=["Quayside:organisation"],
    )
    table = resolve_parties(text, [0, 3])
    assert table.of(0) == table.of(3)
    assert table.parties[0].kind == "outlet"


def test_an_outlet_is_named_right_after_its_noun() -> None:
    text = analyse(
        "Larkspur|P|2|compound Wire|P|3|nsubj agreed|V|0|root .|.|3|punct",
        "The|D|2|det site|N|5|nsubj Kestrel|P|4|compound Online|P|2|appos reported|V|0|root",
        names=["Larkspur Wire:organisation", "Kestrel Online:organisation"],
    )
    heads = [index_of(text, "Wire"), index_of(text, "site")]
    table = resolve_parties(text, heads)
    assert [party.name for party in table.parties] == ["Larkspur Wire", "Kestrel Online"]


def test_a_reporter_to_whom_something_is_done_is_a_person_of_the_outlet() -> None:
    text = analyse(
        "A|D|4|det Delta|P|3|compound Chronicle|P|4|compound reporter|N|6|nsubj:pass was|U|6|aux:pass jailed|V|0|root",
        names=["Delta Chronicle:organisation"],
    )
    person, outlet = sorted(resolve_parties(text, [index_of(text, "reporter")]).parties, key=lambda p: p.kind)[::-1]
    assert (person.kind, person.role, outlet.kind, person.acts_for) == ("person", "reporter", "outlet", outlet.id)
