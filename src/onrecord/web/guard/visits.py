"""Visits: as whom a request comes, and what whoever it is may do."""

from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request

from onrecord.web.guard.people import Person

Basis = Literal["local", "session", "token", "nobody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request as it was let in: by whom, on what basis, and the token that has to come back with what he writes.

    `local` is whoever sits at this machine, `session` a browser that signed in, `token` a program with the token
    itself, which no page elsewhere can send. `may_judge` is false for readers, and for all while the site is read only.
    """

    person: Person | None = None
    basis: Basis = "nobody"
    csrf_token: str | None = None
    may_judge: bool = False


NOBODY = Visit()


def visit_of(request: Request) -> Visit:
    """The visit of a request; nobody's, where it was refused before anybody looked who it is."""
    visit: Visit = getattr(request.state, "visit", NOBODY)
    return visit
