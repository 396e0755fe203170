"""What the lead judges otherwise: dimensions, single remarks, the verdict; each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from scoring import Dimension
from simulator.review_scores import PASSED, WORDS_MOST, Adjustment, Why, automatic_of, criteria_of
from simulator.ui import plain, session, standing
from simulator.ui.parts.review import words
from simulator.ui.parts.review.work import Work


@dataclass
class Chosen:
    """What is adjusted so far; `unexplained` counts what still needs a reason."""

    adjustments: list[Adjustment] = field(default_factory=list)
    unexplained: int = 0


def show(work: Work) -> Chosen:
    """Show the inputs and give what is adjusted by them."""
    chosen = Chosen()
    if work.own:
        _both(work)
    _dimensions(work, chosen)
    _criteria(work, chosen)
    _verdict(work, chosen)
    return chosen


def _both(work: Work) -> None:
    """The lead's blind scores beside the automatic ones."""
    names = [n for n in (*(d.value for d in Dimension), PASSED) if n in work.own]
    head = [session.text(f"review-{k}") for k in ("what", "blind-mine", "automatic-short")]
    lines = []
    for name in names:
        automatic = automatic_of(work.opened.basis, name)
        cells = (words.adjusted(name), words.value(name, work.own[name]), words.value(name, automatic))
        lines.append(dict(zip(head, cells, strict=True)))
    st.table(lines, hide_index=True)
    st.button(session.text("review-take-mine"), on_click=_take, args=(work,), key=f"{work.key}-take")


def _take(work: Work) -> None:
    for dimension in Dimension:
        if dimension.value in work.own:
            st.session_state[f"{work.key}-{dimension.value}"] = round(work.own[dimension.value])
    if work.own[PASSED] != float(work.now.passed):
        st.session_state[f"{work.key}-{PASSED}"] = bool(work.own[PASSED])


def _dimensions(work: Work, chosen: Chosen) -> None:
    scored = [d for d in Dimension if getattr(work.now, d.value) is not None]
    columns = st.columns(2)
    changed = []
    for place, dimension in enumerate(scored):
        with columns[place % 2]:
            value = _dimension(work, dimension)
        if value is not None:
            changed.append(Adjustment(dimension.value, value, Why.OTHER))
    for adjustment in changed:
        _explained(work, adjustment, session.text(f"dimension-{adjustment.name}"), chosen)


def _dimension(work: Work, dimension: Dimension) -> float | None:
    """Ask the score of one dimension; gives it when it is another than now."""
    current = round(getattr(work.now, dimension.value))
    label = session.text(f"dimension-{dimension.value}")
    key = f"{work.key}-{dimension.value}"
    shown = standing.value(key, current)
    value = st.number_input(label, min_value=0, max_value=100, value=shown, step=1, key=key)
    return None if value is None or value == current else float(value)


def _criteria(work: Work, chosen: Chosen) -> None:
    there, key = options(work), f"{work.key}-criteria"
    before: list[tuple[str, float]] = standing.value(key, [])
    picked = st.multiselect(
        session.text("review-criteria"),
        list(there),
        default=[o for o in before if o in there],
        format_func=lambda o: there[o],
        key=key,
        placeholder=session.text("review-criteria-none"),
    )
    for criterion, value in picked:
        adjustment = Adjustment(criterion, value, Why.OTHER)
        _explained(work, adjustment, words.criterion(criterion), chosen)


def options(work: Work) -> dict[tuple[str, float], str]:
    """Each remark that may be given back or taken away, in words."""
    basis, out = work.opened.basis, {}
    for criterion in criteria_of(basis):
        mine = [f for f in basis.card.findings if f.criterion == criterion]
        lost, kept = -sum(f.effect for f in mine), sum(f.earned for f in mine)
        for value, points, key in ((1.0, lost, "give"), (0.0, kept, "take")):
            if round(points) and work.earlier.get(criterion) != value:
                name = words.criterion(criterion)
                text = session.text(f"review-criterion-{key}", name=name, points=round(points))
                out[criterion, value] = plain.safe_option(text)
    return out


def _verdict(work: Work, chosen: Chosen) -> None:
    verdicts, key = [None, True, False], f"{work.key}-{PASSED}"
    value = st.selectbox(
        session.text("review-verdict"),
        verdicts,
        index=standing.index(key, verdicts),
        format_func=lambda v: session.text(
            "review-verdict-follows" if v is None else "verdict-passed" if v else "verdict-not-passed"
        ),
        key=key,
    )
    if value is not None and value is not work.now.passed:
        adjustment = Adjustment(PASSED, float(value), Why.OTHER)
        _explained(work, adjustment, session.text("review-verdict"), chosen)


def _explained(work: Work, adjustment: Adjustment, name: str, chosen: Chosen) -> None:
    """Ask the reason of one adjustment; without one it is no adjustment yet."""
    key = f"{work.key}-{adjustment.name}"
    with st.container(border=True):
        why = st.selectbox(
            session.text("review-why-for", name=name),
            list(Why),
            index=standing.index(f"{key}-why", list(Why)),
            format_func=lambda w: words.why_adjusted(w.value),
            placeholder=session.text("review-why-choose"),
            key=f"{key}-why",
        )
        said = st.text_input(
            session.text("review-why-words-must" if why is Why.OTHER else "review-why-words"),
            standing.value(f"{key}-words", ""),
            max_chars=WORDS_MOST,
            key=f"{key}-words",
        )
    if why is None or (why is Why.OTHER and not said.strip()):
        chosen.unexplained += 1
    else:
        chosen.adjustments.append(Adjustment(adjustment.name, adjustment.value, why, said.strip()))
