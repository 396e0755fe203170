"""All that somebody wrote and that was written about it, as he reads it himself."""

from __future__ import annotations

import streamlit as st

from simulator import privacy
from simulator.store.privacy_views import ReplyRow, SaidRow
from simulator.ui import plain, session
from simulator.ui.parts.privacy import words

STEP = 20
_SHOWN = "privacy-replies-shown"


def show() -> None:
    """Show the newest replies, folded, then drafts, assignments and certificates."""
    most = int(st.session_state.get(_SHOWN, STEP))
    own = privacy.own_texts(session.store(), session.me(), most + 1)
    plain.heading(session.text("privacy-texts-title"), 2)
    replies = own.replies[:most]
    if not replies and not own.drafts:
        plain.body(session.text("privacy-texts-none"))
    if replies:
        plain.muted(session.text("privacy-texts-shown", shown=len(replies)))
    for reply in replies:
        with st.expander(plain.safe_label(f"{words.scenario(reply.scenario_id)}, {words.moment(reply.at)}")):
            _reply(reply, own.said.get(reply.turn_id, []))
    if len(own.replies) > most:
        st.button(session.text("privacy-texts-more"), on_click=_more, args=(most,))
    _others(own)


def _more(most: int) -> None:
    st.session_state[_SHOWN] = most + STEP


def _reply(reply: ReplyRow, said: list[SaidRow]) -> None:
    plain.body(reply.text or session.text("privacy-no-words"))
    scores = [(session.text("privacy-score"), _score(reply.total, reply.passed))]
    if reply.final_passed is not None:
        scores.append((session.text("privacy-score-final"), _score(reply.final_total, reply.final_passed)))
    plain.pairs(scores)
    lines = []
    for one in said:
        text = one.words or session.text("privacy-no-words")
        lines.append((f"{session.text(f'privacy-said-{one.kind}')}, {words.moment(one.at)}", text))
        if one.answer:
            lines.append((session.text("privacy-said-answer"), one.answer))
    if lines:
        plain.stacked(lines)


def _score(total: float | None, passed: bool | None) -> str:
    if passed is None:
        return session.text("privacy-unscored")
    shown = session.text("privacy-unscored") if total is None else str(round(total))
    verdict = session.text("verdict-passed" if passed else "verdict-not-passed")
    return session.text("privacy-score-words", total=shown, verdict=verdict)


def _others(own: privacy.OwnTexts) -> None:
    drafts = [(f"{words.scenario(d.scenario_id)}, {words.moment(d.at)}", d.text) for d in own.drafts]
    tasks = [
        (
            f"{words.scenario(task.scenario_id)}, {words.moment(task.given_at)}",
            task.note or session.text("privacy-task-done" if task.done_at else "privacy-task-open"),
        )
        for task in own.tasks
    ]
    papers = [(f"{c.path}, {words.moment(c.issued_at)}", c.code) for c in own.certificates]
    parts = (("privacy-drafts", drafts), ("privacy-tasks", tasks), ("privacy-certificates", papers))
    for key, rows in parts:
        if rows:
            plain.heading(session.text(key), 3)
            plain.stacked(rows)
