"""Documents that speak: *a joint statement*, *court documents*, *the report*."""

from onrecord.resolve.atlas import Atlas
from onrecord.resolve.found import Found, Pointer
from onrecord.resolve.nouns import is_class, noun_of
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.spelling import bare


def read_document(atlas: Atlas, phrase: Phrase) -> Found | Pointer | None:
    """A document by its noun; the definite may point to one named before."""
    tree = atlas.tree
    head = tree.tokens[phrase.head]
    if not is_class(head, "document") or head.upos not in ("NOUN", "PROPN") or head.entity == "person":
        return None
    name = bare(tree.text_between(phrase.first, phrase.last))
    found = Found(kind="document", name=name, rule="document", key=f"document:{name.casefold()}")
    if tree.tokens[phrase.first].text.lower() in ("the", "this", "that", "these", "those"):
        return Pointer(
            kinds=frozenset({"document"}), rule="document again", noun=noun_of(head), fallback=found,
            plural=tree.is_plural(head.index),
        )  # fmt: skip
    return found
