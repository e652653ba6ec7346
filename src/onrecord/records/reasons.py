"""Reasons: why the reader passed over a word, a lexicon line or an attribution. One slug a reason, and its words."""

from typing import Literal

Reason = Literal[
    "inside-name", "modifier", "hangs-loose", "name", "no-line", "no-line-fits", "part-of-phrase", "no-party",
    "no-actor", "background", "nobody-asked", "outlet-acts", "unpaired", "merged", "unsound", "intention", "own-outlet",
    "own-word", "not-asserted", "thing", "act-cue", "own-step", "same-source", "deed", "expected", "beside", "of-law",
    "private", "habit", "reflexive", "question", "opinion",
    "nobody-named", "left-open", "unknown-pronoun", "unknown-source", "one-sided", "no-doer", "bare-noun",
    "unreal", "owner-unread", "unsure",
]  # fmt: skip

WORD_REASONS: dict[Reason, str] = {
    "inside-name": "it is an inner part of a name",
    "modifier": "it only describes the noun after it, as arrest does in arrest warrants",
    "hangs-loose": "it is a participle that hangs loose beside another clause: wanted as well as done",
    "name": "it is the name of a party or a part of one",
    "no-line": "the lexicon has no line for it as this part of speech",
    "no-line-fits": "no line of the lexicon fits what stands around it",
    "part-of-phrase": "it belongs to the phrase of another word, which tells of the act",
    "no-party": "neither who does it nor to whom it is done is a party that could be told",
    "no-actor": "nobody is told who does it, and an active verb needs somebody",
    "background": "it speaks of what was told elsewhere and has not both parties, as in withdrew its request",
    "nobody-asked": "it is asked for, but nobody is told who is to do it",
    "outlet-acts": "who would do it is an outlet or a document, which is a source and never an actor",
    "unpaired": "it is told of several respectively, and they do not pair off with those to whom it was done",
    "merged": "it tells of the same event as another word, which stands for both",
    "nobody-named": "nobody in it has a name or an office, or who does it is a person without one",
    "left-open": "somebody in it is told by a description alone, and which of those named is meant was not found out",
    "unknown-pronoun": "a pronoun stands for a party of it, and whom it means was not found out",
    "unknown-source": "who is cited for it is a pronoun, and whom it means was not found out",
    "of-law": "a law or a draft of one is cited for it: what it lets somebody do is no deed",
    "habit": "it is told in the present of what somebody does again and again",
    "opinion": "it tells what somebody thinks of a thing, and no terms that were come to",
    "question": "an answer is asked for, and no deed",
    "reflexive": "it is done by somebody to himself",
    "private": "it is the journey of somebody who is not told to speak for others",
    "one-sided": "such an act takes two, and only one side of it could be told",
    "no-doer": "nobody is told who does it, and to whom it is done makes no record by itself",
    "bare-noun": "it is a noun with one party, which is seldom an event",
    "unreal": "it is planned, asked for or possible, and who would do it is nobody by name",
    "owner-unread": "it is said of somebody who stands too deep in the phrase to be made out",
    "unsure": "its record would be wrong too often, by the factors of its confidence",
    "unsound": "its record failed a check of the whole reading",
}
"""Why a word that may tell of an act gave none."""

LINK_REASONS: dict[Reason, str] = {
    "intention": "its cue tells what somebody means to do, not that it happened",
    "own-outlet": "its source is the report's own outlet, which stands above every chain",
    "own-word": "the word of the act is its cue: who does it is not cited for it",
    "not-asserted": "its cue asks for the act or denies it, and so does not say that it happened",
    "thing": "its content names a thing and states nothing of it",
    "act-cue": "its cue tells of another act, whose type does not assert what is told below it",
    "own-step": "its source is to do the act itself, and only promises, asks for or refuses it",
    "same-source": "its source is that of the link just outside it, which stands for both",
    "expected": "its cue only says that it is expected or meant to be, and nobody is told who says so",
    "beside": "it is told in a clause beside the cue, as mocking is in wrote a note, mocking him",
    "deed": "its cue tells of a deed done to a thing, of which no words are told: no attribution at all",
}
"""Why an attribution whose content holds the word of an act is no link of the act's chain."""
