"""What trainers start from: a small scenario and a fictional house, with remarks, that pass the check as they are.

The texts stand under template_files/. Between two pairs of @ stands the name of something that differs from house to
house (`@@organisation@@`), or two wordings of which the second is for houses that say "u" (`@@heb je|hebt u@@`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.casebook.convert import closest
from simulator.casebook.examine import examine_overrides
from simulator.casebook.library import read_house
from simulator.casebook.schema import Organisation
from simulator.casebook.schema_types import Id
from simulator.casebook.tree import OVERRIDES, PROTOCOL, Tree, read_folder
from simulator.i18n import Lang, t

_FILES = resources.files("simulator.casebook").joinpath("template_files")
_GAP = re.compile(r"@@([^@\n]+)@@")
_LINE_ENDS_BLANK = re.compile(r"[ \t]+$", re.MULTILINE)
_ID: TypeAdapter[str] = TypeAdapter(Id)
_ARTICLE: Mapping[Lang, str] = {"nl": "ruilen-en-terugbrengen", "en": "returns-and-exchanges"}
_CHANNEL = "x"
"""Where the template's conversation takes place."""


class TemplateError(Exception):
    """A template cannot be made; the text says why, in the language of who asked."""


def new_scenario(folder: Path, name: str, lang: Lang) -> list[Path]:
    """Make a scenario that passes the check as it is.

    Args:
        folder: Folder of the collection.
        name: "ORGANISATION/ID": the house that it belongs to and the id it gets.
        lang: Language of errors; the scenario is in the language of the house.

    Returns:
        The files that were written.

    Raises:
        TemplateError: When the name is not right, there is no such house or the file exists.
    """
    house, slash, scenario_id = name.partition("/")
    if not slash:
        raise TemplateError(t("template-name-wrong", lang, name=name))
    tree = read_folder(folder)
    text = scenario_text(scenario_id, _organisation(tree, house, folder, lang), lang)
    for other in tree.organisations:
        if f"{other}/{scenario_id}.yaml" in tree.scenarios(other):
            raise TemplateError(t("template-exists", lang, path=str(folder / other / f"{scenario_id}.yaml")))
    return _write(folder / house, {f"{scenario_id}.yaml": text}, lang)


def new_organisation(folder: Path, organisation_id: str, lang: Lang) -> list[Path]:
    """Make a fictional house that passes the check as it is.

    Args:
        folder: Folder of the collection; made when it does not exist.
        organisation_id: The id it gets.
        lang: Language of the house, its remarks and of errors.

    Returns:
        The files that were written.

    Raises:
        TemplateError: When the id is not right or a file exists.
    """
    return _write(folder / organisation_id, organisation_files(organisation_id, lang), lang)


def scenario_text(scenario_id: str, organisation: Organisation, lang: Lang) -> str:
    """The text of a new scenario.

    Args:
        scenario_id: The id it gets.
        organisation: The house that it belongs to; the text is in its language and follows its protocol.
        lang: Language of errors.

    Returns:
        A scenario file.

    Raises:
        TemplateError: When the id is not right.
    """
    # A scenario of this name would be read as the house itself.
    if f"{scenario_id}.yaml" == PROTOCOL:
        raise TemplateError(t("template-id-taken", lang, id=scenario_id))
    gaps = {
        "id": _checked_id(scenario_id, lang),
        "organisation": organisation.name,
        "handle": _handle(organisation),
        "signature": _signature(organisation),
        "private_channel": organisation.private_channel.on(_CHANNEL),
    }
    formal = organisation.address_form.on(_CHANNEL).strip().casefold() == "u"
    return _fill(_template(f"scenario.{organisation.language}.yaml"), gaps, formal=formal)


def organisation_files(organisation_id: str, lang: Lang) -> dict[str, str]:
    """The files of a new, fictional house.

    Args:
        organisation_id: The id it gets.
        lang: Language of the house, its remarks and of errors.

    Returns:
        Texts by path within the house's folder.

    Raises:
        TemplateError: When the id is not right.
    """
    gaps = {
        "id": _checked_id(organisation_id, lang),
        "name": organisation_id.replace("-", " ").strip().title(),
    }
    return {
        PROTOCOL: _fill(_template(f"protocol.{lang}.yaml"), gaps),
        f"knowledge/{_ARTICLE[lang]}.md": _fill(_template(f"knowledge.{lang}.md"), gaps),
    }


def _checked_id(name: str, lang: Lang) -> str:
    try:
        return _ID.validate_python(name)
    except ValidationError:
        raise TemplateError(t("template-id-wrong", lang, id=name)) from None


def _organisation(tree: Tree, house: str, folder: Path, lang: Lang) -> Organisation:
    """A house of a collection, as its protocol describes it."""
    paths = {*tree.files, *tree.unreadable}
    known = tuple(o for o in tree.organisations if f"{o}/{PROTOCOL}" in paths)
    if not known:
        raise TemplateError(t("template-no-organisations", lang, folder=str(folder)))
    if house not in known:
        near = closest(house, known) or "nothing"
        raise TemplateError(
            t("template-organisation-unknown", lang, name=house, near=near, known=", ".join(known))
        )
    overrides = examine_overrides(tree.files[OVERRIDES], OVERRIDES)[1] if OVERRIDES in tree.files else {}
    _, organisation, _ = read_house(tree, house, overrides)
    if organisation is None:
        raise TemplateError(t("template-organisation-unusable", lang, path=str(folder / house / PROTOCOL)))
    return organisation


def _handle(organisation: Organisation) -> str:
    """How the customer names the house on social media: its own account, or one made of its id."""
    own = next((c for c in organisation.own_contacts if c.startswith("@")), None)
    return own or "@" + organisation.id.replace("-", "")


def _signature(organisation: Organisation) -> str:
    """How somebody of the house signs."""
    if organisation.signature.style == "none":
        return ""
    # XX stands for somebody's initials: nobody signs like that, and the score says so.
    return organisation.signature.example.replace("XX", "AB")


def _template(name: str) -> str:
    return _FILES.joinpath(name).read_text(encoding="utf-8")


def _fill(text: str, gaps: Mapping[str, str], *, formal: bool = False) -> str:
    def filling(gap: re.Match[str]) -> str:
        informal_words, choice, formal_words = gap[1].partition("|")
        if choice:
            return formal_words if formal else informal_words
        # A line end in a name would end the line of the file that it stands in.
        return " ".join(gaps[gap[1]].split())

    return _LINE_ENDS_BLANK.sub("", _GAP.sub(filling, text))


def _write(folder: Path, files: Mapping[str, str], lang: Lang) -> list[Path]:
    """Write new files; nothing is written when one of them exists already."""
    texts = {folder / name: text for name, text in files.items()}
    for path in texts:
        if path.exists():
            raise TemplateError(t("template-exists", lang, path=str(path)))
    for path, text in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise TemplateError(
                t("template-not-written", lang, path=str(path), problem=error.strerror or str(error))
            ) from error
    return list(texts)
