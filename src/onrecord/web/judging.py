"""Judging: what somebody sends to judge what was read, by the API or by a form, and the row that comes of it."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from onrecord.answers.naming import find_key, find_keys, find_party
from onrecord.ledger import JudgementEntry, Ledger
from onrecord.records import ActStatus, ActType, Reading
from onrecord.records.errors import RecordError
from onrecord.records.judgements import Correction, Judgement, PartyChange, PartyRole, Verb
from onrecord.records.stances import Direction, Stage
from onrecord.web.guard.people import Person

MOST_NAMED = 200
REASONS: dict[Verb, str] = {"accept": "read against the passage", "undo": "taken back"}


def _check_text(value: str) -> str:
    if any((char < " " and char not in "\n\t") or "\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("holds a character that no text has")
    return value.strip()


Name = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_check_text)]
Few = Field(max_length=MOST_NAMED)
Why = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_check_text)]


class Given(BaseModel):
    """What is sent; a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ActNamed(Given):
    """An act by its report and its id in the reading that counts."""

    report: Name = Field(description="The report's id, the beginning of it, or its given id.")
    act: Name = Field(description="The act's id, such as e2.")


class PartyChanged(Given):
    """Another party in an act; without `was` it is added, without `now` it is taken out."""

    role: PartyRole
    was: Name | None = None
    now: Name | None = None


class Corrected(Given):
    """What an act is instead of what was read; what is left out stays as it was read."""

    type: ActType | None = None
    status: ActStatus | None = None
    parties: Annotated[tuple[PartyChanged, ...], Few] = ()
    stage: Stage | None = None
    direction: Direction | None = None
    instrument: Name | None = None

    @model_validator(mode="after")
    def check_instrument(self) -> Self:
        if self.instrument and not (self.stage or self.direction):
            raise ValueError("an instrument says what a stage or a direction is about; give one of them")
        return self


class JudgementGiven(Given):
    """A judgement as it is sent. Parties are names, codes such as ISR, or KIND:NAME where a name is several."""

    verb: Verb
    why: Why | None = Field(None, description="The reason, for whoever reads it later; needed but to accept and undo.")
    acts: Annotated[tuple[ActNamed, ...], Few] = ()
    correction: Corrected | None = None
    parties: Annotated[tuple[Name, ...], Few] = ()
    reports: Annotated[tuple[Name, ...], Few] = ()
    undoes: int | None = Field(None, ge=1, le=2**53)


def read_given(fields: dict[str, Any]) -> JudgementGiven:
    """A judgement from the fields of a form; RecordError that names what is wrong."""
    try:
        return JudgementGiven.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RecordError("no judgement", where=where or None, expected=first["msg"]) from error


def judge(ledger: Ledger, person: Person, given: JudgementGiven) -> JudgementEntry:
    """Record what a person decided, under the name that he signed in with."""
    acts, reading = find_keys(ledger, ((each.report, each.act) for each in given.acts)), None
    if given.correction is not None and given.acts:
        _, reading = find_key(ledger, given.acts[0].report, given.acts[0].act)
    return ledger.judge(
        Judgement(
            verb=given.verb,
            by=person.name,
            why=given.why or REASONS.get(given.verb, ""),
            acts=acts,
            correction=None if given.correction is None else _correction(ledger, given.correction, reading),
            parties=tuple(find_party(ledger, name) for name in given.parties),
            reports=tuple(ledger.report(name).id for name in given.reports),
            undoes=given.undoes,
        )
    )


def _correction(ledger: Ledger, given: Corrected, reading: Reading | None) -> Correction:
    changes = tuple(
        PartyChange(
            role=change.role,
            was=None if change.was is None else find_party(ledger, change.was, reading),
            now=None if change.now is None else find_party(ledger, change.now, reading),
        )
        for change in given.parties
    )
    return Correction(
        type=given.type, status=given.status, parties=changes, stage=given.stage, direction=given.direction,
        instrument=given.instrument,
    )  # fmt: skip
