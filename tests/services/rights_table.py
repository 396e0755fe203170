"""Every service function that acts for somebody, the permission it asks for, and how it is called for somebody's work.

`test_rights.py` calls each for every role at every place; a service function that does not stand here fails a test.
"""

from __future__ import annotations

from scoring import Action
from simulator import authoring, employer, exchange, health, insight, practice, publishing, run
from simulator.accounts import Permission, change_settings
from tests.conftest import NOW
from tests.services.rights_base import LATER, PATH, TEXT, Entry
from tests.services.rights_table_people import PEOPLE

ENTRIES: dict[str, Entry] = {
    "accounts.change_settings": Entry(
        Permission.CHANGE_OWN_SETTINGS,
        lambda w, u, p: change_settings(w.store, u, lang="nl", time_factor=1.0),
    ),
    "authoring.entries": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.entries(w.store, u, w.folder)
    ),
    "authoring.open_text": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.open_text(w.store, u, w.folder, PATH, NOW)
    ),
    "authoring.saved_text": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.saved_text(w.store, u, w.folder, PATH)
    ),
    "authoring.keep_copy": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.keep_copy(w.store, u, PATH, 1, "x", NOW)
    ),
    "authoring.start_over": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.start_over(w.store, u, w.folder, PATH, NOW)
    ),
    "authoring.save": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: authoring.save(w.store, u, PATH, "x", 0, NOW)
    ),
    "authoring.create": Entry(
        Permission.WRITE_SCENARIOS,
        lambda w, u, p: authoring.create(w.store, u, w.folder, f"netwijs/{u.role}.yaml", "x", NOW),
    ),
    "employer.change": Entry(
        Permission.CHANGE_EMPLOYER,
        lambda w, u, p: employer.change(w.store, u, employer.EmployerSettings(dispute_days=7), NOW),
    ),
    "exchange.zip_of": Entry(
        Permission.SEE_COLLECTION, lambda w, u, p: exchange.zip_of(w.store, u, w.folder, "netwijs")
    ),
    "exchange.look_at": Entry(
        Permission.WRITE_SCENARIOS,
        lambda w, u, p: exchange.look_at(w.store, u, w.folder, "a.yaml", b"id: a", "netwijs"),
    ),
    "exchange.take": Entry(Permission.WRITE_SCENARIOS, lambda w, u, p: exchange.take(w.store, u, [], NOW)),
    "health.health": Entry(Permission.SEE_HEALTH, lambda w, u, p: health.health(w.store, u)),
    "insight.progress": Entry(
        Permission.SEE_OWN_PROGRESS,
        lambda w, u, p: insight.progress(w.store, u, {w.case.scenario.id: w.case}),
    ),
    "insight.results": Entry(Permission.SEE_OWN_PROGRESS, lambda w, u, p: insight.results(w.store, u)),
    "insight.tries": Entry(
        Permission.SEE_OWN_PROGRESS, lambda w, u, p: insight.tries(w.store, u, w.case.scenario.id, "opening")
    ),
    "practice.next_seed": Entry(
        Permission.PRACTISE, lambda w, u, p: practice.next_seed(w.store, u, w.case.scenario.id)
    ),
    "practice.start": Entry(
        Permission.PRACTISE,
        lambda w, u, p: practice.start(w.store, u, w.case, practice.Mode.PRACTICE, NOW, clock_on=False),
    ),
    "practice.save_draft": Entry(
        Permission.PRACTISE,
        lambda w, u, p: practice.save_draft(w.store, u, p.open_attempt, 1, (1, "x", "reply_public"), NOW),
        others=True,
    ),
    "practice.submit": Entry(
        Permission.PRACTISE,
        lambda w, u, p: practice.submit(w.store, u, p.open_attempt, 1, TEXT, Action.REPLY_PUBLIC, LATER),
        others=True,
    ),
    "practice.expire": Entry(
        Permission.PRACTISE,
        lambda w, u, p: practice.expire(w.store, u, p.open_attempt, 1, LATER),
        others=True,
    ),
    "practice.pause": Entry(
        Permission.PRACTISE, lambda w, u, p: practice.pause(w.store, u, p.open_attempt, 1, NOW), others=True
    ),
    "practice.resume": Entry(
        Permission.PRACTISE, lambda w, u, p: practice.resume(w.store, u, p.open_attempt, 1, NOW), others=True
    ),
    "practice.go_on": Entry(
        Permission.PRACTISE, lambda w, u, p: practice.go_on(w.store, u, p.attempt, NOW), others=True
    ),
    "practice.retry": Entry(
        Permission.PRACTISE, lambda w, u, p: practice.retry(w.store, u, p.attempt, 1, NOW), others=True
    ),
    "publishing.publish": Entry(
        Permission.PUBLISH_SCENARIOS,
        lambda w, u, p: publishing.publish(w.store, u, w.folder, "netwijs/nergens.yaml", NOW),
    ),
    "publishing.archive": Entry(
        Permission.PUBLISH_SCENARIOS,
        lambda w, u, p: publishing.archive(w.store, u, w.folder, "netwijs/nergens.yaml", NOW),
    ),
    "publishing.use_folder": Entry(
        Permission.PUBLISH_SCENARIOS,
        lambda w, u, p: publishing.use_folder(w.store, u, w.folder, "netwijs/nergens.yaml", NOW),
    ),
    "publishing.history": Entry(
        Permission.WRITE_SCENARIOS, lambda w, u, p: publishing.history(w.store, u, PATH)
    ),
    "run.load_run": Entry(
        Permission.PRACTISE, lambda w, u, p: run.load_run(w.store, u, p.attempt), others=True
    ),
    "run.load_turn": Entry(
        Permission.PRACTISE, lambda w, u, p: run.load_turn(w.store, u, p.attempt, 1), others=True
    ),
    "run.require_own": Entry(
        Permission.PRACTISE, lambda w, u, p: run.require_own(w.store, u, p.run), others=True
    ),
    "run.load_run_of_another": Entry(
        Permission.REVIEW,
        lambda w, u, p: run.load_run_of_another(w.store, u, p.attempt, Permission.REVIEW, NOW),
        others=True,
    ),
    **PEOPLE,
}
