"""What comes into the log: events with known fields, and of libraries and errors nothing that people wrote."""

from __future__ import annotations

import json
import logging
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Action
from simulator import accounts, failures, practice
from simulator.accounts import Role
from simulator.observe import context, keys, logs
from simulator.observe.events import Event, emit
from simulator.practice import Mode
from simulator.run import load_run

NAME, MAIL = "Kwinkelier Zonnebloem", "kwinkelier@zonnebloem.example"
TEXT = "Dag Sanne, wat vervelend! Mijn kanariewoord is Zwaluwstaartvlinder. Ik zoek het vandaag uit. ^SV"
WORDS = ("Kwinkelier", "kwinkelier", "Zonnebloem", "zonnebloem", "Zwaluwstaart", "kanariewoord", "Sanne")

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(keys.ALLOWED)) | st.text(max_size=9), ANYTHING, max_size=12))
def test_only_known_keys_with_values_that_fit_come_through(fields):
    kept = keys.only_allowed(fields)
    assert set(kept) <= set(keys.ALLOWED)
    assert all(keys.ALLOWED[key](value) for key, value in kept.items())
    assert kept["event"] in list(Event)


@given(
    st.dictionaries(
        st.sampled_from(sorted(keys.ALLOWED)) | st.text(max_size=9),
        st.just(TEXT) | st.just(NAME) | st.just(MAIL),
    )
)
def test_words_of_people_come_through_under_no_key(fields):
    fields.pop("message", None)
    line = json.dumps(keys.only_allowed(fields))
    assert not [word for word in WORDS if word in line.replace(str(list(fields)), "")]


@given(st.text(max_size=40), ANYTHING)
def test_every_event_is_one_line_of_json(what, value):
    record = logging.LogRecord("simulator", logging.INFO, __file__, 1, what, (), None)
    record.observed = {"event": Event.REQUEST, "message": value, "status": value, what: value}
    line = logs.Formatter("json").format(record)
    assert "\n" not in line
    assert set(json.loads(line)) <= set(keys.ALLOWED) - {"message"}
    assert "\n" not in logs.Formatter("text").format(record)


def test_what_was_left_out_is_counted(log):
    emit(Event.REPLY_SENT, result="passed", name=NAME, text=TEXT, attempt_id=NAME)
    (line,) = log.lines()
    assert line["dropped"] == 2  # `text` is for whoever configured nothing, and does not come this far.
    assert set(line) == {"at", "level", "event", "result", "dropped"}
    assert line["at"].endswith("Z")


def test_text_for_a_terminal_is_one_line_too():
    record = logging.LogRecord("simulator", logging.INFO, __file__, 1, "x", (), None)
    record.observed = {"event": "page_run", "page": "inbox", "seconds": 0.5}
    assert logs.Formatter("text").format(record).endswith("level=info event=page_run page=inbox seconds=0.5")


def test_a_message_of_a_library_keeps_what_stands_in_its_code_only(log):
    library = logging.getLogger("library.part")
    library.warning("cannot find %s", NAME)
    library.warning(f"cannot find {NAME}")
    library.warning(NAME + " is gone")
    first, *others = log.lines(Event.LIBRARY)
    assert (first["logger"], first["message"]) == ("library.part", "cannot find …")
    assert ["message" in line for line in others] == [False, False]
    assert all(line["place"].startswith("tests/observe/test_logs.py:") for line in others)


@pytest.mark.parametrize(
    "address",
    [
        "/practise?attempt=Kwinkelier&x=1",
        "/download/Zonnebloem_abcdefghijklmnopqrstuvwxyz",
        "https://host/?mail=kwinkelier@zonnebloem.example",
    ],
)
def test_addresses_lose_their_query_and_tokens(log, address):
    logging.getLogger("uvicorn.error").info('%s - "GET %s HTTP/%s" %d', "192.0.2.7:4411", address, "1.1", 200)
    assert "GET" in log.getvalue()
    assert "200" in log.getvalue()
    assert "192.0.2.7" not in log.getvalue()
    assert not [word for word in WORDS if word in log.getvalue()]


def test_an_error_of_a_library_is_told_by_kind_and_place(log):
    try:
        try:
            int(NAME)
        except ValueError as error:
            raise KeyError(TEXT) from error
    except KeyError:
        logging.getLogger("streamlit.runtime").exception("Uncaught app execution")
    (line,) = log.lines(Event.LIBRARY)
    assert [error["kind"] for error in line["errors"]] == ["builtins.KeyError", "builtins.ValueError"]
    assert line["errors"][0]["places"][0].startswith("tests/observe/test_logs.py:")
    assert not [word for word in WORDS if word in log.getvalue()]


def test_a_message_that_cannot_be_made_is_shown_without_its_values():
    record = logging.LogRecord("uvicorn", logging.INFO, __file__, 1, "%d of %s", (NAME,), None, "message_of")
    line = json.loads(message_of(record))
    assert line["message"] == "… of …"


def message_of(record):
    """The line of a record whose message stands in this code."""
    assert record.msg == "%d of %s"
    return logs.Formatter("json").format(record)


def test_an_error_in_a_thread_is_told_without_its_words(log, capsys):
    def fail():
        raise ValueError(TEXT)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    (line,) = log.lines(Event.THREAD_FAILED)
    assert line["errors"][0]["kind"] == "builtins.ValueError"
    assert "Zwaluw" not in log.getvalue() + capsys.readouterr().err


def test_libraries_that_came_with_handlers_of_their_own_use_ours(log):
    other = logging.getLogger("uvicorn.access")
    other.addHandler(logging.StreamHandler())
    other.propagate = False
    logs.take_over()
    other.warning("constant")
    assert [line["message"] for line in log.lines(Event.LIBRARY)] == ["constant"]


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_files_that_browsers_fetch_are_no_lines_but_what_goes_wrong_is(log, level):
    access = logging.getLogger("uvicorn.access")
    access.setLevel(logging.INFO)  # As uvicorn does by itself when it starts.
    access.log(level, "constant")
    assert len(log.lines(Event.LIBRARY)) == (level == logging.WARNING)


def test_a_logger_that_leads_nowhere_uses_ours_too(log, capsys):
    lost = logging.getLogger("uvicorn.lost")
    lost.propagate = False
    try:
        int(NAME)
    except ValueError:
        lost.exception("Exception in ASGI application")
    logs.take_over()
    lost.warning("constant")
    lines = log.lines(Event.LIBRARY)
    assert [line["message"] for line in lines] == ["Exception in ASGI application", "constant"]
    assert "Kwinkelier" not in log.getvalue() + capsys.readouterr().err


def test_lines_of_one_request_carry_its_number(log):
    with context.request() as number:
        emit(Event.DRAFT_SAVED)
        logging.getLogger("library").warning("constant")
    emit(Event.DRAFT_SAVED)
    assert [line.get("request_id") for line in log.lines()] == [number, number, None]


def test_numbers_have_no_signs_that_are_misread():
    assert {sign for _ in range(500) for sign in context.new_id()} & set("ilou") == set()


def test_a_whole_round_leaves_no_word_of_anybody_in_the_log(log, store, now, case, monkeypatch, caplog):
    caplog.set_level(logging.INFO, "sqlalchemy.engine")
    trainee, token = accounts.sign_in(store, NAME, Role.TRAINEE, "nl", now, 14)
    attempt = practice.start(store, trainee, case, Mode.PRACTICE, now, clock_on=True)
    practice.save_draft(store, trainee, attempt, 1, (1, TEXT, "reply_public"), now)
    practice.submit(store, trainee, attempt, 1, TEXT, Action.REPLY_PUBLIC, now)
    practice.submit(store, trainee, attempt, 1, TEXT, Action.REPLY_PUBLIC, now)
    with pytest.raises(practice.AlreadyAnsweredError):
        practice.submit(store, trainee, attempt, 1, TEXT + NAME, Action.REPLY_PUBLIC, now)
    monkeypatch.setattr(practice, "load_run", lambda *_: int(TEXT))
    try:
        practice.submit(store, trainee, attempt, 1, MAIL, Action.REPLY_PUBLIC, now)
    except ValueError:
        failures.log("page failed")
    monkeypatch.undo()
    practice.go_on(store, trainee, attempt, now)
    load_run(store, trainee, practice.retry(store, trainee, attempt, 1, now))
    results = [line["result"] for line in log.lines(Event.REPLY_SENT)]
    assert results == [results[0], "repeated", "answered", "failed"]
    assert results[0] in ("passed", "not_passed")
    assert {line["attempt_id"] for line in log.lines(Event.REPLY_SENT)} == {attempt}
    assert log.lines(Event.DRAFT_SAVED)
    assert log.lines(Event.PAGE_FAILED)
    assert len(log.lines(Event.LIBRARY)) > 20, "statements were logged too"
    assert not [word for word in (*WORDS, token, trainee.id, trainee.pseudonym) if word in log.getvalue()]
