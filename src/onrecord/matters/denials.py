"""Denials: what others are cited for, and whoever is said to have done it denies: *Peru denied the report*."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.matters.tables import word_list
from onrecord.matters.tellings import Telling
from onrecord.matters.words import longest_phrase
from onrecord.records.happenings import Happening
from onrecord.records.positions import Contradiction, Side

NEAR_CHARS = 400  # a sentence or two: what is denied further on is another thing
DENYING = ("deny", "reject", "oppose")  # to deny it, to reject the claim, to dismiss the report


def find_denials(happenings: Iterable[Happening], tellings: Sequence[Telling]) -> Iterator[Contradiction]:
    """A happening told by others and denied by who acts in it, with the reports of either account."""
    by_act = {(told.report, told.act): happening for happening in happenings for told in happening.told}
    by_report: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_report[telling.report].append(telling)
    denied: dict[str, tuple[Happening, list[str]]] = {}
    for denial in tellings:
        is_denial = denial.act.type in DENYING and denial.act.status == "actual"
        meant = _meant(denial, by_report[denial.report]) if is_denial else None
        if meant is not None and meant.key in by_act:
            happening = by_act[meant.key]
            denied.setdefault(happening.id, (happening, []))[1].append(denial.report)
    for happening, reports in denied.values():
        told = tuple(dict.fromkeys(told.report for told in happening.told))
        yield Contradiction(
            about=happening.words, kind="statuses", parties=happening.actors,
            sides=(Side(words="done", reports=told), Side(words="denied", reports=tuple(dict.fromkeys(reports)))),
        )  # fmt: skip


def _meant(denial: Telling, of_report: Iterable[Telling]) -> Telling | None:
    """The last act of its report before the denial that others are cited for and that it denies: by *the report*, or by
    its kind.
    """
    page = denial.page
    things = (*word_list("told things"), *(word_list("denied things") if denial.act.type == "deny" else ()))
    by_word = not denial.act.about and longest_phrase(things, page.words(denial.act.object)) is not None
    linked = denial.act.about if denial.act.type == "deny" else ()
    types = {page.acts[key].type for key in linked if key in page.acts}
    who = {actor.key for actor in denial.actors}
    before = [
        each
        for each in of_report
        if 0 < denial.act.trigger.start - each.act.trigger.start <= NEAR_CHARS
        and each.act.status == "actual" and each.act.chain and who & {actor.key for actor in each.actors}
        and each.act.type != "deny" and (by_word or each.act.type in types)
    ]  # fmt: skip
    return max(before, key=lambda each: each.act.trigger.start, default=None)
