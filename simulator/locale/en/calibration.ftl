# Judging together: rounds, blind judging, the outcome, and how far the score can be trusted.

calibration-intro = A few team leads judge the same replies, without seeing each other's judgement or the simulator's score. Then you see where you differ and talk about it. It counts for nobody.
calibration-unknown = There is no such round, or you are no member of it.
calibration-back = To all rounds
calibration-rounds = Your rounds
calibration-no-rounds = There is no round yet that you are a member of.
calibration-new = New round
calibration-opened-by = Opened by { $who } on { $when }
calibration-due = Due on { $when }
calibration-late = Was due on { $when }
calibration-count = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
calibration-done-of = { $done } of { $members } people done
calibration-closed-on = Closed on { $when }
calibration-to-judge = Judge: { $title }
calibration-to-look = View: { $title }
calibration-to-results = Outcome: { $title }

calibration-title = Name of the round
calibration-due-date = Due on (may stay empty)
calibration-members = Who takes part, besides you?
calibration-members-choose = Choose team leads
calibration-no-leads = There is no other team lead yet. A round is for two people or more.
calibration-days = Replies of the last
calibration-days-value = { $days } days
calibration-scenario = Scenario
calibration-scenario-any = All scenarios
calibration-how = How do you choose the replies?
calibration-how-draw = By chance
calibration-how-choose = Choose myself
calibration-how-many = How many replies?
calibration-found = { $count ->
    [0] No replies found. Choose a longer time or another scenario.
    [one] { $count } reply of your team found.
   *[other] { $count } replies of your team found.
}
calibration-draw-about = Chance takes as many passed as not passed replies where it can. You do not see which.
calibration-choose = Replies
calibration-choose-hint = Choose replies
calibration-evidence = Below { $least } replies there are no figures; a verdict on the simulator takes { $badge } or more, in one or more rounds.
calibration-open-button = Open the round
calibration-opened = The round is open.

calibration-progress = Reply { $number } of { $count }
calibration-thread = The conversation so far
calibration-reply = The reply
calibration-no-text = No text was sent.
calibration-did = Done: { $action }
calibration-time = Time: { $elapsed } of { $target } minutes
calibration-facts = What is known about this case
calibration-rules = Protocol of { $name }
calibration-yours = Your judgement
calibration-saved = Everything is kept at once. You can go on later.
calibration-scores = Points
calibration-choose-score = Choose
calibration-passed = Would you let this pass?
calibration-yes = yes
calibration-no = no
calibration-abstain = no opinion
calibration-expected = Is this in it?
calibration-expected-about = Feel free to skip what you do not know.
calibration-met = yes
calibration-not-met = no
calibration-faults = Which mistakes do you see?
calibration-faults-about = What you do not mark is not in it, as you see it.
calibration-faults-in = Mistakes in { $dimension }
calibration-faults-abstain = I have no opinion on these
calibration-previous = Previous
calibration-next = Next
calibration-finish = I am done
calibration-finish-about = After that you cannot change anything. When everybody is done, you see the outcome.
calibration-to-do = Not complete: reply { $numbers }. Give points and yes or no, or choose “no opinion”.
calibration-waiting = You are done. You see the outcome when everybody is done.
calibration-who = Who is done?
calibration-is-done = done
calibration-is-busy = still busy
calibration-close = Close the round
calibration-close-about = Whoever is still busy cannot go on then. What was judged so far counts.
calibration-close-yes = Yes, close the round

calibration-counting = Working out the figures…
calibration-agreement = How far do you agree?
calibration-how-to-read = How to read this
calibration-read-kappa = Points are compared in six groups: { $bands }. The figure is quadratic weighted kappa: 1 is full agreement, 0 is no more than chance. With more people it is the mean of all pairs.
calibration-read-ac1 = For yes or no the figure is Gwet's AC1. It stays fair when nearly everything is yes.
calibration-read-interval = In brackets is the range in which the true figure lies with 95 % certainty. The fewer replies, the wider.
calibration-read-few = Below { $least } replies it says “too few to say”.
calibration-read-scorer = “With the simulator” compares the middle judgement of people with the automatic score as it is now.
calibration-read-one-band = If all judgements fell in the same group, kappa says nothing and there is a dash.
calibration-what = About
calibration-between = Between people
calibration-with-scorer = With the simulator
calibration-n = Replies
calibration-prevalence = In order (for points: the commonest group)
calibration-too-few = too few to say ({ $n })
calibration-interval = { $value } ({ $low } to { $high })
calibration-passed-name = Passed
calibration-per-criterion = Per criterion
calibration-per-pair = Per two people
calibration-pair = { $first } and { $second }
calibration-no-criteria = Nobody judged a criterion.

calibration-talk = Talk about these
calibration-talk-about = On these replies your judgements are furthest apart.
calibration-talk-none = You agree on all replies.
calibration-which = Reply
calibration-which-value = Reply { $number }
calibration-which-apart = Reply { $number } (far apart)
calibration-in-order = in order
calibration-not-in-order = not in order
calibration-scorer = Simulator
calibration-agreed = Agreed
calibration-agreed-about = What do you agree on? Who opened the round fills it in.

calibration-badges = How far can you trust the simulator?
calibration-badges-about = Per criterion, measured over all closed rounds of your organisation. Every criterion begins as “with a human look”. It becomes “automatic” only when people agree with each other and the simulator agrees with them: in { $least } replies or more, with the whole range above { $bar }, and when both cases (in order and not) came up often enough. When they turn out not to agree, it becomes “people only”.
calibration-badges-count = Automatic: { $automatic }. With a human look: { $look }. People only: { $people }.
calibration-badge-automatic = automatic
calibration-badge-with-a-look = with a human look
calibration-badge-people-only = people only
calibration-badge = Trust
calibration-criterion = Criterion
calibration-badges-rest = { $count ->
    [one] Nothing was judged yet on { $count } other criterion: with a human look.
   *[other] Nothing was judged yet on { $count } other criteria: with a human look.
}

calibration-error = This did not work. Try again.
calibration-error-unknown = There is no such round, or you are no member of it.
calibration-error-title = Give the round a name of at most 120 characters.
calibration-error-replies = Choose 1 to 40 replies of your own team.
calibration-error-members = Choose at least one other team lead.
calibration-error-due = Choose a day that is still to come.
calibration-error-closed = The round is closed or you were done. This was not kept.
calibration-error-not-yet = The outcome is there when everybody is done or the round is closed.
calibration-error-judgement = This cannot be judged here.
calibration-error-incomplete = Not all replies have been judged.
