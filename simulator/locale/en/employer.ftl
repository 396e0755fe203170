# Settings of the organisation.

employer-intro = These choices hold for everybody in your organisation. Each change is kept with who made it and when.
employer-weights = What counts how much?
employer-weights-about = In per cent. Each part lies between { $least } and { $most }, and together they are 100. This holds for new replies; older ones keep their score until you have them scored again.
employer-sum = Together: { $sum } %
employer-sum-good = Together: 100 %
employer-review = Review and disputes
employer-dispute-days = For how many days may a trainee dispute?
employer-sample-share = Of how many passed replies (in per cent) do you ask the team lead to have a look all the same?
employer-blind = Blind review
employer-blind-about = The team lead gives points first and only then sees the score.
employer-privacy = Privacy
employer-retention-forever = Keep attempts as long as the account exists
employer-retention-days = After how many days do attempts go?
employer-names-compared = Show people side by side by name
employer-names-compared-about = When this is off, a team lead sees only pseudonyms in comparisons. Talk to your works council before you switch it on.
employer-links = Connection
employer-lrs-url = Address of your learning record store (may stay empty)
employer-save = Save
employer-saved = Saved. It counts from now on.
employer-unchanged = Nothing was changed.
employer-faults = Not saved yet. Look at this:
employer-fault-weights = Each weight lies between { $least } and { $most } %.
employer-fault-weights-sum = The weights are { $sum } % together. Make it 100.
employer-fault-retention-days = Keeping can be 30 to 3650 days.
employer-fault-dispute-days = Disputing can be within 1 to 90 days.
employer-fault-sample-share = Choose 0 to 100 per cent.
employer-fault-lrs-url = The address begins with https:// or http:// and has no spaces.
employer-rescore = Have older replies scored again
employer-history = What was changed before
employer-no-history = Nothing was changed yet: everything is as it was delivered.
employer-version = Version { $number }, by { $who } on { $when }
employer-change = { $name }: from { $before } to { $after }
employer-on = on
employer-off = off
employer-none = empty
employer-forever = as long as the account exists
employer-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
employer-name-weights = Weights
employer-name-retention-days = Keeping
employer-name-names-compared = Names side by side
employer-name-dispute-days = Disputing
employer-name-sample-share = Sample
employer-name-blind = Blind review
employer-name-lrs-url = Learning record store
