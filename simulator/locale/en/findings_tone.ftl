criterion-tone-insult = No insults
finding-tone-insult-insult = “{ $words }” is an insult. Whatever else your reply says, this is all the customer will remember.
finding-tone-insult-hostile = “{ $words }” is hostile. A line like that makes every friendly word around it ring hollow.
advice-tone-insult = write without a single word that can hurt the customer, even if the customer does

criterion-tone-friendly-voice = Friendly voice
finding-tone-friendly-voice-met = Taken together your sentences sound friendly. The customer notices that you are glad to help.
finding-tone-friendly-voice-partly = This is the coldest sentence of your reply. It is the one that sticks, even when the rest is right.
finding-tone-friendly-voice-missing = There is no sentence in which the customer hears you. All that is left is distance.
advice-tone-friendly-voice = rewrite the coldest sentence the way you would say it to somebody you like to help

criterion-tone-attentive = Attends to what the customer needs
finding-tone-attentive-met = You go into what this customer needs. Attention is what people value most in a reply.
finding-tone-attentive-partly = You go into part of what this customer needs. What you pass over feels like not caring.
finding-tone-attentive-missing = You don't go into what this customer needs. However polite the words, that sounds indifferent.
advice-tone-attentive = go into everything this customer needs, even what you can't solve yet

criterion-tone-acknowledges-emotion = Acknowledges the feeling
finding-tone-acknowledges-emotion-met = Here you show that you see what this customer is going through. That takes the edge off.
finding-tone-acknowledges-emotion-partly = There is sympathy, but it could stand under any message. It only feels real with this customer's own details.
finding-tone-acknowledges-emotion-missing = You don't respond to what the customer feels or went through. It reads as if you are only closing a case.
advice-tone-acknowledges-emotion = say in your own words what the customer is going through, with a detail from the message
hint-tone-acknowledges-emotion = What is this like for the customer? Let your first sentence show that you see it.

criterion-tone-apologises = Apologises
finding-tone-apologises-met = You own it. That makes the rest of your reply believable.
finding-tone-apologises-partly = There is an apology, but in stock words. Say what you are sorry for and it will count.
finding-tone-apologises-missing = Something went wrong on our side and the customer reads no apology. They will keep waiting for that one word.
advice-tone-apologises = say what went wrong on our side and apologise for it
hint-tone-apologises = Who has something to put right here? Does the customer get to hear that?

criterion-tone-thanks = Thanks the customer
finding-tone-thanks-met = You thank the customer for what they did. Next time they will let us know again.
finding-tone-thanks-partly = This thank-you fits under any message. Name what you are thanking them for.
finding-tone-thanks-missing = The customer did something kind or useful and reads no thanks. A positive message deserves an answer too.
advice-tone-thanks = thank the customer for exactly this compliment, tip or report
hint-tone-thanks = This customer didn't have to write. What do you say to that?

criterion-tone-humour-joins-in = Joins in the joke
finding-tone-humour-joins-in-met = You play along with the customer's joke. That makes it fun, also for the people reading along.
finding-tone-humour-joins-in-partly = You laugh along, but don't build on the joke. One word from the customer's own story would do it.
finding-tone-humour-joins-in-missing = The customer makes a joke and you leave it lying there. It feels as if you haven't read it.
advice-tone-humour-joins-in = build on the customer's joke with something from their own story
hint-tone-humour-joins-in = The customer is winking at you. What would you say back face to face?

criterion-tone-stays-calm = Stays calm
finding-tone-stays-calm-met = You stay calm and the customer knows where they stand. Onlookers can see who is being reasonable.
finding-tone-stays-calm-partly = You stay calm. Add what you can do or where the line is, so that it comes to an end.
finding-tone-stays-calm-drawn-in = With “{ $words }” you join the fight. That is what the other person wants, and everyone can read it.
finding-tone-stays-calm-missing = You let yourself be drawn in. Onlookers see two angry people instead of one.
advice-tone-stays-calm = stay calm, name the line in a friendly way and leave your offer of help standing
hint-tone-stays-calm = This customer is provoking you. How do you help without joining in?

criterion-tone-warmth = Sounds human
finding-tone-warmth-met = A person is speaking here: you greet, offer something or show interest.
finding-tone-warmth-partly = Polite, but still a bit flat. A greeting by name, an offer or a wish makes it warmer.
finding-tone-warmth-missing = This sounds like an automatic message. The customer can't tell whether anyone is there.
advice-tone-warmth = greet, offer or ask something yourself, and end on a friendly note
hint-tone-warmth = Would you say it out loud to the customer like this?

criterion-tone-right-register = The right form of address
finding-tone-right-register-met = You use the form of address of the house, or need none.
finding-tone-right-register-mixed = Here you write “{ $words }” while you use another form elsewhere. Mixing looks careless, pick one.
finding-tone-right-register-wrong-form = Here you write “{ $words }”, but the house uses “{ $wanted }”. That way the whole team sounds the same.
finding-tone-right-register-ge = “{ $words }” is spoken language. In written replies we keep to the form of the house.
finding-tone-right-register-impersonal = With “{ $words }” you talk about the customer instead of to the customer.
finding-tone-right-register-missing = The form of address is not that of the house.
advice-tone-right-register = use the form of address that the house prescribes throughout
hint-tone-right-register = How does this house address its customers? Have a look at the protocol.

criterion-tone-plain-language = Plain language
finding-tone-plain-language-met = Your sentences are short and your words are everyday ones. Easy to read on a phone.
finding-tone-plain-language-partly = This sentence is rather long or difficult. On a phone readers drop out.
finding-tone-plain-language-hard = This sentence is hard work: long words and a lot at once. The customer has to read it twice.
finding-tone-plain-language-missing = This text is hard to read.
advice-tone-plain-language = write shorter sentences with words you would also say
hint-tone-plain-language = Would your neighbour understand this first time?

criterion-tone-spelling = Spelling
finding-tone-spelling-flagged = “{ $words }” is a typing mistake. Did you mean “{ $meant }”? One slip is no disaster, but the customer does see it.
finding-tone-spelling-grammar = “{ $words }” should be “{ $meant }”. Read your text once more before you send it.
advice-tone-spelling = read your text once more for typing mistakes

criterion-tone-defensive = Gets defensive
finding-tone-defensive-flagged = With “{ $words }” you defend the company. The customer first wants to hear that you see their side.
advice-tone-defensive = say what you are going to do instead of why it isn't our fault

criterion-tone-blames-customer = Blames the customer
finding-tone-blames-customer-flagged = “{ $words }” puts the blame on the customer. Even if it is true, it feels like a telling-off.
advice-tone-blames-customer = explain the cause neutrally and look for a solution together

criterion-tone-non-apology = A non-apology
finding-tone-non-apology-flagged = With “{ $words }” the customer's feeling is the problem, and not what happened. That makes people angrier.
advice-tone-non-apology = say sorry for what happened, not for how the customer sees it

criterion-tone-dismissive = Brushes off
finding-tone-dismissive-flagged = “{ $words }” sounds like: not my problem. The customer is left with nothing.
advice-tone-dismissive = say what is possible, and who can help further

criterion-tone-lecturing = Lectures
finding-tone-lecturing-flagged = “{ $words }” sounds like a lesson. The customer came for help, not for a telling-off.
advice-tone-lecturing = explain how it works without saying what the customer should have known

criterion-tone-sarcastic = Sarcasm
finding-tone-sarcastic-flagged = “{ $words }” comes across as mockery. Onlookers will side with the customer.
advice-tone-sarcastic = take the customer seriously, even when they exaggerate

criterion-tone-rude = Unfriendly
finding-tone-rude-flagged = “{ $words }” sounds irritated. One such line is enough to lose the conversation.
advice-tone-rude = leave your irritation out and answer what the customer needs

criterion-tone-irritated = Impatient
finding-tone-irritated-flagged = In “{ $words }” the customer hears a sigh. They feel like a nuisance instead of being helped.
advice-tone-irritated = explain it calmly once more, as if it were the first time

criterion-tone-speaks-ill = Speaks ill of others
finding-tone-speaks-ill-flagged = With “{ $words }” you make somebody else look bad. The customer wonders what you will say about them.
advice-tone-speaks-ill = say what you are doing now and leave others out of it

criterion-tone-misplaced-humour = A joke at the wrong time
finding-tone-misplaced-humour-joke = “{ $words }” is meant to be funny, but this customer can't laugh about it now. It feels as if you don't take it seriously.
finding-tone-misplaced-humour-emoji = { $words } doesn't fit this message. With a complaint or a worry, an emoji soon reads as laughing at the customer.
advice-tone-misplaced-humour = keep jokes and cheerful emoji for a customer who is laughing too

criterion-tone-shouting = Shouts
finding-tone-shouting-flagged = “{ $words }” reads as shouting.
advice-tone-shouting = leave out capitals and rows of exclamation marks

criterion-tone-officialese = Official language
finding-tone-officialese-flagged = “{ $words }” is letter language. It puts distance between you and the customer.
advice-tone-officialese = say it the way you would on the phone
