"""To the next and the previous reply of the queue, by button or by the keys j and k."""

from __future__ import annotations

import streamlit as st

from simulator import review_queue
from simulator.ui import session, switches
from simulator.ui.parts.review import filters

QUEUE = "simulator/ui/pages/review_queue.py"
_ORDER, _KEYS = "review-order", "review-keys"


def show(turn_id: str) -> None:
    """Show the buttons; the keys can be switched off, because single keys get in the way of speech input."""
    before, after = _neighbours(turn_id)
    keys = switches.chosen(_KEYS) is not False
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(QUEUE, label=session.text("review-to-queue"))
        previous = session.text("review-previous")
        st.button(
            previous, disabled=before is None, shortcut="K" if keys else None, on_click=_go, args=(before,)
        )
        st.button(
            session.text("review-next"),
            disabled=after is None,
            shortcut="J" if keys else None,
            on_click=_go,
            args=(after,),
        )
        switches.show(_KEYS, session.text("review-keys"), on=keys, key="review-keys-toggle")


def on(turn_id: str) -> None:
    """Show the way on after a review: to the next reply, or back to the list when this was the last."""
    _, after = _neighbours(turn_id)
    if after is None:
        st.page_link(QUEUE, label=session.text("review-to-queue"))
        return
    st.button(
        session.text("review-on"),
        type="primary",
        on_click=_go,
        args=(after,),
        key="review-on",
        width="stretch",
    )


def _go(turn_id: str | None) -> None:
    if turn_id is not None:
        st.query_params["turn"] = turn_id


def _neighbours(turn_id: str) -> tuple[str | None, str | None]:
    """What stood before and after a reply; a reviewed one leaves the queue, so its place is remembered."""
    order: tuple[str, ...] = st.session_state.get(_ORDER, ())
    if turn_id not in order:
        order = review_queue.order(session.store(), session.me(), filters.kept())
        st.session_state[_ORDER] = order
    if turn_id not in order:
        return None, order[0] if order else None
    at = order.index(turn_id)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)
