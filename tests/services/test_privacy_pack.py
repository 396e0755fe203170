"""The pack: every value filled in, the same parts in both languages, and numbers that are the database's."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from scoring import default_rubric
from simulator import cli, employer, practice, privacy_pack
from simulator.employer import EmployerSettings
from simulator.feedback import criterion_name
from simulator.i18n import LANGUAGES, t
from simulator.store import pack_rows
from simulator.store.classification import REACHING
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from simulator.store.tables import employers, final_scores, scorecards
from tests.conftest import NOW
from tests.office import make_office
from tests.planting import plant

PARTS = re.compile(r"<!-- ([a-z]+) -->")


@pytest.fixture
def measured(store, now, office):
    """Three reviewed replies in one team; a person changed the score of two, and the verdict of one of these."""
    for tag in ("one", "two", "six"):
        there = {
            "employers": {"id": "veer"},
            "teams": {"id": f"veer-{'een' if tag == 'one' else tag}"},
            "users": {"id": office.trainee.id},
            "memberships": {},
        }
        if tag != "one":
            del there["teams"]
        plant(store, now, tag, office.trainee.id, office.lead.id, there)
    with store.write() as connection:
        connection.execute(update(scorecards).values(total=70.0, passed=True))
        one, two, six = connection.scalars(select(final_scores.c.id).order_by(final_scores.c.id)).all()
        for number, values in ((two, {"total": 55.0}), (six, {"total": 55.0, "passed": False})):
            connection.execute(update(final_scores).where(final_scores.c.id == number).values(**values))
        same = {"total": 70.0, "passed": True, "speed": 1.0}
        connection.execute(update(final_scores).where(final_scores.c.id == one).values(**same))
        connection.execute(update(final_scores).where(final_scores.c.id == two).values(passed=True))
    return office


def pack(store, now):
    return privacy_pack.make_pack(store, "veer", None, now)


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """The pack of an installation in which nobody practised yet."""
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('pack') / 'empty.db'}")
    upgrade(opened)
    make_office(opened, NOW)
    yield pack(opened, NOW)
    opened.close()


def test_there_is_each_document_in_each_language(texts):
    wanted = {f"{name}.{lang}.md" for name in privacy_pack.DOCUMENTS for lang in LANGUAGES}
    assert (set(texts), len(wanted)) == (wanted, 10)


def test_every_value_is_filled_in(texts):
    left = {name: re.findall(r"\{\{.*?\}\}", text) for name, text in texts.items()}
    assert {name: found for name, found in left.items() if found} == {}


@pytest.mark.parametrize("name", privacy_pack.DOCUMENTS)
def test_both_languages_have_the_same_parts_and_tables(texts, name):
    nl, en = (texts[f"{name}.{lang}.md"] for lang in ("nl", "en"))
    assert len(PARTS.findall(nl)) >= 5
    assert PARTS.findall(nl) == PARTS.findall(en)
    assert [line.count("|") for line in nl.splitlines() if line.startswith("|")] == [
        line.count("|") for line in en.splitlines() if line.startswith("|")
    ]
    assert nl.count("\n- ") == en.count("\n- ")


@pytest.mark.parametrize(("lang", "words"), [("nl", "Laat een jurist"), ("en", "To be checked by a lawyer")])
def test_each_says_that_a_lawyer_has_to_check_it(texts, lang, words):
    assert all(words in text for name, text in texts.items() if f".{lang}." in name)


def test_the_works_council_reads_which_articles_are_asked(texts):
    assert all(f"onder {letter}:" in texts["works-council-nl.nl.md"] for letter in "lkg")
    assert all(f"Cao nr. {number}" in texts["works-council-be.nl.md"] for number in (39, 9))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_criterion_is_named_with_its_principle(texts, lang):
    text = texts[f"impact-assessment.{lang}.md"]
    lines = [line for line in text.splitlines() if line.startswith("|")]
    criteria = default_rubric().criteria
    missing = [
        c.id
        for c in criteria
        if not any(criterion_name(c.id, lang) in line and f"| {c.principle}: " in line for line in lines)
    ]
    assert (missing, len(criteria) > 50) == ([], True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_table_about_people_is_named(texts, lang):
    text = texts[f"register.{lang}.md"]
    assert [
        n for n in REACHING if f"| {t(f'privacy-table-{n.replace(chr(95), chr(45))}', lang)} |" not in text
    ] == []


def test_numbers_are_those_of_the_database(store, measured, now):
    with store.read() as connection:
        found = pack_rows.counts(connection, "veer")
    assert found == pack_rows.Counts(
        people=7,
        teams=4,
        attempts=3,
        replies=3,
        reviewed=3,
        blind=0,
        adjusted=2,
        verdicts=1,
        disputes=3,
        accepted=0,
    )


def test_the_share_that_people_changed_stands_in_the_text(store, measured, now):
    text = pack(store, now)["works-council-nl.nl.md"]
    assert "daarvan scores die een mens heeft veranderd: 2 van 3 (67%)" in text
    assert "daarvan oordelen (voldoende of niet) die een mens heeft veranderd: 1 van 3 (33%)" in text


def test_what_was_not_measured_is_not_zero(texts):
    text = texts["impact-assessment.en.md"]
    assert "of these, scores that a person changed: not measured yet (n = 0)" in text


def test_another_employer_is_not_counted(store, measured, now):
    with store.read() as connection:
        found = pack_rows.counts(connection, "pont")
    assert (found.people, found.teams, found.replies, found.reviewed) == (3, 1, 0, 0)


def test_an_attempt_without_a_reply_is_no_reply(store, sanne, case, now):
    practice.start(store, sanne, case, practice.Mode.PRACTICE, now, clock_on=False)
    with store.read() as connection:
        found = pack_rows.counts(connection, sanne.employer_id)
    assert (found.attempts, found.replies) == (1, 0)


def test_the_settings_of_the_installation_stand_in_the_text(store, office, now):
    weights = {"speed": 0.1, "tone": 0.4, "personalisation": 0.2, "protocol": 0.3}
    settings = EmployerSettings(weights=weights, retention_days=90, dispute_days=21, names_compared=True)
    employer.change(store, office.admin, settings, now)
    text = pack(store, now)["employees.en.md"]
    assert "kept for 90 days (setting" in text
    assert "within\n21 days" in text
    assert "Speed 10%, Tone 40%" in text
    assert "comparing people by name is on" in text


def test_dates_that_nobody_verified_are_not_told_as_facts(texts):
    for name, text in texts.items():
        assert "2027" not in text, name
        if "register" not in name:
            assert re.search(r"\*\*(Niet geverifieerd|Not verified):\*\*", text), name


def test_a_name_with_signs_stays_a_name(store, office, now):
    with store.write() as connection:
        connection.execute(update(employers).where(employers.c.id == "veer").values(name="<b>|Veer*\n# X"))
    assert r"\<b\>\|Veer\* \# X" in pack(store, now)["register.nl.md"]


def test_the_command_writes_the_files_of_one_language(store, office, now, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", str(store.engine.url))
    out = tmp_path / "pack"
    assert cli.main(["privacy-pack", str(out), "--lang", "nl", "--employer", "veer"]) == 0
    assert sorted(f.name for f in out.iterdir()) == sorted(f"{n}.nl.md" for n in privacy_pack.DOCUMENTS)
    assert capsys.readouterr().out.count(".nl.md") == 5


def test_the_command_asks_which_of_two_employers(store, office, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SIMULATOR_DATABASE_URL", str(store.engine.url))
    assert cli.main(["privacy-pack", str(tmp_path / "pack")]) == 2
    assert "pont, veer" in capsys.readouterr().out
