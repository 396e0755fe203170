"""The documents tell the truth: every field, setting, command and dependency stands in them."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from pydantic import BaseModel

from docs import scoring_tables
from scoring import default_rubric
from simulator import cli
from simulator.casebook import schema
from simulator.i18n import t
from simulator.pages import PAGES

ROOT = Path(__file__).parent.parent
MODELS = [
    m
    for m in vars(schema).values()
    if isinstance(m, type) and issubclass(m, BaseModel) and m is not BaseModel
]

PARAGRAPH = (
    r"### (?P<title>.+)\n\n(?P<words>[^!\n](?:.+\n)+)\n!\[.{10,}\]\(images/pages/(?P<file>\w+)\.png\)\s*"
)
"""A page in docs/pages.md: its title, a paragraph and its picture with words for who cannot see it."""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "model", [m for m in MODELS if not m.__name__.startswith("_")], ids=lambda m: m.__name__
)
def test_every_field_of_the_format_is_described(model):
    described = text("docs/scenario-format.md")
    channels = {"x", "facebook", "instagram", "whatsapp", "chat", "email", "review"}
    assert [
        f
        for f in model.model_fields
        if f not in channels and f"`{f}`" not in described and f"{f}:" not in described
    ] == []


def test_every_kind_is_listed():
    described = text("docs/scenario-format.md")
    assert [k.value for k in schema.Kind if f"`{k.value}`" not in described] == []


def test_every_criterion_on_request_is_listed():
    described = text("docs/scenario-format.md")
    assert [c.id for c in default_rubric().criteria if c.on_request and f"`{c.id}`" not in described] == []


def test_every_dependency_says_why_it_is_there():
    names = tomllib.loads(text("pyproject.toml"))["project"]["dependencies"]
    described = text("docs/dependencies.md")
    assert [n for n in (re.split(r"[<>=]", d)[0] for d in names) if f"| {n} |" not in described] == []


def test_every_package_of_the_benchmarks_says_why_it_is_there():
    names = tomllib.loads(text("pyproject.toml"))["project"]["optional-dependencies"]["bench"]
    described = re.findall(r"^\| ([^|]+) \|", text("docs/dependencies.md"), re.MULTILINE)
    known = {name for cell in described for name in cell.split(", ")}
    assert [n for n in (re.split(r"[<>=]", d)[0] for d in names) if n not in known] == []


def test_every_command_is_in_the_readme():
    commands = next(a for a in cli._parser()._actions if isinstance(a.choices, dict)).choices
    assert "rescore" in commands
    assert [c for c in commands if f"`python -m simulator {c}`" not in text("README.md")] == []


def test_pins_hold_names_and_versions_only():
    for line in text("constraints.txt").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line), line


def test_every_dependency_is_pinned():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pinned = {
        re.sub(r"[._-]+", "-", line.split("==")[0]).lower() for line in text("constraints.txt").splitlines()
    }
    names = [re.sub(r"[._-]+", "-", re.split(r"[<>=]", d)[0]).lower() for d in wanted]
    assert [n for n in names if n not in pinned] == []


@pytest.mark.parametrize(
    "setting", ["SIMULATOR_DATABASE_URL", "SIMULATOR_SCENARIOS", "SIMULATOR_SIGN_IN_DAYS"]
)
def test_every_setting_is_in_the_readme(setting):
    assert setting in text("README.md")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/architecture.md",
        "docs/scenario-format.md",
        "docs/dependencies.md",
        "docs/pages.md",
        "docs/scoring.md",
        "benchmarks/ratings/README.md",
        "benchmarks/sentences/README.md",
    ],
)
def test_links_and_pictures_exist(name):
    file = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)\)", text(name)):
        if "://" not in target:
            assert (file.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_every_page_has_its_paragraph_and_picture(page):
    parts = [
        re.fullmatch(PARAGRAPH, part) for part in re.split(r"^(?=##)", text("docs/pages.md"), flags=re.M)
    ]
    (told,) = [part for part in parts if part and part["file"] == page.file]
    assert len(told["words"].split()) >= 10
    title = t(page.title_key, "en")
    assert told["title"] == ("Practise a scenario" if page.file == "practise" else title)
    assert (ROOT / "docs" / "images" / "pages" / f"{page.file}.png").stat().st_size < 200_000


def test_no_page_that_is_gone_is_told():
    told = re.findall(r"images/pages/(\w+)\.png", text("docs/pages.md"))
    assert sorted(told) == sorted(page.file for page in PAGES)


def test_tables_of_scoring_are_up_to_date():
    written = text("docs/scoring.md")
    assert written == scoring_tables.filled(written), "run `python -m docs.scoring_tables`"


def test_every_generated_part_of_scoring_has_its_place():
    places = re.findall(r"<!-- generated: ([\w-]+) -->", text("docs/scoring.md"))
    assert sorted(places) == sorted({*scoring_tables.parts(), "validity"})


def test_every_criterion_is_in_the_tables_of_scoring():
    described = text("docs/scoring.md")
    assert [c.id for c in default_rubric().criteria if f"| `{c.id}` |" not in described] == []
