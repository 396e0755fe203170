"""The JSON Schemas for editors say the same as the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from simulator.casebook.convert import to_model
from simulator.casebook.json_schema import FILES, HEADER, text_of
from simulator.casebook.reader import read_bytes
from simulator.casebook.schema import Scenario

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "scenarios").glob("*/*.yaml"))
FAULTY = sorted((ROOT / "tests" / "data" / "faulty").glob("*.yaml"))
VALIDATORS = {name: Draft202012Validator(json.loads(text_of(model))) for name, model in FILES.items()}


def as_editors_read(path: Path) -> object:
    value = yaml.load(path.read_bytes().decode("utf-8-sig"), Loader=yaml.CSafeLoader)
    return json.loads(json.dumps(value, default=str))


def of(path: Path) -> str:
    return "protocol.schema.json" if path.name.startswith("protocol") else "scenario.schema.json"


@pytest.mark.parametrize("name", FILES)
def test_the_shipped_schema_is_the_one_that_the_models_make(name):
    """When this fails: `python -m simulator schema`."""
    assert (ROOT / "scenarios" / name).read_text(encoding="utf-8") == text_of(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_one(name):
    Draft202012Validator.check_schema(json.loads(text_of(FILES[name])))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_what_the_reader_takes_the_schema_takes(path):
    """As an editor reads it: PyYAML's own resolver stands for YAML 1.1, which is the stranger of the two."""
    value = as_editors_read(path)
    assert [e.message for e in VALIDATORS[of(path)].iter_errors(value)] == []


@pytest.mark.parametrize("path", FAULTY, ids=lambda p: p.stem)
def test_what_misses_or_misspells_a_field_the_schema_refuses(path):
    document = read_bytes(path.read_bytes(), path.name)
    if document.value is None or document.faults:
        return
    to_model(document, FILES[of(path)])
    wrong = {d.code for d in document.found} & {
        "S001",
        "S002",
        "S003",
        "S006",
        "S008",
        "S012",
        "S013",
        "T001",
    }
    try:
        value = as_editors_read(path)
    except ValueError:  # a number of five thousand digits is none to Python
        return
    refused = [e.message for e in VALIDATORS[of(path)].iter_errors(value)]
    if wrong:
        assert refused
    elif not document.faults:
        assert refused == []


def test_a_new_scenario_names_the_schema():
    from simulator.casebook.library import load_library
    from simulator.casebook.templates import scenario_text
    from tests.conftest import COLLECTION

    house = load_library(COLLECTION).organisations["netwijs"]
    assert scenario_text("nieuw", house, "nl").splitlines()[0] == HEADER.format(name="scenario.schema.json")


def test_the_schema_knows_every_field():
    properties = json.loads(text_of(Scenario))["properties"]
    assert set(properties) == set(Scenario.model_fields)
