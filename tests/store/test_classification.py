"""Every column is classified, and every key to a person is known, so that export and erasure miss nothing."""

from __future__ import annotations

import pytest

from simulator.i18n import LANGUAGES
from simulator.privacy import column_text, ground_text, kept_text, purpose_text, table_text
from simulator.store.classification import TABLES, After, Ground, Kind
from simulator.store.tables import metadata
from tests.planting import is_actor

NAMES = [table.name for table in metadata.sorted_tables]
SAME_TURN = {("reviews", "scorecard_id"), ("disputes", "scorecard_id")}
"""Keys to a scorecard of the very turn that the row hangs on already."""


def test_every_table_is_classified_and_no_other():
    assert sorted(TABLES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_classified_and_no_other(name):
    assert sorted(TABLES[name].columns) == sorted(c.name for c in metadata.tables[name].c)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_to_a_person_is_known(name):
    keys = {
        c.name for c in metadata.tables[name].c for key in c.foreign_keys if key.column.table.name == "users"
    }
    assert keys <= set(TABLES[name].reach)


@pytest.mark.parametrize("name", NAMES)
def test_what_hangs_on_a_removed_row_goes_or_can_let_go(name):
    owned = {n for n, facts in TABLES.items() if After.REMOVE in facts.reach.values()}
    stuck = [
        c.name
        for c in metadata.tables[name].c
        for key in c.foreign_keys
        if key.column.table.name in owned
        and not c.nullable
        and c.name not in TABLES[name].reach
        and (name, c.name) not in SAME_TURN
    ]
    assert stuck == []


@pytest.mark.parametrize("name", NAMES)
def test_keys_of_who_did_something_for_others_are_kept(name):
    wrong = [
        key for key, after in TABLES[name].reach.items() if is_actor(name, key) and after is not After.KEEP
    ]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_a_table_with_personal_columns_has_a_ground_and_leads_to_the_person(name):
    facts = TABLES[name]
    if Kind.PERSONAL in facts.columns.values():
        assert facts.reach
        assert facts.ground is not Ground.NONE


@pytest.mark.parametrize("name", NAMES)
def test_words_and_secrets_are_columns_of_the_table(name):
    facts = TABLES[name]
    assert {*facts.words, *facts.secret, *facts.reach} <= set(facts.columns)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_table_and_column_is_told_in_words(name, lang):
    texts = [table_text(name, lang), purpose_text(name, lang), ground_text(name, lang)]
    texts += [kept_text(name, days, lang) for days in (None, 90)]
    texts += [column_text(name, column, lang) for column in TABLES[name].columns]
    assert all(texts)
