"""What comes into the server's log when something fails: kind and place, never what people wrote."""

from __future__ import annotations

from simulator import failures

WORDS = "Geheime woorden"


def fail(words):
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"bad: {words}") from error


def test_the_log_tells_kind_and_place_of_an_error_and_its_cause(caplog):
    try:
        fail(WORDS)
    except ValueError:
        failures.log("page failed")
    assert "page failed: builtins.ValueError" in caplog.text
    assert "caused by builtins.KeyError" in caplog.text
    assert "in fail" in caplog.text
    assert "Geheime" not in caplog.text


def test_an_error_while_handling_another_is_told_with_it(caplog):
    try:
        try:
            raise KeyError(WORDS)
        except KeyError:
            int(WORDS)
    except ValueError:
        failures.log("page failed")
    assert caplog.text.count("caused by builtins.KeyError") == 1
    assert "Geheime" not in caplog.text
