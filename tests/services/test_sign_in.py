"""Coming in and going out: passwords, lock-outs, links, and the provider's claims."""

from __future__ import annotations

import json
import unicodedata
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from simulator import accounts, passwords, people_admin, provider, sign_in
from simulator.accounts import Role
from simulator.passwords import LEAST, WeakPasswordError, check_new, fits, hashed_password, is_old
from simulator.provider import Outcome, RolesError, read_roles, token_of
from simulator.settings import SettingsError, SignIn, from_environment
from simulator.sign_in import LinkOverError, RefusedError
from simulator.start_checks import is_loopback
from simulator.store import people
from simulator.store.people_admin_rows import has_subject
from simulator.store.tables import audit_events, users

PASSWORD = "vier paarse fietsen op zolder"  # noqa: S105
OTHER = "drie groene boten in de haven"
EMAIL = "sanne@voorbeeld.example"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch):
    """Hashing is slow on purpose; these tests do it hundreds of times."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords._nobodys.cache_clear()


@pytest.fixture
def member(store, office, now):
    """Somebody who made her account by an invitation, as a trainee."""
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    return sign_in.accept_invitation(store, token, "Sanne", PASSWORD, "nl", now, 14)[0]


def events(store, event: str) -> list[dict]:
    query = select(audit_events.c.details, audit_events.c.about_id).where(audit_events.c.event == event)
    with store.read() as connection:
        found = connection.execute(query.order_by(audit_events.c.id)).all()
    return [{**json.loads(details), "about": about} for details, about in found]


def guess(store, times: int, moment, email: str = EMAIL) -> None:
    for _ in range(times):
        with pytest.raises(RefusedError):
            sign_in.by_password(store, email, "niet het goede wachtwoord", moment, 14)


def test_the_right_password_opens_a_sign_in(store, member, now):
    user, token = sign_in.by_password(store, f" {EMAIL.upper()} ", PASSWORD, now, 14)
    assert accounts.user_of(store, token, now) == user
    assert user.id == member.id


def test_a_sign_in_leaves_a_trace(store, member, now):
    sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    assert events(store, "sign_in")[-1] == {"by": "password", "about": member.id}


@pytest.mark.parametrize("email", [EMAIL, "niemand@voorbeeld.example", ""])
def test_a_wrong_password_and_an_unknown_address_are_refused_alike(store, member, now, email):
    with pytest.raises(RefusedError) as refused:
        sign_in.by_password(store, email, "niet het goede wachtwoord", now, 14)
    assert str(refused.value) == ""
    assert len(events(store, "sign_in_failed")) == 1


def test_an_unknown_address_costs_a_check_of_a_password_too(store, now, monkeypatch):
    asked = []
    monkeypatch.setattr(sign_in, "fits", lambda password, kept: asked.append(kept) or fits(password, kept))
    guess(store, 1, now, "niemand@voorbeeld.example")
    assert asked == [None]


def test_five_wrong_passwords_lock_the_account_for_a_minute(store, member, now):
    guess(store, 5, now)
    with pytest.raises(RefusedError):
        sign_in.by_password(store, EMAIL, PASSWORD, now + timedelta(seconds=59), 14)
    assert sign_in.by_password(store, EMAIL, PASSWORD, now + timedelta(seconds=61), 14)


def test_each_wrong_password_after_a_lock_doubles_it_up_to_an_hour(store, member, now):
    guess(store, 5, now)
    moment = now
    for _ in range(8):
        moment += timedelta(hours=1, seconds=1)
        guess(store, 1, moment)
    minutes = [event["minutes"] for event in events(store, "locked_out")]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_tries_while_locked_do_not_lengthen_the_lock(store, member, now):
    guess(store, 8, now)
    assert sign_in.by_password(store, EMAIL, PASSWORD, now + timedelta(seconds=61), 14)


def test_the_right_password_forgets_the_wrong_ones(store, member, now):
    guess(store, 4, now)
    sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    guess(store, 4, now)
    assert sign_in.by_password(store, EMAIL, PASSWORD, now, 14)


def test_a_password_kept_in_a_weaker_way_is_kept_anew(store, member, now):
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with store.write() as connection:
        people.change(connection, member.id, password_hash=weak)
    sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    with store.read() as connection:
        kept = connection.scalar(select(users.c.password_hash).where(users.c.email == EMAIL))
    assert is_old(weak)
    assert not is_old(kept)
    assert sign_in.by_password(store, EMAIL, PASSWORD, now, 14)


def test_a_closed_account_does_not_open_with_the_right_password(store, office, member, now):
    people_admin.deactivate(store, office.admin, member.id, now)
    with pytest.raises(RefusedError):
        sign_in.by_password(store, EMAIL, PASSWORD, now, 14)


def test_a_wrong_password_never_stands_in_the_database(store, member, now, tmp_path):
    guess(store, 1, now)
    store.close()
    files = [file.read_bytes() for file in tmp_path.iterdir()]
    assert not any(b"goede wachtwoord" in data or PASSWORD.encode() in data for data in files)


def test_signing_out_ends_every_window_of_the_browser(store, member, now):
    _, token = sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    _, earlier = sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    sign_in.sign_out(store, (token, earlier), now)
    assert accounts.user_of(store, token, now) is None
    assert accounts.user_of(store, earlier, now) is None
    assert [event["about"] for event in events(store, "sign_out")] == [member.id, member.id]


def test_a_workshop_sign_in_leaves_a_trace(store, now):
    user, _ = sign_in.by_name(store, "Sanne", Role.ADMIN, "nl", now, 14)
    assert events(store, "sign_in") == [{"by": "name", "role": "admin", "about": user.id}]


def test_a_changed_password_ends_all_other_sign_ins(store, member, now):
    _, here = sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    _, there = sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    sign_in.change_password(store, member, PASSWORD, OTHER, now, keep=here)
    assert accounts.user_of(store, here, now) is not None
    assert accounts.user_of(store, there, now) is None
    assert sign_in.by_password(store, EMAIL, OTHER, now, 14)
    assert events(store, "password_changed") == [{"by": "himself", "about": member.id}]


def test_changing_a_password_asks_the_old_one(store, member, now):
    with pytest.raises(RefusedError):
        sign_in.change_password(store, member, OTHER, OTHER, now, keep="")
    assert sign_in.by_password(store, EMAIL, PASSWORD, now, 14)


def test_guessing_the_old_password_locks_too(store, member, now):
    for _ in range(5):
        with pytest.raises(RefusedError):
            sign_in.change_password(store, member, OTHER, OTHER, now, keep="")
    with pytest.raises(RefusedError):
        sign_in.change_password(store, member, PASSWORD, OTHER, now, keep="")


def test_an_invitation_works_once(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.LEAD, now)
    user, _ = sign_in.accept_invitation(store, token, "Sanne", PASSWORD, "nl", now, 14)
    assert (user.role, user.employer_id, user.email) == (Role.LEAD, "veer", EMAIL)
    with pytest.raises(LinkOverError):
        sign_in.accept_invitation(store, token, "Joris", OTHER, "nl", now, 14)


def test_an_invitation_is_over_after_seven_days(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.LEAD, now)
    with pytest.raises(LinkOverError):
        sign_in.link(store, token, now + timedelta(days=7))


def test_an_invitation_does_not_take_over_an_account_that_was_made_meanwhile(store, office, now):
    first = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    second = people_admin.invite(store, office.foreign_admin, EMAIL, "pont-een", Role.ADMIN, now)
    sign_in.accept_invitation(store, first, "Sanne", PASSWORD, "nl", now, 14)
    with pytest.raises(LinkOverError):
        sign_in.accept_invitation(store, second, "Sanne", OTHER, "nl", now, 14)
    assert sign_in.by_password(store, EMAIL, PASSWORD, now, 14)


def test_an_invitation_is_no_recovery_link(store, office, now):
    token = people_admin.invite(store, office.admin, EMAIL, "veer-een", Role.TRAINEE, now)
    with pytest.raises(LinkOverError):
        sign_in.recover(store, token, PASSWORD, now, 14)


def test_a_recovery_link_sets_the_password_unlocks_and_ends_the_rest(store, office, member, now):
    _, there = sign_in.by_password(store, EMAIL, PASSWORD, now, 14)
    guess(store, 5, now)
    token = people_admin.recovery_link(store, office.admin, member.id, now)
    user, here = sign_in.recover(store, token, OTHER, now, 14)
    assert accounts.user_of(store, here, now) == user
    assert accounts.user_of(store, there, now) is None
    assert sign_in.by_password(store, EMAIL, OTHER, now, 14)
    with pytest.raises(LinkOverError):
        sign_in.recover(store, token, PASSWORD, now, 14)


def test_a_recovery_link_is_over_after_a_day(store, office, member, now):
    token = people_admin.recovery_link(store, office.admin, member.id, now)
    with pytest.raises(LinkOverError):
        sign_in.recover(store, token, OTHER, now + timedelta(hours=24), 14)


def test_no_secret_of_a_link_is_stored(store, office, member, now, tmp_path):
    tokens = [
        people_admin.recovery_link(store, office.admin, member.id, now),
        people_admin.invite(store, office.admin, "joris@voorbeeld.example", "veer-een", Role.LEAD, now),
    ]
    store.close()
    files = [file.read_bytes() for file in tmp_path.iterdir()]
    assert not any(token.encode() in data for token in tokens for data in files)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elf tekens!", "short"),
        ("x" * 201, "long"),
        ("Wachtwoord123", "common"),
        ("abababababab", "common"),
        ("Sanne de Vries", "yours"),
        ("sanne@voorbeeld.example", "yours"),
        ("sannesannesanne", "common"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(password, why):
    with pytest.raises(WeakPasswordError) as weak:
        check_new(password, "Sanne de Vries", "sanne@voorbeeld.example")
    assert weak.value.why == why


@given(st.text(max_size=11))
def test_no_short_text_is_a_password(password):
    # A ligature counts as the letters it stands for, so the text is taken as it is kept.
    if len(unicodedata.normalize("NFKC", password)) < LEAST:
        with pytest.raises(WeakPasswordError, match="short"):
            check_new(password, "Sanne", EMAIL)


def test_a_password_is_the_same_whichever_way_its_accents_were_typed():
    assert fits("cafe\u0301 om de hoek", hashed_password("caf\u00e9 om de hoek"))


def test_nothing_fits_where_no_password_is_kept():
    assert not fits("", None)
    assert not fits(PASSWORD, "geen hash")


def test_the_first_administrator_needs_nobody_and_chooses_a_password(store, now):
    token = sign_in.first_administrator(store, EMAIL, "Voorbeeld", "Beheer", now, timedelta(days=7))
    user, _ = sign_in.accept_invitation(store, token, "Sanne", PASSWORD, "nl", now, 14)
    assert (user.name, user.role) == ("Sanne", Role.ADMIN)


def test_the_command_again_gives_the_same_administrator_a_new_link(store, now):
    first = sign_in.first_administrator(store, EMAIL, "Voorbeeld", "Beheer", now, timedelta(days=7))
    second = sign_in.first_administrator(store, EMAIL, "Voorbeeld", "Beheer", now, timedelta(days=7))
    with pytest.raises(LinkOverError):
        sign_in.link(store, first, now)
    sign_in.accept_invitation(store, second, "Sanne", PASSWORD, "nl", now, 14)
    third = sign_in.first_administrator(store, EMAIL, "Voorbeeld", "Beheer", now, timedelta(days=7))
    assert sign_in.link(store, third, now).kind is sign_in.LinkKind.RECOVERY


# The provider

ROLES = """
employer: Voorbeeld Telecom
claim: groups
roles:
  - {value: webcare, team: Avondploeg, role: trainee}
  - {value: webcare-leads, team: Avondploeg, role: lead}
  - {value: webcare-beheer, team: Beheer, role: admin}
"""
SECRET = "x" * 32


@pytest.fixture
def roles(tmp_path):
    file = tmp_path / "roles.yaml"
    file.write_text(ROLES)
    return read_roles(file)


def claims(now, groups=("webcare",), *, minutes=60, nonce="a", **more) -> dict:
    begun = int(now.timestamp())
    base = {"iss": "https://id.example", "sub": "s-1", "iat": begun, "exp": begun + 60 * minutes}
    return {**base, "nonce": nonce, "name": "Sanne", "email": EMAIL, "groups": list(groups), **more}


def enter(store, roles, now, found, days=14):
    token = token_of(found, SECRET)
    return provider.sign_in(store, found, token, roles, "nl", now, days), accounts.user_of(store, token, now)


def test_somebody_new_is_made_with_the_roles_of_his_claims(store, roles, now):
    outcome, user = enter(store, roles, now, claims(now, ["webcare", "webcare-leads", "anders"]))
    assert outcome is Outcome.IN
    assert [(m.team, m.role) for m in user.memberships] == [("Avondploeg", Role.LEAD)]
    assert (user.name, user.email) == ("Sanne", EMAIL)


def test_the_same_subject_is_the_same_person(store, roles, now):
    _, first = enter(store, roles, now, claims(now))
    _, second = enter(store, roles, now, claims(now, nonce="b", name="Sanne Jansen"))
    assert second.id == first.id
    assert second.name == "Sanne Jansen"


def test_the_same_subject_of_another_provider_is_somebody_else(store, roles, now):
    _, first = enter(store, roles, now, claims(now))
    _, second = enter(store, roles, now, claims(now, iss="https://ander.example"))
    assert second.id != first.id


def test_roles_are_renewed_at_each_sign_in(store, roles, now):
    _, before = enter(store, roles, now, claims(now, ["webcare-beheer"]))
    _, after = enter(store, roles, now, claims(now, ["webcare"], nonce="b"))
    assert before.role is Role.ADMIN
    assert [(m.team, m.role) for m in after.memberships] == [("Avondploeg", Role.TRAINEE)]
    assert {e["role"] for e in events(store, "role_taken")} == {"admin"}


def test_who_lost_his_groups_is_refused_and_loses_his_roles(store, roles, now):
    _, user = enter(store, roles, now, claims(now))
    outcome, nobody = enter(store, roles, now, claims(now, [], nonce="b"))
    assert (outcome, nobody) == (Outcome.NO_ROLE, None)
    assert accounts.load(store, user.id).memberships == ()


def test_without_a_role_nobody_is_made(store, roles, now):
    assert enter(store, roles, now, claims(now, ["anders"])) == (Outcome.NO_ROLE, None)
    with store.read() as connection:
        assert people.by_subject(connection, "https://id.example", "s-1") is None


def test_a_sign_in_ends_with_its_token(store, roles, now):
    found = claims(now, minutes=5)
    enter(store, roles, now, found)
    later = now + timedelta(minutes=5)
    assert accounts.user_of(store, token_of(found, SECRET), later) is None
    assert enter(store, roles, later, found) == (Outcome.OVER, None)


def test_a_cookie_never_signs_in_again_after_sign_out(store, roles, now):
    found = claims(now)
    enter(store, roles, now, found)
    sign_in.sign_out(store, (token_of(found, SECRET),), now)
    assert enter(store, roles, now, found) == (Outcome.OVER, None)


def test_a_second_sign_in_within_the_same_second_counts(store, roles, now):
    found = claims(now)
    enter(store, roles, now, found)
    sign_in.sign_out(store, (token_of(found, SECRET),), now)
    assert enter(store, roles, now, claims(now, nonce="b"))[0] is Outcome.IN


def test_a_closed_account_stays_closed_whatever_the_provider_says(store, roles, now):
    _, user = enter(store, roles, now, claims(now))
    with store.write() as connection:
        people.change(connection, user.id, active=False)
    assert enter(store, roles, now, claims(now)) == (Outcome.CLOSED, None)
    assert enter(store, roles, now, claims(now, nonce="b")) == (Outcome.CLOSED, None)


@pytest.mark.parametrize(
    "wrong", [{"exp": None}, {"exp": "straks"}, {"exp": True}, {"sub": ""}, {"iss": None}]
)
def test_claims_that_name_nobody_or_never_end_are_refused(store, roles, now, wrong):
    assert enter(store, roles, now, {**claims(now), **wrong}) == (Outcome.OVER, None)


def test_a_sign_in_never_lasts_longer_than_the_setting(store, roles, now):
    found = claims(now, minutes=60 * 24 * 365)
    enter(store, roles, now, found, days=2)
    assert accounts.user_of(store, token_of(found, SECRET), now + timedelta(days=3)) is None


def test_the_secret_of_a_sign_in_needs_the_secret_of_the_installation(now):
    assert token_of(claims(now), SECRET) != token_of(claims(now), "y" * 32)


def test_a_local_account_goes_on_under_the_provider_when_its_address_is_verified(store, roles, now):
    token = sign_in.first_administrator(store, EMAIL, "Voorbeeld Telecom", "Beheer", now, timedelta(days=7))
    local, _ = sign_in.accept_invitation(store, token, "Sanne", PASSWORD, "nl", now, 14)
    _, user = enter(store, roles, now, claims(now, email_verified=True))
    assert user.id == local.id
    with store.read() as connection:
        assert has_subject(connection, user.id)


@pytest.mark.parametrize("verified", [False, "true", None])
def test_an_address_that_is_not_verified_takes_over_no_account(store, roles, now, verified):
    token = sign_in.first_administrator(store, EMAIL, "Voorbeeld Telecom", "Beheer", now, timedelta(days=7))
    local, _ = sign_in.accept_invitation(store, token, "Sanne", PASSWORD, "nl", now, 14)
    _, user = enter(store, roles, now, claims(now, email_verified=verified))
    assert user.id != local.id
    assert user.email == ""


@pytest.mark.parametrize(
    ("found", "given"),
    [
        ({"realm_access": {"roles": ["webcare"]}}, {"Avondploeg"}),
        ({"realm_access.roles": "webcare"}, {"Avondploeg"}),
        ({"realm_access": "webcare"}, set()),
        ({"realm_access": {"roles": {"webcare": 1}}}, set()),
        ({}, set()),
    ],
)
def test_a_claim_may_lie_in_another_one(roles, found, given):
    nested = roles.model_copy(update={"claim": "realm_access.roles"})
    assert set(nested.given(found)) == given


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ROLES.replace("role: lead", "role: chef"), "roles.1.role: Input should be 'trainee'"),
        (ROLES.replace("claim: groups", "clam: groups"), "claim: Field required"),
        (ROLES.replace("value: webcare,", "value: 7,"), "roles.0.value: Input should be a valid string"),
        ("- los", "file: Input should be a valid dictionary"),
        ("a: [", "is no YAML"),
        ("employer: X\nclaim: y\nroles: []\n", "roles: Tuple should have at least 1 item"),
    ],
)
def test_a_fault_in_the_file_of_roles_is_named(tmp_path, text, words):
    file = tmp_path / "roles.yaml"
    file.write_text(text)
    with pytest.raises(RolesError, match=r"roles\.yaml") as error:
        read_roles(file)
    assert words in str(error.value)


def test_a_file_of_roles_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RolesError, match="No such file"):
        read_roles(tmp_path / "niets.yaml")


# Settings and start

OIDC = {
    "SIMULATOR_SIGN_IN": "oidc",
    "SIMULATOR_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "SIMULATOR_OIDC_CLIENT_ID": "sim",
    "SIMULATOR_OIDC_CLIENT_SECRET": "geheim",
    "SIMULATOR_OIDC_REDIRECT_URI": "https://sim.example/oauth2callback",
    "SIMULATOR_COOKIE_SECRET": SECRET,
    "SIMULATOR_OIDC_ROLES": "roles.yaml",
}


def test_workshop_is_the_default():
    assert from_environment({}).sign_in is SignIn.WORKSHOP
    assert from_environment(OIDC).provider.client_id == "sim"


@pytest.mark.parametrize("name", [name for name in OIDC if name != "SIMULATOR_SIGN_IN"])
def test_a_missing_setting_of_the_provider_is_named(name):
    with pytest.raises(SettingsError, match=name):
        from_environment({**OIDC, name: " "})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIMULATOR_SIGN_IN", "open"),
        ("SIMULATOR_OIDC_METADATA_URL", "http://id.example/x"),
        ("SIMULATOR_OIDC_REDIRECT_URI", "https://sim.example/terug"),
        ("SIMULATOR_COOKIE_SECRET", "kort"),
    ],
)
def test_a_setting_that_is_not_safe_is_refused(name, value):
    with pytest.raises(SettingsError, match=name):
        from_environment({**OIDC, name: value})


ELSEWHERE = ("0.0.0.0", "", None, "192.0.2.1", "sim.example", "127.0.0.1.example", "::")  # noqa: S104


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.8.8"])
def test_loopback_is_this_machine(address):
    assert is_loopback(address)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nothing_else_is_this_machine(address):
    assert not is_loopback(address)
