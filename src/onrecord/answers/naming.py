"""Naming: which act or party of a ledger a person means, for whoever judges: commands, pages, the API."""

from collections.abc import Iterable
from typing import get_args

from onrecord.ledger import Ledger
from onrecord.ledger.keys import name_key, party_keys
from onrecord.ledger.party_changes import name_of
from onrecord.ledger.verdicts import key_of
from onrecord.records import PartyKind, Reading
from onrecord.records.errors import NamingError, NotFoundError
from onrecord.records.judgements import ActKey, PartyName
from onrecord.resolve.named import find_named


def split_name(named: str) -> tuple[str, str]:
    """The report and the act of ``REPORT#ACT``; NamingError where it names none."""
    report, mark, act_id = named.rpartition("#")
    if not mark or not report:
        raise NamingError(f"{named!r} names no act; expected REPORT#ACT, for instance icc-001#e2.")
    return report, act_id


def find_key(ledger: Ledger, report: str, act_id: str) -> tuple[ActKey, Reading]:
    """An act by its report and id, and the reading that it stands in, as people have decided so far.

    NotFoundError where there is no such report or act, with those that there are.
    """
    read = ledger.reading(report, judged=False)
    found = [act for act in read.acts if act.id == act_id]
    if not found:
        known = ", ".join(f"{act.id} ({act.type})" for act in read.acts) or "no acts"
        raise NotFoundError(f"no act {act_id!r}", report_id=read.report.id, found=known, expected="one of these")
    return key_of(read, found[0]), ledger.reading(report)


def find_keys(ledger: Ledger, named: Iterable[tuple[str, str]]) -> tuple[ActKey, ...]:
    return tuple(find_key(ledger, report, act_id)[0] for report, act_id in named)


def find_party(ledger: Ledger, named: str, reading: Reading | None = None) -> PartyName:
    """The party that a person names: one of the reading's, a known one, one of the ledger's, or ``KIND:NAME``.

    NamingError where it is none of these, or may be several.
    """
    kind, mark, name = named.partition(":")
    if mark and kind in get_args(PartyKind) and name.strip():
        return PartyName(kind=kind, name=name.strip())  # type: ignore[arg-type]
    here = [name_of(party) for party in reading.parties if name_key(named) in party_keys(party)] if reading else []
    known = [PartyName(kind=kind, name=name, ids=ids) for kind, name, ids in find_named(named)]
    for candidates in (here, known, ledger.parties(named)):
        distinct = list(dict.fromkeys(candidates))
        if len(distinct) == 1:
            return distinct[0]
        if distinct:
            shown = ", ".join(f"{one.kind}:{one.name}" for one in distinct)
            raise NamingError(f"{named!r} may be {shown}; give one of these.")
    kinds = ", ".join(get_args(PartyKind))
    raise NamingError(f"{named!r} is no party that is known here; give KIND:NAME with a kind of {kinds}.")
