"""The reply form of an open turn: its data for the component, and what its events do."""

from __future__ import annotations

import uuid
from datetime import datetime

import streamlit as st

from scoring import Action
from simulator import failures, practice
from simulator.feedback import action_name, hints
from simulator.i18n import clock_time
from simulator.practice import Mode, PracticeError
from simulator.run import Run, load_run
from simulator.store import practice_rows as rows
from simulator.store.faults import StoreUnavailableError
from simulator.ui import draft_route, plain, session, unavailable
from simulator.ui.components.reply_form import (
    Clock,
    ReplyFormData,
    place_of,
    read_draft,
    read_expired,
    read_submit,
    reply_form,
    slot_of,
)

KEY = "reply"
_SHOWN = "practise-shown"
NEEDS_TEXT = tuple(a.value for a in Action if a is not Action.LEAVE)
_PLAIN_LABELS = (
    "actions", "reply", "placeholder", "public", "private", "no_text", "saving", "saved_here", "send", "sending",
    "shortcut", "choose_action", "text_needed", "clock_ok", "clock_soon", "clock_late", "left_60", "left_10",
    "no_clock", "expired_hard", "offline", "expired_soft",
)  # fmt: skip


def form_of(run: Run) -> ReplyFormData | None:
    """What the form of the open turn shows; None when there is none to show, because it is answered or stands still."""
    turn = run.turns[-1]
    if turn.id in run.answers or turn.paused_at is not None:
        return None
    data = form_data(run, turn, session.now())
    st.session_state[_SHOWN] = run, data
    return data


def shown_last(attempt_id: str, error: StoreUnavailableError) -> tuple[Run, ReplyFormData]:
    """The attempt and its form as they were shown last, with the reason why they show nothing newer.

    The form stays with all that is in it, and the browser sends that again by itself.

    Raises:
        StoreUnavailableError: The given one, when no form of this attempt was shown yet.
    """
    shown: tuple[Run, ReplyFormData] | None = st.session_state.get(_SHOWN)
    if shown is None or shown[0].attempt.id != attempt_id:
        raise error
    run, data = shown
    refused = st.session_state.get("refused") or f"{error.code}-{uuid.uuid4()}"
    return run, {**data, "refused": refused, "error": unavailable.in_form(error)}


def show(run: Run, data: ReplyFormData) -> None:
    """Show hints and the reply form of the open turn."""
    turn = run.turns[-1]
    if run.attempt.mode == Mode.PRACTICE:
        spec = run.spec(turn)
        said = hints(spec.expect, tuple(p.say for p in spec.points if p.say), session.lang())
        if said:
            with st.expander(session.text("hints")):
                plain.bullets(said)
    reply_form(
        key=KEY,
        data=data,
        on_draft=_on_draft,
        on_submit=_on_submit,
        on_expired=_on_expired,
    )
    if (
        run.attempt.mode == Mode.PRACTICE
        and run.attempt.clock_on
        and st.button(session.text("pause"), type="tertiary")
    ):
        practice.pause(session.store(), session.me(), run.attempt.id, turn.number, session.now())
        st.rerun()


def run_of(attempt_id: str) -> Run:
    """The attempt as it stood when this run began."""
    return session.once(f"run {attempt_id}", lambda: load_run(session.store(), session.me(), attempt_id))


def form_data(run: Run, turn: rows.TurnRow, now: datetime) -> ReplyFormData:
    """What the form shows for a turn."""
    scenario = run.case.scenario
    with session.store().read() as connection:
        draft = rows.draft(connection, turn.id)
    public = run.public(turn)
    shown = [a for a in Action if public or a is not Action.REPLY_PUBLIC]
    labels = {name: session.text(f"form-{name.replace('_', '-')}") for name in _PLAIN_LABELS}
    labels["over"] = session.text("form-over", n="{n}")
    labels["parts"] = session.text("form-parts", n="{n}", max="{max}")
    labels["saved"] = session.text("form-saved", time="{time}")
    labels["clock"] = session.text("form-clock", elapsed="{elapsed}", target="{target}")
    labels["locale"] = {"nl": "nl-NL", "en": "en-GB"}[session.lang()]
    data: ReplyFormData = {
        "slot": slot_of(run.attempt.id, turn.number),
        "text": draft.text if draft else "",
        "action": draft.action if draft else "",
        "seq": draft.seq if draft else 0,
        "saved_seq": draft.seq if draft else 0,
        "actions": [
            {
                "id": a.value,
                "label": action_name(a, session.lang()),
                "hint": session.text(f"action-{a.value.replace('_', '-')}-hint"),
            }
            for a in shown
        ],
        "needs_text": NEEDS_TEXT,
        "public_actions": [Action.REPLY_PUBLIC.value],
        "max_chars": scenario.channel.max_chars,
        "parts": scenario.channel.max_parts,
        "clock": _clock(run, turn, now),
        "labels": labels,
        "lang": scenario.language,
        "submitted_slots": [slot_of(run.attempt.id, t.number) for t in run.turns if t.id in run.answers],
        "draft_to": draft_route.path_for(session.settings()),
        "insert": st.session_state.get("insert"),
        "refused": st.session_state.get("refused"),
        "error": st.session_state.get("refused-text", ""),
    }
    return data


def insert(text: str) -> None:
    """Put a standard reply at the cursor."""
    st.session_state["insert"] = {"id": str(uuid.uuid4()), "text": text}


def _clock(run: Run, turn: rows.TurnRow, now: datetime) -> Clock | None:
    deadline = run.deadline(turn)
    if deadline is None or turn.target_seconds is None:
        return None
    return {
        "opened_ms": _ms(turn.opened_at),
        "target_ms": int(turn.target_seconds * 1000),
        "deadline_ms": _ms(deadline),
        "now_ms": _ms(now),
        "hard": run.attempt.mode == Mode.TEST,
        "paused_ms": int(turn.paused_seconds * 1000),
    }


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _on_draft() -> None:
    draft = read_draft(KEY)
    if draft is None:
        return
    attempt_id, number = place_of(draft.slot)
    with _refusals():
        practice.save_draft(
            session.store(),
            session.me(),
            attempt_id,
            number,
            (draft.seq, draft.text, draft.action),
            session.came(),
        )


def _on_submit() -> None:
    sent = read_submit(KEY)
    if sent is None or not sent.action:
        return
    attempt_id, number = place_of(sent.slot)
    with _refusals(), session.store().together():
        practice.submit(
            session.store(), session.me(), attempt_id, number, sent.text, Action(sent.action), session.came()
        )


def _on_expired() -> None:
    last = read_expired(KEY)
    if last is None:
        return
    attempt_id, number = place_of(last.slot)
    with _refusals():
        store, who, now = session.store(), session.me(), session.came()
        practice.save_draft(store, who, attempt_id, number, (last.seq, last.text, last.action), now)
        run = load_run(store, who, attempt_id)
        action = Action(last.action) if last.action else run.default_action(run.turn(number))
        practice.expire(store, who, attempt_id, number, now, (last.text, action))


class _refusals:  # noqa: N801 reads as a statement where it is used
    """Turns a refusal of the service into a message beside the text, which stays in the box."""

    def __enter__(self) -> None:
        st.session_state.pop("refused", None)
        st.session_state.pop("refused-text", None)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        if not isinstance(error, PracticeError | StoreUnavailableError):
            return False
        if isinstance(error, StoreUnavailableError):
            failures.log("reply not kept")
            words = unavailable.in_form(error)
        else:
            words = session.text(error.code)
        st.session_state["refused"] = f"{error.code}-{clock_time(session.now())}-{uuid.uuid4()}"
        st.session_state["refused-text"] = words
        return True
