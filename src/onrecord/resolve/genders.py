"""Genders: whether *he* or *she* may stand for somebody, by the title, the office or the given name he is told by.

*Mrs Moss*, *spokeswoman Ada Moss*, *Queen Margrethe* tell it outright. A given name tells it where it is borne by men
alone or women alone in every language that the table knows; of the rest nothing is said, and no pronoun is barred.
"""

from onrecord.resolve.found import Found
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.tables import given_names
from onrecord.resolve.tree import Tree

_TITLES = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king", "prince", "duke", "sheikh", "emperor", "sultan", "emir"), "m"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "duchess"), "f"),
    **dict.fromkeys(("baroness", "actress", "heiress", "sheikha", "empress"), "f"),
}
_ENDING = "woman"  # "congresswoman"; a chairman may be either


def told_gender(tree: Tree, phrase: Phrase, found: Found) -> str | None:
    """*m*, *f*, or None where neither the word before the name nor the given name tells; a title goes first."""
    if found.kind != "person" or found.key is None:
        return None
    given, _, rest = found.name.partition(" ")
    tokens = tree.tokens
    at = next((i for i in range(phrase.first, phrase.last + 1) if tokens[i].text == given), phrase.first)
    before = tokens[at - 1].text.lower() if at else ""
    titled = _TITLES.get(before) or ("f" if before.endswith(_ENDING) else None)
    return titled or (given_names().get(given) if rest else None)
