"""What is at hand while practising: the customer, the protocol, knowledge and standard replies, searchable."""

from __future__ import annotations

import streamlit as st

from scoring.text import fold
from simulator.casebook.schema import Organisation
from simulator.run import Run
from simulator.ui import plain, session
from simulator.ui.parts import article as article_part
from simulator.ui.parts import reply_part


def show(run: Run, *, show_insert: bool) -> None:
    """Show the panel.

    Args:
        run: The attempt.
        show_insert: Whether standard replies can be put into the reply.
    """
    lang = run.case.scenario.language
    with st.expander(session.text("help-briefing")):
        plain.body(run.case.scenario.briefing.in_language(session.lang()))
    names = [session.text(f"help-{name}") for name in ("customer", "protocol", "knowledge", "standard")]
    customer, protocol, knowledge, standard = st.tabs(names)
    with customer, plain.together():
        _customer(run, lang)
    with protocol:
        search = _search("protocol")
        with plain.together():
            _protocol(run, lang, search)
    with knowledge:
        search = _search("knowledge")
        with plain.together():
            _knowledge(run, lang, search)
    with standard:
        _standard(run, lang, _search("standard"), show_insert=show_insert)


def _search(name: str) -> str:
    label, example = session.text("help-search"), session.text("help-search-placeholder")
    # Without an example Streamlit shows one of its own, in English.
    typed = st.text_input(label, key=f"search-{name}", type="search", placeholder=example)
    return fold(typed.strip())


def _fits(search: str, *texts: str) -> bool:
    return not search or any(search in fold(text) for text in texts)


def _customer(run: Run, lang: str) -> None:
    writer = run.spec(run.turns[-1]).by
    if writer is not None:
        plain.heading(writer.name, 3, lang=lang)
        plain.muted(" · ".join(w for w in (writer.handle, session.text("help-unknown-writer")) if w))
        return
    customer = run.case.scenario.customer
    plain.heading(customer.name or session.text("help-no-name"), 3, lang=lang)
    plain.muted(
        " · ".join((customer.handle, *customer.traits) if customer.handle else customer.traits), lang=lang
    )
    private = [line for line in customer.card if line.private]
    plain.pairs([(line.label, line.value) for line in customer.card if not line.private], lang=lang)
    if private:
        plain.notice("■", session.text("help-only-you"), "critical")
        plain.pairs([(line.label, line.value) for line in private], lang=lang)
    plain.heading(session.text("help-history"), 3)
    if run.case.scenario.history:
        plain.stacked([(f"{c.when}, {c.channel}", c.text) for c in run.case.scenario.history], lang=lang)
    else:
        plain.muted(session.text("help-no-history"))


def _protocol(run: Run, lang: str, search: str) -> None:
    for title, lines in protocol_lines(run.case.organisation, run.case.scenario.channel.name):
        kept = [line for line in lines if _fits(search, title, line)]
        if kept:
            plain.heading(title, 3)
            plain.bullets(kept, lang=lang)


def protocol_lines(house: Organisation, channel: str) -> list[tuple[str, list[str]]]:
    """The protocol in sections, for one channel: title and lines."""
    signature = house.signature
    form = house.address_form.on(channel)
    minutes = house.response_minutes.on(channel)
    style = [
        session.text("protocol-address", form=form),
        session.text(f"protocol-signature-{signature.style.replace('_', '-')}", example=signature.example),
        session.text("protocol-response", minutes=minutes),
        session.text("protocol-private", channel=house.private_channel.on(channel)),
        session.text(f"protocol-emoji-{house.emoji.replace('_', '-')}"),
    ]
    sections = [
        (session.text("protocol-style"), [*style, *house.tone_words]),
        (session.text("protocol-never"), list(house.never_in_public)),
        (session.text("protocol-not-promise"), list(house.not_to_promise)),
        (session.text("protocol-pass-on"), [f"{p.to}: {p.what}" for p in house.pass_on]),
        (session.text("protocol-not-answered"), list(house.not_answered)),
        (session.text("protocol-rules"), list(house.house_rules)),
        (session.text("protocol-jargon"), list(house.jargon)),
    ]
    return [(title, lines) for title, lines in sections if lines]


def _knowledge(run: Run, lang: str, search: str) -> None:
    wanted = run.case.scenario.knowledge
    ordered = sorted(run.case.knowledge, key=lambda a: wanted.index(a.id) if a.id in wanted else len(wanted))
    found = [a for a in ordered if _fits(search, a.title, a.text)]
    if run.case.scenario.facts and _fits(search, *run.case.scenario.facts):
        plain.heading(session.text("help-facts"), 3)
        plain.bullets(list(run.case.scenario.facts), lang=lang)
    for article in found:
        plain.heading(article.title, 3, lang=lang)
        article_part.show(article.text, lang=lang)
    if not found:
        plain.muted(session.text("help-nothing-found"))


def _standard(run: Run, lang: str, search: str, *, show_insert: bool) -> None:
    found = [s for s in run.case.organisation.standard_replies if _fits(search, s.title, s.text, s.when)]
    for reply in found:
        with plain.together():
            plain.heading(reply.title, 3, lang=lang)
            plain.muted(reply.when, lang=lang)
            plain.body(reply.text, lang=lang)
        if show_insert:
            st.button(
                session.text("help-insert"),
                key=f"insert-{reply.id}",
                on_click=reply_part.insert,
                args=(reply.text,),
            )
    if not found:
        plain.muted(session.text("help-nothing-found"))
