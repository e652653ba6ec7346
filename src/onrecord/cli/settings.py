"""Settings: what the environment tells the commands, read once when a command starts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

LEDGER_VARIABLE = "ONRECORD_LEDGER"
DEFAULT_LEDGER = "onrecord.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which ledger is meant, a path or a URL, and which of option, environment and default named it."""

    ledger: str
    named_by: str

    @property
    def ledger_words(self) -> str:
        """*onrecord.db (the default)*; a ledger that was given on the command line needs no more words."""
        return self.ledger if self.named_by == "--ledger" else f"{self.ledger} ({self.named_by})"


def read_settings(ledger: str | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The ledger given with --ledger, else by ONRECORD_LEDGER, else onrecord.db in the current folder."""
    if ledger:
        return Settings(ledger=ledger, named_by="--ledger")
    if environment.get(LEDGER_VARIABLE):
        return Settings(ledger=environment[LEDGER_VARIABLE], named_by=f"from {LEDGER_VARIABLE}")
    return Settings(ledger=DEFAULT_LEDGER, named_by="the default")
