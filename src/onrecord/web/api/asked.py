"""Asked: the parameters of the API, checked where they come in. What is not known is refused, with its name."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema

from onrecord.answers.review import Order
from onrecord.ledger import Place
from onrecord.ledger.days import find_period
from onrecord.ledger.facets import MOST_FOUND
from onrecord.ledger.words import find_terms
from onrecord.records import ActStatus, ActType
from onrecord.records.errors import LedgerError
from onrecord.web.api.telling import read_place

MOST_WORDS_CHARS = 300
MOST_ITEMS = 200
MOST_OFFSET = 1_000_000
_Nothing = SkipJsonSchema[None]  # a parameter that is left out; nobody can write null in an address


def _told(check: Callable[[str], object]) -> Callable[[str], str]:
    """A check of the ledger as one of a parameter."""

    def checked(value: str) -> str:
        try:
            check(value)
        except LedgerError as error:
            raise ValueError(str(error)) from error
        return value

    return checked


def _check_words(value: str) -> str:
    if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("holds a character that no text has")
    if not value.strip():
        raise ValueError("holds nothing but spaces")
    return value


def _check_day(value: str) -> str:
    return date.fromisoformat(value).isoformat()


Words = Annotated[str, StringConstraints(min_length=1, max_length=MOST_WORDS_CHARS), AfterValidator(_check_words)]
Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    AfterValidator(_check_day),
    Field(json_schema_extra={"format": "date"}, examples=["2024-06-30"]),
]
When = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
    AfterValidator(_told(lambda value: find_period(value, None))),
    Field(examples=["2024-06-30", "2024-06", "2024"]),
]
Cursor = Annotated[str, StringConstraints(pattern=r"^[0-9T:+.Z-]{0,40}~[0-9]{1,18}~[0-9]{1,9}$")]
PartyName = Annotated[Words, Field(examples=["Freedonia", "GBR"])]


class Asked(BaseModel):
    """No parameters; whatever is given is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedPage(Asked):
    limit: int = Field(50, ge=1, le=MOST_ITEMS, description="At most so many.")
    offset: int = Field(0, ge=0, le=MOST_OFFSET, description="Without so many of the first.")


class AskedGoingOn(Asked):
    """A page of a list that grows at its head."""

    limit: int = Field(50, ge=1, le=MOST_ITEMS, description="At most so many.")
    cursor: Cursor | _Nothing = Field(None, description="Where the page begins, as the Link of the one before has it.")

    @property
    def after(self) -> Place | None:
        return None if self.cursor is None else read_place(self.cursor)


class AskedPeriod(Asked):
    """Days of which a month or a year may stand for its first or last."""

    since: When | _Nothing = Field(None, description="From this day, month or year on.")
    until: When | _Nothing = Field(None, description="Up to the end of this day, month or year.")

    @model_validator(mode="after")
    def check_order(self) -> Self:
        try:
            find_period(self.since, self.until)
        except LedgerError as error:
            raise ValueError(str(error)) from error
        return self


class AskedAsOf(Asked):
    as_of: Day | _Nothing = Field(None, description="By what had been reported up to this day.")
    known_on: Day | _Nothing = Field(None, description="By what the ledger held at the end of this day (UTC).")


class AskedPositions(AskedAsOf):
    party: PartyName | _Nothing = Field(None, description="Of this party: a name, or an ISO 3166 alpha-3 code.")
    instrument: Words | _Nothing = Field(None, description="On this instrument, by its id in the matter file.")


class AskedTimeline(AskedPositions, AskedPage):
    pass


class AskedHappenings(AskedAsOf, AskedPage):
    told_by: int = Field(1, ge=1, le=1000, description="Told by at least so many reports.")


class AskedChanges(Asked):
    since: When = Field(description="What changed on this day or later; a month or a year stands for its first day.")
    recorded: bool = Field(
        default=False, description="Compare with what the ledger held then, not with what had been reported then."
    )


class AskedFeed(Asked):
    limit: int = Field(100, ge=1, le=MOST_ITEMS, description="At most so many entries.")


class AskedReports(AskedPeriod, AskedGoingOn):
    outlet: Words | _Nothing = Field(
        None, description="Of this outlet: its name or domain as reports have it.", examples=["The Harbour Times"]
    )


class AskedReading(Asked):
    judged: bool = Field(default=True, description="As people decided; false for as it was read.")


class AskedActs(AskedPeriod, AskedGoingOn):
    party: PartyName | _Nothing = Field(None, description="Of or towards this party: a name, a last name or an id.")
    type: ActType | _Nothing = Field(None, description="Of this type.")
    status: ActStatus | _Nothing = Field(None, description="With this status.")
    source: Words | _Nothing = Field(
        None, description="For which this party is cited, or through which the cited one spoke.", examples=["Walla"]
    )


class AskedSaid(AskedGoingOn):
    party: PartyName = Field(description="In which this party is cited: a name, a last name or an id.")


class AskedParty(Asked):
    limit: int = Field(20, ge=1, le=MOST_ITEMS, description="At most so many acts, and so many attributions.")


class AskedSearch(AskedPeriod, AskedPage):
    q: Annotated[Words, AfterValidator(_told(find_terms))] = Field(
        description='Words that a report must hold, in title, text or names of parties: "joint statement" for words '
        "side by side, sanction* for beginnings.",
        examples=['warrant "joint statement"'],
    )
    limit: int = Field(20, ge=1, le=MOST_ITEMS, description="At most so many.")
    offset: int = Field(0, ge=0, le=MOST_FOUND, description="Without so many of the best.")
    outlet: Words | _Nothing = Field(None, description="Of this outlet: its name or domain as reports have it.")
    party: PartyName | _Nothing = Field(None, description="That name this party: a name, a last name or an id.")
    type: ActType | _Nothing = Field(None, description="That have an act of this type.")


class AskedCited(AskedPage):
    outlet: Words | _Nothing = Field(None, description="By this outlet: its name, else its domain, as reports have it.")


class AskedReview(AskedPage):
    matter: Words | _Nothing = Field(
        None, description="Of this matter, by its id; without one, of the reports that were recorded last."
    )
    order: Order = Field("position", description="First what a position stands on, or else the least sure.")
