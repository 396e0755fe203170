# Texts that are no answer. The whole score falls then, so each says why.

criterion-protocol-blank = No answer
finding-protocol-blank-blank = There is nothing in it that helps the customer. Whoever writes to you wants to know at least that it was seen.
finding-protocol-blank-no-reply = You left this message unanswered. Here the customer expects a reaction, if only that you've seen it.
advice-protocol-blank = say that you've seen the message and what happens now

criterion-protocol-other-language = Another language
finding-protocol-other-language-flagged = You answer in another language than the customer's. Chances are that they can't follow you.
advice-protocol-other-language = answer in the language the customer writes in

criterion-protocol-gibberish = Not readable
finding-protocol-gibberish-flagged = These are not ordinary words. The customer can't do anything with them.
finding-protocol-gibberish-repeats = You keep repeating the same words. That doesn't answer the customer.
advice-protocol-gibberish = say in ordinary sentences what you do for the customer

criterion-protocol-echoes-post = Only repeats the post
finding-protocol-echoes-post-flagged = You give the customer's own words back and add nothing. They already know what they wrote.
advice-protocol-echoes-post = say briefly what you've read, and then what you'll do about it

criterion-protocol-keyword-list = Loose keywords
finding-protocol-keyword-list-flagged = This is a row of good words, but there is no sentence. The customer can't read what you'll do.
advice-protocol-keyword-list = turn the loose words into real sentences

criterion-protocol-unpermitted-template = Standard reply not allowed here
finding-protocol-unpermitted-template-flagged = This is a standard reply, hardly changed. The protocol doesn't allow it in this situation, and the customer notices that nobody looked at their story.
advice-protocol-unpermitted-template = write an answer of your own that fits this customer

criterion-protocol-off-topic = About something else
finding-protocol-off-topic-flagged = This text isn't about the customer's message. Their question or complaint is left lying.
advice-protocol-off-topic = react to what the customer asks or tells
