criterion-protocol-empty-promise = Empty promise
finding-protocol-empty-promise-empty = “{ $words }” sounds like a promise, but you can't make sure of it. If it goes wrong, the customer is let down twice.
finding-protocol-empty-promise-vague = “{ $words }” doesn't say what happens or when. The customer still doesn't know where they stand.
advice-protocol-empty-promise = say which step you are taking and when the customer will hear

criterion-protocol-promise-outside-mandate = Promises what it may not
finding-protocol-promise-outside-mandate-promised = Here you promise something your house rules don't let you promise: { $item }. The customer can hold you to this.
advice-protocol-promise-outside-mandate = be honest about what you can't promise and say what you will do

criterion-protocol-negative-about-others = Negative about others
finding-protocol-negative-about-others-flagged = “{ $words }” is negative about someone else. What the customer sees is an organisation pointing fingers.
finding-protocol-negative-about-others-blames = With “{ $words }” you put the blame on someone else. That doesn't help the customer.
advice-protocol-negative-about-others = speak for the whole organisation and tell what you are doing about it

criterion-protocol-admits-liability = Admits liability
finding-protocol-admits-liability-flagged = “{ $words }” is a legal admission. Owning up to a mistake is fine, but liability is for others to decide.
advice-protocol-admits-liability = simply say sorry for what went wrong and leave the legal side to those who handle it

criterion-protocol-too-long = Too long for channel
finding-protocol-too-long-flagged = Your answer has { $length } characters; there is room for { $limit }. What doesn't fit is cut off or left unread.
advice-protocol-too-long = keep it short: the main point first, and drop the rest

criterion-protocol-private-opinion = Gives private opinion
finding-protocol-private-opinion-flagged = “{ $words }” is your own opinion. To the customer you speak for the organisation, so it is read as its view.
advice-protocol-private-opinion = show understanding without passing judgement on the organisation yourself

criterion-protocol-sends-away = Sends the customer away
finding-protocol-sends-away-sent-away = The customer brings you a problem of their own, and this passes them on without any help from you.
advice-protocol-sends-away = take a step yourself first, and only then say where to find more
