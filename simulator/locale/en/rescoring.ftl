# Scoring again: first try, then apply, and take back if need be.

rescoring-intro = New replies always get the rules and weights of today. Here you have older replies scored again. Old scores are kept, and you can take it back.
rescoring-now = The rules of today
rescoring-rubric = Mark of the rules
rescoring-version = Version of the scoring
rescoring-weights = Weights
rescoring-weight = { $name } { $share }
rescoring-replies = Replies
rescoring-other = Scored by other rules
rescoring-try = Try first
rescoring-try-about = This changes nothing. You see who would get other points and who moves over the pass line.
rescoring-how-many = How many replies?
rescoring-all = All
rescoring-newest = The newest { $count }
rescoring-try-button = Try
rescoring-begins = Starting…
rescoring-busy = Busy: { $done } of { $count }
rescoring-lost = { $count ->
    [one] { $count } reply cannot be scored again: its version of the scenario is gone. It keeps its score.
   *[other] { $count } replies cannot be scored again: their version of the scenario is gone. They keep their score.
}
rescoring-found = { $scored ->
    [one] { $scored } reply looked at.
   *[other] { $scored } replies looked at.
} { $moving ->
    [0] No reply gets other points.
    [one] { $moving } reply gets other points.
   *[other] { $moving } replies get other points.
}
rescoring-words-only = { $count ->
    [one] In { $count } reply something in the remarks changes.
   *[other] In { $count } replies something in the remarks changes.
}
rescoring-cross = Over the pass line: { $up } now pass, { $down } no longer do.
rescoring-who = Who
rescoring-scenario = Scenario
rescoring-message = Message
rescoring-total = Points
rescoring-move = { $before } → { $after }
rescoring-verdict = Verdict
rescoring-stays-passed = stays passed
rescoring-stays-not-passed = stays not passed
rescoring-now-passes = now passes
rescoring-no-longer-passes = no longer passes
rescoring-cut-list = These are { $shown } of { $count }.
rescoring-apply = Apply
rescoring-apply-about = Each reply that gets other points gets a new score besides. A score that a person gave still counts. If this is interrupted, do it again: it goes on where it was.
rescoring-reason = Why? (stands in the list below)
rescoring-apply-button = Score everything again
rescoring-applied = { $count ->
    [0] Everything was scored by the rules of today already.
    [one] Done: { $count } new score.
   *[other] Done: { $count } new scores.
}
rescoring-history = Done before
rescoring-none = Nothing was ever scored again.
rescoring-done = { $count ->
    [one] { $count } new score, by { $who } on { $when }
   *[other] { $count } new scores, by { $who } on { $when }
}
rescoring-undone = { $count ->
    [one] Taken back: { $count } score, by { $who } on { $when }
   *[other] Taken back: { $count } scores, by { $who } on { $when }
}
rescoring-with = Rules { $rubric }, version { $version }
rescoring-because = Reason: { $reason }
rescoring-revert = Take back
rescoring-revert-about = All replies of this time get the score of before back, as a new score.
rescoring-revert-yes = Yes, take back
rescoring-revert-go-on = Go on with taking back
rescoring-revert-cut = Taking back was interrupted and is not complete.
rescoring-reverted = { $count ->
    [0] Everything was taken back already.
    [one] Taken back: { $count } score.
   *[other] Taken back: { $count } scores.
}
rescoring-error = This did not work. Try again.
rescoring-error-reason = Write down why.
rescoring-error-revert = Only what was done last can be taken back. Load the page again.
