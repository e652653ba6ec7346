"""Tense: whether the clause around a word looks back or ahead, which is what *on Tuesday* hangs on."""

from onrecord.reader.intervals import Direction
from onrecord.reader.lexicon import complements_for
from onrecord.records.analysis import Analysis, Token

MODALS = frozenset({"will", "shall", "would", "may", "might", "can", "could", "should", "must", "'ll", "wo"})
AHEAD = frozenset({"due", "schedule", "scheduled", "expect", "expected", "slate", "slated", "plan", "planned", "set"})
CONDITIONS = frozenset({"if", "unless", "once", "when", "until"})


def dependents(analysis: Analysis, index: int) -> tuple[Token, ...]:
    """The tokens that hang on a token, in order; counted out when the analysis does not carry them."""
    if analysis.dependents:
        return tuple(analysis.tokens[child] for child in analysis.dependents[index])
    return tuple(token for token in analysis.tokens if token.head == index)


def find_clause(analysis: Analysis, index: int) -> int | None:
    """The head of the nearest clause at or above a token: a verb, or a predicate with a copula."""
    here = index
    for _ in range(len(analysis.tokens)):
        token = analysis.tokens[here]
        if token.upos in ("VERB", "AUX") or any(child.deprel.startswith("cop") for child in dependents(analysis, here)):
            return here
        if token.head < 0:
            return None
        here = token.head
    return None


def find_direction(analysis: Analysis, index: int) -> Direction | None:
    """Past or future by the verb of the clause around a token, None where that does not tell.

    *will vote on Tuesday* looks ahead, *voted on Tuesday* back; *votes on Tuesday* tells neither.
    """
    clause = find_clause(analysis, index)
    return None if clause is None else _of_clause(analysis, clause)


def _of_clause(analysis: Analysis, index: int) -> Direction | None:
    token, children = analysis.tokens[index], dependents(analysis, index)
    auxiliaries = {child.lemma.lower() for child in children if child.deprel.startswith(("aux", "cop"))}
    auxiliaries |= {child.text.lower() for child in children if child.deprel.startswith("aux")}
    if auxiliaries & MODALS:
        return "past" if "have" in auxiliaries and not auxiliaries & {"will", "shall"} else "future"
    told = "Tense=Past" in token.feats and "VerbForm=Fin" in token.feats
    if token.lemma.lower() in AHEAD and "have" not in auxiliaries and not told:
        return "future"
    if "Inf" in token.feats or any(child.lemma == "to" and child.deprel in ("mark", "aux") for child in children):
        return "past" if "have" in auxiliaries else _of_infinitive(analysis, token)
    return _of_finite(analysis, token, children)


def _of_infinitive(analysis: Analysis, token: Token) -> Direction | None:
    """*managed to file on Tuesday* goes by the managing, *pledged to file on Tuesday* looks ahead."""
    if token.head < 0:
        return "future"
    governor = analysis.tokens[token.head]
    lemma, relation = governor.lemma.lower(), token.deprel.partition(":")[0]
    managed = any(
        entry.slot == "comp" and entry.status == "actual" and entry.words == (lemma,)
        for entry in complements_for(lemma, "verb")
    )
    if relation in ("advcl", "conj") or (relation == "xcomp" and managed):
        return find_direction(analysis, token.head)
    return "future"


def _of_finite(analysis: Analysis, token: Token, children: tuple[Token, ...]) -> Direction | None:
    finite = [child for child in children if child.deprel.startswith(("aux", "cop"))] or [token]
    tenses = " ".join(child.feats for child in finite)
    if "Tense=Past" in tenses and not (finite[0] is token and "Tense=Pres" in tenses):
        return "past"
    if any(child.lemma.lower() == "have" for child in finite):
        return "past"
    if finite[0] is not token:
        if (
            any(child.deprel.startswith("cop") for child in finite)
            or "VerbForm=Ger" in token.feats
            or "Tense=Pres" in token.feats
        ):
            return "future" if "Tense=Pres" in tenses else None
        return None
    if "VerbForm=Part" in token.feats or "VerbForm=Ger" in token.feats:
        return find_direction(analysis, token.head) if token.head >= 0 else None
    if any(child.deprel == "mark" and child.lemma.lower() in CONDITIONS for child in children):
        return "future"
    return None
