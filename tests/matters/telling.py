"""Readings for tests of the fold, without a model: a text, and acts told by their words.

``reading_of("Togo filed an opinion.", act("file", "filed", ["TGO"], object="an opinion"))``.
"""

from dataclasses import dataclass
from typing import Any

from onrecord.matters.folding import MatterFold, Recorded, fold_matter
from onrecord.records import Act, ActTime, Attribution, Count, Outlet, Party, Reading, Span
from onrecord.records.matters import Instrument, Matter
from tests.factories import make_act, make_attribution, make_party, make_reading, make_report, span_of

OUTLETS = ("Lakeside Post", "Meridian Wire", "The Quayside Herald", "Fenland Courier", "Radio Estuary")
BODIES = ("Harbour Court", "Council of Ports")

OPINION = Instrument(
    id="opinion", name="legal opinion", kind="filing", backing="unclear", names=("opinion", "observations"),
    for_words=("has jurisdiction",), against_words=("lacks jurisdiction",),
)  # fmt: skip
STATEMENT = Instrument(id="statement", name="joint statement", kind="statement", names=("free of pressure",))
BILL = Instrument(id="bill", name="sanctions bill", kind="measure", backing="against", names=("bill",))
DREDGING = Instrument(
    id="dredging", name="the dredging order", kind="stance", names=("order", "dredging"), targets=("Ada Moss",),
    bodies=("Harbour Court",),
)  # fmt: skip
ENFORCEMENT = Instrument(id="enforcement", name="enforcement", kind="stance", targets=("Ivo Lund",), deeds=("arrest",))
TREATY = Instrument(id="treaty", name="dredging treaty", kind="treaty", names=("treaty",))
GATES = Instrument(id="gates", name="compliance", kind="stance", deeds=("yield",), names=("open the gates",))
MATTER = Matter(
    id="dredging", title="The dredging case", question="The Harbour Court should order the dredging.",
    instruments=(OPINION, STATEMENT, BILL, DREDGING, ENFORCEMENT, TREATY, GATES),
    keywords=("Harbour Court", "dredging"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """An act told by words of the text and by names."""

    type: str
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    object: str | None
    status: str
    chain: tuple[str, ...]
    about: tuple[int, ...]
    day: str | None


def act(
    type: str, trigger: str, actors: Any = (), recipients: Any = (), *, object: str | None = None,
    status: str = "actual", chain: Any = (), about: Any = (), day: str | None = None,
) -> Spec:  # fmt: skip
    return Spec(
        type=type, trigger=trigger, actors=tuple(actors), recipients=tuple(recipients), object=object, status=status,
        chain=tuple(chain), about=tuple(about), day=day,
    )  # fmt: skip


def reading_of(
    text: str, *specs: Spec, outlet: str = "The Harbour Times", published: str | None = "2024-06-30",
    members: dict[str, tuple[str, ...]] | None = None, acts_for: dict[str, str] | None = None, said: Any = (),
    reader: str = "onrecord test", **fields: Any,
) -> Reading:  # fmt: skip
    """`members` are by group, `acts_for` by person; `said` are pairs of a source and words of the text."""
    writer = _Writer(text, members or {}, acts_for or {})
    acts = tuple(writer.act(number, spec) for number, spec in enumerate(specs, 1))
    for source, words in said:
        writer.attribution(source, span_of(text, words))
    report = make_report(text, outlet=Outlet(name=outlet), published=published, **fields)
    return make_reading(
        report,
        reader=reader,
        parties=tuple(writer.parties.values()),
        attributions=tuple(writer.attributions),
        acts=acts,
    )


def fold_of(*readings: Reading, matter: Matter = MATTER) -> MatterFold:
    return fold_matter(
        matter, [Recorded(reading=reading, recorded="2024-07-01T08:00:00+00:00") for reading in readings]
    )


def stands(fold: MatterFold, **options: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """By party and instrument, the stage and direction."""
    table = fold.table(**options)
    return {(each.party.key, each.instrument): (each.stage, each.direction) for each in table.positions}


class _Writer:
    def __init__(self, text: str, members: dict[str, tuple[str, ...]], acts_for: dict[str, str]) -> None:
        self.text = text
        self.parties: dict[str, Party] = {}
        self.attributions: list[Attribution] = []
        self._members = members
        self._acts_for = acts_for

    def act(self, number: int, spec: Spec) -> Act:
        since, _, until = (spec.day or "").partition("/")
        return make_act(
            f"e{number}", type=spec.type, trigger=span_of(self.text, spec.trigger), status=spec.status,
            actors=tuple(self.party(name) for name in spec.actors),
            recipients=tuple(self.party(name) for name in spec.recipients),
            object=span_of(self.text, spec.object) if spec.object else None,
            about=tuple(f"e{other}" for other in spec.about),
            time=ActTime(since=since, until=until or since, basis="stated") if since else ActTime(),
            chain=self._chain(spec), rule=f"verb:{spec.trigger}#{spec.type}",
        )  # fmt: skip

    def attribution(self, source: str, span: Span, parent: str | None = None) -> str:
        key = f"a{len(self.attributions) + 1}"
        made = make_attribution(key, source=self.party(source), content=(span,), cue=None, parent=parent)
        self.attributions.append(made)
        return key

    def party(self, name: str) -> str:
        if name not in self.parties:
            key = f"p{len(self.parties) + 1}"
            self.parties[name] = make_party(key, name=name, kind="person")  # holds the place for members that name it
            fields: dict[str, Any] = {"members": tuple(self.party(member) for member in self._members.get(name, ()))}
            if name in self._acts_for:
                fields["acts_for"] = self.party(self._acts_for[name])
            self.parties[name] = make_party(key, name=name, **_kind_of(name), **fields)
        return self.parties[name].id

    def _chain(self, spec: Spec) -> tuple[str, ...]:
        keys: list[str] = []
        for source in spec.chain:
            keys.append(self.attribution(source, span_of(self.text, spec.trigger), keys[-1] if keys else None))
        return tuple(keys)


def _kind_of(name: str) -> dict[str, Any]:
    number = name.split(maxsplit=1)[0]
    if len(name) == 3 and name.isupper():
        return {"kind": "state", "ids": (("iso3", name),)}
    if number.isdigit():
        of = "state" if name.endswith(("states", "countries")) else "person"
        return {"kind": "group", "of": of, "count": Count(value=int(number))}
    if name in OUTLETS:
        return {"kind": "outlet"}
    if name in BODIES:
        return {"kind": "court" if "Court" in name else "organisation"}
    return {"kind": "group" if name.endswith("s") and name[0].islower() else "person", "role": None}
