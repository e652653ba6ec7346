"""Attribution: somebody is reported to have said, written, thought, intended or known something."""

from dataclasses import dataclass
from typing import Literal

from onrecord.records.errors import check_confidence
from onrecord.records.spans import Span

AttributionForm = Literal["direct", "indirect", "mixed"]
AttributionKind = Literal["statement", "report", "belief", "intention", "perception"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, a cue and a content, perhaps inside another attribution.

    In *the minister denied that the dam had failed*, the minister is the source, denied the cue, the dam
    had failed the content. Content may be in pieces; source is None when the text withholds it, cue None
    when only quotation marks show it. `parent` is the id of the attribution whose content holds this one.
    `via` is the party id of the outlet through which the source spoke (*told AFP*).
    `confidence` is a probability between 0 and 1; `rule` names the head or rule that made the record.
    """

    id: str
    parent: str | None = None
    source: str | None = None
    source_span: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    via: str | None = None
    form: AttributionForm = "indirect"
    kind: AttributionKind = "statement"
    confidence: float = 1.0
    rule: str

    def __post_init__(self) -> None:
        check_confidence(self.confidence, where=f"attribution {self.id}")
