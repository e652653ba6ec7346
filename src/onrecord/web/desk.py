"""Desk: what pages and API ask of a site's ledger and matters."""

from onrecord.answers.kept_folds import KeptFold, KeptFolds
from onrecord.ledger import CitedRow, Ledger
from onrecord.records.errors import NotFoundError
from onrecord.records.happenings import Happening
from onrecord.records.matters import Matter
from onrecord.web.bodies import BODIES_KEPT, MOST_KEPT_BYTES, Body
from onrecord.web.explanations import Explanations
from onrecord.web.kept_answers import KeptAnswers
from onrecord.web.site import Site

PAGES_KEPT = 128


class Desk:
    """The ledger of a site with the folds of its matters, shared by all who ask at once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._folds = KeptFolds(site.ledger)
        self.explanations = Explanations(site.explainer)
        self.bodies: KeptAnswers[Body] = KeptAnswers(BODIES_KEPT, lambda body: body.may_be_kept)
        self.pages: KeptAnswers[bytes] = KeptAnswers(PAGES_KEPT, lambda page: len(page) <= MOST_KEPT_BYTES)
        self._cited: KeptAnswers[tuple[CitedRow, ...]] = KeptAnswers(1)

    @property
    def ledger(self) -> Ledger:
        return self.site.ledger

    def cited(self) -> tuple[CitedRow, ...]:
        """Who is cited by whom: counted over the whole ledger, which takes a second in a large one."""
        return self._cited.get_or(self.ledger.heights(), lambda: tuple(self.ledger.cited()))

    def matters(self) -> tuple[Matter, ...]:
        return tuple(self.site.matters.matters().values())

    def matter(self, key: str) -> Matter:
        """The matter of an id; NotFoundError with those that there are."""
        matters = self.site.matters.matters()
        if key not in matters:
            raise NotFoundError(f"no matter {key!r}", expected=", ".join(matters) or "a matter file, given to serve")
        return matters[key]

    def fold(self, key: str, known_on: str | None = None) -> KeptFold:
        """The fold of a matter, as the ledger is now or was at the end of a day."""
        return self._folds.fold(self.matter(key), known_on)

    def happening(self, kept: KeptFold, key: str, as_of: str | None = None) -> Happening:
        """The happening of an id, or of the beginning of one; NotFoundError where none or several are meant."""
        found = [each for each in kept.fold.happenings(as_of) if each.id.startswith(key)]
        if len(found) != 1:
            what = "no such happening" if not found else "more than one happening begins so"
            raise NotFoundError(what, found=key, expected=f"an id of a happening of {kept.matter.id}")
        return found[0]
