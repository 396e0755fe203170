"""What administrators do with the people of their own employer, and what they cannot do."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from simulator import accounts, people_admin, sign_in
from simulator.accounts import NotAllowedError, Permission, Role
from simulator.people_admin import PeopleError

EMAIL = "nieuw@voorbeeld.example"
PASSWORD = "vier paarse fietsen op zolder"  # noqa: S105


def trail(store) -> list[tuple]:
    with store.read() as connection:
        query = "select event, actor_id, about_id, details from audit_events order by id"
        return [(e, a, b, json.loads(d)) for e, a, b, d in connection.exec_driver_sql(query)]


def test_only_the_own_employers_people_are_listed(store, office, now):
    names = {p.name for p in people_admin.people_list(store, office.admin, now)}
    assert "Other Trainee" in names
    assert not any(name.startswith("Foreign") for name in names)


def test_only_the_own_employers_teams_are_listed(store, office):
    assert {t.id: t.people for t in people_admin.teams(store, office.admin)} == {
        "veer-een": 5,
        "veer-twee": 2,
    }


def test_an_invitation_is_listed_until_it_is_used(store, office, now):
    token = people_admin.invite(store, office.admin, f" {EMAIL.upper()}", "veer-een", Role.TRAINER, now)
    (listed,) = people_admin.open_invitations(store, office.admin, now)
    assert (listed.email, listed.team, listed.role) == (EMAIL, "veer-een", Role.TRAINER)
    assert people_admin.open_invitations(store, office.foreign_admin, now) == []
    sign_in.accept_invitation(store, token, "Nieuw", PASSWORD, "nl", now, 14)
    assert people_admin.open_invitations(store, office.admin, now) == []


def test_a_second_invitation_ends_the_first(store, office, now):
    first = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.ADMIN, now)
    people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    with pytest.raises(sign_in.LinkOverError):
        sign_in.link(store, first, now)


def test_another_employers_invitation_to_the_same_address_stays(store, office, now):
    theirs = people_admin.invite(store, office.foreign_admin, EMAIL, "pont-een", Role.TRAINEE, now)
    people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    assert sign_in.link(store, theirs, now).email == EMAIL


def test_a_withdrawn_invitation_does_not_work(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    people_admin.withdraw(store, office.admin, accounts.hashed(token), now)
    with pytest.raises(sign_in.LinkOverError):
        sign_in.link(store, token, now)


def test_another_employers_invitation_cannot_be_withdrawn(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    people_admin.withdraw(store, office.foreign_admin, accounts.hashed(token), now)
    assert sign_in.link(store, token, now).email == EMAIL


@pytest.mark.parametrize("email", ["", "geen", "@voorbeeld.example", "a@", "a@b"])
def test_what_is_no_address_is_not_invited(store, office, now, email):
    with pytest.raises(PeopleError, match="email"):
        people_admin.invite(store, office.admin, email, "veer-een", Role.TRAINEE, now)


def test_a_colleague_is_not_invited_again(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    sign_in.accept_invitation(store, token, "Nieuw", PASSWORD, "nl", now, 14)
    with pytest.raises(PeopleError, match="known"):
        people_admin.invite(store, office.admin, EMAIL, "veer-twee", Role.TRAINEE, now)


def test_another_employers_person_is_not_told_apart(store, office, now):
    token = people_admin.invite(store, office.foreign_admin, EMAIL, "pont-een", Role.TRAINEE, now)
    sign_in.accept_invitation(store, token, "Nieuw", PASSWORD, "nl", now, 14)
    assert people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)


def test_nobody_is_invited_to_another_employers_team(store, office, now):
    with pytest.raises(NotAllowedError):
        people_admin.invite(store, office.admin, EMAIL, "pont-een", Role.TRAINEE, now)


def test_a_role_counts_at_once(store, office, now):
    people_admin.give_role(store, office.admin, office.trainee.id, "veer-twee", Role.LEAD, now)
    assert accounts.require(store, office.trainee, Permission.REVIEW, team="veer-twee")


def test_a_role_that_is_taken_counts_at_once(store, office, now):
    people_admin.take_role(store, office.admin, office.lead.id, "veer-een", now)
    with pytest.raises(NotAllowedError):
        accounts.require(store, office.lead, Permission.REVIEW)


def test_nobody_of_another_employer_is_changed(store, office, now):
    for deed in (
        lambda: people_admin.give_role(
            store, office.admin, office.foreign_lead.id, "veer-een", Role.TRAINEE, now
        ),
        lambda: people_admin.give_role(store, office.admin, office.trainee.id, "pont-een", Role.LEAD, now),
        lambda: people_admin.take_role(store, office.admin, office.foreign_lead.id, "pont-een", now),
        lambda: people_admin.deactivate(store, office.admin, office.foreign_lead.id, now),
        lambda: people_admin.recovery_link(store, office.admin, office.foreign_lead.id, now),
        lambda: people_admin.rename_team(store, office.admin, "pont-een", "Ons", now),
    ):
        with pytest.raises(NotAllowedError):
            deed()


def test_the_last_administrator_cannot_remove_himself(store, office, now):
    for deed in (
        lambda: people_admin.take_role(store, office.admin, office.admin.id, "veer-een", now),
        lambda: people_admin.give_role(store, office.admin, office.admin.id, "veer-een", Role.LEAD, now),
        lambda: people_admin.deactivate(store, office.admin, office.admin.id, now),
    ):
        with pytest.raises(PeopleError, match="last-admin"):
            deed()
    assert accounts.load(store, office.admin.id) == office.admin


def test_an_administrator_may_go_when_there_is_another(store, office, now):
    people_admin.give_role(store, office.admin, office.lead.id, "veer-een", Role.ADMIN, now)
    people_admin.take_role(store, office.admin, office.admin.id, "veer-een", now)
    with pytest.raises(NotAllowedError):
        people_admin.people_list(store, office.admin, now)


def test_a_closed_administrator_is_no_other_one(store, office, now):
    people_admin.give_role(store, office.admin, office.lead.id, "veer-een", Role.ADMIN, now)
    people_admin.deactivate(store, office.admin, office.lead.id, now)
    with pytest.raises(PeopleError, match="last-admin"):
        people_admin.deactivate(store, office.admin, office.admin.id, now)


def test_closing_an_account_ends_its_sign_ins(store, office, now):
    token = accounts.open_session(store, office.trainee.id, now, now + timedelta(days=1))
    people_admin.deactivate(store, office.admin, office.trainee.id, now)
    assert accounts.user_of(store, token, now) is None
    people_admin.activate(store, office.admin, office.trainee.id, now)
    assert accounts.user_of(store, token, now) is None
    assert accounts.load(store, office.trainee.id).active


def test_the_links_of_somebody_who_is_no_administrator_any_more_end(store, office, now):
    people_admin.give_role(store, office.admin, office.lead.id, "veer-een", Role.ADMIN, now)
    token = people_admin.invite(store, office.lead, EMAIL, "veer-een", Role.ADMIN, now)
    people_admin.give_role(store, office.admin, office.lead.id, "veer-een", Role.LEAD, now)
    with pytest.raises(sign_in.LinkOverError):
        sign_in.link(store, token, now)


def test_closing_an_account_ends_its_recovery_link(store, office, now):
    made = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    user, _ = sign_in.accept_invitation(store, made, "Nieuw", PASSWORD, "nl", now, 14)
    token = people_admin.recovery_link(store, office.admin, user.id, now)
    people_admin.deactivate(store, office.admin, user.id, now)
    with pytest.raises(sign_in.LinkOverError):
        sign_in.recover(store, token, PASSWORD, now, 14)


def test_somebody_without_an_address_gets_no_recovery_link(store, office, now):
    with pytest.raises(PeopleError, match="no-recovery"):
        people_admin.recovery_link(store, office.admin, office.trainee.id, now)


@pytest.mark.parametrize(
    ("name", "why"), [("", "team-name"), (" VEER-EEN ", "team-taken"), ("x" * 81, "team-name")]
)
def test_a_team_needs_a_name_of_its_own(store, office, now, name, why):
    with pytest.raises(PeopleError, match=why):
        people_admin.make_team(store, office.admin, name, now)


def test_a_team_is_made_and_renamed(store, office, now):
    team = people_admin.make_team(store, office.admin, " Avond  ploeg ", now)
    people_admin.rename_team(store, office.admin, team, "Nacht", now)
    assert {t.id: t.name for t in people_admin.teams(store, office.admin)}[team] == "Nacht"


def test_what_was_done_is_in_the_trail_without_names(store, office, now):
    who, about = office.admin, office.trainee.id
    people_admin.invite(store, who, EMAIL, "veer-een", Role.LEAD, now)
    people_admin.give_role(store, who, about, "veer-twee", Role.LEAD, now)
    people_admin.take_role(store, who, about, "veer-twee", now)
    people_admin.deactivate(store, who, about, now)
    people_admin.activate(store, who, about, now)
    found = trail(store)
    assert [e[:3] for e in found] == [
        ("invited", who.id, None),
        ("role_given", who.id, about),
        ("role_taken", who.id, about),
        ("deactivated", who.id, about),
        ("activated", who.id, about),
    ]
    assert EMAIL not in json.dumps(found)


def test_doing_something_twice_leaves_one_trace(store, office, now):
    for _ in range(2):
        people_admin.give_role(store, office.admin, office.trainee.id, "veer-twee", Role.LEAD, now)
        people_admin.deactivate(store, office.admin, office.colleague.id, now)
    assert [e[0] for e in trail(store)] == ["role_given", "deactivated"]
