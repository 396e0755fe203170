"""Somebody's data in the hands of an administrator: find him, give him his file, erase him."""

from __future__ import annotations

import streamlit as st

from simulator import accounts, privacy
from simulator.store.privacy_views import PersonRow
from simulator.ui import plain, session
from simulator.ui.parts.exports import link
from simulator.ui.parts.privacy import erase_part


def main() -> None:
    """Show the search, and what can be done for the one who was found."""
    who = accounts.require(session.store(), session.me(), accounts.Permission.EXPORT_PERSON)
    plain.heading(session.text("nav-persons-data"), 1)
    plain.body(session.text("privacy-person-intro"))
    erase_part.tell()
    words = st.text_input(session.text("privacy-person-search"), key="privacy-search", max_chars=80)
    if not words.strip():
        return
    found = privacy.find_people(session.store(), who, words)
    if not found:
        plain.body(session.text("privacy-person-none"))
        return
    if len(found) == privacy.PEOPLE_MOST:
        plain.muted(session.text("privacy-person-many", most=privacy.PEOPLE_MOST))
    people = {person.id: person for person in found}
    chosen = st.selectbox(
        session.text("privacy-person-choose"),
        list(people),
        index=0 if len(people) == 1 else None,
        format_func=lambda key: _option(people[key]),
        key="privacy-person",
    )
    if chosen is not None:
        _person(who, people[chosen])


def _option(person: PersonRow) -> str:
    teams = ", ".join(person.teams) or session.text("privacy-person-no-team")
    # The options of a selectbox are no markdown, so signs stand for themselves there.
    return plain.safe_option(
        session.text("privacy-person-option", name=person.name, teams=teams, pseudonym=person.pseudonym)
    )


def _person(who: accounts.User, person: PersonRow) -> None:
    plain.heading(session.text("privacy-person-file-title"), 2)
    plain.body(session.text("privacy-person-file-about"))
    ask, label = session.text("privacy-person-file-ask"), session.text("privacy-person-file-link")
    link.on_request("privacy-other", "person_data", {"about": person.id}, ask, label)
    if accounts.allowed(who, accounts.Permission.ERASE_PERSON):
        erase_part.show(who, person)


main()
