# Personal data: what is kept and why, one's own data, and those of somebody else.

# The page with one's own data.

privacy-intro = Here is what the simulator keeps about you, why, and who looked at it.
privacy-file-title = Take your data with you
privacy-file-about = You get one file with everything that is stored about you, with an explanation of each column.
privacy-file-ask = Make my file
privacy-file-link = Fetch your data (JSON)
privacy-seen-title = Who looked at your work
privacy-seen-about = A team lead or administrator who looks at your work under your name is listed here.
privacy-seen-none = Nobody has looked at your work under your name.
privacy-seen-more = The newest { $shown } of { $all }. All of them are in your file.
privacy-when = When
privacy-who = Who
privacy-role-and-team = Role and team
privacy-seen-what = What
privacy-role-in-team = { $role }, { $team }
privacy-no-role = No role any more
privacy-look-reply = One of your replies
privacy-look-replies = Your replies
privacy-look-export = A file with your work
privacy-look-data = All your data
privacy-look-other = Your work
privacy-look-scenario = { $what }: { $scenario }
privacy-erased-person = Somebody whose data were erased
privacy-held-title = What is kept and why
privacy-held-about = Your organisation decides how long attempts are kept. Numbers are shown.
privacy-what = What
privacy-rows = Number
privacy-why = Why
privacy-how-long = How long
privacy-others-rows = What stays after erasing, without your name
privacy-others-about = You did this for others, for the scenarios or for the organisation, or it is counts and logs. When your data are erased, this stays without your name.
privacy-not-kept = What is not kept: how fast you type, and what you might feel. The mood in a conversation is that of the made-up customer.
privacy-texts-title = Your texts
privacy-texts-none = You have not written anything yet.
privacy-texts-shown = The newest { $shown } replies. Open one to read all of it.
privacy-texts-more = Show older replies
privacy-drafts = Not sent yet
privacy-tasks = Assignments
privacy-task-done = done
privacy-task-open = open
privacy-certificates = Certificates
privacy-score = Score
privacy-score-final = Score after a person adjusted it
privacy-score-words = { $total }, { $verdict }
privacy-unscored = unscored
privacy-said-review = Reviewed
privacy-said-mark = On your words
privacy-said-adjustment = Score adjusted
privacy-said-dispute = Your dispute
privacy-said-answer = Answer to your dispute
privacy-no-words = Without words
privacy-rights-title = Correct, erase or object
privacy-rights-about = Is a judgement wrong? Dispute it at the reply itself.
privacy-rights-erase = Do you want your data to be erased? Ask an administrator of your organisation. Your replies, scores, assignments and your account go. Only counts and logs without a name stay.
privacy-rights-complain = Not settled? Turn to your organisation's data protection officer, or to the data protection authority.
privacy-browser = What you type is also kept in your own browser until you send it. You remove it there, with this site's data.

# The page on which an administrator manages somebody's data.

privacy-person-intro = Find somebody of your organisation to give or erase his data. What you do here is written to the audit trail. The person can see that you looked.
privacy-person-search = Name, e-mail address or pseudonym
privacy-person-none = Nobody found.
privacy-person-many = Only the first { $most } are shown. Type more of the name.
privacy-person-choose = Choose somebody
privacy-person-option = { $name }, { $teams } (pseudonym { $pseudonym })
privacy-person-no-team = no team
privacy-person-file-title = Everything about this person
privacy-person-file-about = One file with every row about this person. Give it to nobody else.
privacy-person-file-ask = Make the file
privacy-person-file-link = Fetch the data (JSON)
privacy-erase-title = Erase this person
privacy-erase-about = Erasing cannot be undone. Give the file above first if the person asked for it.
privacy-erase-removed = This goes
privacy-erase-kept = This stays, without a name
privacy-erase-named = Texts of colleagues from which the name is taken out: { $count }.
privacy-erase-perhaps = Texts of colleagues with the word { $name }: { $count }. It may be somebody else, so they stay. Check them yourself.
privacy-erase-confirm = Type the pseudonym { $pseudonym } to confirm
privacy-erase-button = Erase this person for good
privacy-erase-differs = That is not the pseudonym. Nothing was erased.
privacy-erase-done = The data were erased: { $rows } rows.
privacy-erase-later = The data were erased. Somebody was reading at that moment; the last remains in the write-ahead log go with the next erasure or when the app stops.
privacy-erase-self = You cannot erase yourself. Ask another administrator.
privacy-erase-gone = This person is no longer there.

# Why something is kept.

privacy-purpose-account = To know who somebody is and what he may do.
privacy-purpose-sign-in = To let people sign in safely.
privacy-purpose-practice = To practise, and to go on where one was.
privacy-purpose-scoring = To judge replies and to explain why.
privacy-purpose-review = To have a person look too and correct the score.
privacy-purpose-dispute = To deal with a dispute.
privacy-purpose-coaching = To tell what is good to practise.
privacy-purpose-calibration = To see that team leads and program judge alike.
privacy-purpose-insight = To show how a team is doing, without names.
privacy-purpose-certificate = To complete a learning path and to be able to prove it.
privacy-purpose-accountability = To be able to see who did or saw what.
privacy-purpose-writing = To write scenarios and to know who changed what.
privacy-purpose-settings = To set up the simulator for the organisation.

# The legal ground that fits at first sight.

privacy-ground-interest = Legitimate interest, GDPR article 6(1)(f) (to be confirmed by a lawyer)
privacy-ground-contract = Needed for the account, GDPR article 6(1)(b) (to be confirmed by a lawyer)
privacy-ground-duty = Duty to keep logs, GDPR article 6(1)(c), or else (f) (to be confirmed by a lawyer)
privacy-ground-none = No personal data

# How long something is kept.

privacy-kept-attempt = { $days } days
privacy-kept-account = As long as the account exists
privacy-kept-short = Until it is used or over; then { $log_days } days at most
privacy-kept-sent = Until the reply is sent
privacy-kept-log = At least six months
privacy-kept-counts = As long as the simulator is used: these are counts without a name
privacy-kept-content = As long as the content is in use

# What each table holds.

privacy-table-employers = The organisation that people work for
privacy-table-employer-settings = Settings of the organisation, with who changed them
privacy-table-teams = Teams
privacy-table-users = Account: name, e-mail address, language, extra time
privacy-table-memberships = Roles in teams
privacy-table-sign-ins = When somebody signed in
privacy-table-invitations = Invitations and links for a new password
privacy-table-downloads = Files that were asked for
privacy-table-audit-events = The audit trail: sign-ins, roles, reviews, exports, erasures
privacy-table-access-log = Who looked at whose work
privacy-table-rubrics = Rubrics
privacy-table-cases = Scenarios as they were practised
privacy-table-file-revisions = Saved versions of scenarios, with who saved them
privacy-table-working-copies = Scenarios that are not saved yet
privacy-table-publications = Published scenarios, with who published them
privacy-table-attempts = Attempts: which scenario, when, with or without clock
privacy-table-turns = Turns in the attempts: when they began, pauses
privacy-table-drafts = Replies that are not sent yet
privacy-table-answers = Replies and how long they took
privacy-table-scorecards = Scorecards: automatic scores with the reason
privacy-table-looks = Why a team lead should look at a reply
privacy-table-review-locks = Who is reviewing a reply at this moment
privacy-table-reviews = What team leads thought of the replies
privacy-table-review-marks = Remarks of team leads on words in replies
privacy-table-adjustments = Scores that a team lead adjusted, with the reason
privacy-table-final-scores = Scores after a person adjusted them
privacy-table-disputes = Disputes and what was decided on them
privacy-table-proposals = Words of replies that were proposed as an example
privacy-table-assignments = Assignments
privacy-table-calibrations = Rounds in which team leads judge together
privacy-table-calibration-items = Replies that were judged together, without a name
privacy-table-calibration-members = Who takes part in a round
privacy-table-judgements = What a team lead thought in a round
privacy-table-agreed-scores = The score that team leads agreed on
privacy-table-rescorings = Times that replies were scored again
privacy-table-team-weeks = Counts per team and week, without names
privacy-table-user-weeks = Counts per person and week
privacy-table-learning-paths = Learning paths, with who made them
privacy-table-certificates = Certificates

# The file with somebody's data.

privacy-export-explanation = All rows about this person, per table, with the meaning of each column. Fingerprints of secrets are left out. The legal grounds still have to be confirmed by a lawyer.
privacy-export-secret = (stored, but not shown: whoever has it could do harm with it)
