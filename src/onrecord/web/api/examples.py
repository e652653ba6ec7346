"""Examples: what each answer looks like, for the OpenAPI document; matter, states and outlets are made up."""

from collections.abc import Mapping
from datetime import UTC, datetime

from onrecord.ledger import CitedRow, Facet, Facets, Snippet
from onrecord.records import Act, ActTime, Attribution, Outlet, Party, Reading, Report, Span
from onrecord.records.analysis import Token
from onrecord.records.explanations import ActExplained, Explanation, LexiconLine
from onrecord.records.happenings import Happening, Told
from onrecord.records.ids import report_id
from onrecord.records.judgements import ActKey, Correction, Judgement, PartyName
from onrecord.records.matters import Instrument, Matter
from onrecord.records.origins import Link, Origin, OriginRange, Share
from onrecord.records.party_lists import ListRow, PartyList
from onrecord.records.positions import (
    Actor,
    Change,
    Contradiction,
    Position,
    PositionTable,
    Side,
    Silence,
    Step,
    TimelineEntry,
)
from onrecord.web.api.shapes import (
    ActTold,
    ExplanationTold,
    HappeningTold,
    HitTold,
    JudgementTold,
    LedgerTold,
    LinkTold,
    ListRecorded,
    LogHeights,
    MatterTold,
    OriginNode,
    PartyAct,
    PartySaid,
    PartyTold,
    PositionTold,
    Problem,
    QueuedTold,
    ReportTold,
    SaidTold,
    SearchTold,
    SessionTold,
)

_TEXT = "Freedonia has signed the ferry treaty, according to the Harbour Times."
_OUTLET = Outlet(name="The Morning Ledger", domain="morningledger.example")
_DAY, _RECORDED = "2024-06-30", datetime(2024, 6, 30, 8, 15, tzinfo=UTC)
_READER = "onrecord 0.3.0, model 1a2b3c"


def _span(words: str) -> Span:
    return Span(_TEXT.index(words), _TEXT.index(words) + len(words))


_REPORT = Report(
    id=report_id(text=_TEXT, outlet=_OUTLET, published=_DAY), text=_TEXT, outlet=_OUTLET, published=_DAY,
    published_basis="given", language="en",
)  # fmt: skip
_FREEDONIA = Party(id="p1", kind="state", name="Freedonia", mentions=(_span("Freedonia"),))
_HARBOUR = Party(id="p2", kind="outlet", name="Harbour Times", mentions=(_span("Harbour Times"),))
_SAYING = Attribution(
    id="a1", source="p2", source_span=_span("the Harbour Times"), cue=_span("according to"),
    content=(_span("Freedonia has signed the ferry treaty"),), kind="report", confidence=0.97, rule="head:citing",
)  # fmt: skip
_SIGNING = Act(
    id="e1", type="sign", trigger=_span("signed"), actors=("p1",), object=_span("the ferry treaty"),
    time=ActTime(until=_DAY, basis="publication"), chain=("a1",), confidence=0.93, rule="verb:sign#sign",
)  # fmt: skip
_READING = Reading(
    report=_REPORT, reader=_READER, parties=(_FREEDONIA, _HARBOUR), attributions=(_SAYING,), acts=(_SIGNING,)
)
_HEAD = ReportTold(
    id=_REPORT.id, given_id=None, title=None, outlet=_OUTLET, published=_DAY, url=None, reader=_READER,
    recorded_at=_RECORDED,
)  # fmt: skip
_LINK = LinkTold(attribution=_SAYING, source=_HARBOUR, source_text="the Harbour Times", via=None)
_ACT = ActTold(
    report=_HEAD, act=_SIGNING, actors=(_FREEDONIA,), recipients=(), chain=(_LINK,),
    sentence="Freedonia signed “the ferry treaty” — Harbour Times, as cited by The Morning Ledger",
)  # fmt: skip
_SAID = SaidTold(report=_HEAD, link=_LINK, words=("Freedonia has signed the ferry treaty",))

_MATTER = Matter(
    id="ferry-treaty", title="The ferry treaty", question="States should join the ferry treaty.",
    instruments=(Instrument(id="treaty", name="ferry treaty", kind="treaty", names=("ferry treaty",)),),
    parties=("Freedonia", "Sylvania"), keywords=("ferry treaty",),
)  # fmt: skip
_ACTOR = Actor(key="freedonia", name="Freedonia", kind="state")
_OTHER = Actor(key="sylvania", name="Sylvania", kind="state")
_STEP = Step(
    party=_ACTOR, instrument="treaty", stage="signed", direction="for", rule="signing", why="sign, actual",
    report=_REPORT.id, outlet="The Morning Ledger", act="e1", quote=_TEXT, span=Span(0, len(_TEXT)), published=_DAY,
    recorded="2024-06-30T08:15:00+00:00", chain=("Harbour Times",), is_relayed=True,
    origin=Origin(name="Harbour Times", basis="cited", why="cited for it"),
)  # fmt: skip
_ORIGINS = OriginRange(
    least=1, most=1, shares=(Share(origin="Harbour Times", basis="cited", reports=(_REPORT.id,)),),
    links=(Link(report=_REPORT.id, origin="Harbour Times"),),
)  # fmt: skip
_POSITION = Position(
    party=_ACTOR, instrument="treaty", stage="signed", direction="for", rules=("signing",), published=_DAY,
    recorded="2024-06-30T08:15:00+00:00", steps=(_STEP,), origins=_ORIGINS,
)  # fmt: skip
_SILENCE = Silence(party=_OTHER, instrument="treaty", read=1, naming=0)
_CONTRADICTION = Contradiction(
    about="Freedonia, ferry treaty", kind="stages", parties=(_ACTOR,),
    sides=(Side(words="signed", reports=(_REPORT.id,)), Side(words="refused", reports=("r:7lol6r4g53cfyp6e",))),
)  # fmt: skip
_HAPPENING = Happening(
    id="h:4f1c2b7a90de", type="sign", status="actual", actors=(_ACTOR,), recipients=(),
    words="Freedonia signed “the ferry treaty”", told=(Told(report=_REPORT.id, act="e1", why="the first to tell it"),),
    origins=_ORIGINS,
)  # fmt: skip
_LIST = PartyList(
    matter="ferry-treaty", instrument="treaty", stage="signed", direction="for", title="Signatories of the treaty",
    publisher="Ferry Commission", published=_DAY, headline=1, digest="9f2b", by="Ada Fenn",
    rows=(ListRow(place="A2", written="Freedonia", party=PartyName(kind="state", name="Freedonia")),),
)  # fmt: skip
_TOKEN = Token(
    index=2, start=_SIGNING.trigger.start, end=_SIGNING.trigger.end, text="signed", lemma="sign", upos="VERB",
    feats="Tense=Past|VerbForm=Part", head=-1, deprel="root",
)  # fmt: skip
_EXPLAINED = ActExplained(
    act=_SIGNING, token=_TOKEN, sentence=Span(0, len(_TEXT)),
    line=LexiconLine(file="actions.tsv", line=40, text="sign\tVERB\tsign", key="verb:sign#sign"),
    status_words="told as done", time_words="no later than the report",
)  # fmt: skip
_FACETS = Facets(
    outlets=(Facet(value="The Morning Ledger", reports=1),), months=(Facet(value="2024-06", reports=1),),
    parties=(Facet(value="Freedonia", reports=1), Facet(value="Harbour Times", reports=1)),
    types=(Facet(value="sign", reports=1),),
)  # fmt: skip
_FERRY = _span("ferry")

EXAMPLES: Mapping[type, object] = {
    QueuedTold: QueuedTold(
        report=_REPORT.id, act=_SIGNING, sentence=_ACT.sentence,
        reasons=("The position of Freedonia on ferry treaty (signed · for) stands on this act alone.",),
    ),
    JudgementTold: JudgementTold(
        seq=12, recorded_at=_RECORDED, undo="/api/v1/judgements/12/undo",
        judgement=Judgement(
            verb="correct", by="Ada Fenn", why="it is to sign next week",
            acts=(ActKey(report=_REPORT.id, trigger=_SIGNING.trigger, type="sign"),),
            correction=Correction(status="planned"),
        ),
    ),
    SessionTold: SessionTold(
        person="Ada Fenn", role="reviewer", may_judge=True, csrf_token="sent back in X-CSRF-Token"  # noqa: S106
    ),
    ActTold: _ACT,
    Change: Change(after=_POSITION),
    CitedRow: CitedRow(
        outlet="The Morning Ledger", source="Harbour Times", kind="outlet", how="source", attributions=1, reports=1
    ),
    Contradiction: _CONTRADICTION,
    ExplanationTold: ExplanationTold(
        recorded_by=_READER, is_same_reader=True, act="e1",
        explanation=Explanation(report=_REPORT.id, reader=_READER, acts=(_EXPLAINED,), tokens=(_TOKEN,)),
    ),
    Happening: _HAPPENING,
    HappeningTold: HappeningTold(
        happening=_HAPPENING, tree=(OriginNode(name="Harbour Times", reports=(_REPORT.id,)),)
    ),
    LedgerTold: LedgerTold(
        name="ferries.db", version="0.3.0", reports=1, heights=LogHeights(readings=1, judgements=0, lists=1),
        read_only=False,
    ),
    ListRecorded: ListRecorded(
        seq=1, recorded_at=_RECORDED, list=_LIST, count=1, agrees=True, ended_by=None, withdrawal=None
    ),
    MatterTold: MatterTold(matter=_MATTER),
    PartyTold: PartyTold(
        key="Freedonia", names=(PartyName(kind="state", name="Freedonia"),),
        positions=(PositionTold(matter="ferry-treaty", position=_POSITION),),
        acts=(PartyAct(parts=("actor",), matters=("ferry-treaty",), told=_ACT),),
        said=(PartySaid(matters=("ferry-treaty",), told=_SAID),), more_acts=None, more_said=None,
    ),
    PositionTable: PositionTable(
        matter="ferry-treaty", reports=(_REPORT.id,), positions=(_POSITION,), silences=(_SILENCE,)
    ),
    Problem: Problem(
        type="about:blank", title="Not Found", status=404, detail="no matter 'ferry': expected ferry-treaty",
        expected="ferry-treaty",
    ),
    Reading: _READING,
    ReportTold: _HEAD,
    SaidTold: _SAID,
    SearchTold: SearchTold(
        hits=(
            HitTold(
                report=_HEAD, score=1.25,
                snippets=(Snippet(field="text", words=_TEXT, span=Span(0, len(_TEXT)), matches=(_FERRY,)),),
            ),
        ),
        found=1, is_all=True, facets=_FACETS,
    ),
    Silence: _SILENCE,
    TimelineEntry: TimelineEntry(
        day=_DAY, is_stated=False, party=_ACTOR, instrument="treaty", stage="signed", direction="for", steps=(_STEP,)
    ),
}  # fmt: skip
