"""People of a team: who needs attention, by pseudonym, and the work of one, which he sees was opened."""

from __future__ import annotations

import streamlit as st

from simulator.i18n import clock_time, day
from simulator.store.team_rows import PersonReply
from simulator.team_insight import TeamView, Why, Work
from simulator.ui import plain, session
from simulator.ui.parts.insight import words

TEAM = "simulator/ui/pages/team.py"
REVIEW_REPLY = "simulator/ui/pages/review_reply.py"
PERSON = "person"


def show_attention(view: TeamView) -> None:
    """Show who needs attention and why."""
    plain.heading(session.text("insight-attention"), 2)
    if not view.attention:
        plain.muted(session.text("insight-attention-none"))
        return
    plain.muted(session.text("insight-attention-about"))
    for number, one in enumerate(view.attention):
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            with st.container():
                plain.heading(one.pseudonym, 3)
                plain.bullets([_reason(why, dict(numbers)) for why, numbers in one.reasons])
            st.button(
                session.text("insight-open-work", who=one.pseudonym),
                key=f"attention-{number}",
                on_click=_open,
                args=(one.user_id,),
            )


def show_choice(view: TeamView) -> None:
    """Let the lead open somebody's work by name."""
    plain.heading(session.text("insight-work"), 2)
    if not view.members:
        plain.muted(session.text("insight-work-none"))
        return
    plain.muted(session.text("insight-work-about"))
    names = {person.user_id: plain.safe_option(person.name) for person in view.members}
    with st.form("open-work", border=False):
        chosen = st.selectbox(
            session.text("insight-work-choose"), list(names), format_func=lambda one: names[one], width=360
        )
        if st.form_submit_button(session.text("insight-work-open")):
            st.switch_page(TEAM, query_params={PERSON: chosen})


def show_work(work: Work) -> None:
    """Show the newest replies of somebody, each with the way to its review."""
    plain.heading(session.text("insight-work-of", name=work.name), 2)
    plain.notice("▲", session.text("insight-work-noted"), "improve")
    st.page_link(TEAM, label=session.text("insight-work-back"))
    if not work.replies:
        plain.muted(session.text("insight-work-empty"))
        return
    plain.muted(session.text("insight-work-newest", count=len(work.replies)))
    for reply in work.replies:
        st.page_link(REVIEW_REPLY, label=_line(reply), query_params={"turn": reply.turn})


def chosen() -> str | None:
    """Id of the person whose work the address asks for."""
    return st.query_params.get(PERSON)


def _open(user_id: str) -> None:
    st.query_params[PERSON] = user_id


def _reason(why: Why, numbers: dict[str, int]) -> str:
    return session.text(f"insight-attention-{why.value.replace('_', '-')}", **numbers)


def _line(reply: PersonReply) -> str:
    at = reply.at.astimezone()
    sign, verdict = ("✓", "verdict-passed") if reply.passed else ("■", "verdict-not-passed")
    total = words.DASH if reply.total is None else words.whole(reply.total)
    what = session.text("insight-work-reply", number=reply.number, scenario=words.title_of(reply.scenario_id))
    score = f"{sign} {session.text(verdict)} · {session.text('total')} {total}"
    return f"{day(at, session.lang())} {clock_time(at)} · {score} · {what}"
