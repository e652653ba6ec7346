"""Salience: the subject that *it* and *they* go on with, where coreference looks too far or at the wrong clause.

*Chad will free the men whom it captured*: the subject of the clause around. *Chad sued Mali. It urged ...*: that of the
sentence before, where coreference finds the word only farther back.
"""

from collections.abc import Iterator

from onrecord.resolve.tree import Tree


def clause_around(tree: Tree, pronoun: int) -> int | None:
    """The subject of the clause that holds the relative clause of which a pronoun is the subject."""
    token = tree.tokens[pronoun]
    verb = tree.governor(pronoun)
    if verb is None or not token.deprel.startswith("nsubj") or verb.deprel != "acl:relcl":
        return None
    noun = tree.governor(verb.index)
    above = tree.governor(noun.index) if noun is not None else None
    if noun is None or above is None or noun.deprel not in ("obj", "obl", "iobj"):
        return None
    return next((s for s in _subjects(tree, above.index) if s < pronoun), None)


def saying_subject(tree: Tree, pronoun: int) -> int | None:
    """*Chad complained that it had not been asked*: the subject of the clause that a pronoun's clause completes."""
    verb = tree.governor(pronoun)
    if verb is None or not tree.tokens[pronoun].deprel.startswith("nsubj") or verb.deprel != "ccomp":
        return None
    above = tree.governor(verb.index)
    return None if above is None else next((s for s in _subjects(tree, above.index) if s < pronoun), None)


def sayer_around(tree: Tree, pronoun: int) -> int | None:
    """*The speaker added that the house would sit and she asked all to come*: the subject of the saying around, or of
    the saying that a clause is joined to.
    """
    verb = tree.governor(pronoun)
    if verb is None or tree.tokens[pronoun].deprel != "nsubj":
        return None
    while verb.deprel == "conj" and verb.head >= 0:
        verb = tree.tokens[verb.head]
        subject = next((s for s in _subjects(tree, verb.index) if s < pronoun), None)
        if subject is not None and tree.children(verb.index, "ccomp"):
            return subject
    above = tree.governor(verb.index) if verb.deprel == "ccomp" else None
    return None if above is None else next((s for s in _subjects(tree, above.index) if s < pronoun), None)


def parallel_object(tree: Tree, pronoun: int) -> int | None:
    """*Spain condemned Chad, but Portugal praised it*: the object of the one clause is that of the next."""
    verb = tree.governor(pronoun)
    if verb is None or tree.tokens[pronoun].deprel != "obj" or verb.deprel != "conj":
        return None
    above = tree.governor(verb.index)
    contrary = any(
        token.lemma.lower() in ("but", "while", "whereas") for token in tree.children(verb.index, "cc", "mark")
    )
    objects = tree.children(above.index, "obj") if above is not None and contrary else ()
    return next((token.index for token in objects if token.index < pronoun), None)


def sentence_before(tree: Tree, pronoun: int) -> int | None:
    """The subject of the sentence before, for a pronoun that is the subject with which its own sentence opens."""
    sentence = tree.sentence_of[pronoun]
    verb = tree.governor(pronoun)
    opens = verb is not None and verb.head < 0 and tree.tokens[pronoun].deprel == "nsubj" and sentence > 0
    if not opens or pronoun != tree.analysis.sentences[sentence][0]:
        return None
    first, last = tree.analysis.sentences[sentence - 1]
    root = next((i for i in range(first, last + 1) if tree.tokens[i].head < 0), None)
    return None if root is None else next(_subjects(tree, root), None)


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    yield from (t.index for t in tree.children(verb, "nsubj") if t.deprel != "nsubj:outer")
