"""Workings: what the reader built on its way from an analysis to a reading, for whoever explains the reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reader.citings import Citing
from onrecord.reader.clauses import Clauses
from onrecord.reader.dates import TimeFound
from onrecord.reader.frames import Frame, FrameFinder
from onrecord.reader.parties import Parties
from onrecord.resolve import PartyTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Workings:
    """The very objects that the rules used; `frames` are by their heads, citing i became attribution ``a{i + 1}``."""

    clauses: Clauses
    table: PartyTable
    parties: Parties
    citings: tuple[Citing, ...]
    finder: FrameFinder
    frames: Mapping[int, Frame]
    times: tuple[TimeFound, ...]

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The sentence of a word, as an inclusive range of tokens."""
        return self.clauses.analysis.sentences[self.clauses.sentence_of[token]]
