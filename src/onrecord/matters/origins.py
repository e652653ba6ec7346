"""Origins: where each report has a claim from, and how many independent origins a claim has.

In one report the origin is the innermost outlet or document of the act's chain, or the outlet to which the source spoke
(*told AFP*). Where no outlet is cited, whoever speaks in public under his own name or office is the origin: his word is
what entered the press. Unnamed people are a source of the reporting outlet where the text shows that it gathered the
claim itself; else the origin is unknown, never independent.
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.matters.actors import name_key
from onrecord.matters.credits import wire_credit
from onrecord.matters.instruments import Page
from onrecord.matters.tables import word_list
from onrecord.matters.words import longest_phrase, sentence_around
from onrecord.records import Act, Attribution, Party
from onrecord.records.origins import Origin
from onrecord.records.wording import word_outlet

_FOLLOWING_CHARS = 300  # "one of them told us" stands in a sentence soon after
GATHERERS = ("outlet", "document")
HIDDEN = ("official", "officials", "source", "diplomat", "aide", "adviser")
PUBLIC = ("state", "person", "organisation", "court")
OWN_WORDS = ("told us", "told me", "our correspondent", "seen by", "has learned", "has learnt", "own correspondent")


def find_origin(chain: Sequence[str], page: Page, act: Act | None = None) -> Origin:
    """The origin of what a chain of attributions stands above, in one report."""
    links = [att for key in chain if (att := page.attributions.get(key)) and not _is_dateline(att, page)]
    gathered = [name for att in links for name in _gatherers(att, page)]
    outlet = word_outlet(page.reading.report)
    named = [name for name in gathered if not same_outlet(name, outlet)]
    if named:
        why = f"{named[-1]} is cited for it" if len(named) == 1 else f"{named[-1]} is cited by {named[-2]} for it"
        return Origin(
            name=named[-1], basis="cited", relays=tuple(dict.fromkeys(reversed(named[:-1]))),
            source=_source_of(links, page), why=why,
        )  # fmt: skip
    if gathered:
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why=f"said to {gathered[-1]} itself")
    if (speaker := _speaker(links, page)) is not None:
        return Origin(name=speaker.name, basis="cited", source=speaker.name, why=f"{speaker.name} is cited in person")
    if links and (office := _office(links[-1], page)) is not None:
        return Origin(name=office, basis="cited", source=office, why=f"{office} is cited in person")
    return _uncited(links, page, act, outlet)


def _uncited(links: list[Attribution], page: Page, act: Act | None, outlet: str | None) -> Origin:
    """Own where the report shows that its outlet gathered the claim, else unknown."""
    if (wire := wire_credit(page.reading.report)) is not None:
        return Origin(name=wire, basis="cited", source=_source_of(links, page), why=f"the report is credited to {wire}")
    if page.reading.report.byline and outlet:
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why="the report has a byline")
    told = " ".join(_around(links, act, page))
    if outlet and (shown := _shows_gathering(told, outlet)):
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why=f"its text says “{shown}”")
    if outlet and _has_dateline(page.text, outlet):
        return Origin(name=outlet, basis="own", source=_source_of(links, page), why="the report has a dateline")
    why = "only unnamed people are cited" if links else "nobody is cited for it"
    return Origin(basis="unknown", source=_source_of(links, page), why=why)


def _around(links: list[Attribution], act: Act | None, page: Page) -> Iterable[str]:
    """The sentences of an act, of those cited for it and those after them: where a report tells to whom it was told."""
    places = [act.trigger] if act is not None else []
    places += [span for att in links for span in (att.source_span, att.cue, att.content[0]) if span is not None]
    for place in places:
        sentence = sentence_around(page.text, place)
        following = page.text[sentence.end : sentence.end + _FOLLOWING_CHARS]
        yield f"{sentence.of(page.text)}{following}" if links else sentence.of(page.text)


def _gatherers(att: Attribution, page: Page) -> Iterable[str]:
    """The outlets and documents of a link, the outer first: its source, then the outlet that the source spoke to."""
    source = page.parties.get(att.source or "")
    if source is not None and source.kind in GATHERERS and _is_named(source):
        yield source.name
    via = page.parties.get(att.via or "")
    if via is not None:
        yield via.name


def _is_named(party: Party) -> bool:
    """Whether an outlet or document has a name: *the report* and *the article* are not where a claim comes from."""
    return (party.kind == "outlet" and party.name[:1].isupper()) or bool(party.ids)


def _speaker(links: list[Attribution], page: Page) -> Party | None:
    """The innermost one cited, where he speaks in public: a named person, an office, a state, a court or a body."""
    for att in reversed(links):
        party = page.parties.get(att.source or "")
        if party is not None:
            return party if _speaks_in_public(party) else None
    return None


def _office(att: Attribution, page: Page) -> str | None:
    """*Foreign minister* where that is all that is known of who is cited: *its foreign minister said*."""
    words = page.words(att.source_span)
    if (
        att.source is not None
        or longest_phrase(HIDDEN, words)
        or not longest_phrase(word_list("public offices"), words)
    ):
        return None
    return re.sub(r"^(its|his|her|their|the)\s+", "", words, flags=re.IGNORECASE)


def _speaks_in_public(party: Party) -> bool:
    """*A diplomat*, *an official*, *two officials* do not: what they say enters the press where they say it."""
    if party.kind in ("state", "court"):
        return True
    if party.kind == "group":
        return party.of == "state" and party.count is not None
    if party.name[:1].isupper():
        return party.kind in PUBLIC
    offices = word_list("public offices")
    unnamed = longest_phrase(HIDDEN, party.name)
    return (
        party.kind in PUBLIC and unnamed is None and longest_phrase(offices, f"{party.name} {party.role}") is not None
    )


def _source_of(links: list[Attribution], page: Page) -> str | None:
    """Who is quoted innermost, by name or by the words of the text."""
    if not links:
        return None
    party = page.parties.get(links[-1].source or "")
    if party is not None:
        return None if party.kind in GATHERERS else party.name
    return page.words(links[-1].source_span) or None


def _shows_gathering(sentence: str, outlet: str) -> str | None:
    told = next((words for words in OWN_WORDS if words in sentence.casefold()), None)
    names = (outlet, f"the {outlet}")
    return told or next((f"told {name}" for name in names if f"told {name}".casefold() in sentence.casefold()), None)


def _is_dateline(att: Attribution, page: Page) -> bool:
    """Whether a source is the place at the head of the report: *THE HAGUE, 20 May (Meridian Wire) -*."""
    return att.source_span is not None and att.source_span.start == 0 and page.words(att.source_span).isupper()


def _has_dateline(text: str, outlet: str) -> bool:
    """Whether the text begins with a place and the outlet's own name: *LONDON, 26 July (Meridian Wire) -*."""
    return f"({outlet})" in text[:80]


def same_outlet(name: str, outlet: str | None) -> bool:
    return outlet is not None and name_key(name) == name_key(outlet)
