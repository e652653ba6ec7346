"""Citings: what the encoder cited, tidied by the tree and nested: source phrase, cue, content, parent, form, kind.

Spans follow the conventions of press annotation: cues without auxiliaries, contents without a leading *that*,
sources without appositions and relative clauses.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.reader.clauses import Clauses
from onrecord.reader.cues import cue_kinds
from onrecord.reader.lexicon import actions_for
from onrecord.reader.tokens import quoted_words
from onrecord.reader.trace import Trace
from onrecord.records.analysis import Analysis, Cited
from onrecord.records.attributions import AttributionForm, AttributionKind

Range = tuple[int, int]

_NO_OFFICE = frozenset({"VERB", "AUX", "ADV", "SCONJ"})  # words that what somebody is has none of
_BORDER = frozenset({",", ":", ";", ".", "—", "–", "-", "--", "..."})
_CITING = frozenset({"cite", "quote", "citing", "quoting"})
_TEXTS = frozenset({
    "report", "article", "story", "dispatch", "investigation", "interview", "broadcast", "piece", "column", "post",
    "revelation", "disclosure", "documentary", "coverage", "exposé", "publication",
})  # fmt: skip
_ISSUED = _TEXTS | {
    "statement",
    "release",
    "communique",
    "communiqué",
    "letter",
    "announcement",
    "survey",
    "study",
    "poll",
}
_TELLING = frozenset(
    {"tell", "speak", "say", "talk", "write", "confirm", "explain", "comment", "statement", "interview", "remark"}
)
_SEEING = frozenset({"see", "witness"})
_NO_WITNESSES = frozenset({"abstract", "event", "time"})
_NAMING = frozenset({"identify", "name"})
_TELLING_TYPES = frozenset({"accuse", "deny", "pledge", "threaten", "warn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One attribution in tokens (inclusive ranges).

    `source_head` heads the source phrase. `speaker` is the word that names who that is: the outlet of *a report
    published by the Post*, the noun that *who* stands for, and where the words leave the source out (*and added
    that*), the subject that the grammar gives.

    `via_heads` are words that may name the outlet through which the source spoke.
    """

    cue: Range | None
    source: Range | None
    source_head: int | None
    speaker: int | None
    content: tuple[Range, ...]
    via_heads: tuple[int, ...]
    form: AttributionForm
    kind: AttributionKind
    confidence: float
    parent: int | None = None

    def holds(self, token: int) -> bool:
        return any(first <= token <= last for first, last in self.content)

    def size(self) -> int:
        return sum(last - first + 1 for first, last in self.content)


def find_holders(citings: Sequence[Citing]) -> Mapping[int, Sequence[int]]:
    """For each word that stands in a content, the numbers of the citings that hold it, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    for i, citing in enumerate(citings):
        for token in {token for first, last in citing.content for token in range(first, last + 1)}:
            found[token].append(i)
    return found


def find_citings(clauses: Clauses, trace: Trace | None = None) -> list[Citing]:
    """The attributions of a text in text order, each with the index of its parent in the list."""
    quoted = _quoted(clauses.analysis)
    drafts = [d for cited in clauses.analysis.cited if (d := _draft(clauses, cited, quoted)) is not None]
    deeds = [d for d in drafts if _is_deed(clauses, d)]
    if trace is not None:
        trace.deeds = [(d.cue, d.content) for d in deeds]
    done = set(map(id, deeds))  # to look for each among all would take their square
    drafts = [d for d in drafts if id(d) not in done]
    drafts.sort(key=lambda d: (d.content[0][0], -d.size()))
    return _nest(clauses, [_cited_person(clauses, draft, drafts) for draft in drafts])


def _cited_person(clauses: Clauses, draft: Citing, drafts: Sequence[Citing]) -> Citing:
    """*The Post, citing a diplomat, reported X*: the diplomat is the source, X the content, whatever the tags."""
    anchor = cue_head(clauses, draft.cue)
    if anchor is None or clauses.lemma(anchor) != "cite":
        return draft
    cited = clauses.kids(anchor, "obj", "iobj")
    if clauses.tokens[anchor].deprel == "case":  # "citing" as a preposition
        cited = [clauses.tokens[anchor].head]
    if not cited or cited[0] == draft.source_head:
        return draft
    hosts = [d for d in drafts if d is not draft and _same_sentence(clauses, anchor, d) and not d.holds(cited[0])]
    if not hosts:
        return draft
    host = max(hosts, key=lambda d: d.size())
    phrase = clauses.phrase(cited[0])
    source = (phrase.first, phrase.last)
    return replace(draft, source=source, source_head=cited[0], speaker=cited[0], content=host.content, form=host.form)


def _same_sentence(clauses: Clauses, anchor: int, other: Citing) -> bool:
    theirs = cue_head(clauses, other.cue)
    return theirs is not None and theirs != anchor and clauses.sentence_of[theirs] == clauses.sentence_of[anchor]


def name_outlets(clauses: Clauses, citings: Sequence[Citing], is_outlet: Callable[[int], bool]) -> list[Citing]:
    """Put the outlet for its text: *a report published by the Post*, *the Post's report*, *an article in the Post*."""
    return [_name_outlet(clauses, citing, is_outlet) for citing in citings]


def _name_outlet(clauses: Clauses, citing: Citing, is_outlet: Callable[[int], bool]) -> Citing:
    speaker = citing.speaker
    if speaker is None:
        return citing
    inside = [i for i in clauses.kids(speaker, "appos", "flat") if is_outlet(i)]  # "the site Northern Eye"
    if clauses.lemma(speaker) in _TEXTS and not is_outlet(speaker):
        inside += [i for i in clauses.subtree(speaker) if i != speaker and is_outlet(i) and not citing.holds(i)]
    if not inside:
        return citing
    phrase = clauses.phrase(inside[0])
    return replace(citing, speaker=inside[0], source_head=inside[0], source=(phrase.first, phrase.last))


def _draft(clauses: Clauses, cited: Cited, quoted: Sequence[int]) -> Citing | None:
    content = tuple(r for piece in cited.content if (r := _trim_content(clauses, piece)) is not None)
    cue = _trim_cue(clauses, cited.cue) if cited.cue is not None else None
    if not content:
        return None
    content = _after_naming(clauses, cue, _before_semicolon(clauses, content, cue))
    if not content or _is_setting(clauses, cue):
        return None
    sources = cited.source or _issuers(clauses, cue)
    teller = _teller_at_the_end(clauses, content, cue) if not sources else None
    if teller is not None:
        sources, content = (teller,), ((content[0][0], teller[0] - 2),)
    head = _source_head(clauses, sources)
    source = _source_range(clauses, head, sources) if head is not None else None
    anchor = cue_head(clauses, cue)
    quoted_as = _quoted_as_saying(clauses, anchor)
    if quoted_as is not None:
        phrase = clauses.phrase(quoted_as)
        head, source = quoted_as, (phrase.first, phrase.last)
    speaker = clauses.antecedent_of_relative(head) if head is not None else None
    if head is None and anchor is not None and clauses.is_verbal(clauses.tokens[anchor]):
        speaker = clauses.subject(anchor)
    return Citing(
        cue=cue,
        source=source,
        source_head=head,
        speaker=speaker,
        content=content,
        via_heads=_via_heads(clauses, anchor),
        form=_form(clauses.analysis, content, quoted),
        kind=_kind(clauses, cue),
        confidence=cited.confidence,
    )


def _teller_at_the_end(clauses: Clauses, content: tuple[Range, ...], cue: Range | None) -> Range | None:
    """*Malta will host it, its president, Leo Vella, announced*: who tells it, where he was taken for the end of what
    is told: a person's name, with what he is, between commas right before the cue.
    """
    tokens = clauses.tokens
    if cue is None or len(content) != 1 or content[0][1] + 2 != cue[0] or tokens[cue[0] - 1].text != ",":
        return None
    first, last = content[0]
    names = [name for name in clauses.analysis.names if name.kind == "person" and name.last == last]
    start = next((name.first for name in names if tokens[name.first - 1].text == ","), None)
    if start is None:
        return None
    comma = next((i for i in range(start - 2, first, -1) if tokens[i].text == ","), None)
    between = tokens[comma + 1 : start - 1] if comma is not None else ()
    if between and between[-1].upos in {"NOUN", "PROPN"} and not any(t.upos in _NO_OFFICE for t in between):
        start = between[0].index
    told = tokens[first : start - 1]
    return (start, last) if any(map(clauses.is_verbal, told)) else None


def _is_deed(clauses: Clauses, draft: Citing) -> bool:
    """*The panel condemned the raid*: an act upon a thing, of which no words are told.

    The network learnt from a corpus that takes attitudes and decrees for attributions; here they are acts. What is
    quoted, or said in a clause (*condemned what it called a raid*), stays an attribution.
    """
    anchor = cue_head(clauses, draft.cue)
    if anchor is None or draft.form != "indirect" or draft.kind != "statement":
        return False
    pos = "verb" if clauses.is_verbal(clauses.tokens[anchor]) else "noun"
    types = {action.type for action in actions_for(clauses.lemma(anchor), pos)}
    return bool(types) and not types & _TELLING_TYPES and not any(_tells(clauses, piece) for piece in draft.content)


def _tells(clauses: Clauses, piece: Range) -> bool:
    """Whether a piece of content says something of a thing (a verb, *as too broad*) and does not only name it."""
    inside = clauses.tokens[piece[0] : piece[1] + 1]
    return any(t.upos in {"VERB", "AUX", "ADJ"} and t.deprel not in {"amod", "compound"} for t in inside)


def _quoted_as_saying(clauses: Clauses, anchor: int | None) -> int | None:
    """*quoted officials as saying*: the one who says is the one who is quoted."""
    if anchor is None or "as" not in clauses.marks(anchor):
        return None
    verb = clauses.governor(anchor)
    if verb is None or clauses.lemma(verb) not in {"quote", "cite", "describe"} or clauses.is_passive(verb):
        return None
    return next(iter(clauses.kids(verb, "obj", "iobj")), None)


def _trim_content(clauses: Clauses, piece: Range) -> Range | None:
    first, last = piece
    tokens = clauses.tokens
    while first <= last and (
        tokens[first].text in _BORDER or (tokens[first].text.lower() == "that" and tokens[first].upos == "SCONJ")
    ):
        first += 1
    while last >= first and tokens[last].text in _BORDER:
        last -= 1
    words = [t for t in tokens[first : last + 1] if t.upos != "PUNCT"]
    return (first, last) if words else None


def _before_semicolon(clauses: Clauses, content: tuple[Range, ...], cue: Range | None) -> tuple[Range, ...]:
    """*Tonga left, officials said; Fiji stayed*: a semicolon ends what is said before its cue."""
    if cue is None or content[0][0] > cue[0]:
        return content
    before = tuple(piece for piece in content if piece[0] <= cue[0])
    after = [piece for piece in content if piece[0] > cue[0]]
    ends = next((t.index for t in clauses.tokens[cue[1] + 1 : cue[1] + 40] if t.text in {";", "."}), None)
    kept = tuple(piece for piece in after if ends is None or clauses.tokens[ends].text != ";" or piece[1] < ends)
    return (*before, *kept)


def _after_naming(clauses: Clauses, cue: Range | None, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """*The men arrested were identified as Per and Ola*: who they are is cited, and not that they were arrested."""
    anchor = cue_head(clauses, cue)
    if cue is None or anchor is None or clauses.lemma(anchor) not in _NAMING or not clauses.is_passive(anchor):
        return content
    return tuple(piece for piece in content if piece[0] > cue[1])


def _is_setting(clauses: Clauses, cue: Range | None) -> bool:
    """*The pact will see Peru train Chad's pilots*, *the year saw Niger leave*: a time or a plan is no witness."""
    anchor = cue_head(clauses, cue)
    if anchor is None or clauses.lemma(anchor) not in _SEEING:
        return False
    return any(clauses.tokens[k].entity in _NO_WITNESSES for k in clauses.kids(anchor, "nsubj"))


def _trim_cue(clauses: Clauses, cue: Range) -> Range:
    first, last = cue
    tokens = clauses.tokens
    while first < last and (tokens[first].upos in {"AUX", "PUNCT"} or tokens[first].text.lower() in {"as", "to"}):
        first += 1
    while last > first and (tokens[last].text.lower() == "that" or tokens[last].upos == "PUNCT"):
        last -= 1
    return first, last


def cue_head(clauses: Clauses, cue: Range | None) -> int | None:
    """The word of a cue that the rest of it hangs on."""
    if cue is None:
        return None
    inside = [i for i in range(cue[0], cue[1] + 1) if not cue[0] <= clauses.tokens[i].head <= cue[1]]
    verbs = [i for i in inside if clauses.tokens[i].upos == "VERB"]
    return (verbs or inside or [cue[0]])[0]


def _source_head(clauses: Clauses, source: tuple[Range, ...]) -> int | None:
    for first, last in source:
        inside = [i for i in range(first, last + 1) if clauses.tokens[i].upos not in {"PUNCT", "ADP", "DET", "CCONJ"}]
        tops = [i for i in inside if not first <= clauses.tokens[i].head <= last]
        if inside:
            nominal = [i for i in tops if clauses.tokens[i].upos in {"NOUN", "PROPN", "PRON", "NUM"}]
            named = [i for i in nominal if clauses.tokens[i].upos == "PROPN"]  # "the site Northern Eye"
            return (named or nominal or tops or inside)[0]
    return None


def _issuers(clauses: Clauses, cue: Range | None) -> tuple[Range, ...]:
    """*according to a statement released on Monday by the navy*: the navy, whose statement it is."""
    nouns = [i for i in range(cue[0], cue[1] + 1) if clauses.lemma(i) in _ISSUED] if cue is not None else []
    for noun in nouns:
        for top in (*clauses.kids(noun, "acl"), noun):
            agents = [*clauses.kids(top, "obl:agent"), *(clauses.phrases(top, "by") if top != noun else ())]
            if agents:
                phrase = clauses.phrase(agents[0])
                return ((phrase.first, phrase.last),)
    return ()


def _source_range(clauses: Clauses, head: int, source: tuple[Range, ...]) -> Range:
    first, last = next(r for r in source if r[0] <= head <= r[1])
    phrase = clauses.phrase(head)
    conjuncts = [i for i in clauses.conjuncts(head) if first <= i <= last]
    last = min(last, max(clauses.phrase(i).last for i in conjuncts)) if len(conjuncts) > 1 else min(last, phrase.last)
    first = max(first, phrase.first) if phrase.first <= last else first
    while first < last and clauses.tokens[first].text in _BORDER:
        first += 1
    return first, max(first, last)


def _via_heads(clauses: Clauses, anchor: int | None) -> tuple[int, ...]:
    """Words that may name the outlet spoken to: *told AFP*, *in an interview with El Globo*, *on Radio Estuary*."""
    if anchor is None or clauses.lemma(anchor) not in _TELLING:
        return ()
    found = clauses.kids(anchor, "obj", "iobj")
    for k in clauses.kids(anchor, "obl"):
        found.append(k)
        found += clauses.kids(k, "nmod", "compound", "nmod:poss")
    return tuple(found)


def _quoted(analysis: Analysis) -> list[int]:
    result: list[int] = []
    paragraph: list[str] = []
    for token, after in zip(analysis.tokens, (*analysis.tokens[1:], None), strict=True):
        paragraph.append(token.text)
        if after is None or "\n" in analysis.text[token.end : after.start]:
            result += quoted_words(paragraph)
            paragraph = []
    return result


def _form(analysis: Analysis, content: tuple[Range, ...], quoted: Sequence[int]) -> AttributionForm:
    words = [i for first, last in content for i in range(first, last + 1) if analysis.tokens[i].upos != "PUNCT"]
    inside = sum(quoted[i] for i in words)
    return "direct" if inside == len(words) else "mixed" if inside else "indirect"


def _kind(clauses: Clauses, cue: Range | None) -> AttributionKind:
    if cue is not None:
        kinds = cue_kinds()
        for i in range(cue[0], cue[1] + 1):
            if clauses.lemma(i) in kinds:
                return kinds[clauses.lemma(i)]
    return "statement"


def _nest(clauses: Clauses, drafts: list[Citing]) -> list[Citing]:
    """Give each citing the smallest one whose content holds its cue (or its content, where it has no cue)."""
    found = []
    holders_of = find_holders(drafts)
    for i, draft in enumerate(drafts):
        anchor = cue_head(clauses, draft.cue)
        anchor = draft.content[0][0] if anchor is None else anchor
        holders = [
            (drafts[j].size(), j)
            for j in holders_of.get(anchor, ())
            if j != i and not _holds_back(clauses, draft, drafts[j])
        ]
        parent = min(holders)[1] if holders else _citing_parent(clauses, drafts, i)
        found.append(replace(draft, parent=parent))
    return _without_loops(found)


def _holds_back(clauses: Clauses, draft: Citing, other: Citing) -> bool:
    """Whether two citings each hold the other's cue; then the larger is the outer one."""
    theirs = cue_head(clauses, other.cue)
    return theirs is not None and draft.holds(theirs) and draft.size() >= other.size()


def _citing_parent(clauses: Clauses, drafts: list[Citing], i: int) -> int | None:
    """*The Post, citing a diplomat, reported that X*: the diplomat's saying X stands inside the Post's."""
    anchor = cue_head(clauses, drafts[i].cue)
    if anchor is None or clauses.lemma(anchor) not in _CITING:
        return None
    for j, other in enumerate(drafts):
        shares = any(other.holds(first) or other.holds(last) for first, last in drafts[i].content)
        theirs = cue_head(clauses, other.cue)
        if j != i and shares and _same_sentence(clauses, anchor, other) and clauses.lemma(theirs or 0) not in _CITING:
            return j
    return None


def _without_loops(citings: list[Citing]) -> list[Citing]:
    for i, citing in enumerate(citings):
        seen, at = {i}, citing.parent
        while at is not None:
            if at in seen:
                citings[i] = replace(citings[i], parent=None)
                break
            seen.add(at)
            at = citings[at].parent
    return citings
