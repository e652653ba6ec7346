"""Stances: how far a party has gone with an instrument, and on which side."""

from typing import Literal

Stage = Literal[
    "asked", "announced", "leave_sought", "leave_granted", "filed", "signed", "voted", "stated", "withdrawn",
    "not_filed", "refused",
]  # fmt: skip
Direction = Literal["for", "against", "neutral", "unclear"]
