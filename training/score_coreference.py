"""The reader's mentions and links on GUM's documents against its gold, as CoNLL F1 (see coreference_scorer.py).

The network is given gold words and gold sentences, as in its other figures, in windows of whole sentences; the tree,
the heads of mentions and the links, within windows and across them, are the reader's, and spans follow from the tree
(mention_spans.py). Four figures a set of mentions:

- ``exact``: exact spans, singletons scored (the strictest, and the one that floors are set on)
- ``head``: the same where only the head word has to agree, as CorefUD matches
- ``linked``, ``linked_head``: these without singletons on either side, as OntoNotes counts

Names and pronouns are the mentions whose head is PROPN or PRON in the gold tags, on both sides.
"""

from collections.abc import Hashable, Iterable, Mapping

from coreference_scorer import Tally, conll_f1, matched_by_head, tally, without_singletons
from gum_documents import GumDocument, Mention
from mention_spans import span_of_mention
from onrecord.reader.analyse import analyse_windows
from onrecord.reader.network import Network
from onrecord.records.analysis import Analysis

_NAMES_AND_PRONOUNS = frozenset({"PROPN", "PRON"})


def score_coreference(network: Network, documents: Iterable[GumDocument]) -> dict[str, dict[str, float]]:
    """CoNLL F1 in percent of all mentions, of names and pronouns, and of both in news alone."""
    read = [(document, read_mentions(network, document)) for document in documents]
    news = [(document, found) for document, found in read if document.is_news]
    return {
        "all": _figures(read, names_only=False),
        "names_pronouns": _figures(read, names_only=True),
        "news_all": _figures(news, names_only=False),
        "news_names_pronouns": _figures(news, names_only=True),
    }


def read_mentions(network: Network, document: GumDocument) -> Analysis:
    """The reader's analysis of a document; its citings are of no use here."""
    return analyse_windows("", document.windows, network, sentences=document.sentences, cue_threshold=2.0)


def entities_of(analysis: Analysis) -> dict[int, int]:
    """The first mention of its entity for each token that heads a mention."""
    first: dict[int, int] = {}
    for token in analysis.tokens:
        if token.entity is not None or token.antecedent is not None:
            first[token.index] = token.index if token.antecedent is None else first[token.antecedent]
    return first


def _figures(read: list[tuple[GumDocument, Analysis]], *, names_only: bool) -> dict[str, float]:
    tallies: dict[str, list[dict[str, Tally]]] = {"exact": [], "head": [], "linked": [], "linked_head": []}
    for document, analysis in read:
        kept = {i for i, upos in enumerate(document.upos) if not names_only or upos in _NAMES_AND_PRONOUNS}
        gold_heads = {span: head for span, head in document.head_of.items() if head in kept}
        key = _grouped({span: document.entity_of[span] for span in gold_heads})
        firsts = {head: first for head, first in entities_of(analysis).items() if head in kept}
        spans = {span_of_mention(analysis, head): head for head in firsts}
        response = _grouped({span: firsts[head] for span, head in spans.items()})
        stands_for = matched_by_head(gold_heads, spans)
        by_head = [frozenset(stands_for.get(span, (-span[0], -span[1] - 1)) for span in entity) for entity in response]
        linked = without_singletons
        tallies["exact"].append(tally(key, response))
        tallies["head"].append(tally(key, by_head))
        tallies["linked"].append(tally(linked(key), linked(response)))
        tallies["linked_head"].append(tally(linked(key), linked(by_head)))
    return {name: round(conll_f1(found), 2) for name, found in tallies.items()}


def _grouped(entity_of: Mapping[Mention, Hashable]) -> list[frozenset[Mention]]:
    groups: dict[Hashable, set[Mention]] = {}
    for mention, entity in entity_of.items():
        groups.setdefault(entity, set()).add(mention)
    return [frozenset(group) for group in groups.values()]
