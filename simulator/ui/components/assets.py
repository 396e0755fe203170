"""Read the HTML, CSS and JavaScript of a component from disk."""

from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_HERE = Path(__file__).parent


class Assets(NamedTuple):
    """What ``st.components.v2.component`` wants, as text."""

    html: str
    css: str
    js: str


def load(name: str, *, scripts: tuple[str, ...] = ()) -> Assets:
    """Read the files of one component and put what all components share in front.

    A component's script is one module made from text, so it cannot import a neighbour: files are joined.

    Args:
        name: The folder; it holds ``<name>.html``, ``<name>.css`` and ``<name>.js``.
        scripts: More scripts in that folder, joined before ``<name>.js``.

    Returns:
        The three texts.

    Raises:
        OSError: A file is missing, which means a broken installation.
    """
    folder = _HERE / name
    styles = [_HERE / "shared" / "shared.css", folder / f"{name}.css"]
    modules = [
        _HERE / "shared" / "shared.js",
        _HERE / "shared" / "connected.js",
        *(folder / script for script in scripts),
        folder / f"{name}.js",
    ]
    return Assets(_read(folder / f"{name}.html"), _join(styles), _join(modules))


def joined(*paths: str) -> str:
    """Join the scripts of a component that draws nothing.

    Args:
        paths: Each from the folder of the components.

    Raises:
        OSError: A file is missing, which means a broken installation.
    """
    return _join([_HERE / path for path in paths])


def boxed(data: T) -> list[T]:
    """Data for a component that each page with a reply shows; its script takes them out of the list again.

    Of a dict Streamlit asks of each value whether it is a table, which takes as long as all else that it does for it.

    Args:
        data: What the component is to have.
    """
    return [data]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _join(paths: list[Path]) -> str:
    return "\n".join(_read(path) for path in paths)
