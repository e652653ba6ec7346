"""Origins: articles are not origins, and where none is named it is unknown, never independent."""

from dataclasses import replace
from typing import Any

from onrecord.matters.origin_tree import origin_tree
from onrecord.records import Reading
from onrecord.records.happenings import Happening
from tests.matters.telling import act, fold_of, reading_of

TEXT = "Chile asked 25 countries to file an opinion on dredging with the Harbour Court, {} reported."


def letters(*chain: str, outlet: str, published: str = "2024-06-30", **fields: Any) -> Reading:
    told = act("request", "asked", ["CHL"], ["25 countries"], object="to file an opinion on dredging", chain=chain)
    text = TEXT.format(" and ".join(chain) or outlet)
    return reading_of(text, told, outlet=outlet, published=published, **fields)


def only(*readings: Reading) -> Happening:
    [happening] = fold_of(*readings).happenings()
    return happening


def test_all_reports_that_have_it_from_one_outlet_are_one_origin() -> None:
    reports = [letters("Lakeside Post", outlet=name) for name in ("Fenland Courier", "Radio Estuary", "Dockside News")]
    origins = only(*reports).origins
    assert (origins.least, origins.most, [share.origin for share in origins.shares]) == (1, 1, ["Lakeside Post"])


def test_innermost_outlet_is_the_origin_and_the_outer_one_a_relay() -> None:
    [share] = only(letters("Meridian Wire", "Lakeside Post", outlet="Fenland Courier")).origins.shares
    assert (share.origin, share.relays) == ("Lakeside Post", ("Meridian Wire",))


def test_report_that_names_no_origin_may_or_may_not_be_one_more() -> None:
    told = act("request", "wrote", ["CHL"], ["25 countries"], object="an opinion")
    words = "The Chilean ministry wrote on Sunday to 25 countries about an opinion for the Harbour Court on dredging."
    origins = only(
        letters("Lakeside Post", outlet="Fenland Courier"), reading_of(words, told, outlet="Dockside News")
    ).origins
    assert (origins.least, origins.most, len(origins.unknown)) == (1, 2, 1)


def test_near_copies_are_one_whatever_they_cite() -> None:
    body = " ".join(f"The harbour has a basin number {number} of its own." for number in range(40))
    text = f"Chile asked 25 countries to file an opinion on dredging with the Harbour Court. {body}"
    told = act("request", "asked", ["CHL"], ["25 countries"], object="to file an opinion on dredging")
    reports = [reading_of(text, told, outlet=name) for name in ("Dockside News", "Basin Times")]
    assert (only(*reports).origins.least, only(*reports).origins.most) == (1, 1)


def test_report_credited_to_a_wire_has_it_from_the_wire() -> None:
    text = (
        "LIMA, 30 June (Meridian Wire) - Chile asked 25 countries to file an opinion on dredging at the Harbour Court."
    )
    told = act("request", "asked", ["CHL"], ["25 countries"], object="to file an opinion on dredging")
    [share] = only(reading_of(text, told, outlet="Dockside News")).origins.shares
    assert (share.origin, share.basis) == ("Meridian Wire", "cited")


def test_unnamed_officials_are_a_source_and_no_origin() -> None:
    origins = only(letters("senior officials", outlet="Dockside News")).origins
    assert (origins.shares, len(origins.unknown)) == ((), 1)


def test_own_public_word_is_the_origin_and_outlets_relay_it() -> None:
    told: dict[str, Any] = {"acts_for": {"Luis Rojas": "CHL"}}
    [share] = only(
        letters("Luis Rojas", outlet="Dockside News", **told),
        letters("Meridian Wire", "Luis Rojas", outlet="Fenland Courier", **told),
    ).origins.shares
    assert (share.origin, share.relays) == ("Luis Rojas", ("Meridian Wire",))


def test_ruling_is_public_by_its_nature() -> None:
    def ruling(*chain: str, outlet: str) -> Reading:
        told = act("rule", "ordered", ["Harbour Court"], ["TGO"], object="the dredging", chain=chain)
        return reading_of(f"The Harbour Court ordered the dredging, as {outlet} has it.", told, outlet=outlet)

    [share] = only(ruling("Meridian Wire", outlet="Dockside News"), ruling(outlet="Basin Times")).origins.shares
    assert (share.origin, share.relays) == ("Harbour Court", ("Meridian Wire",))


def test_tree_tells_who_has_it_from_whom() -> None:
    happening = only(
        letters("Lakeside Post", outlet="Radio Estuary"),
        letters("Meridian Wire", "Lakeside Post", outlet="Fenland Courier"),
    )
    [branch] = origin_tree(happening)
    [relay] = branch.branches
    assert (branch.name, len(branch.reports), relay.name, len(relay.reports)) == (
        "Lakeside Post",
        1,
        "Meridian Wire",
        1,
    )


def test_acts_of_contradicting_statuses_are_never_one_happening() -> None:
    def filing(status: str, outlet: str) -> Reading:
        told = act("file", "file", ["TGO"], ["Harbour Court"], object="a legal opinion", status=status)
        return reading_of(f"Togo did or did not file a legal opinion on dredging, {outlet} says.", told, outlet=outlet)

    fold = fold_of(filing("actual", "Dockside News"), filing("negated", "Basin Times"))
    assert sorted(each.status for each in fold.happenings()) == ["actual", "negated"]


def test_plan_told_after_the_deed_is_a_contradiction() -> None:
    def charge(status: str, published: str) -> Reading:
        told = act("charge", "charge", ["Ada Moss"], ["Ivo Lund"], object="over the dredging", status=status)
        return reading_of(f"On {published} Moss is to charge Lund over the dredging.", told, published=published)

    fold = fold_of(charge("actual", "2024-05-21"), charge("planned", "2024-06-04"))
    assert [each.kind for each in fold.table().contradictions] == ["order"]
    earlier = fold_of(charge("planned", "2024-05-01"), charge("actual", "2024-05-21"))
    assert earlier.table().contradictions == ()


def test_criticism_on_two_occasions_is_not_one_event() -> None:
    def criticism(words: str, published: str) -> Reading:
        told = act("oppose", "criticised", ["FJI"], ["Ada Moss"], object=words)
        return reading_of(f"Fiji criticised Ada Moss over {words} in the dredging case.", told, published=published)

    fold = fold_of(criticism("her letter", "2024-05-21"), criticism("late reports", "2024-05-29"))
    assert len(fold.happenings()) == 2


def test_ruling_that_turns_down_is_another_than_one_that_grants() -> None:
    granted = reading_of(
        "The Harbour Court granted Togo leave to file an opinion on dredging.",
        act("rule", "granted", ["Harbour Court"], ["TGO"], object="leave to file an opinion on dredging"),
    )
    refused = reading_of(
        "The Harbour Court rejected an opinion on dredging.",
        act("rule", "rejected", ["Harbour Court"], object="an opinion on dredging"),
    )
    assert len(fold_of(granted, refused).happenings()) == 2


def test_office_without_an_owner_is_the_voice_of_the_only_one_who_acts() -> None:
    told = act("sanction", "suspended", ["PER"], object="the dredging", chain=["the government"])
    reading = reading_of("Peru suspended the dredging, the government told the Harbour Court.", told)
    parties = tuple(replace(p, kind="organisation") if p.name == "the government" else p for p in reading.parties)
    assert [share.origin for share in only(replace(reading, parties=parties)).origins.shares] == ["PER"]


def test_each_of_two_who_reject_it_has_that_from_itself() -> None:
    told = act("reject", "reject", ["PER", "CHL"], object="the dredging order", chain=["PER"])
    fold = fold_of(reading_of("Peru and Chile reject the dredging order of the Harbour Court, Peru said.", told))
    origins = {each.party.key: [share.origin for share in each.origins.shares] for each in fold.table().positions}
    assert origins == {"PER": ["PER"], "CHL": ["CHL"]}
