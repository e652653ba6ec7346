"""Derive: a matter from the matter.json of a gold folder, by general words alone, as a start that a person would mend.

`for_means` tells in prose what it is to be for: its clauses give the words of either side, its verbs the backing, its
nouns further names. Nothing here knows any one matter.
"""

import json
import re
from pathlib import Path
from typing import Any, cast

from onrecord.matters.tables import word_list
from onrecord.matters.words import FILLERS
from onrecord.records import ActType
from onrecord.records.matters import Instrument, InstrumentKind, Matter
from onrecord.records.stances import Direction

OPPOSING = re.compile(r"^\W*(never for|opposes?|rejects?|votes? against|refuses?|condemns?|criticis|objects?)\b")
SIDES = re.compile(r"\b(?:welcomes?|backs?|supports?|condemns?|rejects?|opposes?) (?:its|the|their) (\w+)\b(?!['’])")
UNDOING = re.compile(
    r"\b(?:criticis|condemn|reject|oppos"
    r"|(?:should|must) (?:not be|be (?:cancel|drop|lift|quash|scrap|end|stop|withdraw)))"
)
DEFENDING = re.compile(r"\b(?:defend|back|support|welcome|endorse)s?\b|\bis right\b")
SAYING = (
    "says",
    "say",
    "argue",
    "argues",
    "that",
    "it",
    "will",
    "should",
    "the",
    "or",
    "and",
    "its",
    "a",
    "an",
    "of",
    "to",
)
DEEDS: dict[str, ActType] = {
    "arrest": "arrest", "detain": "arrest", "extradite": "cooperate", "sanction": "sanction", "expel": "sanction",
    "boycott": "sanction", "deploy": "mobilise", "send": "aid", "supply": "aid", "deliver": "aid", "fund": "aid",
    "ban": "coerce", "release": "yield", "host": "cooperate", "open": "yield", "comply": "yield", "lift": "yield",
    "ease": "yield", "suspend": "withdraw", "halt": "withdraw", "stop": "withdraw", "withdraw": "withdraw",
    "hand": "cooperate", "surrender": "cooperate", "pay": "aid", "arm": "aid", "recognise": "support",
    "recognize": "support", "impose": "sanction", "deport": "coerce",
}  # fmt: skip


def read_matter_json(path: Path) -> Matter:
    """The matter that a matter.json stands for."""
    return derive_matter(json.loads(path.read_text(encoding="utf-8")))


def derive_matter(given: dict[str, Any]) -> Matter:
    keywords = tuple(given.get("keywords", ()))
    return Matter(
        id=given["id"],
        title=given["title"],
        question=given["question"],
        instruments=tuple(_instrument(each, given) for each in given["instruments"]),
        parties=tuple(given.get("parties", ())),
        keywords=keywords,
        followed="listed" if given.get("parties") else "all",
    )


def _instrument(given: dict[str, Any], matter: dict[str, Any]) -> Instrument:
    kind: InstrumentKind = given.get("kind", "stance")
    means = given.get("for_means", "")
    clauses = _clauses(means, given.get("against_means", ""))
    backing, deeds = _backing(kind, clauses, means), _deeds(kind, clauses["for"])
    return Instrument(
        id=given["id"],
        name=given["name"],
        kind=kind,
        backing=backing,
        names=_names(given, matter, kind, backing),
        targets=_wanted(matter) if deeds else _people(matter, kind),
        bodies=() if deeds else _bodies(matter, kind),
        deeds=deeds,
        for_words=() if deeds else _alternatives(clauses["for"], kind),
        against_words=() if deeds else _alternatives(clauses["against"], kind),
        for_means=means or None,
    )


def _clauses(means: str, against: str) -> dict[str, str]:
    """The prose cut at its labels: what comes before any is what *for* means."""
    parts = re.split(r"\b(for|against|neutral|unclear):", means)
    found = {"for": parts[0], "against": against, "neutral": "", "unclear": ""}
    return found | dict(zip(parts[1::2], parts[2::2], strict=False))


def _backing(kind: InstrumentKind, clauses: dict[str, str], means: str) -> Direction:
    clause = clauses["for"]
    if OPPOSING.search(clause.casefold()) or means.casefold().startswith("never for"):
        return "against"
    if kind == "stance" and _leans_against(clause.casefold(), clauses["against"].casefold()):
        return "against"
    if kind == "filing" and re.search(r"\bargu|\bin favour|\bsupport", clause):
        return "unclear"
    return "for"


def _leans_against(clause: str, other: str) -> bool:
    """Whether *for* is to undo the instrument: *says that the warrant should be cancelled*, *will not arrest him*."""
    if re.search(r"\bwill not \w", clause) and re.search(r"\bwill (?!not\b)\w", other):
        return True
    undoing = [len(UNDOING.findall(text)) for text in (clause, other)]
    backing = [len(DEFENDING.findall(text)) for text in (clause, other)]
    return undoing[0] + backing[1] > undoing[1] + backing[0]


def _names(given: dict[str, Any], matter: dict[str, Any], kind: InstrumentKind, backing: Direction) -> tuple[str, ...]:
    """The name, what stands in brackets, its last word where no other instrument has it, and the deed asked for."""
    name = re.sub(r"^(the|a|an) ", "", given["name"])
    own = [*given.get("names", ()), name, *re.findall(r"\(([^)]{4,40})\)", given.get("for_means", ""))]
    words = name.split()
    head = name.partition(" of ")[0].split()
    topic = {word.casefold() for word in re.findall(r"\w+", matter.get("title", ""))}
    telling = [word for word in head[:-1] if word.casefold() not in topic] + head[-1:]
    more = [] if len(words) < 2 else telling if kind == "measure" else head[-1:]
    if kind == "filing" and backing == "unclear":
        more += word_list("again filing")
    taken = {word for each in matter["instruments"] if each["id"] != given["id"] for word in each["name"].split()}
    own += [word for word in more if word not in taken]
    own += [word for word in SIDES.findall(given.get("for_means", "")) if word not in taken] if kind == "stance" else []
    own += re.findall(r"\bwill (?!not\b|do\b|meet\b)((?:\w+ ){1,2}\w+?)(?= or |[,;.]|$)", given.get("for_means", ""))
    return tuple(dict.fromkeys(own))


def _wanted(matter: dict[str, Any]) -> tuple[str, ...]:
    """Those to whom a deed would be done: the names in the title."""
    return tuple(
        word for word in matter.get("keywords", ()) if word in matter["title"] and re.fullmatch(r"[A-Z][a-z]\w+", word)
    )


def _people(matter: dict[str, Any], kind: InstrumentKind) -> tuple[str, ...]:
    """Those among the keywords who bring the question about: *prosecutor* in the question is backed by backing him."""
    if kind != "stance":
        return ()
    question = matter["question"]
    named = [word for word in matter.get("keywords", ()) if word in matter.get("title", "") or word in question]
    offices = re.findall(r"\b(Prosecutor|President|Secretary|Commission|Minister|Government|Council)\b", question)
    return (*[office.casefold() for office in offices], *[word for word in named if " " in word and word.istitle()])


def _bodies(matter: dict[str, Any], kind: InstrumentKind) -> tuple[str, ...]:
    """The court or body before which the question lies."""
    if kind != "stance":
        return ()
    pattern = r"\b(Court|Tribunal|Council|Commission|Assembly|Chamber|Union|Agency|Committee)\b"
    long = [word for word in matter.get("keywords", ()) if re.search(pattern, word)]
    acronyms = [word for word in matter.get("keywords", ()) if re.fullmatch(r"[A-Z]{2,6}", word)]
    return (*acronyms, *long)


def _deeds(kind: InstrumentKind, clause: str) -> tuple[ActType, ...]:
    if kind not in ("stance", "measure"):
        return ()
    words = re.findall(r"\bwill (?:not )?(\w+)", clause)
    found = tuple(dict.fromkeys(DEEDS[word] for word in words if word in DEEDS))
    for one, other in (
        ("withdraw", "sanction"),
        ("cooperate", "yield"),
    ):  # to stop exports, to hand over: told as either
        found += (cast(ActType, other),) if one in found and other not in found else ()
    return found or (("yield", "cooperate") if words and kind == "stance" else ())


def _alternatives(clause: str, kind: InstrumentKind) -> tuple[str, ...]:
    """The things that a side may say: *lacks jurisdiction*, *the case is inadmissible*.

    Of a stance only whole statements: *that the filling is unlawful*.
    """
    if kind not in ("filing", "stance"):
        return ()
    said = re.split(r"\bargues?\b", clause)[-1]  # what comes before tells what a filing is
    parts = [re.split(r"\bthat\b", part)[-1] for part in re.split(r",| or |;", said)]
    if kind == "stance":
        parts = [part for part in parts if re.search(r"\b(is|are|was|were|has|have|lacks?|violates?|breaks?)\b", part)]
    plain = [" ".join(word for word in part.split() if word.casefold() not in SAYING) for part in parts]
    return tuple(each.strip(" .") for each in plain if _tells(each, 1 if kind == "filing" else 2))


def _tells(words: str, least: int) -> bool:
    content = [word for word in re.findall(r"\w+", words) if word.casefold() not in FILLERS]
    return least <= len(content) <= 3
