"""Mentions to parties: states, organisations, courts, outlets, persons, groups and documents of one report."""

from onrecord.resolve.phrases import Phrase, find_phrase
from onrecord.resolve.places import acts_as_party
from onrecord.resolve.resolution import PartyTable, resolve_parties

__all__ = ["PartyTable", "Phrase", "acts_as_party", "find_phrase", "resolve_parties"]
