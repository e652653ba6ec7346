"""Settings: what the environment tells the commands, read once when a command starts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.ledger.places import hide_password

LEDGER_VARIABLE = "ONRECORD_LEDGER"
DEFAULT_LEDGER = "onrecord.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which ledger is meant, a path or a URL, and which of option, environment and default named it."""

    ledger: str
    named_by: str

    @property
    def shown(self) -> str:
        """The ledger as it may be printed: the address of a database holds a password."""
        return hide_password(self.ledger)

    @property
    def ledger_words(self) -> str:
        """*onrecord.db (the default)*; a ledger that was given on the command line needs no more words."""
        return self.shown if self.named_by == "--ledger" else f"{self.shown} ({self.named_by})"


def read_settings(ledger: str | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The ledger given with --ledger, else by ONRECORD_LEDGER, else onrecord.db in the current folder."""
    if ledger:
        return Settings(ledger=ledger, named_by="--ledger")
    if environment.get(LEDGER_VARIABLE):
        return Settings(ledger=environment[LEDGER_VARIABLE], named_by=f"from {LEDGER_VARIABLE}")
    return Settings(ledger=DEFAULT_LEDGER, named_by="the default")
