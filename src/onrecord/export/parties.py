"""Parties of a row: their names in words, their kinds and codes, each list in the same order."""

from collections.abc import Iterable
from typing import Any

from onrecord.export.columns import View
from onrecord.records import Party, Reading

NOT_NAMED = "(not named)"


def parties_of(reading: Reading) -> dict[str, Party]:
    return {party.id: party for party in reading.parties}


def names(view: View[Any], keys: Iterable[str]) -> list[str]:
    """*Chad*, *25 countries (unnamed)*, *officials (unnamed, for Peru)*."""
    return [view.wording.party(key) for key in keys]


def kinds(view: View[Any], keys: Iterable[str]) -> list[str]:
    found = parties_of(view.excerpt.reading)
    return [found[key].kind if key in found else "" for key in keys]


def codes(view: View[Any], keys: Iterable[str]) -> list[str]:
    """The ISO 3166 alpha-3 code of each that is a state itself, else an empty text."""
    found = parties_of(view.excerpt.reading)
    return [dict(found[key].ids).get("iso3", "") if key in found else "" for key in keys]


def cited(view: View[Any], chain: Iterable[str]) -> list[str]:
    """Who is cited, outermost first."""
    attributions = {att.id: att for att in view.excerpt.reading.attributions}
    return [view.wording.link(attributions[key]) for key in chain if key in attributions]
