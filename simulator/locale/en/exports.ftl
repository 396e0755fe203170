# Exports: files that can be fetched only once, and the page that makes them.

exports-link-over = This link does not work (any more). Go back and ask for the file again.
exports-link-once = The link works once, for five minutes, and only in this browser.

exports-intro = Make a file with figures of your team or organisation. People stand in it under a code, not their name, unless you choose otherwise below. Every export goes into the log.
exports-what = What do you want to export?
exports-what-attempts = Tries
exports-what-scores = Replies with scores
exports-what-findings = Remarks on replies
exports-what-reviews = Reviews by team leads
exports-what-marks = Comments of team leads on words
exports-what-disputes = Disputes of trainees
exports-what-attempts-about = A row for each time somebody practised a scenario.
exports-what-scores-about = A row for each reply. The automatic score, the adjusted score and the final score stand side by side.
exports-what-findings-about = A row for each remark that the simulator made on a reply.
exports-what-reviews-about = A row for each review, or for each adjustment when there are more.
exports-what-marks-about = One row per comment that a team lead made on words of a reply.
exports-what-disputes-about = One row per remark that a trainee disagreed with, with the decision once there is one.
exports-form = Kind of file
exports-form-csv = CSV, with commas
exports-form-csv-semicolon = CSV, with semicolons (for Excel in Dutch or French)
exports-form-xlsx = Excel
exports-form-json = JSON
exports-team = Team
exports-team-all = The whole organisation
exports-period = Period
exports-period-30 = The last 30 days
exports-period-90 = The last 90 days
exports-period-365 = The last year
exports-period-own = Choose yourself
exports-since = From (yyyy-mm-dd)
exports-until = Up to and including (yyyy-mm-dd)
exports-bad-period = Give two days as yyyy-mm-dd, the first not after the last. For example 2026-11-01.
exports-person = Whose?
exports-person-all = Everybody
exports-names = With names
exports-names-off = Names are off: your organisation does not compare people by name. Choose one person to export their work with their name.
exports-words = Also what people wrote: replies, quotations and comments
exports-is-logged = Whoever can be known by this file sees under ‘My data’ that you exported it.
exports-make = Make the link
exports-get = Fetch: { $what } ({ $form })

exports-xapi-title = For a learning system (xAPI)
exports-xapi-intro = Statements in the format xAPI 1.0.3, with the final score and the score by a person. They hold no names and no texts. Sending twice gives one statement.
exports-xapi-get = Fetch: xAPI statements (JSON)
exports-xapi-make = Make the link for xAPI
exports-lrs-off = Sending to a learning system (LRS) is off: no address is set. An administrator can do that at Settings of the organisation.
exports-lrs-to = Address of the learning system: { $address }
exports-lrs-send = Send to the learning system
exports-lrs-busy = Sending
exports-lrs-sent =
    { $count ->
        [0] There was nothing to send in this period.
        [one] One statement was sent.
       *[other] { $count } statements were sent.
    }
exports-lrs-before =
    { $count ->
        [0] Nothing arrived.
        [one] One statement did arrive.
       *[other] { $count } statements did arrive.
    }
exports-lrs-error-off = No address of a learning system is set.
exports-lrs-error-address = This address is not allowed: use one that begins with https://, without a name or password in it. Only for this computer itself http:// is allowed too.
exports-lrs-error-unreachable = The learning system does not answer. Try again later; what arrived already will not be there twice.
exports-lrs-error-credentials = The learning system refuses the name or password. An administrator sets those on the server.
exports-lrs-error-conflict = The learning system has another statement with the same number.
exports-lrs-error-refused = The learning system refuses these statements.

exports-about = Times are in UTC.
exports-about-cells = Times are in UTC. Text that looks like a formula got a ' before it, so that no program carries it out.
exports-verb-answered = answered
exports-verb-completed = completed
exports-verb-passed = passed
exports-verb-failed = failed

exports-col-attempt = Number of the try.
exports-col-person = Code of the person.
exports-col-name = Name; empty when somebody is not in the team any more.
exports-col-team = Team that the try counts in.
exports-col-scenario = Name of the scenario's file.
exports-col-scenario-version = Version of the scenario.
exports-col-mode = practice or test.
exports-col-clock-on = Whether the clock ran.
exports-col-time-factor = How many times the usual time somebody had.
exports-col-retry-of = Number of the try that this is another go at.
exports-col-started-at = Start.
exports-col-finished-at = End; empty while the try is still open.
exports-col-replies = Number of replies.
exports-col-reply = Number of the reply.
exports-col-turn = Which message of the conversation.
exports-col-action = What somebody did: reply in public or private, pass on, note, leave unanswered.
exports-col-answered-at = When the reply was sent.
exports-col-elapsed-seconds = Seconds until the reply, without pauses; empty without a clock.
exports-col-target-seconds = Seconds within which a reply was expected.
exports-col-expired = Whether the time was up.
exports-col-automatic-passed = Whether the reply passed by the simulator.
exports-col-automatic-total = Total (0-100) by the simulator.
exports-col-automatic-speed = Speed by the simulator.
exports-col-automatic-tone = Tone by the simulator.
exports-col-automatic-personalisation = Personalisation by the simulator.
exports-col-automatic-protocol = Protocol by the simulator.
exports-col-adjusted-passed = Whether it passed after a person's adjustment; empty when nobody adjusted anything.
exports-col-adjusted-total = Total after adjustment; empty when nobody adjusted anything.
exports-col-adjusted-speed = Speed after adjustment.
exports-col-adjusted-tone = Tone after adjustment.
exports-col-adjusted-personalisation = Personalisation after adjustment.
exports-col-adjusted-protocol = Protocol after adjustment.
exports-col-final-passed = Whether it passed: what counts.
exports-col-final-total = Total that counts: the adjusted one if there is one, else the automatic one.
exports-col-final-speed = Speed that counts.
exports-col-final-tone = Tone that counts.
exports-col-final-personalisation = Personalisation that counts.
exports-col-final-protocol = Protocol that counts.
exports-col-scorer-version = Version of the scorer.
exports-col-rubric = Fingerprint of the criteria and weights.
exports-col-text = The reply itself.
exports-col-criterion = Criterion.
exports-col-dimension = Part of the score.
exports-col-code = Which remark it is.
exports-col-critical = Whether this alone means 'not passed'.
exports-col-uncertain = Whether the simulator was in doubt.
exports-col-effect = Points that it cost.
exports-col-earned = Points that were at stake and were kept.
exports-col-principle = Principle that the criterion follows from.
exports-col-start = First character of the words that it is about, from 0.
exports-col-end = One after the last character.
exports-col-quotation = The words that it is about.
exports-col-review = Number of the review.
exports-col-reviewer = Code of the one who reviewed.
exports-col-reviewed-at = When.
exports-col-outcome = Outcome.
exports-col-blind = Whether the lead had not seen the automatic score yet.
exports-col-compliment = Whether there was a compliment.
exports-col-adjusted-name = What was adjusted: part of the score, criterion or 'passed'.
exports-col-automatic-value = Value by the simulator.
exports-col-adjusted-value = Value by the team lead.
exports-col-reason = Reason from the list.
exports-col-comment = Comment of the team lead.
exports-col-adjustment-words = Explanation of the adjustment.
exports-col-dispute = Number of the dispute.
exports-col-disputed-at = When the trainee said so.
exports-col-dispute-words = What the trainee wrote with it.
exports-col-decided-at = When it was decided; empty if it has not been yet.
exports-col-decided-by = Code of who decided.
