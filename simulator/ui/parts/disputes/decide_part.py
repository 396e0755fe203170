"""One dispute before a lead: the conversation, the remark on its words, what a decision changes, and the decision."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from scoring import Dimension
from simulator import accounts, dispute_decisions
from simulator.dispute_decisions import DECISIONS, Looked
from simulator.disputes import WORDS_MOST, DisputeError
from simulator.figures import Scores
from simulator.ui import kept_words, plain, session
from simulator.ui.components.marked_reply import Mark, marked_reply
from simulator.ui.parts import remarks, thread_part
from simulator.ui.parts.disputes import proposal_part, words


def show(dispute_id: str) -> None:
    """Show a dispute, and the decision or the form for it."""
    st.button(session.text("disputes-back"), on_click=st.query_params.clear)
    try:
        looked = dispute_decisions.look_at(session.store(), session.me(), dispute_id, session.now())
    except DisputeError as error:
        plain.body(session.text(error.code))
        return
    one = looked.dispute
    plain.heading(
        session.text("disputes-detail-title", what=words.what(one.finding.criterion, one.scenario_id)), 2
    )
    name = accounts.load(session.store(), one.user_id).name
    plain.muted(session.text("disputes-of", name=name, when=words.moment(one.created_at)))
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        thread_part.show(looked.run)
        _reply(looked)
    with right:
        _case(looked)
        if one.outcome is None:
            _change(looked)
            _form(looked)
        else:
            _decided(looked)
            proposal_part.show(looked)


def _reply(looked: Looked) -> None:
    plain.heading(session.text("disputes-reply"), 3)
    remark = words.remark_of(looked.card, looked.finding)
    marks: list[Mark] = []
    if remark.start is not None:
        marks.append(
            {
                "id": "0",
                "start": remark.start,
                "end": remark.end or remark.start,
                "kind": remark.kind,  # type: ignore[typeddict-item]
                "sign": remark.sign,
                "title": remark.title,
                "body": remark.body,
                "points": "",
                "principle": remark.principle,
            }
        )
    labels = {
        "reply": session.text("disputes-reply"),
        "good": session.text("mark-good"),
        "improve": session.text("mark-improve"),
        "critical": session.text("mark-critical"),
        "close": session.text("close"),
        "more": session.text("mark-more", n="{n}"),
    }
    text, lang = looked.run.answers[looked.turn.id].text, looked.run.case.scenario.language
    data = {"text": text, "lang": lang, "marks": marks, "labels": labels}
    marked_reply(key=f"disputed-{looked.dispute.id}", data=data)  # type: ignore[arg-type]


def _case(looked: Looked) -> None:
    plain.heading(session.text("disputes-finding"), 3)
    remarks.listed([words.remark_of(looked.card, looked.finding)])
    plain.heading(session.text("disputes-their-words"), 3)
    reason = looked.dispute.reason.value.replace("_", "-")
    plain.muted(session.text(f"disputes-reason-{reason}"))
    plain.body(looked.dispute.words)


def _change(looked: Looked) -> None:
    plain.heading(session.text("disputes-would-change"), 3)
    change = looked.change
    if change.now == change.wholly:
        plain.muted(session.text("disputes-would-not"))
    st.table(_table({"now": change.now, "accepted": change.wholly, "partly": change.half}), hide_index=True)
    plain.muted(session.text("disputes-would-change-about"))


def _table(columns: dict[str, Scores]) -> pd.DataFrame:
    names = [session.text(f"dimension-{d.value}") for d in Dimension]
    table = {
        session.text("disputes-column-what"): [
            *names,
            session.text("total"),
            session.text("disputes-row-passed"),
        ]
    }
    for name, scores in columns.items():
        values = [words.points(getattr(scores, d.value)) for d in Dimension]
        table[session.text(f"disputes-column-{name}")] = [
            *values,
            words.points(scores.total),
            words.verdict(scores.passed),
        ]
    return pd.DataFrame(table)


def _form(looked: Looked) -> None:
    key = looked.dispute.id
    with st.form(f"decide-{key}", border=False):
        outcome = st.radio(
            session.text("disputes-decision"),
            DECISIONS,
            format_func=lambda o: session.text(f"disputes-decision-{o.value}"),
            index=None,
        )
        about = f"decision:{key}"
        comment = kept_words.text_area(
            session.text("disputes-comment"), about, key=f"words-{about}", max_chars=WORDS_MOST
        )
        sent = st.form_submit_button(session.text("disputes-decide"), type="primary")
    if not sent:
        return
    if outcome is None:
        plain.notice("■", session.text("disputes-choose"), "critical")
        return
    try:
        dispute_decisions.decide(session.store(), session.me(), key, outcome, comment, session.now())
    except DisputeError as error:
        plain.notice("■", session.text(error.code, most=WORDS_MOST), "critical")
        return
    kept_words.sent(about)
    st.rerun()


def _decided(looked: Looked) -> None:
    one = looked.dispute
    outcome = one.outcome.value if one.outcome else ""
    when = words.moment(one.decided_at or one.created_at)
    plain.notice("✓", f"{session.text(f'disputes-outcome-{outcome}')} · {when}", "good")
    if one.comment:
        plain.stacked([(session.text("disputes-given-comment"), one.comment)])
