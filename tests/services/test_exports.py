"""Exports: who gets which rows, with or without names, and that no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from sqlalchemy import insert, select

from scoring import Action
from simulator import employer, exports, practice
from simulator.accounts import NotAllowedError
from simulator.export_forms import Form, Table, neutral, original, tidy, write
from simulator.exports import Wanted, What
from simulator.practice import Mode
from simulator.store import people, tables
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade
from tests.conftest import NOW
from tests.hostile import FORMULAS, TEXTS
from tests.office import make_office

DAY = NOW.date()
STARTS = "=+-@＝＋－＠"
SKIPPED = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")
TEXT = "=1+1 Dag Sanne, wat vervelend. Ik zoek het uit; +je hoort vandaag van mij.\n@Netwijs ^SV"


def begins_a_formula(cell):
    """What a spreadsheet would carry out, also one that skips what cannot be seen."""
    rest = cell[SKIPPED.match(cell).end() :]
    return rest[:1] != "" and rest[:1] in STARTS


# Cells

signs = st.sampled_from(list("=+-@＝＋－＠\t\r\n ,;\"'|%\u200b\u202e\ufeff\x00a1\ud800"))
hostile = st.text(st.one_of(signs, st.characters()), max_size=30)


@given(hostile)
@example('=HYPERLINK("https://evil.example","klik")')
@example("  =1+1")
@example("\t=1+1")
@example("＝1+1")
@example("'=1+1")
@example("\u202e=1+1")
def test_no_text_begins_a_formula(text):
    cell = neutral(text)
    assert not begins_a_formula(cell)
    assert cell[:1] not in ("\t", "\r")


@given(hostile, st.sampled_from(["", ",", ";"]))
@settings(max_examples=400)
@example("'\n=1", ",")
@example(';""=1', ",")
def test_the_apostrophe_can_be_taken_away_again(text, delimiter):
    assert original(neutral(text, delimiter), delimiter) == tidy(text)


@pytest.mark.parametrize("text", ["Hallo", "", "Prijs: -10", "a=b", "'t is zo", "sanne@example.org", "12"])
def test_an_innocent_text_stays_as_it_is(text):
    assert neutral(text) == text


@given(st.text(st.sampled_from("\n \t;'\"="), max_size=5))
@settings(max_examples=25, deadline=None)
def test_long_runs_take_no_time(unit):
    started = datetime.now(UTC)
    neutral(unit * 20_000, ",")
    assert datetime.now(UTC) - started < timedelta(seconds=2)


def written(form, rows, columns=("a", "b")):
    with tempfile.TemporaryFile() as out:
        write(form, Table("test", dict.fromkeys(columns, "uitleg"), iter(rows), {"made_at": NOW}), out)
        out.seek(0)
        return out.read()


@given(st.lists(st.tuples(hostile, hostile), max_size=4), st.sampled_from([Form.CSV, Form.SEMICOLON]))
@settings(max_examples=300, deadline=None)
@example([("x", 'a;"=1+1"')], Form.CSV)
@example([("x", "a,=1+1\n=2")], Form.SEMICOLON)
def test_a_csv_file_has_no_formula_whatever_sign_it_is_opened_with(rows, form):
    text = written(form, rows).decode("utf-8-sig")
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            assert [cell for cell in row if begins_a_formula(cell)] == []


@given(st.lists(st.tuples(hostile, hostile), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_an_excel_file_has_texts_only_no_formula_and_no_link(rows):
    book = openpyxl.load_workbook(io.BytesIO(written(Form.EXCEL, rows)))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "d"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert [cell for cell in cells if cell.data_type == "s" and begins_a_formula(cell.value)] == []


@pytest.mark.parametrize("text", [t for t in TEXTS.values() if len(t) < 32_000])
def test_texts_come_back_from_excel_as_they_were(text):
    book = openpyxl.load_workbook(io.BytesIO(written(Form.EXCEL, [(text, "x")])))
    assert original(unescape(book.worksheets[0]["A2"].value)) == tidy(text)


@pytest.mark.parametrize("text", TEXTS.values())
def test_texts_come_back_from_csv_and_json_as_they_were(text):
    cells = list(csv.reader(io.StringIO(written(Form.CSV, [(text, "x")]).decode("utf-8-sig"), newline="")))
    assert original(cells[1][0], ",") == tidy(text)
    assert json.loads(written(Form.JSON, [(text, "x")]))["rows"] == [{"a": tidy(text), "b": "x"}]


def test_csv_begins_with_the_mark_that_tells_excel_its_encoding():
    assert written(Form.CSV, [("é", "x")]).startswith(b"\xef\xbb\xbf")


def test_values_keep_their_kind():
    row = (1.5, True, NOW, None, -2)
    columns = ("number", "yes", "moment", "nothing", "negative")
    comma = written(Form.CSV, [row], columns).decode("utf-8-sig").splitlines()[1]
    dutch = written(Form.SEMICOLON, [row], columns).decode("utf-8-sig").splitlines()[1]
    sheet = openpyxl.load_workbook(io.BytesIO(written(Form.EXCEL, [row], columns))).worksheets[0]
    assert comma == '"1.5","true","2026-11-20 13:00:00","","-2"'
    assert dutch == '"1,5";"true";"2026-11-20 13:00:00";"";"-2"'
    assert [cell.value for cell in sheet[2]] == [1.5, True, NOW.replace(tzinfo=None), None, -2]


def test_excel_goes_on_in_another_sheet_when_one_is_full(monkeypatch):
    monkeypatch.setattr("simulator.export_forms._SHEET_MOST", 3)
    book = openpyxl.load_workbook(io.BytesIO(written(Form.EXCEL, [(str(n), "x") for n in range(7)])))
    assert book.sheetnames == ["test", "test 2", "test 3", "about"]
    assert [row[0].value for sheet in book.worksheets[:3] for row in sheet.iter_rows(min_row=2)] == list(
        "0123456"
    )


# Rows and rights


def replied(store, case, who, at=NOW, text=TEXT):
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=True, seed=0)
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, at + timedelta(minutes=1))
    return attempt


def turn_of(store, attempt):
    with store.read() as connection:
        return connection.scalar(select(tables.turns.c.id).where(tables.turns.c.attempt_id == attempt))


def adjusted(store, attempt, reviewer, total=91.0):
    """A lead's adjustment, as review stores it."""
    turn = turn_of(store, attempt)
    with store.write() as connection:
        card = connection.scalar(select(tables.scorecards.c.id).where(tables.scorecards.c.turn_id == turn))
        review = {"id": f"r-{turn}"[:36], "turn_id": turn, "scorecard_id": card, "reviewer_id": reviewer.id}
        more = {"at": NOW, "outcome": "adjusted", "blind": False, "comment": "=cmd()", "compliment": True}
        connection.execute(insert(tables.reviews).values(**review, **more))
        change = {"name": "tone", "automatic": 50.0, "adjusted": 95.0, "reason": "other", "words": "+warm"}
        connection.execute(insert(tables.adjustments).values(review_id=review["id"], **change))
        mark = {"start": 3, "end": 12, "comment": "@zo warm"}
        connection.execute(insert(tables.review_marks).values(review_id=review["id"], **mark))
        scores = {"total": total, "speed": 80.0, "tone": 95.0, "personalisation": 90.0, "protocol": 90.0}
        final = {"turn_id": turn, "review_id": review["id"], "passed": True, "at": NOW}
        connection.execute(insert(tables.final_scores).values(**final, **scores))


def disputed(store, attempt, who, decider=None):
    """A trainee's dispute, decided by a lead when one is given, as the service stores it."""
    turn = turn_of(store, attempt)
    decision = {
        "outcome": "accepted",
        "comment": "-klopt",
        "decided_by": decider and decider.id,
        "decided_at": NOW,
    }
    open_one = {"outcome": None, "comment": "", "decided_by": None, "decided_at": None}
    with store.write() as connection:
        card = connection.scalar(select(tables.scorecards.c.id).where(tables.scorecards.c.turn_id == turn))
        about = {"turn_id": turn, "scorecard_id": card, "user_id": who.id, "team_id": "veer-een"}
        remark = {"criterion": "tone.greets", "code": "missing", "start": 3, "end": 12}
        said = {"reason": "misread", "words": "=oneens", "created_at": NOW}
        connection.execute(
            insert(tables.disputes).values(
                id=f"d-{turn}"[:36], **about, **remark, **said, **(decision if decider else open_one)
            )
        )


def wanted(what=What.SCORES, form=Form.JSON, since=DAY, until=DAY, **more):
    return Wanted(what=what, form=form, since=since, until=until, **more)


def rows_of(store, who, **more):
    file = exports.make(store, who, wanted(**more), NOW)
    with file.data as out:
        out.seek(0)
        return json.loads(out.read())["rows"]


@pytest.fixture(scope="module")
def template(tmp_path_factory, case):
    """A database with the office, and an attempt with one reply of somebody at each place."""
    file = tmp_path_factory.mktemp("exports") / "template.db"
    opened = open_store(f"sqlite:///{file}")
    upgrade(opened)
    office = make_office(opened, NOW)
    places = ("trainee", "colleague", "other_trainee", "foreign_trainee")
    made = {name: replied(opened, case, getattr(office, name)) for name in places}
    opened.close()
    return file, office, made


@pytest.fixture
def store(template, tmp_path):
    file, _, _ = template
    opened = open_store(f"sqlite:///{shutil.copy(file, tmp_path / 'exports.db')}")
    yield opened
    opened.close()


@pytest.fixture
def office(template):
    return template[1]


@pytest.fixture
def practised(template):
    return template[2]


def attempts_of(rows):
    return [row["attempt"] for row in rows]


def test_a_lead_exports_his_own_team(store, office, practised):
    rows = rows_of(store, office.lead, team="veer-een")
    assert set(attempts_of(rows)) == {practised["trainee"], practised["colleague"]}


def test_an_administrator_exports_everybody_of_his_employer(store, office, practised):
    rows = rows_of(store, office.admin)
    assert set(attempts_of(rows)) == {practised[n] for n in ("trainee", "colleague", "other_trainee")}


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("lead", {}),
        ("lead", {"team": "veer-twee"}),
        ("lead", {"team": "pont-een"}),
        ("lead", {"team": "veer-een", "person": "u-other_trainee"}),
        ("lead", {"team": "veer-een", "names": True}),
        ("admin", {"team": "pont-een"}),
        ("admin", {"names": True}),
        ("admin", {"team": "veer-een", "words": True}),
        ("admin", {"team": "veer-een", "person": "u-trainee"}),
        ("trainee", {"team": "veer-een"}),
        ("trainer", {"team": "veer-een"}),
    ],
)
def test_nobody_exports_what_he_may_not(store, office, practised, who, more):
    with pytest.raises(NotAllowedError):
        exports.make(store, getattr(office, who), wanted(**more), NOW)


@pytest.mark.parametrize("what", What)
def test_people_stand_in_it_under_their_code_only(store, office, practised, what):
    adjusted(store, practised["trainee"], office.lead)
    disputed(store, practised["trainee"], office.trainee, office.lead)
    file = exports.make(store, office.lead, wanted(what, team="veer-een"), NOW)
    with file.data as out:
        out.seek(0)
        text = out.read().decode()
    assert office.trainee.pseudonym in text
    for secret in (
        "Trainee",
        "Lead",
        "u-trainee",
        "wat vervelend",
        "cmd()",
        "+warm",
        "zo warm",
        "oneens",
        "klopt",
    ):
        assert secret not in text


@pytest.mark.parametrize("what", What)
def test_every_table_can_be_written_in_every_form(store, office, practised, what):
    adjusted(store, practised["trainee"], office.lead)
    disputed(store, practised["trainee"], office.trainee, office.lead)
    for form in Form:
        file = exports.make(store, office.lead, wanted(what, form, team="veer-een", words=True), NOW)
        assert file.name == f"webcare-{what}-{DAY}-{DAY}.{form.ending}"
        with file.data as out:
            out.seek(0)
            assert len(out.read()) > 200


def test_automatic_adjusted_and_final_scores_stand_apart(store, office, practised):
    adjusted(store, practised["trainee"], office.lead)
    rows = {row["attempt"]: row for row in rows_of(store, office.lead, team="veer-een")}
    mended, plain = rows[practised["trainee"]], rows[practised["colleague"]]
    assert (mended["automatic_total"], mended["adjusted_total"], mended["final_total"]) == (
        plain["automatic_total"],
        91.0,
        91.0,
    )
    assert mended["final_passed"] is True
    assert plain["adjusted_total"] is None
    assert plain["adjusted_passed"] is None
    assert plain["final_total"] == plain["automatic_total"]


def test_the_newest_scorecard_is_the_automatic_score(store, office, practised):
    turn = turn_of(store, practised["trainee"])
    with store.write() as connection:
        old = connection.execute(select(tables.scorecards).where(tables.scorecards.c.turn_id == turn)).one()
        values = {**old._mapping, "total": 12.0}
        del values["id"]
        connection.execute(insert(tables.scorecards).values(**values))
    rows = {row["attempt"]: row for row in rows_of(store, office.lead, team="veer-een")}
    assert rows[practised["trainee"]]["final_total"] == 12.0


def test_reviews_stand_with_their_adjustments(store, office, practised):
    adjusted(store, practised["trainee"], office.lead)
    (row,) = rows_of(store, office.lead, what=What.REVIEWS, team="veer-een", words=True)
    assert (row["adjusted_name"], row["automatic_value"], row["adjusted_value"]) == ("tone", 50.0, 95.0)
    assert (row["comment"], row["adjustment_words"], row["reviewer"]) == (
        "=cmd()",
        "+warm",
        office.lead.pseudonym,
    )


def test_comments_on_words_stand_with_the_words(store, office, practised):
    adjusted(store, practised["trainee"], office.lead)
    (row,) = rows_of(store, office.lead, what=What.MARKS, team="veer-een", words=True)
    assert (row["start"], row["end"], row["quotation"]) == (3, 12, TEXT[3:12])
    assert (row["comment"], row["reviewer"], row["person"]) == (
        "@zo warm",
        office.lead.pseudonym,
        office.trainee.pseudonym,
    )


def test_disputes_stand_with_the_decision_once_there_is_one(store, office, practised):
    disputed(store, practised["trainee"], office.trainee, office.lead)
    disputed(store, practised["colleague"], office.colleague)
    rows = rows_of(store, office.lead, what=What.DISPUTES, team="veer-een", words=True)
    decided, waiting = sorted(rows, key=lambda row: row["outcome"] is None)
    assert (decided["quotation"], decided["dispute_words"], decided["comment"]) == (
        TEXT[3:12],
        "=oneens",
        "-klopt",
    )
    assert (decided["criterion"], decided["outcome"], decided["decided_by"]) == (
        "tone.greets",
        "accepted",
        office.lead.pseudonym,
    )
    assert (waiting["outcome"], waiting["decided_by"], waiting["decided_at"]) == (None, None, None)


def test_findings_quote_only_when_asked(store, office, practised):
    without = rows_of(store, office.lead, what=What.FINDINGS, team="veer-een")
    quoted = rows_of(store, office.lead, what=What.FINDINGS, team="veer-een", words=True)
    assert len(without) == len(quoted) > 4
    assert "quotation" not in without[0]
    for row in quoted:
        if row["start"] is not None:
            assert row["quotation"] == TEXT[row["start"] : row["end"]]


def test_names_need_the_employers_consent_to_comparing(store, office, practised):
    employer.change(store, office.admin, employer.EmployerSettings(names_compared=True), NOW)
    rows = rows_of(store, office.lead, team="veer-een", names=True)
    assert {row["name"] for row in rows} == {"Trainee", "Colleague"}


def test_one_persons_work_goes_with_his_name(store, office, practised):
    (row,) = rows_of(store, office.lead, team="veer-een", person=office.trainee.id)
    assert (row["name"], row["attempt"]) == ("Trainee", practised["trainee"])


def test_who_left_the_team_has_no_name_and_no_words_in_it(store, office, practised):
    with store.write() as connection:
        people.give_role(connection, office.colleague.id, "veer-twee", "trainee", NOW)
        mine = tables.memberships.c.user_id == office.colleague.id
        connection.execute(
            tables.memberships.delete().where(mine & (tables.memberships.c.team_id == "veer-een"))
        )
    employer.change(store, office.admin, employer.EmployerSettings(names_compared=True), NOW)
    rows = {r["attempt"]: r for r in rows_of(store, office.lead, team="veer-een", names=True, words=True)}
    assert rows[practised["trainee"]]["text"] == TEXT
    left = rows[practised["colleague"]]
    assert (left["name"], left["text"], left["person"]) == (None, None, office.colleague.pseudonym)


def looks(store):
    with store.read() as connection:
        found = connection.execute(select(tables.access_log).where(tables.access_log.c.what == "export"))
        return sorted((row.actor_id, row.about_id) for row in found)


def test_each_person_who_can_be_known_sees_that_he_was_exported(store, office, practised):
    rows_of(store, office.lead, team="veer-een", words=True)
    assert looks(store) == [(office.lead.id, office.colleague.id), (office.lead.id, office.trainee.id)]


def test_an_export_by_code_is_no_look_at_anybody(store, office, practised):
    rows_of(store, office.lead, team="veer-een")
    assert looks(store) == []


def test_an_export_stands_in_the_audit_trail_without_words(store, office, practised):
    rows_of(store, office.lead, team="veer-een", person=office.trainee.id)
    with store.read() as connection:
        event = connection.execute(
            select(tables.audit_events).where(tables.audit_events.c.event == "exported")
        ).one()
    assert (event.actor_id, event.about_id) == (office.lead.id, office.trainee.id)
    details = json.loads(event.details)
    assert (details["what"], details["form"], details["team"], details["rows"]) == (
        "scores",
        "json",
        "veer-een",
        1,
    )


def test_the_period_has_its_first_and_its_last_day(store, office, case):
    at = [datetime(2026, 10, d, h, tzinfo=UTC) for d, h in ((9, 23), (10, 0), (11, 23), (12, 0))]
    made = [replied(store, case, office.trainee, moment) for moment in at]
    rows = rows_of(
        store,
        office.lead,
        what=What.ATTEMPTS,
        team="veer-een",
        since=date(2026, 10, 10),
        until=date(2026, 10, 11),
    )
    assert [row["attempt"] for row in rows] == made[1:3]


def test_a_turn_taken_over_by_a_new_try_counts_once(store, office, practised):
    old = practised["trainee"]
    practice.go_on(store, office.trainee, old, NOW + timedelta(minutes=2))
    practice.submit(store, office.trainee, old, 2, TEXT, Action.REPLY_PUBLIC, NOW + timedelta(minutes=3))
    practice.retry(store, office.trainee, old, 2, NOW + timedelta(minutes=4))
    rows = rows_of(store, office.lead, team="veer-een")
    assert sorted(attempts_of(rows)) == sorted([old, old, practised["colleague"]])


def test_a_hostile_reply_is_a_text_in_excel(store, office, case):
    for text in FORMULAS:
        replied(store, case, office.trainee, NOW - timedelta(days=30), text)
    long_ago = DAY - timedelta(days=30)
    chosen = wanted(form=Form.EXCEL, team="veer-een", words=True, since=long_ago, until=long_ago)
    with exports.make(store, office.lead, chosen, NOW).data as out:
        sheet = openpyxl.load_workbook(out).worksheets[0]
    column = [c.value for c in sheet[1]].index("text") + 1
    cells = [row[0] for row in sheet.iter_rows(min_row=2, min_col=column, max_col=column)]
    assert sorted(original(unescape(c.value)) for c in cells) == sorted(FORMULAS)
    assert {(c.data_type, c.hyperlink) for c in cells} == {("s", None)}
    assert [c.value for c in cells if begins_a_formula(c.value)] == []


def test_choices_follow_the_rights(store, office):
    lead, admin = exports.choices(store, office.lead), exports.choices(store, office.admin)
    assert (set(lead.teams), lead.whole, lead.led) == ({"veer-een"}, False, {"veer-een"})
    assert (set(admin.teams), admin.whole, admin.led) == ({"veer-een", "veer-twee"}, True, set())
    with pytest.raises(NotAllowedError):
        exports.choices(store, office.trainee)


def test_a_lead_chooses_from_the_people_of_his_team(store, office):
    assert "Trainee" in exports.people_of(store, office.lead, "veer-een").values()
    with pytest.raises(NotAllowedError):
        exports.people_of(store, office.lead, "veer-twee")
