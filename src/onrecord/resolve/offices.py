"""Offices: the role that a title or phrase gives, *foreign minister* in *Israel's foreign minister*."""

from onrecord.resolve.atlas import Atlas
from onrecord.resolve.nouns import DEFINITE, EPITHETS, INDEFINITE, TITLES, is_class
from onrecord.resolve.phrases import PUNCTUATION

SKIPPED = EPITHETS | INDEFINITE | DEFINITE | TITLES | {"new", "newly", "appointed", "elected", "embattled", "unnamed"}
PARTS = frozenset({"'s", "’s", "'", "’"})


def office_in(atlas: Atlas, first: int, last: int) -> int | None:
    """The office noun of a title: *Minister* in *Israeli Foreign Minister*; with an of-phrase, the one before it."""
    tokens = atlas.tree.tokens
    nouns = (i for i in range(first, last + 1) if tokens[i].upos in ("NOUN", "PROPN"))
    offices = [index for index in nouns if is_class(tokens[index], "office")]
    for index in offices:
        if index < last and tokens[index + 1].text.lower() in ("of", "for", "to", "at"):
            return index
    return offices[-1] if offices else None


def read_role(atlas: Atlas, first: int, office: int, last: int) -> str:
    """The role in lower case without state, article and epithets; an of-phrase stays if it names the office."""
    words = [_word(atlas, index) for index in range(first, office)]
    noun = atlas.tree.tokens[office]
    words.append(noun.lemma.lower() if atlas.tree.is_plural(office) else noun.text.lower())
    after = range(office + 1, last + 1)
    if after and atlas.tree.tokens[after[0]].text.lower() == "of" and not atlas.owners(after[0], last):
        words += [atlas.tree.tokens[index].text.lower() for index in after]
    return " ".join(word for word in words if word).replace(" - ", "-")


def _word(atlas: Atlas, index: int) -> str:
    token = atlas.tree.tokens[index]
    hit, name = atlas.at(index), atlas.tree.names.get(index)
    owned = (hit is not None or (name is not None and name.kind == "organisation")) and not is_class(token, "office")
    if owned or token.text in PUNCTUATION | PARTS - {"-"} or token.upos in ("DET", "PRON"):
        return "-" if token.text == "-" and not owned else ""
    word = token.text.lower()
    return "" if word in SKIPPED else word


def role_words(role: str | None) -> frozenset[str]:
    """The words that tell roles apart: *chief*, *general* and *lead* only say that it is the highest."""
    rank = {"chief", "general", "lead", "top", "the", "of", "for", "deputy-"}
    words = frozenset((role or "").replace("-", " ").split())
    return words - rank or words  # "the general" is no prosecutor
