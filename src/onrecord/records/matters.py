"""Matter: a question that parties take sides on, and the instruments by which they do."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.acts import ActType
from onrecord.records.errors import RecordError
from onrecord.records.stances import Direction

InstrumentKind = Literal["filing", "statement", "vote", "measure", "stance", "treaty"]
Followed = Literal["all", "listed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A means of taking sides: a legal opinion (filing), a joint statement, a bill (measure), the warrants (stance).

    `backing` is the direction, as the matter's question goes, of taking, signing, filing or backing it: *against* for
    a bill that would punish the court; *unclear* for a filing that can argue either way, whose direction is told by
    its words. `names` are the words that tell it in a report. To back or criticise one of `targets` is to back or
    criticise the instrument; to criticise one of `bodies` too, but to support a body alone is *neutral*. `deeds` are
    the types of act that carry it out: *arrest* for the enforcement of a warrant. `for_words` and `against_words` are
    what those say who are for or against. `for_means` and `against_means` tell a person how the directions are meant.
    """

    id: str
    name: str
    kind: InstrumentKind
    backing: Direction = "for"
    names: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    deeds: tuple[ActType, ...] = ()
    for_words: tuple[str, ...] = ()
    against_words: tuple[str, ...] = ()
    for_means: str | None = None
    against_means: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Other names of one of the matter's parties: *House* for the US House of Representatives."""

    party: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A question that parties take sides on, with its instruments, and how to tell which reports belong to it.

    `parties` are ISO 3166 alpha-3 codes, names, or the phrases of counted groups (*25 countries*). With `followed`
    *listed* only their positions are kept, with *all* those of every state, body and counted group that takes a
    step. `keywords` are words of reports that belong.
    """

    id: str
    title: str
    question: str
    instruments: tuple[Instrument, ...]
    parties: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    keywords: tuple[str, ...] = ()
    followed: Followed = "all"

    def __post_init__(self) -> None:
        ids = [instrument.id for instrument in self.instruments]
        if len(set(ids)) < len(ids):
            twice = next(key for key in ids if ids.count(key) > 1)
            raise RecordError(
                "two instruments of one id", where=f"matter {self.id}", found=twice, expected="one of each"
            )

    def instrument(self, key: str) -> Instrument:
        """The instrument of an id, which must be there."""
        return next(instrument for instrument in self.instruments if instrument.id == key)
