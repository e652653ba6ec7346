"""The example of docs/explain.md: the command run on a report of the demo, and the table of the reader's reasons."""

import re
from pathlib import Path

from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.records.codec import decode_record
from onrecord.records.explanations import Explanation
from onrecord.records.reasons import LINK_REASONS, WORD_REASONS, Reason

REPORT = "demo/reports/08-letter-received.md"
_ROOT = Path(__file__).parents[1]
_MENDS: dict[Reason, str] = {
    "inside-name": "rarely wrong; the tree or the name is",
    "modifier": "rarely wrong; the tree is",
    "hangs-loose": "the tree is wrong, or a rule in `reader/frames.py` is too strict",
    "name": "`resolve/data/` takes the word for a party, or the tree for a name",
    "no-line": "add a line with this part of speech, or the tag is wrong",
    "no-line-fits": "`--word` shows what each line lacks: add a line, or take a condition from one",
    "part-of-phrase": "right as a rule: the phrase's own line tells of the act",
    "no-party": "add the slot that the party stands in, or teach `resolve/` who it is",
    "no-actor": "add the slot that the actor stands in to the column `actor`",
    "background": "right as a rule: the noun speaks of an act told elsewhere",
    "nobody-asked": "add the slot of who is asked to the column `recipient` of the asking word",
    "outlet-acts": "right as a rule; else `resolve/data/outlets.tsv` has a name that is none",
    "unpaired": "one of the parties is not known for one: teach `resolve/` who it is",
    "merged": "right as a rule: the view of the act that stands for it lists it",
    "nobody-named": "right as a rule; else teach `resolve/` who it is",
    "left-open": "teach `resolve/epithets.py` whom the description means",
    "unknown-pronoun": "teach `resolve/pointers.py` whom the pronoun means",
    "unknown-source": "teach `resolve/pointers.py` whom the pronoun means",
    "of-law": "right as a rule; else the source is no law",
    "habit": "right as a rule; else the word is none of those in `reader/scruples.py`",
    "question": "right as a rule",
    "opinion": "right as a rule; else the tree misses the *will* or *to* of what is agreed",
    "reflexive": "right as a rule",
    "private": "teach `resolve/` what office the traveller has",
    "one-sided": "add the slot that the other side stands in, or teach `resolve/` who it is",
    "no-doer": "add the slot that the actor stands in to the column `actor`",
    "bare-noun": "right as a rule; else add the slot that the other party stands in",
    "unreal": "right as a rule; else teach `resolve/` who it is",
    "owner-unread": "add `obj.poss` or the preposition to the column `recipient`",
    "unsure": "right as a rule: the factors and the least that is wanted are in `reader/sureness.py`",
    "unsound": "a fault of the reader: please tell us",
    "intention": "see `cues.tsv` for the kind of the cue",
    "own-outlet": "right as a rule",
    "own-word": "right as a rule",
    "not-asserted": "see the line in the status that makes the act requested or denied",
    "thing": "right as a rule; else the content that the network found is too short",
    "act-cue": "see the line that makes the cue an act",
    "own-step": "right as a rule: the word of the act is planned, promised or refused, not told as done",
    "same-source": "right as a rule: one source is one link",
    "expected": "right as a rule; else the source that the network did not find is in the text",
    "beside": "right as a rule; else the clause hangs on the wrong word of the tree",
    "deed": "right as a rule; else the word has a line in `actions.tsv` that it should not have",
}


def explained(word: str) -> str:
    """What the command prints for the act whose word this is; numbers and lists of lines that do not matter are left
    out, since every edit of the tables moves them.
    """
    explanation = decode_record(_run("--json"), Explanation)
    act_id = next(each.act.id for each in explanation.acts if each.token.text == word)
    printed = re.sub(r"(\.tsv):\d+", r"\1:N", _run("--act", act_id, "--width", "80"))
    lists = r"(?m)^(  (?:Not tried|Phrases)[^:]*:).*(?:\n  (?!Not tried|Phrases)\S.*)*"
    printed = re.sub(lists, r"\1 ...", printed)
    return f"```text\n$ onrecord explain {REPORT} --act {act_id}\n{printed}```\n"


def reasons() -> str:
    """Every reason for which a word gives no act, or an attribution no link, and what it calls for."""
    rows = [f"| `{slug}` | {words} | {_MENDS[slug]} |" for slug, words in (WORD_REASONS | LINK_REASONS).items()]
    return "\n".join(["| reason | in words | what to look at |", "|---|---|---|", *rows, ""])


def _run(*options: str) -> str:
    return CliRunner().invoke(cli, ["explain", str(_ROOT / REPORT), *options], catch_exceptions=False).stdout
