# What the trainee reads about personalisation: written by a person, to this customer, about this case.

criterion-personalisation-greets-by-name = Uses the customer's name
finding-personalisation-greets-by-name-met = You call the customer by name. It shows at once that this answer is meant for them.
finding-personalisation-greets-by-name-misspelt = You wrote "{ $name }". That's not quite how the customer spells it, and people notice.
finding-personalisation-greets-by-name-last-name-only = Just "{ $name }" sounds curt. The first name, or Mr or Ms before it, is friendlier.
finding-personalisation-greets-by-name-handle = You use the account name. That works, but the customer shows a real name too.
finding-personalisation-greets-by-name-short-form = You use a short form of the name. Better take the name as the customer shows it.
finding-personalisation-greets-by-name-missing = The customer's name isn't there. Without it this message could have been for anybody.
advice-personalisation-greets-by-name = call the customer once by the name they show

criterion-personalisation-case-details = Is about this case
finding-personalisation-case-details-met = You use details from the customer's own story: { $details }. That shows you have read it well.
finding-personalisation-case-details-partly = There is something of this case in it ({ $details }), but the answer would still fit many other customers.
finding-personalisation-case-details-missing = Nothing in the answer is about what this customer told you. It feels like a standard message.
advice-personalisation-case-details = mention two or three things that belong to this customer only: what happened, where, when or how often

criterion-personalisation-answers-this-case = Answers this case
finding-personalisation-answers-this-case-met = You answer what this case is about. This message would fit no other customer.
finding-personalisation-answers-this-case-partly = You leave part of what this case is about lying there. The customer will have to ask again.
finding-personalisation-answers-this-case-missing = You don't answer what this case is about. The customer will think that nobody really read the message.
advice-personalisation-answers-this-case = answer each thing this case is about, also the question behind the question

criterion-personalisation-signature = Signs off as agreed
finding-personalisation-signature-met = You sign off the way the house asks. The customer sees that a person is answering.
finding-personalisation-signature-other-form = You do sign off, but not in the way this house has agreed on: { $wanted ->
    [initials] initials, such as ^TG
    [first_name] your first name under the message
    [full_name] your full name under the message
   *[other] see the protocol
}.
finding-personalisation-signature-missing = There is no signature. The customer can't tell who is answering.
advice-personalisation-signature = sign off in the way the protocol says

criterion-personalisation-own-voice = Speaks as a person
finding-personalisation-own-voice-met = Somebody is doing something: an "I" or a colleague. That gives the customer confidence.
finding-personalisation-own-voice-we-only = You only write "we". That's allowed, but "I" tells the customer that you are on it.
finding-personalisation-own-voice-missing = Nobody in this answer does anything. The organisation sounds like a machine.
advice-personalisation-own-voice = write "I" once, with what you do or think

criterion-personalisation-wrong-name = Wrong name
finding-personalisation-wrong-name-flagged = You call somebody "{ $name }", but this customer's name is { $right }. With a wrong name people think that nobody read their message.
advice-personalisation-wrong-name = copy the name from the customer's message and check it once more

criterion-personalisation-against-person = Aimed at the person
finding-personalisation-against-person-flagged = “{ $words }” is against this customer instead of about their case. Being personal means being on their side.
advice-personalisation-against-person = write about the case and say nothing about what the customer is like

criterion-personalisation-robot-phrases = Sounds like a machine
finding-personalisation-robot-phrases-flagged = "{ $phrase }" is what every company sends to everybody. Customers skip it, or it annoys them.
advice-personalisation-robot-phrases = leave that phrase out, or say something that only you can say about this case

criterion-personalisation-like-standard-reply = Close to a standard reply
finding-personalisation-like-standard-reply-flagged = A large part comes from one of the house's standard texts. Even where that text is allowed, the customer notices how little of it is yours.
advice-personalisation-like-standard-reply = put the standard text in your own words and add something about this case
