"""FollowTheMoney: reports as articles, acts as events that say who says so, named parties as entities.

The entities are plain JSON, a line each, as the `followthemoney` tools read them; the package itself is not needed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec

from onrecord.export.attribution_rows import chain_to
from onrecord.export.excerpts import Excerpt
from onrecord.export.ftm_parties import entity_of, is_entity, representation_of
from onrecord.export.iris import Iris
from onrecord.export.options import ExportOptions
from onrecord.export.quotes import cut_quote
from onrecord.records import Act, Attribution, Party, Span
from onrecord.records.wording import Wording, word_outlet

Entity = dict[str, Any]
LANGUAGES = {"en": "eng"}  # the reader reads English alone


def write_ftm(stream: BinaryIO, excerpts: Iterable[Excerpt], options: ExportOptions) -> None:
    """An entity a line. One that stands in several reports comes once for each, and is merged by its id."""
    for excerpt in excerpts:
        stream.writelines(msgspec.json.encode(entity) + b"\n" for entity in entities_of(excerpt, options))


def entities_of(excerpt: Excerpt, options: ExportOptions) -> Iterator[Entity]:
    """The article, its named parties with the mentions of them, its attributions as notes and its acts as events."""
    wording = Wording(excerpt.reading, quote_chars=options.sentence_quote_chars)
    maker = _Maker(excerpt=excerpt, options=options, wording=wording, iris=Iris(excerpt.reading))
    yield maker.article()
    named = {party.id: party for party in excerpt.parties if is_entity(party)}
    for party in named.values():
        yield from maker.party(party, named)
    for att in excerpt.attributions:
        if att.source in named and att.content:
            yield maker.note(att, named[att.source])
    for act in excerpt.acts:
        yield maker.event(act, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """Makes the entities of one excerpt; ids follow from the report, the reader and the record."""

    excerpt: Excerpt
    options: ExportOptions
    wording: Wording
    iris: Iris

    def article(self) -> Entity:
        report, recorded_at = self.excerpt.reading.report, self.excerpt.recorded_at
        notes = [f"onrecord: {report.id}", f"published: {report.published_basis}"]
        return entity(
            self._article_id,
            "Article",
            title=[report.title],
            author=[report.byline],
            publisher=[word_outlet(report)],
            sourceUrl=[self._url],
            publishedAt=[report.published],
            language=[LANGUAGES.get(report.language or "")],
            bodyText=[report.text if self.options.with_text else None],
            processingAgent=[self.excerpt.reading.reader],
            processedAt=[f"{recorded_at:%Y-%m-%dT%H:%M:%S}" if recorded_at else None],
            notes=[*notes, f"given id: {report.given_id}" if report.given_id else None],
        )

    def party(self, party: Party, named: dict[str, Party]) -> Iterator[Entity]:
        """The party, that the article mentions it, and for whom the article says that it acts."""
        made = entity_of(party, self._id(party.id))
        yield made
        yield entity(
            self._id(f"{party.id}-mention"),
            "Mention",
            document=[self._article_id],
            resolved=[made["id"]],
            name=[party.name],
            detectedSchema=[made["schema"]],
        )
        client = named.get(party.acts_for or "")
        if client is not None:
            ids = (made["id"], entity_of(client, self._id(client.id))["id"])
            yield representation_of(party, self._id(f"{party.id}-for"), ids, proof=self._article_id)

    def note(self, att: Attribution, source: Party) -> Entity:
        """What a named party is cited for."""
        chain = self.wording.links(chain_to(att, self.excerpt.reading))
        whole = Span(min(piece.start for piece in att.content), max(piece.end for piece in att.content))
        quote = cut_quote(self.excerpt.reading.report.text, whole, self.options.quote_chars)
        words = f"{chain} ({att.kind}, {att.form}): “{quote.shown}”"
        return entity(
            self._id(att.id),
            "Note",
            entity=[entity_of(source, self._id(source.id))["id"]],
            description=[f"{words}. {self._made_by(att.rule, att.confidence)}"],
            proof=[self._article_id],
            publisher=[word_outlet(self.excerpt.reading.report)],
            sourceUrl=[self._url],
        )

    def event(self, act: Act, named: dict[str, Party]) -> Entity:
        """An act; its name is the sentence with its status and with who says so."""
        report, is_stated = self.excerpt.reading.report, act.time.basis == "stated"
        involved = [named[key] for key in dict.fromkeys((*act.actors, *act.recipients)) if key in named]
        quote = cut_quote(report.text, act.object, self.options.quote_chars).shown if act.object else None
        told = f"Reported, not established: status {act.status}; {self.wording.chain(act)}"
        return entity(
            self._id(act.id),
            "Event",
            name=[f"Reported: {self.wording.sentence(act)}"],  # a graph shows the beginning of a name
            summary=[quote],
            description=[f"{told}. {self._made_by(act.rule, act.confidence)}"],
            keywords=[act.type, act.status],
            startDate=[act.time.since if is_stated else None],
            endDate=[act.time.until if is_stated else None],
            involved=[entity_of(party, self._id(party.id))["id"] for party in involved],
            proof=[self._article_id],
            publisher=[word_outlet(report)],
            sourceUrl=[self._url],
            recordId=[f"{report.id} {act.id}"],
        )

    def _made_by(self, rule: str, confidence: float) -> str:
        recorded_at, published = self.excerpt.recorded_at, self.excerpt.reading.report.published
        when = f", recorded {recorded_at:%Y-%m-%d %H:%M} UTC" if recorded_at else ""
        told = f"Published {published or 'on a day not known'}. Read by {self.excerpt.reading.reader}"
        return f"{told} (rule {rule}, confidence {confidence:.2f}){when}"

    @property
    def _article_id(self) -> str:
        return f"onrecord-{self.iris.report.rpartition(':')[2]}"

    @property
    def _url(self) -> str | None:
        url = self.excerpt.reading.report.url or ""
        return url if url.startswith(("http://", "https://")) else None

    def _id(self, key: str) -> str:
        return f"{self._article_id}-{self.iris.reader.rpartition(':')[2]}-{key}"


def entity(key: str, schema: str, /, **properties: list[str | None]) -> Entity:
    """An entity with the properties that have values."""
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in known.items() if values}}
