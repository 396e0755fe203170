"""Learning paths and certificates: who makes them, when they are earned, what they say, and that they verify."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Action
from simulator import audit, certificates, downloads, paths, practice
from simulator.accounts import NotAllowedError
from simulator.certificate_pdf import pdf_of
from simulator.certificates import ALPHABET, CODE_LENGTH, Certificate, Content, NotDoneError, Practised
from simulator.figures import scores_of
from simulator.practice import Mode
from simulator.store import people
from tests.conftest import NOW
from tests.services.test_figures import adjust
from tests.services.test_practice import GOOD
from tests.trail import events as events_of

SCENARIO = "internet-drie-dagen"


def make(store, who, scenarios=(SCENARIO,), total=70, title="Basis webcare"):
    return paths.make(store, who, title, tuple(scenarios), total, {SCENARIO, "tweede"}, NOW)


def do(store, who, case, totals=(90.0, 80.0), passed=True, at=NOW):
    """Practise the whole conversation; a lead gives these totals."""
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=False, seed=0)
    for number, total in enumerate(totals, start=1):
        if number > 1:
            practice.go_on(store, who, attempt, at)
        text = GOOD if number == 1 else "Ik bel nu. ^SV"
        answered = practice.submit(store, who, attempt, number, text, Action.REPLY_PUBLIC, at)
        after = replace(scores_of(answered.scorecard), passed=passed, total=total)
        adjust(store, who, answered, at, after)
    return attempt


@pytest.fixture
def path(store, office):
    return make(store, office.trainer)


@pytest.fixture
def earned(store, office, path, case):
    do(store, office.trainee, case)
    return certificates.issue(store, office.trainee, path, {SCENARIO: case}, NOW)


@pytest.mark.parametrize("who", ["trainee", "admin"])
def test_only_trainers_and_leads_make_paths(store, office, who):
    with pytest.raises(NotAllowedError):
        make(store, getattr(office, who))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "  "}, "paths-error-title"),
        ({"title": "x" * 121}, "paths-error-title"),
        ({"scenarios": ()}, "paths-error-scenarios"),
        ({"scenarios": (SCENARIO, SCENARIO)}, "paths-error-scenarios"),
        ({"scenarios": ("nergens",)}, "paths-error-unpublished"),
        ({"total": 101}, "paths-error-total"),
    ],
)
def test_a_path_that_cannot_be_is_refused_with_its_reason(store, office, changes, code):
    with pytest.raises(paths.PathError) as error:
        make(store, office.lead, **changes)
    assert error.value.code == code


def test_paths_are_those_of_the_own_employer(store, office, path):
    assert [p.id for p in paths.all_paths(store, office.lead)] == [path]
    assert paths.all_paths(store, office.foreign_lead) == ()
    assert certificates.own_paths(store, office.foreign_trainee) == ()
    with pytest.raises(NotAllowedError):
        paths.archive(store, office.foreign_lead, path)


def test_an_archived_path_is_out_of_use_and_its_certificate_stays_valid(store, office, path, earned):
    paths.archive(store, office.trainer, path)
    assert certificates.own_paths(store, office.trainee) == ()
    assert certificates.verify(store, earned.code) == earned


def test_a_path_is_done_with_a_finished_attempt_that_passed_with_the_total(store, office, path, case):
    assert not certificates.own_paths(store, office.trainee)[0].done
    do(store, office.trainee, case)
    own = certificates.own_paths(store, office.trainee)[0]
    assert (own.done, own.steps[0].best) == (True, pytest.approx(85.0))


@pytest.mark.parametrize(
    "short", [{"totals": (90.0,)}, {"passed": False}, {"totals": (60.0, 70.0)}], ids=["open", "failed", "low"]
)
def test_less_than_that_gives_no_certificate(store, office, path, case, short):
    do(store, office.trainee, case, **short)
    assert not certificates.own_paths(store, office.trainee)[0].done
    with pytest.raises(NotDoneError):
        certificates.issue(store, office.trainee, path, {SCENARIO: case}, NOW)


def test_all_scenarios_of_the_path_must_be_done(store, office, case):
    longer = make(store, office.trainer, (SCENARIO, "tweede"))
    do(store, office.trainee, case)
    with pytest.raises(NotDoneError):
        certificates.issue(store, office.trainee, longer, {}, NOW)


def test_a_certificate_names_versions_hashes_rules_and_scorer(store, office, path, case, earned):
    found = earned.content
    one = found.scenarios[0]
    assert (found.name, found.path, found.pass_total) == (office.trainee.name, "Basis webcare", 70)
    assert (one.version, one.content_hash) == (case.scenario.version, case.content_hash)
    assert one.title == case.scenario.title.in_language("nl")
    assert len(one.rubrics) == len(one.scorer_versions) == 1


def test_a_certificate_is_issued_once(store, office, path, case, earned):
    again = certificates.issue(store, office.trainee, path, {SCENARIO: case}, NOW + timedelta(days=9))
    assert again == earned
    assert [c.code for c in certificates.own_certificates(store, office.trainee)] == [earned.code]


def test_issuing_is_in_the_audit_trail(store, office, earned):
    events = events_of(store, "veer", NOW - timedelta(days=1), NOW + timedelta(days=1))
    issued = [e for e in events if e.event == audit.Event.CERTIFICATE_ISSUED]
    assert [e.about_id for e in issued] == [office.trainee.id]
    assert earned.code not in json.dumps([e.details for e in events])


def test_a_code_has_sixteen_signs_that_nobody_mixes_up(earned):
    assert len(earned.code) == CODE_LENGTH
    assert set(earned.code) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)


def test_a_code_verifies_as_people_type_it(store, earned):
    assert certificates.verify(store, f" {earned.shown_code.lower()} ") == earned


@given(st.text(max_size=40))
def test_another_code_verifies_nothing(store_of_module, code):
    assert certificates.verify(store_of_module, code) is None


@pytest.fixture(scope="module")
def store_of_module(tmp_path_factory):
    from simulator.store.engine import open_store
    from simulator.store.migrate import upgrade

    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('codes') / 'c.db'}")
    upgrade(opened)
    yield opened
    opened.close()


def test_a_changed_name_does_not_change_the_certificate(store, office, earned):
    with store.write() as connection:
        people.change(connection, office.trainee.id, name="Iemand Anders")
    assert certificates.verify(store, earned.code).content.name == office.trainee.name


def test_only_its_owner_gets_the_file(store, office, earned):
    make_file = downloads.MAKERS["certificate"]
    file = make_file(store, office.trainee, {"code": earned.code}, NOW)
    assert (file.kind, file.data[:5]) == ("application/pdf", b"%PDF-")
    for other in (office.colleague, office.lead, office.admin, office.foreign_trainee):
        with pytest.raises(NotAllowedError):
            make_file(store, other, {"code": earned.code}, NOW)


def sample(name="Zoë Ünal-Łukasik Ćirić", lang="nl", number=1):
    one = Practised(
        scenario_id="s", title="Boze herhaalklager – “drie dagen”", version=3, content_hash="a" * 64,
        mode="test", total=81.6, finished_at=NOW, rubrics=("b" * 64,), scorer_versions=("1.2.3",),
    )  # fmt: skip
    content = Content(name=name, path="Basis", pass_total=70, lang=lang, scenarios=(one,) * number)
    return Certificate("ABCDEFGHJKMNPQRS", NOW, content)


def test_every_sign_of_a_name_can_be_selected_and_read_aloud():
    """Each is in a table from drawn signs to characters, also those that the standard fonts do not have."""
    tables = pdf_of(sample()).upper()
    missing = [c for c in sample().content.name if c != " " and b"<%04X>" % ord(c) not in tables]
    assert missing == []


def test_the_pdf_says_its_language_and_title():
    data = pdf_of(sample(lang="en"))
    assert b"/Lang (en)" in data
    assert (
        "Certificate of practice: Basis".encode("utf-16-be") in data
        or b"Certificate of practice: Basis" in data
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_pdf_holds_its_fonts_and_nothing_from_elsewhere(lang):
    data = pdf_of(sample(lang=lang, number=40))
    assert data.count(b"/FontFile2") == 2
    assert data.count(b"/ToUnicode") == 2
    assert b"/URI" not in data
    assert b"http" not in data


def test_the_same_certificate_gives_the_same_pdf():
    assert pdf_of(sample()) == pdf_of(sample())
