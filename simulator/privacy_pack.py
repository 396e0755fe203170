"""Model texts for works council, data protection assessment and employees, from the installation's own settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from importlib import resources

from scoring import SCORER_VERSION, Dimension
from simulator.accounts import RIGHTS, Permission, Role
from simulator.employer import EmployerSettings, rubric_of, settings_of
from simulator.feedback import criterion_name
from simulator.i18n import LANGUAGES, Lang, day, t
from simulator.privacy import LOG_LEAST_DAYS, ground_text, kept_text, purpose_text, table_text
from simulator.store import pack_rows
from simulator.store.classification import REACHING
from simulator.store.engine import Store

DOCUMENTS = ("works-council-nl", "works-council-be", "impact-assessment", "employees", "register")
"""What the pack holds, each in each language."""
TOLD_RIGHTS = (
    Permission.SEE_OWN_DATA,
    Permission.DISPUTE,
    Permission.REVIEW,
    Permission.SEE_NAMED_WORK,
    Permission.DECIDE_DISPUTES,
    Permission.ASSIGN,
    Permission.SEE_TEAM,
    Permission.CALIBRATE,
    Permission.EXPORT,
    Permission.RESCORE,
    Permission.MANAGE_PEOPLE,
    Permission.SEE_AUDIT,
    Permission.EXPORT_PERSON,
    Permission.ERASE_PERSON,
)
"""Rights that reach personal data."""
_ROOT = resources.files("simulator").joinpath("pack_files")
_PART = re.compile(r"\{\{> ([a-z-]+)\}\}\n?")
_VALUE = re.compile(r"\{\{([a-z_]+)\}\}")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def make_pack(store: Store, employer_id: str, lang: Lang | None, now: datetime) -> dict[str, str]:
    """Make all texts. For whoever runs commands on the server: it holds counts and settings, no names of people.

    Args:
        store: The database.
        employer_id: The employer.
        lang: One language; both when left out.
        now: This moment.

    Returns:
        Text by file name, e.g. "register.nl.md".

    Raises:
        KeyError: When there is no such employer, or a template asks for a value that nobody makes.
    """
    out = {}
    for one in (lang,) if lang else LANGUAGES:
        values = values_of(store, employer_id, one, now)
        out.update({f"{name}.{one}.md": _filled(_template(name, one), values) for name in DOCUMENTS})
    return out


def values_of(store: Store, employer_id: str, lang: Lang, now: datetime) -> dict[str, str]:
    """What the templates' names stand for.

    Raises:
        KeyError: When there is no such employer.
    """
    settings = settings_of(store, employer_id)
    with store.read() as connection:
        name = pack_rows.employer_name(connection, employer_id)
        counts = pack_rows.counts(connection, employer_id)
    rubric = rubric_of(store, employer_id)
    return {
        "employer": _escaped(name),
        "made_on": day(now, lang),
        "rubric": f"{rubric.version} ({rubric.fingerprint})",
        "scorer": SCORER_VERSION,
        "criteria_count": str(len(rubric.criteria)),
        "criteria": _criteria(store, employer_id, lang),
        "data": _data(settings, lang),
        "access": _access(lang),
        "log_days": str(LOG_LEAST_DAYS),
        "override": _share(counts.adjusted, counts.reviewed, lang),
        "verdict_override": _share(counts.verdicts, counts.reviewed, lang),
        "reviewed_share": _share(counts.reviewed, counts.replies, lang),
        **{key: str(value) for key, value in counts._asdict().items()},
        **_settings(settings, lang),
    }


def _settings(settings: EmployerSettings, lang: Lang) -> dict[str, str]:
    days = settings.retention_days
    weights = (f"{_dimension(d, lang)} {settings.weights[d]:.0%}" for d in Dimension)
    return {
        "term": t("pack-no-term", lang) if days is None else t("pack-days", lang, days=days),
        "names": t(f"pack-names-{_yes(settings.names_compared)}", lang),
        "blind_start": t(f"pack-blind-{_yes(settings.blind)}", lang),
        "sample": f"{settings.sample_share:.0%}",
        "dispute_days": str(settings.dispute_days),
        "weights": ", ".join(weights),
        "record_store": t(f"pack-record-store-{_yes(bool(settings.lrs_url))}", lang),
    }


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _dimension(dimension: Dimension, lang: Lang) -> str:
    return t(f"dimension-{dimension.value}", lang)


def _share(part: int, whole: int, lang: Lang) -> str:
    """A share with what it is a share of; nothing measured is not zero."""
    if not whole:
        return t("pack-not-measured", lang)
    return t("pack-share", lang, part=str(part), whole=str(whole), share=f"{part / whole:.0%}")


def _criteria(store: Store, employer_id: str, lang: Lang) -> str:
    heads = [t(f"pack-{name}", lang) for name in ("dimension", "criterion", "how", "principle")]
    criteria = rubric_of(store, employer_id).criteria
    rows = [
        [
            _dimension(criterion.dimension, lang),
            criterion_name(criterion.id, lang),
            t(f"pack-kind-{criterion.kind.value}", lang),
            f"{criterion.principle}: {t(f'principle-{criterion.principle}', lang)}",
        ]
        for dimension in Dimension
        for criterion in criteria
        if criterion.dimension is dimension
    ]
    return _table(heads, rows)


def _data(settings: EmployerSettings, lang: Lang) -> str:
    heads = [t(f"pack-{name}", lang) for name in ("what", "why", "ground", "kept")]
    rows = [
        [
            table_text(table, lang),
            purpose_text(table, lang),
            ground_text(table, lang),
            kept_text(table, settings.retention_days, lang),
        ]
        for table in REACHING
    ]
    return _table(heads, rows)


def _access(lang: Lang) -> str:
    heads = [t(f"pack-{name}", lang) for name in ("may", "who")]
    rows = [[t(f"pack-right-{p.value.replace('_', '-')}", lang), _who(p, lang)] for p in TOLD_RIGHTS]
    return _table(heads, rows)


def _who(permission: Permission, lang: Lang) -> str:
    scopes = RIGHTS[permission]
    if set(scopes) == set(Role):
        return t("pack-everybody", lang)
    return ", ".join(
        t("pack-role", lang, role=t(f"role-{role.value}", lang), scope=t(f"pack-scope-{scope.value}", lang))
        for role, scope in scopes.items()
    )


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([_escaped(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(text: str) -> str:
    """A text that stands for itself in Markdown, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


@lru_cache(maxsize=64)
def _template(name: str, lang: Lang) -> str:
    """A template with the parts that it shares with others."""
    text = _ROOT.joinpath(f"{name}.{lang}.md").read_text(encoding="utf-8")
    return _PART.sub(lambda found: _template(found.group(1), lang), text)


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _VALUE.sub(lambda found: values[found.group(1)], template)
