"""Dialect: what lies outside it names no database, so that each takes the same tables and questions."""

from typing import Any

import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from onrecord.ledger.acts import ActFilter, select_acts
from onrecord.ledger.cited import select_cited
from onrecord.ledger.days import find_period
from onrecord.ledger.heads import select_heads
from onrecord.ledger.tables import metadata

PERIOD = find_period("2024", "2024-06")
WANTED = ActFilter(party="ISR", type="request", status="actual", source="The Walla Post", period=PERIOD)
QUESTIONS = (select_acts(WANTED, 10), select_cited(), select_heads(period=PERIOD, limit=10))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ["postgresql", "sqlite"])
def test_questions_are_said_in_each_dialect(question: Select[Any], name: str) -> None:
    assert str(question.compile(dialect=registry.load(name)())).startswith("SELECT")


def test_tables_are_said_in_postgresql() -> None:
    made: list[ExecutableDDLElement] = [CreateTable(table) for table in metadata.sorted_tables]
    made += [CreateIndex(index) for table in metadata.sorted_tables for index in table.indexes]
    said = [str(statement.compile(dialect=registry.load("postgresql")())) for statement in made]
    assert any("seq BIGINT NOT NULL" in words for words in said)
    assert not any("sqlite" in words.casefold() for words in said)
