"""What a text of the collection is called on the screen."""

from __future__ import annotations

from pathlib import PurePosixPath

from simulator.authoring import kind_of
from simulator.ui import session


def title_of(path: str) -> str:
    """Title of a scenario or article, name of a protocol's organisation; of a text that is not in use, its file's name.

    Args:
        path: Where it lives in the collection.
    """
    library, kind = session.library(), kind_of(path)
    place = PurePosixPath(path)
    house = place.parts[0]
    if kind == "scenario" and place.stem in library.cases:
        return library.cases[place.stem].scenario.title.in_language(session.lang())
    if kind == "protocol" and house in library.organisations:
        return library.organisations[house].name
    articles = library.knowledge.get(house, ())
    found = (article.title for article in articles if article.id == place.stem)
    return next(found, place.stem) if kind == "article" else place.stem
