"""The documents tell the truth: every field, setting, command and dependency stands in them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from scoring import default_rubric
from simulator.casebook import schema

ROOT = Path(__file__).parent.parent
MODELS = [
    m
    for m in vars(schema).values()
    if isinstance(m, type) and issubclass(m, BaseModel) and m is not BaseModel
]


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


def test_pins_hold_names_and_versions_only():
    for line in text("constraints.txt").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line), line


def test_every_dependency_is_pinned():
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
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
    "name", ["README.md", "docs/architecture.md", "docs/scenario-format.md", "docs/dependencies.md"]
)
def test_links_and_pictures_exist(name):
    file = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)\)", text(name)):
        if "://" not in target:
            assert (file.parent / target).exists(), target
