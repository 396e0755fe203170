# A trainee's disputes of a remark, the team lead's decision, and the proposals that come of it.

disputes-heading = Disagree?
disputes-open-form = Do you disagree with a remark?
disputes-about = Is a remark wrong? Put it to your team lead. You can do so once per remark, until { $until }.
disputes-which = Which remark is it about?
disputes-option = { $title }: { $body }
disputes-reason = What is wrong?
disputes-reason-misread = My reply was misread
disputes-reason-missing-context = The circumstances do not count
disputes-reason-rule-wrong = The rule itself is wrong
disputes-reason-technical = Something went wrong technically
disputes-reason-other = Something else
disputes-words = Explain why (your team lead reads this)
disputes-send = Send the dispute
disputes-sent = Your dispute is sent. The answer will stand here.
disputes-withdraw = Withdraw the dispute
disputes-withdraw-about = You cannot dispute this remark again after that.
disputes-state-open = Waiting for your team lead since { $when }
disputes-state-accepted = Your team lead agreed on { $when }
disputes-state-partly = Your team lead partly agreed on { $when }
disputes-state-rejected = The remark stands, decided on { $when }
disputes-state-withdrawn = Withdrawn by you on { $when }
disputes-your-words = Your explanation
disputes-answer = Your team lead's answer
disputes-counts = The score that counts now: { $total } ({ $verdict }). The automatic score was { $automatic }.
disputes-turn-option = Turn { $number }: { $what }
disputes-answered = Your team lead decided on your dispute
disputes-answered-look = Read the answer
disputes-error-late = The term for a dispute is over.
disputes-error-finding = This reply has no such remark.
disputes-error-before = You disputed this remark before.
disputes-error-words = Write an explanation of at most { $most } characters.
disputes-error-team = You are in no team, so nobody can decide on your dispute. Ask your administrator to put you in a team.
disputes-error-unknown = There is no such dispute.
disputes-error-closed = This dispute is decided or withdrawn already.

# The team lead's page
disputes-lead-about = Your people think that a remark is wrong. The oldest dispute comes first.
disputes-none = No dispute is waiting for you.
disputes-waiting = { $count ->
    [0] since today
    [one] waiting for { $count } day
   *[other] waiting for { $count } days
}
disputes-look = Look
disputes-decided-heading = Decided in the last 30 days
disputes-decided-none = Nothing decided yet.
disputes-back = To all disputes
disputes-detail-title = Dispute: { $what }
disputes-of = By { $name }, { $when }. { $name } can see that you looked at this.
disputes-reply = The reply
disputes-finding = The remark
disputes-their-words = The trainee's explanation
disputes-would-change = What your decision changes
disputes-would-change-about = With "partly agree" the remark counts for half; a critical remark stays critical.
disputes-would-not = The score does not change: other remarks weigh more.
disputes-column-what = Part
disputes-column-now = Counts now
disputes-column-accepted = If you agree
disputes-column-partly = If you partly agree
disputes-row-passed = Verdict
disputes-unscored = unscored
disputes-decision = Your decision
disputes-decision-accepted = Agree: the remark does not count
disputes-decision-partly = Partly agree: the remark counts for half
disputes-decision-rejected = Disagree: the remark stands
disputes-comment = What do you want to tell the trainee? (required)
disputes-decide = Record the decision
disputes-outcome-accepted = You agreed
disputes-outcome-partly = You partly agreed
disputes-outcome-rejected = The remark stood
disputes-outcome-withdrawn = The trainee withdrew the dispute
disputes-given-comment = Answer given
disputes-choose = Choose a decision.

# From dispute to example
proposals-heading = Can the scenario learn from this?
proposals-about = Propose a part of the reply as an example. A trainer decides. The trainee's name does not go along.
proposals-example = Which part is the example?
proposals-whole = The whole reply
proposals-counts = The example will then count as good for: { $point }
proposals-not-flagged = The example will then not be held against anybody for: { $point }
proposals-effect = What the example changes
proposals-effect-disputed = This reply: from { $before } to { $after } ({ $verdict }).
proposals-effect-disputed-same = This reply: stays { $before }.
proposals-effect-none = None of the { $count } checks of the golden replies changes.
proposals-effect-golden = { $label } { $number }, variant { $variant }: from { $before } to { $after }
proposals-effect-golden-out = { $label } { $number }, variant { $variant }: from { $before } to { $after }. Mind: that no longer fits what the author expects.
proposals-effect-some = { $count } of the { $all } checks of the golden replies change:
proposals-effect-gone = The scenario of today does not have this point any more. A trainer cannot place the example then.
proposals-rubric = This remark belongs to the fixed criteria, not to this scenario. A trainer can pass the example on to the makers of the criteria. Until they use it, nothing changes.
proposals-send = Propose to the trainers
proposals-sent = Proposed to the trainers: { $example }
proposals-error = This cannot be done.
proposals-error-point = The scenario does not have this point any more.
proposals-error-not-accepted = Only a dispute that you agreed with becomes an example.
proposals-error-example = The reply has no such part.
proposals-error-unknown = There is no such proposal.
proposals-error-closed = This proposal is decided already.

# The trainer's page
proposals-trainer-about = Team leads agreed with a dispute and propose an example. You see the words, not whose they are.
proposals-none = There are no proposals.
proposals-words = The words
proposals-why = Reason of the dispute: { $reason }
proposals-when = Proposed on { $when }
proposals-take = Take over
proposals-take-about = The example goes into your working copy of the scenario. You publish it yourself.
proposals-pass-on = Passed on
proposals-decline = Decline
proposals-copy = Text for the makers of the criteria
proposals-decided-heading = Decided already
proposals-taken = Taken over on { $when }
proposals-declined = Declined on { $when }
proposals-scenario-gone = This scenario is gone; you can only decline the proposal.
health-disputed = Replies with a dispute
