"""The table from records to FollowTheMoney (data/ftm.tsv): where each field goes, and what is lost."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.reader.tables import read_rows

COLUMNS = ("field", "goes", "lost")


@dataclass(frozen=True, slots=True, kw_only=True)
class FtmLine:
    """A field such as ``Act.status``, the properties that hold it (``Event.keywords``), and what of it is lost."""

    field: str
    goes: tuple[str, ...]
    lost: str | None


@cache
def load_ftm_table() -> tuple[FtmLine, ...]:
    return tuple(
        FtmLine(
            field=row.cells["field"],
            goes=() if row.cells["goes"] == "-" else tuple(row.cells["goes"].split(" ")),
            lost=None if row.cells["lost"] == "-" else row.cells["lost"],
        )
        for row in read_rows(_text("ftm.tsv"), file="ftm.tsv", columns=COLUMNS)
    )


@cache
def load_alpha2() -> dict[str, str]:
    """The two-letter code in lower case, as FollowTheMoney writes it, by the three-letter code."""
    rows = read_rows(_text("alpha2.tsv"), file="alpha2.tsv", columns=("alpha_3", "alpha_2"))
    return {row.cells["alpha_3"]: row.cells["alpha_2"] for row in rows}


def _text(file: str) -> str:
    return files("onrecord.export").joinpath("data", file).read_text(encoding="utf-8")
