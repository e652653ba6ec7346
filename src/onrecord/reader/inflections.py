"""Inflections: the lemma of a form of any word of the lexicon, by spelling rules and a table of irregular verbs.

The encoder's lemma head is right for nearly all words; this makes it certain for those that a rule hangs on.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.reader.cues import cue_kinds
from onrecord.reader.lexicon import load_actions, load_complements
from onrecord.reader.tables import packaged_text, read_rows

_VOWELS = "aeiou"
_IN_IE = frozenset(
    {"movie", "cookie", "calorie", "zombie", "rookie", "selfie", "prairie", "genie", "brownie", "aussie"}
)
_COLUMNS = ("lemma", "forms")


@cache
def irregular_verbs() -> Mapping[str, tuple[str, ...]]:
    """Lemma to its irregular forms (data/irregular_verbs.tsv)."""
    rows = read_rows(packaged_text("irregular_verbs.tsv"), file="irregular_verbs.tsv", columns=_COLUMNS)
    return {row.cells["lemma"]: tuple(row.cells["forms"].split("|")) for row in rows}


def verb_forms(lemma: str) -> tuple[str, ...]:
    """All forms of a verb: *deny* gives denies, denied, denying.

    A final consonant after one vowel is given both ways (*barred*, *offered*), since stress is not written.
    """
    if lemma.endswith("e"):
        stems = [lemma[:-1]]
    elif _doubles(lemma):
        stems = [lemma, lemma + lemma[-1]]
    else:
        stems = [lemma, lemma + "k"] if lemma.endswith("c") else [lemma]
    past = [lemma[:-1] + "ied"] if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS else [s + "ed" for s in stems]
    continuous = [lemma[:-2] + "ying"] if lemma.endswith("ie") else [s + "ing" for s in stems]
    return (lemma, plural(lemma), *irregular_verbs().get(lemma, past), *continuous)


def _doubles(lemma: str) -> bool:
    """Whether a verb ends in one vowel and a consonant that may be doubled: *bar*, *commit*."""
    vowel = lemma[-2:-1] in _VOWELS and (lemma[-3:-2] not in _VOWELS or lemma[-4:-2] == "qu")  # "acquitted"
    return len(lemma) > 2 and vowel and lemma[-1] not in _VOWELS + "wxy"


def plural(noun: str) -> str:
    """A noun's plural, or a verb's third person."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular_of(form: str, guess: str) -> str:
    """A noun's lemma: the guess where the form is its plural or irregular, else by the plural's spelling."""
    if form.endswith("ies") and len(form) > 4 and guess.endswith("ie") and guess not in _IN_IE:
        return form[:-3] + "y"
    if guess == form or plural(guess) == form or not form.endswith("s") or guess == "":
        return guess
    for ending, add in (("ies", "y"), ("es", ""), ("s", "")):
        candidate = form.removesuffix(ending) + add
        if form.endswith(ending) and plural(candidate) == form:
            return candidate
    return guess


@cache
def lemmas_by_form() -> Mapping[tuple[str, str], str]:
    """(form, UPOS) to lemma for every word that stands in the lexicon."""
    found: dict[tuple[str, str], str] = {}
    words: dict[str, set[str]] = {"verb": {*irregular_verbs(), *cue_kinds(), "cite"}, "noun": set()}
    phrases = [(a.pos, a.words) for a in load_actions()] + [(c.pos, c.words) for c in load_complements()]
    for pos, phrase in phrases:
        if pos in words:
            words[pos].add(phrase[0])
            words["noun"].update(phrase[1:])
    for action in load_actions():  # "troops", which the encoder may take for a word without a singular
        words["noun"].update(*(condition.values for condition in action.when if condition.test in {"lemma", "other"}))
    plurals = {plural(noun) for noun in words["noun"]}
    for lemma in sorted(words["noun"], key=lambda noun: (noun in plurals, noun)):  # "ties" is a form of tie
        _put(found, "NOUN", lemma, (plural(lemma),) if lemma in plurals else (lemma, plural(lemma)))
    for lemma in sorted(words["verb"], key=lambda verb: (not verb.endswith("e"), verb)):  # "raped" is no form of rap
        _put(found, "VERB", lemma, verb_forms(lemma))
    return found


def _put(found: dict[tuple[str, str], str], upos: str, lemma: str, forms: Iterable[str]) -> None:
    for form in forms:
        key = (form, upos)
        if form == lemma or key not in found:
            found[key] = lemma
