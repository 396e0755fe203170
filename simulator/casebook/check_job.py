"""Checking one scenario file, with its golden replies when that is asked."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.casebook.checking import About, Checked
from simulator.casebook.diagnostics import Overrides
from simulator.casebook.document import Document
from simulator.casebook.examine import Article, examine_scenario
from simulator.casebook.library import Case, read_house
from simulator.casebook.schema import Organisation, Scenario
from simulator.casebook.tree import Tree


@dataclass(frozen=True, slots=True)
class Job:
    """One scenario file to check, with all that its check depends on."""

    shown_as: str
    data: bytes
    organisation: Organisation | None
    articles: tuple[Article, ...]
    golden: bool


def jobs_of(tree: Tree, paths: list[str], overrides: Overrides, *, golden: bool) -> list[Job]:
    """The jobs for scenario files; each house is read once.

    Args:
        tree: The collection.
        paths: The files.
        overrides: Severities that the collection changes.
        golden: Whether golden replies are scored too.
    """
    houses = {folder: read_house(tree, folder, overrides)[1:] for folder in {p.split("/")[0] for p in paths}}
    return [Job(tree.shown(p), tree.files[p], *houses[p.split("/")[0]], golden) for p in paths]


def check_job(job: Job) -> Checked:
    """Check one scenario file."""
    document, scenario = examine_scenario(job.data, job.shown_as, job.organisation, job.articles)
    if scenario is None:
        return Checked(tuple(sorted(document.found)))
    if job.golden and job.organisation is not None:
        # Scoring takes seconds to load and is not needed without golden replies.
        from simulator.casebook.verdicts import check_proof

        check_proof(Case(job.organisation, scenario, job.articles), document)
    country = job.organisation.country if job.organisation else ""
    return Checked(tuple(sorted(document.found)), _about(scenario, country, document))


def _about(scenario: Scenario, country: str, document: Document) -> About:
    story = scenario.story
    return About(
        scenario.id,
        scenario.status,
        scenario.kind.value,
        scenario.language,
        scenario.principles,
        country,
        (story.id, story.part, story.of) if story else None,
        document.ranges[("id",)][:2],
        document.place(("story",)),
    )
