"""The audit trail as administrators read it: their own employer's, by event and period, and as a file."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest

from simulator import audit, audit_trail, downloads, erasure
from simulator.accounts import NotAllowedError
from simulator.audit import Event
from simulator.audit_trail import Wanted
from simulator.store import people

DAY = date(2026, 11, 20)
TODAY = Wanted(DAY, DAY)


def note(store, now, actor, event=Event.ROLE_GIVEN, **more):
    with store.write() as connection:
        audit.note(connection, event, now, actor=actor, **more)


def events(store, user, wanted=TODAY, page=0):
    return [row.event for row in audit_trail.part(store, user, wanted, page).rows]


def lines_of(file):
    return list(csv.reader(io.StringIO(file.data.decode("utf-8-sig")), delimiter=";"))


def test_names_stand_beside_each_event(store, office, now):
    note(store, now, office.admin, about=office.trainee.id, details={"role": "lead"})
    row = audit_trail.part(store, office.admin, TODAY, 0).rows[0]
    assert (row.actor, row.about, row.details) == ("Admin", "Trainee", '{"role": "lead"}')


def test_the_newest_comes_first_page_by_page(store, office, now, monkeypatch):
    monkeypatch.setattr(audit_trail, "PAGE", 2)
    for event in (Event.SIGN_IN, Event.PUBLISHED, Event.SIGN_OUT):
        note(store, now, office.admin, event)
    assert [events(store, office.admin, page=p) for p in (0, 1)] == [["sign_out", "published"], ["sign_in"]]
    assert audit_trail.part(store, office.admin, TODAY, 0).number == 3


def test_one_kind_of_event(store, office, now):
    for event in (Event.SIGN_IN, Event.PUBLISHED):
        note(store, now, office.admin, event)
    assert events(store, office.admin, Wanted(DAY, DAY, "published")) == ["published"]


@pytest.mark.parametrize(("days", "number"), [(-1, 0), (0, 1), (1, 0)])
def test_the_last_day_counts_in_full(store, office, now, days, number):
    late = (now + timedelta(days=days)).astimezone().replace(hour=23, minute=59)
    note(store, late, office.admin)
    assert len(events(store, office.admin)) == number


def test_another_employer_s_events_are_not_shown(store, office, now):
    note(store, now, office.foreign_admin)
    assert events(store, office.admin) == []


@pytest.mark.parametrize("who", ["trainee", "trainer", "lead"])
def test_only_administrators_read_it(store, office, now, who):
    with pytest.raises(NotAllowedError):
        audit_trail.part(store, getattr(office, who), TODAY, 0)
    with pytest.raises(NotAllowedError):
        downloads.MAKERS["audit"](
            store, getattr(office, who), {"first": "2026-11-20", "last": "2026-11-20"}, now
        )


def test_somebody_erased_has_no_name_there(store, office, now):
    note(store, now, office.lead, about=office.trainee.id)
    erasure.erase(store, office.admin, office.trainee.id, now)
    row = audit_trail.part(store, office.admin, Wanted(DAY, DAY, "role_given"), 0).rows[0]
    assert (row.actor, audit_trail.person_text(row.about, "nl")) == ("Lead", "Gewist persoon")


def test_a_name_is_no_formula_in_the_file(store, office, now):
    with store.write() as connection:
        people.change(connection, office.trainee.id, name="=HYPERLINK(1)")
    note(store, now, office.admin, about=office.trainee.id)
    wanted = {"first": "2026-11-20", "last": "2026-11-20"}
    lines = lines_of(downloads.MAKERS["audit"](store, office.admin, wanted, now))
    assert [line[1:4] for line in lines] == [
        ["event", "actor", "about"],
        ["role_given", "Admin", "'=HYPERLINK(1)"],
    ]


def test_the_file_is_itself_in_the_trail(store, office, now):
    downloads.MAKERS["audit"](store, office.admin, {"first": "2026-11-20", "last": "2026-11-20"}, now)
    assert events(store, office.admin) == ["exported"]


@pytest.mark.parametrize("wanted", [{}, {"first": "x", "last": "2026-11-20"}, {"first": "2026-11-20"}])
def test_a_file_of_no_period_is_refused(store, office, now, wanted):
    with pytest.raises(NotAllowedError):
        downloads.MAKERS["audit"](store, office.admin, wanted, now)


@pytest.mark.parametrize("event", list(Event))
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_event_has_its_words(event, lang):
    assert audit_trail.event_text(event.value, lang) not in ("Anders", "Other")
