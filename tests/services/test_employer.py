"""An employer's settings: bounds, versions, history, and the rubric that they give."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scoring import Dimension, default_rubric
from simulator.accounts import NotAllowedError
from simulator.employer import (
    BadSettingsError,
    EmployerSettings,
    change,
    checked,
    history,
    rubric_of,
    settings_of,
)
from tests.conftest import NOW
from tests.trail import events as events_of

WEIGHTS = {"speed": 0.1, "tone": 0.4, "personalisation": 0.2, "protocol": 0.3}


def later(hours):
    return NOW + timedelta(hours=hours)


def test_without_a_change_the_defaults_count(store, office):
    assert settings_of(store, "veer") == EmployerSettings()
    assert rubric_of(store, "veer") == default_rubric()
    assert history(store, office.admin) == ()


def test_weights_make_another_rubric_for_this_employer_only(store, office):
    change(store, office.admin, checked({"weights": WEIGHTS}), NOW)
    rubric = rubric_of(store, "veer")
    assert {d.value: w for d, w in rubric.dimension_weights} == WEIGHTS
    assert [d for d, _ in rubric.dimension_weights] == list(Dimension)
    assert rubric.fingerprint != default_rubric().fingerprint
    assert rubric_of(store, "pont") == default_rubric()


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"weights": {**WEIGHTS, "tone": 0.5}}, ("weights_sum",)),
        ({"weights": {**WEIGHTS, "tone": 0.7, "protocol": 0.0}}, ("weights",)),
        ({"weights": {"tone": 1.0}}, ("weights",)),
        ({"retention_days": 29}, ("retention_days",)),
        ({"retention_days": 3651, "dispute_days": 0}, ("retention_days", "dispute_days")),
        ({"weights": {**WEIGHTS, "tone": 0.5}, "dispute_days": 91}, ("weights_sum", "dispute_days")),
        ({"sample_share": 1.01}, ("sample_share",)),
        ({"lrs_url": "javascript:alert(1)"}, ("lrs_url",)),
        ({"lrs_url": "https://lrs.example/x y"}, ("lrs_url",)),
    ],
)
def test_what_lies_out_of_bounds_is_named(values, faults):
    with pytest.raises(BadSettingsError) as error:
        checked(values)
    assert error.value.faults == faults


@pytest.mark.parametrize(
    "values",
    [
        {"retention_days": None},
        {"retention_days": 30},
        {"sample_share": 0},
        {"lrs_url": "https://lrs.example/xapi"},
    ],
)
def test_what_lies_on_the_bounds_is_good(values):
    assert checked(values).model_dump()[next(iter(values))] == next(iter(values.values()))


def test_history_tells_who_changed_what_and_when(store, office):
    change(store, office.admin, checked({"dispute_days": 21}), later(1))
    change(store, office.admin, checked({"dispute_days": 21, "blind": True}), later(2))
    newest, first = history(store, office.admin)
    assert (first.number, first.by, first.at, first.changes) == (
        1, "Admin", later(1), (("dispute_days", 14, 21),),
    )  # fmt: skip
    assert (newest.number, newest.changes) == (2, (("blind", False, True),))


def test_saving_the_same_again_makes_no_version(store, office):
    for hour in (1, 2):
        change(store, office.admin, checked({"dispute_days": 21}), later(hour))
    assert len(history(store, office.admin)) == 1


def test_a_change_stands_in_the_audit_trail_by_name_only(store, office):
    change(store, office.admin, checked({"lrs_url": "https://lrs.example"}), later(1))
    (event,) = events_of(store, "veer", NOW, later(2))
    assert event.event == "settings_changed"
    assert "lrs.example" not in str(event)


def test_only_administrators_of_the_same_employer_see_and_change(store, office):
    change(store, office.admin, checked({"dispute_days": 21}), later(1))
    assert history(store, office.foreign_admin) == ()
    for who in (office.lead, office.trainer, office.trainee):
        with pytest.raises(NotAllowedError):
            history(store, who)
        with pytest.raises(NotAllowedError):
            change(store, who, EmployerSettings(), later(2))
