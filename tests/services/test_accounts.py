"""Sign-in on a workshop machine, and what each role may do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator import accounts
from simulator.accounts import Permission, Role
from simulator.store import people


def test_the_browser_is_known_again_by_its_secret(store, now):
    user, token = accounts.sign_in(store, " Sanne  de Vries ", Role.TRAINEE, "nl", now, 14)
    assert accounts.user_of(store, token, now) == user
    assert user.name == "Sanne de Vries"


def test_the_secret_itself_is_not_stored(store, now, tmp_path):
    _, token = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)
    store.close()
    assert not any(token.encode() in f.read_bytes() for f in tmp_path.iterdir())


def test_a_sign_in_ends(store, now):
    _, token = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)
    assert accounts.user_of(store, token, now + timedelta(days=15)) is None


def test_signing_out_forgets_the_browser(store, now):
    _, token = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)
    accounts.sign_out(store, token, now)
    assert accounts.user_of(store, token, now) is None


def test_the_same_name_is_the_same_person_whatever_the_capitals(store, now):
    first, _ = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)
    second, _ = accounts.sign_in(store, "SANNE", Role.TRAINER, "nl", now, 14)
    assert (second.id, second.role) == (first.id, Role.TRAINER)


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_an_empty_or_endless_name_is_refused(store, now, name):
    with pytest.raises(accounts.BadNameError):
        accounts.sign_in(store, name, Role.TRAINEE, "nl", now, 14)


def test_settings_are_kept(store, sanne, now):
    accounts.change_settings(store, sanne, lang="en", time_factor=1.25)
    again, _ = accounts.sign_in(store, "Sanne", Role.TRAINEE, "nl", now, 14)
    assert (again.lang, again.time_factor) == ("en", 1.25)


def test_a_time_factor_outside_the_list_is_refused(store, sanne):
    with pytest.raises(ValueError, match="time factor"):
        accounts.change_settings(store, sanne, lang="nl", time_factor=9)


@pytest.mark.parametrize(("role", "sees"), [(Role.TRAINEE, False), (Role.TRAINER, True), (Role.LEAD, True)])
def test_only_trainers_and_leads_see_the_collection(store, now, role, sees):
    who, _ = accounts.sign_in(store, "Els", role, "nl", now, 14)
    assert accounts.allowed(who, Permission.SEE_COLLECTION) is sees


def test_somebody_inactive_may_do_nothing_although_his_page_says_otherwise(store, sanne):
    with store.write() as connection:
        people.change(connection, sanne.id, active=False)
    with pytest.raises(accounts.NotAllowedError):
        accounts.require(store, sanne, Permission.PRACTISE)
