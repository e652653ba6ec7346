import re
from dataclasses import fields
from pathlib import Path

import pytest

from docs.commands import command_names
from onrecord.ingest.archives import ARCHIVES
from onrecord.ingest.documents import SUFFIXES
from onrecord.matters.tables import rules
from onrecord.records import Act, ActTime, Attribution, Count, Dropped, Outlet, Party, Reading, Report
from onrecord.records.analysis import Token
from onrecord.records.explanations import (
    ActExplained,
    ConditionHeld,
    Explanation,
    Factor,
    LexiconLine,
    LineRefused,
    LinkRead,
    PartyRead,
    SlotRead,
    StatusStep,
    TimeRead,
    WordPassed,
)
from onrecord.records.feeds import FeedItem, FollowedFeed, Validators
from onrecord.records.happenings import Happening, Told
from onrecord.records.judgements import ActKey, Correction, Judgement, PartyChange, PartyName
from onrecord.records.matters import Alias, Instrument, Matter
from onrecord.records.origins import Link, Origin, OriginRange, Share
from onrecord.records.party_lists import ListRow, ListWithdrawal, PartyList
from onrecord.records.positions import (
    Actor,
    Change,
    Contradiction,
    ListTold,
    Otherwise,
    Position,
    PositionTable,
    Side,
    Silence,
    Step,
    TimelineEntry,
)
from onrecord.records.reasons import LINK_REASONS, WORD_REASONS
from onrecord.records.rejected import Rejected
from onrecord.records.wire import wire_name

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RECORDS = (
    Act, ActExplained, ActKey, ActTime, Actor, Alias, Attribution, Change, ConditionHeld, Contradiction, Correction,
    Count, Dropped, Explanation, Factor, FeedItem, FollowedFeed, Happening, Instrument, Judgement, LexiconLine,
    LineRefused, Link, LinkRead, ListRow, ListTold, ListWithdrawal, Matter, Origin, OriginRange, Otherwise, Outlet,
    Party, PartyChange, PartyList, PartyName, PartyRead, Position, PositionTable, Reading, Rejected, Report, Share,
    Side, Silence, SlotRead, StatusStep, Step, TimeRead, TimelineEntry, Token, Told, Validators, WordPassed,
)  # fmt: skip


@pytest.mark.parametrize("command", command_names())
def test_every_command_is_on_its_page(command: str) -> None:
    assert f"## {command}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), "stale: run make docs"


@pytest.mark.parametrize("suffix", [*SUFFIXES, *ARCHIVES])
def test_every_type_of_file_is_on_the_page_of_inputs(suffix: str) -> None:
    assert f"`{suffix}`" in (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_is_on_the_page_of_nouns(record: type) -> None:
    page = (ROOT / "docs" / "nouns.md").read_text(encoding="utf-8")
    section = page.partition(f"## {record.__name__}\n")[2].partition("\n## ")[0]
    missing = [field.name for field in fields(record) if f"| `{wire_name(record, field.name)}` |" not in section]
    assert not missing, "stale: run make docs"


@pytest.mark.parametrize("reason", [*WORD_REASONS, *LINK_REASONS])
def test_every_reason_is_on_the_page_of_explanations(reason: str) -> None:
    assert f"| `{reason}` |" in (ROOT / "docs" / "explain.md").read_text(encoding="utf-8"), "stale: run make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("rule", [rule.name for rule in rules()])
def test_every_rule_of_the_fold_is_on_the_page_of_matters(rule: str) -> None:
    assert f"| {rule} |" in (ROOT / "docs" / "matters.md").read_text(encoding="utf-8"), "stale: run make docs"
