criterion-protocol-asks-personal-data-in-public = Asks for data in public
finding-protocol-asks-personal-data-in-public-asks = You ask for personal details here, and everyone can read the answer. Ask for them in a private message.
advice-protocol-asks-personal-data-in-public = ask for the details you need in a private message
hint-protocol-asks-personal-data-in-public = Where can the customer leave details, and where are others reading along?

criterion-protocol-reveals-personal-data = Gives away customer's data
finding-protocol-reveals-personal-data-reveals = “{ $words }” is the customer's own information. Don't repeat it in public, even if the customer posted it.
finding-protocol-reveals-personal-data-reveals-other = “{ $words }” tells others something personal about the customer. Only discuss that in private.
advice-protocol-reveals-personal-data = leave the details out and come back to them in private
hint-protocol-reveals-personal-data = What in this answer is nobody's business but the customer's?

criterion-protocol-names-third-party = Names other people
finding-protocol-names-third-party-names = { $name } is named in full here. Others have a right to privacy too: use the job or initials instead.
finding-protocol-names-third-party-surname = { $name } is named by surname here. Keep them out of sight: the job or initials will do.
finding-protocol-names-third-party-tells-about = You tell someone else something personal about { $name }. That isn't allowed in a private message either.
advice-protocol-names-third-party = say “my colleague” or name the department instead of giving a full name

criterion-protocol-confirms-customer = Tells what's on file
finding-protocol-confirms-customer-confirms = Everyone can read here what is in the customer's file: “{ $words }”. Talk about that in private.
advice-protocol-confirms-customer = stick to what the customer has said himself and discuss the rest in private

criterion-protocol-asks-bsn = Asks for secret details
finding-protocol-asks-bsn-asks-bsn = You ask for “{ $words }”. That doesn't belong in a conversation like this: it can be badly misused.
advice-protocol-asks-bsn = ask only for the minimum your house rules need to check who you are talking to

criterion-protocol-asks-removal = Asks to remove the data
finding-protocol-asks-removal-met = You make sure the details are no longer there for all to see. That protects the customer.
finding-protocol-asks-removal-missing = The customer's post holds details that anyone can read. Your answer does nothing about it.
advice-protocol-asks-removal = kindly ask the customer to delete the post, or say that you have hidden it
hint-protocol-asks-removal = What is in this post that had better not stay public?

criterion-protocol-moves-to-private = Moves on in private
finding-protocol-moves-to-private-met = You take the personal part to a place where nobody reads along.
finding-protocol-moves-to-private-partly = You mention the private channel only as an extra. The customer can't tell that it is the next step.
finding-protocol-moves-to-private-missing = This needs personal details, but the customer isn't shown the way to a private conversation.
advice-protocol-moves-to-private = invite the customer to a private message and say what you will do there
hint-protocol-moves-to-private = Can you solve this here, or do you need something personal for it?

criterion-protocol-answers-in-public = Answers right here
finding-protocol-answers-in-public-met = You answer the question here, so others benefit as well.
finding-protocol-answers-in-public-missing = This is a general question. The customer and everyone reading get no answer here, and that feels like a detour.
advice-protocol-answers-in-public = answer the question here, since nothing personal is needed for it
hint-protocol-answers-in-public = Is anything about this question secret, or may everyone know the answer?
