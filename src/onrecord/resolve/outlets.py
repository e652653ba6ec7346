"""Outlets: known ones, and unknown ones told by their name or by the noun beside it."""

from onrecord.records.analysis import Token
from onrecord.resolve.atlas import Atlas
from onrecord.resolve.found import Found, Pointer
from onrecord.resolve.nouns import DEFINITE, OUTLET_ENDINGS, is_class, noun_of
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.pronouns import SPOKEN_TO
from onrecord.resolve.spelling import bare

PLAIN = frozenset({"agency", "network", "channel", "station", "paper", "wire", "press", "publication", "daily", "site"})
COLLECTIVE = frozenset({"media", "press", "newspapers", "outlets", "papers", "broadcasters", "dailies"})


def read_outlet(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """An outlet: *Walla*, *the Azure Coast Gazette*, *broadcaster TV9*, *the newspaper*; None if it is none."""
    if _is_reporter(atlas, phrase):
        return None
    known = _known(atlas, phrase)
    if known is not None:
        return known
    name = _name_after(atlas, phrase) or _unknown_name(atlas, phrase)
    if name is not None:
        return Found(kind="outlet", name=name, rule="outlet by pattern", key=f"outlet:{name.casefold()}")
    return _by_noun(atlas, phrase)


def _is_reporter(atlas: Atlas, phrase: Phrase) -> bool:
    """Whether something is done to somebody of an outlet: *a Delta Chronicle reporter was arrested*, not *said*."""
    token = atlas.tree.tokens[phrase.head]
    governor = atlas.tree.governor(token.index)
    suffers = token.deprel in ("obj", "nsubj:pass") and governor is not None and governor.upos == "VERB"
    if not suffers or governor is None or governor.lemma.lower() in SPOKEN_TO | {"ask", "cite", "quote"}:
        return False
    return is_class(token, "office", "person") and not is_class(token, "outlet")


def _known(atlas: Atlas, phrase: Phrase) -> Found | None:
    hit = atlas.at(phrase.head)
    if hit is None and is_class(atlas.tree.tokens[phrase.head], "outlet"):
        named = [h for h in atlas.owners(phrase.first, phrase.last) if h.entry and h.entry.kind == "outlet"]
        hit = named[0] if named else None
    if hit is None or hit.entry is None or hit.entry.kind != "outlet" or atlas.is_person_name(hit):
        return None
    return atlas.find(hit, "outlet by name") if atlas.is_whole(phrase, hit) else None


def _name_after(atlas: Atlas, phrase: Phrase) -> str | None:
    """The name right after a noun for an outlet: *the site Kestrel Online*."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    name = tree.names.get(head.index + 1)
    if not is_class(head, "outlet") or head.upos != "NOUN" or tree.is_plural(head.index) or name is None:
        return None
    beside = name.first == head.index + 1 and name.kind in ("organisation", "misc", "product", "facility")
    return bare(tree.text_between(name.first, name.last)) if beside else None


def _unknown_name(atlas: Atlas, phrase: Phrase) -> str | None:
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    name = tree.names.get(head.index)
    if name is not None and name.kind in ("person", "norp"):
        return None
    run = _name_run(atlas, phrase)
    if run is None:
        return None
    first, last = run
    written = bare(tree.text_between(first, last))
    if last > first and written.casefold().endswith(OUTLET_ENDINGS) and _is_word_ending(written):
        return written
    beside = [*tree.children(head.index, "compound", "appos", "nmod", "flat"), head]
    told = any(is_class(t, "outlet") and t.upos == "NOUN" and not tree.case_of(t.index) for t in beside)
    covered = atlas.owners(first, last)
    return written if told and not any((hit.first, hit.last) == (first, last) for hit in covered) else None


def _is_word_ending(written: str) -> bool:
    words = written.casefold().split()
    return words[-1] in OUTLET_ENDINGS or " ".join(words[-2:]) in OUTLET_ENDINGS


def _name_run(atlas: Atlas, phrase: Phrase) -> tuple[int, int] | None:
    """The capitalised name in a phrase: around a PROPN head, or just before a common head."""
    tokens = atlas.tree.tokens
    last = phrase.head
    if tokens[last].upos == "PROPN":
        while last < phrase.last and tokens[last + 1].upos == "PROPN":
            last += 1
    else:
        last -= 1
        while last >= phrase.first and tokens[last].upos in ("NOUN", "ADJ") and tokens[last].text.islower():
            last -= 1
    first = last + 1
    while (
        first > phrase.first and tokens[first - 1].upos in ("PROPN", "ADJ", "NOUN") and _is_capital(tokens[first - 1])
    ):
        first -= 1
    if first > last or not any(tokens[index].upos == "PROPN" for index in range(first, last + 1)):
        return None
    return first, last


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() != "the"


def _by_noun(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    if not is_class(head, "outlet") or head.upos not in ("NOUN", "PROPN"):
        return None
    lemma, name = noun_of(head), bare(tree.text_between(phrase.first, phrase.last))
    words = {tree.tokens[index].text.lower() for index in range(phrase.first, head.index)}
    if head.text.lower() in COLLECTIVE:
        key = f"group:{name.casefold()}"
        return Found(kind="group", name=name, rule="outlets together", of="outlet", key=key)
    if is_class(head, "organisation") and not words & {"news", "wire", "press", "media", "tv", "radio", "television"}:
        return None
    proper = f"outlet:{name.casefold()}" if head.upos == "PROPN" else None
    found = Found(kind="outlet", name=name, rule="outlet by noun", key=proper)
    if tree.tokens[phrase.first].text.lower() in DEFINITE:
        return Pointer(kinds=frozenset({"outlet"}), rule="outlet again", noun=lemma, fallback=found)
    return found
