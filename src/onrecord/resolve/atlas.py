"""Atlas: the known names of one text, with those that only the text can settle settled or left open."""

import re
from functools import cache

from onrecord.resolve.found import Found, found_entry
from onrecord.resolve.gazetteer import Hit, find_hits
from onrecord.resolve.nouns import DIRECTIONS, EPITHETS, classes_of
from onrecord.resolve.phrases import POSSESSIVES, PUNCTUATION, Phrase
from onrecord.resolve.runs import anchor
from onrecord.resolve.tables import Entry, ambiguous, states
from onrecord.resolve.tree import Tree

PLACE = "-"
PARTICIPLES = frozenset({"led", "born", "built", "made", "run", "held", "bound", "speaking", "style"})
REGIONS = frozenset({"state", "province", "county", "region", "district", "city", "prefecture", "governorate"})


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


class Atlas:
    """Where one text names states, bodies and outlets; *Georgia* is settled by what else the text names."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.hits = tuple(hit for hit in find_hits(tree) if not self._is_field(hit))
        self._at: dict[int, Hit] = {i: hit for hit in self.hits for i in range(hit.first, hit.last + 1)}
        self._anchors: dict[int, int] = {}
        self._settled: dict[str, tuple[Entry | None, str | None]] = {}

    def _is_field(self, hit: Hit) -> bool:
        """Whether an outlet's name only says what a body is for: *the Ministry of Foreign Affairs*."""
        if hit.entry is None or hit.entry.kind != "outlet" or hit.first == 0:
            return False
        name = self.tree.names.get(hit.first)
        longer = name is not None and name.kind == "organisation" and name.first < hit.first - 1
        return longer and self.tree.tokens[hit.first - 1].text.lower() == "of"

    def at(self, index: int) -> Hit | None:
        return self._at.get(index)

    def find(self, hit: Hit, rule: str) -> Found:
        """The party of a hit; without ids, and with the reason, where the text leaves it open."""
        entry, reason = self.entry(hit)
        if entry is not None:
            return found_entry(entry, rule)
        key = f"open:{hit.written.casefold()}"
        return Found(kind="state", name=hit.written, rule=rule, key=key, unsettled=reason)

    def entry(self, hit: Hit) -> tuple[Entry | None, str | None]:
        """The entry of a hit, or None and why it was left open."""
        if hit.entry is not None:
            return hit.entry, None
        name = hit.written
        if name not in self._settled:
            self._settled[name] = self._settle(name)
        return self._settled[name]

    def _settle(self, name: str) -> tuple[Entry | None, str | None]:
        candidates = next((c for listed, c in ambiguous().items() if listed.casefold() == name.casefold()), {})
        text = self.tree.analysis.text
        backed = [code for code, evidence in candidates.items() if _pattern(evidence).search(text)]
        if not backed and PLACE in candidates and self._names_other_states():
            backed = [code for code in candidates if code != PLACE]
        if len(backed) == 1 and backed[0] != PLACE:
            return states()[backed[0]], None
        options = " or ".join("another place" if code == PLACE else states()[code].name for code in candidates)
        return None, f"{name} may be {options}"

    def _names_other_states(self) -> bool:
        return any(hit.entry and hit.entry.kind == "state" and hit.entry.state != "USA" for hit in self.hits)

    def anchor(self, index: int) -> int:
        """The head of the name or title that a word is inside of: *Court* for *International*."""
        if index not in self._anchors:
            self._anchors[index] = self._anchor(index)
        return self._anchors[index]

    def _anchor(self, index: int) -> int:
        hit = self._at.get(index)
        if hit is None or self.is_person_name(hit):
            return anchor(self.tree, index)
        inside = range(hit.first, hit.last + 1)
        return next((i for i in inside if self.tree.tokens[i].head not in inside), hit.first)

    def is_person_name(self, hit: Hit) -> bool:
        """Whether a known name is part of a person's: *Israel* in *Israel Katz*."""
        name = self.tree.names.get(hit.first)
        if name is None or name.kind != "person":
            return False
        if (name.first, name.last) != (hit.first, hit.last):
            return True
        if hit.last > hit.first:
            return hit.entry is None or hit.entry.kind != "outlet"  # "Le Monde" is whatever the network says of it
        return self._is_surname(hit)

    def _is_surname(self, hit: Hit) -> bool:
        words = {
            self.tree.tokens[index].text
            for name in self.tree.analysis.names
            if name.kind == "person" and name.last > name.first
            for index in (name.first, name.last)
        }
        titled = any(child.deprel == "nmod:desc" for child in self.tree.children(hit.first))
        return titled or hit.written in words

    def owners(self, first: int, last: int) -> list[Hit]:
        """The hits wholly inside a token range that are no part of a person's name, in text order."""
        found: list[Hit] = []
        for index in range(first, last + 1):
            hit = self._at.get(index)
            whole = hit is not None and hit.first == index and hit.last <= last
            if hit is None or not whole or self.is_person_name(hit) or self._is_joined(hit):
                continue
            if not self._is_end_of_place(hit):
                found.append(hit)
        return found

    def _is_end_of_place(self, hit: Hit) -> bool:
        """Whether a name only ends that of another place: *Jersey* in *New Jersey*."""
        name = self.tree.names.get(hit.first)
        ends = name is not None and name.kind == "location" and name.first < hit.first and name.last == hit.last
        return ends and self.tree.tokens[hit.first - 1].upos == "PROPN"

    def _is_joined(self, hit: Hit) -> bool:
        """Whether a name is part of an adjective: *US-backed forces*, *Lima-based officials* are not of that state."""
        after = self.tree.tokens[hit.last + 1 : hit.last + 3]
        if len(after) < 2 or after[0].text not in ("-", "–") or after[0].start != self.tree.tokens[hit.last].end:
            return False
        return after[1].text.lower().endswith("ed") or after[1].text.lower() in PARTICIPLES

    def is_whole(self, phrase: Phrase, hit: Hit) -> bool:
        """Whether a hit is all that a phrase names: *“Israel”*, *neighbouring Egypt*, not *New Jersey*."""
        for index in range(phrase.first, phrase.last + 1):
            other = self._at.get(index)
            if other is None and not self._may_stand_beside(index, hit):
                return False
        return True

    def opens(self, index: int) -> int:
        """The first token of a sentence, whose capital says nothing."""
        sentences = self.tree.analysis.sentences
        return sentences[self.tree.sentence_of[index]][0] if sentences else 0

    def _may_stand_beside(self, index: int, hit: Hit) -> bool:
        """Whether a word leaves a name what it is; *New* before *Jersey*, *northern* before a state do not."""
        token = self.tree.tokens[index]
        word = token.text.lower()
        if token.text in PUNCTUATION or token.text in POSSESSIVES:
            return True
        if word in DIRECTIONS or token.upos == "NUM":
            return False
        if hit.manner == "capital" and index == hit.last + 1 and word in REGIONS:
            return False
        titled = token.upos == "ADJ" and word != token.text and index > self.opens(index)
        if (token.upos in ("PROPN", "NOUN") or titled) and not (classes_of(token) or word in EPITHETS):
            return not hit.first - 1 <= index <= hit.last + 1
        return True
