# Navigation and general
nav-practise = Practise
nav-progress = My progress
nav-collection = Scenarios
nav-settings = Settings
nav-compare = Compare tries
to-inbox = To all scenarios
close = Close
total = Total
public = public
private = private
internal = internal
colleague = Colleague
limit = { $count } characters
language-nl = Dutch
language-en = English
page-failed = Something went wrong on this page. What you typed is saved. Reload the page; if it keeps going wrong, ask your trainer. Mention this number: { $number }.
no-access-title = No access
no-access-text = This page is not yours, or it does not belong to your role.
unknown-attempt-title = This attempt does not exist
unknown-attempt-text = The address may not be quite right. You find your attempts under Practise.
unknown-scenario-title = This scenario is not here
unknown-scenario-text = It may have been removed, or its file has a fault. Choose another one.

# Sign-in
sign-in-title = Welcome to the webcare simulator
sign-in-text = Practise here with angry, happy and tricky customers before you meet the first real one.
sign-in-name = Your name
sign-in-role = What brings you here?
sign-in-button = Let's go
sign-in-privacy = This is a shared practice machine without passwords. Your first name is enough.
sign-in-bad-name = Fill in a name of at most { $most } characters.
role-trainee = Trainee
role-trainee-about = I want to practise and see myself improve.
role-trainer = Trainer
role-trainer-about = I write scenarios and want to see what is in the files.
role-lead = Team lead
role-lead-about = I coach people and want to know what they practise.

# Settings
settings-language = Language of the screens
settings-who = You are signed in as { $name } ({ $role }).
settings-time = How much time do you want?
settings-factor = { $factor } times the usual time
settings-time-about = The clock and your score for speed take this into account. It counts from your next attempt.
sign-out = Sign out
time-factor = { $factor } × time

# Inbox
inbox-hello-morning = Good morning { $name }
inbox-hello-afternoon = Good afternoon { $name }
inbox-hello-evening = Good evening { $name }
inbox-go-on = Go on where you were
inbox-go-on-button = Go on
inbox-for-you = Chosen for you
inbox-for-you-button = Begin
inbox-trains = trains: { $what }
inbox-all = All scenarios
inbox-language = Language
inbox-channel = Channel
inbox-kind = Kind
inbox-level = Level
inbox-level-1 = Level 1 of 5
inbox-level-2 = Level 2 of 5
inbox-level-3 = Level 3 of 5
inbox-level-4 = Level 4 of 5
inbox-level-5 = Level 5 of 5
inbox-only-new = Not done yet
inbox-any = All
inbox-none-fit = No scenario fits. Clear a filter.
inbox-start = Practise
inbox-again = Again
inbox-not-done = Not done yet
inbox-best = best { $best }
inbox-best-so-far = going on, best { $best }
inbox-best-not-passed = not passed, best { $best }
inbox-not-passed-because = not passed: { $why }
inbox-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
inbox-unusable = { $count ->
    [one] { $count } file has faults and is left out; your trainer can see which.
   *[other] { $count } files have faults and are left out; your trainer can see which.
}

# Briefing
briefing-other-language-nl = The customer in this scenario writes Dutch. Answer in Dutch too.
briefing-other-language-en = The customer in this scenario writes English. Answer in English too.
briefing-mode = How do you want to practise?
mode-practice = Practice
mode-practice-about = With hints. You may pause, and the clock can be off.
mode-test = Test
mode-test-about = With the clock and no hints. When time is up, what you have is sent.
briefing-clock = Clock on
briefing-no-clock = This scenario has no clock. Take your time.
briefing-target = Try to answer within { $time } minutes. The clock runs from the moment you see the message.
briefing-start = Start

# Practising
thread = The conversation
thread-likes = liked { $n } times
mood-furious = The customer is furious
mood-annoyed = The customer is annoyed
mood-neutral = The customer is calm
mood-content = The customer is content
mood-glad = The customer is glad
readers = { $count ->
    [one] { $count } person is reading along
   *[other] { $count } people are reading along
}
nothing-sent = (no message)
hints = Hints: what to look out for
pause = Pause the clock
paused = The clock is stopped. The message is hidden for now; your text is saved.
resume = Resume
action-reply-public = Reply in public
action-reply-public-hint = Everybody can read this.
action-reply-private = Reply in private
action-reply-private-hint = Only the customer reads this.
action-pass-on = Pass on to a colleague
action-pass-on-hint = Write down what your colleague needs to know. The customer does not see this.
action-internal-note = Internal note
action-internal-note-hint = Only your team reads this. The customer gets no answer.
action-leave-unanswered = Leave unanswered
action-leave-unanswered-hint = Nothing goes to the customer.

# Reply form
form-actions = What do you do with this message?
form-reply = Your reply
form-placeholder = Write your reply here
form-public = Everybody can read along
form-private = Not public
form-no-text = No text is needed here. What you typed stays saved.
form-over = { $n } too many
form-parts = message { $n } of { $max }
form-saving = Saving…
form-saved = Saved at { $time }
form-saved-here = Saved in this browser only for now
form-send = Send
form-sending = Sending…
form-shortcut = or Ctrl + Enter
form-choose-action = First choose what you do with the message.
form-text-needed = First write your reply.
form-clock = { $elapsed } / { $target }
form-clock-ok = on time
form-clock-soon = nearly up
form-clock-late = late
form-left-60 = One minute left.
form-left-10 = Ten seconds left.
outage = No connection to the server. We keep trying. Leave this window open.
form-offline = No connection. You can go on typing; all of it is kept here and sent later.
form-no-clock = No clock
form-expired-hard = Time is up. What you have is being sent.
form-expired-soft = Time is up. Your text stays and you can still send it.
practice-error = That did not work. Your text is still here; try again.
practice-error-time-up = The time of the test is up. What was saved in time counts.
practice-error-too-long = This text is too long to send. Make it shorter; it stays here.
practice-error-answered = Another reply to this message has been sent, perhaps from another tab. Your text is still here: copy it and reload the page.

# Help
help-briefing = Briefing
help-customer = Customer
help-protocol = Protocol
help-knowledge = Knowledge
help-standard = Standard replies
help-search = Search
help-search-placeholder = a word
help-no-name = Name unknown
help-only-you = Only you see this. Never mention it in public.
help-history = Earlier contacts
help-no-history = No earlier contacts.
help-facts = What you know of this case
help-nothing-found = Nothing found.
help-insert = Put into my reply
protocol-style = How we write
protocol-address = Form of address: { $form }
protocol-signature-initials = Sign with your initials, such as { $example }
protocol-signature-first-name = Sign with your first name, such as { $example }
protocol-signature-full-name = Sign with your full name, such as { $example }
protocol-signature-none = No signature
protocol-response = React within { $minutes } minutes
protocol-private = Personal matters go through: { $channel }
protocol-emoji-yes = Emoji are fine
protocol-emoji-no = No emoji
protocol-emoji-not-on-complaints = Emoji are fine, but not with complaints
protocol-never = Never in public
protocol-not-promise = Not to be promised
protocol-pass-on = Pass on
protocol-not-answered = What we do not answer
protocol-jargon = Words that customers do not know
protocol-rules = House rules

# Feedback
feedback = Feedback
feedback-expired = Time was up; this was sent as it stood.
feedback-worked = This worked
feedback-most = This would help most
feedback-model = Model answer
feedback-lessons = Take this along
feedback-all = All remarks ({ $count })
verdict-passed = Passed
verdict-not-passed = Not passed
verdict-decided-by = This decided it, whatever the points:
verdict-instead = It is better if you { $advice }.
advice-line = if you { $advice }
finding-uncertain = (The simulator is not sure of this.)
scorecard-needs-look = The simulator can't judge this reply well. Ask a colleague or your trainer to have a look before you rely on the points.
look-uncertain-critical = The verdict hangs on a remark that the simulator is not sure of.
look-close-call = The points lie close to the pass mark. A small difference in judgement would turn the verdict.
unscored-no-clock = no clock
unscored-no-answer = no answer
unscored-not-applicable = not applicable
dimension-speed = Speed
dimension-tone = Tone
dimension-personalisation = Personal
dimension-protocol = Protocol
your-reply = Your reply
mark-good = good
mark-improve = can be better
mark-critical = decisive
mark-more = { $n } remarks
go-on = Go on with the conversation
try-again = Try again
compare-button = Compare tries
conversation-over = The conversation is over.
compare-left = Left
compare-right = Right
compare-none = You have not answered this message yet.
compare-one = There is only one try so far. Try again to compare.
compare-try = Try { $number }: { $total } ({ $when })

# Progress
progress-none = Nothing to see yet: answer a message first.
progress-summary = { $replies ->
    [one] { $replies } reply
   *[other] { $replies } replies
} on { $days ->
    [one] { $days } day
   *[other] { $days } days
}
progress-not-scored = Not measured yet.
progress-reply-number = reply
progress-plot = { $name }: { $count } replies, the first { $first }, the last { $last }.
progress-sides = Strong and weak
progress-sides-later = After a few replies you see here what you do well and what not yet.
progress-strongest = Your strongest side: { $name } ({ $kept } of the points, in { $replies } replies)
progress-weakest = Most to gain here: { $name } ({ $kept } of the points, in { $replies } replies)
progress-kinds = Per kind of message
progress-count = Replies
progress-mean = Mean
progress-best = Best
progress-replies = Your replies
progress-when = When
progress-turn = Message
progress-verdict = Verdict

# Collection
collection-read-again = Read the files again
collection-faults = { $count ->
    [one] { $count } file cannot be used. This is wrong:
   *[other] { $count } files cannot be used. This is wrong:
}
collection-no-faults = All files are in order.
collection-title = Scenario
collection-status = Status
status-draft = draft
status-published = published
status-archived = archived

# Channels and kinds
channel-x = X
channel-facebook = Facebook
channel-instagram = Instagram
channel-whatsapp = WhatsApp
channel-chat = Chat
channel-email = E-mail
channel-review = Review site
kind-angry-repeat-complainer = Angry repeat complainer
kind-confidential-in-public = Confidential request in public
kind-customer-publishes-data = Customer publishes own data
kind-simple-question = Simple question
kind-question-behind-question = Question behind the question
kind-compliment = Compliment
kind-community-moment = Community moment
kind-outage = Outage or crisis
kind-unjustified-complaint = Unjustified complaint
kind-persistent-complainer = Complainer who goes on
kind-troll = Troll
kind-legal-threat = Legal threat
kind-false-rumour = False rumour
kind-journalist = Journalist
kind-vulnerable-customer = Vulnerable customer
kind-complaint-about-colleague = Complaint about a colleague
kind-outside-mandate = Request outside your mandate
kind-no-answer-yet = Question without an answer yet
kind-public-follow-up = Follow-up in public
kind-needs-no-answer = Message that needs no answer
kind-humour = Humour
kind-wrong-organisation = Wrong organisation addressed

# Principles
principle-S1 = React fast; in public within the hour
principle-S2 = No answer yet? Say that you saw it, why it takes longer and when it comes
principle-S3 = Say what response time people may expect
principle-T1 = The tone fits the channel and the person
principle-T2 = One form of address, as the house asks; never mixed
principle-T3 = A complaint is a chance: no argument, show the will to solve it
principle-T4 = Stay calm with those who go on, and know when to stop
principle-T5 = Humour only where it fits
principle-T6 = Explain why something cannot be done
principle-T7 = Show real interest and answer what people say
principle-P1 = A critical or specific message gets a personal answer
principle-P2 = Standard answers only where the protocol permits them
principle-P3 = Sign with initials: a person answers
principle-P4 = Read carefully and look for the question behind the question
principle-P5 = Speak for the organisation, not in a private capacity
principle-R1 = The house protocol decides
principle-R2 = Personal matters go to a private channel
principle-R3 = Answer in public where possible
principle-R4 = After a private solution, come back in public
principle-R5 = No empty promises; keep agreements
principle-R6 = Never negative about others
principle-R7 = Respect people's privacy
principle-R8 = Do not ignore negative messages
principle-R9 = Know who answers: one consistent answer
principle-R10 = Choose the channel that fits
principle-C1 = React to positive messages too
principle-C2 = Report disruptions yourself
principle-C3 = Engage people who feel involved
principle-C4 = Pass on what you learn
principle-C5 = Four forms: proactive, reactive, public, private
principle-C6 = The same answer for everyone
principle-C7 = Think up the worst cases beforehand
