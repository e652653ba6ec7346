"""People: who may use a site, each with a role and a token of which only the hash is kept."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Role = Literal["reader", "reviewer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses the site: a *reader* may see everything, a *reviewer* may judge what was read as well.

    `token_sha256` is the SHA-256 of the token in hexadecimal, None where nobody has to sign in; `added` is the day.
    """

    name: str
    role: Role
    token_sha256: str | None = None
    added: str | None = None


class People:
    """Everybody who may use a site. With `local`, whoever asks is that person: for a site on loopback alone."""

    def __init__(self, people: Iterable[Person] = (), *, local: Person | None = None) -> None:
        self._people = tuple(people)
        self.local = local

    def everybody(self) -> tuple[Person, ...]:
        return self._people

    def find(self, token: str) -> Person | None:
        """The person of a token; every hash is compared, so that the time taken tells nothing."""
        given = hash_token(token)
        found = [each for each in self.everybody() if hmac.compare_digest(each.token_sha256 or "", given)]
        return found[0] if found else None

    def holder(self, token_sha256: str) -> Person | None:
        """Whoever has the token of a hash now: nobody, once the person was removed or has another token."""
        return next((each for each in self.everybody() if each.token_sha256 == token_sha256), None)


def hash_token(token: str) -> str:
    """The SHA-256 of a token; tokens are random and long, so that no slower hash is called for."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
