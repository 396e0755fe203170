"""Templates: what `simulator new` makes passes the check as it is, and never takes the place of anything."""

from __future__ import annotations

import re
import shutil
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casebook import templates
from simulator.casebook.checking import check_tree
from simulator.casebook.diagnostics import Severity, severity_of
from simulator.casebook.examine import examine_organisation, examine_scenario
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import prove
from simulator.casebook.report import fault_text
from simulator.casebook.schema import ByChannel, Organisation, Signature
from simulator.casebook.templates import TemplateError, new_organisation, new_scenario
from simulator.casebook.tree import read_folder
from simulator.cli import main
from simulator.i18n import LANGUAGES

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "scenarios"
HOUSES = sorted(p.parent.name for p in SHIPPED.glob("*/protocol.yaml"))
TEMPLATES = ROOT / "simulator" / "casebook" / "template_files"
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{1,63}", fullmatch=True).filter(
    # Many digits in a row may look like somebody's number, and "protocol" is the house's own file.
    lambda name: sum(c.isdigit() for c in name) < 7 and name != "protocol"
)


def collection(tmp_path: Path, *houses: str) -> Path:
    """A collection with the protocols and articles of shipped houses, and no scenarios."""
    folder = tmp_path / "collection"
    folder.mkdir(exist_ok=True)
    for house in houses:
        (folder / house).mkdir()
        shutil.copy(SHIPPED / house / "protocol.yaml", folder / house)
        shutil.copytree(SHIPPED / house / "knowledge", folder / house / "knowledge")
    return folder


def seen(folder: Path, *, golden: bool) -> list[str]:
    """Faults and warnings of a collection, in words."""
    found = check_tree(read_folder(folder), golden=golden).found
    return [fault_text(d, "en") for d in found if severity_of(d) in (Severity.ERROR, Severity.WARNING)]


def files_in(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def house() -> Organisation:
    data = (SHIPPED / "vonkel-energie" / "protocol.yaml").read_bytes()
    organisation = examine_organisation(data, "vonkel-energie/protocol.yaml", "vonkel-energie")[1]
    assert organisation is not None
    return organisation


@pytest.mark.parametrize("name", HOUSES)
def test_a_new_scenario_of_each_shipped_house_passes_the_check(tmp_path, name):
    folder = collection(tmp_path, name)
    new_scenario(folder, f"{name}/mijn-eerste", "nl")
    assert seen(folder, golden=False) == []


@pytest.mark.parametrize("name", ["vonkel-energie", "harrow-and-finch"])
def test_the_golden_replies_of_a_new_scenario_prove_it(tmp_path, name):
    folder = collection(tmp_path, name)
    new_scenario(folder, f"{name}/mijn-eerste", "nl")
    assert seen(folder, golden=True) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_house_with_a_new_scenario_passes_the_check(tmp_path, lang):
    new_organisation(tmp_path / "verse", "eigen-huis", lang)
    new_scenario(tmp_path / "verse", "eigen-huis/mijn-eerste", lang)
    assert seen(tmp_path / "verse", golden=True) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_house_alone_passes_the_check(tmp_path, lang):
    new_organisation(tmp_path / "verse", "eigen-huis", lang)
    assert seen(tmp_path / "verse", golden=True) == []
    assert load_library(tmp_path / "verse").organisations["eigen-huis"].language == lang


def test_the_golden_replies_hold_in_a_house_that_says_u_and_signs_with_a_first_name(house):
    formal = house.model_copy(
        update={
            "address_form": ByChannel(default="u"),
            "signature": Signature(style="first_name", example="Lotte"),
            "private_channel": ByChannel(default="privébericht"),
        }
    )
    text = templates.scenario_text("mijn-eerste", formal, "nl")
    scenario = examine_scenario(text.encode(), "x/mijn-eerste.yaml", formal, ())[1]
    assert scenario is not None
    assert [r.number for r in prove(Case(formal, scenario), variants=1) if not r.in_band] == []


def test_a_house_that_says_u_gets_no_je_in_its_replies(house):
    formal = house.model_copy(update={"address_form": ByChannel(default="je", x="u")})
    scenario = examine_scenario(
        templates.scenario_text("probe", formal, "nl").encode(), "x/probe.yaml", formal, ()
    )[1]
    assert scenario is not None
    replies = [g.text for g in scenario.golden] + list(scenario.debrief.model.values())
    points = [p for turn in scenario.turns for point in turn.points for p in point.phrasings]
    assert [t for t in replies + points if re.search(r"\b(je|jou|jouw)\b", t, re.IGNORECASE)] == []


def test_replies_are_signed_as_the_house_does(house):
    signed = templates.scenario_text("probe", house, "nl")
    assert f" {house.signature.example}\n" in signed
    none = house.model_copy(update={"signature": Signature(style="none", example="^LM")})
    unsigned = templates.scenario_text("probe", none, "nl")
    assert "^LM" not in unsigned
    assert not re.search(r"[ \t]$", unsigned, re.MULTILINE)


def test_initials_that_only_hold_a_place_are_filled_in(house):
    example = house.model_copy(update={"signature": Signature(style="initials", example="^XX")})
    assert "^XX" not in templates.scenario_text("probe", example, "nl")


@pytest.mark.parametrize(("contacts", "handle"), [(("@voorbeeld",), "@voorbeeld"), ((), "@vonkelenergie")])
def test_the_customer_writes_to_the_account_of_the_house(house, contacts, handle):
    known = house.model_copy(update={"own_contacts": contacts})
    assert f"      {handle} heb jullie" in templates.scenario_text("probe", known, "nl")


def test_signs_that_mean_something_in_yaml_stay_data(house):
    odd = house.model_copy(
        update={
            "name": 'Zeg: "ja" & #nee',
            "signature": Signature(style="full_name", example="- Met groet,\n  Lotte: #1"),
            "private_channel": ByChannel(default="DM: *hier* #nu"),
        }
    )
    document, scenario = examine_scenario(
        templates.scenario_text("probe", odd, "nl").encode(), "x/probe.yaml", odd, ()
    )
    assert document.faults == []
    assert scenario is not None
    assert 'Zeg: "ja" & #nee.' in scenario.briefing.nl
    assert scenario.golden[0].text.rstrip().endswith("- Met groet, Lotte: #1")


@settings(max_examples=25, deadline=None)
@given(IDS)
def test_every_id_that_the_schema_allows_makes_a_scenario_and_a_house(house, name):
    text = templates.scenario_text(name, house, "nl")
    scenario = examine_scenario(text.encode(), f"x/{name}.yaml", house, ())[1]
    assert scenario is not None
    assert scenario.id == name
    protocol = templates.organisation_files(name, "en")["protocol.yaml"]
    made = examine_organisation(protocol.encode(), "x/protocol.yaml", name)[1]
    assert made is not None
    assert made.id == name


@pytest.mark.parametrize(
    "name", ["", "a", "Hoofdletter", "met spatie", "../weg", "x" * 65, "-streep", "é1", "ab\n"]
)
def test_a_bad_id_is_refused(house, name):
    with pytest.raises(TemplateError):
        templates.scenario_text(name, house, "nl")
    with pytest.raises(TemplateError):
        templates.organisation_files(name, "nl")


def test_a_scenario_cannot_have_the_name_of_the_houses_own_file(house):
    with pytest.raises(TemplateError):
        templates.scenario_text("protocol", house, "nl")


def test_an_existing_scenario_is_left_as_it_is(tmp_path):
    folder = collection(tmp_path, "vonkel-energie")
    new_scenario(folder, "vonkel-energie/mijn-eerste", "nl")
    (folder / "vonkel-energie" / "mijn-eerste.yaml").write_text("van mij")
    before = files_in(folder)
    with pytest.raises(TemplateError, match="bestaat al"):
        new_scenario(folder, "vonkel-energie/mijn-eerste", "nl")
    assert files_in(folder) == before


def test_an_id_of_a_scenario_in_another_house_is_refused(tmp_path):
    folder = collection(tmp_path, "vonkel-energie", "harrow-and-finch")
    new_scenario(folder, "vonkel-energie/zelfde", "nl")
    before = files_in(folder)
    with pytest.raises(TemplateError, match=r"vonkel-energie.zelfde\.yaml exists already"):
        new_scenario(folder, "harrow-and-finch/zelfde", "en")
    assert files_in(folder) == before


def test_an_existing_house_is_left_as_it_is(tmp_path):
    folder = collection(tmp_path, "vonkel-energie")
    before = files_in(folder)
    with pytest.raises(TemplateError, match="bestaat al"):
        new_organisation(folder, "vonkel-energie", "nl")
    assert files_in(folder) == before


def test_a_house_of_which_only_an_article_exists_is_left_as_it_is(tmp_path):
    (article,) = [n for n in templates.organisation_files("eigen-huis", "nl") if n.startswith("knowledge/")]
    (tmp_path / "eigen-huis" / "knowledge").mkdir(parents=True)
    (tmp_path / "eigen-huis" / article).write_text("van mij")
    with pytest.raises(TemplateError, match="bestaat al"):
        new_organisation(tmp_path, "eigen-huis", "nl")
    assert files_in(tmp_path) == {f"eigen-huis/{article}": b"van mij"}


def test_an_unknown_house_tells_which_exist_and_which_was_meant(tmp_path):
    folder = collection(tmp_path, "vonkel-energie", "harrow-and-finch")
    with pytest.raises(TemplateError) as refused:
        new_scenario(folder, "vonkel-energy/mijn-eerste", "en")
    assert "Did you mean 'vonkel-energie'?" in str(refused.value)
    assert "harrow-and-finch, vonkel-energie" in str(refused.value)


@pytest.mark.parametrize("way", ["collection", "nergens"])
def test_a_folder_without_houses_says_to_make_one(tmp_path, way):
    collection(tmp_path)
    with pytest.raises(TemplateError, match="simulator new organisation"):
        new_scenario(tmp_path / way, "vonkel-energie/mijn-eerste", "en")


def test_a_house_with_faults_has_to_be_mended_first(tmp_path):
    folder = collection(tmp_path, "vonkel-energie")
    (folder / "vonkel-energie" / "protocol.yaml").write_text("format: 1\n")
    with pytest.raises(TemplateError, match=r"protocol\.yaml"):
        new_scenario(folder, "vonkel-energie/mijn-eerste", "nl")


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(TemplateError, match="kan niet worden geschreven"):
        new_organisation(tmp_path / "bestand", "eigen-huis", "nl")


def test_the_commands_make_a_house_and_a_scenario_and_print_the_files(tmp_path, capsys):
    folder = ["--folder", str(tmp_path), "--lang", "en"]
    assert main(["new", "organisation", "my-house", *folder]) == 0
    assert main(["new", "scenario", "my-house/my-first", *folder]) == 0
    printed = {Path(line).relative_to(tmp_path).as_posix() for line in capsys.readouterr().out.splitlines()}
    assert printed == set(files_in(tmp_path))
    assert printed >= {"my-house/protocol.yaml", "my-house/my-first.yaml"}


@pytest.mark.parametrize(
    ("what", "name"),
    [("scenario", "my-first"), ("scenario", "nobody/my-first"), ("scenario", "my-house/Bad id"),
     ("scenario", "my-house/a/b"), ("organisation", "Bad id"), ("organisation", "my-house")],
)  # fmt: skip
def test_the_command_could_not_run_and_says_why_on_standard_error(tmp_path, capsys, what, name):
    new_organisation(tmp_path, "my-house", "en")
    before = files_in(tmp_path)
    assert main(["new", what, name, "--folder", str(tmp_path), "--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip()) > 20
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.yaml")), ids=lambda f: f.name)
def test_every_field_at_the_top_has_a_remark_above_it(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=../")
    bare = [
        line
        for before, line in pairwise(lines)
        if re.match(r"[a-z_]+:", line) and not before.startswith("# ")
    ]
    assert bare == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_house_template_shows_every_field(lang):
    text = templates.organisation_files("eigen-huis", lang)["protocol.yaml"]
    assert set(re.findall(r"^([a-z_]+):", text, re.MULTILINE)) == set(Organisation.model_fields)


def test_the_templates_are_part_of_the_package():
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = data["package-data"]["simulator"]
    packed = {p for pattern in patterns for p in (ROOT / "simulator").glob(pattern)}
    wanted = {*TEMPLATES.iterdir(), ROOT / "simulator" / "casebook" / "brands.yaml"}
    assert wanted <= packed
