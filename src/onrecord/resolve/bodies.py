"""Bodies: states and their organs, courts and their benches, organisations."""

from onrecord.resolve.atlas import Atlas
from onrecord.resolve.counts import read_count
from onrecord.resolve.found import Found, Pointer
from onrecord.resolve.gazetteer import Hit
from onrecord.resolve.nouns import DEFINITE, INDEFINITE, is_class, noun_of
from onrecord.resolve.owners import NOBODY, Owner, find_owner, is_of_city
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.spelling import bare

SPY = frozenset({"intelligence", "spy", "security", "secret", "law", "enforcement", "government", "state", "federal"})

_BENCHES = frozenset({"appeals", "appeal", "appellate", "trial", "pre-trial", "pretrial"})  # no chamber of commerce

PLURAL_ORGANS = frozenset({"authority", "force", "troop"})


def read_known(atlas: Atlas, phrase: Phrase) -> Found | None:
    """A known state or body that the phrase names: *"Israel"*, *Downing Street*, *the ICC*."""
    hit = atlas.at(phrase.head)
    if hit is None or atlas.is_person_name(hit) or not atlas.is_whole(phrase, hit):
        return None
    if hit.entry is not None and (hit.entry.kind == "outlet" or _are_some_of(atlas, phrase, hit)):
        return None
    if hit.manner == "demonym":
        return _by_demonym(atlas, phrase)
    rule = {"capital": "capital for its government", "government": "seat of government"}.get(hit.manner, "name")
    return atlas.find(hit, rule)


def _are_some_of(atlas: Atlas, phrase: Phrase, hit: Hit) -> bool:
    """*Some Democrats*, *other Republicans in the House*: people of a party, and not the party."""
    plural = (
        hit.first == hit.last and hit.written.endswith("s") and hit.entry is not None and "party" in hit.entry.nouns
    )
    told = (c for c in atlas.tree.children(phrase.head, "det", "amod", "nummod", "nmod") if c.text.lower() != "the")
    return plural and any(phrase.first <= child.index <= phrase.last for child in told)


def _by_demonym(atlas: Atlas, phrase: Phrase) -> Found | None:
    """*Israelis* are people; *the Israeli* has no noun of its own."""
    hit = atlas.at(phrase.head)
    if hit is None:
        return None
    first = atlas.tree.tokens[atlas.tree.first_conjunct(phrase.head)]  # "the Peruvian and Chilean governments"
    joined = first.index == phrase.head or atlas.tree.tokens[phrase.head].upos == "ADJ"
    if joined and first.deprel in ("amod", "compound", "nmod:poss"):
        return atlas.find(hit, "demonym as modifier")
    name = bare(atlas.tree.text_between(phrase.first, phrase.last))
    state = atlas.find(hit, "demonym")
    return Found(
        kind="group", name=name, rule="people by demonym", of="person", key=f"group:{name.casefold()}", acts_for=state,
    )  # fmt: skip


def read_organ(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """A body of a state, which stands as the state: *the British foreign office*, *its spy agencies*."""
    head = atlas.tree.tokens[phrase.head]
    if is_class(head, "arm"):  # "Turkish jets" are Turkey; "the jets" are nobody
        return find_owner(atlas, phrase).found
    words = {atlas.tree.tokens[index].text.lower() for index in range(phrase.first, head.index)}
    secret = noun_of(head) in ("agency", "service")
    spies = secret and atlas.tree.is_plural(head.index) and bool(words & SPY)
    office = noun_of(head) == "office" and bool(words & {"foreign", "home"})
    if not (office or spies or (is_class(head, "organ") and not secret)):
        return None
    if atlas.tree.is_plural(head.index) and not (spies or noun_of(head) in PLURAL_ORGANS):
        return None
    owner = find_owner(atlas, phrase)
    if owner.found is not None:
        return owner.found
    name = bare(atlas.tree.text_between(phrase.first, phrase.last))
    owner = _by_its_head(atlas, phrase) if owner.token is None else owner
    noun = noun_of(head)
    fallback = Found(kind="organisation", name=name, rule="organ of an unnamed state", key=f"organ:{name.casefold()}")
    if owner.token is not None:
        return Pointer(
            kinds=frozenset({"state", "organisation"}), rule="organ of its owner", via=owner.token, noun=noun,
            fallback=fallback,
        )  # fmt: skip
    if any(is_of_city(atlas, hit, head.index) for hit in atlas.owners(phrase.first, head.index - 1)):
        return fallback
    opening = atlas.tree.tokens[phrase.first].text.lower()
    if opening in INDEFINITE or (is_class(head, "state") and opening not in DEFINITE):
        return None
    return Pointer(kinds=frozenset({"state"}), rule="organ again", noun=noun, fallback=fallback)


def _by_its_head(atlas: Atlas, phrase: Phrase) -> Owner:
    """*The Moss administration* is owned by the person of that name."""
    for child in atlas.tree.children(phrase.head, "compound"):
        name = atlas.tree.names.get(child.index)
        if child.upos == "PROPN" and (name is None or name.kind == "person"):
            return Owner(token=child.index)
    return NOBODY


def read_court(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """A court or its bench: *the court*, *ICC judges*, *Pre-Trial Chamber I*, *Kenya's Supreme Court*."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    bench = is_class(head, "bench") and (head.lemma.lower() != "judge" or tree.is_plural(head.index))
    if not (is_class(head, "court") or bench) or read_count(tree, phrase):
        return None
    owner = find_owner(atlas, phrase).found
    name = bare(tree.text_between(phrase.first, phrase.last))
    if owner is not None and owner.kind == "court":
        return owner
    national = owner if owner is not None and owner.ids else None
    key = f"court:{national.key}:{head.lemma}:{name.casefold()}" if national else None
    found = Found(kind="court", name=name, rule="court by noun", key=key, acts_for=national, nouns=("court",))
    if national or (tree.tokens[phrase.first].text.lower() in INDEFINITE and not bench):
        return found
    if bench and not _BENCHES & {tree.tokens[k].text.lower() for k in range(phrase.first, phrase.head)}:
        found = Found(kind="group", name=name, rule="judges", of="person", key=f"group:{name.casefold()}")
    return Pointer(kinds=frozenset({"court"}), rule="the text's court", noun="court", fallback=found)


def read_organisation(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """An organisation by its noun or as a name: *the bloc*, *Acme Shipping*, *a harbour company*."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    named = tree.names.get(head.index)
    lone = len(head.text) < 2 and (named is None or named.last == named.first)  # "G" in "G-7" is no lone letter
    if head.upos not in ("NOUN", "PROPN") or lone or (tree.is_plural(head.index) and head.upos == "NOUN"):
        return None
    by_name = named is not None and named.kind == "organisation"
    if not (by_name or is_class(head, "organisation") or head.entity == "organization"):
        return None
    if is_class(head, "state", "organ") and not (
        is_class(head, "organisation") or by_name or _is_secret(atlas, phrase)
    ):
        return None
    name = bare(tree.text_between(phrase.first, phrase.last))
    owner = find_owner(atlas, phrase)
    key = f"organisation:{name.casefold()}" if by_name or head.upos == "PROPN" else None
    public = is_class(head, "organisation") or _is_secret(atlas, phrase)
    state = owner.found if owner.found and public and not by_name else None
    found = Found(kind="organisation", name=name, rule="organisation", key=key, acts_for=_public(atlas, phrase, state))
    proper = any(tree.tokens[index].upos == "PROPN" for index in range(phrase.first, phrase.last + 1))
    if tree.tokens[phrase.first].text.lower() in DEFINITE and not by_name and not proper and not owner.found:
        kinds = {"organisation", "outlet"} if is_class(head, "outlet") else {"organisation", "court"}
        return Pointer(kinds=frozenset(kinds), rule="body again", noun=noun_of(head), fallback=found)
    return found


def _is_secret(atlas: Atlas, phrase: Phrase) -> bool:
    """*The Norwegian intelligence service*, *its security agency*: a body by itself, as its people speak of it."""
    words = {atlas.tree.tokens[index].text.lower() for index in range(phrase.first, phrase.head)}
    return noun_of(atlas.tree.tokens[phrase.head]) in ("agency", "service") and bool(words & SPY)


def _public(atlas: Atlas, phrase: Phrase, state: Found | None) -> Found | None:
    """The state that a public body acts for: *the Israeli spy agency*, not *a Greek shipping company*."""
    words = {atlas.tree.tokens[index].text.lower() for index in range(phrase.first, phrase.head)}
    return state if words & (SPY | {"state-owned", "national", "public"}) else None
