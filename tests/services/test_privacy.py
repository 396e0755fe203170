"""What somebody gets to know about his data, and that it is all of it."""

from __future__ import annotations

import json

import pytest

from scoring import Action
from simulator import audit, downloads, practice, privacy
from simulator.accounts import NotAllowedError
from simulator.store.classification import REACHING, TABLES
from tests.planting import plant
from tests.trail import events as events_of

PEOPLE = ("employers", "teams", "users", "memberships")


@pytest.fixture
def planted(store, now, office):
    there = {
        "employers": {"id": "veer"},
        "teams": {"id": "veer-een"},
        "users": {"id": office.trainee.id},
        "memberships": {"user_id": office.trainee.id, "team_id": "veer-een"},
    }
    return plant(store, now, "mine", office.trainee.id, office.trainee.id, there)


def test_the_export_holds_the_row_of_every_table(store, office, planted, now):
    tables = privacy.export_person(store, office.trainee, office.trainee.id, now)["tables"]
    missing = []
    for name in REACHING:
        rows = [{k: row[k] for k in planted.keys[name]} for row in tables[name]["rows"]]
        key = {k: privacy._plain(v, k in TABLES[name].secret, "nl") for k, v in planted.keys[name].items()}
        missing += [] if key in rows else [name]
    assert (missing, len(REACHING)) == ([], 34)


def test_the_export_holds_every_text_but_the_secret_ones(store, office, planted, now):
    data = json.dumps(
        privacy.export_person(store, office.trainee, office.trainee.id, now), ensure_ascii=False
    )
    shown = {
        place: text
        for place, text in planted.texts.items()
        if place[0] in REACHING and place[1] not in TABLES[place[0]].secret
    }
    assert len(shown) > 60
    assert [place for place, text in shown.items() if text not in data] == []


def test_secrets_are_not_in_the_export(store, office, planted, now):
    data = json.dumps(
        privacy.export_person(store, office.trainee, office.trainee.id, now), ensure_ascii=False
    )
    secret = [text for (table, column), text in planted.texts.items() if column in TABLES[table].secret]
    assert len(secret) == 3
    assert [text for text in secret if text in data] == []


def test_the_export_tells_what_each_column_means(store, office, now):
    tables = privacy.export_person(store, office.trainee, office.trainee.id, now)["tables"]
    assert tables["answers"]["columns"]["text"] == {"meaning": "De tekst die je schreef", "kind": "personal"}
    assert list(tables) == list(REACHING)


def test_nothing_of_a_colleague_is_in_the_export(store, office, planted, now):
    data = privacy.export_person(store, office.colleague, office.colleague.id, now)["tables"]
    found = {name: len(table["rows"]) for name, table in data.items() if table["rows"]}
    assert found == {"users": 1, "memberships": 1, "audit_events": 1}


def test_an_administrator_exports_and_the_person_sees_it(store, office, now):
    data = privacy.export_person(store, office.admin, office.trainee.id, now)
    assert data["about"] == {"id": office.trainee.id, "name": "Trainee"}
    seen = privacy.overview(store, office.trainee).seen_by
    assert [(s.who, s.role, s.team, s.what) for s in seen] == [("Admin", "admin", "veer-een", "data")]


def test_an_export_is_in_the_audit_trail(store, office, now):
    privacy.export_person(store, office.admin, office.trainee.id, now)
    found = events_of(store, "veer", now, now.replace(year=2027))
    assert [(e.event, e.actor_id, e.about_id) for e in found] == [
        (audit.Event.PERSON_EXPORTED, office.admin.id, office.trainee.id)
    ]


def test_looking_at_his_own_data_is_no_look(store, office, now):
    privacy.export_person(store, office.trainee, office.trainee.id, now)
    assert privacy.overview(store, office.trainee).seen_by == ()


@pytest.mark.parametrize("who", ["trainee", "lead", "trainer", "foreign_admin"])
def test_nobody_else_exports_somebody(store, office, now, who):
    with pytest.raises(NotAllowedError):
        privacy.export_person(store, getattr(office, who), office.colleague.id, now)


def test_the_files_are_made_by_the_download_route(store, office, now):
    own = downloads.MAKERS["own_data"](store, office.trainee, {}, now)
    other = downloads.MAKERS["person_data"](store, office.admin, {"about": office.trainee.id}, now)
    assert [json.loads(f.data)["about"]["id"] for f in (own, other)] == [office.trainee.id] * 2


@pytest.mark.parametrize("wanted", [{}, {"about": 7}, {"about": "u-foreign_trainee"}, {"about": "nobody"}])
def test_a_file_about_nobody_he_may_see_is_refused(store, office, now, wanted):
    with pytest.raises(NotAllowedError):
        downloads.MAKERS["person_data"](store, office.admin, wanted, now)


def test_own_texts_hold_reply_and_score(store, sanne, case, now):
    attempt = practice.start(store, sanne, case, practice.Mode.PRACTICE, now, clock_on=False)
    practice.save_draft(store, sanne, attempt, 1, (1, "nog niet af", "reply_public"), now)
    assert [d.text for d in privacy.own_texts(store, sanne, 10).drafts] == ["nog niet af"]
    practice.submit(store, sanne, attempt, 1, "Dag Sanne, wat vervelend!", Action.REPLY_PUBLIC, now)
    own = privacy.own_texts(store, sanne, 10)
    assert (own.drafts, own.replies[0].text) == ((), "Dag Sanne, wat vervelend!")
    assert own.replies[0].total is not None


def test_own_texts_hold_all_that_was_said(store, office, planted, now):
    own = privacy.own_texts(store, office.trainee, 10)
    kinds = {said.kind for said in own.said[own.replies[0].turn_id]}
    assert kinds == {"review", "mark", "adjustment", "dispute"}
    assert (len(own.tasks), len(own.certificates), len(own.drafts)) == (1, 1, 1)


def test_the_overview_counts_what_is_about_him_and_what_he_did_for_others(store, office, planted):
    held = {h.table: (h.about, h.by) for h in privacy.overview(store, office.trainee).held}
    assert (held["answers"], held["publications"], held["reviews"]) == ((1, 0), (0, 1), (1, 0))


@pytest.mark.parametrize("words", ["trainee", "TRAINEE", " Trainee "])
def test_people_are_found_by_a_part_of_the_name(store, office, words):
    found = privacy.find_people(store, office.admin, words)
    assert [p.id for p in found] == ["u-other_trainee", "u-trainee"]


def test_signs_with_a_meaning_to_the_database_find_nobody(store, office):
    assert privacy.find_people(store, office.admin, "%") == []


def test_a_lead_does_not_search_people(store, office):
    with pytest.raises(NotAllowedError):
        privacy.find_people(store, office.lead, "a")
