"""What trainers do: write from the template, read the mends, publish, publish again under a running attempt."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from simulator.casebook.library import load_library
from simulator.casebook.templates import scenario_text
from simulator.casebook.variants import filled
from tests.browser.app.conftest import SMALL
from tests.browser.app.test_accessibility import assert_accessible_in_both
from tests.browser.app.trainee import Trainee
from tests.browser.app.trainer import Trainer

pytestmark = [pytest.mark.browser, pytest.mark.long]

ID = "mijn-eerste-zaak"
PATH = f"netwijs/{ID}.yaml"
MISTAKES = [
    ("  nl: Gemaild en niets gehoord", "  nl: Gemaild: en niets gehoord", "Y016", "Zet | achter de sleutel"),
    ("post: |\n          en nu hier ook", "post: @netwijs en nu hier ook", "Y013", "Zet | achter de sleutel"),
    (
        "post: |\n          dat zet ik hier",
        "post: 't is wat, dat zet ik hier",
        "Y015",
        "Zet | achter de sleutel",
    ),
    (
        "post: |\n          hm. ik hoop het dan maar",
        "post: hm. ik hoop het maar #zucht",
        "Y010",
        "'#zucht' valt weg",
    ),
    ("status: draft", "status: klaar", "S006", "draft, published, archived"),
    ("difficulty: 2", "dificulty: 2", "S002", "Bedoelde je 'difficulty'?"),
    ("[S2, T3,", "[S2, T33,", "R003", "Bedoelde je 'T3'?"),
    ("next: toch-niets", "next: toch-nits", "R001", "Bedoelde je 'toch-niets'?"),
    ("weight: small", "weight: klein", "S006", "small, normal, essential"),
    ("    complaint: true\n", "    complaint: true\n    complaint: true\n", "Y005", "staat hier twee keer"),
]
"""The commonest mistakes, one after the other in the same text: right, wrong, the code, words of the mend."""


@pytest.fixture(scope="module")
def template() -> str:
    return scenario_text(ID, load_library(SMALL).organisations["netwijs"], "nl")


def model_answer(sim, scenario_id: str, number: int = 0, version: int = 1) -> str:
    """The model answer in the first variant of the version that was published last."""
    query = "select content from publications where path = ? and version = ?"
    ((text,),) = sim.rows(query, f"netwijs/{scenario_id}.yaml", version)
    from simulator.casebook.convert import to_model
    from simulator.casebook.reader import read_bytes
    from simulator.casebook.schema import Scenario

    scenario = to_model(read_bytes(text.encode(), "x"), Scenario)
    assert scenario is not None
    ready = filled(scenario, 0)
    return ready.debrief.model[ready.turns[number].id].strip()


def test_a_scenario_from_first_mistake_to_second_version(page, another, small_sim, template):
    trainer = Trainer(page, small_sim)
    trainer.sign_in("Tess")
    trainer.new_scenario(ID)

    wrong = template
    for right, mistake, *_ in MISTAKES:
        assert right in wrong
        wrong = wrong.replace(right, mistake, 1)
    trainer.write(wrong, PATH)
    for _, _, code, mend in MISTAKES:
        told = page.locator(".faults-list button", has_text=code).filter(has_text=mend)
        expect(told.first).to_be_visible()
    expect(page.locator(".faults-list button", has_text="Fout")).to_have_count(len(MISTAKES))
    page.locator(".faults-list button", has_text="Y013").click()
    expect(page.locator(".cm-activeLine")).to_contain_text("post: @netwijs")

    trainer.press("Opslaan")
    trainer.press("Publiceren")
    expect(page.get_by_text("Publiceren kan nog niet")).not_to_have_count(0)
    assert small_sim.rows("select 1 from publications where path = ?", PATH) == []

    trainer.write(template, PATH)
    expect(page.get_by_text("Geen meldingen", exact=False).first).to_be_visible()
    trainer.press("Opslaan")
    trainer.publish()

    desk = another()
    trainee = Trainee(desk, small_sim)
    trainee.come_in("Sanne")
    trainee.begin(ID)
    expect(desk.get_by_text("heb jullie maandag gemaild")).to_be_visible()

    trainer.write(template.replace("heb jullie {dag} gemaild", "schreef jullie {dag} een mail"), PATH)
    trainer.press("Opslaan")
    trainer.publish()

    trainee.answer(model_answer(small_sim, ID))
    expect(desk.locator(".wc-verdict")).to_contain_text("Geslaagd")
    trainee.press("go_on")
    expect(desk.get_by_text("heb jullie maandag gemaild")).to_be_visible()
    trainee.answer(model_answer(small_sim, ID, 1))
    expect(desk.get_by_text("Het gesprek is klaar", exact=False).first).to_be_visible()
    query = "select c.version from attempts a join cases c on c.content_hash = a.case_hash where a.scenario_id = ?"
    assert small_sim.rows(query, ID) == [(1,)]

    trainee.go("/")
    expect(desk.get_by_text("nieuwe versie")).to_be_visible()
    trainee.begin(ID)
    expect(desk.get_by_text("schreef jullie", exact=False).first).to_be_visible()
    trainee.answer("Dat weet ik niet. ^SV")
    assert small_sim.rows(f"{query} order by a.started_at", ID) == [(1,), (2,)]


def test_a_stale_save_is_refused_with_both_texts_shown(page, another, small_sim):
    path = "netwijs/korte-klok.yaml"
    original = (SMALL / path).read_text(encoding="utf-8")
    there = another()
    first, second = Trainer(page, small_sim), Trainer(there, small_sim)
    first.come_in("Anna")
    second.come_in("Bram")
    first.open(path)
    second.open(path)
    first.write(original.replace("difficulty: 3", "difficulty: 4  # van Anna"), path)
    second.write(original.replace("difficulty: 3", "difficulty: 5  # van Bram"), path)
    first.press("Opslaan")
    second.press("Opslaan")
    expect(there.get_by_text("Anna heeft deze tekst intussen opgeslagen")).to_be_visible()
    codes = there.get_by_test_id("stCode")
    expect(codes.filter(has_text="# van Anna")).not_to_have_count(0)
    expect(codes.filter(has_text="# van Bram")).not_to_have_count(0)
    query = "select content from file_revisions where path = ? order by revision desc"
    assert "van Anna" in small_sim.rows(query, path)[0][0]

    second.press("Mijn tekst opslaan als nieuwste")
    expect(second.content).to_be_visible()
    saved = [row[0] for row in small_sim.rows(query, path)]
    assert ["van Bram" in saved[0], "van Anna" in saved[1]] == [True, True]


def test_what_is_typed_survives_a_reload_and_a_killed_server(page, small_sim):
    path = "netwijs/internet-drie-dagen.yaml"
    trainer = Trainer(page, small_sim)
    trainer.come_in("Cato")
    trainer.open(path)
    trainer.write("# nog lang niet af\nformat: 1\n", path)
    page.reload()
    expect(trainer.content).to_contain_text("nog lang niet af")
    small_sim.app.restart()
    trainer.open(path)
    expect(trainer.content).to_contain_text("nog lang niet af")


def test_the_form_writes_into_the_same_text_and_keeps_the_comments(page, small_sim):
    path = "netwijs/internet-drie-dagen.yaml"
    trainer = Trainer(page, small_sim)
    trainer.come_in("Daan")
    trainer.open(path)
    trainer.show("Formulier")
    page.get_by_label("Titel in het Nederlands").fill("Boos: alweer geen internet #klaar")
    trainer.press("In de tekst zetten")
    query = "select content from working_copies w join users u on u.id = w.user_id where u.employer_id = ?"
    for _ in range(50):
        text = small_sim.rows(query, small_sim.team)[0][0]
        if "alweer geen internet #klaar" in text:
            break
        page.wait_for_timeout(100)
    original = (SMALL / path).read_text(encoding="utf-8")
    changed = set(text.splitlines()) ^ set(original.splitlines())
    assert all("itle" in line or "nternet" in line for line in changed), changed
    expect(trainer.content).to_contain_text("Boos: alweer geen internet #klaar")


def test_a_test_run_scores_and_stores_nothing(page, small_sim):
    trainer = Trainer(page, small_sim)
    trainer.come_in("Eva")
    trainer.open("netwijs/korte-klok.yaml")
    trainer.show("Proef")
    before = small_sim.rows("select count(*) from attempts")
    page.get_by_role("textbox", name="Antwoord").fill("Dag Sanne, sorry voor het wachten. ^SV")
    trainer.press("Antwoorden")
    expect(page.locator(".wc-verdict")).to_be_visible()
    assert small_sim.rows("select count(*) from attempts") == before


def test_golden_replies_are_shown_with_their_scores(page, small_sim):
    trainer = Trainer(page, small_sim)
    trainer.come_in("Fien")
    trainer.open("netwijs/internet-drie-dagen.yaml")
    trainer.show("Voorbeeldantwoorden")
    trainer.press("Score de voorbeeldantwoorden")
    expect(page.get_by_role("table").first.get_by_text(re.compile("✓")).first).to_be_visible()
    expect(page.locator(".wc-verdict")).to_be_visible()


def test_a_trainee_cannot_open_the_authoring_pages(page, small_sim):
    trainee = Trainee(page, small_sim)
    trainee.come_in("Gijs")
    expect(page.get_by_role("link", name="Schrijven")).to_have_count(0)
    for address in ("/authoring", "/write?path=netwijs/korte-klok.yaml"):
        trainee.go(address)
        expect(
            page.get_by_role("heading", name="Hier mag je niet komen")
            .or_(page.get_by_text("Geen toegang"))
            .first
        ).to_be_visible()


def test_the_authoring_pages_are_accessible(page, small_sim):
    trainer = Trainer(page, small_sim)
    trainer.come_in("Hanna")
    trainer.go("/authoring")
    expect(page.get_by_role("button", name=re.compile("Openen")).first).to_be_visible()
    assert_accessible_in_both(page)
    trainer.open("netwijs/korte-klok.yaml")
    for part in ("Voorbeeld", "Proef", "Formulier", "Verschillen", "Versies", "Gezondheid"):
        trainer.show(part)
        assert_accessible_in_both(page)
