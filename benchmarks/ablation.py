"""What each family of signals adds: `python -m benchmarks.ablation`.

Points are fitted again without the criteria of a family, with each training scenario left out in turn, and the loss of
quadratic weighted kappa is printed. Families that read the same words overlap, so the losses do not add up.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from benchmarks import fit, ratings
from benchmarks.agreement import qwk
from benchmarks.signals import TEXT, Signals, signals

FAMILIES: dict[str, tuple[str, ...]] = {
    "the scenario's own expectations (coverage)": (
        "protocol.own_points", "protocol.forbidden_points", "personalisation.answers_this_case", "tone.attentive",
    ),
    "sentence moves: friendly voice and faults of tone": (
        "tone.friendly_voice", "tone.irritated", "tone.speaks_ill", "tone.defensive", "tone.blames_customer",
        "tone.non_apology", "tone.dismissive", "tone.lecturing", "tone.sarcastic", "tone.rude",
        "tone.misplaced_humour", "personalisation.against_person",
    ),
    "warmth: acknowledging, apology, thanks, calm": (
        "tone.acknowledges_emotion", "tone.apologises", "tone.thanks", "tone.humour_joins_in", "tone.stays_calm",
        "tone.warmth",
    ),
    "wording: register, plain language, spelling": (
        "tone.right_register", "tone.plain_language", "tone.officialese", "tone.spelling", "tone.shouting",
    ),
    "name, signature, own voice": (
        "personalisation.greets_by_name", "personalisation.signature", "personalisation.own_voice",
        "personalisation.wrong_name", "protocol.no_signature",
    ),
    "details of this case": ("personalisation.case_details",),
    "copies and formulas": (
        "personalisation.robot_phrases", "personalisation.like_standard_reply", "protocol.leans_on_template",
    ),
    "process: step, time, private move, explanation": (
        "protocol.next_step", "protocol.time_indication", "protocol.says_seen", "protocol.explains",
        "protocol.asks_on", "protocol.passes_on_inside", "protocol.closes_in_public", "protocol.invites_contact",
        "protocol.refers_to_right_party", "protocol.corrects_calmly", "protocol.asks_removal",
        "protocol.moves_to_private", "protocol.answers_in_public", "protocol.sends_away", "protocol.too_long",
    ),
    "privacy": (
        "protocol.asks_personal_data_in_public", "protocol.reveals_personal_data", "protocol.names_third_party",
        "protocol.confirms_customer", "protocol.asks_bsn",
    ),
    "promises, liability, others, opinion": (
        "protocol.empty_promise", "protocol.promise_outside_mandate", "protocol.admits_liability",
        "protocol.negative_about_others", "protocol.private_opinion",
    ),
}  # fmt: skip


def without(seen: Signals, family: tuple[str, ...]) -> Signals:
    """The signals with a family's columns at nothing."""
    amounts = seen.amounts.copy()
    amounts[:, [seen.names.index(name) for name in family if name in seen.names]] = 0
    return replace(seen, amounts=amounts)


def main() -> None:
    """Print the table."""
    rated = ratings.rated(*ratings.TRAIN_SETS)
    seen = signals(rated)
    marks = {s: np.array([r.reference[s] for r in rated], dtype=float) for s in ratings.SCALES}

    def figures(what: Signals) -> list[float]:
        values = fit.left_out(rated, what)
        found = [qwk(marks[d.value], values[:, i]) for i, d in enumerate(TEXT)]
        return [*found, qwk(marks["overall"], fit.totals(values))]

    whole = figures(seen)
    print("| without | tone | personalisation | protocol | overall |\n| --- | --- | --- | --- | --- |")
    print("| (nothing left out) | " + " | ".join(f"{f:.3f}" for f in whole) + " |")
    for name, family in FAMILIES.items():
        less = figures(without(seen, family))
        print(f"| {name} | " + " | ".join(f"{b - a:+.3f}" for a, b in zip(whole, less, strict=True)) + " |")


if __name__ == "__main__":
    main()
