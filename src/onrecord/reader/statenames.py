"""State names: where words name a state, as what, and not as part of another name; by the tables alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from onrecord.reader.inflections import lemmas_by_form
from onrecord.reader.tokens import find_words
from onrecord.resolve.nouns import singular
from onrecord.resolve.spelling import fits_case
from onrecord.resolve.tables import Manner, Spelling, ambiguous, noun_classes, spellings

Form = Literal["name", "adjective", "people", "capital"]
_FORMS: Mapping[Manner, Form] = {"name": "name", "demonym": "adjective", "capital": "capital", "government": "capital"}
# Words that may be capitalised beside a name without being part of one: they open sentences, or are days and months.
_OPENERS = frozenset({
    "a", "about", "according", "across", "after", "against", "all", "also", "although", "among", "an", "and", "any",
    "as", "at", "because", "before", "besides", "between", "both", "but", "by", "can", "despite", "did", "do", "does",
    "during", "earlier", "either", "even", "except", "following", "for", "from", "given", "had", "has", "have", "he",
    "her", "his", "how", "however", "i", "if", "in", "including", "inside", "instead", "into", "is", "it", "its",
    "last", "later", "like", "many", "may", "meanwhile", "most", "near", "neither", "next", "no", "nor", "not", "now",
    "of", "off", "on", "once", "only", "or", "other", "our", "outside", "over", "perhaps", "she", "since", "so",
    "some", "soon", "still", "that", "the", "their", "then", "these", "they", "this", "those", "though", "through",
    "throughout", "to", "today", "tomorrow", "under", "unless", "unlike", "until", "was", "we", "were", "what", "when",
    "where", "whether", "which", "while", "who", "why", "will", "with", "within", "without", "would", "yesterday",
    "yet", "you", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_CITIES = frozenset({"Jerusalem", "Tel Aviv"})  # listed as seats, since whose capital they are is disputed
_WELL_KNOWN = frozenset({"White House", "Capitol Hill", "Oval Office", "Camp David"})
_CONTINENTAL = frozenset({
    "South", "North", "Central", "Latin", "Native", "African", "Asian", "West", "East", "Anglo",
})  # fmt: skip
_ACRONYMS = frozenset({"us", "u.s.", "u.s", "usa", "u.s.a.", "uk", "u.k.", "uae", "drc", "new zealand"})
_WITH_ARTICLE = _ACRONYMS | {
    "netherlands", "philippines", "bahamas", "gambia", "maldives", "seychelles", "comoros", "emirates", "vatican",
    "solomons", "falklands", "congo", "sudan", "ukraine",
}  # fmt: skip
_WITH_ARTICLE_IF = frozenset({
    "united", "republic", "kingdom", "islands", "state", "states", "federation", "see", "union", "sultanate",
    "principality", "duchy", "territory", "territories", "emirate", "commonwealth", "authority",
})  # fmt: skip
_PUBLIC = frozenset({
    "foreign", "defence", "defense", "federal", "military", "special", "national", "state", "public", "senior", "top",
    "presidential", "deputy", "naval", "air", "army", "trade", "treasury", "central", "secret", "supreme", "district",
    "permanent", "prime", "appeals", "citizen", "citizens", "sanctions", "aid", "troops", "forces", "support", "policy",
    "law", "border",
})  # fmt: skip
_WHERE = frozenset({"in", "across", "inside", "throughout", "within"})
_AUXILIARIES = frozenset(
    {"am", "are", "be", "been", "could", "might", "must", "shall", "should", "wo", "ca", "says", "said"}
)
_MARKS = frozenset('.,;:?!)]”"’—–') | {"--"}


@dataclass(frozen=True, slots=True)
class StateName:
    """The inclusive range of words that name a state, a leading *the* included where the name has it.

    `form` is as what it is used, `listed` what it is by itself: *US* in *US officials* is a name used as an adjective.
    """

    first: int
    last: int
    state: str
    form: Form
    listed: Form


def find_state_names(words: Sequence[str], breaks: Sequence[int] = ()) -> tuple[StateName, ...]:
    """The names of states among words, in order, none inside another; `breaks` are words that open a paragraph."""
    return _found_in(tuple(words), frozenset(breaks))


@lru_cache(maxsize=64)  # a window is looked through for what it is shown as, for its tree and for links
def _found_in(words: tuple[str, ...], breaks: frozenset[int]) -> tuple[StateName, ...]:
    found, at, known = list[StateName](), 0, -2
    while at < len(words):
        name = _name_at(words, at)
        if name is None:
            at += 1
            continue
        beside = known == at - 1 or _name_at(words, name.last + 1) is not None
        if name.state and (beside or not _is_in_name(words, name, breaks)):
            found.append(_as_used(words, name, breaks))
        at, known = name.last + 1, name.last
    return tuple(found)


def _name_at(words: Sequence[str], at: int) -> StateName | None:
    """The longest known name that begins at a word; that of an outlet or body has no state."""
    if at >= len(words) or not words[at][:1].isupper():
        return None
    most = _longest().get(words[at].lower(), 0)
    for size in range(min(most, len(words) - at), 0, -1):
        listed = _listed().get(tuple(_folded(word) for word in words[at : at + size]))
        if listed is not None and fits_case(" ".join(words[at : at + size]), listed[0]):
            return StateName(at, at + size - 1, listed[1], listed[2], listed[2])
    return None


def _is_in_name(words: Sequence[str], name: StateName, breaks: Collection[int]) -> bool:
    """Whether a capitalised word beside it makes a name part of another: *Israel Katz*, *Air France*, *US$*."""
    after = words[name.last + 1] if name.last + 1 < len(words) and name.last + 1 not in breaks else ""
    before = words[name.first - 1] if name.first and name.first not in breaks else ""
    if name.form in ("adjective", "people"):
        return before in _CONTINENTAL
    if after == "$" or (after[:1].isdigit() and words[name.last].isupper()):
        return True
    return _is_own_name(after, before=False) or _is_own_name(before, before=True)


def _is_own_name(word: str, *, before: bool) -> bool:
    """Whether a capitalised word is of a name; an office is only before one: *Judge Jordan*, not *Jordan Judge*."""
    low = word.lower()
    if not word[:1].isupper() or low in _OPENERS or low.endswith("ly"):
        return False
    return (low, "VERB") not in lemmas_by_form() and (before or not _is_noun(word))


def _as_used(words: Sequence[str], name: StateName, breaks: Collection[int]) -> StateName:
    """A name with its article, or as what it is used as: *US* in *US officials* as an adjective, *the British*."""
    before = words[name.first - 1].lower() if name.first and name.first not in breaks else ""
    case = words[name.first - 2].lower() if before == "the" and name.first > 1 else before
    after = words[name.last + 1] if name.last + 1 < len(words) else "."
    written = " ".join(words[name.first : name.last + 1]).lower()
    form = name.form
    if form == "name" and written in _ACRONYMS and case not in _WHERE and _may_be_noun(after):
        form = "adjective"
    plural = written.endswith(("ese", "sh", "ch", "ss")) and before in ("the", "many", "some", "most")
    if form == "adjective" and plural and _ends_phrase(after):
        form = "people"
    titled = form == "name" and (written in _WITH_ARTICLE or not _WITH_ARTICLE_IF.isdisjoint(written.split()))
    seat = form == "capital" and not _is_noun(after)
    first = name.first - int(before == "the" and (titled or seat))
    return replace(name, first=first, form=form)


def _is_noun(word: str) -> bool:
    return word.lower() in _PUBLIC or singular(word.lower()) in noun_classes()


def _may_be_noun(word: str) -> bool:
    """Whether a word may be a noun or its adjective: no function word, and no verb of the lexicon."""
    low = word.lower()
    plain = word.isalpha() and word == low and low not in _OPENERS and not low.endswith("ly")
    return _is_noun(word) or (plain and (low, "VERB") not in lemmas_by_form() and low not in _AUXILIARIES)


def _ends_phrase(word: str) -> bool:
    """Whether a word goes on with a sentence and not with a noun phrase, so that *the British* before it are people."""
    low = word.lower()
    told = low == "said" or (low.endswith("ed") and (low, "VERB") in lemmas_by_form())
    return word in _MARKS or told or (low in _OPENERS and low != "and")


@cache
def _listed() -> dict[tuple[str, ...], tuple[str, str, Form]]:
    """By its folded words each spelling as listed, its state (empty for other parties) and its form."""
    table: dict[tuple[str, ...], tuple[str, str, Form]] = {}
    for spelling in spellings():
        state = spelling.entry.state if spelling.entry.kind == "state" and not _is_seat(spelling) else None
        table.setdefault(_key(spelling.written), (spelling.written, state or "", _form_of(spelling)))
    for name, candidates in ambiguous().items():
        state = next((code for code in candidates if code != "-"), "")
        if not name.endswith("Hague"):  # where courts sit: seldom a word for the state
            demonym = name.endswith(("ian", "ians", "ean", "eans", "ese", "can", "cans"))
            form: Form = ("people" if name.endswith("s") else "adjective") if demonym else "name"
            table[_key(name)] = (name, state, form)
    table["u", ".", "s", "."] = ("U.S.", "USA", "name")  # as some corpora part it
    return table


@cache
def _longest() -> dict[str, int]:
    """How many words the longest listed name has that begins with a word."""
    longest: dict[str, int] = {}
    for key in _listed():
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _form_of(spelling: Spelling) -> Form:
    written = spelling.written
    if spelling.manner == "demonym" and written.endswith(("s", "men")) and not written.endswith("ss"):
        return "people"
    return _FORMS[spelling.manner]


def _is_seat(spelling: Spelling) -> bool:
    """Whether a state is named by a body, or a house that the network knows: *the State Department*, *the Kremlin*.

    *Downing Street* and *Palazzo Chigi*, which it does not, and cities are shown as capitals are.
    """
    if spelling.manner != "government" or spelling.written in _CITIES:
        return False
    *others, last = spelling.written.split()
    return not others or last.isupper() or spelling.written in _WELL_KNOWN or _is_noun(last)


def _key(written: str) -> tuple[str, ...]:
    return tuple(_folded(written[start:end]) for start, end in find_words(written))


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")
