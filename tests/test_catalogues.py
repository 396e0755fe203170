"""Every text exists in both languages, every key that code names exists, and none is left over."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scoring import default_rubric
from simulator.casebook.schema import Kind
from simulator.i18n import LANGUAGES, MissingTextError, has, t
from simulator.principles import PRINCIPLES

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "simulator" / "locale"
_VARIABLE = re.compile(r"\{ ?\$(\w+)")
_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) =(.*(?:\n[ }].*)*)", re.MULTILINE)


def catalogue(lang: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for file in sorted((LOCALE / lang).glob("*.ftl")):
        for key, text in _MESSAGE.findall(file.read_text(encoding="utf-8")):
            assert key not in out, f"{file.name} repeats {key}"
            out[key] = text
    return out


def test_both_languages_have_the_same_keys():
    assert catalogue("nl").keys() == catalogue("en").keys()


def test_both_languages_use_the_same_variables():
    nl, en = catalogue("nl"), catalogue("en")
    different = [k for k in nl if set(_VARIABLE.findall(nl[k])) != set(_VARIABLE.findall(en[k]))]
    assert different == []


def keys_in_code() -> set[str]:
    """Literal first arguments of t(...) and text(...), f-strings up to their first variable left out."""
    found = set()
    for file in [ROOT / "simulator_app.py", *(ROOT / "simulator").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in ("t", "text") and isinstance(node.args[0].value, str):
                    found.add(node.args[0].value)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_in_code_exists(lang):
    assert len(keys_in_code()) > 80
    assert [k for k in sorted(keys_in_code()) if not has(k, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_criterion_has_its_texts(lang):
    missing = []
    for criterion in default_rubric().criteria:
        dashed = criterion.id.replace(".", "-").replace("_", "-")
        wanted = [f"criterion-{dashed}", f"advice-{dashed}"]
        if criterion.on_request:
            wanted.append(f"hint-{dashed}")
        if criterion.kind == "expected":
            wanted.append(f"finding-{dashed}-missing")
        missing += [key for key in wanted if not has(key, lang)]
    assert missing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_and_principle_has_its_text(lang):
    keys = [f"kind-{k.value.replace('_', '-')}" for k in Kind] + [f"principle-{p}" for p in PRINCIPLES]
    assert [k for k in keys if not has(k, lang)] == []


def test_a_missing_key_is_an_error_not_a_silent_blank():
    with pytest.raises(MissingTextError, match="no-such-key"):
        t("no-such-key", "nl")


def test_a_missing_variable_is_an_error_not_a_silent_blank():
    with pytest.raises(MissingTextError):
        t("inbox-best", "nl")


def test_plurals_follow_the_number():
    assert [t("inbox-attempts", "nl", count=n) for n in (1, 2)] == ["1 poging", "2 pogingen"]


def test_data_in_a_text_stays_what_it_is():
    assert "<b>{x}</b>" in t("inbox-best", "nl", best="<b>{x}</b>")
