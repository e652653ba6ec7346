"""Steps: what one report says that parties did about the instruments of a matter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.matters.actors import Actors, actor_words
from onrecord.matters.conditions import Candidate, meets
from onrecord.matters.directions import Telling, direction_of
from onrecord.matters.instruments import (
    AGAIN,
    ELSEWHERE,
    IN_OBJECT,
    Page,
    Pointed,
    find_instruments,
    nearest,
    stands_for,
)
from onrecord.matters.origins import find_origin
from onrecord.matters.own_words import OWN_WORDS, Said
from onrecord.matters.tables import Role, Rule, rules, rules_for
from onrecord.matters.taken import Taken, judge_taken
from onrecord.matters.words import content_stems, sentence_around
from onrecord.records import Act, ActTime, Attribution, Span
from onrecord.records.judgements import StanceJudged
from onrecord.records.matters import Matter
from onrecord.records.phrases import short_quote
from onrecord.records.positions import Actor, Step

QUOTE_CHARS = 240
BEFORE_CHARS = 400  # how far before "it would not sign" the text may be named
OF_STANCES = ("asked for a stance", "asked to back it")
OF_TEXTS = ("in text", "together")


def find_steps(
    page: Page, matter: Matter, actors: Actors, *, recorded: str | None = None,
    stances: Iterable[StanceJudged] = (), rejected: Iterable[Span] = (),
) -> tuple[Step, ...]:  # fmt: skip
    """The steps that a reading's acts make, and those that a party's own words make, each by one rule.

    `stances` are what people decided of its acts. `rejected` are the triggers of acts that people rejected: the words
    around these make no step of their own.
    """
    reading, stances = page.reading, tuple(stances)
    steps = [
        _step(taken, act.id, act.trigger, act.chain, act.time, page, actors, recorded)
        for act in reading.acts
        for taken in judge_taken(_of_act(act, page, matter, actors), act, page, matter, stances)
    ]
    acted = {(step.party.key, step.instrument, step.stage) for step in steps}
    stems_by_actor = _stems_by_actor(page, actors)
    for att in reading.attributions:
        if any(sentence_around(page.text, att.content[0]).covers(trigger) for trigger in rejected):
            continue
        for taken in _of_words(att, page, matter, actors, stems_by_actor):
            step = _step(taken, att.id, att.content[0], _chain_of(att, page), ActTime(), page, actors, recorded)
            if (step.party.key, step.instrument, step.stage) not in acted and not _is_argued(step, steps):
                steps.append(step)
    return tuple(step for step in steps if actors.follows(step.party) and not _is_asked_by_act(step, steps))


def _is_asked_by_act(step: Step, steps: Iterable[Step]) -> bool:
    """Whether a party is asked for a stance by being asked to vote, file or sign in the same sentence."""
    asked = (other for other in steps if other.stage == "asked" and other.party.key == step.party.key)
    same = any(other.span == step.span and other.rule not in OF_STANCES for other in asked)
    return step.rule in OF_STANCES and same


def _is_argued(step: Step, steps: Iterable[Step]) -> bool:
    """Whether a side is taken in a filing that the same sentence tells of: it stands there as the filing's."""
    filed = (other for other in steps if other.stage == "filed" and other.party.key == step.party.key)
    return step.stage == "stated" and any(other.span == step.span for other in filed)


def _of_act(act: Act, page: Page, matter: Matter, actors: Actors) -> Iterator[Taken]:
    """The steps of one act: in each role on the instrument whose words stand nearest, by the first rule that fits.

    That states say something in a common text is a step on the text, whatever they say.
    """
    if not any(rules_for(act, each) for each in matter.instruments):
        return
    found = {pointed.instrument.id: pointed for pointed in find_instruments(act, page, matter.instruments)}
    asked = any(asker.type == "request" for asker in page.asked_by.get(act.id, ()))
    if asked and act.status == "negated":
        act = replace(act, status="requested")  # who is asked not to sign has refused nothing
    stances = [each for each in matter.instruments if each.kind == "stance"]
    fitting: dict[tuple[Role, bool], dict[str, tuple[Rule, Pointed]]] = {}
    nearer = any(pointed.level == IN_OBJECT for pointed in found.values())
    if nearer:  # words that stand elsewhere mean nothing where another instrument is named
        found = {key: pointed for key, pointed in found.items() if pointed.level > ELSEWHERE}
    for rule, pointed in _rules_in_order(act, found.values()):
        by_rule = fitting.get((rule.role, rule.needs in OF_TEXTS), {})
        if pointed.instrument.id not in by_rule and meets(
            rule.needs,
            Candidate(act=act, page=page, pointed=pointed, actors=actors, is_only_stance=len(stances) == 1),
        ):
            by_rule[pointed.instrument.id] = rule, pointed
            fitting[rule.role, rule.needs in OF_TEXTS] = by_rule
    for (role, _), by_rule in fitting.items():
        for pointed in nearest(each for _, each in by_rule.values()):
            rule, _ = by_rule[pointed.instrument.id]
            for party, member_of in _with_members(getattr(act, role), page):
                if any(stands_for(party, page, each) for each in matter.instruments if not each.deeds):
                    continue  # whoever asked for something takes no side on it by what he alleges or takes back
                told = Telling(act=act, page=page, instrument=pointed.instrument, matter=matter, party=party)
                direction = direction_of(rule.sign, told)
                if rule.stage == "stated" and rule.sign == "words" and direction == "unclear":
                    continue  # words that take no side are no position
                name = page.parties[member_of].name if member_of else None
                why = f"{rule.why}, as one of {name}" if name else rule.why
                yield Taken(rule.name, why, party, pointed, rule.stage, direction, member_of)


def _rules_in_order(act: Act, found: Iterable[Pointed]) -> Iterator[tuple[Rule, Pointed]]:
    """Each rule for such an act with each of the instruments that it is for, the first rule first."""
    pairs = [(place, each) for each in found for place in rules_for(act, each.instrument)]
    for place, pointed in sorted(pairs, key=lambda pair: pair[0]):
        yield rules()[place], pointed


def _with_members(parties: tuple[str, ...], page: Page) -> Iterator[tuple[str, str | None]]:
    """The parties, and the named members of groups among them, each with the id of its group."""
    for key in parties:
        yield key, None
        group = page.parties.get(key)
        for member in group.members if group is not None else ():
            if member in page.parties and member not in parties:
                yield member, key


def _of_words(
    att: Attribution, page: Page, matter: Matter, actors: Actors, stems_by_actor: Mapping[str, frozenset[str]]
) -> Iterator[Taken]:
    """The steps that a party's own words make: *The court has no jurisdiction*, *it was never submitted*."""
    if att.source is None or att.kind not in ("statement", "belief") or att.source not in page.parties:
        return
    actor = actors.of(att.source, page.reading)
    sentence = sentence_around(page.text, att.content[0])
    said = Said(
        words=" ".join(span.of(page.text) for span in att.content),
        sentence=sentence.of(page.text),
        before=page.text[max(0, sentence.start - BEFORE_CHARS) : sentence.start],
        names=_stems_of(actor),
        others=tuple(stems for key, stems in stems_by_actor.items() if key != actor.key),
    )
    for instrument in matter.instruments:
        for rule in OWN_WORDS:
            told = rule.reads(said, instrument, matter)
            if told is not None:
                pointed = Pointed(instrument=instrument, level=AGAIN, words=told.words)
                yield Taken(rule.name, rule.why, att.source, pointed, told.stage, told.direction)
                break


def _stems_by_actor(page: Page, actors: Actors) -> dict[str, frozenset[str]]:
    """The stems of the names of each actor of a page, by its key."""
    found: dict[str, frozenset[str]] = {}
    for actor in {actors.of(key, page.reading) for key in page.parties}:
        found[actor.key] = found.get(actor.key, frozenset()) | _stems_of(actor)
    return found


def _stems_of(actor: Actor) -> frozenset[str]:
    named = (name for name in (actor.name, actor_words(actor)) if name[:1].isupper())
    return frozenset(each for name in named for each in content_stems(name))


def _step(
    taken: Taken, key: str, at: Span, chain: tuple[str, ...], time: ActTime, page: Page, actors: Actors,
    recorded: str | None,
) -> Step:  # fmt: skip
    report = page.reading.report
    sentence = sentence_around(page.text, at)
    party = actors.of(taken.party, page.reading)
    act = page.acts.get(key)
    return Step(
        party=party,
        instrument=taken.pointed.instrument.id,
        stage=taken.stage,
        direction=taken.direction,
        rule=taken.rule,
        why=f"{taken.why}; the instrument by “{taken.pointed.words}”",
        report=report.id,
        given_id=report.given_id,
        outlet=report.outlet.name or report.outlet.domain,
        act=key,
        person=actors.person(taken.party, page.reading),
        quote=short_quote(sentence.of(page.text), QUOTE_CHARS),
        span=sentence,
        member_of=page.parties[taken.member_of].name if taken.member_of else None,
        member_key=actors.of(taken.member_of, page.reading).key if taken.member_of else None,
        time=_time_of(time, act, report.published),
        published=report.published,
        recorded=recorded,
        chain=tuple(_source_name(page.attributions[link], page) for link in chain if link in page.attributions),
        origin=find_origin(chain, page, act),
        own_word=_is_own_word(chain, party, page, actors),
        is_relayed=any(_is_outlet(page.attributions[link], page) for link in chain if link in page.attributions),
    )


def _chain_of(att: Attribution, page: Page) -> tuple[str, ...]:
    """The attribution and those around it, outermost first."""
    chain = [att.id]
    while att.parent is not None and att.parent in page.attributions and att.parent not in chain:
        att = page.attributions[att.parent]
        chain.insert(0, att.id)
    return tuple(chain)


def _time_of(time: ActTime, act: Act | None, published: str | None) -> ActTime:
    """The stated time; none where what was done or not done would lie after the report: it is that of another thing."""
    told = act is None or act.status in ("actual", "negated", "denied")
    is_ahead = told and published is not None and (time.since or "")[:10] > published
    return time if time.basis == "stated" and not is_ahead else ActTime()


def _is_outlet(att: Attribution, page: Page) -> bool:
    return att.source in page.parties and page.parties[att.source].kind == "outlet"


def _source_name(att: Attribution, page: Page) -> str:
    if att.source in page.parties:
        return page.parties[att.source].name
    return short_quote(page.words(att.source_span), QUOTE_CHARS) or "a source not named"


def _is_own_word(chain: tuple[str, ...], party: Actor, page: Page, actors: Actors) -> bool:
    """Whether the innermost one who is cited speaks for the party."""
    if not chain or (att := page.attributions.get(chain[-1])) is None or att.source not in page.parties:
        return False
    return actors.of(att.source, page.reading).key == party.key
