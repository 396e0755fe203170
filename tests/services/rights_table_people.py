"""The part of the rights table that concerns people: review, disputes, insight, exports, privacy, management."""

from __future__ import annotations

from datetime import date, timedelta

from simulator import (
    assignments,
    audit_trail,
    calibrated,
    calibration,
    certificates,
    dispute_decisions,
    disputes,
    downloads,
    employer,
    erasure,
    exports,
    installation,
    looks,
    lrs,
    paths,
    people_admin,
    privacy,
    proposals,
    rescoring,
    review,
    review_queue,
    review_reading,
    sign_in,
    team_insight,
    xapi,
)
from simulator.accounts import Permission, Role
from tests.conftest import NOW
from tests.services.rights_base import LATER, PATH, Entry

SPAN = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
DAY = timedelta(days=1)


def _export(team: str = "", person: str = "") -> exports.Wanted:
    what, form = next(iter(exports.What)), next(iter(exports.Form))
    return exports.Wanted(what=what, form=form, team=team, person=person, **SPAN)


REVIEWING = {
    "assignments.assign": Entry(
        Permission.ASSIGN,
        lambda w, u, p: assignments.assign(w.store, u, p.team, [w.case], [p.user.id], NOW),
        others=True,
    ),
    "assignments.given": Entry(Permission.ASSIGN, lambda w, u, p: assignments.given(w.store, u, NOW)),
    "assignments.mine": Entry(Permission.PRACTISE, lambda w, u, p: assignments.mine(w.store, u, NOW)),
    "assignments.trainees": Entry(
        Permission.ASSIGN, lambda w, u, p: assignments.trainees(w.store, u, p.team), others=True
    ),
    "assignments.withdraw": Entry(
        Permission.ASSIGN, lambda w, u, p: assignments.withdraw(w.store, u, [p.assignment], NOW), others=True
    ),
    "looks.ask": Entry(
        Permission.PRACTISE, lambda w, u, p: looks.ask(w.store, u, p.attempt, p.turn, NOW), others=True
    ),
    "looks.asked_at": Entry(
        Permission.PRACTISE, lambda w, u, p: looks.asked_at(w.store, u, p.run, p.turn), others=True
    ),
    "review.allowed_place": Entry(
        Permission.REVIEW,
        lambda w, u, p: review.allowed_place(w.store, u, p.turn),
        others=True,
        own_work=False,
    ),
    "review.hold": Entry(
        Permission.REVIEW, lambda w, u, p: review.hold(w.store, u, p.turn, NOW), others=True, own_work=False
    ),
    "review.let_go": Entry(
        Permission.REVIEW,
        lambda w, u, p: review.let_go(w.store, u, p.turn),
    ),
    "review.open_reply": Entry(
        Permission.REVIEW,
        lambda w, u, p: review.open_reply(w.store, u, p.turn, NOW),
        others=True,
        own_work=False,
    ),
    "review.store_own_scores": Entry(
        Permission.REVIEW,
        lambda w, u, p: review.store_own_scores(w.store, u, p.turn, p.card, {"tone": 70.0}, NOW),
        others=True,
        own_work=False,
    ),
    "review.submit_review": Entry(
        Permission.REVIEW,
        lambda w, u, p: review.submit_review(
            w.store, u, p.turn, p.card, review.Judgement(review.Outcome.AGREED, "Mooi."), NOW
        ),
        others=True,
        own_work=False,
    ),
    "review_queue.order": Entry(
        Permission.REVIEW, lambda w, u, p: review_queue.order(w.store, u, review_queue.Filters())
    ),
    "review_queue.people": Entry(Permission.REVIEW, lambda w, u, p: review_queue.people(w.store, u)),
    "review_queue.queue": Entry(
        Permission.REVIEW, lambda w, u, p: review_queue.queue(w.store, u, review_queue.Filters(), NOW)
    ),
    "review_queue.settings_for": Entry(
        Permission.REVIEW, lambda w, u, p: review_queue.settings_for(w.store, u)
    ),
    "review_reading.history": Entry(
        Permission.REVIEW,
        lambda w, u, p: review_reading.history(w.store, u, p.turn),
        others=True,
        own_work=False,
    ),
    "review_reading.own_reviews": Entry(
        Permission.SEE_OWN_PROGRESS,
        lambda w, u, p: review_reading.own_reviews(w.store, u, p.run),
        others=True,
    ),
    "review_reading.reviewed_lately": Entry(
        Permission.SEE_OWN_PROGRESS, lambda w, u, p: review_reading.reviewed_lately(w.store, u, NOW - DAY)
    ),
    "review_reading.standing": Entry(
        Permission.REVIEW,
        lambda w, u, p: review_reading.standing(w.store, u, p.turn, None),
        others=True,
        own_work=False,
    ),
}

DISPUTES = {
    "disputes.answered": Entry(Permission.DISPUTE, lambda w, u, p: disputes.answered(w.store, u, NOW - DAY)),
    "disputes.dispute": Entry(
        Permission.DISPUTE,
        lambda w, u, p: disputes.dispute(
            w.store, u, p.attempt, 1, ("tone.nowhere", "x", None), disputes.Reason.MISREAD, "Nee.", NOW
        ),
        others=True,
    ),
    "disputes.of_reply": Entry(
        Permission.DISPUTE, lambda w, u, p: disputes.of_reply(w.store, u, p.run, 1, NOW), others=True
    ),
    "disputes.withdraw": Entry(
        Permission.DISPUTE, lambda w, u, p: disputes.withdraw(w.store, u, p.dispute, NOW), others=True
    ),
    "dispute_decisions.decide": Entry(
        Permission.DECIDE_DISPUTES,
        lambda w, u, p: dispute_decisions.decide(
            w.store, u, p.dispute, disputes.Outcome.REJECTED, "Toch niet.", NOW
        ),
        others=True,
        own_work=False,
    ),
    "dispute_decisions.decided": Entry(
        Permission.DECIDE_DISPUTES, lambda w, u, p: dispute_decisions.decided(w.store, u, NOW)
    ),
    "dispute_decisions.look_at": Entry(
        Permission.DECIDE_DISPUTES,
        lambda w, u, p: dispute_decisions.look_at(w.store, u, p.dispute, NOW),
        others=True,
        own_work=False,
    ),
    "dispute_decisions.to_decide": Entry(
        Permission.DECIDE_DISPUTES, lambda w, u, p: dispute_decisions.to_decide(w.store, u)
    ),
    "proposals.propose": Entry(
        Permission.DECIDE_DISPUTES,
        lambda w, u, p: proposals.propose(w.store, u, p.dispute, 0, NOW),
        others=True,
        own_work=False,
    ),
    "proposals.proposed": Entry(
        Permission.DECIDE_DISPUTES,
        lambda w, u, p: proposals.proposed(w.store, u, p.dispute),
        others=True,
        own_work=False,
    ),
    "proposals.offered": Entry(Permission.DECIDE_PROPOSALS, lambda w, u, p: proposals.offered(w.store, u)),
    "proposals.decline": Entry(
        Permission.DECIDE_PROPOSALS,
        lambda w, u, p: proposals.decline(w.store, u, p.proposal, NOW),
        others=True,
    ),
    "proposals.take": Entry(
        Permission.DECIDE_PROPOSALS,
        lambda w, u, p: proposals.take(w.store, u, w.folder, p.proposal, PATH, NOW),
        others=True,
    ),
}

CALIBRATING = {
    name: Entry(Permission.CALIBRATE, call, others=others)
    for name, others, call in (
        (
            "calibrated.agree",
            True,
            lambda w, u, p: calibrated.agree(w.store, u, p.round, 1, "tone", 70.0, NOW),
        ),
        ("calibrated.agreed", True, lambda w, u, p: calibrated.agreed(w.store, u, p.round)),
        ("calibrated.reply_of", True, lambda w, u, p: calibrated.reply_of(w.store, u, p.round, 1)),
        ("calibrated.results", True, lambda w, u, p: calibrated.results(w.store, u, p.round)),
        ("calibration.candidates", False, lambda w, u, p: calibration.candidates(w.store, u, LATER, days=9)),
        ("calibration.close", True, lambda w, u, p: calibration.close(w.store, u, p.round, NOW)),
        ("calibration.finish", True, lambda w, u, p: calibration.finish(w.store, u, p.round, NOW)),
        ("calibration.item", True, lambda w, u, p: calibration.item(w.store, u, p.round, 1)),
        (
            "calibration.judge",
            True,
            lambda w, u, p: calibration.judge(w.store, u, p.round, 1, "tone", 70.0, NOW),
        ),
        ("calibration.leads", False, lambda w, u, p: calibration.leads(w.store, u)),
        (
            "calibration.open_round",
            False,
            lambda w, u, p: calibration.open_round(w.store, u, "Ronde", None, [p.turn], {u.id}, NOW),
        ),
        ("calibration.own_judgements", True, lambda w, u, p: calibration.own_judgements(w.store, u, p.round)),
        ("calibration.round_of", True, lambda w, u, p: calibration.round_of(w.store, u, p.round)),
        ("calibration.rounds", False, lambda w, u, p: calibration.rounds(w.store, u)),
        ("calibration.settle", True, lambda w, u, p: calibration.settle(w.store, u, p.round, 1, NOW)),
        ("calibration.unfinished", True, lambda w, u, p: calibration.unfinished(w.store, u, p.round)),
    )
}

INSIGHT = {
    "certificates.issue": Entry(
        Permission.SEE_OWN_PROGRESS, lambda w, u, p: certificates.issue(w.store, u, "nergens", {}, NOW)
    ),
    "certificates.own_certificates": Entry(
        Permission.SEE_OWN_PROGRESS, lambda w, u, p: certificates.own_certificates(w.store, u)
    ),
    "certificates.own_paths": Entry(
        Permission.SEE_OWN_PROGRESS, lambda w, u, p: certificates.own_paths(w.store, u)
    ),
    "paths.all_paths": Entry(Permission.MAKE_PATHS, lambda w, u, p: paths.all_paths(w.store, u)),
    "paths.archive": Entry(
        Permission.MAKE_PATHS, lambda w, u, p: paths.archive(w.store, u, p.path), others=True
    ),
    "paths.make": Entry(
        Permission.MAKE_PATHS, lambda w, u, p: paths.make(w.store, u, "Begin", ("a",), 70, {"a"}, NOW)
    ),
    "team_insight.replies_of": Entry(
        Permission.SEE_NAMED_WORK,
        lambda w, u, p: team_insight.replies_of(w.store, u, p.user.id, NOW),
        others=True,
    ),
    "team_insight.team_view": Entry(
        Permission.SEE_TEAM, lambda w, u, p: team_insight.team_view(w.store, u, p.team, NOW), others=True
    ),
}

EXPORTS = {
    "downloads.offer": Entry(
        Permission.SEE_OWN_DATA, lambda w, u, p: downloads.offer(w.store, u, "own_data", {}, NOW)
    ),
    "exports.choices": Entry(Permission.EXPORT, lambda w, u, p: exports.choices(w.store, u)),
    "exports.make": Entry(
        Permission.EXPORT, lambda w, u, p: exports.make(w.store, u, _export(p.team), NOW), others=True
    ),
    "exports.people_of": Entry(
        Permission.SEE_NAMED_WORK, lambda w, u, p: exports.people_of(w.store, u, p.team), others=True
    ),
    "lrs.send": Entry(
        Permission.CHANGE_EMPLOYER,
        lambda w, u, p: lrs.send(w.store, u, xapi.Wanted(**SPAN), NOW, environment={}),
    ),
    "xapi.make": Entry(
        Permission.EXPORT,
        lambda w, u, p: xapi.make(w.store, u, xapi.Wanted(team=p.team, **SPAN), NOW),
        others=True,
    ),
    "xapi.spool": Entry(
        Permission.EXPORT,
        lambda w, u, p: xapi.spool(w.store, u, xapi.Wanted(team=p.team, **SPAN)),
        others=True,
    ),
}

PRIVACY = {
    "audit_trail.part": Entry(
        Permission.SEE_AUDIT,
        lambda w, u, p: audit_trail.part(w.store, u, audit_trail.Wanted(NOW.date(), NOW.date()), 0),
    ),
    "erasure.erase": Entry(
        Permission.ERASE_PERSON, lambda w, u, p: erasure.erase(w.store, u, p.user.id, NOW), others=True
    ),
    "erasure.plan": Entry(
        Permission.ERASE_PERSON, lambda w, u, p: erasure.plan(w.store, u, p.user.id), others=True
    ),
    "privacy.export_person": Entry(
        Permission.EXPORT_PERSON,
        lambda w, u, p: privacy.export_person(w.store, u, p.user.id, NOW),
        others=True,
        everybodys_own=True,
    ),
    "privacy.find_people": Entry(
        Permission.EXPORT_PERSON, lambda w, u, p: privacy.find_people(w.store, u, "a")
    ),
    "privacy.overview": Entry(Permission.SEE_OWN_DATA, lambda w, u, p: privacy.overview(w.store, u)),
    "privacy.own_texts": Entry(Permission.SEE_OWN_DATA, lambda w, u, p: privacy.own_texts(w.store, u, 9)),
}

MANAGING = {
    "installation.state": Entry(
        Permission.SEE_INSTALLATION, lambda w, u, p: installation.state(w.store, u, NOW)
    ),
    "employer.history": Entry(Permission.CHANGE_EMPLOYER, lambda w, u, p: employer.history(w.store, u)),
    "people_admin.activate": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.activate(w.store, u, p.user.id, NOW),
        others=True,
    ),
    "people_admin.deactivate": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.deactivate(w.store, u, p.user.id, NOW),
        others=True,
    ),
    "people_admin.give_role": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.give_role(w.store, u, p.user.id, p.team, Role(p.user.role), NOW),
        others=True,
    ),
    "people_admin.invite": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.invite(w.store, u, "nieuw@example.org", p.team, Role.TRAINEE, NOW),
        others=True,
    ),
    "people_admin.make_team": Entry(
        Permission.MANAGE_PEOPLE, lambda w, u, p: people_admin.make_team(w.store, u, "Nieuw", NOW)
    ),
    "people_admin.open_invitations": Entry(
        Permission.MANAGE_PEOPLE, lambda w, u, p: people_admin.open_invitations(w.store, u, NOW)
    ),
    "people_admin.people_list": Entry(
        Permission.MANAGE_PEOPLE, lambda w, u, p: people_admin.people_list(w.store, u, NOW)
    ),
    "people_admin.recovery_link": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.recovery_link(w.store, u, p.user.id, NOW),
        others=True,
    ),
    "people_admin.rename_team": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.rename_team(w.store, u, p.team, "Anders", NOW),
        others=True,
    ),
    "people_admin.take_role": Entry(
        Permission.MANAGE_PEOPLE,
        lambda w, u, p: people_admin.take_role(w.store, u, p.user.id, p.team, NOW),
        others=True,
    ),
    "people_admin.teams": Entry(Permission.MANAGE_PEOPLE, lambda w, u, p: people_admin.teams(w.store, u)),
    "people_admin.withdraw": Entry(
        Permission.MANAGE_PEOPLE, lambda w, u, p: people_admin.withdraw(w.store, u, "nergens", NOW)
    ),
    "rescoring.apply": Entry(Permission.RESCORE, lambda w, u, p: rescoring.apply(w.store, u, "Nieuw.", NOW)),
    "rescoring.dry_run": Entry(Permission.RESCORE, lambda w, u, p: rescoring.dry_run(w.store, u)),
    "rescoring.history": Entry(Permission.RESCORE, lambda w, u, p: rescoring.history(w.store, u)),
    "rescoring.revert": Entry(
        Permission.RESCORE, lambda w, u, p: rescoring.revert(w.store, u, "nergens", "Toch niet.", NOW)
    ),
    "rescoring.state": Entry(Permission.RESCORE, lambda w, u, p: rescoring.state(w.store, u)),
    "sign_in.change_password": Entry(
        Permission.CHANGE_OWN_SETTINGS,
        lambda w, u, p: sign_in.change_password(w.store, u, "oud", "een heel nieuw wachtwoord", NOW, ""),
    ),
}

PEOPLE = {**REVIEWING, **DISPUTES, **CALIBRATING, **INSIGHT, **EXPORTS, **PRIVACY, **MANAGING}
