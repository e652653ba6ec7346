"""Site: what the pages are of, decided once when the server starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from onrecord.answers.matter_files import MatterFiles
from onrecord.ledger import Ledger
from onrecord.web.explanations import Explainer
from onrecord.web.guard.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A ledger and its matters, with who may see and judge them.

    `shown` names the ledger without a password. `explainer` loads the reader when somebody asks for an explanation;
    without one, explanations are not offered. `hosts` are the names under which a browser may ask for the site, and
    `https` tells that it is reached over https alone, through a proxy; `clock` tells the time with its zone.
    """

    ledger: Ledger
    shown: str
    matters: MatterFiles
    people: People
    clock: Callable[[], datetime]
    explainer: Callable[[], Explainer] | None = None
    read_only: bool = False
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    https: bool = False
