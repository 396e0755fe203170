"""Under the feedback: the trainee's own disputes with their answers, and a form for a new one."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from scoring import Finding, Scorecard
from simulator import disputes
from simulator.disputes import WORDS_MOST, Dispute, DisputeError, OfReply, Outcome, Reason
from simulator.feedback import kind_of
from simulator.i18n import day
from simulator.run import Run
from simulator.store.practice_rows import TurnRow
from simulator.ui import kept_words, plain, session
from simulator.ui.parts.disputes import words
from simulator.undo import key_of

_SIGNS = {
    None: ("▲", "improve"),
    Outcome.ACCEPTED: ("✓", "good"),
    Outcome.PARTLY: ("✓", "good"),
    Outcome.REJECTED: ("▲", "improve"),
}
_TOLD = "disputes-told"


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answered turn with its disputes, and the findings that can still be disputed, the costliest first."""

    turn: TurnRow
    card: Scorecard
    seen: OfReply
    open_findings: list[Finding]


def show(run: Run, turn: TurnRow) -> None:
    """Show what was disputed and can be disputed about an answered turn and those before it."""
    replies = [_reply(run, t) for t in run.turns[: turn.number] if t.id in run.answers and not t.copied]
    several = len(replies) > 1
    if any(reply.seen.disputes for reply in replies):
        plain.heading(session.text("disputes-heading"), 3)
    for reply in replies:
        _counts(reply.seen, reply.card)
        for one in reply.seen.disputes:
            _one(one, reply.card, several=several)
    told = st.session_state.pop(_TOLD, None)
    if told:
        plain.notice(*told)
    # The newest reply is what he just read the remarks of.
    options = [(reply, finding) for reply in reversed(replies) for finding in reply.open_findings]
    if options:
        # Few open it, and it is the dearest part of the page: it is drawn when it is opened.
        form = st.expander(
            session.text("disputes-open-form"), key=f"dispute-form-{turn.id}", on_change="rerun"
        )
        if form.open:
            with form:
                _form(run, options, several=several)


def _reply(run: Run, turn: TurnRow) -> _Reply:
    seen = disputes.of_reply(session.store(), session.me(), run, turn.number, session.now())
    card = run.scorecards[turn.id]
    # What is told as done well has nothing in it to disagree with, even when it left some points lying.
    findings = [f for f in seen.open_findings if kind_of(f) != "good"]
    return _Reply(turn, card, seen, sorted(findings, key=lambda f: (not f.critical, f.effect)))


def _counts(seen: OfReply, card: Scorecard) -> None:
    if seen.counts is None or not any(d.outcome in (Outcome.ACCEPTED, Outcome.PARTLY) for d in seen.disputes):
        return
    told = {
        "total": words.points(seen.counts.total),
        "verdict": words.verdict(seen.counts.passed),
        "automatic": words.points(card.total),
    }
    plain.body(session.text("disputes-counts", **told))


def _one(one: Dispute, card: Scorecard, *, several: bool) -> None:
    remark = words.remark_of_key(card, one.finding)
    title = remark.title if remark else one.finding.criterion
    with st.container(border=True):
        plain.body(_numbered(one.number, title) if several else title)
        state = one.outcome.value if one.outcome else "open"
        told = session.text(f"disputes-state-{state}", when=words.moment(one.decided_at or one.created_at))
        if one.outcome is Outcome.WITHDRAWN:
            plain.muted(told)
        else:
            sign, kind = _SIGNS[one.outcome]
            plain.notice(sign, told, kind)
        plain.muted(session.text("disputes-your-words"))
        plain.body(one.words)
        if one.comment:
            plain.muted(session.text("disputes-answer"))
            plain.body(one.comment)
        if one.outcome is None:
            plain.muted(session.text("disputes-withdraw-about"))
            st.button(
                session.text("disputes-withdraw"),
                key=f"withdraw-{one.id}",
                on_click=_withdraw,
                args=(one.id,),
            )


def _form(run: Run, options: list[tuple[_Reply, Finding]], *, several: bool) -> None:
    until = options[0][0].seen.until.astimezone()
    plain.muted(session.text("disputes-about", until=day(until, session.lang())))
    with st.form(f"dispute-{run.attempt.id}", border=False):
        which = st.selectbox(
            session.text("disputes-which"),
            range(len(options)),
            format_func=lambda n: _option(*options[n], several=several),
        )
        reason = st.selectbox(
            session.text("disputes-reason"),
            list(Reason),
            format_func=lambda r: session.text(f"disputes-reason-{r.value.replace('_', '-')}"),
        )
        about = f"dispute:{run.attempt.id}"
        text = kept_words.text_area(
            session.text("disputes-words"), about, key=f"words-{about}", max_chars=WORDS_MOST
        )
        sent = st.form_submit_button(session.text("disputes-send"))
    if not sent or reason is None:
        return
    reply, finding = options[which]
    try:
        disputes.dispute(
            session.store(), session.me(), run.attempt.id, reply.turn.number,
            key_of(finding), reason, text, session.now(),
        )  # fmt: skip
    except DisputeError as error:
        plain.notice("■", session.text(error.code, most=WORDS_MOST), "critical")
        return
    kept_words.sent(about)
    st.session_state[_TOLD] = ("✓", session.text("disputes-sent"), "good")
    st.rerun()


def _option(reply: _Reply, finding: Finding, *, several: bool) -> str:
    remark = words.remark_of(reply.card, finding)
    told = session.text("disputes-option", title=remark.title, body=remark.body)
    return _numbered(reply.turn.number, told) if several else told


def _numbered(number: int, told: str) -> str:
    return session.text("disputes-turn-option", number=number, what=told)


def _withdraw(dispute_id: str) -> None:
    try:
        disputes.withdraw(session.store(), session.me(), dispute_id, session.now())
    except DisputeError as error:
        st.session_state[_TOLD] = ("■", session.text(error.code), "critical")
