"""The house's own rules: imports point one way, files stay small, texts come from the catalogues."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = [
    ROOT / "simulator_app.py",
    *sorted((ROOT / "scoring").rglob("*.py")),
    *sorted((ROOT / "simulator").rglob("*.py")),
]
BELOW = {
    "scoring": ("simulator",),
    "simulator/casebook": ("simulator.store", "simulator.practice", "simulator.insight", "simulator.ui"),
    "simulator/store": ("simulator.practice", "simulator.insight", "simulator.ui", "simulator.casebook"),
}


def imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_imports_point_one_way(file):
    upward = [up for folder, ups in BELOW.items() if name(file).startswith(folder) for up in ups]
    assert not [i for i in imports(file) for up in upward if i == up or i.startswith(up + ".")]


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_streamlit_and_sqlalchemy_stay_in_their_rooms(file):
    rooms = {"streamlit": ("simulator_app.py", "simulator/ui/"), "sqlalchemy": ("simulator/store/",)}
    for library, allowed in rooms.items():
        if not name(file).startswith(allowed):
            assert not [i for i in imports(file) if i.split(".")[0] == library]


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_files_stay_small(file):
    most = 150 if "/ui/pages/" in name(file) else 80 if file.name == "simulator_app.py" else 400
    assert len(file.read_text(encoding="utf-8").splitlines()) <= most


@pytest.mark.parametrize("file", [f for f in SOURCES if "/ui/" in name(f)], ids=name)
def test_markdown_sinks_get_no_data(file):
    """Streamlit's markdown sinks are not used at all; plain.py and components show data."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    sinks = {
        "markdown",
        "write",
        "title",
        "header",
        "subheader",
        "caption",
        "success",
        "info",
        "warning",
        "error",
        "toast",
    }
    used = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name) and node.func.value.id == "st"
    }  # fmt: skip
    assert not used & sinks


def test_scoring_is_pure():
    banned = {"os", "time", "datetime", "random", "socket", "requests", "urllib", "pathlib", "subprocess"}
    for file in (ROOT / "scoring").rglob("*.py"):
        assert not {i.split(".")[0] for i in imports(file)} & banned, name(file)
