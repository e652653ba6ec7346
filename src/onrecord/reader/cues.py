"""Cues: what kind of attribution a cue word makes (data/cues.tsv)."""

from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from onrecord.reader.tables import packaged_text, read_rows
from onrecord.records.attributions import AttributionKind

_COLUMNS = ("kind", "lemmas")


@cache
def cue_kinds() -> Mapping[str, AttributionKind]:
    """Lemma of a cue word to its kind; a lemma that is not listed makes a statement."""
    found: dict[str, AttributionKind] = {}
    for row in read_rows(packaged_text("cues.tsv"), file="cues.tsv", columns=_COLUMNS):
        kind = cast(AttributionKind, row.one_of("kind", get_args(AttributionKind)))
        found.update(dict.fromkeys(row.cells["lemmas"].split("|"), kind))
    return found
