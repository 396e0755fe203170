# The steps of a good answer.

criterion-protocol-next-step = Names the next step
finding-protocol-next-step-met = You say what happens now and who does it. The customer needn't guess.
finding-protocol-next-step-partly = There's a hint of a next step, but not who will do what.
finding-protocol-next-step-vague = You say that it's being looked at, but not what happens. That doesn't reassure somebody who is waiting.
finding-protocol-next-step-missing = The customer can't see what happens now. They'll keep waiting, or write again.
advice-protocol-next-step = say what you or a colleague will actually do now
hint-protocol-next-step = After your answer, does the customer know what happens next and who does it?

criterion-protocol-time-indication = Gives a time
finding-protocol-time-indication-met = You say when the customer will hear more. That gives peace of mind.
finding-protocol-time-indication-vague = You say that something will follow, but not when. To somebody who waits, "as soon as possible" is no time.
finding-protocol-time-indication-missing = The customer can't see when they'll hear more. People who don't know will ask again.
advice-protocol-time-indication = name a moment when the customer will hear something, one that you can keep
hint-protocol-time-indication = Does the customer know when they'll hear from you again?

criterion-protocol-says-seen = Says it was seen
finding-protocol-says-seen-met = You let them know that the message was read and somebody is looking into it.
finding-protocol-says-seen-partly = You half show that the message was seen.
finding-protocol-says-seen-missing = The customer can't tell whether the message has arrived.
advice-protocol-says-seen = say that you've read the message and are finding out
hint-protocol-says-seen = Can the customer tell that the message has arrived?

criterion-protocol-explains = Explains why
finding-protocol-explains-met = You give a reason. People who know how something came about can live with it better.
finding-protocol-explains-partly = There's a start of an explanation, but the reason stays vague.
finding-protocol-explains-missing = The customer doesn't hear why. Without a reason an answer soon sounds unwilling.
advice-protocol-explains = say in one sentence how it came about, or why something can't be done
hint-protocol-explains = Will the customer understand how this came about?

criterion-protocol-asks-on = Asks on
finding-protocol-asks-on-met = You ask a question to understand it better. It shows that you really want to know.
finding-protocol-asks-on-partly = You do ask something, but it doesn't help you understand the problem yet.
finding-protocol-asks-on-missing = You don't ask on, although something isn't clear yet.
advice-protocol-asks-on = ask one open question about what exactly is going on
hint-protocol-asks-on = Do you know enough to help, or is something still missing?

criterion-protocol-passes-on-inside = Passes it on inside
finding-protocol-passes-on-inside-met = You say who you pass it on to. The customer sees that the message lands somewhere.
finding-protocol-passes-on-inside-partly = You seem to pass it on, but to whom stays vague.
finding-protocol-passes-on-inside-missing = The customer can't see that the message reaches the right people.
advice-protocol-passes-on-inside = say which colleague or department you pass this on to
hint-protocol-passes-on-inside = Who inside the organisation ought to know about this?

criterion-protocol-closes-in-public = Closes in public
finding-protocol-closes-in-public-met = You show in public too that it's solved. People reading along see that you finish things.
finding-protocol-closes-in-public-partly = It sounds as if it's solved, but you don't say so clearly.
finding-protocol-closes-in-public-missing = Those who read along can't see that it was solved. For them the complaint stays open.
advice-protocol-closes-in-public = say briefly in public that it has been solved
hint-protocol-closes-in-public = Who read the beginning of this conversation, and do they know how it ended?

criterion-protocol-invites-contact = Invites contact
finding-protocol-invites-contact-met = You keep the door open. The customer feels welcome to come back.
finding-protocol-invites-contact-partly = There's an invitation in it, but it could be warmer or clearer.
finding-protocol-invites-contact-missing = The answer doesn't invite the customer to come back or take part.
advice-protocol-invites-contact = invite the customer to reply, drop by or let you know how it goes
hint-protocol-invites-contact = What may the customer do next if there's more to say?

criterion-protocol-refers-to-right-party = Points the right way
finding-protocol-refers-to-right-party-met = You say who does handle it. The customer won't get stuck.
finding-protocol-refers-to-right-party-partly = You mention somebody else, but it isn't clear yet where the customer should go.
finding-protocol-refers-to-right-party-missing = The customer doesn't know who to turn to.
advice-protocol-refers-to-right-party = name who handles this and how the customer can reach them
hint-protocol-refers-to-right-party = Who actually handles this, and how does the customer get there?

criterion-protocol-corrects-calmly = Puts it right calmly
finding-protocol-corrects-calmly-met = You say how it really is without a dig at the customer. So it stays a conversation.
finding-protocol-corrects-calmly-partly = You correct something, but not clearly enough yet.
finding-protocol-corrects-calmly-missing = What isn't true is left standing. People reading along will believe it too.
advice-protocol-corrects-calmly = say kindly, in one sentence, how it really is
hint-protocol-corrects-calmly = Is everything the customer writes correct, and how would you say that nicely?

criterion-protocol-best-action = Chooses the right action
finding-protocol-best-action-met = You chose the action that fits. The message reaches the right people this way.
finding-protocol-best-action-allowed = This will do, but there was a better choice: { $best ->
    [reply_public] answer in public
    [reply_private] answer in a private message
    [pass_on] pass it on to a colleague or department
    [internal_note] make an internal note
    [leave_unanswered] leave it unanswered
   *[other] see the protocol
}.
finding-protocol-best-action-missing = This choice doesn't fit here. Better was: { $best ->
    [reply_public] answer in public
    [reply_private] answer in a private message
    [pass_on] pass it on to a colleague or department
    [internal_note] make an internal note
    [leave_unanswered] leave it unanswered
   *[other] see the protocol
}.
advice-protocol-best-action = think first who should read this, and only then choose the action

criterion-protocol-leans-on-template = Leans on a standard text
finding-protocol-leans-on-template-flagged = You took over a standard text and put something round it. The protocol doesn't allow that here: this customer deserves an answer of their own.
advice-protocol-leans-on-template = let go of the standard text and say only what is true in this case

criterion-protocol-no-signature = Signature missing
finding-protocol-no-signature-flagged = The protocol asks for a signature: { $wanted ->
    [initials] initials, such as ^TG
    [first_name] your first name
    [full_name] your full name
   *[other] see the protocol
}. It isn't there in that form.
advice-protocol-no-signature = close with the signature that the protocol names
