"""Pronouns: what kinds of party each may stand for."""

from onrecord.resolve.found import Described, Found, Pointer, Refusal
from onrecord.resolve.phrases import QUOTES, Phrase
from onrecord.resolve.spelling import bare
from onrecord.resolve.tree import Tree

BODIES = frozenset({"state", "organisation", "court", "document", "outlet"})
THINGS = BODIES | {"group"}
KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), frozenset({"person"})),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), frozenset({"group", "organisation", "outlet"})),
    **dict.fromkeys(("it", "its", "itself"), BODIES),
}
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
INDEFINITES = frozenset({"others", "many", "some", "several", "those", "most", "few", "all", "dozens", "hundreds"})
SPOKEN_TO = frozenset({"tell", "inform", "show", "give", "speak", "write", "talk", "confirm"})


def read_pronoun(tree: Tree, phrase: Phrase, outlet: str | None) -> Described | None:
    """What a pronoun points to; None if the head is none. *We* and *I* are the caller's."""
    token = tree.tokens[phrase.head]
    word = token.text.lower()
    if token.upos not in ("PRON", "DET") and word != "others":
        return None
    if token.deprel == "expl":
        return Refusal("expletive")
    if word in RELATIVES and (antecedent := relative_of(tree, token.index)) is not None:
        return Pointer(kinds=THINGS | {"person"}, rule="relative pronoun", via=antecedent)
    if word in KINDS:
        plural = word.startswith("the")
        return Pointer(
            kinds=KINDS[word], rule="pronoun", plural=plural, gender=GENDERS.get(word), refusal="unresolved pronoun"
        )
    if word == "us" and outlet and _is_told(tree, token.index):
        return Found(kind="outlet", name=outlet, rule="the report's outlet", key=f"outlet:{outlet.casefold()}")
    if word in INDEFINITES:
        name = bare(tree.text_between(phrase.first, phrase.last))
        of = "person" if token.entity == "person" else None
        return Found(kind="group", name=name, rule="indefinite pronoun", of=of)
    return Refusal("unresolved pronoun")


def relative_of(tree: Tree, index: int) -> int | None:
    """The noun that a relative pronoun stands for: *Khan* in *Khan, who said*."""
    for _ in range(8):
        token = tree.tokens[index]
        if token.deprel == "acl:relcl":
            return token.head
        if token.head < 0:
            return None
        index = token.head
    return None


def _is_told(tree: Tree, index: int) -> bool:
    """Whether *us* is whom a source told, outside quotation marks."""
    governor = tree.governor(index)
    start = tree.analysis.sentences[tree.sentence_of[index]][0] if tree.analysis.sentences else 0
    marks = sum(tree.tokens[i].text in QUOTES - {"'", "’"} for i in range(start, index))
    return governor is not None and governor.lemma.lower() in SPOKEN_TO and marks % 2 == 0
